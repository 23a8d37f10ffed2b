import type { PaperTable, Paragraph } from "../paper.ts";
import type { Line } from "./lines.ts";
import { HEAD_GROUND, INK, LINE, SECOND } from "./measures.ts";
import {
  type Align,
  asOrnament,
  drawLines,
  elementIn,
  ensure,
  lineHeight,
  linesOf,
  newPage,
  type Pen,
  pageRoom,
  styledOf,
  within,
} from "./pen.ts";

type Element = PDFKit.PDFStructureElement;

/** A line of a cell with the size of its type. */
interface CellLine {
  line: Line;
  size: number;
}

interface Cell {
  lines: CellLine[];
  align: Align;
}

const VOICES = { text: "sans", quote: "quote", note: "sans", status: "strong" } as const;

const cellLines = (pen: Pen, paragraphs: readonly Paragraph[], width: number, strong: boolean): CellLine[] =>
  paragraphs.flatMap(({ runs, style }) => {
    const size = style === "note" ? pen.measures.note : pen.measures.table;
    const voice = strong ? "strong" : VOICES[style];
    const styled = styledOf(runs, voice, style === "note" ? SECOND : INK);
    return linesOf(pen, styled, size, width).map((line) => ({ line, size }));
  });

const heightOf = (pen: Pen, { lines }: Cell): number =>
  lines.reduce((sum, { size }) => sum + lineHeight(pen, size), 0);

const rowHeight = (pen: Pen, row: readonly Cell[]): number =>
  Math.max(lineHeight(pen, pen.measures.table), ...row.map((cell) => heightOf(pen, cell))) +
  2 * pen.measures.cell[1];

interface Layout {
  /** Left end of each column, and the right end of the last. */
  ends: number[];
  head: Cell[];
  rows: Cell[][];
  /** The last rows, set apart. */
  feet: number;
}

function layout(pen: Pen, { columns, rows, feet = 0 }: PaperTable): Layout {
  const ends = [pen.left];
  for (const { share } of columns) ends.push((ends.at(-1) ?? 0) + (share / 100) * pen.width);
  const inside = (at: number): number => (ends[at + 1] ?? 0) - (ends[at] ?? 0) - 2 * pen.measures.cell[0];
  const alignOf = (at: number): Align => columns[at]?.align ?? "left";
  return {
    ends,
    feet,
    head: columns.map(({ head }, at) => ({
      align: alignOf(at),
      lines: cellLines(pen, [{ kind: "paragraph", style: "text", runs: [head] }], inside(at), true),
    })),
    rows: rows.map((row, place) =>
      row.map((cell, at) => ({
        align: alignOf(at),
        lines: cellLines(pen, cell, inside(at), place >= rows.length - feet),
      })),
    ),
  };
}

function drawCell(pen: Pen, { lines, align }: Cell, left: number, right: number, top: number): void {
  const [side, above] = pen.measures.cell;
  let y = top + above;
  for (const { line, size } of lines) {
    drawLines(pen, [line], { x: left + side, y, size, width: right - left - 2 * side, align });
    y += lineHeight(pen, size);
  }
}

/** `element` null: a head that is repeated, which is no content of its own. */
function drawRow(
  pen: Pen,
  ends: readonly number[],
  row: readonly Cell[],
  height: number,
  kind: "head" | "row" | "foot",
  element: Element | null,
): void {
  const { doc, y } = pen;
  const [left = 0, right = 0] = [ends[0], ends.at(-1)];
  asOrnament(pen, () => {
    if (kind !== "row") doc.rect(left, y, right - left, height).fill(HEAD_GROUND);
    doc.lineWidth(kind === "row" ? 0.4 : 0.8).strokeColor(LINE);
    doc
      .moveTo(left, y)
      .lineTo(right, y)
      .moveTo(left, y + height)
      .lineTo(right, y + height)
      .stroke();
    doc.lineWidth(0.3);
    for (const end of ends) doc.moveTo(end, y).lineTo(end, y + height);
    doc.stroke();
  });
  const drawn = (at: number): void => drawCell(pen, row[at] as Cell, ends[at] ?? 0, ends[at + 1] ?? 0, y);
  if (element) {
    const tr = elementIn(pen, element, "TR");
    const tag = kind === "head" ? "TH" : "TD";
    for (const at of row.keys()) {
      const cell = elementIn(pen, tr, tag);
      within(pen, cell, tag, () => drawn(at));
      cell.end();
    }
    tr.end();
  } else {
    asOrnament(pen, () => {
      for (const at of row.keys()) drawn(at);
    });
  }
  pen.y += height;
}

