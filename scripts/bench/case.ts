export interface Measured {
  /** Tells the parts of a case apart; the case's own name stands before it. */
  name?: string;
  value: number;
  unit: "ms" | "MB";
  /** How many times as long (or as much) as the yardstick of the case. */
  ratio?: number;
  /** Bound of the ratio, or of the value where there is no ratio. */
  limit?: number;
}

export interface BenchCase {
  name: string;
  run(): Promise<Measured[]>;
}

/** Milliseconds that `work` takes. */
export function timed(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

/** Middle value, the mean of the two middle ones for an even number; undefined for none. */
export function median(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  const lower = sorted[middle - 1];
  return sorted.length % 2 === 1 || upper === undefined || lower === undefined ? upper : (lower + upper) / 2;
}

/** So often in a row must no round be the fastest yet. */
const SETTLED = 5;
/** A round counts as faster only by this much. */
const FASTER = 0.97;
const MOST_ROUNDS = 40;

/** Runs `works` in turn until their time together stops falling: what counts is a program that has run for a while. */
export function warmUp(works: readonly (() => unknown)[]): void {
  let fastest = Number.POSITIVE_INFINITY;
  for (let round = 0, since = 0; round < MOST_ROUNDS && since < SETTLED; round++) {
    const time = works.reduce((sum, work) => sum + timed(work), 0);
    since = time < fastest * FASTER ? 0 : since + 1;
    fastest = Math.min(fastest, time);
  }
}

/** Medians of several works that take turns, so that a slow moment of the machine falls on all of them; ms. */
export function medians(rounds: number, works: readonly (() => unknown)[]): number[] {
  const times = works.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, work] of works.entries()) times[index]?.push(timed(work));
  }
  return times.map((values) => median(values) ?? 0);
}
