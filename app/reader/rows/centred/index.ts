import { EMPTY_CELL, joinCells, type Row, rowWith } from "../model.ts";
import { blocksOf, type Centred, centredOf } from "./choice.ts";
import type { Line } from "./line.ts";
import { linesOf, numberColumns, pageFeet, stretches } from "./stretches.ts";

/**
 * Columns of spaces whose cells are centred vertically: number and label stand in the middle of a row's height, and lines
 * of its content stand above as well as below them. Such rows are laid out anew with the label on the first line. Where
 * one row ends and the next begins is the cheapest choice over sentences, lists, blank lines, labels and symmetry.
 */

/** The rows of one block: number and label beside the first line of the content. */
const raised = (lines: readonly Line[], from: number, to: number): Map<number, Row> => {
  const own = lines.slice(from, to + 1);
  const no = joinCells(
    own.map((line) => line.no),
    " ",
  );
  const label = joinCells(
    own.map((line) => line.label),
    " ",
  );
  const result = new Map<number, Row>();
  const first = own[0] as Line;
  const contents = own.filter((line) => line.text !== "");
  const opening = contents[0] ?? first;
  result.set(
    first.at,
    rowWith(first.row, {
      lineTo: Math.max(first.row.lineTo, opening.row.lineTo),
      cells: [no, label, ...(opening.content.length ? opening.content : [EMPTY_CELL])],
    }),
  );
  for (const line of contents.slice(1))
    result.set(line.at, rowWith(line.row, { cells: [EMPTY_CELL, EMPTY_CELL, ...line.content] }));
  return result;
};

/** Rows with every vertically centred table of columns laid out with its labels on top. */
export const raiseCentred = (rows: readonly Row[]): readonly Row[] => {
  if (!rows.some((row) => row.columns)) return rows;
  const numbered = numberColumns(rows);
  const feet = pageFeet(rows);
  const found: (Centred & { from: number; to: number })[] = [];
  for (const { from, to } of stretches(rows, feet)) {
    const centred = centredOf(linesOf(rows, from, to, numbered, feet));
    if (centred) found.push({ ...centred, from, to });
  }
  if (found.length === 0) return rows;
  // Half a line is rounded the same way in all tables.
  const lean = found.reduce((sum, { down, up }) => sum + down.cost - up.cost, 0);
  const result: Row[] = [];
  let done = 0;
  for (const { lines, from, to, down, up } of found) {
    result.push(...rows.slice(done, from));
    const laid = new Map<number, Row | null>();
    for (const block of blocksOf(lean > 0 ? up : down)) {
      for (let at = block.from; at <= block.to; at++) laid.set((lines[at] as Line).at, null);
      for (const [at, row] of raised(lines, block.from, block.to)) laid.set(at, row);
    }
    for (let at = from; at < to; at++) {
      const row = laid.get(at);
      if (row !== null) result.push(row ?? (rows[at] as Row));
    }
    done = to;
  }
  const known = new Set([...feet].map((at) => rows[at]));
  return [...result, ...rows.slice(done)].map((row) => (known.has(row) ? rowWith(row, { foot: true }) : row));
};
