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
    if (line.trim() === "") continue;
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

/** Cuts a line at the columns: for each column the character range of its text. */
export const cutLine = (line: string, starts: readonly number[]): { from: number; to: number }[] => {
  const cuts: number[] = [0];
  for (const start of starts.slice(1)) {
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
