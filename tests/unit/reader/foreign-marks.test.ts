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

  it.each([
    [
      "a heading of TeX over two lines",
      ["\\subsubsection{Izin Usaha", "Kecil}\\label{izin-usaha-kecil}}"],
      ["           <h4>Izin Usaha", `Kecil</h4>${" ".repeat(21)}`],
    ],
    ["a heading of textile", ["h3(#izin-usaha). Izin Usaha"], [`#${" ".repeat(16)}Izin Usaha`]],
    [
      "a name in bold type that is broken by hand",
      ["*2. STANDAR PELAYANAN +", "IZIN TRAYEK*"],
      [" 2. STANDAR PELAYANAN  ", "IZIN TRAYEK "],
    ],
  ])("%s is a heading, as long as before", (_, lines, written) => {
    expect(inMarkdown(lines)).toEqual(written);
    expect(written.map(({ length }) => length)).toEqual(lines.map(({ length }) => length));
  });

  it("the sign of a numbered list is none of a heading where headings have another", () => {
    const item = "# Fotokopi KTP;";
    expect(inMarkdown([item])).toEqual([item]);
    expect(inMarkdown([item, "## Kartu Keluarga;", "h2. Izin Usaha"]).slice(0, 2)).toEqual([
      "- Fotokopi KTP;",
      " - Kartu Keluarga;",
    ]);
  });

  it("a heading of TeX that nothing closes stays as it is", () => {
    const lines = ["\\subsection{Izin Usaha", "Persyaratan", "Surat", "Kecil}\\label{a}}"];
    expect(inMarkdown(lines)).toEqual(lines);
  });

  it.each([
    ["bold type before a dash", "**Biaya** – gratis", "  Biaya:    gratis"],
    ["bold type before a full stop", "4. **Biaya**. gratis", "4.   Biaya:   gratis"],
    ["bold type alone before its content", "**Biaya** gratis", "  Biaya:  gratis"],
    ["slanted type", "_Biaya_ - gratis", " Biaya:   gratis"],
    ["square brackets", "[Biaya] gratis", " Biaya: gratis"],
    ["a code with a dash", "K4 - Biaya: gratis", "  4. Biaya: gratis"],
    ["a code with a nought", "SP-04 Biaya", "   4. Biaya"],
    ["a code with a full stop", "K.4 Biaya/Tarif: gratis", " 4. Biaya/Tarif: gratis"],
  ])("labels that %s sets off are written as others, as long as before", (_, line, written) => {
    const others = ["Persyaratan", "Dasar Hukum", "Jumlah Pelaksana"].map((label) =>
      line.replace("Biaya", label),
    );
    expect(inMarkdown([line, ...others])[0]).toBe(written);
    expect(written).toHaveLength(line.length);
    // A single one may be a word that its sentence stresses.
    expect(inMarkdown([line])).toEqual([line]);
  });

  it("labels alone in bold type, with a colon, or inside a longer name in bold type stay as they are", () => {
    const lines = ["Persyaratan", "Biaya", "Dasar Hukum"].flatMap((label) => [
      `**${label}**`,
      `**${label}:** isi`,
      `**${label}**: isi`,
      `**${label} Bagian Umum** – isi`,
    ]);
    expect(inMarkdown(lines)).toBe(lines);
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

/** Each kind of mark-up has its own sign for an item. */
const MARK = /^(?:\d\.|-) /;
const facts = (text: string) =>
  readText(text).services.map(({ name, bagian, components }) => [
    name,
    bagian,
    Object.entries(components).flatMap(([key, one]) =>
      one ? [`${key}: ${one.text.split("\n")[0]?.replace(MARK, "")}`] : [],
    ),
  ]);

describe("a decree whose headings and labels are bold", () => {
  const want = facts(PLAIN);

  it("has two services with their components in Markdown", () => {
    expect(want).toEqual([
      [
        "Peminjaman Aula",
        "BAGIAN UMUM",
        [
          "persyaratan: Surat permohonan;",
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
    [
      "textile",
      PLAIN.replace(/^\*\*(\d.*)\*\*$/gm, "h3. $1")
        .replace(/^\*\*(.*)\*\*$/gm, "$1")
        .replace(/^\d\. (Surat perm|Foto)/gm, "# $1"),
    ],
    ["a quoted text", PLAIN.replace(/^/gm, "> ")],
  ])("reads the same in %s", (_, text) => {
    expect(facts(text)).toEqual(want);
  });
});
