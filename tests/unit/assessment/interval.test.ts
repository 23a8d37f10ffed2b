import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clopperPearson } from "#app/assessment/interval.ts";

const rounded = (k: number, n: number): number[] => {
  const { low, high } = clopperPearson(k, n) ?? { low: -1, high: -1 };
  return [low, high].map((one) => Math.round(one * 10_000) / 10_000);
};
const counts = fc
  .integer({ min: 1, max: 300 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

describe("the interval of a share", () => {
  it("is that of closed form where none or all are wrong", () => {
    // 1 - 0.025^(1/30) = 1 - exp(ln(0.025) / 30) = 1 - exp(-0.122963) = 0.1157; mirrored for all.
    expect(rounded(0, 30)).toEqual([0, 0.1157]);
    expect(rounded(30, 30)).toEqual([0.8843, 1]);
    // One of one: 0.025 and 1; none of one: 0 and 0.975.
    expect(rounded(1, 1)).toEqual([0.025, 1]);
    expect(rounded(0, 1)).toEqual([0, 0.975]);
  });

  it("solves its own equation by hand for one of two", () => {
    // P(X ≥ 1) = 1 - (1-p)² = 0.025 → p = 1 - √0.975 = 0.0126; P(X ≤ 1) = 1 - p² = 0.025 → p = √0.975 = 0.9874.
    expect(rounded(1, 2)).toEqual([0.0126, 0.9874]);
  });

  it("holds the share, lies in 0-1, and mirrors with its complement", () => {
    fc.assert(
      fc.property(counts, ([k, n]) => {
        const one = clopperPearson(k, n);
        const mirror = clopperPearson(n - k, n);
        if (!one || !mirror) throw new Error("empty");
        expect(one.low).toBeGreaterThanOrEqual(0);
        expect(one.high).toBeLessThanOrEqual(1);
        expect(one.low).toBeLessThanOrEqual(one.share);
        expect(one.high).toBeGreaterThanOrEqual(one.share);
        expect(one.low + mirror.high).toBeCloseTo(1, 9);
      }),
    );
  });

  it("is wider where less is allowed beyond its ends, and narrower where more was drawn", () => {
    fc.assert(
      fc.property(counts, ([k, n]) => {
        const width = (a: number, b: number, tail: number) => {
          const one = clopperPearson(a, b, tail);
          return one ? one.high - one.low : Number.NaN;
        };
        expect(width(k, n, 0.005)).toBeGreaterThan(width(k, n, 0.025));
        expect(width(2 * k, 2 * n, 0.025)).toBeLessThan(width(k, n, 0.025));
      }),
    );
  });

  it("does not exist where nothing was drawn", () => {
    expect(clopperPearson(0, 0)).toBeUndefined();
  });
});
