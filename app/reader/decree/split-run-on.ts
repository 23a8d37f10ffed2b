import { nameKey } from "./declared.ts";

/** Words after which a capital does not begin a new name. */
const CONNECTORS = new Set(
  "dan atau serta dengan untuk pada di ke dari bagi tentang terkait secara dalam oleh atas sebagai melalui".split(
    " ",
  ),
);
const MIN_WORDS = 2;
/** Longer texts are no list of names. */
const MAX_WORDS = 240;
/** A word opens names when it does so this many times … */
const OPENER_TIMES = 3;
/** … and, where no heading of the annex confirms the cut, this many times as often as it stands inside a name. */
const SURE_TIMES = 6;

const words = (text: string): string[] => text.split(" ").filter((word) => word !== "");

/** Cuts at names that the annex knows as headings; null unless the whole text is made of two or more of them. */
const splitKnown = (parts: readonly string[], known: ReadonlySet<string>): string[] | null => {
  const names: string[] = [];
  let from = 0;
  while (from < parts.length) {
    let to = Math.min(parts.length, from + 40);
    while (to > from && !known.has(nameKey(parts.slice(from, to).join(" ")))) to--;
    if (to === from) return null;
    names.push(parts.slice(from, to).join(" "));
    from = to;
  }
  return names.length > 1 ? names : null;
};

const canOpen = (parts: readonly string[], at: number): boolean => {
  const before = parts[at - 1] as string;
  return !CONNECTORS.has(before.toLowerCase()) && !/[,/(&-]$/.test(before);
};

/** Cuts before each word that opens other names of the list. */
const splitAtOpeners = (parts: readonly string[], opens: (word: string) => boolean): string[] => {
  const names: string[] = [];
  let from = 0;
  for (let at = MIN_WORDS; at + MIN_WORDS <= parts.length; at++) {
    if (
      at - from < MIN_WORDS ||
      !opens(parts[at] as string) ||
      opens(parts[at - 1] as string) ||
      !canOpen(parts, at)
    )
      continue;
    names.push(parts.slice(from, at).join(" "));
    from = at;
  }
  return [...names, parts.slice(from).join(" ")];
};

/**
 * Names of a list that ran together because the signs between them were lost: each name's parts, in order. `known` gives
 * the keys of the headings in the annex; it is asked only where a name is suspect: it stands alone in its list, or holds a
 * word that opens other names.
 */
export const splitRunOn = (names: readonly string[], known: () => ReadonlySet<string>): string[][] => {
  const openers = new Map<string, number>();
  const crossings = new Map<string, number>();
  for (const name of names) {
    const [first, ...rest] = words(name);
    if (first) openers.set(first, (openers.get(first) ?? 0) + 1);
    for (const word of new Set(rest)) crossings.set(word, (crossings.get(word) ?? 0) + 1);
  }
  const opensBy =
    (factor: number) =>
    (word: string): boolean => {
      const times = openers.get(word) ?? 0;
      return times >= OPENER_TIMES && times >= factor * (crossings.get(word) ?? 0);
    };
  return names.map((name) => {
    const parts = words(name);
    if (parts.length < 2 * MIN_WORDS || parts.length > MAX_WORDS) return [name];
    const first = parts[0] as string;
    const candidate = splitAtOpeners(parts, opensBy(OPENER_TIMES));
    if (candidate.length === 1 && names.length > 1) return [name];
    const headings = known();
    if (headings.has(nameKey(name))) return [name];
    const cut = splitKnown(parts, headings);
    if (cut) return cut;
    if (candidate.length > 1 && candidate.some((part) => headings.has(nameKey(part)))) return candidate;
    const sure = splitAtOpeners(parts, opensBy(SURE_TIMES));
    if (sure.length > 1) return sure;
    const repeats = parts.filter((word, at) => word === first && (at === 0 || canOpen(parts, at))).length;
    return names.length === 1 && repeats >= OPENER_TIMES
      ? splitAtOpeners(parts, (word) => word === first)
      : [name];
  });
};
