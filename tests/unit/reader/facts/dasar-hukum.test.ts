import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extractDasarHukum } from "#app/reader/facts/dasar-hukum.ts";
import { sourceOf } from "#app/reader/facts/source.ts";

const read = (text: string) => extractDasarHukum(sourceOf(text, [[0, 1]]));
const short = (text: string) =>
  read(text).citations.map(({ type, number, year }) => `${type} ${number}/${year}`);
const count = (text: string) => read(text).count;

const UU = "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik";
const PP = "Peraturan Pemerintah Nomor 96 Tahun 2012 tentang Pelaksanaan Undang-Undang Nomor 25 Tahun 2009";
const PERBUP = "Peraturan Bupati Arunika Nomor 7 Tahun 2022 tentang Tugas dan Fungsi Sekretariat Daerah";

describe("types", () => {
  it.each([
    [UU, "UU 25/2009"],
    ["UU 25/2009", "UU 25/2009"],
    ["Undang – Undang No. 2 Tahun 2017", "UU 2/2017"],
    ["Undang-undang (UU) Nomor 19 Tahun 2016", "UU 19/2016"],
    ["Peraturan Pemerintah Pengganti Undang-Undang Nomor 2 Tahun 2022 tentang Cipta Kerja", "Perppu 2/2022"],
    ["Peraturan Pemerintah Republik Indonesia Nomor 61 Tahun 2010", "PP 61/2010"],
    ["PP 18 Tahun 2016", "PP 18/2016"],
    ["Peraturan Presiden (PERPRES) Nomor 44 Tahun 2018", "Perpres 44/2018"],
    ["Keputusan Presiden No.23 Tahun 2017", "Keppres 23/2017"],
    ["Instruksi Presiden Nomor 3 Tahun 2003", "Inpres 3/2003"],
    ["Peraturan Menteri Dalam Negeri Nomor 80 Tahun 2015", "Permendagri 80/2015"],
    ["Permendagri No 70 tahun 2019", "Permendagri 70/2019"],
    [
      "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 15 Tahun 2014",
      "PermenPANRB 15/2014",
    ],
    ["Permenpan RB Nomor 14 Tahun 2017", "PermenPANRB 14/2017"],
    ["Peraturan MenPAN dan RB Nomor 29 Tahun 2022", "PermenPANRB 29/2022"],
    ["Peraturan Menteri Agama Nomor 13 Tahun 2021", "Permenag 13/2021"],
    ["Permen PUPR No 02/PRT/M/2018 tentang Contoh", "PermenPUPR 02/PRT/M/2018/2018"],
    ["Kepmen PAN dan RB 656 Tahun 2023", "KepmenPANRB 656/2023"],
    ["Peraturan Daerah Kabupaten Arunika Nomor 05 Tahun 2022", "Perda 5/2022"],
    ["Peraturan Daerah Provinsi Nusa Raya Nomor 8 Tahun 2015", "Perda Prov 8/2015"],
    ["Peraturan Gubernur Nusa Raya Nomor 32 Tahun 2021", "Pergub 32/2021"],
    [PERBUP, "Perbup 7/2022"],
    ["Peraturan Wali Kota Segara Nomor 3 Tahun 2020", "Perwali 3/2020"],
    ["Keputusan Bupati Arunika Nomor 188.45/58/013/2022", "Kepbup 188.45/58/013/2022/2022"],
    ["SK Bupati Arunika Nomor 306 Tahun 2023", "Kepbup 306/2023"],
    ["Keputusan Sekretaris Daerah Nomor 188.45 / 38 / Setda Tahun 2022", "Kepsekda 188.45/38/Setda/2022"],
    ["Peraturan Lembaga Kebijakan Pengadaan Barang/Jasa Pemerintah Nomor 12 Tahun 2021", "PerLKPP 12/2021"],
    ["Perka BKN Nomor 9 tahun 2022", "PerBKN 9/2022"],
    ["Peraturan Ombudsman Nomor 22 Tahun 2016", "PerOmbudsman 22/2016"],
    ["Peraturan Mahkamah Agung Nomor 2 Tahun 2019", "Perma 2/2019"],
    ["Surat Edaran Kepala LKPP Nomor 8 Tahun 2023", "SE LKPP 8/2023"],
    ["Surat Edaran Bupati tanggal 6 Juli 2023 Nomor 900/54/2023", "SE 900/54/2023/2023"],
    ["Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945", "UUD null/1945"],
  ])("%s", (text, expected) => expect(short(text)).toEqual([expected]));
});

