import { describe, expect, it } from "vitest";
import {
  everyPeriod,
  monthsOf,
  periodBefore,
  periodHolding,
  periodsOf,
  yearBefore,
} from "#app/survey/months.ts";

describe("months of a period", () => {
  it("are read from every spelling of the contract", () => {
    expect(monthsOf("2025-TW2")).toEqual({ from: "2025-04", to: "2025-06" });
    expect(monthsOf("2025-S2")).toEqual({ from: "2025-07", to: "2025-12" });
    expect(monthsOf("2025-06")).toEqual({ from: "2025-06", to: "2025-06" });
    expect(monthsOf("2025")).toEqual({ from: "2025-01", to: "2025-12" });
    expect(monthsOf("2025-sd-TW3")).toEqual({ from: "2025-01", to: "2025-09" });
    expect(monthsOf("2025-TW5")).toBeNull();
    expect(monthsOf("tahun lalu")).toBeNull();
  });

  it("lie in the shortest quarter, half or year that holds them", () => {
    expect(periodHolding({ from: "2025-05", to: "2025-05" })).toBe("2025-TW2");
    expect(periodHolding({ from: "2025-03", to: "2025-04" })).toBe("2025-S1");
    expect(periodHolding({ from: "2025-06", to: "2025-07" })).toBe("2025");
    expect(periodHolding({ from: "2024-12", to: "2025-01" })).toBeNull();
  });
});

describe("periods", () => {
  it("know the one before and the same one a year earlier", () => {
    expect(periodBefore("2025-TW1")).toBe("2024-TW4");
    expect(periodBefore("2025-S2")).toBe("2025-S1");
    expect(periodBefore("2025-01")).toBe("2024-12");
    expect(periodBefore("2025")).toBe("2024");
    expect(periodBefore("2025-sd-TW3")).toBeNull();
    expect(yearBefore("2025-TW2")).toBe("2024-TW2");
  });

  it("are offered newest first, each once", () => {
    expect(
      periodsOf([
        { from: "2024-02", to: "2024-02" },
        { from: "2025-04", to: "2025-06" },
        { from: "2025-05", to: "2025-05" },
        { from: "2024-01", to: "2024-06" },
      ]),
    ).toEqual(["2025-TW2", "2024-S1", "2024-TW1"]);
  });

  it("stand in a trend without a gap, oldest first, at most as many as asked", () => {
    expect(everyPeriod(["2025-TW2", "2024-TW4"], "2025-TW2", 12)).toEqual([
      "2024-TW4",
      "2025-TW1",
      "2025-TW2",
    ]);
    expect(everyPeriod(["2025-TW2", "2020-TW4"], "2025-TW2", 2)).toEqual(["2025-TW1", "2025-TW2"]);
    expect(everyPeriod([], "2025-TW2", 12)).toEqual([]);
  });
});
