import type { Vocabulary } from "./words-index.ts";

/** A phrase of names in a text: places of its first and last word. */
export interface NamedPhrase {
  phrase: number;
  from: number;
  to: number;
}

const LONGEST = 5;
/** Words that say nothing may stand between those of a phrase, so many in all. */
const SLACK = 3;
const NODES = 2 ** 22;

/**
 * Phrases of names by the numbers of their words, in one tree, so that those in a text are found in one walk over its
 * words.
 */
export class Phrases {
  readonly #vocabulary: Vocabulary;
  readonly #next = new Map<number, number>();
  readonly #phraseAt: number[] = [-1];
  readonly #texts: string[] = [];

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  /** Number of a phrase (words parted by single blanks). */
  add(phrase: string): number {
    let node = 0;
    for (const word of phrase.split(" ")) {
      const key = this.#vocabulary.idOf(word) * NODES + node;
      let next = this.#next.get(key);
      if (next === undefined) {
        next = this.#phraseAt.length;
        this.#next.set(key, next);
        this.#phraseAt.push(-1);
      }
      node = next;
    }
    const known = this.#phraseAt[node] as number;
    if (known >= 0) return known;
    this.#phraseAt[node] = this.#texts.length;
    return this.#texts.push(phrase) - 1;
  }

  textOf(phrase: number): string {
    return this.#texts[phrase] as string;
  }

  /**
   * Phrases in a text that `counts` lets pass, the longest at each place and none inside another; the longest come first.
   */
  in(ids: Int32Array, counts: (phrase: number) => boolean): NamedPhrase[] {
    const places: number[] = [];
    for (let at = 0; at < ids.length; at++) if (this.#vocabulary.tells(ids[at] as number)) places.push(at);
    const found: NamedPhrase[] = [];
    for (let i = 0; i < places.length; i++) {
      const from = places[i] as number;
      let node = 0;
      let best: { phrase: number; length: number } | null = null;
      for (let length = 1; length <= LONGEST && i + length <= places.length; length++) {
        const at = places[i + length - 1] as number;
        const next = this.#next.get((ids[at] as number) * NODES + node);
        if (next === undefined) break;
        node = next;
        const phrase = this.#phraseAt[node] as number;
        if (phrase >= 0 && at - from < length + SLACK && counts(phrase)) best = { phrase, length };
      }
      if (!best) continue;
      found.push({ phrase: best.phrase, from, to: places[i + best.length - 1] as number });
      i += best.length - 1;
    }
    return found.sort((a, b) => this.textOf(b.phrase).length - this.textOf(a.phrase).length);
  }
}
