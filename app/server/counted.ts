import type { RegencyRef } from "./views.ts";

/**
 * The regencies that the counts of a page are about: those asked for, else every one with a naskah. An invented one is
 * never counted together with real ones: it counts where it is asked for alone, or where there is nothing else.
 * @param withNaskah ids
 * @param kab slugs; none for all
 * @returns ids; [-1], which is no regency, where nobody has the name
 */
export const countedRegencies = (
  regencies: Iterable<RegencyRef>,
  withNaskah: ReadonlySet<number>,
  kab: readonly string[],
): number[] => {
  const asked = [...regencies].filter((one) =>
    kab.length > 0 ? kab.includes(one.slug) : withNaskah.has(one.r),
  );
  const real = asked.filter((one) => !one.sample && withNaskah.has(one.r));
  const counted = real.length > 0 ? real : asked;
  return counted.length > 0 ? counted.map(({ r }) => r) : [-1];
};
