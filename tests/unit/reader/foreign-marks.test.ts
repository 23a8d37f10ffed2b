import { describe, expect, it } from "vitest";
import { inMarkdown } from "#app/reader/foreign-marks.ts";
import { readText } from "#tests/reader-kit/read.ts";

describe("marks of other kinds of mark-up", () => {
  it.each([
    ["'''Persyaratan'''", " **Persyaratan** "],
    ["1. '''Biaya:''' gratis", "1.  **Biaya:**  gratis"],
    ["\\textbf{Biaya} gratis", "        Biaya  gratis"],
    ["\\section{Izin Usaha}\\label{izin}", "#        Izin Usaha             "],
    ["Biaya ........ : gratis ....", "Biaya          : gratis ...."],
    ["\\hypertarget{izin-usaha}{%", " ".repeat(26)],
  ])("%s is written as Markdown's, as long as before", (line, written) => {
    expect(inMarkdown([line, "\\section{A}"])[0]).toBe(written);
    expect(written).toHaveLength(line.length);
  });

  it("a line's own number gives way to blanks where every line has one", () => {
    const printed = Array.from({ length: 30 }, (_, at) => `${at + 1}\tBaris`);
    expect(inMarkdown(printed)[11]).toBe("   Baris");
    // A table's rows count anew: their numbers are their own.
    expect(inMarkdown(["Persyaratan", ...printed])[12]).toBe("12\tBaris");
  });

  it("stay as they are where nothing else is marked, and no line is copied", () => {
    const lines = ["Persyaratan ''asli'' dan fotokopi", "> dikutip", "Biaya: \\100"];
    expect(inMarkdown(lines)).toBe(lines);
  });

  it("in a line of many openings are passed over in linear time", () => {
    const line = "'''a ".repeat(20_000);
    expect(inMarkdown([line])[0]).toBe(line);
  });
});

const PLAIN = `KEPUTUSAN BUPATI ARUNIKA
NOMOR 23 TAHUN 2024
TENTANG
STANDAR PELAYANAN BAGIAN UMUM

LAMPIRAN KEPUTUSAN BUPATI ARUNIKA

**1. Jenis Pelayanan : Peminjaman Aula**

**Persyaratan**

1. Surat permohonan;
2. Fotokopi KTP.

**Prosedur**

Pemohon datang ke loket, petugas mencatat, pemohon menerima izin.

**Jangka Waktu**

2 hari kerja

**Biaya**

Gratis

**2. Jenis Pelayanan : Peminjaman Kendaraan**

**Persyaratan**

Surat tugas

**Prosedur**

Pemohon mengisi buku pinjam.

**Biaya**

Rp50.000,00
`;

const facts = (text: string) =>
  readText(text).services.map(({ name, bagian, components }) => [
    name,
    bagian,
    Object.entries(components).flatMap(([key, one]) => (one ? [`${key}: ${one.text.split("\n")[0]}`] : [])),
  ]);

describe("a decree whose headings and labels are bold", () => {
  const want = facts(PLAIN);

  it("has two services with their components in Markdown", () => {
    expect(want).toEqual([
      [
        "Peminjaman Aula",
        "BAGIAN UMUM",
        [
          "persyaratan: 1. Surat permohonan;",
          "prosedur: Pemohon datang ke loket, petugas mencatat, pemohon menerima izin.",
          "jangka_waktu: 2 hari kerja",
          "biaya: Gratis",
        ],
      ],
      [
        "Peminjaman Kendaraan",
        "BAGIAN UMUM",
        ["persyaratan: Surat tugas", "prosedur: Pemohon mengisi buku pinjam.", "biaya: Rp50.000,00"],
      ],
    ]);
  });

  it.each([
    ["a wiki", PLAIN.replaceAll("**", "'''")],
    ["TeX", PLAIN.replace(/^\*\*(.*)\*\*$/gm, "\\textbf{$1}")],
    ["a quoted text", PLAIN.replace(/^/gm, "> ")],
  ])("reads the same in %s", (_, text) => {
    expect(facts(text)).toEqual(want);
  });
});
