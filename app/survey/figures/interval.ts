import type { UnsurKey } from "../editions.ts";
import type { Histograms } from "../model.ts";

/** Spread of a mean: what intervals and comparisons are made from. On the scale of the index (25-100). */
export interface Spread {
  n: number;
  /** Mean of the respondents' own means × 25. With blanks it may differ a little from the index. */
  mean: number;
  /** Standard error of the mean, after the finite population correction. */
  standardError: number;
  /** Nobody differs: the interval is nought and says nothing. */
  flat: boolean;
}

const spread = (
  values: Iterable<readonly [value: number, n: number]>,
  population?: number,
): Spread | null => {
  let n = 0;
  let sum = 0;
  const all = [...values];
  for (const [value, count] of all) {
    n += count;
    sum += value * count;
  }
  if (n === 0) return null;
  const mean = sum / n;
  const squares = all.reduce((total, [value, count]) => total + count * (value - mean) ** 2, 0);
  const correction = population && population > 1 ? Math.max(0, (population - n) / (population - 1)) : 1;
  const variance = n > 1 ? squares / (n - 1) : Number.NaN;
  return { n, mean, standardError: Math.sqrt((variance / n) * correction), flat: all.length === 1 };
};

/** Spread of the index from `hist_total`: each respondent's own mean. Null without respondents. */
export const spreadOfIndex = ({ hist_total }: Histograms, population?: number): Spread | null =>
  spread(
    hist_total.flatMap(({ sum, answered, n }) => (answered ? [[sum / answered / 4, n] as const] : [])),
    population,
  );

/** Spread of one unsur from `hist`. */
export const spreadOfUnsur = ({ hist }: Histograms, unsur: UnsurKey, population?: number): Spread | null =>
  spread(
    hist.flatMap((row) => (row.unsur === unsur ? [[row.score / 4, row.n] as const] : [])),
    population,
  );

/** Student's t, 97.5th percentile, for 1 to 30 degrees of freedom; beyond, the Cornish-Fisher expansion holds to 3 digits. */
const T975 = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
] as const;
const Z975 = 1.959964;

const t975 = (degrees: number): number => {
  const known = T975[Math.floor(degrees) - 1];
  if (known !== undefined) return known;
  const cube = Z975 ** 3 + Z975;
  const fifth = 5 * Z975 ** 5 + 16 * Z975 ** 3 + 3 * Z975;
  return Z975 + cube / (4 * degrees) + fifth / (96 * degrees ** 2);
};

/**
 * Half the width of the 95 % interval, in points of the index; null for fewer than two respondents. A survey of the
 * whole population has none (0).
 */
export const halfWidth = (one: Spread): number | null =>
  one.n < 2 ? null : t975(one.n - 1) * one.standardError;

/** The 95 % interval around a figure (0-100), cut at the ends of the scale; null where there is none. */
export const intervalAround = (value: number, one: Spread): readonly [number, number] | null => {
  const half = halfWidth(one);
  return half === null ? null : [Math.max(25, value - half), Math.min(100, value + half)];
};

export type Direction = "naik" | "turun" | "belum pasti";

/**
 * Change against another period. *Naik* or *turun* only when the 95 % interval of the difference (Welch) excludes 0;
 * within noise, or with fewer than two respondents on a side, *belum pasti*.
 *
 * @param now, before the two figures (index or unsur × 25) with their spreads; both of one edition.
 */
export const changeBetween = (
  now: { value: number; spread: Spread },
  before: { value: number; spread: Spread },
): { difference: number; halfWidth: number | null; direction: Direction } => {
  const difference = now.value - before.value;
  const [a, b] = [now.spread, before.spread];
  if (a.n < 2 || b.n < 2) return { difference, halfWidth: null, direction: "belum pasti" };
  const [va, vb] = [a.standardError ** 2, b.standardError ** 2];
  const pooled = va + vb;
  const degrees = pooled === 0 ? a.n + b.n - 2 : pooled ** 2 / (va ** 2 / (a.n - 1) + vb ** 2 / (b.n - 1));
  const half = t975(Math.max(1, degrees)) * Math.sqrt(pooled);
  const direction = Math.abs(difference) <= half ? "belum pasti" : difference > 0 ? "naik" : "turun";
  return { difference, halfWidth: half, direction };
};
