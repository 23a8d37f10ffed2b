import { distance } from "fastest-levenshtein";

/** Signs that scans write for one another, brought to one form. */
const FORMS: Readonly<Record<string, string>> = {
  "0": "a",
  "1": "i",
  "4": "a",
  "5": "s",
  "8": "b",
  "9": "g",
  c: "e",
  l: "i",
  o: "a",
  q: "g",
  u: "n",
};

/** A word as a bad scan cannot spoil it: exchanged signs in one form, "rn" as m, a letter written twice as one. */
export const formOf = (word: string): string =>
  word
    .toLowerCase()
    .replace(/rn/g, "m")
    .replace(/[014589cloqu]/g, (sign) => FORMS[sign] as string)
    .replace(/(.)\1+/g, "$1");

/** One letter in so many may be another, one too many or lost. */
const LETTERS_A_FAULT = 7;

/** Shorter words differ from others by a letter: "Sari" and "Jati", "Umum" and "Hukum" are two. */
const LONG_WORD = 6;

const sameWord = (a: string, b: string): boolean => {
  if (a === b) return true;
  const one = formOf(a);
  const other = formOf(b);
  if (one === other) return !/\d/.test(a + b);
  const shorter = Math.min(a.length, b.length);
  return shorter >= LONG_WORD && distance(one, other) <= Math.ceil(shorter / LETTERS_A_FAULT);
};

/** Are two names, as their words in lower case, one name: word by word, give or take what a scan misread? */
export const sameWords = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((word, at) => sameWord(word, b[at] as string));

/** The one of `titles`, all in lower-case letters, that such a text is, give or take what a scan misread; undefined where it is none. */
export const misreadAmong = (titles: readonly string[]): ((plain: string) => string | undefined) => {
  const known = titles.map((title) => ({
    title,
    form: formOf(title),
    faults: Math.floor(title.length / LETTERS_A_FAULT),
  }));
  return (plain) => {
    let form: string | undefined;
    return known.find(({ title, form: meant, faults }) => {
      const longer = plain.length - title.length;
      // Letters written twice make it longer without being faults.
      if (longer < -faults || longer > faults + MAX_DOUBLED) return false;
      if (distance(plain, title) <= faults) return true;
      form ??= formOf(plain);
      return distance(form, meant) <= faults;
    })?.title;
  };
};
const MAX_DOUBLED = 2;
