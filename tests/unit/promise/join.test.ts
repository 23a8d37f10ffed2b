import { describe, expect, it } from "vitest";
import { countDeeds, joinPairs } from "#app/promise/join.ts";
import { deedOf, experiencedAs, promisedBy } from "#app/promise/judge.ts";
import { PAIRS } from "#app/promise/pairs.ts";

const B = 76.61;

describe("what a standard promises", () => {
  it("is weak at levels 0 and 1, enough at 2 and 3, open where it cannot be read or was not judged", () => {
    expect([0, 1, 2, 3, "T", null].map((level) => promisedBy(level as 0))).toEqual([
      "lemah",
      "lemah",
      "cukup",
      "cukup",
      null,
      null,
    ]);
  });
});

describe("what people experienced", () => {
  const of = (n: number, low: number, high: number) =>
    experiencedAs({ n, nilai: (low + high) / 2, interval: [low, high] }, B);

  it("is low only when the whole interval lies below the bound of mutu B", () => {
    expect(of(24, 66, 76.6)).toBe("rendah");
    expect(of(24, 66, 76.61)).toBe("belum pasti");
  });

  it("is good when the interval begins at the bound", () => {
    expect(of(24, 76.61, 90)).toBe("baik");
    expect(of(24, 76.6, 90)).toBe("belum pasti");
  });

  it("has no grade below five answers", () => {
    expect(of(4, 30, 40)).toBe("sedikit");
    expect(experiencedAs({ n: 1, nilai: 100, interval: null }, B)).toBe("sedikit");
  });

  it("is uncertain where the answers give no interval: fewer than ten, all of them one", () => {
    expect(experiencedAs({ n: 9, nilai: 100, interval: null }, B)).toBe("belum pasti");
    expect(of(10, 100, 100)).toBe("baik");
  });
});

describe("deeds", () => {
  it("follow from promise and certain experience, and from nothing less", () => {
    expect(deedOf("lemah", "rendah")).toBe("benahi");
    expect(deedOf("cukup", "rendah")).toBe("tepati");
    expect(deedOf("lemah", "baik")).toBe("tuliskan");
    expect(deedOf("cukup", "baik")).toBe("pertahankan");
    expect(deedOf(null, "rendah")).toBeNull();
    expect(deedOf("lemah", "belum pasti")).toBeNull();
    expect(deedOf("lemah", null)).toBeNull();
  });
});

describe("pairs of a service", () => {
  const low = { n: 24, nilai: 69.5, interval: [64, 75] as [number, number] };

  it("put each unsur beside its component; perilaku only loosely", () => {
    expect(PAIRS.map(({ unsur }) => unsur)).toHaveLength(9);
    expect(PAIRS.filter(({ weak }) => weak).map(({ component }) => component)).toEqual(["jaminan_pelayanan"]);
  });

  it("count deeds over strong pairs; T, unasked and weak ones are in none", () => {
    const pairs = joinPairs(
      { jangka_waktu: 1, persyaratan: 3, prosedur: "T", biaya: 2, produk: 2, jaminan_pelayanan: 1 },
      new Map([
        ["waktu", low],
        ["persyaratan", low],
        ["prosedur", low],
        ["perilaku", low],
        ["biaya", { n: 3, nilai: 100, interval: [100, 100] as [number, number] }],
        ["produk", { n: 12, nilai: 78, interval: [70, 86] as [number, number] }],
      ]),
      B,
    );
    expect(countDeeds(pairs)).toEqual({
      pairs: 4,
      uncertain: 1,
      few: 1,
      deeds: { benahi: 1, tepati: 1, tuliskan: 0, pertahankan: 0 },
    });
    expect(pairs.find(({ unsur }) => unsur === "perilaku")?.deed).toBe("benahi");
  });
});
