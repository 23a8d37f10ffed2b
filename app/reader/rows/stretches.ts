import { CONTENT_FROM, columnStarts } from "./aligned.ts";
import { leadingLabel } from "./run-on.ts";

/**
 * Which lines of a file lie in columns made of spaces, and where those columns begin: told for each block of lines, and
 * handed on to the blocks beside it that are too short to show their own.
 */

/** A run of plain lines without a blank line between, `to` excluded. */
interface Block {
  from: number;
  to: number;
}

const GAP = /\S\s{2,}\S/;

/** How many columns begin at these places. */
const widthOf = (starts: readonly number[] | null): number => starts?.length ?? 0;

/** Column positions for each line that lies in a stretch of columns made of spaces. */
export const alignedStretches = (
  lines: readonly string[],
  isPlain: (line: string) => boolean,
): (readonly number[] | undefined)[] => {
  const result: (readonly number[] | undefined)[] = new Array(lines.length);
  const blocks: Block[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as string;
    if (line.trim() === "" || !isPlain(line)) continue;
    const last = blocks.at(-1);
    // A new page has columns of its own.
    if (last && last.to === i && line[0] !== "\f") last.to = i + 1;
    else blocks.push({ from: i, to: i + 1 });
  }
  // A page break cuts blocks short: the columns of the block before hold on while the lines keep to them.
  let before: readonly number[] | null = null;
  let labels: number | null = null;
  const found: (readonly number[] | null)[] = [];
  const own = new Set<number>();
  for (const { from, to } of blocks) {
    const stretch = lines.slice(from, to);
    const gapped = stretch.some((line) => GAP.test(line) || /^\s{4,}\S/.test(line));
    const kept: readonly number[] | null = before && fits(stretch, before) ? before : null;
    const fresh: readonly number[] | null =
      gapped && !(kept && beginsAt(stretch, kept)) ? columnStarts(stretch) : null;
    const starts: readonly number[] | null =
      widthOf(fresh) > 0 && widthOf(fresh) >= widthOf(kept) ? fresh : kept;
    labels = labelStart(stretch) ?? (starts === before ? labels : null);
    if (starts)
      for (let i = from; i < to; i++)
        if (
          fillsLabel(lines[i] as string, starts) ||
          (isColumnLine(lines[i] as string, starts, labels) &&
            !(to - from === 1 && isTitle(lines[i] as string, starts)))
        )
          result[i] = starts;
    if (starts && starts !== before) own.add(found.length);
    if (starts) before = starts;
    else if (stretch.length > 3) before = null;
    found.push(starts);
  }
  // The few lines in front of the first page break keep to the columns of the page behind it.
  let behind: readonly number[] | null = null;
  for (let at = blocks.length - 1; at >= 0; at--) {
    const { from, to } = blocks[at] as Block;
    const next: readonly number[] | null = behind;
    const taken = found[at];
    if (taken && next && taken !== next && !own.has(at) && to - from <= MAX_TAKEN) {
      const stretch = lines.slice(from, to);
      if (keepsTo(stretch, next) && !keepsTo(stretch, taken)) {
        for (let i = from; i < to; i++) if (result[i]) result[i] = next;
        behind = next;
        continue;
      }
    }
    // A page number between the two is a block of its own.
    behind = found[at] ?? (to - from > 1 ? null : behind);
    if (found[at] || !next || to - from > MAX_LEAD) continue;
    // Titles above the table say nothing of its columns.
    const stretch = lines.slice(from, to).filter((line) => GAP.test(line) || /^\s{4,}\S/.test(line));
    const lone = stretch.length === 1 && labelStart(stretch) !== null;
    if ((stretch.length < 2 && !lone) || !fits(stretch, next)) continue;
    behind = next;
    if (to - from === 1 && isTitle(lines[from] as string, next)) continue;
    for (let i = from; i < to; i++) if (isColumnLine(lines[i] as string, next)) result[i] = next;
  }
  return result;
};

/** A row's number, set off by blanks from the label behind it. */
const NUMBERED_LABEL = /^\s{0,12}(?:\d{1,2}|[A-Oa-o]|[IVX]{1,5})[.)]?\s{2,12}(?=\S)/;

/** Column at which the labels behind the first such number begin. */
const labelStart = (stretch: readonly string[]): number | null => {
  for (const line of stretch) {
    const match = NUMBERED_LABEL.exec(line);
    if (match) return match[0].length;
  }
  return null;
};

/** Lines of a block too short to show its columns by itself. */
const MAX_LEAD = 12;
/** A block of so few lines may have taken its columns from the page before, though it stands on the next one. */
const MAX_TAKEN = 3;
/** So much of a block must keep to the columns of the block before it; one title line may always break them. */
const KEEPS = 0.85;
/** So many of the lines that reach the last column begin there. */
const BEGIN = 0.25;
/** So much of a block at most are titles that run over all columns. */
const MAX_TITLES = 0.3;

