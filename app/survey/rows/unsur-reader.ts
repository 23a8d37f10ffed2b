import type { Layout } from "../columns/layout.ts";
import { bareNumber, unsurByWords, unsurNumber } from "../columns/unsur-words.ts";
import { edition, type UnsurKey, unsurByNumber } from "../editions.ts";
import type { SkmOptions } from "../schema.ts";
import { clean } from "../text.ts";

/** Which unsur a cell of the long form names, by words, then by number. */
export const unsurReader = (
  layout: Layout,
  options: SkmOptions,
): ((cell: string) => { key: UnsurKey; byNumber: boolean } | null) => {
  const order = unsurByNumber(layout.edition, options.order ?? layout.legend ?? "kuesioner");
  const keys = edition(layout.edition).unsur.map((one) => one.key);
  const seen = new Map<string, { key: UnsurKey; byNumber: boolean } | null>();
  return (cell) => {
    const known = seen.get(cell);
    if (known !== undefined) return known;
    const text = clean(cell);
    const named = (keys as string[]).includes(text.toLowerCase())
      ? (text.toLowerCase() as UnsurKey)
      : unsurByWords(text, layout.edition)?.unsur;
    const number = unsurNumber(text) ?? bareNumber(text);
    const numbered = number === null ? undefined : order[number - 1];
    const found = named
      ? { key: named, byNumber: false }
      : numbered
        ? { key: numbered, byNumber: true }
        : null;
    if (seen.size < 5000) seen.set(cell, found);
    return found;
  };
};
