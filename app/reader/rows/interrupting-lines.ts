import { COMPONENT_KEYS } from "../components.ts";
import { matchLabels, mayBeLabel } from "../labels/match.ts";
import { enumerator, hasLetters, isBlankText } from "../text.ts";

/**
 * Lines that come again through a file and fall between other components each time: heads and feet of pages that neither a
 * break nor a number marks ("Dokumen ini ditandatangani secara elektronik …"). What tables say comes again in the same
 * component of each, a heading before the first.
 */

/** So often such a line stands in a file at least; one that says what heads and feet say, so often. */
const MIN_PRINTS = 5;
const MIN_TELLING = 3;
/** What heads and feet of decrees say. */
const TELLING =
  /ditandatangani secara elektronik|sertifikat elektronik|\bbsre\b|^salinan$|^(?:https?:|www\.|jdih)|\.go\.id$|^standar pelayanan\b|^lampiran\b|\bhal(?:aman)?\b/i;
/** Pages have so many lines, whatever a converter makes of them. */
const MIN_PAGE = 15;
const MAX_PAGE = 150;
/** So many of the distances between prints are near the middle one, between these parts of it. */
const NEAR_SHARE = 0.8;
const NEAR = [0.4, 2.5] as const;
/** So many prints behind the first label stand inside a table, and so many of these at most before the same component. */
const INSIDE = 0.3;
const ONE_COMPONENT = 0.7;
/** A heading has the same component so few lines behind it more often than this. */
const NEXT = 10;
const ONE_FOLLOWER = ONE_COMPONENT;
/** So many components follow upon it: half as many as stand inside, but between these. */
const COMPONENTS = [3, 6] as const;
const COMPONENTS_BEHIND_TELLING = [2, 6] as const;
/** A page's break may lose a label, seldom more than two. */
const MAX_STEP = 3;
const MIN_LETTERS = 5;
const MAX_LENGTH = 200;
/** Lines that begin otherwise are not the same. */
const BEGINNING = 10;

const TAGS = /<[^<>]*>/g;

/** A line that begins or ends within a tag, or holds nothing but tags: word processors write the same ones everywhere. */
const isTornMarkup = (text: string): boolean => {
  if (!text.includes("<") && !text.includes(">")) return false;
  const bare = text.replace(TAGS, "");
  return bare.includes("<") || bare.includes(">") || !hasLetters(bare, MIN_LETTERS);
};

/** The line with its figures made equal, for a page's number may stand in it; null where it can be no such line. */
const keyOf = (line: string): string | null => {
  const text = line.trim();
  if (text.length > MAX_LENGTH || text.startsWith("|") || !hasLetters(text, MIN_LETTERS)) return null;
  if (enumerator(text) !== null || isTornMarkup(text)) return null;
  return text.replace(/\d+/g, "#");
};

const areEven = (places: readonly number[]): boolean => {
  const gaps = places.slice(1).map((at, nth) => at - (places[nth] as number));
  const middle = [...gaps].sort((a, b) => a - b)[gaps.length >> 1] as number;
  if (middle < MIN_PAGE || middle > MAX_PAGE) return false;
  const near = gaps.filter((gap) => gap >= NEAR[0] * middle && gap <= NEAR[1] * middle);
  return near.length >= NEAR_SHARE * gaps.length;
};

/** A head or foot has no more lines; above them stands what the page holds. */
const HEIGHT = 4;
const SAME_ABOVE = 0.5;

/** Does another text stand above each print? A decree's own head, printed for each of several, stands below the same words. */
const variesAbove = (lines: readonly string[], places: readonly number[]): boolean => {
  const at = [...places];
  for (let height = 0; height < HEIGHT; height++) {
    at.forEach((from, nth) => {
      let above = from - 1;
      while (above >= 0 && isBlankText(lines[above] as string)) above--;
      at[nth] = above;
    });
    const beginnings = at.map((above) => beginningOf(lines[above] ?? ""));
    if (mostOf(beginnings) <= SAME_ABOVE * places.length) return true;
  }
  return false;
};

const beginningOf = (line: string): string => line.trimStart().slice(0, BEGINNING);

/** How often the most frequent of some values occurs. */
const mostOf = (values: readonly (number | string)[]): number => {
  const times = new Map<number | string, number>();
  let most = 0;
  for (const value of values) {
    const count = (times.get(value) ?? 0) + 1;
    times.set(value, count);
    if (count > most) most = count;
  }
  return most;
};

