import { enumerator } from "../text.ts";
import { type Cell, EMPTY_CELL, isBlank, joinCells, type Row, rowWith } from "./model.ts";

/**
 * Tables whose rows are parted by drawn borders, with numbers and labels in the middle of their height. All lines between
 * two borders are one row; where its number stands on top they are read as they come, as in any other table.
 */

const isBorder = ({ cells, separator }: Row): boolean => separator && cells.length === 0;

/** The lines hold one number (or one label), in one piece, below their first line. */
const isCentred = (lines: readonly Row[]): boolean => {
  if (lines.length < 2 || !isBlank(lines[0]?.cells[0])) return false;
  const filled = lines.flatMap(({ cells }, at) => (isBlank(cells[0]) ? [] : [at]));
  const [first, last] = [filled[0], filled.at(-1)];
  return first !== undefined && last !== undefined && last - first === filled.length - 1;
};

const asOneRow = (lines: readonly Row[]): Row => {
  const first = lines[0] as Row;
  const cells = first.cells.map((_, column) =>
    lines
      .map((line) => line.cells[column])
      .filter((cell): cell is Cell => !isBlank(cell))
      .reduce<Cell | null>(
        (whole, cell) => (whole ? joinCells([whole, cell], enumerator(cell.text) ? "\n" : " ") : cell),
        null,
      ),
  );
  return rowWith(first, {
    lineTo: (lines.at(-1) as Row).lineTo,
    cells: cells.map((cell) => cell ?? EMPTY_CELL),
  });
};

/** Rows with the lines between two borders made one row where its number stands in their middle. */
export const joinGridRows = (rows: readonly Row[]): Row[] => {
  const result: Row[] = [];
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as Row;
    result.push(row);
    if (!isBorder(row)) continue;
    let to = at + 1;
    while (to < rows.length && (rows[to] as Row).table === row.table && !isBorder(rows[to] as Row)) to++;
    const lines = rows.slice(at + 1, to);
    const closed = to < rows.length && isBorder(rows[to] as Row);
    if (closed && isCentred(lines)) result.push(asOneRow(lines));
    else result.push(...lines);
    at = to - 1;
  }
  return result;
};
