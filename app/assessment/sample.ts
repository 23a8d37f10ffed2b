import { createHash } from "node:crypto";

/** Of the verdicts that are not all checked, at least this many are drawn, or all where there are fewer. Batas kerja. */
export const SMALLEST_SAMPLE = 30;
/** And at least one in this many. Batas kerja. */
export const ONE_IN = 10;

/**
 * How many verdicts are drawn at random: a tenth, at least 30, all where there are no more than 30. Praktik, a working
 * bound of ours: where none of 30 is wrong, the true share is below 11,6 % with 95 % confidence.
 */
export const sampleSize = (rest: number): number =>
  Math.min(rest, Math.max(SMALLEST_SAMPLE, Math.ceil(rest / ONE_IN)));

export interface Draw {
  /** Every one of these is checked. */
  mandatory: string[];
  /** Drawn at random from `rest` others. */
  random: string[];
  rest: number;
}

/** Place of a key in the order that a seed gives. */
const rank = (seed: string, key: string): string =>
  createHash("sha256").update(`${seed}\n${key}`).digest("hex");

/**
 * Draws an uji petik: all that must be checked, and of the rest those whose hash with the seed is smallest. Whoever knows
 * the seed draws the same, in whatever order the verdicts come.
 * @param items each key once
 */
export const drawSample = (seed: string, items: readonly { key: string; always: boolean }[]): Draw => {
  const others = items.filter(({ always }) => !always).map(({ key }) => ({ key, rank: rank(seed, key) }));
  others.sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.key < b.key ? -1 : 1));
  return {
    mandatory: items.filter(({ always }) => always).map(({ key }) => key),
    random: others.slice(0, sampleSize(others.length)).map(({ key }) => key),
    rest: others.length,
  };
};