/** Enough of the contents begin at the last column, or the lines are too few to tell. */
const beginsAt = (stretch: readonly string[], starts: readonly number[]): boolean => {
  if (stretch.length <= MAX_TAKEN) return true;
  const last = starts.at(-1) as number;
  let reach = 0;
  let begin = 0;
  for (const line of stretch) {
    if (line.length <= last) continue;
    reach++;
    for (let at = last - 1; at <= last + 1; at++)
      if (/\S/.test(line[at] ?? " ") && !/\S/.test(line.slice(at - 2, at))) {
        begin++;
        break;
      }
  }
  return begin >= reach * BEGIN;
};

/** A title between the rows of a table: it begins at the margin and runs over the columns without a gap. */
const runsAcross = (line: string, starts: readonly number[]): boolean =>
  line.length - line.trimStart().length <= (starts[0] as number) + 1 &&
  line.trimEnd().length > (starts[1] as number) &&
  !GAP.test(line.trimStart());

/** The lines begin at the columns, and (nearly) none runs across a border. */
const fits = (stretch: readonly string[], starts: readonly number[]): boolean => {
  const keeping = stretch.filter(
    (line) =>
      isColumnLine(line, starts) &&
      starts
        .slice(1)
        .every((x) => line.length <= x || !/\S/.test(line[x - 1] ?? " ") || !/\S/.test(line[x] ?? " ")),
  );
  if (keeping.length >= Math.min(stretch.length - 1, stretch.length * KEEPS)) return true;
  const titles = stretch.filter((line) => runsAcross(line, starts)).length;
  const rest = stretch.length - titles;
  return titles <= stretch.length * MAX_TITLES && keeping.length >= Math.min(rest - 1, rest * KEEPS);
};

const TEXT_BEGINS = /(?:^|\s{2})(?=\S)/g;

/** Every text set off by blanks begins at a column or within the last one, and none runs across its border. */
const keepsTo = (stretch: readonly string[], starts: readonly number[]): boolean => {
  const last = starts.at(-1) as number;
  return stretch.every((line) => {
    if (line.length > last && /\S/.test(line[last - 2] ?? " ") && /\S/.test(line[last] ?? " ")) return false;
    for (const match of line.matchAll(TEXT_BEGINS)) {
      const at = match.index + match[0].length;
      if (at < last - 1 && !starts.some((start) => Math.abs(start - at) <= 1)) return false;
    }
    return true;
  });
};

/** A label may end so far before the border of its column and still fill it. */
const NEARLY = 6;

/** A numbered label that fills its column: a single blank parts it from its content. */
const fillsLabel = (line: string, starts: readonly number[]): boolean => {
  const border = starts.at(-1) as number;
  if (border < CONTENT_FROM || line.length <= border || !/^\s{0,12}\d{1,2}[.)]?\s/.test(line)) return false;
  const label = leadingLabel(line);
  return label?.runsOn === true && label.number !== null && label.end > border - NEARLY;
};

/** The cuts of a line, the last one moved to where a label ends that leaves no gap before its content. */
export const cutBehindLabel = (
  line: string,
  cuts: { from: number; to: number }[],
): { from: number; to: number }[] => {
  const last = cuts.at(-1);
  const before = cuts.at(-2);
  if (!last || !before || last.from < 2 || last.from >= line.length) return cuts;
  if (!/\S/.test(line[last.from - 1] ?? " ") ? !/\S/.test(line[last.from - 2] ?? " ") : false) return cuts;
  const label = leadingLabel(line.slice(before.from).trimEnd());
  if (!label?.runsOn) return cuts;
  const at = before.from + label.end;
  if (/\S\s{2}|[:=]/.test(line.slice(at, last.from))) return cuts;
  return [...cuts.slice(0, -2), { from: before.from, to: at }, { from: at, to: line.length }];
};

const MARK_GAP = /^\s*(?:\d{1,3}|[A-Za-z]|[IVX]{1,5})[.)]\s+(?=\S)/;

/** A line alone between blank ones whose words run on over the columns: a title, whatever stands behind its number. */
const isTitle = (line: string, starts: readonly number[]): boolean => {
  const text = line.replace(MARK_GAP, "");
  if (text === line || /\S\s{2,}\S/.test(text.trim())) return false;
  return line.length - line.trimStart().length < 4 && line.trimEnd().length > (starts[1] as number);
};

/** A line that neither has a gap nor is indented to a column stands outside the table when it runs over a border. */
const isColumnLine = (line: string, starts: readonly number[], labels: number | null = null): boolean => {
  const second = starts[1] as number;
  const indent = line.length - line.trimStart().length;
  if (/\S\s{2,}\S/.test(line.trimStart()) || indent >= second - 1) return true;
  // A label's line that has no number stands where the labels begin.
  if (labels === indent && line.trimEnd().length < second) return true;
  // A short text in one column only, as a label wrapped over two lines.
  const column = starts.findLastIndex((start) => indent >= start - 1);
  const next = starts[column + 1];
  return (
    column >= 0 &&
    next !== undefined &&
    line.trimEnd().length < next &&
    Math.abs(indent - (starts[column] as number)) <= 1
  );
};
