import { describe, expect, it } from "vitest";
import { COMPONENT_KEYS, type ComponentKey } from "#app/reader/components.ts";
import { scoredJson, scoreStandards } from "#app/scoring/index.ts";
import { levelOf } from "#app/scoring/levels.ts";
import { ScoredJson } from "#app/scoring/schema.ts";
import { Sisters, tornBy } from "#app/scoring/torn.ts";
import { Text } from "#app/scoring/words.ts";
import { readingOf, serviceOf } from "./subject.ts";

const judged = (level: 2 | 3, met: boolean | null) => ({
  criterion: "x",
  level,
  answer: { met, reason: "", quote: null },
});

describe("the level of a component", () => {
  it("is 1 where one of the core is unmet, whatever else is met", () => {
    expect(levelOf([judged(2, true), judged(2, false), judged(3, true)])).toBe(1);
  });
  it("is 2 where the core is met and one measurable criterion is not", () => {
    expect(levelOf([judged(2, true), judged(3, true), judged(3, false)])).toBe(2);
  });
  it("is 3 where nothing is unmet; what does not apply counts for nothing", () => {
    expect(levelOf([judged(2, true), judged(2, null), judged(3, true)])).toBe(3);
  });
});

describe("a scored reading", () => {
  const service = serviceOf("Peminjaman Gedung", { biaya: "Gratis", jangka_waktu: "Menyesuaikan kebutuhan" });
  const lost = {
    code: "page_lost" as const,
    severity: "warning" as const,
    decree: 0,
    service: 0,
    component: "produk" as const,
    message: "",
    lines: null,
  };
  const reading = readingOf([service], { findings: [lost] });
  const scores = scoreStandards(reading);

  it("gives 0 to what is absent, T to what a lost page took, and judges the rest", () => {
    expect(scores.levels[0]).toMatchObject({ persyaratan: 0, produk: "T", biaya: 3, jangka_waktu: 1 });
    expect(Object.keys(scores.levels[0] as object)).toEqual([...COMPONENT_KEYS]);
  });
  it("finds exactly what is unmet, and says which criterion by a verdict", () => {
    expect(scores.findings.map(({ code, component }) => [code, component])).toEqual([
      ["not_measurable", "jangka_waktu"],
      ["short_of_level_3", "jangka_waktu"],
      ["no_maklumat", null],
    ]);
    expect(scores.verdicts.filter(({ met }) => met === false).map(({ criterion }) => criterion)).toEqual([
      "jangka_waktu.terukur",
      "jangka_waktu.pemicu",
    ]);
  });
  it("keeps the contract and changes nothing of the reading", () => {
    const json = scoredJson(reading, scores);
    expect(ScoredJson.safeParse(json).error).toBeUndefined();
    expect(json.findings[0]).toEqual(lost);
  });
  it("is the same when scored twice", () => {
    expect(scoreStandards(reading)).toEqual(scores);
  });
});

describe("a text that a page end cut", () => {
  const torn = (key: ComponentKey, text: string, others: readonly string[]) =>
    tornBy(key, new Text(text), new Sisters(others.map((other) => new Text(other))));
  const whole = "Bagian Umum Jalan Melati Nomor 1, telepon (0999) 123456";
  it("is lost where a contact stops before its channels", () => {
    expect(torn("pengaduan", "Bagian Umum Jalan Melati", [whole])).toBe("lost");
    expect(torn("pengaduan", "Bagian Umum Jalan", [])).toBe("lost");
    expect(torn("produk", "Pelayanan rawat jalan", [])).toBeNull();
  });
  it("is cut where a sentence stops at a word that cannot end it, or begins in another's middle", () => {
    expect(torn("jaminan_pelayanan", "Petugas kompeten di bidang", [])).toBe("cut");
    expect(
      torn("evaluasi_kinerja", "kepada kepala perangkat daerah", [
        "Disampaikan kepada kepala perangkat daerah",
      ]),
    ).toBe("cut");
  });
  it("is lost where a guarantee begins in the middle of a sentence, among others that begin with a capital", () => {
    const others = Array.from({ length: 12 }, (_, i) => `Gedung ${i} dijaga`);
    expect(torn("jaminan_keamanan", "dipasang pada gedung", others)).toBe("lost");
    expect(torn("jaminan_keamanan", "dipasang pada gedung", ["dijaga petugas", "aman"])).toBeNull();
    expect(torn("produk", "izin pemakaian gedung", others)).toBeNull();
    expect(torn("jaminan_keamanan", "a. Gedung dijaga", others)).toBeNull();
  });
  it("is whole where another text merely begins alike", () => {
    expect(torn("jumlah_pelaksana", "Menyesuaikan", ["Menyesuaikan kebutuhan acara"])).toBeNull();
  });
});
