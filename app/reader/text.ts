/** Small text tools shared by every stage of the reader. All are pure and linear in the length of their input. */

/** Lower-case ASCII letters only: what is left when layout, case, digits and punctuation do not count. */
export const letters = (text: string): string => text.toLowerCase().replace(/[^a-z]+/g, "");

/** White space folded to single spaces, ends trimmed. */
export const fold = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Words in lower case, split at everything that is neither letter nor digit. */
export const words = (text: string): string[] => text.toLowerCase().match(/[a-z0-9\u00c0-\u024f]+/g) ?? [];

/** Markdown emphasis and heading marks removed; the words stay. */
export const stripMarkdown = (text: string): string =>
  text
    .replace(/^\s{0,3}#{1,6}\s+/, "")
    .replace(/(\*{1,3}|_{2,3}|`+)(?=\S)/g, "")
    .replace(/(\S)(\*{1,3}|_{2,3}|`+)/g, "$1");

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

const ENUMERATOR = /^[\s\-–•·*#>:]*(?:\*\*)?\(?(\d{1,3}|[a-zA-Z]|[IVX]{1,5})\s?(?:[.)]|\s[.)])+\s*(?:\*\*)?\s*/;

/** The list mark that opens a text ("1.", "a)", "IV.", "- 2."), or null. A bare figure is none. */
export const enumerator = (text: string): Enumerator | null => {
  const match = ENUMERATOR.exec(text);
  if (!match) return null;
  const mark = match[1] as string;
  const length = match[0].length;
  if (/^\d/.test(mark)) return { mark, value: Number(mark), kind: "digit", length };
  const roman = ROMAN.get(mark);
  if (roman !== undefined && (mark.length > 1 || mark === "I")) return { mark, value: roman, kind: "roman", length };
  if (mark.length > 1) return null;
  const value = mark.toLowerCase().charCodeAt(0) - 96;
  return { mark, value, kind: mark === mark.toLowerCase() ? "lower" : "upper", length };
};

/** Likeness of two letter strings by shared letter pairs (Dice), 0-1. Linear, unlike an edit distance. */
export const likeness = (a: string, b: string): number => {
  if (a === b) return a ? 1 : 0;
  if (a.length < 2 || b.length < 2) return 0;
  const pairs = new Map<string, number>();
  for (let i = 0; i + 1 < a.length; i++) {
    const pair = a.slice(i, i + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let i = 0; i + 1 < b.length; i++) {
    const pair = b.slice(i, i + 2);
    const left = pairs.get(pair) ?? 0;
    if (left > 0) {
      pairs.set(pair, left - 1);
      shared++;
    }
  }
  return (2 * shared) / (a.length + b.length - 2);
};
