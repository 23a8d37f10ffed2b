import { type Cell, EMPTY_CELL, rowWith, sliceCell } from "../rows/index.ts";
import { fold, isBlankText, letters } from "../text.ts";
import type { RowFeatures, RowParts } from "./row-parts.ts";

/** What a converter's echo must have in letters: fewer may be chance. */
const ECHO = 20;

/** The cell that holds the table stands behind a number and a label at most. */
const ECHO_WITHIN = 3;

/**
 * A converter's echo of a table inside a cell: its squares again as cells of the row, and once more as rows below. Returns
 * the row without those cells and the letters of the table, or null where there is none.
 */
export const withoutEcho = (
  features: RowFeatures,
): { features: RowFeatures; echo: Cell[]; source: string } | null => {
  const { row, number, filled } = features;
  if (row.kind !== "table" || filled.length < 3) return null;
  let size = 0;
  for (const at of filled) size += (row.cells[at] as Cell).text.length;
  // At least two squares stand behind the table.
  for (let order = 0; order < ECHO_WITHIN && order + 2 < filled.length; order++) {
    const at = filled[order] as number;
    const { text } = row.cells[at] as Cell;
    size -= text.length;
    if (text.length < size) continue;
    const squares = filled.slice(order + 1);
    const source = squares.map((square) => letters(row.cells[square]?.text ?? "")).join("");
    if (source.length < ECHO || !letters(text).endsWith(source)) continue;
    const echo = squares.map((square) => row.cells[square] as Cell);
    const cells = row.cells.map((cell, column) => (column > at ? EMPTY_CELL : cell));
    return {
      features: { row: rowWith(row, { cells }), number, filled: filled.slice(0, order + 1) },
      echo,
      source,
    };
  }
  return null;
};

/** Letters of a table whose echo still runs, and how far rows have repeated it. */
export interface Echoed {
  source: string;
  at: number;
}

/** Cells of a row that goes on with the echo, which then has run so much further; null where it says something else. */
export const echoOf = ({ row }: RowFeatures, echoed: Echoed): Cell[] | null => {
  const own = letters(row.cells.map((cell) => cell.text).join(""));
  const found = own === "" ? -1 : echoed.source.indexOf(own, echoed.at);
  if (found < 0) return null;
  echoed.at = found + own.length;
  return row.cells.filter((cell) => !isBlankText(cell.text));
};

/** Characters looked at to tell that two texts begin otherwise. */
const LOOK = 24;

/** False where one text cannot begin as the other does, blanks apart. */
const mayRepeat = (before: string, text: string): boolean => {
  if (before === "" || text === "") return false;
  const a = before.slice(0, LOOK).trimStart();
  const b = text.slice(0, LOOK).trimStart();
  // Up to the first blank both are folded already.
  for (let at = 0; at < a.length && at < b.length; at++) {
    if (!HAS_TEXT.test(a.charAt(at)) || !HAS_TEXT.test(b.charAt(at))) return true;
    if (a.charCodeAt(at) !== b.charCodeAt(at)) return false;
  }
  return true;
};

const HAS_TEXT = /\S/;

/** A scan's stutter: a row that begins with the whole of the row before and adds to it. Shorter repeats are not told apart. */
const STUTTER = 40;
/** Fewer letters below a label once more may be an answer of its own. */
const SAME = 8;

/** Offset in `text` behind its first `count` characters counted after folding white space. */
const offsetAfter = (text: string, count: number): number => {
  let seen = 0;
  let space = true;
  for (let i = 0; i < text.length; i++) {
    const blank = /\s/.test(text[i] as string);
    if (!blank || !space) seen++;
    space = blank;
    if (seen >= count) return i + 1;
  }
  return text.length;
};

/**
 * Takes out of a row's content what it repeats of `before`, the content above: all where it says the same, the beginning
 * where it adds to it.
 */
export const dropRepeat = (parts: RowParts, before: string, opens: boolean): void => {
  const { text } = parts.content;
  const folded = mayRepeat(before, text) ? fold(text) : "";
  if (folded === "") return;
  const previous = fold(before);
  if (previous.length >= STUTTER && folded.startsWith(previous)) {
    const added = offsetAfter(text, previous.length);
    parts.noise.push(sliceCell(parts.content, 0, added));
    parts.content = sliceCell(parts.content, added);
  } else if (folded === previous && (opens ? folded.length >= SAME : folded.length >= STUTTER / 2)) {
    parts.noise.push(parts.content);
    parts.content = EMPTY_CELL;
  }
};
