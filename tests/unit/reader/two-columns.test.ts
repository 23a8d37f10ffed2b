import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inOneColumn } from "#app/reader/rows/two-columns.ts";
import { readText } from "#tests/reader-kit/read.ts";

const HEAD = `KEPUTUSAN BUPATI ARUNIKA
NOMOR 22 TAHUN 2024
TENTANG
STANDAR PELAYANAN SEKRETARIAT DAERAH

LAMPIRAN KEPUTUSAN BUPATI ARUNIKA

`;

const LABELS = [
  "Persyaratan",
  "Sistem, mekanisme, dan prosedur",
  "Jangka waktu penyelesaian",
  "Biaya/tarif",
  "Produk pelayanan",
  "Dasar hukum",
  "Sarana dan prasarana",
  "Jumlah pelaksana",
];

/** A standard as lines: its title, a blank one, and each label above its content of so many lines. */
const standard = (no: number, name: string, heights: readonly number[]): string[] => [
  `${no}. ${name}`,
  "",
  ...LABELS.flatMap((label, at) => [
    `${at + 1}. ${label}:`,
    ...Array.from({ length: heights[at] ?? 1 }, (_, line) => `   Butir ${no}${at}${line} dari loket`),
  ]),
];

const beside = (left: readonly string[], right: readonly string[], gutter: number): string[] =>
  Array.from({ length: Math.max(left.length, right.length) }, (_, at) =>
    `${(left[at] ?? "").padEnd(gutter)}${right[at] ?? ""}`.trimEnd(),
  );

const contentsOf = (lines: readonly string[]): unknown =>
  readText(`${HEAD}${lines.join("\n")}\n`).services.map(({ no, name, components }) => [
    no,
    name,
    ...Object.values(components).map((component) => component?.text ?? null),
  ]);

const heights = fc.array(fc.integer({ min: 1, max: 4 }), {
  minLength: LABELS.length,
  maxLength: LABELS.length,
});

describe("two texts beside each other", () => {
  it("are read as they are one below the other, wherever the right one begins", () => {
    fc.assert(
      fc.property(heights, heights, fc.integer({ min: 40, max: 90 }), (first, second, gutter) => {
        const left = standard(1, "Pinjam Aula", first);
        const right = standard(2, "Pinjam Bus", second);
        const below = contentsOf([...left, "", ...right]);
        expect(below).toHaveLength(2);
        expect(contentsOf(beside(left, right, gutter))).toEqual(below);
      }),
      { numRuns: 40 },
    );
  });

  it("keep the lines and the pair's order: what stands beside the next pair belongs to that", () => {
    const one = [1, 1, 1, 1, 1, 1, 1, 1];
    const pair = (no: number): string[] =>
      beside(standard(no, `Layanan Aula ${no}`, one), standard(no + 1, `Layanan Aula ${no + 1}`, one), 50);
    const { services } = readText(`${HEAD}${[...pair(1), "", ...pair(3)].join("\n")}\n`);
    expect(services.map(({ no }) => no)).toEqual(["1", "2", "3", "4"]);
    // Both titles of a pair stand on one line, seven lines behind the head and twenty behind the first pair's.
    expect(services.map(({ line }) => line)).toEqual([8, 8, 27, 27]);
    expect(services.map(({ components }) => components.produk?.text)).toEqual(
      [1, 2, 3, 4].map((no) => `Butir ${no}40 dari loket`),
    );
  });

  it("are none where the right side holds the contents of the labels on the left", () => {
    const table = LABELS.map((label, at) => `${at + 1}. ${label.padEnd(40)}Biaya pendaftaran ${at}`);
    expect(inOneColumn(table, () => true)).toBeNull();
  });

  it("are none where a text goes across both", () => {
    const one = [1, 1, 1, 1, 1, 1, 1, 1];
    const lines = beside(standard(1, "Pinjam Aula", one), standard(2, "Pinjam Bus", one), 40);
    expect(inOneColumn(lines, () => true)).not.toBeNull();
    lines.splice(6, 0, "Kalimat yang panjang ini melintas dari kiri sampai jauh ke kanan halaman");
    expect(inOneColumn(lines, () => true)).toBeNull();
  });
});
