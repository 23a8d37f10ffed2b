import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import { type Paper, paragraph } from "#app/reports/paper.ts";
import { toPdf } from "#app/reports/pdf/pdf.ts";
import { paperTools } from "#app/server/paper-tools.server.ts";
import { samplePaper } from "./paper-sample.ts";

const pagesOf = async (paper: Paper): Promise<string[]> => {
  const { text } = await extractText(await getDocumentProxy(await toPdf(paper, paperTools())));
  return text.map((page) => page.replace(/\s+/g, " "));
};

describe("a paper as PDF", () => {
  it("holds its words as text that can be selected, in the order of reading", async () => {
    const text = (await pagesOf(samplePaper())).join(" ");
    const places = [
      "PEMERINTAH KABUPATEN ARUNIKA",
      "Laporan contoh",
      "1. Hasil",
      "82,40 (B)",
      "Tabel 1.",
      "2. Penutup",
    ].map((words) => text.indexOf(words));
    expect(places.every((at) => at >= 0)).toBe(true);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
  });

  it("repeats the head of a table on every page that the table takes", async () => {
    const pages = await pagesOf(samplePaper());
    const withRows = pages.filter((page) => /Baris ke-\d+/.test(page));
    expect(withRows.length).toBeGreaterThan(1);
    for (const page of withRows) expect(page).toContain("Baris n Nilai");
  });

  it("loses no row of a table over its pages", async () => {
    const text = (await pagesOf(samplePaper())).join(" ");
    const rows = [...text.matchAll(/Baris ke-(\d+)/g)].map(([, at]) => Number(at));
    expect(rows).toEqual(Array.from({ length: 90 }, (_, at) => at + 1));
  });

  it("counts its pages at the foot of each, and carries its mark on each", async () => {
    const pages = await pagesOf(samplePaper());
    for (const [at, page] of pages.entries()) {
      expect(page).toContain(`Halaman ${at + 1} dari ${pages.length}`);
      expect(page).toContain("DRAF");
    }
  });

  it("keeps a heading with the table under it", async () => {
    // 60 short paragraphs leave no room for heading, head and first row together at some length between.
    for (let lines = 40; lines < 56; lines++) {
      const pages = await pagesOf(
        samplePaper({
          letterhead: undefined as never,
          blocks: [
            ...Array.from({ length: lines }, (_, at) => paragraph(`Kalimat ${at}`, "note")),
            { kind: "heading", level: 2, words: "Judul tabel" },
            {
              kind: "table",
              columns: [{ head: "Kepala", share: 100 }],
              rows: [[[paragraph("Isi pertama")]]],
            },
          ],
        }),
      );
      const page = pages.find((one) => one.includes("Judul tabel"));
      expect(page).toContain("Isi pertama");
    }
  });

  it("breaks a row that is longer than a page and loses none of its words", async () => {
    const words = Array.from({ length: 3000 }, (_, at) => `kata${at}`);
    const pages = await pagesOf(
      samplePaper({
        blocks: [
          {
            kind: "table",
            columns: [
              { head: "Nama", share: 20 },
              { head: "Isi", share: 80 },
            ],
            rows: [[[paragraph("Panjang")], [paragraph(words.join(" "))]]],
          },
        ],
      }),
    );
    const found = [...pages.join(" ").matchAll(/kata\d+/g)].map(([word]) => word);
    expect(found).toEqual(words);
  });

  it("breaks a word that is wider than its cell", async () => {
    const word = "a".repeat(400);
    const pages = await pagesOf(
      samplePaper({
        blocks: [{ kind: "table", columns: [{ head: "Nama", share: 100 }], rows: [[[paragraph(word)]]] }],
      }),
    );
    expect(
      pages
        .join("")
        .match(/a{20,}/g)
        ?.join(""),
    ).toBe(word);
  });

  it("writes signs that its type lacks otherwise, and loses none", async () => {
    const text = (await pagesOf(samplePaper())).join(" ");
    expect(text).toContain("Suhu >= 25 derajat -> ruang tunggu; café, Łódź, x y.");
  });

  it("says its language, its title and its chapters, and is tagged for reading aloud", async () => {
    const bytes = await toPdf(samplePaper(), paperTools());
    const raw = Buffer.from(bytes).toString("latin1");
    expect(raw).toMatch(/\/Lang \(id-ID\)/);
    expect(raw).toMatch(/\/Marked true/);
    const pdf = await getDocumentProxy(bytes);
    const outline = (await pdf.getOutline()) ?? [];
    expect(outline.map(({ title }) => title)).toEqual(["1. Hasil", "2. Penutup"]);
    const info = (await pdf.getMetadata()).info as { Title?: string };
    expect(info.Title).toBe("Laporan contoh, Kabupaten Arunika");
  });

  it("is the same file of the same paper", async () => {
    const [one, other] = await Promise.all([1, 2].map(() => toPdf(samplePaper(), paperTools())));
    expect(Buffer.compare(Buffer.from(one!), Buffer.from(other!))).toBe(0);
  });
});
