import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { againstMachine, type Meeting } from "#app/assessment/against-machine.ts";

const on = (given: Partial<Meeting>): Meeting => ({
  component: "biaya",
  criterion: "k.biaya.jelas",
  machine: true,
  person: undefined,
  times: 1,
  ...given,
});

describe("people against the machine", () => {
  it("counts what was kept and what was changed, by direction", () => {
    expect(
      againstMachine([
        on({ times: 7 }),
        on({ person: false, times: 2 }),
        on({ machine: false, times: 4 }),
        on({ machine: false, person: true }),
        on({ machine: false, person: null }),
      ]),
    ).toEqual([
      {
        component: "biaya",
        criterion: "k.biaya.jelas",
        compared: 15,
        changed: 4,
        toUnmet: 2,
        toMet: 1,
        other: 1,
      },
    ]);
  });

  it("leaves out what arose for nobody, and takes in what arose for the person alone", () => {
    expect(againstMachine([on({ machine: null, times: 5 })])).toEqual([]);
    expect(
      againstMachine([on({ machine: null, times: 5 }), on({ machine: null, person: false })]),
    ).toMatchObject([{ compared: 1, changed: 1, other: 1 }]);
  });

  it("never changes more than was compared, and its directions add up", () => {
    const met = fc.constantFrom(true, false, null);
    const meeting = fc.record({
      criterion: fc.constantFrom("a", "b"),
      machine: met,
      person: fc.oneof(met, fc.constant(undefined)),
      times: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(meeting), (all) => {
        for (const row of againstMachine(all.map(on))) {
          expect(row.changed).toBeLessThanOrEqual(row.compared);
          expect(row.toUnmet + row.toMet + row.other).toBe(row.changed);
        }
      }),
    );
  });
});
