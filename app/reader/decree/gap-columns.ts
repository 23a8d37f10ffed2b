import { type Cell, cellOf, EMPTY_CELL, type Row, rowWith } from "../rows/index.ts";

/** Rows whose columns are made of spaces, cut where the head row's words begin. */

interface Chunk {
  line: number;
  from: number;
  to: number;
  text: string;
}

const CHUNK = /\S+(?: \S+)*/g;

/** Stretches of text between gaps of two spaces and more, with their columns in the source line. */
const chunksOf = (row: Row): Chunk[] => {
  const chunks: Chunk[] = [];
  for (const cell of row.cells)
    for (const piece of cell.pieces)
      for (const match of piece.text.matchAll(CHUNK)) {
        const from = piece.from + match.index;
        chunks.push({ line: piece.line, from, to: from + match[0].length, text: match[0] });
      }
  return chunks;
};

const cellFrom = (chunks: readonly Chunk[]): Cell =>
  chunks.length === 0
    ? EMPTY_CELL
    : cellOf(chunks.map((chunk, index) => ({ ...chunk, glue: index === 0 ? "" : " " })));

const MAX_COLUMNS = 8;

/** Has the row gaps that its cells do not explain? */
export const hasGaps = (row: Row): boolean =>
  row.line === row.lineTo && row.cells.some((cell) => /\S {3,}\S|\S {2,}$/.test(cell.text.slice(0, 400)));

/** A head row as cells, one a stretch, and the columns at which they begin; null where it has no gaps. */
export const gapHead = (row: Row): { row: Row; starts: number[] } | null => {
  if (!hasGaps(row)) return null;
  const chunks = chunksOf(row);
  if (chunks.length < 2 || chunks.length > MAX_COLUMNS) return null;
  return {
    row: rowWith(row, { kind: "table", cells: chunks.map((chunk) => cellFrom([chunk])) }),
    starts: chunks.map(({ from }) => from),
  };
};

/** A stretch may run this far into the next column: heads are centred over columns that begin further left. */
const SLACK = 3;

/** A row cut at these columns; null where it runs across them and so belongs to no table. */
export const cutAtGaps = (row: Row, starts: readonly number[]): Row | null => {
  const columns: Chunk[][] = starts.map(() => []);
  for (const chunk of chunksOf(row)) {
    let nearest = 0;
    for (let i = 1; i < starts.length; i++)
      if (Math.abs((starts[i] as number) - chunk.from) < Math.abs((starts[nearest] as number) - chunk.from))
        nearest = i;
    const next = starts[nearest + 1];
    if (next !== undefined && chunk.to > next + SLACK) return null;
    (columns[nearest] as Chunk[]).push(chunk);
  }
  return rowWith(row, { kind: "table", cells: columns.map(cellFrom) });
};
