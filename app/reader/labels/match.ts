import { COMPONENT_KEYS, type ComponentKey } from "../components.ts";
import { withOneMore } from "../lists.ts";
import { remembered } from "../memory.ts";
import { askedFor, behindEnglishName, isEnglish } from "./disguised.ts";
import { isSpread, respaced } from "./spacing.ts";
import { type Variant, WORDS } from "./variants.ts";
import { wordLikeness } from "./word-likeness.ts";
import { ENGLISH_WORDS, FILLERS, LABELS, SIDE_WORDS } from "./wordings.ts";
import {
  behindLetters,
  candidates,
  firstWords,
  nextLetter,
  type Printed,
  tornLikeness,
  WINDOW,
  wordAsPrinted,
} from "./words.ts";

export interface LabelMatch {
  key: ComponentKey;
  /** 0-1: how much of the wording was found, weighed by letters. */
  similarity: number;
  /** The whole wording stands there; false where the text ends before the wording does. */
  complete: boolean;
  /** Offset in the text at which the label ends. */
  end: number;
  /** Letters of the wording that were found: a longer wording beats a shorter one. */
  matched: number;
  /** A word that is a label only because nothing else stands beside it. */
  alone: boolean;
}

const matchVariant = (words: readonly Printed[], variant: Variant): LabelMatch | null => {
  let at = 0;
  let matched = 0;
  let found = 0;
  let sum = 0;
  let end = 0;
  for (const word of variant.words) {
    const length = word.text.length;
    while (words[at]?.word.filler) at++;
    const printed = words[at];
    if (!printed) break;
    const likeness = wordLikeness(printed.word, word);
    if (likeness === 0) {
      const next = words[at + 1];
      const torn = next ? tornLikeness(printed.word, next.word, word) : 0;
      if (torn === 0) {
        // The text may end in the middle of the wording's word: "Persyara".
        if (
          !next &&
          !variant.whole &&
          printed.word.text.length >= 4 &&
          word.text.startsWith(printed.word.text)
        ) {
          return {
            key: variant.key,
            similarity: 0.95,
            complete: false,
            end: printed.end,
            matched: matched + printed.word.text.length,
            alone: false,
          };
        }
        break;
      }
      at++;
      end = (next as Printed).end;
      sum += torn * length;
    } else {
      end = printed.end;
      sum += likeness * length;
    }
    matched += length;
    found++;
    at++;
  }
  if (found === 0) return null;
  const complete = found === variant.words.length;
  const exhausted = at >= words.length;
  if (!complete && (!exhausted || variant.whole)) return null;
  return { key: variant.key, similarity: sum / matched, complete, end, matched, alone: false };
};

/** Words behind a label that belong to it. */
const LABEL_WORDS = new Set([...WORDS.keys(), ...FILLERS, ...SIDE_WORDS]);
/** Behind a slash they may be its English name. */
const NAME_WORDS = new Set([...LABEL_WORDS, ...ENGLISH_WORDS]);

const IN_BRACKETS = /^\s{0,3}\(([A-Za-z ,/&-]{3,60})\)\s*(?=$|[\n:：=|])/;

/** "Persyaratan (Requirements)", "Procedure (Prosedur)": the bracket that ends the line says the label's name once more. */
const withNameInBrackets = (text: string, end: number): number => {
  const found = IN_BRACKETS.exec(text.slice(end));
  const words = found?.[1]?.toLowerCase().match(/[a-z]+/g);
  return found && words?.every((word) => NAME_WORDS.has(word)) ? end + found[0].trimEnd().length : end;
};

/** A label's English name on a line of its own below it, in italics or not: "Biaya" and below it "*Fees/Tariffs*". */
const NAME_BELOW = /^[ \t]{0,3}\/?\s{0,3}\n[\s*_(]{0,6}([A-Za-z][A-Za-z ,/&-]{2,70})[*_)\s]{0,6}$/;

const withNameBelow = (text: string, end: number): number =>
  isEnglish(NAME_BELOW.exec(text.slice(end))?.[1] ?? "") ? text.length : end;

/** End of the label when the rest of its line holds nothing but words of labels. */
const withTrailingWords = (text: string, label: number, key: ComponentKey): number => {
  const below = withNameBelow(text, label);
  if (below > label) return below;
  const end = withNameInBrackets(text, label);
  const line = /^[^\n:：=]*/.exec(text.slice(end))?.[0] ?? "";
  // An item of a list ends so; a label does not.
  if (line.includes(";")) return end;
  const plain = line.replace(/\([^)]*\)/g, " ").trim();
  if (plain === "" || plain.length > 50 || /\d/.test(plain)) return end;
  const words = plain.toLowerCase().match(/[a-z]+/g);
  const own = plain.startsWith("/") ? NAME_WORDS : LABEL_WORDS;
  if (!words?.every((word) => own.has(word))) return end;
  // Labels that pile up in one cell are not swallowed: the second one opens a row of its own.
  const opening = firstWords(plain);
  if (candidates(opening).some((variant) => variant.key !== key && matchVariant(opening, variant)?.complete))
    return end;
  return end + line.trimEnd().length;
};

/** "Biaya (tarif)": the bracket belongs to the label that opened it. */
const withClosingBracket = (text: string, end: number): number =>
  text.slice(0, end).includes("(") && !text.slice(0, end).includes(")") && /^\s*\)/.test(text.slice(end))
    ? text.indexOf(")", end) + 1
    : end;

