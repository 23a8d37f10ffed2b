import { describe, expect, it } from "vitest";
import { misreadOpening } from "#app/reader/assign/misread-heading.ts";
import { splitDecrees } from "#app/reader/decree/index.ts";
import { readDecree } from "#app/reader/index.ts";
import { dividerHalf, isTableHead } from "#app/reader/marks.ts";
import { misreadAmong, sameWords } from "#app/reader/misread.ts";
import { tokenise } from "#app/reader/rows/index.ts";

describe("words that a scan misread", () => {
  it("are compared with exchanged letters in one form and doubled ones as one", () => {
    const title = misreadAmong(["layanan", "pelayanan", "servicedelivery"]);
    expect(title("servlcedellvcry")).toBe("servicedelivery");
    expect(title("sscrviceddelivery")).toBe("servicedelivery");
    expect(title("peloyonan")).toBe("pelayanan");
    expect(misreadAmong(["layanan"])("pelayaran")).toBeUndefined();
  });

  it.each([
    ["4. Jeni5 Layauan : 3. Peminjaman Tenda", "4. Jenis Layanan : 3. Peminjaman Tenda"],
    ["JenisPelayonan : Sewa Aula", "Jenis Pelayanan : Sewa Aula"],
    ["- 7) Bogian Umum", "- 7) Bagian Umum"],
    ["BAGlAN UMUM", "BAGIAN UMUM"],
    ["5. BAGIANADMINISTRASI UMUM", "5. BAGIAN ADMINISTRASI UMUM"],
    ["B. KOMPONEN STANDAR PELAYANAN BAAGIAN UMUM", "B. KOMPONEN STANDAR PELAYANAN BAGIAN UMUM"],
  ])("open a heading as they are meant: %s", (printed, meant) => {
    expect(misreadOpening(printed)).toBe(meant);
  });

  it.each([
    "Bagian Umum",
    "Jenis Layanan : Sewa Aula",
    "Bagan alur pelayanan",
    "Bagikan formulir kepada pemohon",
    "bagianumumarunika@lembayung.example",
    "Jenis pelayaran rakyat",
    "Jenis bayaran : tunai",
    "Kajian layanan",
  ])("are no other words: %s", (printed) => {
    expect(misreadOpening(printed)).toBeNull();
  });

  it("head a table, and title its halves", () => {
    const [head, other] = tokenise(["No.\tUnsnr\tUroiou", "No.\tUnsur\tUranium"]);
    expect(head && isTableHead(head)).toBe(true);
    expect(other && isTableHead(other)).toBe(false);
    expect(dividerHalf("AA. Service Dclivery")).toBe("penyampaian");
  });

  it("are not the halves' titles that a narrow cell tears over two rows: the heading above names the service", () => {
    const table = (name: string): string[] => [
      "",
      `Jenis Layanan : ${name}`,
      "",
      "A. Service\t",
      "Delivery\t",
      "1.\tPersyaratan\tKTP",
      "2.\tProsedur\tPemohon datang",
      "3.\tWaktu\t1 hari",
      "B. Manufacturing\t",
      "1.\tDasar Hukum\tPeraturan Bupati Arunika Nomor 3 Tahun 2020",
    ];
    const lines = [
      "KEPUTUSAN BUPATI ARUNIKA",
      "NOMOR 041/3 TAHUN 2024",
      "LAMPIRAN KEPUTUSAN BUPATI ARUNIKA",
      ...table("1. Peminjaman Tenda"),
      ...table("2. Sewa Aula"),
    ];
    const { services } = readDecree(new TextEncoder().encode(lines.join("\n")), "x.txt");
    expect(services.map(({ no, name }) => [no, name])).toEqual([
      ["1", "Peminjaman Tenda"],
      ["2", "Sewa Aula"],
    ]);
  });

  it("head the decree's list of services", () => {
    const lines = [
      "KEPUTUSAN BUPATI ARUNIKA",
      "NOMOR 041/3 TAHUN 2024",
      "LAMPIRAN KEPUTUSAN BUPATI ARUNIKA",
      "N0.\tNAMAA BAGlAN\tJENlS PELAYAANAN",
      "1.\tBogian Umum\ta. Peminjaman Tenda; b. Sewa Aula;",
      "Jcnis Layanon : 1. Peminjaman Tenda",
      "1.\tPersyaratan\tKTP",
      "2.\tProsedur\tPemohon datang",
      "3.\tJangka Waktu\t1 hari",
      "4.\tBiaya/Tarif\tGratis",
      "Jeuis Layanan : 2. Sewa Aula",
      "1.\tPersyaratan\tKTP",
      "2.\tProsedur\tPemohon datang",
      "3.\tJangka Waktu\t1 hari",
      "4.\tBiaya/Tarif\tGratis",
    ];
    expect(splitDecrees(lines)[0]?.declared[0]?.services.map(({ name }) => name)).toEqual([
      "Peminjaman Tenda",
      "Sewa Aula",
    ]);
    const { services } = readDecree(new TextEncoder().encode(lines.join("\n")), "x.txt");
    expect(services.map(({ name }) => name)).toEqual(["Peminjaman Tenda", "Sewa Aula"]);
  });
});

describe("names word by word", () => {
  const same = (a: string, b: string) => sameWords(a.split(" "), b.split(" "));

  it("are one where a scan misread a letter of a longer word, or exchanged signs of any", () => {
    expect(same("bagian perekonomian", "bagian perekonomlan")).toBe(true);
    expect(same("bagian kesejahteraan rakyat", "bagian kesejahteran rakyat")).toBe(true);
    expect(same("bagian hukum", "bagian hukurn")).toBe(true);
  });

  it("are two where a short word, a figure or the number of words differs", () => {
    expect(same("kelurahan tanjung sari", "kelurahan tanjung jati")).toBe(false);
    expect(same("bagian umum", "bagian hukum")).toBe(false);
    expect(same("seksi 1", "seksi 4")).toBe(false);
    expect(same("konsultasi hukum", "konsultasi hukum adat")).toBe(false);
  });
});
