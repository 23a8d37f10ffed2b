import { matchLabels } from "../labels/match.ts";
import { isHeadLine } from "../marks.ts";
import { isBlankText } from "../text.ts";
import { CONTENT_FROM } from "./aligned.ts";
import { leadingLabel } from "./run-on.ts";

/**
 * A page of columns on which the contents begin now here, now there: a converter sets each stretch of a table as far right
 * as its longest label needs. No column holds for all of such a page, but every numbered label shows its own.
 */

/** A row's number, its label and the gap before its content, if any stands beside it. */
const NUMBERED = /^(\s{0,12}\d{1,2}[.)]?\s{1,12})(\S(?:\S|\s(?!\s))*)(?:(\s{2,})(?=\S))?/;
const GAPS = /\S(\s{2,})(?=\S)/g;
/** So many labels must show that the block is such a table; below its head one does. */
const MIN_ANCHORS = 2;
/** A content begins so far behind its label's first letter at least. */
const MIN_LABEL = 4;
const TOLERANCE = 1;
/** Likeness from which a label is one. */
const SURE = 0.95;

interface Anchor {
  /** Line of the block. */
  at: number;
  /** Columns at which its number, its label and its content begin; the last one null where no content stands beside. */
  number: number;
  label: number;
  content: number | null;
}

const anchorOf = (line: string, at: number): Anchor | null => {
  const match = NUMBERED.exec(line);
  if (!match) return null;
  const label = (match[1] as string).length;
  const number = line.length - line.trimStart().length;
  if (match[3] !== undefined) {
    // The gap ends the cell; the label may go on below.
    const known = matchLabels(match[2] as string)[0];
    return known && known.similarity >= SURE ? { at, number, label, content: match[0].length } : null;
  }
  // The label fills its column: one blank parts it from the content.
  const known = leadingLabel(line);
  return known ? { at, number, label, content: known.runsOn ? known.end + 1 : null } : null;
};

/** Where the last text of a line begins that two blanks set apart from what stands left of it. */
const lastStart = (line: string): number => {
  let start = line.length - line.trimStart().length;
  for (const match of line.matchAll(GAPS)) start = match.index + match[0].length;
  return start;
};

/** Where a line's content begins in a column not left of `from`; null where the line has none. */
const contentStart = (line: string, label: number, from: number): number | null => {
  const indent = line.length - line.trimStart().length;
  if (indent >= label + MIN_LABEL) return indent >= from - TOLERANCE ? indent : null;
  if (Math.abs(indent - label) > TOLERANCE) return null;
  for (const match of line.matchAll(GAPS)) {
    const start = match.index + match[0].length;
    if (start >= from - TOLERANCE) return start;
  }
  return null;
};

/** Columns for the lines of a block whose contents have none in common, line by line; null where it is no such table. */
export const zonedStarts = (lines: readonly string[]): (readonly number[] | undefined)[] | null => {
  const anchors: Anchor[] = [];
  lines.forEach((line, at) => {
    const anchor = isBlankText(line) ? null : anchorOf(line, at);
    if (anchor) anchors.push(anchor);
  });
  const beside = anchors.filter(({ content }) => content !== null).length;
  if (beside < MIN_ANCHORS && !(beside > 0 && lines.some(isHeadLine))) return null;
  const result: (readonly number[] | undefined)[] = new Array(lines.length);
  const known = new Map<string, readonly number[]>();
  const columns = (anchor: Anchor, content: number): readonly number[] => {
    const key = `${anchor.number} ${anchor.label} ${content}`;
    const same = known.get(key) ?? [anchor.number, anchor.label, content];
    known.set(key, same);
    return same;
  };
  const first = anchors[0] as Anchor;
  // What stands above the first number goes on from the page before.
  const zones: Anchor[] = [{ ...first, at: 0, content: null }, ...anchors];
  for (const [index, zone] of zones.entries()) {
    const { at, label } = zone;
    const to = zones[index + 1]?.at ?? lines.length;
    let { content } = zone;
    if (content === null) {
      for (let i = at; i < to; i++) {
        const start = contentStart(lines[i] as string, label, CONTENT_FROM);
        if (start !== null && (content === null || start < content)) content = start;
      }
    }
    if (content === null || content < CONTENT_FROM) content = lastStart(lines[first.at] as string);
    for (let i = at; i < to; i++) {
      const line = lines[i] as string;
      if (isBlankText(line)) continue;
      const indent = line.length - line.trimStart().length;
      const own = contentStart(line, label, content);
      const isLabel = Math.abs(indent - label) <= TOLERANCE && line.trimEnd().length < content;
      if (own !== null || isLabel || (i === at && index > 0)) result[i] = columns(zone, content);
    }
  }
  return result;
};
