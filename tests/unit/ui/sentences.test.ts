import { describe, expect, it } from "vitest";
import { COMPONENT_KEYS, type ComponentKey } from "#app/reader/components.ts";
import { summariseSubstance } from "#app/server/substance.ts";
import type { CellState, Cells, GroupSummary } from "#app/server/views.ts";
import {
  completenessSentence,
  declaredSentence,
  findingsSentence,
  mostAbsent,
  naskahSentence,
  placeOf,
  previewSentence,
  serviceSentence,
} from "#app/ui/sentences.ts";

const perComponent = (counts: Partial<Record<ComponentKey, number>>): Record<ComponentKey, number> =>
  Object.fromEntries(COMPONENT_KEYS.map((key) => [key, counts[key] ?? 0])) as Record<ComponentKey, number>;

/** A group whose tallies follow from what is absent and unreadable per component. */
function group(
  services: number,
  outcome: { incomplete: number; uncertain: number },
  absent: Partial<Record<ComponentKey, number>> = {},
  unreadable: Partial<Record<ComponentKey, number>> = {},
): GroupSummary {
  const sum = (counts: Partial<Record<ComponentKey, number>>): number =>
    Object.values(counts).reduce((total, count) => total + count, 0);
  const tally = {
    present: services * 14 - sum(absent) - sum(unreadable),
    absent: sum(absent),
    unreadable: sum(unreadable),
  };
  return {
    services,
    complete: services - outcome.incomplete - outcome.uncertain,
    ...outcome,
    completeness: { all: tally, public: tally, internal: tally },
    absentByComponent: perComponent(absent),
    unreadableByComponent: perComponent(unreadable),
    findings: [],
    substance: summariseSubstance([], [], []),
  };
}

const cells = (states: Partial<Record<ComponentKey, CellState>>): Cells =>
  Object.fromEntries(
    COMPONENT_KEYS.map((key) => [key, { state: states[key] ?? "ada", why: null, lines: null }]),
  ) as Cells;

/** All numbers that a sentence says, in figures. */
const figures = (sentence: string): string[] => sentence.match(/\d[\d.,]*/g) ?? [];

describe("kelengkapan of a place", () => {
  it("some: k of those that could be judged, and the component that leads", () => {
    // 29 services, 2 uncertain: 27 judged, 3 of them incomplete; biaya is absent in 2, produk in 1.
    const summary = group(29, { incomplete: 3, uncertain: 2 }, { biaya: 2, produk: 1 }, { prosedur: 2 });
    const sentence = completenessSentence("Arunika", summary);
    expect(sentence).toBe(
      "Di Arunika, 3 dari 27 standar belum lengkap 14 komponen; yang paling sering tidak ada: biaya (2)",
    );
    expect(figures(sentence)).toEqual([
      String(summary.incomplete),
      String(summary.complete + summary.incomplete),
      "14",
      String(summary.absentByComponent.biaya),
    ]);
  });

  it("some: names no component where none leads", () => {
    const summary = group(10, { incomplete: 2, uncertain: 0 }, { biaya: 1, produk: 1 });
    expect(completenessSentence("Arunika", summary)).toBe(
      "Di Arunika, 2 dari 10 standar belum lengkap 14 komponen",
    );
  });

  it("none: says all, or all that could be read whole", () => {
    expect(completenessSentence("Arunika", group(29, { incomplete: 0, uncertain: 0 }))).toBe(
      "Semua 29 standar di Arunika lengkap 14 komponen",
    );
    expect(
      completenessSentence("Arunika", group(29, { incomplete: 0, uncertain: 4 }, {}, { biaya: 4 })),
    ).toBe("Semua 25 standar di Arunika yang terbaca utuh lengkap 14 komponen");
    expect(completenessSentence("Arunika", group(1, { incomplete: 0, uncertain: 0 }))).toBe(
      "Di Arunika, satu standar lengkap 14 komponen",
    );
  });

  it("one: names the service", () => {
    expect(
      completenessSentence(
        "Arunika",
        group(29, { incomplete: 1, uncertain: 0 }, { biaya: 1 }),
        "Layanan Cuti",
      ),
    ).toBe("Di Arunika, satu standar belum lengkap 14 komponen: Layanan Cuti");
  });

  it("one of many places: names no service, and leads with no figure", () => {
    expect(
      completenessSentence(
        "lima kabupaten",
        group(29, { incomplete: 1, uncertain: 1 }, { biaya: 1 }, { produk: 1 }),
      ),
    ).toBe("Di lima kabupaten, satu dari 28 standar belum lengkap 14 komponen");
    expect(completenessSentence("Arunika", group(1, { incomplete: 1, uncertain: 0 }, { biaya: 1 }))).toBe(
      "Di Arunika, satu-satunya standar belum lengkap 14 komponen",
    );
  });

  it("empty: says so, and claims nothing where nothing could be judged", () => {
    expect(completenessSentence("Arunika", group(0, { incomplete: 0, uncertain: 0 }))).toBe(
      "Belum ada standar di Arunika yang dibaca",
    );
    expect(
      completenessSentence("Arunika", group(2, { incomplete: 0, uncertain: 2 }, {}, { biaya: 2 })),
    ).toContain("belum dapat dipastikan");
  });

  it("names one place and counts several", () => {
    expect(placeOf(["Arunika"])).toBe("Arunika");
    expect(placeOf(["Arunika", "Segara Biru", "Lembayung"])).toBe("tiga kabupaten");
  });
});

