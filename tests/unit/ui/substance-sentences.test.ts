import { describe, expect, it } from "vitest";
import { COMPONENT_KEYS } from "#app/reader/components.ts";
import type { CellState, Cells } from "#app/server/views.ts";
import { judgedOf, problemsOf, standOut } from "#app/ui/level-counts.ts";
import { sharedPatternSentences } from "#app/ui/shared-pattern.ts";
import {
  componentLevelSentence,
  dashboardSentence,
  problemCountWords,
  problemsSentence,
  regencySentence,
  reviewSentence,
  sheetSentence,
  worstComponentsSentence,
} from "#app/ui/substance-sentences.ts";
import { mostProblemsWords } from "#app/ui/tables/dashboard.ts";
import { levelsWith, substanceWith, times } from "./substance.ts";

const figures = (sentence: string): number[] =>
  (sentence.match(/\d[\d.]*/g) ?? []).map((one) => Number(one.replaceAll(".", "")));

/** 8 services, 112 components: jangka waktu at 1 in three, biaya at 0 in one and unreadable in one, produk at 2 in all. */
const EIGHT = substanceWith([
  ...times(3, { jangka_waktu: "1", produk: "2" }),
  { biaya: "0", produk: "2" },
  { biaya: "T", produk: "2" },
  ...times(3, { produk: "2" }),
]);

describe("the components with most problems, beside a group", () => {
  const words = (...services: Parameters<typeof substanceWith>[0]) =>
    mostProblemsWords({ substance: substanceWith(services) });

  it("are at most two, and none is named before another with as many", () => {
    expect(words(...times(3, { jangka_waktu: "1" }), { biaya: "0" })).toBe("jangka waktu (3) dan biaya (1)");
    expect(words(...times(3, { jangka_waktu: "1" }), { biaya: "0", produk: "1" })).toBe("jangka waktu (3)");
    expect(words({ biaya: "0", produk: "1", sarana: "1" }, {})).toBe("tiga komponen, masing-masing 1");
    expect(words({ biaya: "0", produk: "1" })).toBe("biaya (1) dan produk (1)");
    expect(words({})).toBe("");
  });
});

describe("problems of a group", () => {
  it("are counted among what is judged, T outside, with the component that leads", () => {
    // 3 + 1 problems; 112 components less one unreadable are 111.
    const sentence = problemsSentence("Bagian Umum:", 8, EIGHT);
    expect(sentence).toBe("Bagian Umum: 4 dari 111 komponen bermasalah, terbanyak jangka waktu (3)");
    expect(figures(sentence)).toEqual([
      EIGHT.all.problems,
      EIGHT.all.judged,
      problemsOf(EIGHT.byComponent.jangka_waktu),
    ]);
  });

  it("none, one, no leader, nothing to read, not judged, no match", () => {
    const say = (services: Parameters<typeof substanceWith>[0]) =>
      problemsSentence("Di Arunika,", services.length, substanceWith(services));
    expect(say([{}])).toBe("Di Arunika, tidak ada yang bermasalah dari 14 komponen");
    expect(say([{ sarana: "0" }])).toBe("Di Arunika, satu dari 14 komponen bermasalah, yaitu sarana");
    expect(say([{ sarana: "0", biaya: "1" }])).toBe("Di Arunika, 2 dari 14 komponen bermasalah");
    const all = (level: "T" | null) => Object.fromEntries(COMPONENT_KEYS.map((key) => [key, level]));
    expect(say([all("T")])).toBe("Di Arunika, tidak ada komponen yang dapat dibaca");
    expect(say([all(null)])).toBe("Di Arunika, belum ada komponen yang dinilai");
    expect(say([])).toBe("Di Arunika, tidak ada layanan yang cocok");
    expect(say([{ sarana: "0" }, all(null)])).toBe(
      "Di Arunika, satu dari 14 komponen bermasalah, yaitu sarana; sebagian belum dinilai",
    );
  });

  it("say of a service group how many are public", () => {
    expect(problemCountWords(EIGHT)).toBe("4 dari 111 komponen bermasalah, 4 di antaranya komponen publik");
  });
});

describe("the dasbor", () => {
  it("names the component that is worst, in its own words where the core says so", () => {
    expect(dashboardSentence("dua kabupaten", 8, EIGHT)).toBe(
      "Jangka waktu belum terukur pada 3 dari 8 standar di dua kabupaten",
    );
    const safety = substanceWith([{ jaminan_keamanan: "1" }, {}]);
    expect(dashboardSentence("dua kabupaten", 2, safety)).toBe(
      "Jaminan keamanan bermasalah pada satu dari 2 standar di dua kabupaten",
    );
  });

  it("falls back to the count where none leads", () => {
    expect(dashboardSentence("Arunika", 1, substanceWith([{ biaya: "1", produk: "1" }]))).toBe(
      "Di Arunika, 2 dari 14 komponen bermasalah",
    );
  });
});

describe("a kabupaten", () => {
  it("names component and bagian that lead, and no bagian where two are equal", () => {
    const bagian = (name: string, problems: number) => ({ name, problems, judged: 56 });
    expect(regencySentence("Arunika", 8, EIGHT, [bagian("Bagian Hukum", 1), bagian("Bagian Umum", 3)])).toBe(
      "Di Arunika, 4 dari 111 komponen bermasalah, terbanyak jangka waktu (3) dan pada Bagian Umum (3 dari 56)",
    );
    expect(regencySentence("Arunika", 8, EIGHT, [bagian("Bagian Hukum", 2), bagian("Bagian Umum", 2)])).toBe(
      "Di Arunika, 4 dari 111 komponen bermasalah, terbanyak jangka waktu (3)",
    );
  });
});