const BETWEEN_CELLS = /\t|\||\s{2,}|<[^<>]*>/;
const EMPHASIS = /^[\s*_#>]+/;
/** A label stands in one of the first cells of its row. */
const CELLS = 3;
const MAX_LABEL = 80;

/** The component whose label a line prints, by its place among the 14; -1 where it prints none. */
const componentOf = (line: string): number => {
  // Words of tags stand before the label's.
  if (!line.includes("<") && !mayBeLabel(line)) return -1;
  const cells = line
    .slice(0, 3 * MAX_LABEL)
    .split(BETWEEN_CELLS)
    .filter((cell) => !isBlankText(cell));
  for (const cell of cells.slice(0, CELLS)) {
    const bare = cell.replace(EMPHASIS, "");
    const text = bare.slice(enumerator(bare)?.length ?? 0);
    if (!mayBeLabel(text)) continue;
    const found = matchLabels(text)[0];
    if (found?.complete && /^[\s*_]*(?:[:：=.]|$)/.test(text.slice(found.end)))
      return COMPONENT_KEYS.indexOf(found.key);
  }
  return -1;
};

/** So far from a line a label is looked for. */
const REACH = 60;
const UNKNOWN = -2;

/** The component of the nearest label above or below a line, asked of each line once; -1 where none is near. */
const nearestComponent = (
  lines: readonly string[],
): ((at: number, step: 1 | -1, reach?: number) => number) => {
  const known = new Int8Array(lines.length).fill(UNKNOWN);
  return (from, step, reach = REACH) => {
    const end = from + step * reach;
    for (let at = from + step; at !== end && at >= 0 && at < lines.length; at += step) {
      if (known[at] === UNKNOWN) known[at] = componentOf(lines[at] as string);
      if ((known[at] as number) >= 0) return known[at] as number;
    }
    return -1;
  };
};

const enter = (map: Map<string, number[]>, key: string, at: number): void => {
  const places = map.get(key);
  if (places) places.push(at);
  else map.set(key, [at]);
};

/** Where lines that may be such stand, by what they say. */
const printsOf = (lines: readonly string[]): { places: number[]; telling: boolean }[] => {
  const beginnings = new Map<string, number[]>();
  lines.forEach((line, at) => {
    if (line.length < MIN_LETTERS || line.length > 2 * MAX_LENGTH || line.includes("\t")) return;
    enter(beginnings, beginningOf(line), at);
  });
  const prints: ReturnType<typeof printsOf> = [];
  for (const places of beginnings.values()) {
    if (places.length < MIN_TELLING) continue;
    const same = new Map<string, number[]>();
    for (const at of places) {
      const key = keyOf(lines[at] as string);
      if (key !== null) enter(same, key, at);
    }
    for (const [key, printed] of same) {
      if (printed.length < MIN_TELLING) continue;
      const telling = TELLING.test(key);
      if (telling || printed.length >= MIN_PRINTS) prints.push({ places: printed, telling });
    }
  }
  return prints;
};

/** What names a unit or a decree where it stands first. */
const TITLE =
  /\b(?:bagian|biro|bidang|seksi|unit|dinas|badan|kecamatan|kelurahan|lampiran|keputusan|peraturan|tentang|nomor)\b/i;

/** Indexes of such lines. A title keeps its first print above the tables. */
export const interruptingLines = (lines: readonly string[]): ReadonlySet<number> => {
  const found = new Set<number>();
  const nearest = nearestComponent(lines);
  for (const { places, telling } of printsOf(lines)) {
    if (!areEven(places) || !variesAbove(lines, places)) continue;
    const next = places.map((at) => nearest(at, 1, NEXT)).filter((component) => component >= 0);
    if (mostOf(next) > ONE_FOLLOWER * places.length) continue;
    const below = new Map(places.map((at) => [at, nearest(at, 1)]));
    const above = new Map(places.map((at) => [at, nearest(at, -1)]));
    const behind = places.filter((at) => (above.get(at) as number) >= 0);
    const inside = behind.filter((at) => {
      const step = (below.get(at) as number) - (above.get(at) as number);
      return step > 0 && step <= MAX_STEP;
    });
    const followers = inside.map((at) => below.get(at) as number);
    const [least, most] = telling ? COMPONENTS_BEHIND_TELLING : COMPONENTS;
    const asked = Math.max(least, Math.min(most, Math.ceil(inside.length / 2)));
    if (inside.length < INSIDE * behind.length || new Set(followers).size < asked) continue;
    if (mostOf(followers) > ONE_COMPONENT * inside.length) continue;
    const [first] = places as [number];
    const isTitle =
      above.get(first) === -1 && nearest(first, 1, 2 * NEXT) === -1 && TITLE.test(lines[first] as string);
    for (const at of isTitle ? places.slice(1) : places) found.add(at);
  }
  return found;
};
