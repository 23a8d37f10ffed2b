import { describe, expect, it } from "vitest";
import { splitDecrees } from "#app/reader/decree/index.ts";
import { decree, TABLE } from "./write.ts";

const numbers = (lines: string[]) => splitDecrees(lines).map(({ number }) => number);

describe("where a decree begins", () => {
  it("begins at the issuer's own letterhead", () => {
    expect(splitDecrees(["", "", ...decree()]).map(({ line, from }) => [line, from])).toEqual([[3, 1]]);
  });

  it("begins at its title where the paper is another office's", () => {
    // Letterhead of the secretariat on lines 1-3, the Bupati's title on line 4.
    const lines = decree({ title: ["KEPUTUSAN BUPATI ARUNIKA"], subject: ["BUPATI ARUNIKA,"] });
    expect(splitDecrees(lines).map(({ line, from, issuer }) => [line, from, issuer])).toEqual([
      [4, 1, "Bupati"],
    ]);
  });

  it("begins at the emblem's line of a regulation without letterhead", () => {
    const lines = decree({
      letterhead: ["", "BUPATI ARUNIKA", "PROVINSI JAWA UTARA", ""],
      title: ["PERATURAN BUPATI ARUNIKA"],
    });
    expect(splitDecrees(lines).map(({ line, regency }) => [line, regency])).toEqual([[2, "Arunika"]]);
  });
});

describe("several decrees in one file", () => {
  const first = decree();
  const second = decree({
    number: ["NOMOR 060/18/ORG TAHUN 2023"],
    annexHead: ["", "LAMPIRAN KEPUTUSAN SEKRETARIS DAERAH", "NOMOR 060/18/ORG TAHUN 2023", ""],
  });

  it("gives each its lines, without a gap between them", () => {
    const parts = splitDecrees([...first, "", ...second]);
    expect(parts.map(({ line, from, to }) => [line, from, to])).toEqual([
      [1, 1, first.length + 1],
      [first.length + 2, first.length + 2, first.length + 1 + second.length],
    ]);
  });

  it("cuts at a title without letterhead, and at a preamble without title", () => {
    const untitled = second.slice(second.findIndex((line) => line.startsWith("Menimbang")));
    expect(numbers([...first, ...second.slice(3), ...untitled])).toEqual([
      "060/17/ORG TAHUN 2023",
      "060/18/ORG TAHUN 2023",
      "060/18/ORG TAHUN 2023",
    ]);
  });

  it("takes the region's name from the others where one head lost it", () => {
    const nameless = decree({
      letterhead: [],
      title: ["KEPUTUSAN SEKRETARIS DAERAH"],
      annexHead: ["LAMPIRAN"],
    });
    expect(splitDecrees([...first, ...nameless]).map(({ regency }) => regency)).toEqual([
      "Arunika",
      "Arunika",
    ]);
  });

  it("tells apart annexes alone by their numbers, but not further annexes of one decree", () => {
    const annex = (head: string, number: string) => [
      head,
      `NOMOR ${number}`,
      "",
      "Jenis Layanan : Kartu Tamu",
      ...TABLE,
    ];
    expect(
      numbers([
        ...annex("LAMPIRAN KEPUTUSAN BUPATI ARUNIKA", "1 TAHUN 2020"),
        ...annex("LAMPIRAN KEPUTUSAN BUPATI ARUNIKA", "2 TAHUN 2020"),
      ]),
    ).toEqual(["1 TAHUN 2020", "2 TAHUN 2020"]);
    expect(
      numbers([
        ...annex("LAMPIRAN I KEPUTUSAN BUPATI ARUNIKA", "1 TAHUN 2020"),
        ...annex("LAMPIRAN II KEPUTUSAN BUPATI ARUNIKA", "7 TAHUN 2020"),
      ]),
    ).toHaveLength(1);
  });

  it("does not begin a decree at one that is cited", () => {
    const citing = decree({
      clauses: [
        "KESATU : Standar pelayanan tercantum dalam Lampiran.",
        "KEDUA : Keputusan Sekretaris Daerah Nomor 060/2/ORG TAHUN 2019 dicabut.",
      ],
      annex: [
        "Jenis Layanan : 1. Pelayanan Kartu Tamu",
        ...TABLE,
        "7.\tProduk\tKEPUTUSAN BUPATI",
        "KEPUTUSAN BUPATI",
        "Keputusan Bupati Arunika Nomor 9 Tahun 2018",
      ],
      end: ["Ditetapkan di Tirtasari", "pada tanggal 4 Juni 2023", "SEKRETARIS DAERAH,"],
    });
    expect(numbers(citing)).toEqual(["060/17/ORG TAHUN 2023"]);
  });
});

describe("files that are no whole decree", () => {
  it("reads an annex alone as one part without head, from the first line", () => {
    const [part, ...more] = splitDecrees(["", "Jenis Layanan : Kartu Tamu", ...TABLE]);
    expect(more).toEqual([]);
    expect(part).toMatchObject({
      regency: null,
      issuer: null,
      number: null,
      year: null,
      signed: null,
      annexFrom: 1,
      annexTo: TABLE.length + 3,
    });
  });

  it("keeps the tables that stand before the first head apart from that decree", () => {
    const parts = splitDecrees(["Jenis Layanan : Kartu Tamu", ...TABLE, ...decree()]);
    expect(parts.map(({ number, from }) => [number, from])).toEqual([
      [null, 1],
      ["060/17/ORG TAHUN 2023", TABLE.length + 2],
    ]);
  });

  it("finds no decree in a letter, a survey table, or nothing", () => {
    expect(splitDecrees([])).toEqual([]);
    expect(
      splitDecrees([
        "Kepada Yth. Bupati Arunika",
        "di tempat",
        "",
        "Dengan hormat, persyaratan kami lampirkan.",
      ]),
    ).toEqual([]);
    const survey = [
      "No\tUnsur\tNilai",
      "1\tPersyaratan\t3,4",
      "2\tProsedur\t3,5",
      "3\tWaktu pelayanan\t3,1",
      "4\tBiaya/tarif\t3,9",
      "5\tProduk pelayanan\t3,3",
      "6\tKompetensi pelaksana\t3,2",
      "7\tPerilaku pelaksana\t3,4",
    ];
    expect(splitDecrees(survey)).toEqual([]);
  });

  it("reads a decree without annex as such", () => {
    const lines = decree({ annexHead: [], annex: [] });
    expect(splitDecrees(lines)).toMatchObject([{ annexFrom: null, annexTo: lines.length + 1 }]);
  });
});
