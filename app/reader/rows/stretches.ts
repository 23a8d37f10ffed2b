import { COMPONENT_KEYS, PUBLIC_KEYS } from "../components.ts";
import { matchLabels, mayBeLabel } from "../labels/match.ts";
import { isHeadLine, isPageNumber } from "../marks.ts";
import { isBlankText } from "../text.ts";
import { CONTENT_FROM, columnStarts } from "./aligned.ts";
import { leadingLabel } from "./run-on.ts";
import { zonedStarts } from "./zones.ts";

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
/** An unbroken rule between the rows of a table: it says nothing of the columns, as a broken one does, and ends no block. */
const RULE = /^\s*[-=_–—]{8,}\s*$/;
/** Indexes of the lines of a block that bear text. */
const textLines = (lines: readonly string[], { from, to }: Block): number[] => {
  const found: number[] = [];
  for (let at = from; at < to; at++) {
    const line = lines[at] as string;
    if (line !== "" && !RULE.test(line)) found.push(at);
  }
  return found;
};

/** A row's number, set off by blanks from the label behind it. */
const ROW_NUMBER = /^\s{0,12}(\d{1,2})[.)]?\s{2,12}(?=[A-Z])/;
/** Columns behind a row's number: nothing that is set in so far is a title. */
const INDENT = /^\s{3,}\S/;
/** Blank lines between two rows at most. */
const MAX_BLANK = 2;
/** Rows set apart by blank lines make one table where so many follow one another, and few have lines enough for themselves. */
const MIN_SPACED = 4;
const SPACED_LINES = 4;
/** So many of them show their labels: lists of a content are numbered and set apart as well. */
const LABELLED = 0.6;

/** The blocks with the rows of a table joined that prints a blank line between each two: alone they are too short to show its columns. */
const joinSpaced = (lines: readonly string[], blocks: readonly Block[]): Block[] => {
  const joined: Block[] = [];
  const numberAt = (block: Block): number => Number(ROW_NUMBER.exec(lines[block.from] as string)?.[1] ?? 0);
  const isLabelled = ({ from }: Block): boolean => {
    const text = (lines[from] as string).replace(ROW_NUMBER, "");
    return mayBeLabel(text) && matchLabels(text.split(/\s{2}/, 1)[0] as string).length > 0;
  };
  for (let first = 0; first < blocks.length; first++) {
    let number = numberAt(blocks[first] as Block);
    if (number === 0) {
      joined.push(blocks[first] as Block);
      continue;
    }
    let rows = 1;
    let labels = isLabelled(blocks[first] as Block) ? 1 : 0;
    let last = first;
    for (let at = first + 1; at < blocks.length; at++) {
      const block = blocks[at] as Block;
      if (block.from - (blocks[at - 1] as Block).to > MAX_BLANK || lines[block.from]?.startsWith("\f")) break;
      const next = numberAt(block);
      if (next === number + 1) {
        number = next;
        rows++;
        if (isLabelled(block)) labels++;
      } else if (!lines.slice(block.from, block.to).every((line) => INDENT.test(line))) break;
      last = at;
    }
    const { from } = blocks[first] as Block;
    const { to } = blocks[last] as Block;
    const isTable = rows >= MIN_SPACED && labels >= rows * LABELLED;
    if (isTable && to - from < (last - first + 1) * (SPACED_LINES + 1)) joined.push({ from, to });
    else joined.push(...blocks.slice(first, last + 1));
    first = last;
  }
  return joined;
};

/** How many columns begin at these places. */
const widthOf = (starts: readonly number[] | null): number => starts?.length ?? 0;

/** No content begins in any of these columns. */
const isNarrow = (starts: readonly number[] | null): boolean => (starts?.at(-1) ?? 0) < CONTENT_FROM;

