import { type EditionId, edition, type UnsurKey } from "../editions.ts";
import type { Histograms, HistRow, HistTotalRow } from "../model.ts";

/** Room for a sum (hundredths) beside answered and flat in one integer key. */
const SUM_SHIFT = 64;

/**
 * Counts respondents into both histograms of one cell. Memory depends on the number of different scores, never on the
 * number of respondents.
 */
export class Tally {
  readonly edition: EditionId;
  readonly #keys: readonly UnsurKey[];
  /** Answers 1-4 of each unsur: the whole story unless a scale map gives fractions. */
  readonly #whole: Uint32Array;
  readonly #between = new Map<number, number>();
  readonly #totals = new Map<number, number>();
  n = 0;

  constructor(id: EditionId) {
    this.edition = id;
    this.#keys = edition(id).unsur.map((one) => one.key);
    this.#whole = new Uint32Array(this.#keys.length * 5);
  }

  /** One respondent: scores in hundredths in the order of the edition's unsur, null where blank. */
  add(scores: readonly (number | null)[]): void {
    let sum = 0;
    let answered = 0;
    let first = 0;
    let flat = true;
    for (let at = 0; at < this.#keys.length; at++) {
      const score = scores[at];
      if (score === null || score === undefined) continue;
      answered++;
      sum += score;
      if (answered === 1) first = score;
      else if (score !== first) flat = false;
      if (score % 100 === 0) this.#whole[at * 5 + score / 100]!++;
      else increment(this.#between, at * 1000 + score);
    }
    this.n++;
    increment(this.#totals, sum * SUM_SHIFT + answered * 2 + (flat && answered > 1 ? 1 : 0));
  }

  /** Adds everybody whom another tally of the same edition has counted. */
  merge(other: Tally): void {
    for (let at = 0; at < this.#whole.length; at++) this.#whole[at]! += other.#whole[at] as number;
    for (const [key, n] of other.#between) increment(this.#between, key, n);
    for (const [key, n] of other.#totals) increment(this.#totals, key, n);
    this.n += other.n;
  }

  histograms(): Histograms {
    const hist: HistRow[] = [];
    this.#keys.forEach((unsur, at) => {
      for (let point = 1; point <= 4; point++) {
        const n = this.#whole[at * 5 + point] as number;
        if (n) hist.push({ unsur, score: point * 100, n });
      }
      for (const [key, n] of this.#between)
        if (Math.floor(key / 1000) === at) hist.push({ unsur, score: key % 1000, n });
    });
    const hist_total: HistTotalRow[] = [...this.#totals].map(([key, n]) => ({
      sum: Math.floor(key / SUM_SHIFT),
      answered: (key % SUM_SHIFT) >> 1,
      flat: key % 2 === 1,
      n,
    }));
    return { edition: this.edition, hist, hist_total };
  }
}

const increment = (map: Map<number, number>, key: number, by = 1): void => {
  map.set(key, (map.get(key) ?? 0) + by);
};

/** Joins histograms of one edition, as a page does above the unit. */
export const mergeHistograms = (id: EditionId, all: readonly Histograms[]): Histograms => {
  const hist = new Map<string, HistRow>();
  const totals = new Map<string, HistTotalRow>();
  for (const one of all) {
    for (const row of one.hist) {
      const key = `${row.unsur}:${row.score}`;
      const known = hist.get(key);
      if (known) known.n += row.n;
      else hist.set(key, { ...row });
    }
    for (const row of one.hist_total) {
      const key = `${row.sum}:${row.answered}:${row.flat}`;
      const known = totals.get(key);
      if (known) known.n += row.n;
      else totals.set(key, { ...row });
    }
  }
  return { edition: id, hist: [...hist.values()], hist_total: [...totals.values()] };
};
