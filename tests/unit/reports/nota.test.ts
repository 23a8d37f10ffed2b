import { describe, expect, it } from "vitest";
import { type Nota, notaPaper } from "#app/reports/nota/paper.ts";
import type { Block, PaperTable } from "#app/reports/paper.ts";
import { wordsOf } from "#app/reports/paper.ts";

const row = (no: number, service: string) => ({
  no,
  service,
  component: "Biaya/tarif",
  found: ["Baris komponen ini tidak ada.", "Isinya kosong."],
  advice: ["Tambahkan baris komponen ini beserta isinya."],
  due: "2026-05-18",
});

const nota = (part: Partial<Nota> = {}): Nota => ({
  letterhead: ["PEMERINTAH KABUPATEN ARUNIKA", "SEKRETARIAT DAERAH"],
  number: "000.8/77/ORG",
  date: "2026-05-04",
  to: "Kepala Bagian Umum",
  from: "Kepala Bagian Organisasi",
  copies: ["Sekretaris Daerah", "Inspektur"],
  nature: "",
  attachment: "",
  subject: "Perbaikan standar pelayanan",
  opening: "Mohon dibenahi.",
  closing: "",
  place: "Arunika",
  office: "Kepala Bagian Organisasi",
  name: "",
  nip: "",
  fileName: "nota-dinas-arunika",
  foot: "Nota dinas",
  status: [],
  parts: [{ bagian: "Bagian Umum", rows: [row(3, "Peminjaman Aula"), row(7, "Penerimaan Tamu")] }],
  at: "2026-05-04T02:00:00.000Z",
  ...part,
});

const of = <Kind extends Block["kind"]>(given: Nota, kind: Kind) =>
  notaPaper(given).blocks.filter((block): block is Extract<Block, { kind: Kind }> => block.kind === kind);

const cellsOf = (table: PaperTable | undefined): string[][] =>
  (table?.rows ?? []).map((cells) => cells.map((cell) => cell.map(wordsOf).join(" ")));

describe("a nota dinas", () => {
  it("has a row for each finding, counted from one, with its date in words", () => {
    const [table, other] = of(nota(), "table");
    expect(other).toBeUndefined();
    expect(table?.columns.map(({ head }) => head)).toEqual([
      "No",
      "Layanan",
      "Komponen",
      "Temuan",
      "Cara membenahi",
      "Tenggat",
    ]);
    expect(table?.columns.reduce((sum, { share }) => sum + share, 0)).toBe(100);
    expect(cellsOf(table)).toEqual([
      [
        "1",
        "Peminjaman Aula",
        "Biaya/tarif",
        "Baris komponen ini tidak ada. Isinya kosong.",
        "Tambahkan baris komponen ini beserta isinya.",
        "18 Mei 2026",
      ],
      ["2", "Penerimaan Tamu", "Biaya/tarif", expect.any(String), expect.any(String), "18 Mei 2026"],
    ]);
  });

  it("carries what was typed, leaves room where nothing was, and drops what is not used", () => {
    const [facts] = of(nota({ number: "" }), "facts");
    expect(facts?.rows.map(([label]) => label)).toEqual([
      "Kepada",
      "Dari",
      "Tanggal",
      "Nomor",
      "Hal",
      "Tembusan",
    ]);
    expect(Object.fromEntries(facts?.rows ?? [])).toMatchObject({
      Tanggal: "4 Mei 2026",
      Nomor: expect.stringMatching(/^…+$/),
      Tembusan: "Sekretaris Daerah; Inspektur",
    });
    expect(of(nota(), "signature")).toMatchObject([
      {
        placed: "Arunika, 4 Mei 2026",
        office: "Kepala Bagian Organisasi",
        name: expect.stringMatching(/^…+$/),
        nip: "",
      },
    ]);
    expect(notaPaper(nota({ letterhead: [] })).letterhead).toBeUndefined();
    expect(notaPaper(nota()).letterhead?.lines).toHaveLength(2);
  });

  it("to several bagian gives each a table under its name, and says first that figures are invented", () => {
    const two = nota({
      status: ["Data contoh."],
      parts: [
        { bagian: "Bagian Hukum", rows: [row(1, "Konsultasi Hukum")] },
        { bagian: "Bagian Umum", rows: [row(2, "Peminjaman Aula")] },
      ],
    });
    expect(of(two, "heading").map(({ words }) => words)).toEqual(["Bagian Hukum", "Bagian Umum"]);
    expect(of(two, "table").map((table) => cellsOf(table)[0]?.[0])).toEqual(["1", "1"]);
    expect(notaPaper(two).blocks[0]).toMatchObject({ kind: "paragraph", style: "status" });
  });
});
