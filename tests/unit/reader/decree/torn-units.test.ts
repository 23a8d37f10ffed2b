import { describe, expect, it } from "vitest";
import { splitDecrees } from "#app/reader/decree/index.ts";

const HEAD = [
  "KEPUTUSAN BUPATI ARUNIKA",
  "NOMOR 041/3 TAHUN 2024",
  "LAMPIRAN KEPUTUSAN BUPATI ARUNIKA",
  "NO\tNAMA BAGIAN\tJENIS PELAYANAN",
];
const TABLE = [
  "1. BAGIAN PENGELOLAAN TAMAN",
  "Jenis Layanan : a. Peminjaman Tenda",
  "1.\tPersyaratan\tKTP",
  "2.\tProsedur\tPemohon datang",
  "3.\tJangka Waktu\t1 hari",
  "4.\tBiaya/Tarif\tGratis",
];
const listed = (...rows: string[]): [string | null, string[]][] =>
  (splitDecrees([...HEAD, ...rows, ...TABLE])[0]?.declared ?? []).map(({ bagian, services }) => [
    bagian,
    services.map(({ name }) => name),
  ]);

describe("names of units that run over rows of the list", () => {
  const WHOLE = [
    ["Bagian Pengelolaan Taman", ["Peminjaman Tenda", "Sewa Aula"]],
    ["Bagian Umum", ["Penerimaan Tamu"]],
  ];

  it("go on where neither a number nor a unit opens the row", () => {
    expect(
      listed(
        "1.\tBagian\ta. Peminjaman Tenda;",
        "\tPengelolaan Taman\tb. Sewa Aula;",
        "2.\tBagian\ta. Penerimaan Tamu;",
        "\tUmum\t",
      ),
    ).toEqual(WHOLE);
  });

  it("may stand beside their number alone, their services below", () => {
    expect(
      listed(
        "1.\tBagian Pengelolaan",
        "\tTaman\ta. Peminjaman Tenda; b. Sewa Aula;",
        "2.\tBagian",
        "\tUmum\ta. Penerimaan Tamu;",
      ),
    ).toEqual(WHOLE);
  });

  it("are not taken for alone where their services stand in the same cell", () => {
    expect(
      listed(
        "1.\tBagian Pengelolaan Taman\ta. Peminjaman Tenda; b. Sewa Aula;",
        "2.\tBagian Umum: Penerimaan Tamu;",
        "3.\tBagian Hukum\ta. Salinan Perda;",
      ).at(-1),
    ).toEqual(["Bagian Hukum", ["Salinan Perda"]]);
  });

  it("begin anew where the next row names a unit, though its number is lost", () => {
    expect(
      listed(
        "1.\tBagian Pengelolaan Taman\ta. Peminjaman Tenda; b. Sewa Aula;",
        "\tBagian Umum\ta. Penerimaan Tamu;",
      ),
    ).toEqual(WHOLE);
  });
});
