import { soleLabel } from "../labels/sole.ts";
import { CONTINUED } from "../marks.ts";
import { type Cell, EMPTY_CELL, type Row, rowWith } from "./model.ts";

/**
 * A label printed once more where its row goes on over a page: "Persyaratan (lanjutan)". Such a row has the component above
 * it, as one whose label's cell is empty; read as a label of its own it would open the table anew.
 */

/** So many rows above the label is looked for. */
const REACH = 80;
/** A label stands in one of the first cells. */
const CELLS = 3;
/** Characters of such a cell at most. */
const MAX_LABEL = 100;
/** A quick look. */
const SAYS_SO = /lanjutan|sambungan/i;

/** The component of the nearest label above a row. */
const labelAbove = (rows: readonly Row[], from: number): string | null => {
  for (let at = from - 1; at >= 0 && from - at <= REACH; at--) {
    for (const { text } of (rows[at] as Row).cells.slice(0, CELLS)) {
      const label = soleLabel(text.replace(CONTINUED, ""));
      if (label) return label;
    }
  }
  return null;
};

/** The cell with such a label, or -1. */
const continuedCell = ({ cells }: Row): number => {
  for (let at = 0; at < cells.length && at < CELLS; at++) {
    const { text } = cells[at] as Cell;
    if (text.length <= MAX_LABEL && SAYS_SO.test(text) && CONTINUED.test(text)) return at;
  }
  return -1;
};

/** Rows without the labels that only say that a row goes on, and without their numbers. */
export const withoutContinuedLabels = (rows: readonly Row[]): readonly Row[] => {
  let result: Row[] | null = null;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as Row;
    const cell = row.cells.length > 1 ? continuedCell(row) : -1;
    if (cell < 0 || cell === row.cells.length - 1) continue;
    const label = soleLabel((row.cells[cell] as Cell).text.replace(CONTINUED, ""));
    if (label === null || label !== labelAbove(rows, at)) continue;
    result ??= [...rows];
    result[at] = rowWith(row, { cells: row.cells.map((one, nth) => (nth <= cell ? EMPTY_CELL : one)) });
  }
  return result ?? rows;
};
