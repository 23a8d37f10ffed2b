import { describe, expect, it } from "vitest";
import { readDecree } from "#app/reader/index.ts";
import { contractBreaches } from "#tests/reader-kit/contract.ts";
import { fuzzBases, fuzzInput } from "#tests/reader-kit/fuzz.ts";
import { makeDecree } from "#tests/reader-kit/generate.ts";
import { measure } from "#tests/reader-kit/measure.ts";
import { MUTATIONS, mutate } from "#tests/reader-kit/mutate.ts";
import { seeded } from "#tests/reader-kit/random.ts";
import { layoutNamed } from "#tests/reader-kit/render/index.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const codes = (bytes: Uint8Array, name = "berkas.txt") => readDecree(bytes, name).findings.map((f) => f.code);
const rendering = layoutNamed("tab-three")?.render(makeDecree(5), 5);
if (!rendering) throw new Error("no layout tab-three");
const sound = encode(rendering.text);
const lines = rendering.text.split("\n");

/** UTF-16 with or without its byte order mark. */
function utf16(text: string, little: boolean, mark: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length + (mark ? 2 : 0)));
  if (mark) view.setUint16(0, 0xfeff, little);
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i + (mark ? 2 : 0), text.charCodeAt(i), little);
  return new Uint8Array(view.buffer);
}

describe("spoilt files", () => {
  const bases = fuzzBases(3);

  it.each(MUTATIONS)("%s: gives a reading that keeps the contract", (mutation) => {
    for (const [i, base] of bases.filter((b) => b.bytes.length < 60_000).entries()) {
      if (i % 5 !== 0) continue;
      expect(contractBreaches(readDecree(mutate(base.bytes, mutation, seeded(i)), base.name))).toEqual([]);
    }
  });

  it("an annex whose first row counts on from rows that are lost is read from there", () => {
    const text =
      "LAMPIRAN KEPUTUSAN BUPATI LEMBAYUNG\nNOMOR 3 TAHUN 2024\n3.\tWa tu Pelayanan\t1 hari.\n1.\tPersyaratan\tSurat undangan.\n";
    const [service] = readDecree(encode(text), "berkas.txt").services;
    expect(service?.components.jangka_waktu?.text).toBe("1 hari.");
    expect(service?.components.persyaratan?.text).toBe("Surat undangan.");
  });

  it("several at once: gives a reading that keeps the contract", () => {
    for (let index = 0; index < 60; index++) {
      const input = fuzzInput(bases, 9, index);
      expect([index, ...contractBreaches(readDecree(input.bytes, input.base))]).toEqual([index]);
    }
  });

  it("the same seed and index give the same bytes", () => {
    expect(fuzzInput(bases, 2, 17)).toEqual(fuzzInput(bases, 2, 17));
  });
});

