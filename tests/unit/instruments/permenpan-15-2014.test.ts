import { describe, expect, it } from "vitest";
import { Instrument, InstrumentCriterion, instrumentHash } from "#app/instruments/instrument.ts";
import { PERMENPAN_15_2014, PERMENPAN_15_2014_HASH } from "#app/instruments/permenpan-15-2014.ts";
import { COMPONENT_KEYS } from "#app/reader/components.ts";

describe("the instrument of Permenpan RB 15/2014", () => {
  it("has the 14 components in order, six of them for delivery", () => {
    expect(Instrument.safeParse(PERMENPAN_15_2014).error).toBeUndefined();
    expect(PERMENPAN_15_2014.components.map(({ key }) => key)).toEqual([...COMPONENT_KEYS]);
    expect(PERMENPAN_15_2014.components.filter(({ group }) => group === "penyampaian")).toHaveLength(6);
  });
  it("asks something for level 2 and for level 3 in every component, each criterion once", () => {
    for (const { criteria } of PERMENPAN_15_2014.components) {
      expect(new Set(criteria.map(({ level }) => level))).toEqual(new Set([2, 3]));
    }
    const ids = PERMENPAN_15_2014.components.flatMap(({ criteria }) => criteria.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });
  it("has a hash that the order of keys does not change and a sentence does", () => {
    const { id, edition, scale, components, unit, decree } = PERMENPAN_15_2014;
    expect(instrumentHash({ decree, unit, components, scale, edition, id })).toBe(PERMENPAN_15_2014_HASH);
    expect(instrumentHash({ ...PERMENPAN_15_2014, scale: "lain" })).not.toBe(PERMENPAN_15_2014_HASH);
  });
  it("takes no norma without its article", () => {
    const criterion = { id: "a.b", sentence: "Kalimat yang cukup.", kind: "norma", source: null, level: 2 };
    expect(InstrumentCriterion.safeParse(criterion).success).toBe(false);
    expect(InstrumentCriterion.safeParse({ ...criterion, source: "Pasal 1" }).success).toBe(true);
  });
  it("is the edition that this hash belongs to: another hash is another edition", () => {
    expect([PERMENPAN_15_2014.edition, PERMENPAN_15_2014_HASH]).toEqual([
      "permenpan-15-2014/2",
      "c2a786b0b76ac65494abd2db9e97a809ba95617dedb11f0ce297eeb3c968eea6",
    ]);
  });
});
