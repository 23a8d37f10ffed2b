import type { ComponentKey } from "../components.ts";
import { soleLabel } from "../labels/sole.ts";
import { hasLetters } from "../text.ts";
import { type Cell, isBlank, type Row, rowWith } from "./model.ts";

/**
 * Tables whose labels stand in the last column, behind the contents: a converter that took the columns in another order, or a
 * text set from right to left. They are laid out anew with the label before its content. One row with such a cell shows
 * nothing: an answer may sound like a label.
 */

/** Labels of so many components show the order of a file's columns, and so many of all its labels stand last. */
const MIN_COMPONENTS = 5;
const MOST = 0.8;

/** The first and the last cell with text of a table's row, a number's cell left out. */
interface Sides {
  first: number;
  last: number;
}

/** Null for a row that is none of a table. */
const sidesOf = ({ kind, separator, cells }: Row): Sides | null => {
  if (kind !== "table" || separator) return null;
  let last = cells.length - 1;
  while (last > 0 && isBlank(cells[last])) last--;
  let first = 0;
  while (first <= last && !hasLetters((cells[first] as Cell).text, 2)) first++;
  return first <= last ? { first, last } : null;
};

/** Rows with every label before its content. */
export const withLabelsFirst = (rows: readonly Row[]): readonly Row[] => {
  const behind = new Map<number, Sides & { label: ComponentKey }>();
  for (const [at, row] of rows.entries()) {
    const sides = sidesOf(row);
    // A label alone in its row has its content below it.
    const label = sides && sides.first < sides.last ? soleLabel((row.cells[sides.last] as Cell).text) : null;
    if (!sides || label === null) continue;
    behind.set(at, { ...sides, label });
  }
  const isShown = () => new Set([...behind.values()].map(({ label }) => label)).size >= MIN_COMPONENTS;
  // Most files have none, and are asked no further.
  if (!isShown()) return rows;
  let before = 0;
  for (const [at, row] of rows.entries()) {
    const sides = behind.get(at) ?? sidesOf(row);
    if (!sides || soleLabel((row.cells[sides.first] as Cell).text) === null) continue;
    before++;
    behind.delete(at);
  }
  if (behind.size < MOST * (behind.size + before) || !isShown()) return rows;
  return rows.map((row, at) => {
    const sides = behind.get(at);
    if (!sides) return row;
    const { first, last } = sides;
    const contents = row.cells.slice(first, last);
    return rowWith(row, {
      cells: [
        ...row.cells.slice(0, first),
        row.cells[last] as Cell,
        ...contents,
        ...row.cells.slice(last + 1),
      ],
    });
  });
};
