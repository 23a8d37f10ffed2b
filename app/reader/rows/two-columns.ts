import { mode } from "d3-array";
import type { ComponentKey } from "../components.ts";
import { matchLabels, mayBeLabel } from "../labels/match.ts";
import { dividerHalf, isHeadLine } from "../marks.ts";
import { enumerator, isBlankText } from "../text.ts";
import { cellOf, pieceWith, type Row, rowWith } from "./model.ts";

/**
 * Pages that print two texts beside each other, parted by blanks: two standards, or the two halves of one, each with
 * labels and contents of its own. The right column is set below the left one, from one standard's head to the next, so
 * that every line holds one text alone.
 */

/** A text's place in its file: index of the line and its first character. */
interface Origin {
  at: number;
  offset: number;
}

export interface OneColumn {
  lines: string[];
  /** Where each line comes from. */
  origins: Origin[];
}

/** No right column begins left of this, and no line of such a page is longer. */
const RIGHT_FROM = 24;
const MAX_LINE = 400;
/** So many components must have their label in the same place on the right, and so many on the left. */
const MIN_KEYS = 4;
/** A content is set in so far behind its label at most; what stands further in is a heading in the middle. */
const INDENT = 8;
/** Lines of headings over a pair of columns, blank ones among them. */
const MAX_HEADING = 8;
/** A label's words and its number take so much. */
const MAX_LABEL = 90;
const SURE = 0.9;
const BEHIND_LABEL = /^\s*(?:[:：].*)?$/;
const WIDE_GAP = /\S\s{2,}\S/;

/** The component whose label a text is, with its content behind a colon or none at all. */
const labelOf = (text: string): ComponentKey | null => {
  const words = text.slice(enumerator(text)?.length ?? 0, MAX_LABEL).trim();
  if (!mayBeLabel(words)) return null;
  const match = matchLabels(words)[0];
  return match?.complete && match.similarity >= SURE && BEHIND_LABEL.test(words.slice(match.end))
    ? match.key
    : null;
};

const indentOf = (line: string): number => line.length - line.trimStart().length;
const left = (line: string, gutter: number): string => line.slice(0, gutter).trimEnd();
const right = (line: string, gutter: number): string => line.slice(gutter).trimEnd();

/** No text stands across the place at which the right column begins. */
const keepsTo = (line: string, gutter: number): boolean =>
  line.length < gutter || (isBlankText(line[gutter - 1] as string) && line.length <= MAX_LINE);

/** A line above a pair of columns: nothing stands on the right, or one text stands across both. */
const isOverBoth = (line: string, gutter: number): boolean =>
  !keepsTo(line, gutter) || isBlankText(right(line, gutter));

/** A label of the right column: its line, its place, its component. */
interface RightLabel {
  at: number;
  gutter: number;
  key: ComponentKey;
}

const rightLabels = (lines: readonly string[], isPlain: (at: number) => boolean): RightLabel[] => {
  const found: RightLabel[] = [];
  lines.forEach((line, at) => {
    if (line.length <= RIGHT_FROM || line.length > MAX_LINE || !line.includes("  ") || !isPlain(at)) return;
    const gap = line.lastIndexOf("  ");
    const gutter = gap + 2;
    if (gutter < RIGHT_FROM || gutter >= line.length) return;
    const key = labelOf(line.slice(gutter));
    if (key) found.push({ at, gutter, key });
  });
  return found;
};

/** Labels one below the other at the same place. */
interface Stretch {
  gutter: number;
  from: number;
  last: number;
}

/** Stretches of lines whose right column begins at one place, told by the labels that stand there. */
const stretchesOf = (labels: readonly RightLabel[]): Stretch[] => {
  const counts = new Map<number, Set<ComponentKey>>();
  for (const { gutter, key } of labels) counts.set(gutter, (counts.get(gutter) ?? new Set()).add(key));
  const found: Stretch[] = [];
  for (const { at, gutter } of labels) {
    if ((counts.get(gutter)?.size ?? 0) < MIN_KEYS) continue;
    const open = found.at(-1);
    if (open?.gutter === gutter) open.last = at;
    else found.push({ gutter, from: at, last: at });
  }
  return found;
};

/** Where a pair of columns begins: its headings over the whole width, the columns, and the line behind both. */
interface Part {
  head: number;
  from: number;
  to: number;
}

