import { edition } from "../editions.ts";
import type { Explanation, SkmPrinted } from "../schema.ts";
import { type Fraction, fraction, parseDecimal, scaledHalfUp, sumOf, times } from "./exact.ts";
import { type Figures, ikmWithWeight } from "./figures.ts";

/** A foot row's values of the unsur, in the order of the edition; null where the cell is blank. */
export type FootValues = readonly (Fraction | null)[];

const TWENTY_FIVE = fraction(25);

/** Rounds a fraction half up at a decimal place and keeps it exact. */
const rounded = (value: Fraction, digits: number): Fraction =>
  fraction(scaledHalfUp(value, digits), 10n ** BigInt(digits));

/**
 * Holds the index that a file prints against ours, and names what explains a difference: the cut weight (0.11, 0.111,
 * 0.071), rounding of NRR or weighted NRR before adding up, or foot rows counted as respondents.
 *
 * @param printed as it stands in the file, decimal comma or point; its decimals decide how closely both must agree.
 * @param foot foot rows with figures under the unsur, top to bottom.
 * @returns null where `printed` is no number or there is no index to hold it against.
 */
export const reconcile = (
  printed: string,
  figures: Figures,
  foot: readonly FootValues[] = [],
): SkmPrinted | null => {
  const read = parseDecimal(printed);
  if (!read) return null;
  const digits = Math.min(read.digits, 6);
  const target = scaledHalfUp(read.value, digits);
  const ikm = scaledHalfUp(read.value, 2) / 100;
  if (!figures.ikm) return { ikm, agrees: false, explained_by: null };
  // An exact half may have been rounded down by a program that counts in binary.
  const hits = (candidate: Fraction | null): boolean =>
    candidate !== null &&
    (scaledHalfUp(candidate, digits) === target || isHalfAbove(candidate, target, digits));
  // A spreadsheet prints unrounded figures: two decimals are what the regulation asks.
  if (
    scaledHalfUp(figures.ikm, digits) === target ||
    (digits > 2 && scaledHalfUp(read.value, 2) === figures.ikmHundredths)
  )
    return { ikm, agrees: true, explained_by: null };
  return { ikm, agrees: false, explained_by: explanation(figures, hits, foot) };
};

const isHalfAbove = ({ num, den }: Fraction, target: number, digits: number): boolean =>
  2n * num * 10n ** BigInt(digits) === den * (2n * BigInt(target) + 1n);

const explanation = (
  figures: Figures,
  hits: (candidate: Fraction | null) => boolean,
  foot: readonly FootValues[],
): Explanation | null => {
  const { unsur: all, printedWeights } = edition(figures.edition);
  for (const { printed, millionths } of printedWeights)
    if (hits(ikmWithWeight(figures, millionths))) return printed as Explanation;
  const nrr = figures.unsur.flatMap((one) => one.nrr ?? []);
  const exact = fraction(1, all.length);
  const weights = [exact, ...printedWeights.map((one) => fraction(one.millionths, 1_000_000))];
  for (const weight of weights)
    for (const nrrDigits of [2, 3, 4, null])
      for (const partDigits of [null, 2, 3, 4])
        for (const sumDigits of [null, 2, 3]) {
          if (nrrDigits === null && partDigits === null && sumDigits === null) continue;
          const parts = nrr.map((value) => {
            const part = times(nrrDigits === null ? value : rounded(value, nrrDigits), weight);
            return partDigits === null ? part : rounded(part, partDigits);
          });
          const sum = sumOf(parts);
          if (hits(times(sumDigits === null ? sum : rounded(sum, sumDigits), TWENTY_FIVE)))
            return "rounded_parts";
        }
  return withFootRows(figures, foot).some(hits) ? "foot_rows" : null;
};

/** Indices that come out when the first k foot rows are averaged with the respondents, or only counted with them. */
const withFootRows = (figures: Figures, foot: readonly FootValues[]): Fraction[] => {
  const keys = edition(figures.edition).unsur;
  const candidates: Fraction[] = [];
  const subsets = foot.map((_, k) => foot.slice(0, k + 1)).concat(foot.slice(1).map((row) => [row]));
  for (const rows of subsets)
    for (const counted of [true, false]) {
      const nrr = figures.unsur.map((one) => {
        const at = keys.findIndex((unsur) => unsur.key === one.key);
        const extra = rows.flatMap((row) => row[at] ?? []);
        const sum = sumOf([one.sum ?? fraction(0), ...(counted ? extra : [])]);
        return times(sum, fraction(1, Math.max(1, (one.n ?? 0) + extra.length)));
      });
      const total = sumOf(nrr);
      const weights = [
        fraction(1, keys.length),
        ...edition(figures.edition).printedWeights.map((one) => fraction(one.millionths, 1_000_000)),
      ];
      for (const weight of weights) candidates.push(times(times(total, weight), TWENTY_FIVE));
    }
  return candidates;
};

/** Half the doubt (in points of the index) of an index made from NRR rounded to these digits, one entry an unsur. */
export const roundingDoubt = (digits: readonly number[]): number =>
  digits.length ? (25 * digits.reduce((sum, one) => sum + 0.5 * 10 ** -one, 0)) / digits.length : 0;
