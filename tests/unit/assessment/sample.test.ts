import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawSample, sampleSize } from "#app/assessment/sample.ts";

const items = fc.uniqueArray(fc.record({ key: fc.string(), always: fc.boolean() }), {
  selector: ({ key }) => key,
  maxLength: 200,
});

describe("the size of the random sample", () => {
  it("is a tenth, at least 30, and all where there are fewer", () => {
    expect([0, 1, 30, 31, 300, 301, 882].map(sampleSize)).toEqual([0, 1, 30, 30, 30, 31, 89]);
  });
});

describe("an uji petik", () => {
  it("holds every verdict that must be checked and as many others as the rule says, each once", () => {
    fc.assert(
      fc.property(fc.string(), items, (seed, all) => {
        const { mandatory, random, rest } = drawSample(seed, all);
        const always = all.filter((one) => one.always).map(({ key }) => key);
        expect(mandatory).toEqual(always);
        expect(rest).toBe(all.length - always.length);
        expect(random).toHaveLength(sampleSize(rest));
        expect(new Set([...mandatory, ...random]).size).toBe(mandatory.length + random.length);
        const others = new Set(all.filter((one) => !one.always).map(({ key }) => key));
        expect(random.every((key) => others.has(key))).toBe(true);
      }),
    );
  });

  it("is drawn the same again by whoever knows its seed, in whatever order the verdicts come", () => {
    fc.assert(
      fc.property(fc.string(), items, (seed, all) => {
        expect(drawSample(seed, [...all].reverse()).random).toEqual(drawSample(seed, all).random);
      }),
    );
  });

  it("draws every verdict about as often as any other", () => {
    const all = Array.from({ length: 60 }, (_, at) => ({ key: `k${at}`, always: false }));
    const drawn = new Map<string, number>();
    for (let seed = 0; seed < 400; seed += 1) {
      for (const key of drawSample(`benih ${seed}`, all).random) drawn.set(key, (drawn.get(key) ?? 0) + 1);
    }
    // 400 draws of 30 in 60: 200 expected, standard deviation 10; five of them on either side.
    for (const { key } of all) {
      expect(drawn.get(key)).toBeGreaterThan(150);
      expect(drawn.get(key)).toBeLessThan(250);
    }
  });
});
