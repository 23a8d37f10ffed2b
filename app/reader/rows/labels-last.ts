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

/** Long files are asked at so many places, of so many rows each; labels of so many components stand last there at least. */
const PLACES = 4;
const ROWS = 24;
const SOME = 3;

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

type LabelledLast = Sides & { label: ComponentKey };

/** Null where no label stands last. A label alone in its row has its content below it. */
const labelledLast = (row: Row): LabelledLast | null => {
  const sides = sidesOf(row);
  const label = sides && sides.first < sides.last ? soleLabel((row.cells[sides.last] as Cell).text) : null;
  return sides && label !== null ? { ...sides, label } : null;
};

/** Do labels stand last at a few places of a long file? Where most of them do, these places show some. */
const mayBeLabelledLast = (rows: readonly Row[]): boolean => {
  if (rows.length <= PLACES * ROWS) return true;
  const seen = new Set<ComponentKey>();
  for (let place = 0; place < PLACES; place++) {
    const from = Math.floor((place * rows.length) / PLACES);
    for (let at = from; at < from + ROWS; at++) {
      const last = labelledLast(rows[at] as Row);
      if (last) seen.add(last.label);
    }
  }
  return seen.size >= SOME;
};

/** Rows with every label before its content. */
export const withLabelsFirst = (rows: readonly Row[]): readonly Row[] => {
  if (!mayBeLabelledLast(rows)) return rows;
  const behind = new Map<number, LabelledLast>();
  for (const [at, row] of rows.entries()) {
    const last = labelledLast(row);
    if (last) behind.set(at, last);
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
