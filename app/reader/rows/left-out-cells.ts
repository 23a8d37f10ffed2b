import { type Cell, EMPTY_CELL, isBlank, joinCells, type Row, rowWith } from "./model.ts";

/**
 * A table as a browser copies it: a cell that spans several rows stands in the first of them alone, the rows below are
 * shorter by it, and further lines of a cell stand on lines of their own, without a tab.
 */

const isTabbed = (row: Row): boolean => row.kind === "table" && !row.separator && row.columns === null;

/** A line without a tab; what is set in may look like columns of spaces. */
const isPlainLine = (row: Row): boolean => !row.separator && (row.kind === "prose" || row.columns !== null);

/**
 * The rows below a head of `width` cells with the `spanning` first ones left out given back, by their place; none where
 * every row has them. `isLabel` tells whether a cell bears a label: so many rows as `least` must begin with one.
 */
export const givenBack = (
  rows: readonly Row[],
  head: number,
  width: number,
  spanning: number,
  isLabel: (cell: Cell) => boolean,
  least: number,
): ReadonlyMap<number, Row> | null => {
  const first = rows[head + 1];
  if (!first || !isTabbed(first) || first.cells.length !== width || isBlank(first.cells[spanning - 1]))
    return null;
  const found = new Map<number, Row>();
  const empty: Cell[] = new Array(spanning).fill(EMPTY_CELL);
  let labels = 0;
  /** Lines behind a blank one: contents where a shorter row follows, a title where a whole one does. */
  let apart: number[] = [];
  for (let at = head + 2; at < rows.length; at++) {
    const row = rows[at] as Row;
    if (isPlainLine(row)) {
      if (apart.length > 0 || row.line > (rows[at - 1] as Row).lineTo + 1) apart.push(at);
      else found.set(at, continued(row, width));
    } else if (!isTabbed(row)) break;
    else if (row.cells.length === width) {
      if (apart.length > 0) break;
    } else if (row.cells.length === width - spanning) {
      for (const one of apart) found.set(one, continued(rows[one] as Row, width));
      apart = [];
      if (isLabel(row.cells[0] as Cell)) labels++;
      found.set(at, rowWith(row, { cells: [...empty, ...row.cells] }));
    } else break;
  }
  return labels >= least ? found : null;
};

/** A further line of the last cell. */
const continued = (row: Row, width: number): Row =>
  rowWith(row, {
    kind: "table",
    cells: [...new Array<Cell>(width - 1).fill(EMPTY_CELL), joinCells(row.cells, " ")],
  });
