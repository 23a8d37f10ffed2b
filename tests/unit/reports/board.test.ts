import { extractText, getDocumentProxy } from "unpdf";
import { describe, expect, it } from "vitest";
import type { BoardPaper } from "#app/reports/board/model.ts";
import { boardPdf } from "#app/reports/board/pdf.ts";
import { paperTools } from "#app/server/paper-tools.server.ts";

const LABELS = ["1. Persyaratan", "2. Prosedur", "3. Jangka waktu", "4. Biaya", "5. Produk", "6. Pengaduan"];

const board = (title: string, wordsOf: (at: number) => string) => ({
  title,
  decree: "Keputusan Bupati Nomor 12 Tahun 2025",
  parts: LABELS.map((label, at) => ({ label, words: wordsOf(at), open: false })),
});

const paper = (given: Partial<BoardPaper> = {}): BoardPaper => ({
  fileName: "papan",
  place: "Kabupaten Arunika",
  office: "Bagian Umum",
  overview: null,
  boards: [board("Peminjaman Aula", (at) => `Isi komponen ke-${at + 1}.`)],
  maklumat: "Kami sanggup melayani sesuai standar.",
  address: "https://tolok.example/kabupaten/arunika/layanan/1-peminjaman-aula",
  marks: [],
  foot: "Dicetak 2 Juli 2025, pukul 09.10 WIB",
  at: "2025-07-02T02:10:00.000Z",
  ...given,
});

const open = async (given: Partial<BoardPaper> = {}) => {
  const file = await getDocumentProxy(await boardPdf(paper(given), paperTools()));
  const { text } = await extractText(file);
  const first = await file.getPage(1);
  return { pages: text.map((one) => one.replace(/\s+/g, " ")), view: first.view as number[] };
};

describe("a board for the counter", () => {
  it("is one upright sheet of A3 with the six components in order, the pledge and the code's words", async () => {
    const { pages, view } = await open();
    expect(view.map(Math.round)).toEqual([0, 0, 842, 1191]);
    expect(pages).toHaveLength(1);
    const [page = ""] = pages;
    const wanted = [
      "Bagian Umum",
      "Peminjaman Aula",
      ...LABELS,
      "Maklumat pelayanan",
      "Pindai untuk membaca",
    ];
    const places = wanted.map((words) => page.indexOf(words));
    expect(places.every((at) => at >= 0)).toBe(true);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    for (let at = 1; at <= 6; at++) expect(page).toContain(`Isi komponen ke-${at}.`);
    expect(page).toContain("Halaman 1 dari 1");
  });

  it("loses no item of a standard that is longer than a sheet", async () => {
    const items = Array.from({ length: 160 }, (_, at) => `${at + 1}. Berkas nomor ${at + 1} rangkap dua`);
    const { pages } = await open({ boards: [board("Izin", (at) => (at === 1 ? items.join("\n") : "Ada."))] });
    expect(pages.length).toBeGreaterThan(1);
    const found = [...pages.join(" ").matchAll(/Berkas nomor (\d+) rangkap/g)].map(([, at]) => Number(at));
    expect(found).toEqual(items.map((_, at) => at + 1));
  });

  it("prints no code where the standard is not open, and says of every sheet what must be known first", async () => {
    const { pages } = await open({
      address: null,
      maklumat: null,
      marks: ["DRAF: 1 dari 6 komponen publik belum dapat dicetak."],
    });
    expect(pages[0]).toContain("DRAF: 1 dari 6");
    expect(pages[0]).not.toContain("Pindai");
  });

  it("of a bagian begins with all its services, each row with time, fee and product", async () => {
    const services = Array.from({ length: 20 }, (_, at) => `Layanan ke-${at + 1}`);
    const { pages } = await open({
      overview: services.map((title, at) => ({
        title,
        time: `${at + 1} hari kerja`,
        fee: "Tidak dipungut biaya",
        product: "Surat persetujuan",
      })),
      boards: services.map((title) => board(title, () => "Ada.")),
    });
    const at = pages.findIndex((page) => !page.includes("Jangka waktu Biaya Produk"));
    const overview = pages.slice(0, at).join(" ");
    for (const [index, title] of services.entries()) {
      expect(overview).toContain(`${title} ${index + 1} hari kerja Tidak dipungut biaya Surat persetujuan`);
    }
    expect(pages).toHaveLength(at + 20);
  });
});
