import { describe, expect, it } from "vitest";
import { clopperPearson } from "#app/assessment/interval.ts";
import { ONE_IN, SMALLEST_SAMPLE } from "#app/assessment/sample.ts";
import { reviewPaper } from "#app/reports/review/note.ts";
import type { QueueRow } from "#app/server/assessment/queue.server.ts";
import type { RoundVerdict, RoundView } from "#app/server/assessment/round-view.server.ts";
import type { SheetView } from "#app/server/assessment/sheet.server.ts";
import { noteOf, resultSentences } from "#app/ui/assessment/note.ts";
import { queueSentence, SAMPLE_METHOD, staleSentences, valueWords } from "#app/ui/assessment/words.ts";

const regency = {
  r: 10_000,
  slug: "arunika",
  name: "Kabupaten Arunika",
  shortName: "Arunika",
  zone: "WIB",
  code: null,
  sample: false,
} as const;
const verdict = (some: Partial<RoundVerdict>): RoundVerdict => ({
  assessment: {
    id: "a",
    regency,
    bagian: { slug: "umum", name: "Bagian Umum", family: "umum" },
    service: { no: 1, slug: "peminjaman-aula", name: "Peminjaman Aula" },
    edition: { name: "Instrumen", slug: "i", substance: true },
    state: "selesai_direviu",
    own: false,
    seconded: false,
    submittedBy: "sari",
    since: "2026-03-01T00:00:00.000Z",
    days: 3,
    answered: 14,
    items: 14,
    roundId: "u",
    contentHash: "0123456789abcdef",
  },
  item: "biaya",
  name: "Biaya/tarif",
  drawn: "acak",
  value: "2",
  machine: "2",
  kind: "tetap",
  judgedBy: "sari",
  mark: "setuju",
  reason: null,
  markedBy: "budi",
  markedAt: "2026-03-02T00:00:00.000Z",
  waits: false,
  ...some,
});
const round = (some: Partial<RoundView> = {}): RoundView => ({
  id: "u",
  regency,
  edition: { name: "Instrumen", slug: "i", substance: true, hash: "ffeeddccbbaa998877" },
  seed: "benih",
  rest: 300,
  state: "ditutup",
  at: "2026-03-01T00:00:00.000Z",
  by: "budi",
  closed: { at: "2026-03-03T00:00:00.000Z", by: "budi" },
  result: {
    mandatory: { wrong: 1, checked: 5 },
    random: clopperPearson(0, 30) ?? null,
    dropped: 2,
  },
  verdicts: [
    verdict({}),
    verdict({
      item: "produk",
      name: "Produk pelayanan",
      value: "3",
      machine: "1",
      kind: "ubah",
      mark: "tidak_setuju",
      reason: "Bukan hasil.",
    }),
  ],
  assessments: [verdict({}).assessment],
  waiting: 0,
  may: { mark: true },
  ...some,
});

describe("words of an assessment", () => {
  it("say each value as people do", () => {
    expect(["0", "3", "T", "ya", "tidak", "langkah:2", null].map(valueWords)).toEqual([
      "tingkat 0, tidak ada",
      "tingkat 3, lengkap dan terukur",
      "tidak terbaca",
      "terpenuhi",
      "belum terpenuhi",
      "langkah 2",
      "belum ada putusan",
    ]);
  });

  it("name what changed since it was handed in, and when", () => {
    const view = {
      service: { no: 1, slug: "a", name: "A" },
      stale: {
        at: "2025-07-02",
        instrument: true,
        parts: ["biaya", "produk"],
        services: 0,
        answers: ["Biaya/tarif"],
      },
    } as unknown as SheetView;
    expect(staleSentences(view, () => "2 Juli 2025")).toEqual([
      "Reviu layanan ini perlu diulang karena teksnya berubah, instrumennya berganti edisi, dan putusan mesin berubah pada 2 Juli 2025.",
      "Yang berubah pada teks: biaya dan produk.",
      "Putusan mesin berubah pada Biaya/tarif.",
    ]);
  });

  it("never begin a sentence of the queue with a figure", () => {
    const rows = (n: number, days: number) =>
      Array.from({ length: n }, () => ({ days })) as unknown as QueueRow[];
    expect(queueSentence({ rows: rows(2, 12), works: true })).toBe(
      "Dua penilaian menunggu Anda, yang terlama 12 hari",
    );
    expect(queueSentence({ rows: rows(40, 0), works: true })).toBe(
      "Menunggu Anda: 40 penilaian, semuanya sejak hari ini",
    );
    expect(queueSentence({ rows: rows(1, 0), works: true })).toBe(
      "Satu penilaian menunggu Anda, sejak hari ini",
    );
    expect(queueSentence({ rows: rows(1, 3), works: true })).toBe(
      "Satu penilaian menunggu Anda, sejak 3 hari yang lalu",
    );
    expect(queueSentence({ rows: [], works: true })).toBe("Tidak ada penilaian yang menunggu Anda");
  });
});

