import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extractHeadCount } from "#app/reader/facts/jumlah-pelaksana.ts";
import { sourceOf } from "#app/reader/facts/source.ts";

const count = (text: string) => extractHeadCount(sourceOf(text, [[0, 1]]));

describe("one figure", () => {
  it.each([
    ["3 orang", 3],
    ["3 (tiga) orang", 3],
    ["3 (tiga orang)", 3],
    ["3 (lima) Orang", 3],
    ["tiga orang", 3],
    ["dua puluh lima orang", 25],
    ["± 5 orang", 5],
    ["minimal 2 orang", 2],
    ["2 Orang (tentatif per unit)", 2],
    ["5 (lima) orang pada jam kerja", 5],
    ["Petugas layanan : 14 orang", 14],
    ["2 - 3 orang", 2],
    ["4 pegawai", 4],
    ["3 bidan", 3],
    ["2 perawat dan 1 apoteker", 3],
    ["6", 6],
    ["6 (enam).", 6],
  ])("%s", (text, expected) => expect(count(text)).toBe(expected));
});

describe("what a scan leaves", () => {
  it.each([
    ["l orang", 1],
    ["i (satu) orang", 1],
    ["(dua) orang", 2],
    ["4 0rang", 4],
    ["2 (dua)\norang", 2],
    ["Analis (satu) orang\n1 (satu) orang", 1],
  ])("%j", (text, expected) => expect(count(text)).toBe(expected));
});

describe("several roles", () => {
  it.each([
    ["1 orang kepala bagian, 2 orang analis, 3 orang staf", 6],
    ["1. 3 (tiga) orang unsur A; 2. 2 (dua) orang unsur B", 5],
    ["1. Tim A : 7 (tujuh) orang 2. Tim B : 3 (tiga) orang", 10],
    ["2 pejabat, 1 fungsional, dan 2 pelaksana umum", 5],
    ["2 (dua) orang : Penata 2 (dua) orang : Analis 1 (satu) orang : Pengelola", 5],
    ["Kepala Bagian : 1\nStaf : 3", 4],
    ["2 orang analis, 1 orang penata, 1 orang staf", 4],
  ])("are added up: %j", (text, expected) => expect(count(text)).toBe(expected));
});

describe("a whole with its parts", () => {
  it.each([
    ["4 orang terdiri dari: 1 orang kabag, 3 staf", 4],
    ["21 orang dengan rincian:\na. 2 orang pembawa acara\nb. 19 orang petugas", 21],
    ["Kabag 1 orang, analis 2 orang, total 3 orang", 3],
    ["1. Analis: 2 orang\n2. Pengelola: 1 orang\nJumlah: 3 orang", 3],
    ["Analis 2 orang, staf 1 orang, jumlah 4 orang", 7],
    ["Jumlah analis 3 orang, jumlah staf 3 orang", 6],
    ["4 orang: 1 kabag, 3 analis", 4],
    ["6 orang: 2 MC, 4 pengemudi", 6],
    ["1. Tim A : 7 orang terdiri dari 3 ASN dan 4 THL\n2. Tim B : 3 orang", 10],
  ])("counts once: %j", (text, expected) => expect(count(text)).toBe(expected));
});

describe("no figure", () => {
  it.each([
    "Sesuai kebutuhan",
    "1. Kepala Bagian\n2. Analis\n3. Staf",
    "1 Kepala Bagian\n2 Analis\n3 Staf",
    "Unit terkait",
    "Setiap pelaksana melayani 20 orang pemohon",
  ])("%j", (text) => expect(count(text)).toBeNull());
});

describe("any figure", () => {
  it("is read with and without its words", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), (figure) => {
        expect(count(`${figure} orang`)).toBe(figure);
        expect(count(`Petugas sebanyak ${figure} (…) orang.`)).toBe(figure);
      }),
    );
  });

  it("is added to the others", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 6 }), (figures) => {
        const text = figures.map((figure, i) => `${i + 1}. Unsur: ${figure} orang`).join("\n");
        expect(count(text)).toBe(figures.reduce((sum, figure) => sum + figure, 0));
      }),
    );
  });
});