/** The line with which the headings above line `at` begin, the first label of its columns. */
const headFrom = (
  lines: readonly string[],
  at: number,
  least: number,
  { gutter, margin }: { gutter: number; margin: number },
): number => {
  let head = at;
  // What is set in, or stands on the right alone, is a title's second line where a pair of titles stands above, else a
  // content.
  let waits = false;
  for (let one = at - 1; one >= Math.max(least, at - MAX_HEADING); one--) {
    const line = lines[one] as string;
    if (isBlankText(line)) continue;
    const across = !keepsTo(line, gutter);
    const title = across ? line.trim() : left(line, gutter).trim();
    const onRight = !across && !isBlankText(right(line, gutter));
    const indent = indentOf(line);
    if (title === "" || (indent > margin && indent <= margin + INDENT)) {
      waits = true;
      continue;
    }
    if ((waits && !onRight) || isHeadLine(line) || labelOf(title) !== null) break;
    const leads =
      one === least ||
      enumerator(title) !== null ||
      dividerHalf(title) !== null ||
      isBlankText(left(lines[one - 1] as string, gutter));
    if ((waits || indent === margin) && !leads) break;
    head = one;
    waits = false;
  }
  return head;
};

const partsOf = (lines: readonly string[], { gutter, from, last }: Stretch, least: number): Part[] | null => {
  const found: { at: number; key: ComponentKey; indent: number }[] = [];
  const labelAt = (at: number): ComponentKey | null => {
    const line = lines[at] as string;
    return keepsTo(line, gutter) ? labelOf(left(line, gutter)) : null;
  };
  // The left column may begin above the first label of the right one, and go on below its last one.
  let top = from;
  while (top > least && keepsTo(lines[top - 1] as string, gutter) && !isHeadLine(lines[top - 1] as string))
    top--;
  let end = last + 1;
  while (end < lines.length && keepsTo(lines[end] as string, gutter) && !isHeadLine(lines[end] as string))
    end++;
  for (let at = top; at < end; at++) {
    const key = labelAt(at);
    if (key) found.push({ at, key, indent: indentOf(lines[at] as string) });
  }
  const margin = mode(found, ({ indent }) => indent) ?? 0;
  const labels = found.filter(({ indent }) => indent === margin);
  const first = labels[0];
  if (!first || new Set(labels.map(({ key }) => key)).size < MIN_KEYS) return null;
  // A table's labels have their contents beside them, in a column of their own.
  const beside = labels.filter(({ at }) =>
    WIDE_GAP.test(left(lines[at] as string, gutter).replace(/^\s*\d{1,2}[.)]?\s+/, "")),
  );
  if (beside.length * 2 > labels.length) return null;
  const parts: Part[] = [];
  for (const { at, key } of labels) {
    if (key !== first.key) continue;
    const head = headFrom(lines, at, parts.at(-1)?.from ?? top, { gutter, margin });
    let begin = head;
    while (begin < at && isOverBoth(lines[begin] as string, gutter)) begin++;
    const open = parts.at(-1);
    if (open) open.to = head;
    parts.push({ head, from: begin, to: end });
  }
  // A text across both columns that no new standard follows: this is no page of two columns.
  for (const part of parts)
    for (let at = part.from; at < part.to; at++) if (!keepsTo(lines[at] as string, gutter)) return null;
  return parts;
};

/** The lines of a file with every right column below its left one; null where no page has two. */
export const inOneColumn = (lines: readonly string[], isPlain: (at: number) => boolean): OneColumn | null => {
  const stretches = stretchesOf(rightLabels(lines, isPlain));
  if (stretches.length === 0) return null;
  const result: OneColumn = { lines: [], origins: [] };
  const put = (at: number, text: string, offset: number): void => {
    result.lines.push(text);
    result.origins.push({ at, offset });
  };
  let next = 0;
  let found = false;
  for (const stretch of stretches) {
    if (stretch.from < next) continue;
    const parts = partsOf(lines, stretch, next);
    if (!parts) continue;
    found = true;
    for (const { from, to } of parts) {
      for (; next < from; next++) put(next, lines[next] as string, 0);
      for (let at = from; at < to; at++) put(at, left(lines[at] as string, stretch.gutter), 0);
      for (let at = from; at < to; at++) put(at, right(lines[at] as string, stretch.gutter), stretch.gutter);
      next = to;
    }
  }
  if (!found) return null;
  for (; next < lines.length; next++) put(next, lines[next] as string, 0);
  return result;
};

/** Rows of lines in one column, at the places where their texts stand in the file. */
export const atTheirPlaces = (rows: readonly Row[], origins: readonly Origin[]): Row[] =>
  rows.map((row) =>
    rowWith(row, {
      line: (origins[row.line - 1] as Origin).at + 1,
      lineTo: (origins[row.lineTo - 1] as Origin).at + 1,
      cells: row.cells.map((cell) =>
        cellOf(
          cell.pieces.map((piece) => {
            const { at, offset } = origins[piece.line - 1] as Origin;
            return pieceWith(piece, { line: at + 1, from: piece.from + offset, to: piece.to + offset });
          }),
        ),
      ),
    }),
  );
