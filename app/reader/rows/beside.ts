import { matchLabels } from "../labels/match.ts";
import { hasLetters, letters } from "../text.ts";
import { type Cell, EMPTY_CELL, joinCells, type Row, rowWith, sliceCell } from "./model.ts";

/**
 * Running text in a column of its own before the row numbers: a scan that printed the table's words once more as a
 * paragraph, and a part of them only there. The column is taken away; what the table lacks is filled in from it, row by
 * row, by the numbers and labels that the text carries. A column of names says nothing of what the rows say.
 */

const NUMBER = /^\s*(\d{1,2})\.?\s*$/;
/** A number alone is no longer than this. */
const NUMBER_WITHIN = 6;
/** Shorter cells are names, but for the last lines of such a text. */
const MIN_TEXT = 40;
/** So many first letters alike show the same words. */
const HEAD = 24;
/** Last letters by which the end of a text is found again, of which the very last may be misread. */
const TAIL = 18;
const MISREAD = 2;
/** So like a label must the words behind a number be. */
const LIKE = 0.95;

const numberOf = (row: Row | undefined): number | null => {
  const cell = row?.kind === "table" && !row.separator ? row.cells[1] : undefined;
  if (!cell || cell.text.length >= NUMBER_WITHIN || (row?.cells.length ?? 0) < 3) return null;
  const number = NUMBER.exec(cell.text);
  return number ? Number(number[1]) : null;
};
const hasText = (row: Row | undefined, least = MIN_TEXT): boolean =>
  row?.kind === "table" && (row.cells[0]?.text.length ?? 0) >= least;

const contentOf = (row: Row): Cell => joinCells(row.cells.slice(3), " ");
const headOf = (text: string): string => letters(text.slice(0, 4 * HEAD)).slice(0, HEAD);

/** Does a text say what another one begins with? Fewer letters than `least` say nothing. */
const says = (text: string, other: string, least = HEAD): boolean => {
  const head = headOf(other);
  return head.length >= least && letters(text).includes(head);
};

/** Offset behind the words in `text` with which `printed` ends; -1 where they do not stand there. */
const behind = (text: string, printed: string): number => {
  const tail = letters(printed.slice(-4 * TAIL)).slice(-TAIL, -MISREAD);
  if (tail.length < TAIL - MISREAD) return -1;
  let at = letters(text).indexOf(tail);
  if (at < 0) return -1;
  at += tail.length;
  for (let i = 0; i < text.length; i++) {
    if (/[a-z]/i.test(text.charAt(i)) && at-- === 0)
      return i + (/^[a-z]*/i.exec(text.slice(i, i + TAIL))?.[0].length ?? 0);
  }
  return text.length;
};

interface Segment {
  label: Cell;
  content: Cell;
}

/** The label and the content that the running text has for each of these row numbers, in order. */
const segmentsOf = (text: Cell, numbers: readonly number[]): Map<number, Segment> => {
  const found: { number: number; at: number; from: number; end: number }[] = [];
  for (const mark of text.text.matchAll(/(?:^|\s)(\d{1,2})\.\s{1,3}(?=[A-Z])/g)) {
    const number = Number(mark[1]);
    const from = mark.index + mark[0].length;
    if (!numbers.includes(number) || number <= (found.at(-1)?.number ?? 0)) continue;
    const window = text.text.slice(from, from + 90);
    const match = matchLabels(window.slice(0, /\s\d{1,2}[.)]\s/.exec(window)?.index ?? window.length))[0];
    if (!match?.complete || match.similarity < LIKE) continue;
    found.push({ number, at: mark.index, from, end: from + match.end });
  }
  return new Map(
    found.map(({ number, from, end }, nth) => [
      number,
      { label: sliceCell(text, from, end), content: sliceCell(text, end, found[nth + 1]?.at) },
    ]),
  );
};

/** A row without the column, what it lacks filled in. */
const filled = (row: Row, segment: Segment | undefined, more: Cell): Row => {
  const own = contentOf(row);
  let content = own;
  let label = row.cells[2] as Cell;
  if (segment) {
    if (!hasLetters(label.text, 3)) label = segment.label;
    const rest = behind(segment.content.text, own.text);
    if (!hasLetters(own.text, 3)) content = segment.content;
    else if (rest >= 0) content = joinCells([own, sliceCell(segment.content, rest)], " ");
  }
  const cells = [row.cells[1] as Cell, label, joinCells([content, more], " ")];
  return rowWith(row, { cells, pieced: true });
};

/** The rows `from` to `to` without the running text beside them; null where their first column is another. */
const straightened = (rows: readonly Row[]): Row[] | null => {
  const texts = rows.map((row) => row.cells[0] as Cell);
  const echo = texts
    .filter((text) => rows.some((row) => says(text.text, contentOf(row).text)))
    .reduce((longest, text) => (text.text.length > longest.text.length ? text : longest), EMPTY_CELL);
  const numbers = rows.map(numberOf);
  const segments = segmentsOf(
    echo,
    numbers.filter((number) => number !== null),
  );
  // A name may begin as a content does; it carries no numbered label.
  if (segments.size === 0) return null;
  return rows.map((row, at) => {
    const text = texts[at] as Cell;
    const number = numbers[at] ?? null;
    if (number === null) return rowWith(row, { cells: row.cells.slice(1) });
    return filled(row, segments.get(number), says(echo.text, text.text, 1) ? EMPTY_CELL : text);
  });
};

/** Rows with no running text beside them. */
export const withoutTextBeside = (rows: readonly Row[]): readonly Row[] => {
  let result: Row[] | null = null;
  for (let from = 0; from < rows.length; from++) {
    if (!hasText(rows[from]) || numberOf(rows[from]) === null) continue;
    let to = from;
    while (
      hasText(rows[to + 1], to === from ? MIN_TEXT : 1) &&
      rows[to + 1]?.table === rows[from]?.table &&
      numberOf(rows[to + 1]) === (numberOf(rows[to]) as number) + 1
    )
      to++;
    if (to === from) continue;
    const above = rows[from - 1];
    const first = hasText(above) && above?.table === rows[from]?.table ? from - 1 : from;
    const parts = straightened(rows.slice(first, to + 1));
    if (parts) {
      result ??= [...rows];
      result.splice(first, parts.length, ...parts);
    }
    from = to;
  }
  return result ?? rows;
};
