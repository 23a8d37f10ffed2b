import type { Answer } from "../evidence/self-check.ts";
import type { Proof } from "../evidence/subject.ts";
import type { InstrumentCriterion } from "../instruments/instrument.ts";
import { levelOf } from "../scoring/levels.ts";

/**
 * What one item of an assessment comes to, as the database holds it: the level of a component ("0"-"3", "T"), or the
 * answer to an indicator ("ya", "tidak", "langkah:2").
 */
export type ItemValue = string;

/** How a person finds a component in the text. */
export const COMPONENT_STATES = ["ada", "tidak_ada", "tidak_terbaca"] as const;
export type ComponentFound = (typeof COMPONENT_STATES)[number];

/** By id of the criterion; null: the question does not arise. */
export type CriterionAnswers = Readonly<Record<string, boolean | null>>;

/**
 * Level of a component as a person answers its criteria: the same rule as the machine's. Criteria that nobody answered
 * do not arise.
 */
export const levelFromAnswers = (
  criteria: readonly Pick<InstrumentCriterion, "id" | "level">[],
  found: ComponentFound,
  answers: CriterionAnswers,
): "0" | "1" | "2" | "3" | "T" => {
  if (found === "tidak_ada") return "0";
  if (found === "tidak_terbaca") return "T";
  const level = levelOf(
    criteria.map(({ id, level }) => ({
      criterion: id,
      level,
      answer: { met: answers[id] ?? null, reason: "", quote: null },
    })),
  );
  return String(level) as "1" | "2" | "3";
};

/** The answers in which a person differs from the machine. */
export const differing = (
  machine: CriterionAnswers,
  answers: CriterionAnswers,
): Record<string, boolean | null> =>
  Object.fromEntries(Object.entries(answers).filter(([id, met]) => (machine[id] ?? null) !== met));

const STEP = /^langkah:(\d{1,3})$/;

/** The answer that a stored value stands for; null where it is none to an indicator. */
export const answerOfValue = (value: ItemValue): Answer | null => {
  if (value === "ya" || value === "tidak") return { met: value === "ya" };
  const step = STEP.exec(value)?.[1];
  return step === undefined ? null : { step: Number(step) };
};

export const valueOfAnswer = (answer: Answer): ItemValue =>
  "step" in answer ? `langkah:${answer.step}` : answer.met ? "ya" : "tidak";

/**
 * What the machine proposes for an indicator: its document half. Null where a decree says nothing of it, or can't be
 * told. Whether the half is the whole is the indicator's own matter.
 */
export const proposedValue = (proof: Proof): ItemValue | null => {
  if (proof.state !== "terbukti" && proof.state !== "belum_terbukti") return null;
  return valueOfAnswer(proof.step ? { step: proof.step.reached } : { met: proof.state === "terbukti" });
};

/** Verdicts that a pereviu sees every one of: levels 0 and 1, an indicator unmet, the lowest step. */
export const isAlwaysChecked = (value: ItemValue): boolean =>
  value === "0" || value === "1" || value === "tidak" || value === "langkah:0";
