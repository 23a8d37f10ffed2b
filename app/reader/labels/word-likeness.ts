import { distance } from "fastest-levenshtein";
import { bits } from "../bits.ts";

/** Letters that scans write for one another, brought to one form on both sides. */
const CONFUSED = /rn|ri|ii|vv|cl|l/;
const EACH_CONFUSED = /rn|lc|ii|ri|vv|cl|li|l/g;
const UNCONFUSED: Readonly<Record<string, string>> = {
  rn: "m",
  lc: "k",
  ii: "u",
  ri: "n",
  vv: "w",
  cl: "d",
  li: "h",
  l: "i",
};
const shapeOf = (word: string): string =>
  word.replace(EACH_CONFUSED, (letters) => UNCONFUSED[letters] as string);

/** One bit for each letter that occurs in a word of lower-case letters. */
const bagOf = (text: string): number => {
  let bag = 0;
  for (let i = 0; i < text.length; i++) bag |= 1 << (text.charCodeAt(i) - 97);
  return bag;
};

/** Five bits for a letter. */
const letterAt = (text: string, at: number): number => text.charCodeAt(at) & 31;

/** The first two and the last two letters of a word. */
const endsOf = (text: string): number =>
  letterAt(text, 0) |
  (letterAt(text, 1) << 5) |
  (letterAt(text, text.length - 1) << 10) |
  (letterAt(text, text.length - 2) << 15);

/** A word of lower-case letters with what spares most comparisons the edit distance. */
export class Word {
  readonly text: string;
  /** One bit for each letter that occurs. */
  readonly bag: number;
  readonly ends: number;
  #shape: Word | null = null;

  constructor(text: string) {
    this.text = text;
    this.bag = bagOf(text);
    this.ends = endsOf(text);
  }

  /** The word with confusable letters brought to one form. */
  get shape(): Word {
    this.#shape ??= CONFUSED.test(this.text) ? new Word(shapeOf(this.text)) : this;
    return this.#shape;
  }
}

/** The lowest bit of each of the four letters of `ends`, and the highest. */
const LOWEST = 0b00001_00001_00001_00001;
const HIGHEST = 0b10000_10000_10000_10000;

/** Damage seldom takes both ends of a word: one of the first two or last two letters stands where it should. */
const sharesEnd = (a: Word, b: Word): boolean => {
  // A letter that both have in one place leaves five bits of nought, from which alone a lowest bit borrows the highest.
  const differ = a.ends ^ b.ends;
  return ((differ - LOWEST) & ~differ & HIGHEST) !== 0;
};

/** Below this likeness two words are not the same one. */
const LEAST = 0.7;

/** Two parts of a torn word make it up only from this likeness on. */
export const LEAST_TORN = 0.85;

/** A letter that only one of two words has costs a step of their distance: do these alone make them less alike than `least`? */
const isFar = (a: number, b: number, longer: number, least: number): boolean => {
  const most = (1 - least) * longer + 0.01;
  return bits(a & ~b) > most || bits(b & ~a) > most;
};

/** Letters that no confusion touches: a word and its shape have the same ones. */
const STEADY = bagOf("abefgjopqstxyz");

/** A printed word may be longer than the word of the lexicon by this much, or shorter than its shape by half as much. */
const LONGER = 4;

/** A look at lengths alone: false only where a printed word of such a length is unlike the known one as printed and in shape. */
export const mayHaveLength = (length: number, known: Word): boolean =>
  length <= known.text.length + LONGER && length >= known.shape.text.length - 2;

/**
 * A look at lengths and letters alone: false only where a printed word of such a length with these letters is unlike the
 * known one as printed and in shape.
 */
export const mayBeAlike = (bag: number, length: number, known: Word, least = LEAST): boolean =>
  mayHaveLength(length, known) && !isFar(bag & STEADY, known.bag & STEADY, known.text.length + 2, least);

/** The same look at a word that may be only the beginning of the known one: false where no second half could help. */
export const mayBeTornFrom = (first: Word, known: Word): boolean =>
  first.text.length < known.text.length &&
  bits(first.bag & STEADY & ~known.bag) <= (1 - LEAST_TORN) * (known.text.length + 2) + 0.01;

const spelledAlike = (printed: Word, known: Word): number => {
  const a = printed.text;
  const b = known.text;
  if (b.length < 4 || a.length > b.length + 2 || a.length < b.length - 2 || !sharesEnd(printed, known))
    return 0;
  const longer = Math.max(a.length, b.length);
  if (isFar(printed.bag, known.bag, longer, LEAST)) return 0;
  const likeness = 1 - distance(a, b) / longer;
  return likeness >= LEAST ? likeness : 0;
};

/** Words of their own that differ from one of a label by a letter or two: no scan made them. */
const OWN_WORDS = new Set(
  (
    "evakuasi fasilitasi kelurahan kompetisi lapangan pengadaan pengadilan pengairan pengajuan pengakuan pengamanan " +
    "pengamatan pengasuhan pengaturan pengawalan pengawetan pengayaan produksi sarjana"
  ).split(" "),
);

/** Likeness of a printed word to a word of the lexicon, 0-1; 0 below what OCR damage explains. */
export const wordLikeness = (printed: Word, known: Word): number => {
  if (printed.text === known.text) return 1;
  if (known.text.length < 4 || !(sharesEnd(printed, known) || sharesEnd(printed.shape, known.shape)))
    return 0;
  if (!mayBeAlike(printed.bag, printed.text.length, known)) return 0;
  let likeness = spelledAlike(printed, known);
  if (likeness < 0.95) {
    const a = printed.shape;
    const b = known.shape;
    likeness = Math.max(likeness, a.text === b.text ? 0.95 : 0.95 * spelledAlike(a, b));
  }
  return likeness > 0 && OWN_WORDS.has(printed.text) ? 0 : likeness;
};
