/** A share with its interval, all in 0-1. */
export interface ShareInterval {
  k: number;
  n: number;
  share: number;
  low: number;
  high: number;
}

/** Logarithms of 0!, 1!, … n!. */
const logFactorials = (n: number): number[] => {
  const logs = [0];
  for (let at = 1; at <= n; at += 1) logs.push((logs[at - 1] as number) + Math.log(at));
  return logs;
};

/** Halvings of the interval: far below the two decimals that are printed. */
const STEPS = 60;

/**
 * Share with its exact interval after Clopper and Pearson (1934): `low` is the share at which k or more in n would come
 * by chance with probability `tail`, `high` the one for k or fewer. It never claims more than `1 - 2 × tail`; drawn from
 * a finite stock it claims less than it could.
 * @param tail probability beyond each end; 0.025 for 95 %
 * @returns undefined where nothing was drawn
 */
export const clopperPearson = (k: number, n: number, tail = 0.025): ShareInterval | undefined => {
  if (n === 0) return undefined;
  const logs = logFactorials(n);
  const term = (i: number, p: number): number => {
    if (p === 0) return i === 0 ? 1 : 0;
    if (p === 1) return i === n ? 1 : 0;
    const ways = (logs[n] as number) - (logs[i] as number) - (logs[n - i] as number);
    return Math.exp(ways + i * Math.log(p) + (n - i) * Math.log1p(-p));
  };
  const sum = (from: number, to: number, p: number): number => {
    let total = 0;
    for (let i = from; i <= to; i += 1) total += term(i, p);
    return total;
  };
  /** Where a chance that rises with p reaches `tail`, or one that falls does. */
  const solve = (chance: (p: number) => number, rises: boolean): number => {
    let [low, high] = [0, 1];
    for (let step = 0; step < STEPS; step += 1) {
      const middle = (low + high) / 2;
      if (chance(middle) > tail === rises) high = middle;
      else low = middle;
    }
    return (low + high) / 2;
  };
  return {
    k,
    n,
    share: k / n,
    low: k === 0 ? 0 : solve((p) => sum(k, n, p), true),
    high: k === n ? 1 : solve((p) => sum(0, k, p), false),
  };
};
