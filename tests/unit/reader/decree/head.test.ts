import { describe, expect, it } from "vitest";
import { dateIn } from "#app/reader/decree/dates.ts";
import { splitDecrees } from "#app/reader/decree/index.ts";
import { settleNumbers } from "#app/reader/decree/number.ts";
import { type DecreeParts, decree } from "./write.ts";

const head = (parts: DecreeParts) => {
  const [part] = splitDecrees(decree(parts));
  if (!part) throw new Error("no decree was found");
  return part;
};
const annexHead = (...lines: string[]) => ["", "LAMPIRAN KEPUTUSAN SEKRETARIS DAERAH", ...lines, ""];

describe("the number", () => {
  it.each([
    [["NOMOR : 100.3/ 22 /20.01/2024"], "100.3/22/20.01/2024", 2024],
    [["NOMOR 188/ **7** /Setda/Kum TAHUN 2022"], "188/7/Setda/Kum TAHUN 2022", 2022],
    [["NOMOR", ": 060/ 12", "TAHUN 2021"], "060/12 TAHUN 2021", 2021],
    [["NOMOR\t:\t065 / 4 / KEP / 2020"], "065/4/KEP/2020", 2020],
    [["Nomor : 12 Tahun 2019"], "12 Tahun 2019", 2019],
  ])("is read without spaces around slashes and mark-up: %s", (number, printed, year) => {
    expect(head({ number, annexHead: annexHead() })).toMatchObject({
      number: printed,
      numberAnnex: null,
      year,
    });
  });

  it("is read from the title's own line, and from a title over two lines", () => {
    expect(
      head({
        title: ["KEPUTUSAN BUPATI ARUNIKA NOMOR 060/ 8 TAHUN 2025"],
        number: [],
        annexHead: annexHead(),
      }).number,
    ).toBe("060/8 TAHUN 2025");
    const torn = head({
      title: ["KEPUTUSAN SEKRETARIS DAERAH KABUPATEN", "ARUNIKA NOMOR : 100.3/5/2024"],
      number: [],
      annexHead: annexHead(),
    });
    expect([torn.number, torn.regency]).toEqual(["100.3/5/2024", "Arunika"]);
  });

  it("is the annex's where the head prints none", () => {
    expect(head({ number: ["NOMOR : ........ TAHUN 2023"] })).toMatchObject({
      number: "060/17/ORG TAHUN 2023",
      numberAnnex: null,
    });
  });

  it.each([
    // The head's counts …
    ["188/34/Kum TAHUN 2024", "188/39/Kum TAHUN 2024", "188/34/Kum TAHUN 2024", "188/39/Kum TAHUN 2024"],
    ["188/31/Kum TAHUN 2024", "188/3//Kum TAHUN 2024", "188/31/Kum TAHUN 2024", "188/3//Kum TAHUN 2024"],
    // … unless a figure of it was not read.
    ["188/3/Kum TAHUN 2024", "188/30/Kum TAHUN 2024", "188/30/Kum TAHUN 2024", "188/3/Kum TAHUN 2024"],
    ["188//Kum TAHUN 2024", "188/30/Kum TAHUN 2024", "188/30/Kum TAHUN 2024", "188//Kum TAHUN 2024"],
    ["188/30 TAHUN 2024", "188/30/Kum TAHUN 2024", "188/30/Kum TAHUN 2024", "188/30 TAHUN 2024"],
    // A speck is no difference, nor is a year left out.
    ["188/32/Kum TAHUN 2024", "188/32./KUM TAHUN 2024", "188/32/Kum TAHUN 2024", null],
    ["188/32/Kum", "188/32/Kum TAHUN 2024", "188/32/Kum TAHUN 2024", null],
  ])("of head %s and annex %s settles on %s", (inHead, inAnnex, number, numberAnnex) => {
    expect(settleNumbers(inHead, inAnnex)).toEqual({ number, numberAnnex });
  });
});

