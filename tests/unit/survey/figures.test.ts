import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bandOf, unsurByNumber } from "#app/survey/editions.ts";
import { fraction, parseDecimal, roundHalfUp, scaledHalfUp } from "#app/survey/figures/exact.ts";
import {
  aggregateUnsur,
  assemble,
  figuresOf,
  ikmWithoutCost,
  ikmWithWeight,
  meanOfUnits,
} from "#app/survey/figures/figures.ts";
import { costSignal } from "#app/survey/figures/gratis.ts";
import { changeBetween, halfWidth, spreadOfIndex } from "#app/survey/figures/interval.ts";
import { reconcile } from "#app/survey/figures/reconcile.ts";
import { targetSample } from "#app/survey/figures/sample.ts";
import { mergeHistograms, Tally } from "#app/survey/figures/tally.ts";
import { EIGHT } from "./kit.ts";

const NINE = unsurByNumber("14/2017", "kuesioner");
const tallyOf = (rows: readonly (readonly (number | null)[])[]) => {
  const tally = new Tally("14/2017");
  for (const row of rows) tally.add(row.map((score) => score && score * 100));
  return tally;
};
const histogramsOf = (rows: readonly (readonly (number | null)[])[]) => tallyOf(rows).histograms();
const ofSums = (sums: readonly number[], n: number) =>
  assemble(
    "14/2017",
    n,
    NINE.map((key, at) =>
      aggregateUnsur("14/2017", key, { n, sum: fraction(sums[at] as number), nrr: null }),
    ),
  );

describe("the index", () => {
  it("is 91.48 (A) for the 29 respondents, 90.56 with 0.11 and 91.38 with 0.111", () => {
    const figures = ofSums([105, 101, 100, 116, 102, 105, 106, 105, 115], 29);
    expect(figures.ikmHundredths).toBe(9148);
    expect(figures.band?.mutu).toBe("A");
    expect(roundHalfUp(ikmWithWeight(figures, 110_000) ?? fraction(0), 2)).toBe(90.56);
    expect(roundHalfUp(ikmWithWeight(figures, 111_000) ?? fraction(0), 2)).toBe(91.38);
    expect(figures.unsur.map((one) => roundHalfUp(one.nrr ?? fraction(0), 4))).toEqual([
      3.6207, 3.4828, 3.4483, 4, 3.5172, 3.6207, 3.6552, 3.6207, 3.9655,
    ]);
    expect(reconcile("90,56", figures)).toEqual({ ikm: 90.56, agrees: false, explained_by: "0.11" });
    expect(reconcile("91.38", figures)?.explained_by).toBe("0.111");
    expect(reconcile("91,48", figures)?.agrees).toBe(true);
    expect(reconcile("85.00", figures)).toEqual({ ikm: 85, agrees: false, explained_by: null });
  });
  it("is 83.68 (B) for the eight, lowest waktu 71.88 (C), 81.64 without biaya", () => {
    // (28+25+23+27+28+29+24+25) ÷ 64 × 25 = 209 × 25 ÷ 64 = 81.64
    const figures = figuresOf(histogramsOf(EIGHT));
    expect(figures.ikmHundredths).toBe(8368);
    expect(figures.unsur.find((one) => one.key === "waktu")).toMatchObject({
      nilai: 7188,
      counts: [0, 2, 5, 1],
    });
    expect(roundHalfUp(ikmWithoutCost(figures) ?? fraction(0), 2)).toBe(81.64);
  });
  it("is rounded half up once and then graded", () => {
    const cases = [
      ["88.304", "B"],
      ["88.3049", "B"],
      ["88.305", "A"],
      ["100", "A"],
      ["76.604", "C"],
      ["76.605", "B"],
      ["64.994", "D"],
      ["64.995", "C"],
      ["25", "D"],
    ] as const;
    for (const [text, mutu] of cases) {
      const value = parseDecimal(text)?.value ?? fraction(0);
      expect(bandOf("14/2017", scaledHalfUp(value, 2)).mutu, text).toBe(mutu);
    }
    expect(bandOf("14/2017", 8200).mutu).toBe("B");
    expect(bandOf("25/2004", 8200).mutu).toBe("A");
  });
  it("stands pooled and as the mean of units: 78.67 and 85.00", () => {
    // NRR 3.12 × 200 and 3.68 × 10 everywhere: (624 + 36.8) ÷ 210 × 25 = 78.67
    const units = [
      [624, 200],
      [36.8, 10],
    ].map(([sum, n]) =>
      assemble(
        "14/2017",
        n as number,
        NINE.map((key) =>
          aggregateUnsur("14/2017", key, {
            n: n as number,
            sum: fraction(Math.round((sum as number) * 10), 10),
            nrr: null,
          }),
        ),
      ),
    );
    expect(roundHalfUp(meanOfUnits(units) ?? fraction(0), 2)).toBe(85);
    const pooled = assemble(
      "14/2017",
      210,
      NINE.map((key) => aggregateUnsur("14/2017", key, { n: 210, sum: fraction(6608, 10), nrr: null })),
    );
    expect(pooled.ikmHundredths).toBe(7867);
  });
});

