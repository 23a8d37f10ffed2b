import { COMPONENT_KEYS, type ComponentKey } from "../components.ts";
import { remembered } from "../memory.ts";
import { FAMILIAR } from "./variants.ts";
import { type Word, wordLikeness } from "./word-likeness.ts";
import { SIDE_WORDS } from "./wordings.ts";
import { firstWords, WINDOW } from "./words.ts";

/** The wordings of each component, and all their words once. */
const LABEL_PARTS = Object.fromEntries(
  COMPONENT_KEYS.map((key) => {
    const wordings = FAMILIAR.filter((variant) => variant.key === key).map((variant) => variant.words);
    return [key, { wordings, words: [...new Set(wordings.flat())] }];
  }),
) as unknown as Record<ComponentKey, { wordings: readonly (readonly Word[])[]; words: readonly Word[] }>;

/** No label's rest has more words. */
const MAX_TAIL_WORDS = 5;
/** What a narrow column leaves alone on a line of a label; a bare "dan" ends items of lists as well. */
const CONJUNCTION = /^\s*dan\s?\/\s?atau\s*$/i;

/** A label goes on where it ends so: its last word or sign waits for more. */
export const LABEL_WAITS = /(?:\b(?:dan|atau|serta)|[,/&])\s*$/i;

/** Is this text the rest of a label of the component whose beginning stood in the row before ("Pelayanan", "Saran dan Masukan")? */
export const isLabelTail = (text: string, key: ComponentKey): boolean =>
  // An item of a list ends so; a label does not.
  text.length <= WINDOW && !text.includes(";") && LABEL_TAILS[key](text);

const isTailOf = (text: string, key: ComponentKey): boolean => {
  const { wordings, words } = LABEL_PARTS[key];
  // One look at the first word spares most texts the rest.
  const first = firstWords(text, 1).at(-1)?.word;
  if (!first || !(first.filler || SIDE_WORDS.has(first.text) || words.some((word) => isPartOf(first, word))))
    return false;
  const all = firstWords(text).filter(({ word }) => !word.filler);
  if (all.length === 0) return CONJUNCTION.test(text);
  if (all.length > MAX_TAIL_WORDS) return false;
  const telling = all.filter(({ word }) => !SIDE_WORDS.has(word.text));
  return (
    telling.length === 0 ||
    wordings.some((wanted) =>
      wanted.some((_, start) => telling.every(({ word }, index) => isPartOf(word, wanted[start + index]))),
    )
  );
};

const LABEL_TAILS = Object.fromEntries(
  COMPONENT_KEYS.map((key) => [key, remembered((text) => isTailOf(text, key))]),
) as Record<ComponentKey, (text: string) => boolean>;

/** A printed word for a word of a label: whole, or the end of one that a line end tore ("prosedur" as "sedur"). */
const isPartOf = (printed: Word, word: Word | undefined): boolean =>
  word !== undefined && (wordLikeness(printed, word) > 0 || isWordTail(printed.text, word.text));

const isWordTail = (printed: string, word: string): boolean =>
  printed.length >= 3 && word.length > printed.length && word.endsWith(printed);
