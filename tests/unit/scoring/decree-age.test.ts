import { describe, expect, it } from "vitest";
import { decreeAge } from "#app/scoring/decree-age.ts";

describe("the age of a decree", () => {
  it("counts whole months, and is overdue on the day the threshold is reached", () => {
    expect(decreeAge("2021-11-17", "2024-11-16")).toEqual({
      years: 2,
      months: 11,
      due: "2024-11-17",
      overdue: false,
    });
    expect(decreeAge("2021-11-17", "2024-11-17")).toMatchObject({ years: 3, months: 0, overdue: true });
  });
  it("takes the first of March for a leap day that does not come again", () => {
    expect(decreeAge("2024-02-29", "2026-01-01")?.due).toBe("2027-03-01");
    expect(decreeAge("2024-02-29", "2026-01-01", 4)?.due).toBe("2028-02-29");
  });
  it("is not known without a day, or for a day to come", () => {
    expect(decreeAge(null, "2026-01-01")).toBeNull();
    expect(decreeAge("2026-01-02", "2026-01-01")).toBeNull();
  });
});
