import { isBlankText } from "../text.ts";

/**
 * Columns made of spaces. A column begins where many lines have text after a gap of at least two spaces and hardly any
 * line runs across. Decided per stretch of lines, since positions move from page to page.
 */

const GAP = /\S(\s{2,})(?=\S)/g;
/** Below this many lines with gaps a stretch is prose. */
const MIN_LINES = 4;
const TOLERANCE = 1;
/** Left of this no content begins, only numbers and labels. */
export const CONTENT_FROM = 12;
/** To so many lines with gaps one title may run over the columns. */
const MAX_TITLES = 0.4;

/** Character columns at which table columns begin (the first is the leftmost text), or null where there are none. */
export const columnStarts = (lines: readonly string[]): number[] | null => {
  const starts = new Map<number, number>();
  let gapped = 0;
  let leftmost = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    if (isBlankText(line)) continue;
    const indent = line.length - line.trimStart().length;
    leftmost = Math.min(leftmost, indent);
    let any = indent >= 4;
    if (any) starts.set(indent, (starts.get(indent) ?? 0) + 1);
    for (const match of line.matchAll(GAP)) {
      const at = match.index + match[0].length;
      starts.set(at, (starts.get(at) ?? 0) + 1);
      any = true;
    }
    if (any) gapped++;
  }
  if (gapped < MIN_LINES) return null;
  const support = (x: number): number => {
    let sum = 0;
    for (let d = -TOLERANCE; d <= TOLERANCE; d++) sum += starts.get(x + d) ?? 0;
    return sum;
  };
  const crossing = (x: number): number => {
    let count = 0;
    let titles = 0;
    for (const line of lines) {
      if (line.length <= x || !/\S/.test(line[x - 1] ?? " ") || !/\S/.test(line[x] ?? " ")) continue;
      if (x >= CONTENT_FROM && /\S/.test(line[leftmost] ?? " ") && !/\S\s{2,}\S/.test(line)) titles++;
      else count++;
    }
    // Titles between the rows run over all columns; where they are many, the lines are prose.
    return titles > gapped * MAX_TITLES ? count + titles : count;
  };
  const chosen: number[] = [];
  for (const x of [...starts.keys()].sort((a, b) => support(b) - support(a) || a - b)) {
    if (support(x) < Math.max(MIN_LINES, gapped * 0.25)) break;
    if (x <= leftmost + 1 || chosen.some((other) => Math.abs(other - x) < 4)) continue;
    if (crossing(x) > Math.max(1, lines.length * 0.15)) continue;
    chosen.push(x);
    if (chosen.length === 3) break;
  }
  // Marks of lists alone, as Markdown indents them, are no columns of a table.
  if (chosen.length === 0 || (chosen.length > 1 && chosen.every((x) => x < leftmost + CONTENT_FROM)))
    return null;
  return [leftmost, ...chosen.sort((a, b) => a - b)];
};

/** A text may begin so many characters behind the column before and still belong to that column. */
const NEAR = 3;

/**
 * Where a text begins that two blanks set apart and that runs across this border: the cell stands further left on this
 * line than on the others. Null where no such text does, or where it belongs to the column before.
 */
const shiftedStart = (line: string, start: number, before: number): number | null => {
  const blank = (at: number): boolean => !/\S/.test(line[at] ?? " ");
  // The text must reach over the border without a gap.
  if (blank(start - 1) && (blank(start - 2) || blank(start))) return null;
  if (blank(start) && blank(start + 1)) return null;
  let from = start - 1;
  while (from > 1 && !(blank(from - 1) && blank(from - 2))) from--;
  if (blank(from) || from <= before + NEAR || from >= start - TOLERANCE) return null;
  // Text left of it shows that it is a cell and no title over the columns.
  return /\S/.test(line.slice(before, from)) ? from : null;
};

/** So far right of a cell's first letter its other lines may begin, behind the mark of a list. */
const HANGING_INDENT = 6;

/**
 * Where the content of a line begins that stands further left than the column of its stretch: told by a line on which a
 * label shows it, and handed on to the lines of the same cell above and below.
 */
export const shiftedContents = (
  lines: readonly string[],
  columns: readonly (readonly number[] | undefined)[],
): ReadonlyMap<number, number> => {
  const shifts = new Map<number, number>();
  lines.forEach((line, index) => {
    const starts = columns[index];
    if (!starts || starts.length < 2 || shifts.has(index)) return;
    const border = starts.at(-1) as number;
    const shift = shiftedStart(line, border, starts.at(-2) as number);
    if (shift === null) return;
    shifts.set(index, shift);
    for (const step of [-1, 1]) {
      for (let at = index + step; columns[at] === starts && !shifts.has(at); at += step) {
        const text = lines[at] as string;
        const indent = text.length - text.trimStart().length;
        if (indent < shift - TOLERANCE || indent > shift + HANGING_INDENT || indent >= border - TOLERANCE)
          break;
        shifts.set(at, indent);
      }
    }
  });
  return shifts;
};

/** Cuts a line at the columns: for each column the character range of its text; `content` is where the last one begins instead. */
export const cutLine = (
  line: string,
  starts: readonly number[],
  content?: number,
): { from: number; to: number }[] => {
  const cuts: number[] = [0];
  for (let column = 1; column < starts.length; column++) {
    if (column === starts.length - 1 && content !== undefined) {
      cuts.push(Math.max(content, cuts.at(-1) as number));
      continue;
    }
    const start = starts[column] as number;
    let cut = Math.min(start, line.length);
    // A text that begins a character early still begins there.
    for (let d = 0; d <= TOLERANCE; d++) {
      if (/\s/.test(line[start - d - 1] ?? " ")) {
        cut = Math.min(start - d, line.length);
        break;
      }
    }
    // A word that runs across the border stays whole in the column where it begins.
    while (cut > 0 && cut < line.length && /\S/.test(line[cut - 1] ?? " ") && /\S/.test(line[cut] ?? " "))
      cut++;
    cuts.push(Math.max(cut, cuts.at(-1) ?? 0));
  }
  return cuts.map((from, index) => ({ from, to: cuts[index + 1] ?? line.length }));
};
