import { describe, expect, it } from "vitest";
import type { Cell } from "#app/server/survey/histograms.ts";
import { profileOf } from "#app/server/survey/profile.ts";
import { edition } from "#app/survey/editions.ts";

/** So many people of one age who answered 3 to everything. */
const people = (groupValue: string, n: number): Cell => ({
  unitKind: "layanan",
  unitId: "",
  from: "",
  to: "",
  groupValue,
  histograms: {
    edition: "14/2017",
    hist: edition("14/2017").unsur.map(({ key }) => ({ unsur: key, score: 300, n })),
    hist_total: [{ sum: 2700, answered: 9, flat: true, n }],
  },
});

const ages = (counts: Record<string, number>) =>
  profileOf(
    "age",
    Object.entries(counts).map(([value, n]) => people(value, n)),
  ).map(({ value, n, ikm, joined }) => [value, n, ikm, joined]);

describe("respondents by group", () => {
  it("show values of five people or more, most first", () => {
    expect(ages({ "17-25": 5, "26-35": 11 })).toEqual([
      ["26-35", 11, 75, false],
      ["17-25", 5, 75, false],
    ]);
  });

  it("join values of fewer than five people", () => {
    expect(ages({ "17-25": 12, "26-35": 3, "36-45": 4 })).toEqual([
      ["17-25", 12, 75, false],
      ["lainnya", 7, 75, true],
    ]);
  });

  it("join the smallest shown value too, where the whole less what is shown would tell of fewer than five", () => {
    expect(ages({ "17-25": 18, "26-35": 10, ">65": 1 })).toEqual([
      ["17-25", 18, 75, false],
      ["lainnya", 11, 75, true],
    ]);
  });

  it("say nothing but their number of fewer than five people in all", () => {
    expect(ages({ "17-25": 2, "26-35": 1 })).toEqual([["lainnya", 3, null, true]]);
    expect(ages({})).toEqual([]);
  });
});
