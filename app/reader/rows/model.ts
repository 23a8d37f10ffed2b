import { isBlankText } from "../text.ts";
/** What the tokenisers make of a file: rows of cells, each cell made of pieces of source lines. */

/** A run of plain text from one source line; tags are gone, its columns are kept. */
export interface Piece {
  /** 1-based line. */
  line: number;
  /** Columns of the source line, `to` excluded. */
  from: number;
  to: number;
  text: string;
  /** What stands between this piece and the one before it. */
  glue: "" | " " | "\n";
}

export interface Cell {
  pieces: Piece[];
  /** Plain text of the pieces joined, not folded. */
  text: string;
}

export type RowKind = "table" | "prose";

export interface Row {
  /** First and last source line, 1-based. */
  line: number;
  lineTo: number;
  kind: RowKind;
  /** Rows of one contiguous table share a number; prose rows have their own. */
  table: number;
  cells: Cell[];
  /** Dash rows of Markdown and of converters; no text. */
  separator: boolean;
  /** Printed as a heading: Markdown `#`, HTML h1-h6, bold or centred by mark-up. */
  emphasis: boolean;
  /** Known to be the head of a table, whatever its words. */
  head: boolean;
  /** Known to be a page's number or its catchword. */
  foot: boolean;
  /** A heading that is printed as a column, once more as a row of its own. */
  made: boolean;
  /** Put together from words that stood elsewhere: likelier wrong than a row as it was printed. */
  pieced: boolean;
  /** Columns that a cell further left spans, each with that cell's column. */
  spread: Readonly<Record<number, number>> | null;
  /** Columns that a cell of a row above spans. */
  lowered: readonly number[];
  /** Columns of spaces: the character columns at which its cells begin. */
  columns: readonly number[] | null;
}

export const EMPTY_CELL: Cell = { pieces: [], text: "" };

/** A cell without text, or none at all. */
export const isBlank = (cell: Cell | undefined): boolean => isBlankText(cell?.text ?? "");

// Rows and pieces are made by the functions below alone. All have their fields in one order, so that the engine finds
// them without a search; a copy by spreading has a shape of its own.

const NONE: readonly number[] = [];

/** A row of these cells; what is not said is false or nothing. */
export const rowOf = (
  given: Pick<Row, "line" | "lineTo" | "kind" | "table" | "cells"> & Partial<Row>,
): Row => ({
  line: given.line,
  lineTo: given.lineTo,
  kind: given.kind,
  table: given.table,
  cells: given.cells,
  separator: given.separator ?? false,
  emphasis: given.emphasis ?? false,
  head: given.head ?? false,
  foot: given.foot ?? false,
  made: given.made ?? false,
  pieced: given.pieced ?? false,
  spread: given.spread ?? null,
  lowered: given.lowered ?? NONE,
  columns: given.columns ?? null,
});

/** The same row but for what is given. */
export const rowWith = (row: Row, given: Partial<Row>): Row => ({
  line: given.line ?? row.line,
  lineTo: given.lineTo ?? row.lineTo,
  kind: given.kind ?? row.kind,
  table: row.table,
  cells: given.cells ?? row.cells,
  separator: row.separator,
  emphasis: given.emphasis ?? row.emphasis,
  head: given.head ?? row.head,
  foot: given.foot ?? row.foot,
  made: given.made ?? row.made,
  pieced: given.pieced ?? row.pieced,
  spread: row.spread,
  lowered: row.lowered,
  columns: row.columns,
});

/** The same piece but for what is given. */
export const pieceWith = (piece: Piece, given: Partial<Piece>): Piece => ({
  line: given.line ?? piece.line,
  from: given.from ?? piece.from,
  to: given.to ?? piece.to,
  text: given.text ?? piece.text,
  glue: given.glue ?? piece.glue,
});

/** Joins pieces into a cell. */
export const cellOf = (pieces: Piece[]): Cell => {
  if (pieces.length === 0) return EMPTY_CELL;
  let text = (pieces[0] as Piece).text;
  for (let i = 1; i < pieces.length; i++) text += (pieces[i] as Piece).glue + (pieces[i] as Piece).text;
  return { pieces, text };
};

/** The part of a cell from character `start` of its text up to `end` (excluded). */
export const sliceCell = (cell: Cell, start: number, end = cell.text.length): Cell => {
  if (start <= 0 && end >= cell.text.length) return cell;
  const pieces: Piece[] = [];
  let at = 0;
  for (let index = 0; index < cell.pieces.length; index++) {
    const piece = cell.pieces[index] as Piece;
    if (index > 0) at += piece.glue.length;
    const a = Math.max(start - at, 0);
    const b = Math.min(end - at, piece.text.length);
    if (a < b) {
      const from = Math.min(piece.from + a, piece.to);
      const to = b === piece.text.length ? piece.to : Math.min(piece.from + b, piece.to);
      const { line, glue } = piece;
      pieces.push({ line, from, to, text: piece.text.slice(a, b), glue: pieces.length ? glue : "" });
    }
    at += piece.text.length;
  }
  return cellOf(pieces);
};

/** Cells joined into one, with `glue` between them. */
export const joinCells = (cells: readonly Cell[], glue: Piece["glue"]): Cell => {
  if (cells.length === 1 && !isBlankText((cells[0] as Cell).text)) return cells[0] as Cell;
  const filled = cells.filter((cell) => !isBlankText(cell.text));
  if (filled.length === 0) return EMPTY_CELL;
  if (filled.length === 1) return filled[0] as Cell;
  const pieces: Piece[] = [];
  for (let index = 0; index < filled.length; index++) {
    const [first, ...rest] = (filled[index] as Cell).pieces;
    if (first) pieces.push(index > 0 ? pieceWith(first, { glue }) : first, ...rest);
  }
  return cellOf(pieces);
};

/** No table has more columns; what stands behind them stays in the last cell. */
export const MAX_CELLS = 64;

/** Rows that stand for `taken` others. */
export interface Replaced {
  rows: readonly Row[];
  taken: number;
}

/** Rows with those replaced that `replacedAt` finds, from top to bottom; the very same ones where it finds none. */
export const replaceRows = (
  rows: readonly Row[],
  replacedAt: (rows: readonly Row[], at: number) => Replaced | null,
): readonly Row[] => {
  let result: Row[] | null = null;
  for (let at = 0; at < rows.length; at++) {
    const found = replacedAt(rows, at);
    if (found) {
      result ??= rows.slice(0, at);
      for (const row of found.rows) result.push(row);
      at += found.taken - 1;
    } else result?.push(rows[at] as Row);
  }
  return result ?? rows;
};
