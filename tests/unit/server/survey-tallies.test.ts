import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PlacedTallies, type Spot } from "#app/server/survey/tallies.ts";
import type { Profile } from "#app/survey/model.ts";

const spot = (id: string, month: string): Spot => ({
  unit: { kind: "layanan", id },
  months: { from: month, to: month },
});
const profile = (sex: Profile["sex"], education: string | null): Profile => ({
  sex,
  age: null,
  education,
  occupation: null,
});
const SPOTS = [spot("a", "2025-04"), spot("a", "2025-05"), spot("b", "2025-04")];
const PROFILES = [profile("P", "SMA"), profile("P", null), profile("L", "SMA"), profile(null, null)];

describe("histograms of an import", () => {
  it("hold each respondent once in all, and once in every group that was said", () => {
    const person = fc.record({
      spot: fc.constantFrom(...SPOTS),
      profile: fc.constantFrom(...PROFILES),
      point: fc.constantFrom(100, 200, 300, 400),
    });
    fc.assert(
      fc.property(fc.array(person, { maxLength: 60 }), (people) => {
        const tallies = new PlacedTallies("14/2017");
        for (const { point, ...one } of people) tallies.add({ ...one, scores: Array(9).fill(point) });
        const { hist, hist_total } = tallies.rows(1, "impor");
        const counted = (rows: readonly { n: number }[]) => rows.reduce((sum, { n }) => sum + n, 0);
        for (const { unit, months } of SPOTS) {
          const own = people.filter(
            (one) => one.spot.unit.id === unit.id && one.spot.months.from === months.from,
          );
          const totals = hist_total.filter(
            (row) => row.unit_id === unit.id && row.from_month === months.from,
          );
          const of = (key: string, value: string) =>
            counted(totals.filter((row) => row.group_key === key && row.group_value === value));
          expect(of("all", "")).toBe(own.length);
          expect(of("sex", "P")).toBe(own.filter((one) => one.profile.sex === "P").length);
          expect(of("education", "SMA")).toBe(own.filter((one) => one.profile.education === "SMA").length);
          expect(totals.some((row) => row.group_key === "age")).toBe(false);
        }
        const threes = hist.filter(
          (row) => row.group_key === "all" && row.unsur === "waktu" && row.score === 300,
        );
        expect(counted(threes)).toBe(people.filter(({ point }) => point === 300).length);
      }),
    );
  });

  it("stay the same where more spots and profiles come than are counted apart", () => {
    const tallies = new PlacedTallies("14/2017");
    const common = spot("a", "2025-04");
    // Every respondent brings a profile object of his own: 12,000 are more than are kept apart.
    for (let at = 0; at < 12_000; at++)
      tallies.add({
        spot: common,
        profile: profile(at % 3 === 0 ? "P" : "L", null),
        scores: Array(9).fill(400),
      });
    const { hist_total } = tallies.rows(1, "impor");
    expect(hist_total.map(({ group_key, group_value, n }) => [group_key, group_value, n]).sort()).toEqual([
      ["all", "", 12_000],
      ["sex", "L", 8_000],
      ["sex", "P", 4_000],
    ]);
  });
});
