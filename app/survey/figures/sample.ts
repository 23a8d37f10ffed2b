/**
 * Target sample after Krejcie and Morgan (1970): S = χ² N P Q ÷ (d² (N−1) + χ² P Q), χ² = 3.841, P = Q = 0.5, d = 0.05,
 * rounded to the nearest whole. The annex of Permenpan RB 14/2017 reprints the table (from memory; 50 → 44 was seen).
 *
 * @param population users of the service in the period, a whole number above nought.
 */
export const targetSample = (population: number): number => {
  // × 100000: 96025 N ÷ (250 (N − 1) + 96025)
  const top = 96_025n * BigInt(population);
  const bottom = 250n * BigInt(population - 1) + 96_025n;
  return Number((2n * top + bottom) / (2n * bottom));
};