const answers = fc.array(
  fc.array(fc.option(fc.integer({ min: 1, max: 4 }), { freq: 8 }), { minLength: 9, maxLength: 9 }),
  { minLength: 1, maxLength: 40 },
);

describe("properties", () => {
  it("gives from histograms what rows give by hand", () => {
    fc.assert(
      fc.property(answers, (rows) => {
        const figures = figuresOf(histogramsOf(rows));
        const columns = NINE.map((_, at) => rows.flatMap((row) => row[at] ?? []));
        const means = columns.map((column) => column.reduce((a, b) => a + b, 0) / column.length);
        columns.forEach((column, at) => {
          expect(figures.unsur[at]).toMatchObject({ n: column.length });
        });
        if (columns.some((column) => column.length === 0)) expect(figures.ikm).toBeNull();
        else {
          const float = (means.reduce((a, b) => a + b, 0) / 9) * 25;
          expect(Math.abs((figures.ikmHundredths as number) / 100 - float)).toBeLessThan(0.00501);
          expect(figures.ikmHundredths).toBeGreaterThanOrEqual(2500);
          expect(figures.ikmHundredths).toBeLessThanOrEqual(10000);
        }
      }),
    );
  });
  it("does not depend on the order of rows or on how groups are merged", () => {
    fc.assert(
      fc.property(answers, fc.nat(), (rows, cut) => {
        const at = cut % (rows.length + 1);
        const merged = mergeHistograms("14/2017", [
          histogramsOf(rows.slice(at)),
          histogramsOf(rows.slice(0, at)),
        ]);
        expect(figuresOf(merged)).toEqual(figuresOf(histogramsOf(rows)));
        const added = tallyOf(rows.slice(at));
        added.merge(tallyOf(rows.slice(0, at)));
        expect(figuresOf(added.histograms())).toEqual(figuresOf(histogramsOf(rows)));
      }),
    );
  });
  it("keeps the index when U8 and U9 change places", () => {
    fc.assert(
      fc.property(answers, (rows) => {
        const swapped = rows.map((row) => [...row.slice(0, 7), row[8] ?? null, row[7] ?? null]);
        expect(figuresOf(histogramsOf(swapped)).ikm).toEqual(figuresOf(histogramsOf(rows)).ikm);
      }),
    );
  });
});

describe("beside the index", () => {
  it("finds the target samples of the table", () => {
    const table = [
      [10, 10],
      [50, 44],
      [100, 80],
      [150, 108],
      [200, 132],
      [260, 155],
      [300, 169],
      [420, 201],
      [500, 217],
      [1000, 278],
      [5000, 357],
      [10000, 370],
      [1000000, 384],
    ];
    for (const [population, sample] of table) expect(targetSample(population as number)).toBe(sample);
  });
  it("makes the interval of five respondents 18.6 wide at a deviation of 0.6, and nought of a whole population", () => {
    // t(4) = 2.776; 2.776 × 15 ÷ √5 = 18.62
    expect(halfWidth({ n: 5, mean: 80, standardError: 15 / Math.sqrt(5), flat: false })).toBeCloseTo(
      18.62,
      2,
    );
    const whole = spreadOfIndex(histogramsOf(EIGHT), 8);
    expect(whole && halfWidth(whole)).toBe(0);
  });
  it("takes Student's t to five digits, in the table and beyond it", () => {
    const half = (n: number) => halfWidth({ n, mean: 80, standardError: 1, flat: false });
    // Tables of the distribution: t(3) 3.18245, t(30) 2.04227, t(31) 2.03951, t(60) 2.00030, t(199) 1.97196.
    const known: [number, number][] = [
      [4, 3.18245],
      [31, 2.04227],
      [32, 2.03951],
      [61, 2.0003],
      [200, 1.97196],
    ];
    for (const [n, t] of known) expect(half(n)).toBeCloseTo(t, 5);
  });
  it("calls a change only what lies outside the noise", () => {
    const spread = { n: 30, mean: 80, standardError: 1, flat: false };
    expect(changeBetween({ value: 82, spread }, { value: 80, spread }).direction).toBe("belum pasti");
    expect(changeBetween({ value: 84, spread }, { value: 80, spread }).direction).toBe("naik");
    expect(changeBetween({ value: 80, spread }, { value: 84, spread }).direction).toBe("turun");
  });
  it("asks about fees where a free service is not answered free", () => {
    const rows = (costs: number[]) => histogramsOf(costs.map((cost) => [3, 3, 3, cost, 3, 3, 3, 3, 3]));
    expect(costSignal(rows([4, 4, 3]), true)).toEqual({ against: 1, n: 3, weight: "note" });
    expect(costSignal(rows([4, 1, 2, 3, 3, 3]), true)).toEqual({ against: 5, n: 6, weight: "signal" });
    expect(costSignal(rows([4, 3, 3]), false)).toEqual({ against: 1, n: 3, weight: "note" });
    expect(costSignal(rows([4, 4]), null)).toBeNull();
  });
});
