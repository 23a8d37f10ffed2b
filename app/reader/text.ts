import { bits } from "./bits.ts";
import { onForget } from "./memory.ts";

/** Small text tools shared by every stage of the reader. All are pure and linear in the length of their input. */

/** Letters of the text at hand, one byte each; it grows to the longest text. */
let found = Buffer.alloc(4096);

/** Lower-case ASCII letters only: what is left when layout, case, digits and punctuation do not count. */
export const letters = (text: string): string => {
  if (found.length < text.length) found = Buffer.alloc(2 * text.length);
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const small = code | 32;
    if (small >= 97 && small <= 122) found[count++] = small;
    // The two signs beyond ASCII whose small letter is an ASCII one.
    else if (code === DOTTED_I || code === KELVIN) return letters(text.toLowerCase());
  }
  return found.toString("latin1", 0, count);
};

const DOTTED_I = 0x130;
const KELVIN = 0x212a;

/** How many letters a text has between two offsets; counting ends at `most`. */
export const letterCount = (text: string, most: number, from = 0, to = text.length): number => {
  const end = Math.min(to, text.length);
  let count = 0;
  for (let i = from; i < end && count < most; i++) {
    const code = text.charCodeAt(i) | 32;
    if (code >= 97 && code <= 122) count++;
  }
  return count;
};

/** Has a text so many letters at least? */
export const hasLetters = (text: string, least: number): boolean => letterCount(text, least) === least;

/** White space folded to single spaces, ends trimmed. */
export const fold = (text: string): string => (isFolded(text) ? text : withSingleBlanks(text.trim()));

/** White space that is not a single blank already: single blanks are most of it, and replacing each costs most of the time. */
const UNEVEN_SPACE = /[^\S ]\s*| \s+/g;

/** Every run of white space as one blank; the ends too. */
export const withSingleBlanks = (text: string): string =>
  UNEVEN.test(text) ? text.replace(UNEVEN_SPACE, " ") : text;

/** Nothing but white space; the first sign behind blanks and tabs says of most texts that they are more. */
export const isBlankText = (text: string): boolean => {
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign !== BLANK && sign !== TAB) return !(sign > BLANK && sign < DELETE) && !SIGN.test(text);
  }
  return true;
};
const TAB = 9;
const SIGN = /\S/;
const DELETE = 127;

const BLANK = 32;
/** What folding changes in the midst of a text. */
const UNEVEN = /[^\S ]| {2}/;
const isFolded = (text: string): boolean =>
  text === "" ||
  (text.charCodeAt(0) !== BLANK && text.charCodeAt(text.length - 1) !== BLANK && !UNEVEN.test(text));

/** Words in lower case, split at everything that is neither letter nor digit. */
export const words = (text: string): string[] => text.toLowerCase().match(/[a-z0-9\u00c0-\u024f]+/g) ?? [];

