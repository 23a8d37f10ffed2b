import { contentWords } from "../words.ts";
import { wordsOf } from "./shingles.ts";

/** The words of a text, and their numbers in a vocabulary. */
export interface Words {
  words: readonly string[];
  ids: Int32Array;
}

/** Numbers words and keeps each text's words, so that equal texts are cut once. */
export class Vocabulary {
  readonly #ids = new Map<string, number>();
  readonly #tells: boolean[] = [];
  readonly #texts = new Map<string, Words>();

  /** Number of a word; words are numbered from 0 in the order of their first coming. */
  idOf(word: string): number {
    const known = this.#ids.get(word);
    if (known !== undefined) return known;
    const id = this.#ids.size;
    this.#ids.set(word, id);
    this.#tells.push(contentWords(word).length > 0);
    return id;
  }

  /** Does the word with this number say what a text is about? */
  tells(id: number): boolean {
    return this.#tells[id] === true;
  }

  wordsOf(text: string): Words {
    const known = this.#texts.get(text);
    if (known) return known;
    const words = wordsOf(text);
    const ids = Int32Array.from(words, (word) => this.idOf(word));
    const made = { words, ids };
    this.#texts.set(text, made);
    return made;
  }
}