describe("the rule of the uji petik", () => {
  it("is told as it is drawn", () => {
    expect([SMALLEST_SAMPLE, ONE_IN]).toEqual([30, 10]);
    expect(SAMPLE_METHOD).toContain("sepersepuluh, paling sedikit 30, atau semuanya bila tidak sampai 30");
  });
});

describe("the Catatan Hasil Reviu", () => {
  it("prints the counted part and the estimated part apart, the latter with its interval", () => {
    // 1 - 0.025^(1/30) = 0.1157.
    expect(resultSentences(round())).toEqual([
      "Putusan tingkat 0–1, diperiksa seluruhnya: 1 dari 5 tidak disetujui.",
      "Putusan lain, 2 terambil acak dari 300: tidak disetujui 0 dari 30 (0%); selang 95%: 0%–12%.",
      "Belum atau tidak diperiksa: 2 putusan; tidak dihitung dalam angka di atas.",
    ]);
  });

  it("prints no percentage of fewer than ten", () => {
    const few = round();
    few.result = { ...few.result, random: clopperPearson(1, 9) ?? null };
    expect(resultSentences(few)[1]).toBe(
      "Putusan lain, 2 terambil acak dari 300: tidak disetujui 1 dari 9; terlalu sedikit untuk persentase dan selang.",
    );
  });

  it("claims no interval where nothing was left to estimate", () => {
    expect(resultSentences(round({ rest: 30 }))[1]).toBe(
      "Putusan lain, diperiksa seluruhnya: 0 dari 30 tidak disetujui; tanpa selang, karena tidak ada yang ditaksir.",
    );
  });

  it("holds the seed, the verdicts not agreed with first, and the text that each review stands on", () => {
    const note = noteOf(round(), "2026-03-03T01:00:00.000Z");
    expect(note.facts).toContainEqual(["Benih", "benih"]);
    expect(note.verdicts.map(({ item, verdict: words, mark }) => [item, words, mark])).toEqual([
      [
        "Produk pelayanan",
        "tingkat 3, lengkap dan terukur; mesin: tingkat 1, isi belum tepat",
        "tidak setuju: Bukan hasil.",
      ],
      ["Biaya/tarif", "tingkat 2, inti terpenuhi", "setuju"],
    ]);
    expect(note.assessments).toEqual([
      { service: "Peminjaman Aula", bagian: "Bagian Umum", state: "selesai direviu", hash: "0123456789ab" },
    ]);
    expect(note.finding).toBe("Uji petik Arunika: satu dari 35 putusan yang diperiksa tidak disetujui");
  });

  it("is marked as a draft until the uji petik is closed", () => {
    const open = round({ state: "terbuka", closed: null });
    expect(reviewPaper(noteOf(open, "2026-03-03T01:00:00.000Z")).mark).toBe("DRAF");
    expect(reviewPaper(noteOf(round(), "2026-03-03T01:00:00.000Z")).mark).toBeUndefined();
  });
});
