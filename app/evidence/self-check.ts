import { type Edition, type Indicator, indicatorsOf } from "../instruments/edition.ts";
import { decreeIsEnough } from "./prove.ts";
import type { Proof } from "./subject.ts";

/** An answer to an indicator: yes or no, or the step of its scale that is reached. */
export type Answer = { met: boolean } | { step: number };
export type Answers = ReadonlyMap<string, Answer>;

export interface SelfCheck {
  /** Indicators that the edition lists. */
  listed: number;
  /** How many there are in all by their source; null where a source is lacking. */
  announced: number | null;
  answered: number;
  /** Of the answered. An indicator with steps is met at its top step. */
  met: number;
  /** Listed and not answered: they wait for a person. */
  waiting: number;
}

/** Does the answer fit the indicator: a step that its scale has, or a plain yes or no where it has none? */
export const fits = ({ scale }: Indicator, answer: Answer): boolean =>
  scale ? "step" in answer && scale.steps.some(({ value }) => value === answer.step) : "met" in answer;

const isMet = ({ scale }: Indicator, answer: Answer): boolean =>
  "met" in answer ? answer.met : answer.step === scale?.steps.at(-1)?.value;

/** Answers that the decree alone gives: of indicators that ask for nothing else, where it could be read. */
export const answersFromDecree = (
  proofs: readonly { indicator: Indicator; proof: Proof }[],
): Map<string, Answer> => {
  const answers = new Map<string, Answer>();
  for (const { indicator, proof } of proofs) {
    if (!decreeIsEnough(indicator)) continue;
    const { state, step } = proof;
    if (state !== "terbukti" && state !== "belum_terbukti") continue;
    answers.set(indicator.id, step ? { step: step.reached } : { met: state === "terbukti" });
  }
  return answers;
};

/**
 * Counts of a self-check: indicators met, of the answered, of all. Never a percentage: the instrument has weights of its
 * own. Answers that fit no indicator count for nothing.
 */
export const selfCheck = (edition: Pick<Edition, "dimensions">, answers: Answers): SelfCheck => {
  const listed = indicatorsOf(edition);
  const answered = listed.flatMap((indicator) => {
    const answer = answers.get(indicator.id);
    return answer && fits(indicator, answer) ? [{ indicator, answer }] : [];
  });
  const announced = edition.dimensions.map((one) => one.announced?.value ?? null);
  return {
    listed: listed.length,
    announced: announced.some((one) => one === null)
      ? null
      : announced.reduce<number>((sum, one) => sum + (one ?? 0), 0),
    answered: answered.length,
    met: answered.filter(({ indicator, answer }) => isMet(indicator, answer)).length,
    waiting: listed.length - answered.length,
  };
};
