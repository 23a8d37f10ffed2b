import { WORDS } from "./variants.ts";
import { FILLERS, SIDE_WORDS } from "./wordings.ts";

/**
 * Labels whose words a converter set without blanks ("JangkaWaktuPelayanan") or letter by letter ("P E R S Y A R A T A N").
 * They are labels where their letters are words of labels from the first to the last.
 */

/** No label has more letters, and none that has lost its blanks has fewer. */
const MAX_LETTERS = 70;
const MIN_LETTERS = 8;
const MAX_TEXT = 3 * MAX_LETTERS;
/** Characters of a label without blanks: its letters and few signs. */
const MAX_GLUED = MAX_LETTERS + 20;

const PARTS = new Set([...WORDS.keys(), ...FILLERS, ...SIDE_WORDS].filter((word) => word.length > 1));
const LONGEST = Math.max(...[...PARTS].map((word) => word.length));

/** Two words of a label run into one. */
const GLUED = /(?<![A-Za-z])[A-Za-z]{15}|[a-z][A-Z][a-z]|[A-Za-z],[A-Za-z]/;
const SPREAD = /^[^A-Za-z]{0,6}[A-Za-z] [A-Za-z] [A-Za-z] [A-Za-z](?![A-Za-z])/;

/** A quick look at letters set apart, which are no words. */
export const isSpread = (text: string): boolean => text.length <= MAX_TEXT && SPREAD.test(text);

/** The letters as words of labels, the longest possible first; null where a letter is left over. */
const wordsOf = (letters: string): string | null => {
  /** Length of the word that begins at each place; 0 where none leads to the end. */
  const next = new Array<number>(letters.length + 1).fill(0);
  for (let at = letters.length - 1; at >= 0; at--) {
    for (let length = Math.min(LONGEST, letters.length - at); length > 1; length--) {
      const ends = at + length === letters.length || (next[at + length] as number) > 0;
      if (!ends || !PARTS.has(letters.slice(at, at + length))) continue;
      next[at] = length;
      break;
    }
  }
  if (next[0] === 0) return null;
  const words: string[] = [];
  for (let at = 0; at < letters.length; at += next[at] as number)
    words.push(letters.slice(at, at + (next[at] as number)));
  return words.join(" ");
};

/** The words of such a label with single blanks between them; null where the text is none. */
export const respaced = (text: string): string | null => {
  const glued = text.length <= MAX_GLUED && GLUED.test(text);
  if (!glued && !isSpread(text)) return null;
  if (/[\d:：;]/.test(text)) return null;
  const letters = text.toLowerCase().replace(/[^a-z]+/g, "");
  return letters.length < MIN_LETTERS || letters.length > MAX_LETTERS ? null : wordsOf(letters);
};
