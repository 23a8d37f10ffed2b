import { assembleGiven } from "./assemble/given.ts";
import { featuresOf } from "./assign/features.ts";
import type { ComponentKey } from "./components.ts";
import { inMarkdown } from "./foreign-marks.ts";
import { isPlaceholder } from "./marks.ts";
import { type Presence, saysSomething } from "./printed.ts";
import { straighten } from "./read.ts";
import { readable } from "./readable.ts";
import {
  type Cell,
  cellOf,
  type Piece,
  pieceWith,
  type Row,
  rowWith,
  sliceCell,
  tokenise,
} from "./rows/index.ts";
import type { LineRange } from "./schema.ts";

/** Columns of one line, `to` excluded. */
export interface Stretch {
  from: number;
  to: number;
  /** Its words were no component's content as the reader read them. */
  fresh: boolean;
}

/** What somebody has put under one component: by line, from left to right. */
export type Given = ReadonlyMap<number, readonly Stretch[]>;

/** A component put together anew. */
export interface Reassembled {
  presence: Presence;
  text: string;
  /** Offsets of the text with the line that begins there, as facts are placed by. */
  starts: [offset: number, line: number][];
  /** First and last line of the content; null where there is none. */
  lines: LineRange | null;
}

/**
 * Rows of a decree as the reader tells them apart, with the numbers of its lines.
 * @param first number of the first line
 */
export const rowsOfText = (lines: readonly string[], first: number): Row[] => {
  const shift = first - 1;
  return straighten(tokenise(inMarkdown(lines))).map((row) =>
    rowWith(row, {
      line: row.line + shift,
      lineTo: row.lineTo + shift,
      cells: row.cells.map(({ pieces, text }) => ({
        pieces: pieces.map((piece) => pieceWith(piece, { line: piece.line + shift })),
        text,
      })),
    }),
  );
};

/** The parts of a cell that lie in the given columns. */
const givenOf = (cell: Cell, given: Given): { cell: Cell; fresh: boolean } => {
  const pieces: Piece[] = [];
  let fresh = false;
  for (const piece of cell.pieces) {
    for (const stretch of given.get(piece.line) ?? []) {
      const from = Math.max(stretch.from, piece.from);
      const to = Math.min(stretch.to, piece.to);
      if (from >= to) continue;
      // Signs that mark-up writes out have fewer letters than columns: a piece that lies within is taken whole.
      const whole = from === piece.from && to === piece.to;
      const end = to === piece.to ? piece.text.length : to - piece.from;
      const part = whole ? [piece] : sliceCell(cellOf([piece]), from - piece.from, end).pieces;
      pieces.push(...part.map((one) => ({ ...one, glue: pieces.length === 0 ? ("" as const) : piece.glue })));
      fresh ||= stretch.fresh;
    }
  }
  return { cell: cellOf(pieces), fresh };
};

/**
 * Puts a component together from the parts of lines that it was given: the text as the reader would have joined it. With
 * nothing given it is missing, or blank where its label stands.
 */
export const reassemble = (
  rows: readonly Row[],
  key: ComponentKey,
  given: Given,
  labelled: boolean,
): Reassembled => {
  const own = rows.flatMap((row) => {
    if (row.made || !touches(row, given)) return [];
    const parts = row.cells.map((cell) => givenOf(cell, given));
    if (parts.every(({ cell }) => cell.pieces.length === 0)) return [];
    const fresh = parts.some((part) => part.fresh);
    return [{ row: rowWith(row, { cells: parts.map(({ cell }) => cell) }), fresh }];
  });
  const features = featuresOf(own.map(({ row }) => row));
  const content = assembleGiven(
    own.map(({ fresh }, at) => ({ fresh, features: features[at] as (typeof features)[number] })),
    key,
  );
  const { text, starts } = readable(content);
  const lines = content.pieces.map(({ line }) => line);
  return {
    presence: presenceIn(text, own.length > 0, labelled),
    text,
    starts,
    lines:
      lines.length === 0
        ? null
        : [lines.reduce((a, b) => Math.min(a, b)), lines.reduce((a, b) => Math.max(a, b))],
  };
};

const touches = (row: Row, given: Given): boolean => {
  for (let line = row.line; line <= row.lineTo; line++) if (given.has(line)) return true;
  return false;
};

const presenceIn = (text: string, given: boolean, labelled: boolean): Presence => {
  if (saysSomething(text)) return "present";
  if (text === "") return given ? "placeholder" : labelled ? "blank" : "missing";
  return isPlaceholder(text) ? "placeholder" : "damaged";
};
