import { type Cell, isBlank, type Row, rowWith } from "./model.ts";
import { keyOf } from "./wide.ts";

/**
 * The two halves of a standard side by side in one table: label and content, and beside them label and content once more.
 * The right half is set below the left one, so that everything behind reads them like any other.
 */

/** So many rows must have a label in the same two columns. */
const MIN_ROWS = 3;
/** Two labels and two contents. */
const MIN_CELLS = 4;
/** Two labels and at least one content: either may be empty. */
const MIN_FILLED = 3;
const NUMBER = /^\s*\d{1,2}\s?[.)]?\s*$/;

interface Pair {
  left: number;
  right: number;
}

const filledOf = (cells: readonly Cell[]): number => {
  let filled = 0;
  for (const cell of cells) if (!isBlank(cell)) filled++;
  return filled;
};

/** The columns of a row's two labels; null where it has not two, or no column stands behind each. */
const pairOf = ({ kind, separator, cells }: Row): Pair | null => {
  if (kind !== "table" || separator || cells.length < MIN_CELLS || filledOf(cells) < MIN_FILLED) return null;
  const at: number[] = [];
  for (let column = 0; column < cells.length && at.length < 3; column++)
    if (keyOf(cells[column]) !== null) at.push(column);
  const [left = 0, right = 0] = at;
  if (at.length !== 2 || right - left < 2 || right === cells.length - 1) return null;
  return keyOf(cells[left]) === keyOf(cells[right]) ? null : { left, right };
};

/** The column with which the right half begins; null where the rows of a table are no two halves. */
const borderOf = (rows: readonly Row[]): number | null => {
  const pairs = rows.map(pairOf);
  const first = pairs.find((pair) => pair !== null);
  if (!first) return null;
  const { left, right } = first;
  const alike = rows.filter((_, at) => pairs[at]?.left === left && pairs[at]?.right === right);
  if (alike.length < MIN_ROWS) return null;
  const numbered = alike.filter(({ cells }) => NUMBER.test(cells[right - 1]?.text ?? "")).length;
  return right - left > 2 && numbered * 2 > alike.length ? right - 1 : right;
};

const hasText = ({ cells }: Row): boolean => !cells.every(isBlank);

/** Rows with every such table set in one column. */
export const setBelow = (rows: readonly Row[]): readonly Row[] => {
  let result: Row[] | null = null;
  for (let from = 0; from < rows.length; ) {
    const { table, kind } = rows[from] as Row;
    let to = from + 1;
    let pairs = pairOf(rows[from] as Row) ? 1 : 0;
    while (kind === "table" && rows[to]?.kind === "table" && rows[to]?.table === table) {
      if (pairs < MIN_ROWS && pairOf(rows[to] as Row)) pairs++;
      to++;
    }
    const part = pairs >= MIN_ROWS ? rows.slice(from, to) : null;
    const border = part && borderOf(part);
    if (part && border !== null) {
      result ??= rows.slice(0, from);
      const halves = [
        part.map((row) => rowWith(row, { cells: row.cells.slice(0, border) })),
        part.filter((row) => !row.separator).map((row) => rowWith(row, { cells: row.cells.slice(border) })),
      ];
      for (const half of halves) result.push(...half.filter((row) => row.separator || hasText(row)));
    } else if (result) for (let at = from; at < to; at++) result.push(rows[at] as Row);
    from = to;
  }
  return result ?? rows;
};
