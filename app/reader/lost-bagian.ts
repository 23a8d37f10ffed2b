import { distance } from "fastest-levenshtein";
import { sameBagian } from "./services.ts";
import { withSingleBlanks } from "./text.ts";

/** What tells whether a service still stands under the bagian heading above it. */
export interface Placed {
  /** The bagian heading in force above the table, as printed. */
  heading: string | null;
  /** The bagian settled so far, from heading and list. */
  bagian: string | null;
  /** The bagian under which the decree's list has it. */
  listed: string | null;
  /** The page with the table's name and first rows was lost; a bagian heading may have gone with it. */
  headLost: boolean;
  /** Text of the complaint component: where to complain names the office that serves. */
  complaint: string | null;
}

/** A word of a bagian's name; what follows the name in an address is none. */
const WORD = "(?:(?!(?:Sekretariat|Setda|Kabupaten|Kota|Telp|Email|Jalan|Jl|No)\\b)[A-Z][A-Za-z/]*|dan|&)";
const NAMED = new RegExp(`(?<!\\b[Ss]ub\\s?)\\bBagian\\s+(${WORD}(?:\\s+${WORD}){0,7})`, "g");

const namedIn = (text: string): string[] =>
  [...withSingleBlanks(text).matchAll(NAMED)].map(
    ([, name]) => `Bagian ${(name as string).replace(/ (?:dan|&)$/, "")}`,
  );

/** So many letters must a word have to be taken for a misprint of another, and so many times more often must that stand. */
const LONG = 6;
const OFTENER = 3;

/** A word that may be meant by a long one. */
const MEANT = new RegExp(`[A-Za-z0-9\\u00c0-\\u024f]{${LONG - 1},}`, "g");

/** First letter and length of a word: words that differ in more are not meant by one another. */
const outline = (initial: number, length: number): number => (initial | 32) * 64 + length;

/** How often each word that may be meant by a long one of these names stands in a document, in the order of their first places. */
const countWords = (document: readonly string[], names: readonly string[]): ReadonlyMap<string, number> => {
  const outlines = new Set<number>();
  for (const name of names)
    for (const word of name.match(/[A-Za-z]+/g) ?? []) {
      if (word.length < LONG) continue;
      for (const longer of [-1, 0, 1]) outlines.add(outline(word.charCodeAt(0), word.length + longer));
    }
  const counts = new Map<string, number>();
  for (const line of document)
    for (const printed of line.match(MEANT) ?? []) {
      if (!outlines.has(outline(printed.charCodeAt(0), printed.length))) continue;
      const word = printed.toLowerCase();
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  return counts;
};

/** A misprinted word of a name as the document writes it far more often. */
const spelled = (name: string, counts: ReadonlyMap<string, number>): string =>
  name.replace(/[A-Za-z]+/g, (word) => {
    if (word.length < LONG) return word;
    const own = word.toLowerCase();
    let best = own;
    for (const [other, count] of counts) {
      if (Math.abs(other.length - own.length) > 1 || other[0] !== own[0]) continue;
      if (count >= OFTENER * (counts.get(best) ?? 0) && distance(own, other) === 1) best = other;
    }
    return best === own ? word : word[0] + best.slice(1);
  });

/**
 * The bagian of each service of a decree, where pages were lost (`document`: its lines): from a table without head on, the heading above may be that of an
 * earlier bagian, up to the next heading. There the decree's list decides, else the office that the service's own
 * complaint text names, where that is another one. Null for a service whose bagian stays.
 */
export const bagianAfterLoss = (
  services: readonly Placed[],
  document: readonly string[],
): (string | null)[] => {
  let lost = false;
  // Services whose name comes from a complaint text, misprints and all.
  const complained = new Map<number, string>();
  const changes = services.map(({ heading, bagian, listed, headLost, complaint }, at) => {
    if (at > 0 && heading !== (services[at - 1] as Placed).heading) lost = false;
    if (headLost && heading !== null) lost = true;
    if (!lost || bagian === null) return null;
    if (listed !== null) return sameBagian(listed, bagian) ? null : listed;
    const named = namedIn(complaint ?? "");
    const [first] = named;
    if (first === undefined || named.some((one) => sameBagian(one, bagian))) return null;
    complained.set(at, first);
    return first;
  });
  if (complained.size === 0) return changes;
  const counts = countWords(document, [...complained.values()]);
  return changes.map((name, at) => {
    const printed = complained.get(at);
    return printed === undefined ? name : spelled(printed, counts);
  });
};