describe("components of a group", () => {
  it("puts the most frequent first and the decree's order between equals", () => {
    expect(
      mostAbsent(perComponent({ sarana: 1, biaya: 1, evaluasi_kinerja: 3 })).map((one) => one.key),
    ).toEqual(["evaluasi_kinerja", "biaya", "sarana"]);
  });
});

describe("one service", () => {
  it("names what is not there and, apart, what can't be read", () => {
    expect(serviceSentence(cells({ biaya: "tidak_ada", produk: "tidak_ada", prosedur: "T" }))).toBe(
      "Layanan ini belum memuat dua komponen: biaya dan produk; satu tidak terbaca: prosedur",
    );
    expect(serviceSentence(cells({ prosedur: "T" }))).toBe(
      "Layanan ini memuat 13 dari 14 komponen; satu tidak terbaca: prosedur",
    );
    expect(serviceSentence(cells({}))).toBe("Layanan ini memuat semua 14 komponen");
  });
});

describe("findings", () => {
  const pair = (component: ComponentKey | null, count: number) => ({
    component,
    code: "missing" as const,
    count,
  });

  it("tells how much the five commonest kinds hold", () => {
    // 20+12+10+7+5 = 54 of 60.
    const byPair = [20, 12, 10, 7, 5, 4, 2].map((count, at) =>
      pair(COMPONENT_KEYS[at] as ComponentKey, count),
    );
    expect(findingsSentence("Balangan", { total: 60, byPair })).toBe(
      "Di Balangan ada 60 temuan; lima jenis mencakup 54 di antaranya",
    );
  });

  it("says few kinds, one kind, one finding and none", () => {
    expect(findingsSentence("Arunika", { total: 5, byPair: [pair("biaya", 4), pair("produk", 1)] })).toBe(
      "Di Arunika ada lima temuan dalam dua jenis",
    );
    expect(findingsSentence("Arunika", { total: 4, byPair: [pair("biaya", 4)] })).toBe(
      "Di Arunika ada empat temuan, semuanya biaya, baris tidak ada",
    );
    expect(findingsSentence("Arunika", { total: 1, byPair: [pair(null, 1)] })).toBe(
      "Di Arunika ada satu temuan: baris tidak ada",
    );
    expect(findingsSentence("Arunika", { total: 0, byPair: [] })).toBe("Di Arunika tidak ada temuan");
  });
});

describe("naskah, list and preview", () => {
  it("tells what nobody owns", () => {
    expect(naskahSentence(63, 31)).toBe(
      "Naskah ini memuat 63 layanan; 31 baris lampiran belum ada pemiliknya",
    );
    expect(naskahSentence(1, 0)).toBe(
      "Naskah ini memuat satu layanan; semua baris lampirannya ada pemiliknya",
    );
    expect(naskahSentence(0, 5)).toBe("Naskah ini tidak memuat tabel layanan yang terbaca");
  });

  it("holds the list against the annex", () => {
    const counts = { cocok: 41, nama_berbeda: 1, tanpa_tabel: 2, di_luar_daftar: 1 };
    expect(declaredSentence(counts)).toBe(
      "Dari 44 layanan yang ditetapkan, dua belum mempunyai tabel; satu tabel berada di luar daftar",
    );
    expect(declaredSentence({ ...counts, tanpa_tabel: 0, di_luar_daftar: 0 })).toBe(
      "Semua 42 layanan yang ditetapkan mempunyai tabel",
    );
    expect(declaredSentence({ cocok: 0, nama_berbeda: 0, tanpa_tabel: 0, di_luar_daftar: 7 })).toBe(
      "Keputusan ini tidak memuat daftar layanan; lampirannya memuat tujuh tabel",
    );
  });

  it("tells what an uploaded file gave", () => {
    // 2400 lines, 31 without owner: 2369/2400 = 98,708…%
    expect(previewSentence(63, 8, 2400, 31)).toBe(
      "Terbaca 63 layanan dalam delapan keputusan; 98,7% baris lampiran ada pemiliknya",
    );
    expect(previewSentence(0, 0, 0, 0)).toBe("Tidak ada layanan yang terbaca dari berkas ini");
  });
});
