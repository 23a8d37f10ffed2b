import { group } from "d3-array";
import { COMPONENT_KEYS, type ComponentKey } from "../components.ts";
import { mayHaveLength, Word } from "./word-likeness.ts";
import { FILLERS, LABELS } from "./wordings.ts";

/** A wording in words, fillers left out. */
export interface Variant {
  key: ComponentKey;
  words: readonly Word[];
  /** Cut short it is none. */
  whole: boolean;
}

/** Words of the wordings that open a label. */
export const WORDS = new Map<string, Word>();
/** The lexicon's own copy of a word: each is made ready once. */
const known = (text: string): Word => {
  const word = WORDS.get(text) ?? new Word(text);
  WORDS.set(text, word);
  return word;
};

const wordsOf = (label: string, word: (text: string) => Word): readonly Word[] =>
  label
    .split(" ")
    .filter((text) => !FILLERS.has(text))
    .map(word);

/** Wordings that open a label. */
export const FAMILIAR: readonly Variant[] = COMPONENT_KEYS.flatMap((key) =>
  LABELS[key].open.map((label) => ({ key, words: wordsOf(label, known), whole: false })),
);

/** Words of the wordings that count only as a whole: made ready once, those of the others shared. */
const COMMON = new Map<string, Word>();
const common = (text: string): Word => {
  const word = WORDS.get(text) ?? COMMON.get(text) ?? new Word(text);
  COMMON.set(text, word);
  return word;
};

const WHOLE: readonly Variant[] = COMPONENT_KEYS.flatMap((key) =>
  LABELS[key].whole.map((label) => ({ key, words: wordsOf(label, common), whole: true })),
);
/** By their first word as it is: common words are too many to be looked for in damaged prints. */
export const WHOLE_BY_FIRST: ReadonlyMap<string, readonly Variant[]> = new Map(
  // A map of the library asks a second one for each key.
  group(WHOLE, ({ words }) => (words[0] as Word).text),
);

export const NO_VARIANTS: readonly Variant[] = [];

/** The first word of wordings, with them. */
export interface Opening {
  word: Word;
  variants: readonly Variant[];
}

/** Wordings by their first words. */
export const OPENINGS: readonly Opening[] = [
  ...new Set(FAMILIAR.map((variant) => variant.words[0] as Word)),
].map((word) => ({ word, variants: FAMILIAR.filter((variant) => variant.words[0] === word) }));

/** Longer words open no wording. */
const LONGEST_OPENING = 40;
const BY_LENGTH: readonly (readonly Opening[])[] = Array.from({ length: LONGEST_OPENING }, (_, length) =>
  OPENINGS.filter(({ word }) => mayHaveLength(length, word)),
);
/** Wordings whose first word a printed word of so many letters may be. */
export const openingsOfLength = (length: number): readonly Opening[] => BY_LENGTH[length] ?? [];