/** Markdown emphasis, heading marks and escapes removed; the words stay. */
export const stripMarkdown = (text: string): string =>
  MARKDOWN.test(text)
    ? text
        .replace(/^\s{0,3}#{1,6}\s+/, "")
        .replace(ESCAPED, "$1")
        .replace(/(\*{1,3}|_{2,3}|`+)(?=\S)/g, "")
        .replace(/(\S)(\*{1,3}|_{2,3}|`+)/g, "$1")
    : text;

const MARKDOWN = /[#*_`\\]/;
/** A sign that a converter marked as no mark-up: "1\." opens no list. */
const ESCAPED = /\\([-.()[\]<>#|'"!])/g;

/** Roman numerals up to 30, upper case. */
const ROMAN = new Map(
  "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII XXIII XXIV XXV XXVI XXVII XXVIII XXIX XXX"
    .split(" ")
    .map((roman, index) => [roman, index + 1] as const),
);

export interface Enumerator {
  /** As printed, without dot or bracket: "1", "a", "IV". */
  mark: string;
  /** Its value: 1 for "1", "a", "A", "I". */
  value: number;
  kind: "digit" | "lower" | "upper" | "roman";
  /** Characters taken, up to the first character of what follows. */
  length: number;
}

const ENUMERATOR =
  /^[\s\-–•·*#>:]*(?:\*\*)?\(?(\d{1,3}|[a-zA-Z]|[IVX]{1,5})\s?\\?(?:[.)]|\s[.)])+\s*(?:\*\*)?\s*/;

/** A letter and a small one after it: no mark begins so, and most texts do. */
const beginsWord = (text: string): boolean => {
  const first = text.charCodeAt(0) | 32;
  const second = text.charCodeAt(1);
  return first >= 97 && first <= 122 && second >= 97 && second <= 122;
};

/** The list mark that opens a text ("1.", "a)", "IV.", "- 2."), or null. A bare figure is none. */
export const enumerator = (text: string): Enumerator | null => {
  if (beginsWord(text)) return null;
  const match = ENUMERATOR.exec(text);
  if (!match) return null;
  const mark = match[1] as string;
  const length = match[0].length;
  if (/^\d/.test(mark)) return { mark, value: Number(mark), kind: "digit", length };
  const roman = ROMAN.get(mark);
  if (roman !== undefined && (mark.length > 1 || mark === "I"))
    return { mark, value: roman, kind: "roman", length };
  if (mark.length > 1) return null;
  const value = mark.toLowerCase().charCodeAt(0) - 96;
  return { mark, value, kind: mark === mark.toLowerCase() ? "lower" : "upper", length };
};

/** Counts of the letter pairs of `counted`: one text is compared with many. */
const PAIRS = new Int16Array(26 * 26);
let counted = "";
const pairAt = (text: string, at: number): number => {
  const first = text.charCodeAt(at) - 97;
  const second = text.charCodeAt(at + 1) - 97;
  return first >= 0 && first < 26 && second >= 0 && second < 26 ? first * 26 + second : -1;
};

/** A text that is compared with many: which pairs of letters occur in it, by 64 bits that several pairs share. */
export interface Paired {
  text: string;
  low: number;
  high: number;
}

export const paired = (text: string): Paired => {
  let low = 0;
  let high = 0;
  for (let i = 0; i + 1 < text.length; i++) {
    const bit = (text.charCodeAt(i) * 27 + text.charCodeAt(i + 1)) & 63;
    if (bit < 32) low |= 1 << bit;
    else high |= 1 << (bit - 32);
  }
  return { text, low, high };
};

/** Pairs of the first text that the second has not, at least. */
const lacks = (a: Paired, b: Paired): number => bits(a.low & ~b.low) + bits(a.high & ~b.high);

/** What two texts' likeness can be at most: every pair that one of them alone has is one that they do not share. */
export const likenessAtMost = (a: Paired, b: Paired): number => {
  const left = a.text.length - 1;
  const right = b.text.length - 1;
  if (left < 1 || right < 1) return 1;
  return (2 * Math.min(left - lacks(a, b), right - lacks(b, a))) / (left + right);
};

const countPairs = (text: string): void => {
  if (text === counted) return;
  PAIRS.fill(0);
  for (let i = 0; i + 1 < text.length; i++) {
    const pair = pairAt(text, i);
    if (pair >= 0) PAIRS[pair] = (PAIRS[pair] as number) + 1;
  }
  counted = text;
};
onForget(() => countPairs(""));

/**
 * Likeness of two strings of lower-case letters by shared letter pairs (Dice), 0-1. Linear, unlike an edit distance.
 * Quickest where the first string stays the same from call to call. Below `least` the answer is 0.
 */
export const likeness = (a: string, b: string, least = 0): number => {
  if (a === b) return a ? 1 : 0;
  if (a.length < 2 || b.length < 2) return 0;
  const pairs = a.length + b.length - 2;
  // Pairs of b that a may lack; half a pair more, so that rounding decides nothing.
  const spare = b.length - 1 - (least * pairs) / 2 + 0.5;
  countPairs(a);
  let lacking = 0;
  let end = 0;
  for (; end + 1 < b.length && lacking <= spare; end++) {
    const pair = pairAt(b, end);
    // Each pair of b uses one up, below nought where a has none left.
    if (pair < 0 || (PAIRS[pair] as number) <= 0) lacking++;
    if (pair >= 0) PAIRS[pair] = (PAIRS[pair] as number) - 1;
  }
  for (let i = 0; i < end; i++) {
    const pair = pairAt(b, i);
    if (pair >= 0) PAIRS[pair] = (PAIRS[pair] as number) + 1;
  }
  if (lacking > spare) return 0;
  const like = (2 * (b.length - 1 - lacking)) / pairs;
  return like >= least ? like : 0;
};
