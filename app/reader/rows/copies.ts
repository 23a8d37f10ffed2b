import { fold, hasLetters } from "../text.ts";
import { type Cell, EMPTY_CELL, joinCells, type Row, rowWith } from "./model.ts";

/** Fewer letters may stand in two columns by chance ("Gratis"). */
const MIN_LETTERS = 8;

/**
 * Some converters print the text of a cell that spans several columns in each of them. Then nothing else stands in the row,
 * and the first print is its text.
 */
export const withoutCopies = (cells: Cell[]): Cell[] => {
  const last = cells.at(-1)?.text ?? "";
  const text = last.length < MIN_LETTERS ? "" : last.trim();
  if (text === "" || (cells.at(-2) as Cell | undefined)?.text.trim() !== text) return cells;
  if (!hasLetters(text, MIN_LETTERS)) return cells;
  const first = cells.findIndex((cell) => cell.text.trim() === text);
  for (let at = 0; at < cells.length - 1; at++) {
    const own = (cells[at] as Cell).text;
    if (at < first ? hasLetters(own, 2) : own.trim() !== text) return cells;
  }
  return cells.map((cell, at) => (at > first ? EMPTY_CELL : cell));
};

/** A column's title is printed again over each column that its cell spans. */
const TITLE = /^\W*(?:uraian|isi|keterangan|penjelasan|deskripsi)\W*$/i;

const MAX_TITLE = 24;

/** Columns of a head row that bear one title, the first and the last; null where none do. */
const titledTwice = ({ kind, separator, cells }: Row): { from: number; to: number } | null => {
  if (kind !== "table" || separator || cells.length < 3) return null;
  for (let from = 1; from + 1 < cells.length; from++) {
    if (!TITLE.test((cells[from] as Cell).text)) continue;
    const printed = (cells[from] as Cell).text.trim();
    if (printed.length > MAX_TITLE) continue;
    const text = fold(printed);
    let to = from;
    while (to + 1 < cells.length && fold((cells[to + 1] as Cell).text) === text) to++;
    return to > from ? { from, to } : null;
  }
  return null;
};

/** One cell of what stands in several columns: their text once where all say the same. */
const merged = (cells: readonly Cell[]): Cell => {
  const first = cells[0] as Cell;
  const text = fold(first.text);
  return cells.every((cell) => fold(cell.text) === text) ? first : joinCells(cells, " ");
};

/**
 * Tables in which the title of the contents stands over two columns or more ("Uraian | Uraian"): one of list marks and one
 * of texts, or the same text in both. They are one column.
 */
export const joinTitledTwice = (rows: Row[]): Row[] => {
  let joined: { table: number; from: number; to: number } | null = null;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as Row;
    const titled = titledTwice(row);
    if (titled) joined = { table: row.table, ...titled };
    if (!joined || row.separator || row.kind !== "table") continue;
    if (row.table !== joined.table) {
      joined = null;
      continue;
    }
    const { from, to } = joined;
    if (row.cells.length <= from) continue;
    const cells = [
      ...row.cells.slice(0, from),
      merged(row.cells.slice(from, to + 1)),
      ...row.cells.slice(to + 1),
    ];
    rows[at] = rowWith(row, { cells });
  }
  return rows;
};
