import type { Indicator } from "../instruments/edition.ts";
import type { ProofRule } from "../instruments/proofs.ts";
import { ofService, ofUnit } from "./rules.ts";
import type { Proof, ServiceEvidence, UnitEvidence } from "./subject.ts";

const NOT_FROM_DECREE: Proof = {
  state: "bukan_dari_sk",
  reason: "Keputusan tidak dapat membuktikannya.",
  quote: null,
  lines: null,
  step: null,
};

type Ask = (rule: ProofRule) => Omit<Proof, "step">;

/** The highest step whose rules, and those of all steps below it, hold; what stopped it is the reason. */
const climb = (scale: NonNullable<Indicator["scale"]>, ask: Ask): Proof => {
  const top = scale.steps.at(-1)?.value ?? 0;
  let reached = 0;
  let last: Omit<Proof, "step"> | null = null;
  for (const { value, proof } of scale.steps.slice(1)) {
    if (!proof) break;
    const answer = ask(proof);
    if (answer.state !== "terbukti") return { ...answer, step: { reached, top } };
    last = answer;
    reached = value;
  }
  return last ? { ...last, step: { reached, top } } : { ...NOT_FROM_DECREE, step: { reached, top } };
};

const prove = ({ proof, scale }: Indicator, ask: Ask): Proof => {
  if (scale?.steps.some((step) => step.proof)) return climb(scale, ask);
  return proof ? { ...ask(proof), step: null } : NOT_FROM_DECREE;
};

/**
 * What the decree of one service says to an indicator: proven, not proven, or not to be proven from a decree; with the
 * decree's words and lines. Where the indicator needs more than a decree, "proven" is its document half alone.
 */
export const proveService = (indicator: Indicator, service: ServiceEvidence): Proof =>
  prove(indicator, (rule) => ofService(rule, service));

/** The same of a unit: rules on services must hold for every service. */
export const proveUnit = (indicator: Indicator, unit: UnitEvidence): Proof =>
  prove(indicator, (rule) => ofUnit(rule, unit));

/** Is a decree all the evidence that the indicator asks for? Else a person has to answer it. */
export const decreeIsEnough = ({ needs }: Pick<Indicator, "needs">): boolean =>
  needs.every((one) => one === "sk");

/** Everything that a decree may prove of an indicator, of its steps too. */
export const proofsOf = ({ proof, scale }: Pick<Indicator, "proof" | "scale">): ProofRule[] =>
  [proof, ...(scale?.steps ?? []).map((step) => step.proof)].filter((one) => one !== null);