/** The first lines of each cell that fit a height, and what is left of the row. */
function cutRow(pen: Pen, row: readonly Cell[], height: number): [first: Cell[], rest: Cell[] | null] {
  const parts = row.map((cell) => {
    let room = height - 2 * pen.measures.cell[1];
    let at = 0;
    while (at < cell.lines.length && room >= lineHeight(pen, cell.lines[at]?.size ?? 0)) {
      room -= lineHeight(pen, cell.lines[at]?.size ?? 0);
      at++;
    }
    return at;
  });
  const first = row.map((cell, at) => ({ ...cell, lines: cell.lines.slice(0, parts[at]) }));
  const rest = row.map((cell, at) => ({ ...cell, lines: cell.lines.slice(parts[at]) }));
  return [first, rest.some(({ lines }) => lines.length > 0) ? rest : null];
}

/** A row up to this part of a page stays whole; a longer one is continued, for a decree's text can be longer than a page. */
const WHOLE = 0.5;

const captionLines = (pen: Pen, table: PaperTable): Line[] =>
  table.caption
    ? linesOf(pen, [{ words: table.caption, voice: "strong", color: INK }], pen.measures.table, pen.width)
    : [];

const captionHeight = (pen: Pen, lines: readonly Line[]): number =>
  lines.length === 0 ? 0 : lines.length * lineHeight(pen, pen.measures.table) + 3;

/** What must fit under a heading for a table to begin there: caption, head and first row. */
export function leastOfTable(pen: Pen, table: PaperTable): number {
  const { head, rows } = layout(pen, table);
  const first = rows[0] ? Math.min(rowHeight(pen, rows[0]), WHOLE * pageRoom(pen)) : 0;
  return captionHeight(pen, captionLines(pen, table)) + rowHeight(pen, head) + first;
}

/** Draws a table; its head is repeated on every page, a row is parted only where it is longer than half a page. */
export function drawTable(pen: Pen, table: PaperTable): void {
  const { ends, head, rows, feet } = layout(pen, table);
  const element = elementIn(pen, pen.root, "Table");
  ensure(pen, leastOfTable(pen, table));
  const caption = captionLines(pen, table);
  if (caption.length > 0) {
    const own = elementIn(pen, element, "Caption");
    within(pen, own, "Caption", () =>
      drawLines(pen, caption, { x: pen.left, y: pen.y, size: pen.measures.table, width: pen.width }),
    );
    own.end();
    pen.y += captionHeight(pen, caption);
  }
  const headHeight = rowHeight(pen, head);
  drawRow(pen, ends, head, headHeight, "head", element);
  const turn = (): void => {
    newPage(pen);
    drawRow(pen, ends, head, headHeight, "head", null);
  };
  for (const [place, row] of rows.entries()) {
    const kind = place >= rows.length - feet ? "foot" : "row";
    let rest: Cell[] | null = row;
    while (rest) {
      const height: number = rowHeight(pen, rest);
      const room = pen.bottom - pen.y;
      if (height <= room) {
        drawRow(pen, ends, rest, height, kind, element);
        rest = null;
      } else if (height <= WHOLE * pageRoom(pen) || room < 4 * lineHeight(pen, pen.measures.table)) {
        turn();
      } else {
        const [first, left]: [Cell[], Cell[] | null] = cutRow(pen, rest, room);
        drawRow(pen, ends, first, rowHeight(pen, first), kind, element);
        rest = left;
        if (rest) turn();
      }
    }
  }
  element.end();
  pen.y += pen.measures.gap;
}
