import { describe, expect, it } from "vitest";
import { citationsIn } from "#app/scoring/legal/citations.ts";

const short = (text: string) =>
  citationsIn(text).map(({ type, number, year, amendedBy }) =>
    [`${type} ${number}/${year}`, ...amendedBy.map((one) => `${one.type} ${one.number}/${one.year}`)].join(
      " < ",
    ),
  );

describe("citations of a dasar hukum", () => {
  it("have type, number, year and title", () => {
    expect(citationsIn("Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik")[0]).toMatchObject({
      type: "UU",
      number: "25",
      year: 2009,
      title: "Pelayanan Publik",
      quote: "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
    });
  });
  it("keep the chain of amendments with what it amends", () => {
    const text =
      "1. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah sebagaimana telah diubah beberapa kali, terakhir " +
      "dengan Undang-Undang Nomor 6 Tahun 2023;\n2. Peraturan Pemerintah Nomor 18 Tahun 2016 tentang Perangkat Daerah " +
      "sebagaimana telah diubah dengan Peraturan Pemerintah Nomor 72 Tahun 2019;\n3. Peraturan Bupati Arunika Nomor 4 Tahun 2024 tentang Gedung";
    expect(short(text)).toEqual(["UU 23/2014 < UU 6/2023", "PP 18/2016 < PP 72/2019", "Perbup 4/2024"]);
  });
  it("are not the regulations named in a title", () => {
    const text =
      "Peraturan Pemerintah Nomor 96 Tahun 2012 tentang Pelaksanaan Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik";
    expect(short(text)).toEqual(["PP 96/2012"]);
  });
  it("have the whole title, with the regulation that stands in it", () => {
    const text =
      "1. Permendagri Nomor 7 Tahun 2019 tentang Perubahan Atas Peraturan Menteri Dalam Negeri Nomor 5 Tahun 2016 tentang " +
      "Tata Naskah;\n2. UU Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik";
    expect(citationsIn(text).map(({ title }) => title)).toEqual([
      "Perubahan Atas Peraturan Menteri Dalam Negeri Nomor 5 Tahun 2016 tentang Tata Naskah",
      "Keterbukaan Informasi Publik",
    ]);
  });
  it("end where the next item of the list begins", () => {
    const [first] = citationsIn(
      "a. UU Nomor 25 Tahun 2009 tentang Pelayanan Publik; b. UU Nomor 14 Tahun 2008",
    );
    expect(first?.quote).toBe("UU Nomor 25 Tahun 2009 tentang Pelayanan Publik");
  });
  it("are none in general words", () => {
    expect(citationsIn("Peraturan perundang-undangan yang berlaku")).toEqual([]);
  });
});
