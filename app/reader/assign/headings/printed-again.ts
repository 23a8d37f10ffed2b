import type { Features } from "../features.ts";
import { isSingle, MAX_HEADING, plainText } from "../heading-names.ts";
import { following } from "../opens-table.ts";
import { leadsToTable } from "./follows.ts";
import type { Found, Heading } from "./heading.ts";

/**
 * Headings that pages with a part of a table each print anew: the very lines of a heading found before, number and all, set
 * apart from what stands above. A single line is one only with a label below it: an item of a list may have its words.
 */
export const findPrintedAgain = (found: Found): void => {
  const { all } = found;
  const printed = new Map<string, Heading>();
  /** Rows of headings that begin with such a line. */
  const lengths = new Map<string, Set<number>>();
  for (const heading of found.headings) {
    if (heading.kind !== "service" || (heading.no === null && heading.from === heading.to)) continue;
    const first = plainText(all[heading.from] as Features);
    const rows = lengths.get(first) ?? new Set();
    lengths.set(first, rows.add(heading.to - heading.from));
    printed.set(linesOf(all, heading.from, heading.to), heading);
  }
  for (let index = 0; index < all.length; index++) {
    const features = all[index] as Features;
    if (features.gap === 0 || found.takes(index) || !standsAlone(features)) continue;
    for (const more of lengths.get(plainText(features)) ?? []) {
      const to = index + more;
      const heading = printed.get(linesOf(all, index, to));
      if (!heading || (more === 0 && !leadsToLabel(all, index))) continue;
      found.add({ ...heading, from: index, to });
      break;
    }
  }
};

const linesOf = (all: readonly Features[], from: number, to: number): string => {
  let text = "";
  for (let at = from; at <= to && at < all.length; at++) text += `${plainText(all[at] as Features)}\n`;
  return text;
};

const standsAlone = (features: Features): boolean =>
  isSingle(features) && features.filled.length === 1 && features.text.length <= MAX_HEADING;

/** A table begins below, or a label fills the next row. */
const leadsToLabel = (all: readonly Features[], index: number): boolean =>
  leadsToTable(all, index) ||
  following(all, index, 3)
    .find(({ filled }) => filled.length > 0)
    ?.candidates.some((one) => one.complete && one.restLetters === 0) === true;
