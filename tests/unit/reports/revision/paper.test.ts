import JSZip from "jszip";
import { describe, expect, it } from "vitest";
import { toDocx } from "#app/reports/docx.ts";
import { revisionOf } from "#app/reports/revision/compose.ts";
import type { RevisionInput } from "#app/reports/revision/model.ts";
import { draftRuns, revisionPaper } from "#app/reports/revision/paper.ts";
import { paperTools } from "#app/server/paper-tools.server.ts";
import { judgedService, NOT_MEASURABLE, revisionInput } from "./input.ts";

interface Parts {
  document: string;
  styles: string;
  footer: string;
}

async function partsOf(given: Partial<RevisionInput> = {}): Promise<Parts> {
  const zip = await JSZip.loadAsync(
    await toDocx(revisionPaper(revisionOf(revisionInput(given))), paperTools()),
  );
  const read = async (name: string) => (await zip.file(name)?.async("string")) ?? "";
  return {
    document: await read("word/document.xml"),
    styles: await read("word/styles.xml"),
    footer: await read("word/footer1.xml"),
  };
}

const unescaped = (xml: string): string =>
  xml.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
/** Text of a piece of the document, paragraphs joined by " | ". */
const textOf = (xml: string): string =>
  [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)]
    .map(([p]) => [...p.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((one) => unescaped(one[1] ?? "")).join(""))
    .join(" | ");
/** Rows of the tables that have a repeated head, as texts of cells. */
const matrices = (document: string): string[][][] =>
  [...document.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)]
    .map(([table]) => table)
    .filter((table) => table.includes("<w:tblHeader"))
    .map((table) =>
      [...table.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].map(([row]) =>
        [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => textOf(cell)),
      ),
    );

describe("matriks semula–menjadi on paper", () => {
  it("is A4 landscape, with real styles, Indonesian, and page x of y", async () => {
    const { document, styles, footer } = await partsOf();
    expect(document).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/);
    expect(document).toContain('<w:pStyle w:val="Title"/>');
    expect(document).toContain('<w:pStyle w:val="Heading2"/>');
    expect(styles).toContain('w:name w:val="Kutipan naskah"');
    expect(styles).toContain('<w:lang w:val="id-ID"/>');
    expect(footer).toMatch(/PAGE<.*NUMPAGES</s);
    expect(textOf(footer)).toContain("Bagian Umum, Kabupaten Segara Biru");
  });

  it("names regency, bagian, decree, year and instant in the regency's zone at its head", async () => {
    const { document } = await partsOf();
    const words = textOf(document);
    expect(words).toContain("Matriks semula–menjadi standar pelayanan | Bagian Umum, Kabupaten Segara Biru");
    expect(words).toContain(
      "Keputusan Bupati Nomor 060/17 Tahun 2025, ditetapkan 3 Februari 2025; naskah versi 1",
    );
    expect(words).toContain("3 Februari 2026 pukul 14.45 WITA");
    expect(words).toContain("Angka sementara (hasil mesin): 0 dari 42 putusan telah direviu.");
  });

  it("has one table a service that needs change, its head repeated on every page, short rows unbroken", async () => {
    const { document } = await partsOf();
    const tables = matrices(document);
    expect(tables.map((rows) => rows.length - 1)).toEqual([2, 2]);
    for (const [head] of tables) {
      expect(head).toEqual(["Komponen", "Semula", "Masalah", "Menjadi", "Dasar"]);
    }
    // The two heads, four short rows, and the rows of the block under the title (3) and for signatures (2).
    expect([...document.matchAll(/<w:cantSplit\/>/g)].length).toBe(11);
  });

  it("lets a row break whose text is longer than a page could hold", async () => {
    const long = { level: 1, text: "Kalimat panjang. ".repeat(60), problems: [NOT_MEASURABLE] } as const;
    const { document } = await partsOf({ services: [judgedService(1, "Satu", { prosedur: long })] });
    expect([...document.matchAll(/<w:cantSplit\/>/g)].length).toBe(6); // One head, 3 and 2 as above.
  });

  it("quotes what stands there line by line with its lines, and says what is wrong, asked and the frame of the new text", async () => {
    const [[, time, fee] = []] = matrices((await partsOf()).document);
    expect(time).toEqual([
      "3. Jangka waktu penyelesaian | Tingkat 1, isi belum tepat",
      "Menyesuaikan kebutuhan | dan ketersediaan aula | Baris 112–113",
      "Tidak terukur. Tidak ada angka dan satuan waktu. | Cara membenahi: Sebutkan angka dan satuannya, atau tenggat yang tetap. | Yang diminta: Jangka waktu memuat angka dan satuan, atau tenggat yang tetap.",
      "[isi: angka] ([isi: angka itu dengan huruf]) [isi: menit, jam, atau hari kerja] sejak [isi: saat mulai dihitung, misalnya berkas diterima lengkap].",
      "UU 25/2009 Pasal 21 dan lampiran Permenpan RB 15/2014 | Ukuran kerja, bukan bunyi peraturan",
    ]);
    expect(fee?.[1]).toBe("(tidak ada)");
  });

  it("keeps marks of markup and of formulas as they are printed", async () => {
    const [, [, time] = []] = matrices((await partsOf()).document);
    expect(time?.[1]).toBe("=Setiap saat <selalu> & tetap | Baris 202");
  });

  it("names what stays and what is to be held against the original in a line each", async () => {
    const words = textOf((await partsOf()).document);
    expect(words).toContain("Cocokkan dengan naskah asli: produk (baris 115).");
    expect(words).toContain("Tidak ada yang perlu diubah: persyaratan,");
  });

  it("says instead of a quote that the text is not there where only facts are kept", async () => {
    const [decree] = revisionInput().decrees;
    const { document } = await partsOf({
      decrees: [{ ...(decree as NonNullable<typeof decree>), factsOnly: true }],
      services: [judgedService(1, "Satu", { biaya: { level: 1, text: null, problems: [NOT_MEASURABLE] } })],
    });
    expect(matrices(document)[0]?.[1]?.[1]).toBe(
      "Teks belum diunggah; yang tersedia baru hasil bacanya. | Baris 103",
    );
    expect(textOf(document)).toContain("Kolom Semula kosong: teks belum diunggah");
  });

  it("names no bagian where the decree names none", async () => {
    const words = textOf((await partsOf({ bagian: { slug: "tanpa-bagian", name: null } })).document);
    expect(words).toContain("Bagian tidak disebut dalam naskah, Kabupaten Segara Biru");
    expect(words).toContain("Kepala bagian | ");
  });

  it("marks the brackets of a frame as places to fill in, and nothing else", () => {
    expect(draftRuns("[isi: angka] hari sejak [isi: saat].")).toEqual([
      { words: "[isi: angka]", as: "slot" },
      " hari sejak ",
      { words: "[isi: saat]", as: "slot" },
      ".",
    ]);
    expect(draftRuns("Tidak ada [kurung lain].")).toEqual(["Tidak ada [kurung lain]."]);
  });
});
