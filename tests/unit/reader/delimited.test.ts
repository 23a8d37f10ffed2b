import { describe, expect, it } from "vitest";
import { delimitedLines } from "#app/reader/rows/delimited.ts";

const texts = (lines: readonly string[]): (readonly string[] | undefined)[] | undefined =>
  delimitedLines(lines)?.map((one) => one?.cells.map((cell) => cell.text));

describe("tables saved as a spreadsheet's text", () => {
  it("gives the last cell what stands behind its sign, so that a content may hold it", () => {
    expect(
      texts(["NO;KOMPONEN;URAIAN", "1;Persyaratan;KTP; KK", "2;Prosedur;Daftar", "3;Jangka Waktu;1 hari"]),
    ).toEqual([
      ["NO", "KOMPONEN", "URAIAN"],
      ["1", "Persyaratan", "KTP; KK"],
      ["2", "Prosedur", "Daftar"],
      ["3", "Jangka Waktu", "1 hari"],
    ]);
  });

  it("keeps a cell in quotes together over its lines, each item on a line of its own", () => {
    const found = delimitedLines([
      "1,Persyaratan,KTP",
      '2,Prosedur,"1. Daftar di ""loket"";',
      "2. tunggu",
      'dengan sabar."',
      "3,Biaya,Gratis",
    ]);
    expect(found?.[1]?.cells[2]?.text).toBe('1. Daftar di "loket";\n2. tunggu dengan sabar.');
    expect(found?.[1]?.to).toBe(3);
    expect(found?.[1]?.cells[2]?.pieces.map(({ line }) => line)).toEqual([2, 3, 4]);
  });

  it("reads a table without number column by its head", () => {
    expect(
      texts(["Komponen;Uraian", "Persyaratan;KTP", "Prosedur;Daftar; tunggu", "Biaya;Gratis"])?.[2],
    ).toEqual(["Prosedur", "Daftar; tunggu"]);
  });

  it("finds the labels below their own head, behind the columns of unit and service", () => {
    const head = "Unit Kerja,No,Nama Layanan,Komponen,Uraian";
    const records = ["Persyaratan,KTP", "Prosedur,Daftar", "Biaya,Gratis"].map(
      (own) => `Bidang Air,1,Uji Air,${own}`,
    );
    expect(texts([head, ...records])?.[2]).toEqual(["Bidang Air", "1", "Uji Air", "Prosedur", "Daftar"]);
  });

  it("reads a table whose columns are the components", () => {
    const lines = ["No;Jenis Layanan;Persyaratan;Prosedur;Biaya", "1;Uji Air;KTP;Daftar;Gratis"];
    expect(texts(lines)?.[1]).toEqual(["1", "Uji Air", "KTP", "Daftar", "Gratis"]);
  });

  it("reads rows whose number stands with the label in one cell, though the list above has more columns", () => {
    const lines = [
      '"NO","NAMA BAGIAN","JENIS PELAYANAN"',
      '"1.","Bagian Umum","Peminjaman Kendaraan"',
      '"1. Persyaratan","KTP, KK"',
      '"2. Prosedur","Daftar, tunggu"',
      '"3. Jangka Waktu","1 hari"',
      '"4. 5.","Biaya","Gratis"',
    ];
    expect(texts(lines)?.slice(2)).toEqual([
      ["1. Persyaratan", "KTP, KK"],
      ["2. Prosedur", "Daftar, tunggu"],
      ["3. Jangka Waktu", "1 hari"],
      ["4. 5.", "Biaya", "Gratis"],
    ]);
    expect(texts(["1. Persyaratan;KTP, KK", "2. Prosedur;Daftar", "3. Biaya;Gratis"])?.[0]).toEqual([
      "1. Persyaratan",
      "KTP, KK",
    ]);
  });

  it("takes numbered items that commas and semicolons part for the list they are", () => {
    expect(
      delimitedLines(["1. Persyaratan, KTP dan KK", "2. Prosedur, daftar dan tunggu", "3. Biaya, gratis"]),
    ).toBeNull();
    expect(delimitedLines(["1. persyaratan;", "2. prosedur;", "3. biaya;"])).toBeNull();
    expect(
      delimitedLines([
        "1. Persyaratan  a. KTP; b. KK",
        "2. Prosedur  a. Daftar; b. Tunggu",
        "3. Biaya  Gratis; tunai",
      ]),
    ).toBeNull();
  });

  it("frees plain lines of the signs that fill them up", () => {
    const lines = ["KEPUTUSAN BUPATI ARUNIKA,,", "1,Persyaratan,KTP", "2,Prosedur,Daftar", "3,Biaya,Gratis"];
    expect(texts(lines)?.[0]).toEqual(["KEPUTUSAN BUPATI ARUNIKA"]);
    expect(delimitedLines(lines)?.[0]?.prose).toBe(true);
  });

  it("takes a quote that is never closed for a sign like any other", () => {
    const lines = ["1;Persyaratan;KTP", '2;Prosedur;"Daftar', "3;Biaya;Gratis", "4;Produk;Kartu"];
    expect(texts(lines)?.[1]).toEqual(["2", "Prosedur", '"Daftar']);
  });

  it("finds no table in sentences and lists that use the signs", () => {
    expect(
      delimitedLines([
        "Menimbang : a. bahwa perlu ditetapkan standar pelayanan;",
        "KEDUA : Komponen meliputi: 1. persyaratan; 2. prosedur; 3. jangka waktu; 4. biaya;",
        "a. persyaratan;",
        "b. prosedur; dan",
        "Bagian; dan",
        "Persyaratan; dan",
        "Prosedur; serta",
        "Biaya; dan",
        "1\tPersyaratan\tKTP; KK, dan surat",
        "2\tProsedur\tDaftar; tunggu",
      ]),
    ).toBeNull();
  });
});