describe("the date of signing", () => {
  it.each([
    ["pada tanggal 25 April 2024", "2024-04-25"],
    ["Pada tanggal, 15 Pebruari 2024", "2024-02-15"],
    ["tanggal: 02-01-2024", "2024-01-02"],
    ["17 - 8 - 2021", "2021-08-17"],
    ["5 Agustvs 2020", "2020-08-05"],
    // June and July are one letter apart, a month of three letters is too short to guess, 31 April is no day.
    ["25 Jumi 2024", null],
    ["25 APT 2024", null],
    ["25 (M) 2024", null],
    ["25 Mgril 2024", null],
    ["25 April", null],
    ["31 April 2024", null],
    ["sejak tanggal ditetapkan", null],
  ])("%s is %s", (text, date) => expect(dateIn(text)).toBe(date));

  it("is the body's, then the annex head's, then the foot's", () => {
    const dated = annexHead("NOMOR 1 TAHUN 2023", "TANGGAL : 16 JUNI 2023");
    const unsigned = ["", "Ditetapkan di Tirtasari", "SEKRETARIS DAERAH,"];
    const end = ["Ditetapkan di Tirtasari", "pada tanggal 9 Mei 2023", "SEKRETARIS DAERAH,"];
    expect(head({ annexHead: dated }).signed).toBe("2023-06-04");
    expect(head({ annexHead: dated, signing: unsigned }).signed).toBe("2023-06-16");
    expect(head({ signing: unsigned, end }).signed).toBe("2023-05-09");
    expect(head({ signing: ["Ditetapkan di Tirtasari", "pada tanggal 25 (M) 2023"] }).signed).toBeNull();
  });
});

describe("the region", () => {
  it.each([
    [
      ["PEMERINTAH KABUPATEN SEGARA BIRU", "SEKRETARIAT DAERAH"],
      ["KEPUTUSAN BUPATI SEGARA BIRU"],
      "Segara Biru",
    ],
    [["PEMERINTAH KABUPATEN SEGARA BIRU SEKRETARIAT DAERAH"], ["KEPUTUSAN SEKRETARIS DAERAH"], "Segara Biru"],
    [["PEMERINTAH KOTA MANGGALA", "SEKRETARIAT DAERAH"], ["KEPUTUSAN WALI KOTA MANGGALA"], "Kota Manggala"],
    [["PEMERINTAH PROVINSI NUSA TIRTA"], ["KEPUTUSAN GUBERNUR NUSA TIRTA"], "Provinsi Nusa Tirta"],
    [["PEMERINTAH KABUPATEN ARUNIKA", "KECAMATAN BANDAR"], ["KEPUTUSAN CAMAT BANDAR"], "Arunika"],
    // One printing is misread; the others outvote it.
    [["PEMERINTAH KABUPATEN ARUN1KA", "SEKRETARIAT DAERAH"], ["KEPUTUSAN BUPATI ARUNIKA"], "Arunika"],
    [
      ["PEMERINTAH KABUPATEN SEGARA BIRV"],
      ["KEPUTUSAN BUPATI SEGARA BIRU", "KABUPATEN SEGARA BIRU"],
      "Segara Biru",
    ],
  ])("of %s is read from the head", (letterhead, title, regency) => {
    const signing = ["Ditetapkan di Tirtasari", "pada tanggal 4 Juni 2023"];
    expect(head({ letterhead, title, annexHead: ["LAMPIRAN"], signing }).regency).toBe(regency);
  });
});

describe("the issuer", () => {
  it.each([
    [["KEPUTUSAN BUPATI ARUNIKA"], "Bupati"],
    [["KEPUTUSAN SEKRETARIS DAERAH SEKRETARIAT DAERAH KABUPATEN ARUNIKA"], "Sekretaris Daerah"],
    [
      ["KEPUTUSAN", "KEPALA DINAS PEKERJAAN UMUM DAN", "PENATAAN RUANG KABUPATEN ARUNIKA"],
      "Kepala Dinas Pekerjaan Umum dan Penataan Ruang",
    ],
    [["KEPUTUSAN CAMAT BANDAR KABUPATEN ARUNIKA"], "Camat Bandar"],
    [["KEPUTUSAN WALIKOTA MANGGALA"], "Wali Kota"],
    [["KEPUTUSAN DIREKTUR RSUD TIRTASARI", "KABUPATEN ARUNIKA"], "Direktur RSUD Tirtasari"],
    [["# **KEPUTUSAM BURATI ARUNIKA**"], "Bupati"],
    [["K E P U T U S A N  B U P A T I  A R U N I K A"], "Bupati"],
  ])("of %s is %s", (title, issuer) => expect(head({ title }).issuer).toBe(issuer));

  it("is named by the line above the preamble where the title is lost", () => {
    expect(
      head({ title: [], number: [], subject: ["KEPALA DINAS SOSIAL,"], annexHead: ["LAMPIRAN"] }).issuer,
    ).toBe("Kepala Dinas Sosial");
  });
});
