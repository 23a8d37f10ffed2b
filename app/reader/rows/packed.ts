import type { ComponentKey } from "../components.ts";
import { matchLabels, mayBeLabel } from "../labels/match.ts";
import { enumerator, hasLetters } from "../text.ts";
import { type Cell, cellOf, EMPTY_CELL, pieceWith, type Row, rowWith, sliceCell } from "./model.ts";

/**
 * A whole standard in one cell of a table ("1 | Peminjaman Aula | 1. Persyaratan: … 2. Prosedur: …"), each label at the
 * beginning of a line of that cell. It is laid out anew as a heading with a table below it. The same where its two halves
 * stand in two cells beside each other, under the service's heading.
 */

/** So many lines of the cell must begin with labels of different components. */
const MIN_LABELS = 5;
const MARKS = /^[\s*_•–-]+/;

interface Label {
  key: ComponentKey;
  /** Offsets in the cell's text: of the line, of the label's first letter, behind the label and its sign. */
  line: number;
  from: number;
  end: number;
}

const labelAt = (text: string, line: number): Label | null => {
  const window = text.slice(line, line + 120).split("\n", 1)[0] as string;
  if (!mayBeLabel(window)) return null;
  let from = MARKS.exec(window)?.[0].length ?? 0;
  from += enumerator(window.slice(from, from + 24))?.length ?? 0;
  const match = matchLabels(window.slice(from))[0];
  if (!match?.complete || match.similarity < 0.9) return null;
  const sign = /^[\s*_]*(?:[:：=]\s*|$)/.exec(window.slice(from + match.end));
  return sign
    ? { key: match.key, line, from: line + from, end: line + from + match.end + sign[0].length }
    : null;
};

const labelsIn = (text: string): Label[] => {
  const labels: Label[] = [];
  for (let line = 0; line >= 0 && line < text.length; ) {
    const label = labelAt(text, line);
    if (label && labels.every((other) => other.key !== label.key)) labels.push(label);
    const next = text.indexOf("\n", line);
    line = next < 0 ? text.length : next + 1;
  }
  return labels;
};

/** Components with which a standard begins. */
const FIRST: ReadonlySet<ComponentKey> = new Set(["persyaratan", "dasar_hukum"]);

const isLabel = (text: string): boolean => {
  const match = matchLabels(text.slice(enumerator(text)?.length ?? 0))[0];
  return match !== undefined && match.similarity >= 0.8;
};

/** A quick look that spares most cells the search: many lines, of which the first begins with a first label. */
const mayBePacked = (cell: Cell): boolean => {
  if (cell.pieces.length < MIN_LABELS) return false;
  const first = labelAt(cell.text, 0);
  return first !== null && FIRST.has(first.key);
};

/** The row at the lines on which its cells stand. */
const placed = (one: Row, row: Row): Row => {
  const pieces = one.cells.flatMap((part) => part.pieces);
  return rowWith(one, { line: pieces[0]?.line ?? row.line, lineTo: pieces.at(-1)?.line ?? row.lineTo });
};

/** A row for each label of a cell. */
const labelRows = (row: Row, cell: Cell, labels: readonly Label[]): Row[] =>
  labels.map((label, nth) =>
    placed(
      rowWith(row, {
        cells: [
          EMPTY_CELL,
          sliceCell(cell, label.from, label.end),
          sliceCell(cell, label.end, labels[nth + 1]?.line ?? cell.text.length),
        ],
      }),
      row,
    ),
  );

/** Does a cell begin as a standard does, or a half of one? */
const beginsStandard = ([first]: readonly Label[]): boolean => first?.line === 0 && FIRST.has(first.key);

/** The rows of two halves in two cells that hold nothing twice; null where the row is no such pair. */
const halvesAbreast = (row: Row): Row[] | null => {
  const filled = row.cells.filter((cell) => hasLetters(cell.text, 1));
  if (filled.length !== 2 || !filled.every(mayBePacked)) return null;
  const [left = [], right = []] = filled.map((cell) => labelsIn(cell.text));
  if (left.length < MIN_LABELS || right.length < MIN_LABELS) return null;
  if (!beginsStandard(left) || !beginsStandard(right)) return null;
  if (left.some(({ key }) => right.some((other) => other.key === key))) return null;
  return [...labelRows(row, filled[0] as Cell, left), ...labelRows(row, filled[1] as Cell, right)];
};

/** The heading and the rows of a packed standard; null where the row is none. */
const unpacked = (row: Row): Row[] | null => {
  if (row.kind !== "table" || row.separator || !row.cells.some(mayBePacked)) return null;
  const abreast = halvesAbreast(row);
  if (abreast) return abreast;
  const at = row.cells.findIndex(
    (cell) => cell.pieces.length >= MIN_LABELS && labelsIn(cell.text).length >= MIN_LABELS,
  );
  if (at < 1) return null;
  const name = row.cells.slice(0, at).findLast((cell) => hasLetters(cell.text, 3));
  const cell = row.cells[at] as Cell;
  const labels = labelsIn(cell.text);
  // Rows that a scan piled up bear labels in both cells, and begin in the middle.
  if (!name || isLabel(name.text) || !beginsStandard(labels)) return null;
  const no = row.cells
    .find((one) => one !== name && /^\s*\d{1,3}\W*$/.test(one.text))
    ?.text.replace(/\D/g, "");
  const title = name.pieces.map((piece, nth) =>
    nth > 0
      ? piece
      : pieceWith(piece, { text: `Jenis Layanan: ${no ? `${no}. ` : ""}${piece.text.trimStart()}` }),
  );
  const heading = rowWith(row, { kind: "prose", cells: [cellOf(title)], emphasis: true });
  return [placed(heading, row), ...labelRows(row, cell, labels)];
};

/** Rows with every packed standard laid out as heading and table; the row above the first one of a table is its head. */
export const unpackCells = (rows: readonly Row[]): Row[] => {
  const result: Row[] = [];
  let table = -1;
  for (const row of rows) {
    const parts = unpacked(row);
    if (!parts) {
      result.push(row);
      continue;
    }
    const above = result.at(-1);
    if (above && above.table === row.table && table !== row.table)
      result[result.length - 1] = rowWith(above, { head: true });
    table = row.table;
    result.push(...parts);
  }
  return result;
};