describe("one component over a place", () => {
  const say = (key: "jangka_waktu" | "pengawasan", services: Parameters<typeof substanceWith>[0]) => {
    const levels = substanceWith(services).byComponent[key];
    return { sentence: componentLevelSentence(key, "Arunika", levels), levels };
  };

  it("some: k of n that were judged", () => {
    const { sentence, levels } = say("jangka_waktu", [
      ...times(9, { jangka_waktu: "1" }),
      ...times(20, {}),
      { jangka_waktu: "T" },
    ]);
    expect(sentence).toBe("Di Arunika, 9 dari 29 standar belum mempunyai jangka waktu yang terukur");
    expect(figures(sentence)).toEqual([problemsOf(levels), judgedOf(levels)]);
  });

  it("none: all of those read", () => {
    expect(say("jangka_waktu", times(29, { jangka_waktu: "2" })).sentence).toBe(
      "Semua 29 standar di Arunika mempunyai jangka waktu yang terukur",
    );
  });

  it("claims no more than its core where the ending asks for more", () => {
    // Level 2 of pengawasan names who supervises; that it is scheduled is level 3.
    expect(say("pengawasan", times(29, { pengawasan: "2" })).sentence).toBe(
      "Di Arunika, inti pengawasan terpenuhi pada semua 29 standar",
    );
    expect(say("pengawasan", [...times(2, { pengawasan: "1" }), {}]).sentence).toBe(
      "Di Arunika, pengawasan bermasalah pada 2 dari 3 standar",
    );
  });

  it("part assessed, unreadable and empty", () => {
    expect(
      say("jangka_waktu", [
        ...times(9, { jangka_waktu: "0" }),
        ...times(12, {}),
        ...times(8, { jangka_waktu: null }),
      ]).sentence,
    ).toBe(
      "Di Arunika, jangka waktu sudah dinilai pada 21 dari 29 standar; 9 di antaranya yang belum terukur",
    );
    expect(say("jangka_waktu", [{ jangka_waktu: "T" }]).sentence).toBe(
      "Di Arunika, jangka waktu tidak terbaca pada semua standar",
    );
    expect(say("jangka_waktu", []).sentence).toBe("Belum ada standar Arunika yang dinilai");
  });
});

describe("titles and marks", () => {
  it("title the chart per component", () => {
    expect(worstComponentsSentence(EIGHT)).toBe("Jangka waktu paling sering bermasalah: 3 dari 8 standar");
    expect(worstComponentsSentence(substanceWith([{}]))).toBe("Tidak ada komponen yang bermasalah");
  });

  it("let at most three components stand out, and none that others equal", () => {
    const { byComponent } = substanceWith([
      ...times(5, { biaya: "1", produk: "1" }),
      ...times(2, { biaya: "0" }),
      { sarana: "1", prosedur: "1" },
    ]);
    expect([...standOut(byComponent)]).toEqual(["biaya", "produk"]);
  });

  it("tell a pattern once from nine in ten of at least ten services on, by its level", () => {
    const twenty = substanceWith([
      ...times(18, { pengawasan: "2", sarana: "2", biaya: "1" }),
      ...times(2, { pengawasan: "1" }),
    ]);
    expect(sharedPatternSentences(twenty.byComponent)).toEqual([
      "Biaya belum tepat isinya pada hampir semua layanan: benahi naskah induknya sekali.",
      "Sarana dan pengawasan hanya memenuhi inti pada hampir semua layanan: benahi naskah induknya sekali.",
    ]);
    expect(sharedPatternSentences(substanceWith(times(9, { biaya: "1" })).byComponent)).toEqual([]);
    // 17 of 20 are 85%; and level 3 everywhere is no pattern to mend.
    expect(
      sharedPatternSentences(substanceWith([...times(17, { biaya: "1" }), ...times(3, {})]).byComponent),
    ).toEqual([]);
  });

  it("count verdicts that were reviewed", () => {
    expect(reviewSentence({ reviewed: 214, verdicts: 882 })).toBe(
      "Angka sementara (hasil mesin): 214 dari 882 putusan telah direviu.",
    );
  });
});

describe("one service", () => {
  const cells = (state: CellState = "ada"): Cells =>
    Object.fromEntries(COMPONENT_KEYS.map((key) => [key, { state, why: null, lines: null }])) as Cells;

  it("names its problems and, apart, what can't be read", () => {
    expect(sheetSentence(levelsWith({ jangka_waktu: "1", jaminan_keamanan: "0" }), cells())).toBe(
      "Layanan ini mempunyai dua komponen bermasalah: jangka waktu dan jaminan keamanan",
    );
    expect(sheetSentence(levelsWith({ biaya: "T", produk: "2" }), cells())).toBe(
      "Layanan ini tidak mempunyai komponen bermasalah; satu tidak terbaca: biaya",
    );
  });

  it("says only what was read where nothing is judged", () => {
    const none = Object.fromEntries(COMPONENT_KEYS.map((key) => [key, null])) as ReturnType<
      typeof levelsWith
    >;
    expect(sheetSentence(none, cells())).toBe("Layanan ini memuat semua 14 komponen");
    const lost = Object.fromEntries(COMPONENT_KEYS.map((key) => [key, "T"])) as ReturnType<typeof levelsWith>;
    expect(sheetSentence(lost, cells("T"))).toBe("Layanan ini tidak terbaca, sehingga belum dapat dinilai");
  });
});
