import { COMPONENT_KEYS } from "../components.ts";
import { remembered } from "../memory.ts";
import {
  NO_VARIANTS,
  OPENINGS,
  type Opening,
  openingsOfLength,
  type Variant,
  WHOLE_BY_FIRST,
} from "./variants.ts";
import { LEAST_TORN, mayBeAlike, mayBeTornFrom, Word, wordLikeness } from "./word-likeness.ts";
import { ENGLISH_WORDS, FILLERS, LABELS } from "./wordings.ts";

/** Beginnings of the first words of wordings. */
const SYLLABLES = new Set(OPENINGS.map(({ word }) => word.text.slice(0, 3)));

/** First words of the labels that stand alone. */
const ALONE_OPENINGS = new Set(
  COMPONENT_KEYS.flatMap((key) => LABELS[key].alone.map((label) => label.split(" ", 1)[0] as string)),
);

/** Words of half titles, which a scan may print before a label. */
const TITLE_WORD = /^(?:p[a-z]{0,2}ny|peng|pelay|layan|[a-z]{0,4}ayan)/;

const LONGEST_FILLER = Math.max(...[...FILLERS].map((word) => word.length));
const isFiller = (word: string): boolean => word.length <= LONGEST_FILLER && FILLERS.has(word);

/** A word as a text prints it, lower case, with what the lexicon says of it. */
class PrintedWord extends Word {
  readonly filler: boolean;
  /** A label that stands alone begins with it. */
  readonly opensAlone: boolean;
  #openings: readonly Opening[] | null = null;
  #begun: readonly Opening[] | null = null;
  #opens: boolean | null = null;
  #variants: Map<PrintedWord | undefined, readonly Variant[]> | null = null;

  constructor(text: string) {
    super(text);
    this.filler = isFiller(text);
    this.opensAlone = ALONE_OPENINGS.has(text);
  }

  /** Wordings of whose first word this is a print, whole or damaged. */
  get openings(): readonly Opening[] {
    this.#openings ??= openingsOfLength(this.text.length).filter(({ word }) => wordLikeness(this, word) > 0);
    return this.#openings;
  }

  /** Could this word open a label: whole, damaged, the torn beginning of one, or behind a half title or its English name? */
  get opens(): boolean {
    this.#opens ??=
      (this.text.length >= 3 && SYLLABLES.has(this.text.slice(0, 3))) ||
      this.openings.length > 0 ||
      this.opensAlone ||
      WHOLE_BY_FIRST.has(this.text) ||
      ENGLISH_WORDS.has(this.text) ||
      TITLE_WORD.test(this.text);
    return this.#opens;
  }

  /** Variants whose first word this one may be, alone or as the torn beginning before `next`; those with the very word first. */
  variants(next: PrintedWord | undefined): readonly Variant[] {
    this.#variants ??= new Map();
    let found = this.#variants.get(next);
    if (!found) {
      found = this.#findVariants(next);
      this.#variants.set(next, found);
    }
    return found;
  }

  #findVariants(next: PrintedWord | undefined): readonly Variant[] {
    const { openings } = this;
    this.#begun ??= OPENINGS.filter(
      (opening) => openings.includes(opening) || mayBeTornFrom(this, opening.word),
    );
    const found: Variant[] = [];
    for (const opening of this.#begun) {
      const { word, variants } = opening;
      if (word.text === this.text) found.unshift(...variants);
      else if (openings.includes(opening) || isTornOpening(this, next, word)) found.push(...variants);
    }
    found.push(...(WHOLE_BY_FIRST.get(this.text) ?? NO_VARIANTS));
    return found;
  }
}

const printedWord = remembered((lower) => new PrintedWord(lower));

/** The same by the word as it stands, so that each print is brought to lower case once. */
export const wordAsPrinted = remembered((printed) =>
  printedWord(printed.toLowerCase().replace(/[0145]/g, (figure) => FIGURES[figure] as string)),
);

/** Likeness of a word torn in two by a column border or a line end ("Keselama" "tan"); 0 below `LEAST_TORN`. */
export const tornLikeness = (first: Word, second: Word, word: Word): number => {
  const length = first.text.length + second.text.length;
  if (!mayBeAlike(first.bag | second.bag, length, word, LEAST_TORN)) return 0;
  const likeness = wordLikeness(printedWord(first.text + second.text), word);
  return likeness >= LEAST_TORN ? likeness : 0;
};

/** The first word of a wording, torn in two or cut by the text's end. */
const isTornOpening = (first: Word, next: Word | undefined, word: Word): boolean =>
  next
    ? first.text.length < word.text.length && tornLikeness(first, next, word) > 0
    : first.text.length >= 4 && word.text.startsWith(first.text);

/** Variants that these words may begin. */
export const candidates = (words: readonly Printed[]): readonly Variant[] => {
  let at = 0;
  while (words[at]?.word.filler) at++;
  return words[at]?.word.variants(words[at + 1]?.word) ?? NO_VARIANTS;
};

/** Offset of the next ASCII letter at or behind `from`, or `end`. */
export const nextLetter = (text: string, from: number, end: number): number => {
  let at = from;
  for (; at < end; at++) {
    const code = text.charCodeAt(at) | 32;
    if (code >= 97 && code <= 122) break;
  }
  return at;
};

const isLetter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;

/** Figures that scans write for a letter inside a word. */
const FIGURES: Readonly<Record<string, string>> = { "0": "o", "1": "l", "4": "a", "5": "s" };
const isFigureInWord = (code: number): boolean => code === 48 || code === 49 || code === 52 || code === 53;

/** Offset behind the ASCII letters that stand at `from`, a figure between two of them taken for one. */
export const behindLetters = (text: string, from: number, end: number): number => {
  let at = from;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (isLetter(code)) continue;
    if (!isFigureInWord(code) || at === from || !isLetter(text.charCodeAt(at + 1))) break;
  }
  return at;
};

/** A word in its place: `end` is the offset behind it. */
export interface Printed {
  word: PrintedWord;
  end: number;
}

/** A label is looked for in this many characters at most. */
export const WINDOW = 120;
/** And in so many words. */
const MAX_WORDS = 9;

/** The first words of a text: at most nine, and at most `count` from the first one on that is no filler. */
export const firstWords = (text: string, count = MAX_WORDS): Printed[] => {
  const found: Printed[] = [];
  const length = Math.min(text.length, WINDOW);
  let counted = 0;
  for (let at = nextLetter(text, 0, length); at < length && found.length < MAX_WORDS && counted < count; ) {
    const end = behindLetters(text, at, length);
    const word = wordAsPrinted(text.slice(at, end));
    found.push({ word, end });
    if (counted > 0 || !word.filler) counted++;
    at = nextLetter(text, end, length);
  }
  return found;
};
