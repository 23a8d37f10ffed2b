import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  answerOfValue,
  differing,
  isAlwaysChecked,
  levelFromAnswers,
  proposedValue,
  valueOfAnswer,
} from "#app/assessment/values.ts";

const CRITERIA = [
  { id: "biaya.jelas", level: 2 },
  { id: "biaya.dasar", level: 3 },
] as const;

describe("the level that a person gives", () => {
  it("follows from the criteria by the machine's own rule", () => {
    const level = (answers: Record<string, boolean | null>) => levelFromAnswers(CRITERIA, "ada", answers);
    expect(level({ "biaya.jelas": false, "biaya.dasar": true })).toBe("1");
    expect(level({ "biaya.jelas": true, "biaya.dasar": false })).toBe("2");
    expect(level({ "biaya.jelas": true, "biaya.dasar": true })).toBe("3");
    expect(level({ "biaya.jelas": true, "biaya.dasar": null })).toBe("3");
  });

  it("is 0 where the component is not there and T where it cannot be read, whatever the criteria say", () => {
    expect(levelFromAnswers(CRITERIA, "tidak_ada", { "biaya.jelas": true })).toBe("0");
    expect(levelFromAnswers(CRITERIA, "tidak_terbaca", { "biaya.jelas": true })).toBe("T");
  });

  it("keeps only the answers in which it differs from the machine", () => {
    expect(
      differing({ a: true, b: false, c: null }, { a: true, b: true, c: null, d: null, e: false }),
    ).toEqual({
      b: true,
      e: false,
    });
  });
});

describe("an answer to an indicator", () => {
  it("comes back from the stored value as it was", () => {
    const answer = fc.oneof(fc.record({ met: fc.boolean() }), fc.record({ step: fc.nat(100) }));
    fc.assert(
      fc.property(answer, (one) => {
        expect(answerOfValue(valueOfAnswer(one))).toEqual(one);
      }),
    );
    expect(answerOfValue("2")).toBeNull();
  });

  it("is proposed by the machine only where the decree says yes or no", () => {
    const proof = { reason: "", quote: null, lines: null, step: null } as const;
    expect(proposedValue({ ...proof, state: "terbukti" })).toBe("ya");
    expect(proposedValue({ ...proof, state: "belum_terbukti" })).toBe("tidak");
    expect(proposedValue({ ...proof, state: "belum_terbukti", step: { reached: 1, top: 4 } })).toBe(
      "langkah:1",
    );
    for (const state of ["tidak_terbaca", "belum_pasti", "bukan_dari_sk"] as const) {
      expect(proposedValue({ ...proof, state })).toBeNull();
    }
  });

  it("is always checked where it is the worst there is", () => {
    const all = ["0", "1", "2", "3", "T", "ya", "tidak", "langkah:0", "langkah:1"];
    expect(all.filter(isAlwaysChecked)).toEqual(["0", "1", "tidak", "langkah:0"]);
  });
});
