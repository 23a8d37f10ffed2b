/** How figures are written in Indonesian official prose (EYD). The only place that formats a number. */

const MINUS = "−";
/** What stands where there is no figure. The reason stands beside it; it never means nought. */
export const NO_FIGURE = "–";

const groupThousands = (digits: string): string => digits.replace(/\B(?=(\d{3})+$)/g, ".");

/**
 * Decimal with a comma, thousands with a dot and a true minus: `-2.14, 1` gives `−2,1`.
 * Rounds half away from nought; a value that rounds to nought carries no minus.
 */
export function formatDecimal(value: number, digits: number): string {
  if (!Number.isFinite(value)) return NO_FIGURE;
  const rounded = roundHalfUp(Math.abs(value), digits);
  const [whole = "0", fraction] = rounded.toFixed(digits).split(".");
  const sign = value < 0 && rounded !== 0 ? MINUS : "";
  return sign + groupThousands(whole) + (fraction === undefined ? "" : `,${fraction}`);
}

/** A figure as it is printed, as a number: half away from nought at a decimal place. What is no number stays. */
export const roundedAsPrinted = (value: number, digits: number): number =>
  Math.sign(value) * roundHalfUp(Math.abs(value), digits);

/** Rounds a non-negative number half up at a decimal place, free of binary noise (1.005 at 2 digits is 1.01). */
function roundHalfUp(value: number, digits: number): number {
  const scaled = Number(`${value}e${digits}`);
  return Number.isNaN(scaled) ? value : Number(`${Math.round(scaled)}e-${digits}`);
}

/** Whole number: `3388` gives `3.388`. */
export const formatCount = (value: number): string => formatDecimal(value, 0);

/** Whole rupiah without a space: `50000` gives `Rp50.000`. */
export function formatRupiah(rupiah: number): string {
  const amount = formatCount(Math.abs(rupiah));
  return rupiah < 0 ? `${MINUS}Rp${amount}` : `Rp${amount}`;
}

/** `k` of `n`: `20 dari 112`. */
export const formatShare = (k: number, n: number): string => `${formatCount(k)} dari ${formatCount(n)}`;

/**
 * Share as a percentage, always to be printed with k and n: none under ten, whole under a thousand, one decimal from
 * there on. A share that is not whole never rounds to 0% or 100%. Null where none may be shown.
 */
export function formatPercent(k: number, n: number): string | null {
  if (n < 10) return null;
  const digits = n < 1000 ? 0 : 1;
  const step = 10 ** -digits;
  const rounded = roundHalfUp((k / n) * 100, digits);
  const kept = k > 0 && rounded === 0 ? step : k < n && rounded === 100 ? 100 - step : rounded;
  return `${formatDecimal(kept, digits)}%`;
}

/**
 * An interval of a share of n cases as percentages: as fine as the share itself, bounds rounded outwards.
 *
 * @param low, high bounds, 0-1
 * @returns [low, high], or null under ten cases
 */
export function formatShareBounds(low: number, high: number, n: number): [string, string] | null {
  if (n < 10) return null;
  const digits = n < 1000 ? 0 : 1;
  const steps = 100 * 10 ** digits;
  const percent = (scaled: number): string => `${formatDecimal((100 * scaled) / steps, digits)}%`;
  return [percent(Math.floor(low * steps)), percent(Math.ceil(high * steps))];
}

/** Percentage with one decimal, for measures that are no count of cases (share of a file's lines). Same guard at 0 and 100. */
export function formatPercent1(k: number, n: number): string | null {
  if (n === 0) return null;
  const rounded = roundHalfUp((k / n) * 100, 1);
  const kept = k > 0 && rounded === 0 ? 0.1 : k < n && rounded === 100 ? 99.9 : rounded;
  return `${formatDecimal(kept, 1)}%`;
}

/** Two formatted ends joined by an en dash; equal ends are one figure: `80,9–83,9`, `7`. */
export const formatRange = (from: string, to: string): string => (from === to ? from : `${from}–${to}`);

/** A range of lines: `102–104`, or `102` for one line. Line numbers carry no thousands dot. */
export const formatLines = ([from, to]: readonly [number, number]): string =>
  formatRange(String(from), String(to));

/** Megabytes of 1,000,000 bytes, as file managers count them: `62 MB`, `0,4 MB`. */
export function formatMegabytes(bytes: number): string {
  const megabytes = bytes / 1_000_000;
  if (megabytes >= 10) return `${formatCount(Math.round(megabytes))} MB`;
  return `${formatDecimal(Math.max(megabytes, bytes > 0 ? 0.1 : 0), 1)} MB`;
}

/**
 * A size of bytes over a bound, and the bound: `62 MB melebihi batas 25 MB`. A size that rounds to the
 * bound is written with one decimal, rounded up, so that it is never said to be as large: `25,1 MB`.
 */
export function formatOverBound(bytes: number, bound: number): string {
  const [size, limit] = [formatMegabytes(bytes), formatMegabytes(bound)];
  const shown = size === limit ? `${formatDecimal(Math.ceil(bytes / 100_000) / 10, 1)} MB` : size;
  return `${shown} melebihi batas ${limit}`;
}