/** A wording found across a colon, or across a line end with more text behind it on that line, is content taken for label. */
const runsOver = (text: string, end: number): boolean => {
  const label = text.slice(0, end);
  if (/[:：]/.test(label)) return true;
  return label.trimStart().includes("\n") && /^[^\n:：]*[a-zA-Z0-9]/.test(text.slice(end));
};

/** How far into a text its first words are looked for. */
const HEAD = 60;

/**
 * A quick look that spares most content cells the search: one of the first two words behind marks and numbers could open a
 * label. Never false where `matchLabels` would find one.
 */
export const mayBeLabel = (text: string): boolean => {
  if (text.length <= WINDOW && text.includes("?")) return true;
  if (isSpread(text)) return true;
  const length = Math.min(text.length, HEAD);
  for (let at = nextLetter(text, 0, length), seen = 0; at < length && seen < 2; ) {
    const end = behindLetters(text, at, length);
    const from = at;
    at = nextLetter(text, end, length);
    if (end - from < 2) continue;
    const word = wordAsPrinted(text.slice(from, end));
    if (word.filler) continue;
    if (word.opens) return true;
    seen++;
  }
  return false;
};

const NO_MATCH: readonly LabelMatch[] = [];

/**
 * Components whose label may open this text (number already taken off), best first, one entry a component. A label that
 * the text's end cuts short counts as incomplete ("Jaminan Keamanan dan").
 */
export const matchLabels = (text: string): readonly LabelMatch[] =>
  matchesIn(text.length > WINDOW ? text.slice(0, WINDOW) : text);

const matchesIn = remembered((window): readonly LabelMatch[] => {
  const found = ownMatches(window);
  if (found[0]?.complete && found[0].similarity >= SURE) return found;
  // An English name may be nearly the label's own word: "Procedure (Prosedur)".
  return disguisedMatch(window) ?? (found[0]?.complete ? found : (respacedMatch(window) ?? found));
});

/** A label without its blanks, or with too many, that fills the whole text. */
const respacedMatch = (window: string): readonly LabelMatch[] | null => {
  const words = respaced(window);
  const own = words === null ? undefined : ownMatches(words)[0];
  if (words === null || !own?.complete || own.end < words.length) return null;
  return [{ ...own, alone: false, end: window.trimEnd().length }];
};

const ownMatches = (window: string): readonly LabelMatch[] => {
  const opening = firstWords(window, 2);
  const alone = opening[0]?.word.opensAlone ? labelAlone(window) : null;
  if (alone) return [alone];
  const variants = candidates(opening);
  return variants.length === 0 ? NO_MATCH : matchVariants(window, variants);
};

/** A label behind its English name, or asked for in a question. */
const disguisedMatch = (window: string): readonly LabelMatch[] | null => {
  const named = behindEnglishName(window);
  for (const one of named ? [named] : askedFor(window)) {
    const own = ownMatches(one.words)[0];
    if (own?.complete && own.similarity >= SURE)
      return [{ ...own, alone: false, end: one.end ?? own.end + (one.from ?? 0) }];
  }
  return null;
};
/** What does not begin with a label's words is one only where they are printed well. */
const SURE = 0.93;

/** Labels that stand alone, by their words. */
const ALONE: ReadonlyMap<string, ComponentKey> = new Map(
  COMPONENT_KEYS.flatMap((key) => LABELS[key].alone.map((label) => [label, key] as const)),
);
/** None of them has more characters. */
const MAX_ALONE = Math.max(...[...ALONE.keys()].map((label) => label.length));
/** Sure, but less so than a wording of the regulations. */
const ALONE_SIMILARITY = 0.93;

const ALONE_TEXT = /^\s*([A-Za-z][A-Za-z ]*?)\s*(?:[:：=.]|$)/;

/** One of the words that are a label by themselves, alone in its text or before its colon. */
const labelAlone = (window: string): LabelMatch | null => {
  const found = ALONE_TEXT.exec(window.slice(0, MAX_ALONE + 8));
  const text = found?.[1]?.toLowerCase();
  const key = text === undefined ? undefined : ALONE.get(text);
  if (!found || text === undefined || key === undefined) return null;
  // A sentence may begin with the word and a full stop, or be cut behind it.
  const end = found[0].length;
  if (/[.]$/.test(found[0]) && /[a-z]/i.test(window.slice(end))) return null;
  const start = (found[0].match(/^\s*/) as RegExpMatchArray)[0].length;
  return {
    key,
    similarity: ALONE_SIMILARITY,
    complete: true,
    end: start + text.length,
    matched: text.length,
    alone: true,
  };
};

const matchVariants = (window: string, variants: readonly Variant[]): readonly LabelMatch[] => {
  const words = firstWords(window);
  let best: LabelMatch[] = [];
  for (const variant of variants) {
    const match = matchVariant(words, variant);
    if (!match || match.similarity < 0.75 || runsOver(window, match.end)) continue;
    const other = best.findIndex(({ key }) => key === match.key);
    if (other < 0) best = withOneMore(best, match);
    else if (rank(match) > rank(best[other] as LabelMatch)) best[other] = match;
  }
  const found = best.length > 1 ? best.sort((a, b) => rank(b) - rank(a)).slice(0, MOST) : best;
  for (const match of found)
    if (match.complete)
      match.end = withClosingBracket(window, withTrailingWords(window, match.end, match.key));
  return found;
};

/** No text is looked at as the label of more components. */
const MOST = 3;

/** A complete wording beats a cut one, then likeness counts, then length. */
const rank = (match: LabelMatch): number =>
  (match.complete ? 100 : 0) * match.similarity + match.matched + match.similarity * 10;
