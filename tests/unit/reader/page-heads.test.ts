import { describe, expect, it } from "vitest";
import { interruptingLines } from "#app/reader/rows/interrupting-lines.ts";
import { runningLines } from "#app/reader/rows/running-lines.ts";
import { readingDifferences } from "#tests/reader-kit/from-reading.ts";
import { makeDecree } from "#tests/reader-kit/generate.ts";
import { seeded } from "#tests/reader-kit/random.ts";
import { readText } from "#tests/reader-kit/read.ts";
import { LAYOUTS } from "#tests/reader-kit/render/index.ts";

/** Heads and feet as pages of decrees print them. */
const HEADS = {
  "a title": ["STANDAR PELAYANAN SEKRETARIAT DAERAH"],
  "a foot of an electronic signature": [
    "Dokumen ini ditandatangani secara elektronik dengan sertifikat elektronik",
    "dari Balai Sertifikasi Elektronik",
  ],
  "an address with the page's number": ["jdih.arunikakab.go.id/berkas/NOMOR"],
  "the mark of a copy": ["SALINAN"],
};

/** The text with the lines of a head behind every 24 to 44 lines. */
const withHeads = (text: string, head: readonly string[], seed: number): string => {
  const random = seeded(seed);
  let page = 1;
  let left = random.int(24, 44);
  return text
    .split("\n")
    .flatMap((line) => {
      if (--left > 0) return [line];
      left = random.int(24, 44);
      page++;
      return [line, "", ...head.map((part) => part.replace("NOMOR", String(page))), ""];
    })
    .join("\n");
};

/**
 * Left out: mark-up and sheets have no pages, `inline` has three, `service-columns` says each label once, and `stacked` and
 * `joined` put a label's number and its words on lines that a page may part.
 */
const WITHOUT = /html|sheet|^service-|^run-on$|^inline$|^stacked$|^joined$/;

describe("heads and feet that pages print in the middle of tables", () => {
  it.each(LAYOUTS.filter(({ name }) => !WITHOUT.test(name)).map((layout) => [layout.name, layout] as const))(
    "change nothing in %s",
    (_, layout) => {
      const found = Object.entries(HEADS).flatMap(([name, head], nth) => {
        const { text } = layout.render(makeDecree(900 + nth, { services: 12 }), 900 + nth);
        const after = withHeads(text, head, 900 + nth);
        expect(after).not.toBe(text);
        return readingDifferences(readText(text), readText(after)).map((one) => `${name}: ${one}`);
      });
      expect(found).toEqual([]);
    },
  );
});

/** Tables of one form, one below the other: a title above each, and a line of their own behind the rows `behind`. */
const tables = (count: number, said: string, behind: (table: number) => number): string[] =>
  Array.from({ length: count }, (_, table) => [
    "STANDAR PELAYANAN BAGIAN UMUM",
    `Layanan Nomor ${table + 1}`,
    ...[
      "Persyaratan",
      "Prosedur",
      "Jangka Waktu",
      "Biaya",
      "Produk",
      "Pengaduan",
      "Dasar Hukum",
      "Sarana",
    ].flatMap((label, at) => [
      `${at + 1}.\t${label}\tisi ${label} layanan ke-${table + 1}`,
      `\t\tlanjutan isi ke-${table + 1}`,
      ...(behind(table) === at ? [said] : []),
    ]),
  ]).flat();

describe("lines that come again", () => {
  const SAID = "Salinan naskah ada pada Bagian Umum";
  const found = (lines: readonly string[]): string[] =>
    [...interruptingLines(lines)].map((at) => lines[at] as string);

  it("are heads where another component follows upon each", () => {
    expect(found(tables(8, SAID, (table) => (table * 3) % 7))).toEqual(Array(8).fill(SAID));
  });

  it("are no heads where each table says them of the same component, nor where they stand above each", () => {
    expect(found(tables(8, SAID, () => 3))).toEqual([]);
  });

  it.each([
    "<p class=MsoList style='margin:0'><span",
    "lang=IN style='font-size:11.0pt'>",
    "<td class=isi>",
    "</p>",
  ])("are no heads where they are pieces of mark-up: %s", (said) => {
    expect(found(tables(8, said, (table) => (table * 3) % 7))).toEqual([]);
  });

  it("are no heads where two components share them", () => {
    expect(found(tables(8, SAID, (table) => (table % 2 === 0 ? 2 : 5)))).toEqual([]);
  });
});

/** Pages that break between a service's name and its table, each below the same running line. */
const pages = (running: string): string[] => [
  "KEPUTUSAN KEPALA DINAS AIR",
  "TENTANG",
  "STANDAR PELAYANAN DINAS AIR",
  "MEMUTUSKAN:",
  "LAMPIRAN",
  running,
  ...["Uji Air", "Izin Sumur", "Sambungan Baru", "Cabut Meter"].flatMap((name, at) => [
    `${at + 1}. ${name}`,
    "",
    `Halaman ${at + 2}`,
    running,
    "",
    "No   Komponen     Uraian",
    "1.   Persyaratan  KTP",
  ]),
];

describe("running lines that sound like headings", () => {
  it("are those that say what the decree is about, but for the annex's own title", () => {
    // Seven lines a page from line 6 on, the running one the fourth of them.
    expect([...runningLines(pages("STANDAR PELAYANAN DINAS AIR"))]).toEqual([9, 16, 23, 30]);
  });

  it("are no others: a page may name its service", () => {
    expect([...runningLines(pages("STANDAR PELAYANAN UJI AIR"))]).toEqual([]);
  });
});
