import type { ComponentKey } from "../reader/components.ts";
import type { Text } from "./words.ts";

/** A word that cannot end a text. */
const DANGLING =
  /\b(?:dan|atau|di|dengan|pada|untuk|yang|bidang|kepada|dari|ke|jl\.?|jalan|no\.?|nomor|dalam|oleh|melalui|sesuai?|serta|terhadap)$/;
/** The caption of a chart without its chart. */
const CAPTION = /^keterangan (?:bagan|gambar|flow ?chart|diagram)\W*$/;
const SHORTEST = 8;
/** A text so many times as long as another is its longer version. */
const LONGER = 1.2;
/** How many texts that begin alike are looked at. */
const REACH = 64;

/** `lost`: nothing of what is asked can be read. `cut`: a beginning or an end of it is left. */
export type Torn = "lost" | "cut" | null;

/** Texts of one component in all services, by how they begin and end; nothing is compared with all others. */
export class Sisters {
  readonly #texts: readonly Text[];
  #beginnings: Entry[] | undefined;
  #ends: Entry[] | undefined;

  /** @param texts each different text once. */
  constructor(texts: Iterable<Text>) {
    this.#texts = [...texts];
  }

  /** Does a longer text begin so? */
  begins(text: Text): boolean {
    this.#beginnings ??= sorted(this.#texts, (squeezed) => squeezed);
    return hasLonger(this.#beginnings, text.squeezed, text.raw.length * LONGER);
  }

  /** Does a longer text end so? */
  ends(text: Text): boolean {
    this.#ends ??= sorted(this.#texts, backwards);
    return hasLonger(this.#ends, backwards(text.squeezed), text.raw.length * LONGER);
  }
}

interface Entry {
  key: string;
  length: number;
}

const backwards = (letters: string): string => [...letters].reverse().join("");

const sorted = (texts: readonly Text[], keyOf: (squeezed: string) => string): Entry[] =>
  texts
    .map((text) => ({ key: keyOf(text.squeezed), length: text.raw.length }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));

const hasLonger = (entries: readonly Entry[], key: string, length: number): boolean => {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle] as Entry).key < key) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at < Math.min(entries.length, low + REACH); at++) {
    const entry = entries[at] as Entry;
    if (!entry.key.startsWith(key)) return false;
    if (entry.length > length) return true;
  }
  return false;
};

/**
 * Did a page end cut the text before it said what it is asked? It stops at a word that cannot end a text, is the caption
 * of a lost chart, begins in the middle of another service's sentence, or, for contacts, is how a longer contact of
 * another service begins.
 */
export const tornBy = (key: ComponentKey, text: Text, sisters: Sisters): Torn => {
  if (CAPTION.test(text.plain)) return "lost";
  if (DANGLING.test(text.plain)) return key === "pengaduan" ? "lost" : "cut";
  if (text.squeezed.length < SHORTEST) return null;
  if (/^[a-z]/.test(text.raw) && sisters.ends(text)) return "cut";
  return key === "pengaduan" && sisters.begins(text) ? "lost" : null;
};
