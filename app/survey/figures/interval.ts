import type { UnsurKey } from "../editions.ts";
import type { Histograms } from "../model.ts";

/** Spread of a mean: what intervals and comparisons are made from. On the scale of the index (25-100). */
export interface Spread {
  n: number;
  /** Mean of the respondents' own means × 25. With blanks it may differ a little from the index. */
  mean: number;
  /** Standard error of the mean, after the finite population correction. */
  standardError: number;
  /** Nobody differs. */
  flat: boolean;
}

/** Fewer answers than this say nothing of their spread where all are equal, and give no priority (batas kerja). */
export const FIRM_ANSWERS = 10;

const spread = (
  values: Iterable<readonly [value: number, n: number]>,
  population?: number,
): Spread | null => {
  let n = 0;
  let sum = 0;
  const all = [...values].filter(([, count]) => count > 0);
  for (const [value, count] of all) {
    n += count;
    sum += value * count;
  }
  if (n === 0) return null;
  const [[first]] = all as [readonly [number, number]];
  // One mean comes from several sums over several answers; dividing it back may leave a trace of a spread.
  const flat = all.every(([value]) => value === first);
  const mean = flat ? first : sum / n;
  const squares = all.reduce((total, [value, count]) => total + count * (value - mean) ** 2, 0);
  const correction = population && population > 1 ? Math.max(0, (population - n) / (population - 1)) : 1;
  const variance = n > 1 ? squares / (n - 1) : Number.NaN;
  return { n, mean, standardError: Math.sqrt((variance / n) * correction), flat };
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

/**
 * Student's t, 97.5th percentile, for 1 to 30 degrees of freedom; beyond, the Cornish-Fisher expansion, to within 0.000002.
 * Three digits would move one printed end of an interval in a hundred.
 */
const T975 = [
  12.706205, 4.302653, 3.182446, 2.776445, 2.570582, 2.446912, 2.364624, 2.306004, 2.262157, 2.228139,
  2.200985, 2.178813, 2.160369, 2.144787, 2.13145, 2.119905, 2.109816, 2.100922, 2.093024, 2.085963, 2.079614,
  2.073873, 2.068658, 2.063899, 2.059539, 2.055529, 2.051831, 2.048407, 2.04523, 2.042272,
] as const;
const Z975 = 1.959963985;

const t975 = (degrees: number): number => {
  const known = T975[Math.floor(degrees) - 1];
  if (known !== undefined) return known;
  const cube = Z975 ** 3 + Z975;
  const fifth = 5 * Z975 ** 5 + 16 * Z975 ** 3 + 3 * Z975;
  const seventh = 3 * Z975 ** 7 + 19 * Z975 ** 5 + 17 * Z975 ** 3 - 15 * Z975;
  return Z975 + cube / (4 * degrees) + fifth / (96 * degrees ** 2) + seventh / (384 * degrees ** 3);
};

/**
 * Half the width of the 95 % interval, in points of the index; null for fewer than two respondents. A survey of the
 * whole population has none (0).
 */
export const halfWidth = (one: Spread): number | null =>
  one.n < 2 ? null : t975(one.n - 1) * one.standardError;

/** Says how far the mean may lie off: two or three people who agree would give an interval of no width. */
const tellsSpread = ({ n, flat }: Spread): boolean => n >= 2 && !(flat && n < FIRM_ANSWERS);

/** The 95 % interval around a figure (0-100), cut at the ends of the scale; null where the answers give none. */
export const intervalAround = (value: number, one: Spread): readonly [number, number] | null => {
  const half = tellsSpread(one) ? halfWidth(one) : null;
  return half === null ? null : [Math.max(25, value - half), Math.min(100, value + half)];
};

export type Direction = "naik" | "turun" | "belum pasti";

/**
 * Change against another period. *Naik* or *turun* only when the 95 % interval of the difference (Welch) excludes 0;
 * within noise, or where the answers of a side tell nothing of their spread, *belum pasti*.
 *
 * @param now, before the two figures (index or unsur × 25) with their spreads; both of one edition.
 */
export const changeBetween = (
  now: { value: number; spread: Spread },
  before: { value: number; spread: Spread },
): { difference: number; halfWidth: number | null; direction: Direction } => {
  const difference = now.value - before.value;
  const [a, b] = [now.spread, before.spread];
  if (!tellsSpread(a) || !tellsSpread(b)) return { difference, halfWidth: null, direction: "belum pasti" };
  const [va, vb] = [a.standardError ** 2, b.standardError ** 2];
  const pooled = va + vb;
  const degrees = pooled === 0 ? a.n + b.n - 2 : pooled ** 2 / (va ** 2 / (a.n - 1) + vb ** 2 / (b.n - 1));
  const half = t975(Math.max(1, degrees)) * Math.sqrt(pooled);
  const direction = Math.abs(difference) <= half ? "belum pasti" : difference > 0 ? "naik" : "turun";
  return { difference, halfWidth: half, direction };
};
