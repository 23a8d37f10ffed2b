import { formatCount } from "./numbers.ts";

const NUMBER_WORDS = [
  "nol",
  "satu",
  "dua",
  "tiga",
  "empat",
  "lima",
  "enam",
  "tujuh",
  "delapan",
  "sembilan",
  "sepuluh",
] as const;

/** A count that stands alone in a sentence: one to ten in letters, the rest in figures (EYD). */
export const countWord = (count: number): string =>
  Number.isInteger(count) && count >= 0 ? (NUMBER_WORDS[count] ?? formatCount(count)) : formatCount(count);

/** Joins names as EYD does: `a`, `a dan b`, `a, b, dan c`. */
export function joinList(items: readonly string[]): string {
  if (items.length <= 1) return items[0] ?? "";
  if (items.length === 2) return `${items[0]} dan ${items[1]}`;
  return `${items.slice(0, -1).join(", ")}, dan ${items.at(-1)}`;
}

/** The first names, and how many more there are: `a, b, dan empat tempat lain`. */
export const joinFirst = (items: readonly string[], most: number, others: string): string =>
  items.length <= most
    ? joinList(items)
    : joinList([...items.slice(0, most), `${countWord(items.length - most)} ${others}`]);

/** First letter upper case; the rest as it stands. */
export const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** First letter lower case, for a name that continues a sentence. An abbreviation ("SOP …") keeps its capitals. */
export function lowerFirst(text: string): string {
  const second = text.charAt(1);
  const isAbbreviation = second !== "" && second === second.toUpperCase() && second !== second.toLowerCase();
  return isAbbreviation ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
