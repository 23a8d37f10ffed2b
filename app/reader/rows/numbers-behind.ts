import { COMPONENT_KEYS, type ComponentKey, PUBLIC_KEYS } from "../components.ts";
import { soleLabel } from "../labels/sole.ts";
import { type Cell, isBlank, type Row, rowWith } from "./model.ts";

/**
 * Tables whose number column stands behind their labels ("Komponen | No | Uraian"). They are laid out anew with the number
 * first, for a figure before a content would be read as one of its own. One row with such a cell shows nothing.
 */

/** Labels of so many components have their own number behind them, and so many of all the labels have one. */
const MIN_COMPONENTS = 4;
const MOST = 0.8;

const NUMBER = /^\s*[([]?(\d{1,2})\s?[.)\]]?\s*$/;

/** The cell of the number behind the label, and the label's component; null for any other row. */
interface NumberedBehind {
  cell: number;
  label: ComponentKey;
  /** The component's own number, counted from the first one or within its half. */
  own: boolean;
}

const numberedBehind = ({ cells, kind, separator }: Row): NumberedBehind | null => {
  if (kind !== "table" || separator || cells.length < 2) return null;
  const first = isBlank(cells[0]) ? 1 : 0;
  const number = NUMBER.exec((cells[first + 1] as Cell | undefined)?.text ?? "");
  if (!number) return null;
  const label = soleLabel((cells[first] as Cell).text);
  if (label === null) return null;
  const place = COMPONENT_KEYS.indexOf(label) + 1;
  const value = Number(number[1]);
  return { cell: first + 1, label, own: value === place || value === place - PUBLIC_KEYS.length };
};

/** Rows with the number before its label. */
export const withNumbersFirst = (rows: readonly Row[]): readonly Row[] => {
  const found = new Map<number, NumberedBehind>();
  const components = new Set<ComponentKey>();
  for (const [at, row] of rows.entries()) {
    const one = numberedBehind(row);
    if (!one) continue;
    found.set(at, one);
    if (one.own) components.add(one.label);
  }
  if (components.size < MIN_COMPONENTS) return rows;
  const tables = new Map<number, number>();
  for (const [at, { cell }] of found) tables.set((rows[at] as Row).table, cell);
  const beside = rows.filter(
    (row, at) => !found.has(at) && tables.has(row.table) && isLabelled(row, tables.get(row.table) as number),
  ).length;
  if (found.size < MOST * (found.size + beside)) return rows;
  return rows.map((row) => {
    const cell = tables.get(row.table);
    const number = cell === undefined ? undefined : row.cells[cell];
    if (cell === undefined || number === undefined || row.separator || row.kind !== "table") return row;
    // A row that only goes on has neither, and its content may be the cell itself.
    if (!isBlank(number) && !NUMBER.test(number.text) && !isHead(number.text)) return row;
    return rowWith(row, {
      cells: [
        ...row.cells.slice(0, cell - 1),
        number,
        row.cells[cell - 1] as Cell,
        ...row.cells.slice(cell + 1),
      ],
    });
  });
};

const HEAD = /^\s*(?:no|nomor)\b\.?\s*$/i;
const isHead = (text: string): boolean => HEAD.test(text);

/** A label stands in the column before, and no number behind it. */
const isLabelled = ({ cells }: Row, cell: number): boolean =>
  soleLabel((cells[cell - 1] as Cell | undefined)?.text ?? "") !== null;
