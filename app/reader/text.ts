/** Small text tools shared by every stage of the reader. All are pure and linear in the length of their input. */

/** Lower-case ASCII letters only: what is left when layout, case, digits and punctuation do not count. */
export const letters = (text: string): string => {
  let result = "";
  let run = -1;
  const lower = text.toLowerCase();
  for (let i = 0; i < lower.length; i++) {
    const code = lower.charCodeAt(i);
    const letter = code >= 97 && code <= 122;
    if (letter && run < 0) run = i;
    else if (!letter && run >= 0) {
      result += lower.slice(run, i);
      run = -1;
    }
  }
  return run >= 0 ? result + lower.slice(run) : result;
};

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

/** White space folded to single spaces, ends trimmed. */
export const fold = (text: string): string =>
  NEEDS_FOLD.test(text) ? text.replace(/\s+/g, " ").trim() : text;

const NEEDS_FOLD = /^\s|\s$|\s\s|[^\S ]/;

/** Words in lower case, split at everything that is neither letter nor digit. */
export const words = (text: string): string[] => text.toLowerCase().match(/[a-z0-9\u00c0-\u024f]+/g) ?? [];

/** Markdown emphasis and heading marks removed; the words stay. */
export const stripMarkdown = (text: string): string =>
  MARKDOWN.test(text)
    ? text
        .replace(/^\s{0,3}#{1,6}\s+/, "")
        .replace(/(\*{1,3}|_{2,3}|`+)(?=\S)/g, "")
        .replace(/(\S)(\*{1,3}|_{2,3}|`+)/g, "$1")
    : text;

const MARKDOWN = /[#*_`]/;

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
  /^[\s\-–•·*#>:]*(?:\*\*)?\(?(\d{1,3}|[a-zA-Z]|[IVX]{1,5})\s?(?:[.)]|\s[.)])+\s*(?:\*\*)?\s*/;

/** The list mark that opens a text ("1.", "a)", "IV.", "- 2."), or null. A bare figure is none. */
export const enumerator = (text: string): Enumerator | null => {
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

/** Counts of letter pairs; emptied after each use. */
const PAIRS = new Int16Array(26 * 26);
const pairAt = (text: string, at: number): number => {
  const first = text.charCodeAt(at) - 97;
  const second = text.charCodeAt(at + 1) - 97;
  return first >= 0 && first < 26 && second >= 0 && second < 26 ? first * 26 + second : -1;
};

/** What two strings' likeness can be at most, by their lengths alone. */
export const likenessAtMost = (a: string, b: string): number => {
  const shorter = Math.min(a.length, b.length);
  return shorter < 2 ? 1 : (2 * (shorter - 1)) / (a.length + b.length - 2);
};

/** Likeness of two strings of lower-case letters by shared letter pairs (Dice), 0-1. Linear, unlike an edit distance. */
export const likeness = (a: string, b: string): number => {
  if (a === b) return a ? 1 : 0;
  if (a.length < 2 || b.length < 2) return 0;
  for (let i = 0; i + 1 < a.length; i++) {
    const pair = pairAt(a, i);
    if (pair >= 0) PAIRS[pair] = (PAIRS[pair] as number) + 1;
  }
  let shared = 0;
  for (let i = 0; i + 1 < b.length; i++) {
    const pair = pairAt(b, i);
    if (pair >= 0 && (PAIRS[pair] as number) > 0) {
      PAIRS[pair] = (PAIRS[pair] as number) - 1;
      shared++;
    }
  }
  for (let i = 0; i + 1 < a.length; i++) {
    const pair = pairAt(a, i);
    if (pair >= 0) PAIRS[pair] = 0;
  }
  return (2 * shared) / (a.length + b.length - 2);
};
