import type { Verdict } from "./spec-truth.ts";

/** A component that was read, whether rightly, and how sure the reader was (0-1). */
export interface Judged {
  right: boolean;
  confidence: number;
}

/** Components that were not read have no confidence and do not count. */
export const judgedOf = (verdicts: readonly Verdict[]): Judged[] =>
  verdicts.flatMap(({ outcome, confidence }) =>
    confidence === null ? [] : [{ right: outcome === "right", confidence }],
  );

/**
 * Probability that of a right and a wrong component the right one has the higher confidence (ties count half).
 * Undefined where one kind is missing.
 */
export function confidenceAuc(judged: readonly Judged[]): number | undefined {
  const sorted = [...judged].sort((a, b) => a.confidence - b.confidence);
  let wrongBelow = 0;
  let won = 0;
  let rights = 0;
  for (let i = 0; i < sorted.length; ) {
    let j = i;
    while (j < sorted.length && sorted[j]?.confidence === sorted[i]?.confidence) j++;
    const same = sorted.slice(i, j);
    const right = same.filter((s) => s.right).length;
    const wrong = same.length - right;
    won += right * (wrongBelow + wrong / 2);
    rights += right;
    wrongBelow += wrong;
    i = j;
  }
  return rights && wrongBelow ? won / (rights * wrongBelow) : undefined;
}

const EDGES = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 1.0001] as const;

/** How many components have a confidence in each range, and what share of them is right (0-1). */
export const confidenceBins = (
  judged: readonly Judged[],
): { from: number; to: number; count: number; right: number }[] =>
  EDGES.slice(1).map((to, i) => {
    const from = EDGES[i] as number;
    const own = judged.filter((j) => j.confidence >= from && j.confidence < to);
    return {
      from,
      to: Math.min(to, 1),
      count: own.length,
      right: own.length ? own.filter((j) => j.right).length / own.length : 0,
    };
  });
