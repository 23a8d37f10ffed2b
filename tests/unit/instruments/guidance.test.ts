import { describe, expect, it } from "vitest";
import { ADVICE, ENDINGS } from "#app/instruments/guidance.ts";
import { PERMENPAN_15_2014 } from "#app/instruments/permenpan-15-2014.ts";
import { COMPONENT_KEYS } from "#app/reader/components.ts";

describe("the guidance", () => {
  it("tells how to mend every criterion, and nothing else", () => {
    const { components, unit, decree } = PERMENPAN_15_2014;
    const ids = [...components.flatMap(({ criteria }) => criteria), ...unit, ...decree].map(({ id }) => id);
    expect(Object.keys(ADVICE).sort()).toEqual([...ids].sort());
  });
  it("ends the sentence over a page on each component, and says so without a figure", () => {
    expect(Object.keys(ENDINGS)).toEqual([...COMPONENT_KEYS]);
    for (const ending of Object.values(ENDINGS)) expect(ending).toMatch(/^[a-z ]+ yang [a-z ]+$/);
  });
  it("speaks as an official letter does: whole sentences, no exclamation", () => {
    for (const advice of Object.values(ADVICE)) expect(advice).toMatch(/^[A-Z][^!]*\.$/);
  });
});
