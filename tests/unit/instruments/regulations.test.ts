import { describe, expect, it } from "vitest";
import { lookUp, nearKeys, REGULATIONS, Regulation } from "#app/instruments/regulations.ts";

describe("the register of regulations", () => {
  it("knows each regulation once", () => {
    const keys = REGULATIONS.map(({ type, number, year }) => `${type} ${number}/${year}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBe(217);
  });
  it("lets a finding be made only of what was seen in a source", () => {
    const shown = REGULATIONS.filter(({ show }) => show === "temuan");
    expect(shown.map(({ id }) => id).sort()).toEqual([
      "permendagri-180-2018",
      "permenpanrb-17-2017",
      "pp-52-2011",
      "pp-62-1990",
      "uu-5-2014",
    ]);
    const unseen = { ...REGULATIONS[0], status: "dicabut", certainty: "memory", show: "temuan" };
    expect(Regulation.safeParse(unseen).success).toBe(false);
  });
  it("finds by type, number and year, whatever the case of the letters", () => {
    expect(lookUp({ type: "uu", number: "25", year: 2009 })?.title).toBe("Pelayanan Publik");
    expect(lookUp({ type: "UU", number: "25", year: 2008 })).toBeUndefined();
  });
  it("names what shares type and number, or type and year", () => {
    const near = nearKeys({ type: "UU", number: "25", year: 2014 }).map(({ id }) => id);
    expect(near).toContain("uu-25-2009");
    expect(near).toContain("uu-23-2014");
    expect(near).not.toContain("pp-96-2012");
  });
});
