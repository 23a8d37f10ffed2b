import type { Histograms } from "../model.ts";

/** Answers to U4 that contradict the promise, from how many on it is a signal to the pereviu (batas kerja, ours). */
const SIGNAL_COUNT = 5;
const SIGNAL_SHARE = 0.1;

export interface CostSignal {
  /** Respondents whose answer to biaya contradicts the standard. */
  against: number;
  n: number;
  /** `note` at one, `signal` from five and a tenth of the answers on. A question to ask, never an accusation. */
  weight: "none" | "note" | "signal";
}

/**
 * *Gratis* against U4: of a service promised free, answers 1-3 say that the respondent paid; of a paid one, the answer
 * "gratis" (4) says that nothing was charged. Null where the standard says neither or nobody answered.
 *
 * @param gratis what the standard's own text says about the fee.
 */
export const costSignal = ({ hist }: Histograms, gratis: boolean | null): CostSignal | null => {
  const answers = hist.filter((row) => row.unsur === "biaya");
  const n = answers.reduce((all, row) => all + row.n, 0);
  if (gratis === null || n === 0) return null;
  const against = answers.reduce((all, row) => all + (gratis === row.score < 400 ? row.n : 0), 0);
  const loud = against >= SIGNAL_COUNT && against >= n * SIGNAL_SHARE;
  return { against, n, weight: against === 0 ? "none" : loud ? "signal" : "note" };
};