describe("what a scan leaves", () => {
  it.each([
    ["Peraturan Pemerintali Nomor : 12 Tahun 2019", "PP 12/2019"],
    ["Undang -Undang Nomor 9 Tahun 2010", "UU 9/2010"],
    ["Pcraturan Bupati Nomo 5 Tahun 2020", "Perbup 5/2020"],
    ["Peraturan Menteri Dalam Negeri Nomor Nomor 52 Tahun 2011", "Permendagri 52/2011"],
    ["Peraturan Bupati Nomor\n12\nTahun 2020", "Perbup 12/2020"],
    ["Peraturan Menteri PAN dan RB Nomor 41 tentang Jabatan", "PermenPANRB 41/null"],
  ])("%j", (text, expected) => expect(short(text)).toEqual([expected]));

  it("keeps an item whose kind of regulation was lost", () => {
    const text = `1. ${UU}; 2. Menteri Kelautan Nomor 656 Tahun 2023 tentang Nomenklatur`;
    expect(short(text)).toEqual(["UU 25/2009", "null 656/2023"]);
    expect(count(text)).toBe(2);
  });
});

describe("titles", () => {
  it("are the words behind tentang, without amendments and gazettes", () => {
    const titles = (text: string) => read(text).citations.map((citation) => citation.title);
    expect(titles(`${UU} (Lembaran Negara Tahun 2009 Nomor 112)`)).toEqual(["Pelayanan Publik"]);
    expect(titles(`${UU} sebagaimana telah diubah dengan Undang-Undang Nomor 1 Tahun 2020;`)).toEqual([
      "Pelayanan Publik",
    ]);
    expect(titles("Peraturan Bupati Nomor 3 Tahun 2020, tenyang Tata\nNaskah; dan")).toEqual(["Tata Naskah"]);
    expect(titles(PP)).toEqual(["Pelaksanaan Undang-Undang Nomor 25 Tahun 2009"]);
  });

  it("end with a whole word where they are cut", () => {
    const long = `Peraturan Bupati Nomor 3 Tahun 2020 tentang Tata Cara ${"Pemungutan ".repeat(60)}`;
    const [title] = read(long).citations.map((citation) => citation.title ?? "");
    expect(title).toMatch(/ Pemungutan$/);
    expect(title?.length).toBe(9 + 11 * 35);
  });

  it("are not taken from the regulation that amends", () => {
    const text =
      "Peraturan Presiden Nomor 16 Tahun 2018 sebagaimana telah diubah dengan Peraturan Presiden Nomor 12 Tahun 2021 tentang Perubahan";
    expect(read(text).citations).toEqual([{ type: "Perpres", number: "16", year: 2018, title: null }]);
  });
});

