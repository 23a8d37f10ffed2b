/** Runs of this many words are what two texts share when one was copied from the other. */
export const SHINGLE = 4;
/** A run that more texts have is a form of words that everybody uses. */
const COMMON = 40;

/** Words of a text for comparison: lower case, list marks and signs gone. */
export const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[a-z]+/g) ?? []).filter((word) => word.length > 1);

/**
 * How much of a text stands in another, by hashed runs of the numbers of their words. Runs that more than 40 texts have
 * count for nothing. Each text's runs are made once; a comparison costs no more than the shorter of the two.
 */
export class ShingleIndex {
  readonly #runs = new Map<Int32Array, Set<number>>();
  readonly #texts = new Map<number, number>();

  /** Adds one text by the numbers of its words; the same array may be added again for another text that is equal. */
  add(ids: Int32Array): void {
    let runs = this.#runs.get(ids);
    if (!runs) {
      runs = runsOf(ids);
      this.#runs.set(ids, runs);
    }
    for (const run of runs) this.#texts.set(run, (this.#texts.get(run) ?? 0) + 1);
  }

  /** Share (0-1) of the runs of `ids` that `other` has as well and that are not common. Both were added. */
  share(ids: Int32Array, other: Int32Array): number {
    const own = this.#runs.get(ids);
    const theirs = this.#runs.get(other);
    if (!own || !theirs) return 0;
    const [few, many] = own.size <= theirs.size ? [own, theirs] : [theirs, own];
    let shared = 0;
    for (const run of few) if (many.has(run) && (this.#texts.get(run) ?? 0) <= COMMON) shared++;
    return shared / own.size;
  }
}

const FIRST = 0x811c9dc5;
const PRIME = 0x01000193;

/** Hashes of the runs of a text; a text shorter than a run is one run. */
const runsOf = (ids: Int32Array): Set<number> => {
  const runs = new Set<number>();
  const last = Math.max(1, ids.length - SHINGLE + 1);
  for (let from = 0; from < last; from++) {
    let hash = FIRST;
    const to = Math.min(ids.length, from + SHINGLE);
    for (let at = from; at < to; at++) {
      hash = Math.imul(hash ^ (ids[at] as number), PRIME);
      hash ^= hash >>> 15;
    }
    runs.add(hash | 0);
  }
  return runs;
};
