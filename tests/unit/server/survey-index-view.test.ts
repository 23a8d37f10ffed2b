import { describe, expect, it } from "vitest";
import { formatDecimal } from "#app/format/numbers.ts";
import { indexView } from "#app/server/survey/index-view.ts";
import type { UnsurKey } from "#app/survey/editions.ts";
import type { Histograms } from "#app/survey/model.ts";
import { intervalWords } from "#app/survey/words.ts";

const KEYS: readonly UnsurKey[] = [
  "persyaratan",
  "prosedur",
  "waktu",
  "biaya",
  "produk",
  "kompetensi",
  "perilaku",
  "sarana",
  "pengaduan",
];

/** As many answers of 3 and 4 to each unsur as are named; each respondent gives one answer throughout. */
const answered = (threes: number, fours: number): Histograms => ({
  edition: "14/2017",
  hist: KEYS.flatMap((unsur) => [
    { unsur, score: 300, n: threes },
    { unsur, score: 400, n: fours },
  ]),
  hist_total: [
    { sum: 2700, answered: 9, flat: true, n: threes },
    { sum: 3600, answered: 9, flat: true, n: fours },
  ],
});

const unsurOf = (threes: number, fours: number) => {
  const [first] = indexView(answered(threes, fours)).unsur;
  if (!first) throw new Error("no unsur");
  return first;
};

describe("figures of a survey as pages get them", () => {
  it("leave the rounding of an NRR to whoever prints it, who then rounds once", () => {
    // 3 + 38/661 = 3.057489: by way of four decimals, 3.0575, it would become 3.058.
    expect(formatDecimal(unsurOf(623, 38).nrr ?? 0, 3)).toBe("3,057");
    // 3 + 34/660 = 3.051515: in binary 3.0515 lies below its half.
    expect(formatDecimal(unsurOf(626, 34).nrr ?? 0, 3)).toBe("3,052");
  });

  it("leave the ends of an interval unrounded, around the figure before its rounding", () => {
    // 3 threes, 2 fours: mean 85, variance 25² · 0.3 = 187.5, error √37.5 = 6.123724, t 2.776445: 85 ± 17.0022.
    const { interval, ikm } = indexView(answered(3, 2));
    expect(ikm).toBe(85);
    expect(interval?.[0]).toBeCloseTo(85 - 2.776445 * Math.sqrt(37.5), 6);
    expect(interval?.[1]).toBe(100);
    // 7 threes, 2 fours: 80.5555…, printed 80.56; variance 25² · 14/72, error 3.674655, t 2.306004: lower end 72.0818.
    const nine = indexView(answered(7, 2));
    expect(nine.ikm).toBe(80.56);
    expect(nine.interval?.[0]).toBeCloseTo(725 / 9 - 2.306004 * Math.sqrt((625 * 14) / 72 / 9), 6);
  });

  it("say nothing certain of few people who agree: no interval, and no rise or fall", () => {
    const two = indexView(answered(2, 0), { before: answered(0, 2) });
    expect([two.ikm, two.interval, two.flat]).toEqual([75, null, true]);
    expect(two.change).toEqual({ difference: -25, direction: "belum pasti" });
    expect(two.unsur[0]?.change?.direction).toBe("belum pasti");
    // Ten who agree are told as they are, and five against ten who do not all agree stay open.
    const ten = indexView(answered(10, 0), { before: answered(0, 10) });
    expect([ten.interval, ten.change?.direction]).toEqual([[75, 75], "turun"]);
    expect(indexView(answered(5, 0), { before: answered(1, 9) }).change?.direction).toBe("belum pasti");
  });

  it("know people of one mean whatever they answered and however many unsur", () => {
    // 23/9 × 25 = 63.8888…: its sum over seven people, divided by seven, is another number in binary.
    const [one] = [{ sum: 2300, answered: 9, flat: false, n: 7 }];
    const same: Histograms = { ...answered(7, 0), hist_total: [one as Histograms["hist_total"][number]] };
    const mixed: Histograms = {
      ...answered(2, 0),
      hist_total: [
        { sum: 2700, answered: 9, flat: true, n: 1 },
        { sum: 2400, answered: 8, flat: false, n: 1 },
      ],
    };
    for (const each of [same, mixed]) {
      const { flat, interval } = indexView(each);
      expect([flat, interval]).toEqual([true, null]);
    }
  });

  it("print an interval's end rounded once", () => {
    expect(intervalWords([75.2468, 77.9449])).toBe("75,2–77,9");
  });
});
