/** Runs of this many words are what two texts share when one was copied from the other. */
export const SHINGLE = 4;
/** A run that more texts have is a form of words that everybody uses. */
const COMMON = 40;

/** Words of a text for comparison: lower case, list marks and signs gone. */
export const wordsOf = (text: string): string[] =>
  (text.toLowerCase().match(/[a-z]+/g) ?? []).filter((word) => word.length > 1);

/**
 * Which texts share runs of words. Candidates come from the index, never from all pairs; runs that more than 40 texts
 * have are passed over, so the work stays linear in the length of the texts.
 */
export class ShingleIndex {
  readonly #texts: (readonly string[])[] = [];
  readonly #postings = new Map<string, number[]>();

  /** Adds a text; its number is the count of those before it. */
  add(words: readonly string[]): number {
    const id = this.#texts.length;
    this.#texts.push(words);
    for (const run of runsOf(words)) {
      const list = this.#postings.get(run);
      if (list) list.push(id);
      else this.#postings.set(run, [id]);
    }
    return id;
  }

  /** Texts that share a run with text `id`, with the share (0-1) of its runs that each has; the likest first. */
  likest(id: number): { id: number; share: number }[] {
    const own = runsOf(this.#texts[id] ?? []);
    const counts = new Map<number, number>();
    for (const run of own) {
      const list = this.#postings.get(run) ?? [];
      if (list.length > COMMON) continue;
      for (const other of list) if (other !== id) counts.set(other, (counts.get(other) ?? 0) + 1);
    }
    return [...counts]
      .map(([other, count]) => ({ id: other, share: count / own.size }))
      .sort((a, b) => b.share - a.share || a.id - b.id);
  }
}

const runsOf = (words: readonly string[]): Set<string> => {
  const runs = new Set<string>();
  const last = Math.max(1, words.length - SHINGLE + 1);
  for (let i = 0; i < last; i++) runs.add(words.slice(i, i + SHINGLE).join(" "));
  return runs;
};