describe("files that are no decree", () => {
  it.each([
    ["no byte at all", new Uint8Array()],
    ["only blank lines", encode("\n \n\t\n")],
  ])("%s: empty, with nothing read", (_, bytes) => {
    expect(codes(bytes)).toContain("empty");
    expect(readDecree(bytes, "kosong.txt").services).toEqual([]);
  });

  it.each([
    [
      "an image renamed to text",
      Uint8Array.from([
        0x89,
        0x50,
        0x4e,
        0x47,
        0x0d,
        0x0a,
        0x1a,
        0x0a,
        ...Array.from({ length: 4000 }, (_, i) => (i * 37) % 256),
      ]),
    ],
    [
      "a PDF renamed to text",
      Uint8Array.from([...encode("%PDF-1.7\n"), ...Array.from({ length: 4000 }, (_, i) => (i * 101) % 256)]),
    ],
    [
      "a ZIP renamed to text",
      Uint8Array.from([0x50, 0x4b, 3, 4, ...Array.from({ length: 4000 }, (_, i) => (i * 73) % 256)]),
    ],
    ["random bytes", Uint8Array.from({ length: 5000 }, (_, i) => (i * i * 31 + i * 7) % 256)],
  ])("%s: binary, with nothing read", (_, bytes) => {
    expect(codes(bytes)).toEqual(["binary"]);
    expect(readDecree(bytes, "gambar.txt").services).toEqual([]);
  });

  it("says what a refused file holds, and how it becomes one that can be read", () => {
    const said = (...first: number[]) =>
      readDecree(Uint8Array.from([...first, ...Array(60).fill(0)]), "naskah.txt").findings[0]?.message;
    expect(said(0x89, 0x50, 0x4e, 0x47)).toContain("Berkas ini berisi gambar, bukan teks.");
    expect(said(...encode("%PDF-1.7"))).toContain("Berkas ini berbentuk PDF, bukan teks.");
    const zip = (name: string) => said(0x50, 0x4b, 3, 4, ...Array(26).fill(0), ...encode(name));
    for (const name of [
      "[Content_Types].xml",
      "_rels/.rels",
      "mimetypeapplication/vnd.oasis.opendocument.text",
    ])
      expect(zip(name)).toBe(
        "Berkas ini berbentuk dokumen pengolah kata atau lembar kerja, bukan teks. Simpan dokumennya sebagai teks biasa (.txt) atau halaman web (.html), lalu unggah hasilnya.",
      );
    expect(said(0xd0, 0xcf, 0x11, 0xe0)).toContain("Simpan dokumennya sebagai teks biasa (.txt)");
    for (const archive of [zip("keputusan.txt"), said(0x1f, 0x8b, 8, 0), said(0x37, 0x7a, 0xbc, 0xaf)])
      expect(archive).toBe(
        "Berkas ini berisi berkas yang dimampatkan, bukan teks. Buka kemasannya, lalu unggah berkas teks di dalamnya (.txt, .md, atau .html).",
      );
    expect(said(1, 2, 3, 4)).toContain("Berkas ini bukan teks.");
  });

  it("a byte over the bound: says a size over the bound; at the bound it is read", () => {
    const over = readDecree(new Uint8Array(25_000_001).fill(32), "besar.txt");
    expect(over.findings[0]?.message).toContain("Ukuran berkas 25,1 MB melebihi batas 25 MB.");
    expect(codes(new Uint8Array(25_000_000).fill(32))).toEqual(["empty"]);
  });

  it("50 MB: too large, with nothing read", () => {
    const reading = readDecree(new Uint8Array(50 * 1024 * 1024).fill(65), "besar.txt");
    expect(reading.findings.map((f) => f.code)).toEqual(["too_large"]);
    expect(reading.services).toEqual([]);
  });

  it.each([
    [
      "a decree on another matter",
      "KEPUTUSAN BUPATI ARUNIKA\nNOMOR 5 TAHUN 2024\nTENTANG\nTIM PENYUSUN KALENDER ACARA\nMEMUTUSKAN:\nKESATU : Membentuk tim.\nKEDUA : Keputusan ini berlaku.\n",
    ],
    ["a story", "Pada suatu hari seekor kancil menyeberang sungai.\nIa bertemu buaya.\n"],
  ])("%s: says so and reads no service", (_, text) => {
    const reading = readDecree(encode(text), "lain.txt");
    expect(reading.findings.map((f) => f.code)).toEqual(["not_a_decree"]);
    expect(reading.services).toEqual([]);
  });

  it("a decree of service standards whose annex is in another file: no annex", () => {
    const head = lines
      .slice(
        0,
        lines.findIndex((line) => line.startsWith("LAMPIRAN")),
      )
      .join("\n");
    const reading = readDecree(encode(head), "tanpa-lampiran.txt");
    expect(reading.findings.map((f) => f.code)).toContain("no_annex");
    expect(reading.decrees).toHaveLength(1);
    expect(reading.services).toEqual([]);
  });
});

describe("the same decree in other clothes", () => {
  const misses = (bytes: Uint8Array) => measure(readDecree(bytes, "naskah.txt"), rendering.truth).misses;

  it("is read without a difference from plain UTF-8", () => {
    expect(misses(sound)).toEqual([]);
  });

  it.each([
    ["UTF-8 with a byte order mark", Uint8Array.from([0xef, 0xbb, 0xbf, ...sound])],
    ["UTF-16, little end first", utf16(rendering.text, true, true)],
    ["UTF-16, big end first", utf16(rendering.text, false, true)],
    ["UTF-16, little end first, without mark", utf16(rendering.text, true, false)],
    ["lines ended by CR and LF", encode(rendering.text.replaceAll("\n", "\r\n"))],
    ["lines ended by CR alone", encode(rendering.text.replaceAll("\n", "\r"))],
    ["a NUL here and there", encode(rendering.text.replaceAll("; ", ";\u0000 "))],
  ])("%s: is read without a difference", (_, bytes) => {
    expect(misses(bytes)).toEqual([]);
  });

  it("Windows-1252: dashes and quotes are letters of it, and the finding says that it was changed", () => {
    const text = rendering.text.replace("Jalan Cempaka", "Jalan “Cempaka” – Café");
    const bytes = Uint8Array.from(
      [...text].map((c) => ({ "“": 0x93, "”": 0x94, "–": 0x96, é: 0xe9 })[c] ?? c.charCodeAt(0)),
    );
    const reading = readDecree(bytes, "lama.txt");
    expect(reading.findings.map((f) => f.code)).toContain("encoding");
    expect(reading.text.join("\n")).toContain("Jalan “Cempaka” – Café");
    expect(measure(reading, rendering.truth).misses).toEqual([]);
  });

  it("HTML with scripts: no code of a script is read as content", () => {
    const html = layoutNamed("html")?.render(makeDecree(6), 6);
    if (!html) throw new Error("no layout html");
    const script =
      '<script>alert("Persyaratan")</script><style>td{color:red}</style><!-- Produk Pelayanan -->';
    const spoilt = html.text
      .replaceAll("</table>", `</table>${script}`)
      .replaceAll("</td>", `<script>x()</script></td>`);
    const reading = readDecree(encode(spoilt), "naskah.html");
    expect(measure(reading, html.truth).misses.filter((m) => !m.startsWith("lines"))).toEqual([]);
    expect(JSON.stringify(reading.services)).not.toMatch(/alert|x\(\)|color:red/);
  });
});