/** Column positions for each line that lies in a stretch of columns made of spaces. */
export const alignedStretches = (
  lines: readonly string[],
  isPlain: (line: string, index: number) => boolean,
): (readonly number[] | undefined)[] => {
  const result: (readonly number[] | undefined)[] = new Array(lines.length);
  const printed: Block[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as string;
    if (isBlankText(line) || !isPlain(line, i)) continue;
    const last = printed.at(-1);
    // A new page has columns of its own.
    if (last && last.to === i && line[0] !== "\f") last.to = i + 1;
    else printed.push({ from: i, to: i + 1 });
  }
  const blocks = joinSpaced(lines, printed);
  // A page break cuts blocks short: the columns of the block before hold on while the lines keep to them.
  let before: readonly number[] | null = null;
  let labels: number | null = null;
  const found: (readonly number[] | null)[] = [];
  const own = new Set<number>();
  for (const { from, to } of blocks) {
    const places = textLines(lines, { from, to });
    const stretch = places.map((at) => lines[at] as string);
    const gapped = stretch.some((line) => GAP.test(line) || /^\s{4,}\S/.test(line));
    const kept: readonly number[] | null = before && fits(stretch, before) ? before : null;
    const fresh: readonly number[] | null =
      gapped && !(kept && beginsAt(stretch, kept)) ? columnStarts(stretch) : null;
    const starts: readonly number[] | null =
      widthOf(fresh) > 0 && widthOf(fresh) >= widthOf(kept) ? fresh : kept;
    // Where labels and contents share a column, each label may have a content column of its own.
    const zoned: ReturnType<typeof zonedStarts> = gapped && isNarrow(starts) ? zonedStarts(stretch) : null;
    if (zoned) {
      zoned.forEach((columns, at) => {
        if (columns) result[places[at] as number] = columns;
      });
      before = zoned.findLast((columns) => columns !== undefined) ?? before;
      own.add(found.length);
      found.push(before);
      continue;
    }
    labels = labelStart(stretch) ?? (starts === before ? labels : null);
    if (starts)
      for (let i = from; i < to; i++)
        if (
          !RULE.test(lines[i] as string) &&
          (fillsLabel(lines[i] as string, starts, lines[i + 1]) ||
            (isColumnLine(lines[i] as string, starts, labels) &&
              !(to - from === 1 && isTitle(lines[i] as string, starts))))
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
  if (result.some((starts) => starts !== undefined)) freeTitles(lines, result, isPlain);
  return result;
};

/** So many lines over a table's head are looked at for titles. */
const MAX_TITLES_ABOVE = 8;
/** A title's middle lies no further from the middle of the lines around it. */
const OFF_MIDDLE = 3;

/** Lines right over a table's head that are set in the middle of the page or run over its columns: titles, no rows. */
const freeTitles = (
  lines: readonly string[],
  result: (readonly number[] | undefined)[],
  isPlain: (line: string, index: number) => boolean,
): void => {
  for (let head = 1; head < lines.length; head++) {
    if (!isHeadLine(lines[head] as string)) continue;
    for (let at = head - 1; at >= Math.max(0, head - MAX_TITLES_ABOVE); at--) {
      const line = (lines[at] as string).trimEnd();
      // A page may end between a title and its table.
      if (line === "" || !isPlain(line, at) || isPageNumber(line)) continue;
      if (!result[at]) break;
      const text = line.trimStart();
      const starts = result[at] as readonly number[];
      const from = line.length - text.length;
      const last = starts.at(-1) as number;
      if (GAP.test(text) || !/^[A-Z]/.test(text) || /[.;:,]$/.test(text)) break;
      const across =
        !starts.some((start, column) => column > 0 && Math.abs(start - from) <= 1) && from < last;
      const widest = lines.slice(head, head + MAX_LEAD).reduce((most, one) => Math.max(most, one.length), 0);
      const middle = text === text.toUpperCase() && Math.abs(from + line.length - widest) / 2 <= OFF_MIDDLE;
      if (!middle && !(across && line.length > last)) break;
      result[at] = undefined;
    }
  }
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
const fillsLabel = (line: string, starts: readonly number[], next: string | undefined): boolean => {
  const border = starts.at(-1) as number;
  if (border < CONTENT_FROM || line.length <= border || !/^\s{0,12}\d{1,2}[.)]?\s/.test(line)) return false;
  const label = leadingLabel(line);
  if (label?.runsOn !== true || label.number === null) return false;
  if (label.end > border - NEARLY) return true;
  // Further left its number shows it to be a row's label, or the line below that the content begins there.
  const place = COMPONENT_KEYS.indexOf(label.match.key) + 1;
  return (
    label.number === place ||
    label.number === place - PUBLIC_KEYS.length ||
    beginsBehindGap(next ?? "", label.end + 1)
  );
};

const beginsBehindGap = (line: string, at: number): boolean =>
  /\S/.test(line[at] ?? " ") && !/\S/.test(line.slice(Math.max(0, at - 2), at));

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
  if (!label?.runsOn || label.weak) return cuts;
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
