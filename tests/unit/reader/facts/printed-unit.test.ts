import { describe, expect, it } from "vitest";
import { DURATION_UNITS, noUnits, printedUnit } from "#app/reader/facts/printed-unit.ts";

type Part = Parameters<typeof printedUnit>[0][number];
const part = (unit: Part["unit"], basis: Part["basis"] = null, of: Part["of"] = "total"): Part => ({
  unit,
  basis,
  of,
});

describe("the unit of a jangka waktu", () => {
  it("is the one that is printed; a day of work is not a day", () => {
    expect(printedUnit([part("jam")])).toBe("jam");
    expect(printedUnit([part("hari", "kerja")])).toBe("hari_kerja");
    expect(printedUnit([part("hari", "kalender")])).toBe("hari");
    expect(printedUnit([part("hari")])).toBe("hari");
  });

  it("is that of the whole where the steps have others", () => {
    expect(printedUnit([part("menit", null, "step"), part("jam", null, "step"), part("hari")])).toBe("hari");
  });

  it("is that of the steps where no whole is stated", () => {
    expect(printedUnit([part("menit", null, "step"), part("menit", null, "step")])).toBe("menit");
  });

  it("is several where months and days are added up, never one of them and never a sum", () => {
    expect(printedUnit([part("bulan"), part("hari")])).toBe("beberapa");
    expect(printedUnit([part("hari", "kerja"), part("hari")])).toBe("beberapa");
  });

  it("is none where no figure with a unit stands", () => {
    expect(printedUnit([])).toBe("tidak_terukur");
  });

  it("is always one of the list, which begins with noughts", () => {
    expect(Object.keys(noUnits())).toEqual([...DURATION_UNITS]);
    expect(Object.values(noUnits()).every((n) => n === 0)).toBe(true);
  });
});
