import { bisector } from "d3-array";
import type { ComponentKey } from "../reader/components.ts";
import type { Text } from "./words.ts";

/** A word that cannot end a text. */
const DANGLING =
  /\b(?:dan|atau|di|dengan|pada|untuk|yang|bidang|kepada|dari|ke|no\.?|nomor|dalam|oleh|melalui|sesuai?|serta|terhadap)$/;
/** An address that stops before its street; elsewhere such a word ends a name ("rawat jalan"). */
const NO_STREET = /\b(?:jl\.?|jalan)$/;
/** The caption of a chart without its chart. */
const CAPTION = /^keterangan (?:bagan|gambar|flow ?chart|diagram)\W*$/;
const SHORTEST = 8;
/** A text so many times as long as another is its longer version. */
const LONGER = 1.2;
/** How many texts that begin alike are looked at. */
const REACH = 64;

const LOWER_START = /^[a-z]{3,} /;
/** So much of the texts tells how a document begins them. */
const MOSTLY = 0.9;
/** Whole sentences: a list of things may begin with a small letter. */
const SENTENCES = new Set<ComponentKey>(["jaminan_pelayanan", "jaminan_keamanan"]);

/** `lost`: nothing of what is asked can be read. `cut`: a beginning or an end of it is left. */
export type Torn = "lost" | "cut" | null;

/** Texts of one component in all services, by how they begin and end; nothing is compared with all others. */
export class Sisters {
  readonly #texts: readonly Text[];
  #capitals: boolean | undefined;
  #beginnings: Entry[] | undefined;
  #ends: Entry[] | undefined;

  /** @param texts each different text once. */
  constructor(texts: Iterable<Text>) {
    this.#texts = [...texts];
  }

  /** Do nearly all texts begin with a capital or a list mark? Then one that does not lost its first line. */
  get capitals(): boolean {
    this.#capitals ??=
      this.#texts.filter((text) => !LOWER_START.test(text.raw)).length >= MOSTLY * this.#texts.length;
    return this.#capitals;
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

const byKey = bisector((entry: Entry) => entry.key);

const hasLonger = (entries: readonly Entry[], key: string, length: number): boolean => {
  const low = byKey.left(entries, key);
  for (let at = low; at < Math.min(entries.length, low + REACH); at++) {
    const entry = entries[at] as Entry;
    if (!entry.key.startsWith(key)) return false;
    if (entry.length > length) return true;
  }
  return false;
};

/**
 * Did a page end cut the text before it said what it is asked? It stops at a word that cannot end a text, is the caption
 * of a lost chart, begins in the middle of another service's sentence, is a guarantee that begins with a small letter
 * where the others begin with a capital, or, for contacts, is how a longer contact of
 * another service begins.
 */
export const tornBy = (key: ComponentKey, text: Text, sisters: Sisters): Torn => {
  if (CAPTION.test(text.plain)) return "lost";
  if (DANGLING.test(text.plain)) return key === "pengaduan" ? "lost" : "cut";
  if (key === "pengaduan" && NO_STREET.test(text.plain)) return "lost";
  if (text.squeezed.length < SHORTEST) return null;
  if (/^[a-z]/.test(text.raw) && sisters.ends(text)) return "cut";
  if (SENTENCES.has(key) && LOWER_START.test(text.raw) && sisters.capitals) return "lost";
  return key === "pengaduan" && sisters.begins(text) ? "lost" : null;
};
