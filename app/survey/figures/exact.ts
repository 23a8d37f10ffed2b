/** Exact fractions: an index is rounded once, at the very end, so that no binary noise can move a grade. */
export interface Fraction {
  num: bigint;
  /** Always positive. */
  den: bigint;
}

const gcd = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y) [x, y] = [y, x % y];
  return x || 1n;
};

/** @throws RangeError where the denominator is nought. */
export const fraction = (num: bigint | number, den: bigint | number = 1n): Fraction => {
  const [n, d] = [BigInt(num), BigInt(den)];
  if (d === 0n) throw new RangeError("a fraction needs a denominator");
  const sign = d < 0n ? -1n : 1n;
  const common = gcd(n, d * sign);
  return { num: (n * sign) / common, den: (d * sign) / common };
};

export const add = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.num * b.den + b.num * a.den, a.den * b.den);

export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.num * b.num, a.den * b.den);

export const sumOf = (all: readonly Fraction[]): Fraction => all.reduce(add, fraction(0));

/** Mean of fractions; undefined of nothing. */
export const meanOf = (all: readonly Fraction[]): Fraction | undefined =>
  all.length ? times(sumOf(all), fraction(1, all.length)) : undefined;

/** Rounds half up (towards plus infinity) at a decimal place, as an integer: 83.675 at 2 digits is 8368. */
export const scaledHalfUp = ({ num, den }: Fraction, digits: number): number => {
  const twice = num * 2n * 10n ** BigInt(digits) + den;
  const floor = twice / (2n * den);
  return Number(twice < 0n && twice % (2n * den) !== 0n ? floor - 1n : floor);
};

/** The same as a plain number: the nearest double of a decimal with that many digits. */
export const roundHalfUp = (value: Fraction, digits: number): number =>
  Number(`${scaledHalfUp(value, digits)}e-${digits}`);

/** The double next to a fraction, for what is rounded only where it is printed. Sixteen digits of it hold. */
export const nearest = (value: Fraction): number => Number(value.num) / Number(value.den);

/** Reads a decimal with point or comma ("90,56", "3.4828", "105"); undefined where it is none. At most 18 decimals count. */
export const parseDecimal = (text: string): { value: Fraction; digits: number } | undefined => {
  const match = /^([+-]?)(\d{1,15})(?:[.,](\d+))?$/.exec(text.trim());
  if (!match) return undefined;
  const decimals = (match[3] ?? "").slice(0, 18);
  const num = BigInt(`${match[2]}${decimals}`) * (match[1] === "-" ? -1n : 1n);
  return { value: fraction(num, 10n ** BigInt(decimals.length)), digits: decimals.length };
};