describe("counting", () => {
  it.each([
    ["numbers", `1. ${UU};\n2. ${PP};\n3. ${PERBUP}.`],
    ["numbers in one line", `1. ${UU} 2. ${PP} 3. ${PERBUP}`],
    ["numbers that stick to words", `1) ${UU}2) ${PP}; dan3) ${PERBUP}`],
    ["letters", `a. ${UU}; b. ${PP}; c. ${PERBUP}`],
    ["bullets", `• ${UU} • ${PP}\n- ${PERBUP}`],
    ["semicolons", `${UU}; ${PP}; dan ${PERBUP}`],
    ["lines", `${UU}\n${PP}\n${PERBUP}`],
    ["points", `${UU}. ${PP}. ${PERBUP}.`],
    ["nothing", `${UU} ${PP} ${PERBUP}`],
  ])("finds three items that are separated by %s", (_, text) => {
    expect(count(text)).toBe(3);
    expect(short(text)).toEqual(["UU 25/2009", "PP 96/2012", "Perbup 7/2022"]);
  });

  it("finds them in lines that wrap anywhere", () => {
    const text = `1. ${UU};\n2. ${PP};\n3. ${PERBUP}`.replace(/ (Tahun|tentang|Nomor|Bupati)/g, "\n$1");
    expect(count(text)).toBe(3);
  });

  it("parts items with a dash that run together, and leaves the dash within a title", () => {
    expect(count(`- ${UU} - ${PERBUP}`)).toBe(2);
    expect(count(`${UU}, ${PERBUP}`)).toBe(2);
    expect(count(`1. ${UU}, ${PERBUP}; 2. ${PP}`)).toBe(2);
    expect(count("1. Undang-Undang Nomor 34 Tahun 2003 tentang Kabupaten Arunika - Provinsi Lembayung")).toBe(
      1,
    );
  });

  it("adds none for amendments", () => {
    const amended =
      "1. Peraturan Daerah Nomor 1 Tahun 2016 tentang Perangkat Daerah sebagaimana telah beberapa kali diubah terakhir dengan Peraturan Daerah Nomor 9 Tahun 2023 tentang Perubahan Ketiga atas Peraturan Daerah Nomor 1 Tahun 2016; 2. PP 18 Tahun 2016 Jo PP 72 Tahun 2019";
    expect(count(amended)).toBe(2);
    expect(short(amended)).toEqual(["Perda 1/2016", "PP 18/2016"]);
  });

  it("adds one for two laws in one item, and cites both", () => {
    const text = `1. Undang-Undang Nomor 17 Tahun 2003 dan Undang-Undang Nomor 1 Tahun 2004; 2. ${UU}`;
    expect(count(text)).toBe(2);
    expect(short(text)).toEqual(["UU 17/2003", "UU 1/2004", "UU 25/2009"]);
  });

  it("counts items that name a basis without citing a number", () => {
    expect(
      count(`1. ${UU} 2. Petunjuk pelaksanaan akuntabilitas kinerja 3. Peraturan lain yang berlaku`),
    ).toBe(3);
    expect(count(`Rekomendasi dari Lembaga Seni Arunika ${PERBUP}`)).toBe(2);
    expect(count("Peraturan Daerah dan Peraturan Bupati tentang APBD tahun berjalan")).toBe(1);
  });

  it("does not count another list that has leaked in", () => {
    expect(count(`1. ${UU}; 2. ${PERBUP}. 1. Komputer 2. Printer 3. Peraturan perundang-undangan`)).toBe(2);
  });

  it("takes the printed number where the scan lost items", () => {
    expect(count(`1. ${UU};\nBupati Arunika\n4. ${PERBUP}`)).toBe(4);
    expect(count(`${UU}; ${PP};\n5. ${PERBUP}`)).toBe(5);
  });

  it("counts a list whose numbers begin late by its items", () => {
    expect(count(`2. ${UU};\n3. ${PP};\n4. ${PERBUP}`)).toBe(3);
    expect(count(`3. ${UU};\n5. ${PERBUP}`)).toBe(3);
  });

  it("counts a list once that a scan prints again and again", () => {
    expect(count(`1. ${UU}\n1. ${UU}; 2. ${PP}\n1. ${UU}; 2. ${PP}; 3. ${PERBUP}`)).toBe(3);
  });

  it("is null where nothing of the law is said", () => {
    expect(read("Komputer dan printer")).toEqual({ citations: [], count: null });
    expect(read("")).toEqual({ citations: [], count: null });
  });
});

describe("any list", () => {
  const kinds: [string, string][] = [
    ["Undang-Undang", "UU"],
    ["Peraturan Pemerintah", "PP"],
    ["Peraturan Presiden", "Perpres"],
    ["Peraturan Menteri Dalam Negeri", "Permendagri"],
    ["Peraturan Bupati Segara Biru", "Perbup"],
  ];
  const item = fc.record({
    kind: fc.constantFrom(...kinds),
    number: fc.integer({ min: 1, max: 200 }),
    year: fc.integer({ min: 1945, max: 2026 }),
  });

  it("gives back kind, number and year of each item in order, and their number", () => {
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 1, maxLength: 12 }),
        fc.constantFrom("\n", " "),
        (items, gap) => {
          const text = items
            .map(
              ({ kind, number, year }, i) =>
                `${i + 1}. ${kind[0]} Nomor ${number} Tahun ${year} tentang Hal ke-${i};`,
            )
            .join(gap);
          expect(short(text)).toEqual(items.map(({ kind, number, year }) => `${kind[1]} ${number}/${year}`));
          expect(count(text)).toBe(items.length);
        },
      ),
    );
  });
});

describe("a text without one capital", () => {
  it("gives the laws that it gives in capitals: three, not the one that is amended", () => {
    const text = `${UU} ${PERBUP}, sebagaimana diubah dengan Peraturan Bupati Nomor 9 Tahun 2023 uu nomor 23 tahun 2014`;
    expect(short(text.toLowerCase())).toEqual(short(text.toUpperCase()));
    expect(count(text.toLowerCase())).toBe(3);
  });
});
