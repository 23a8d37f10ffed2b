import { type Fraction, fraction, parseDecimal, scaledHalfUp, times } from "../figures/exact.ts";
import { clean } from "../text.ts";

/** Counts and sums of aggregate tables, whose thousands may be parted: "5.000" is five thousand or five. */

const GROUPED = /^\d{1,3}(?:([.,\s])\d{3})(?:\1\d{3})*$/;

/** What a figure may say, the likelier first: thousands parted by dots, decimals after commas. Empty where it is none. */
export const readingsOf = (cell: string): Fraction[] => {
  const text = clean(cell);
  const sign = GROUPED.exec(text)?.[1];
  const plain = parseDecimal(text)?.value;
  const whole = sign === undefined ? undefined : fraction(Number(text.replace(/\D/g, "")));
  const both = sign === "," ? [plain, whole] : [whole, plain];
  return both.filter((one) => one !== undefined);
};

/** The same of a count, which has no decimals. */
export const countsOf = (cell: string): number[] =>
  readingsOf(cell).flatMap(({ num, den }) => (den === 1n ? [Number(num)] : []));

/** One unsur of one unit as printed; what can be read in two ways keeps both. */
export interface Cell {
  ns: readonly number[];
  sums: readonly Fraction[];
  nrr: Fraction | null;
  /** Decimals of a printed NRR; null where sum and n make it exact. */
  digits: number | null;
}

export const emptyCell = (): Cell => ({ ns: [], sums: [], nrr: null, digits: null });

export const atMost = (value: Fraction, limit: number): boolean => value.num <= BigInt(limit) * value.den;
export const atLeast = (value: Fraction, limit: number): boolean => value.num >= BigInt(limit) * value.den;

/**
 * A column "Jumlah" may count respondents instead of points: a sum is one only where it gives a mean of the scale, and
 * the printed one where that stands beside it.
 */
const fits = (sum: Fraction, n: number, { nrr, digits }: Cell): boolean => {
  if (n <= 0) return false;
  const mean = times(sum, fraction(1, n));
  if (!atLeast(mean, 1) || !atMost(mean, 4)) return false;
  if (!nrr || digits === null) return true;
  const apart = Math.abs(Number(scaledHalfUp(mean, 6)) - Number(scaledHalfUp(nrr, 6))) / 1e6;
  return apart <= 10 ** -Math.floor(digits);
};

/** Respondents and sum that go together; the sum is null where none does. @param n of the unit, for cells without. */
export const settled = (cell: Cell, n: number | null): { n: number | null; sum: Fraction | null } => {
  const counts = cell.ns.length > 0 ? cell.ns : n === null ? [] : [n];
  for (const count of counts)
    for (const sum of cell.sums) if (fits(sum, count, cell)) return { n: count, sum };
  return { n: counts[0] ?? null, sum: counts.length === 0 ? (cell.sums[0] ?? null) : null };
};
