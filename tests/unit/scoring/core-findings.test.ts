import { expect, it } from "vitest";
import { PERMENPAN_15_2014 } from "#app/instruments/permenpan-15-2014.ts";
import { FINDING_OF } from "#app/scoring/findings-registry.ts";

it("every criterion of the core has a finding of its own: level 1 is never without one", () => {
  const core = PERMENPAN_15_2014.components.flatMap(({ criteria }) =>
    criteria.filter(({ level }) => level === 2).map(({ id }) => id),
  );
  expect(core.length).toBeGreaterThan(14);
  expect(core.filter((id) => FINDING_OF[id] === undefined)).toEqual([]);
});
