import { type Source, walkHtml } from "./html.ts";
import { type Cell, cellOf, EMPTY_CELL, type Piece, pieceWith, type Row, rowOf } from "./model.ts";

const HEADINGS = new Set(["h1", "h2", "h3", "h4", "h5", "h6"]);
/** A paragraph that begins so is printed as a heading. */
const STRONG = new Set(["b", "strong"]);
const MAX_SPAN = 40;

interface OpenRow {
  cells: (Cell | undefined)[];
  spread: Record<number, number> | null;
  lowered: number[];
}

interface OpenTable {
  id: number;
  rows: OpenRow[];
  /** Columns still covered by a cell of an earlier row, with the rows left. */
  covered: number[];
  cell: { pieces: Piece[]; column: number } | null;
}

const spanOf = (value: string | undefined): number => {
  const span = Number.parseInt(value ?? "1", 10);
  return Number.isFinite(span) && span > 0 ? Math.min(span, MAX_SPAN) : 1;
};

const TABLE_TAG = /<(\/?)(table|tr)\b/gi;
/** A table that sets out a page has so few rows of its own, and so many in the tables within. */
const PAGE_ROWS = 4;
const WITHIN_ROWS = 8;
/** No page is set out in more tables, one within the other. */
const MAX_DEPTH = 8;
/** Words of a standard's table, which no table of fees has. */
const STANDARD_WORDS = [/persyaratan/i, /jangka\s+waktu|produk|dasar\s+hukum/i];

/**
 * Tables that hold the tables of a document instead of its text, as a web page is set out: numbers of their opening tags,
 * from 0. A table of fees within a cell has fewer rows than the one around it.
 */
const pageTables = (text: string): ReadonlySet<number> => {
  const found = new Set<number>();
  let tables = 0;
  const open: { id: number; inner: number; own: number; within: number }[] = [];
  const close = (to: number): void => {
    const table = open.pop();
    if (!table) return;
    if (open.length < MAX_DEPTH && table.own <= PAGE_ROWS && table.within >= WITHIN_ROWS) {
      const nested = text.slice(table.inner, to);
      if (STANDARD_WORDS.every((word) => word.test(nested))) found.add(table.id);
    }
    const around = open.at(-1);
    if (around) around.within += table.own + table.within;
  };
  for (const { 1: closing, 2: name, index } of text.matchAll(TABLE_TAG)) {
    const isTable = name?.toLowerCase() === "table";
    if (isTable && closing) close(index);
    else if (isTable) {
      const around = open.at(-1);
      // What a table holds is looked at from its first inner table on.
      if (around && around.inner < 0) around.inner = index;
      open.push({ id: tables++, inner: -1, own: 0, within: 0 });
    } else if (!closing) {
      const table = open.at(-1);
      if (table) table.own++;
    }
  }
  while (open.length > 0) close(text.length);
  return found;
};

/**
 * Rows of a stretch of HTML: one row a `<tr>` with spans laid out on a grid (a spanning cell's text stands in its first
 * square only), one prose row a block outside tables. A table inside a cell is text of that cell, unless the one around it
 * does nothing but set out the page.
 */
export const htmlRows = (source: Source, nextTable: () => number): Row[] => {
  const rows: Row[] = [];
  let table: OpenTable | null = null;
  let nested = 0;
  let prose: Piece[] = [];
  let heading = false;
  const pages = pageTables(source.text);
  let tables = 0;
  /** For each open table whether it sets out the page. */
  const layouts: boolean[] = [];

  const flushProse = (): void => {
    if (prose.length > 0) {
      const first = prose[0] as Piece;
      const last = prose.at(-1) as Piece;
      rows.push(
        rowOf({
          line: first.line,
          lineTo: last.line,
          kind: "prose",
          table: nextTable(),
          cells: [cellOf(prose)],
          emphasis: heading,
        }),
      );
    }
    prose = [];
    heading = false;
  };
  const closeCell = (): void => {
    if (!table?.cell) return;
    const row = table.rows.at(-1);
    if (row) row.cells[table.cell.column] = cellOf(table.cell.pieces);
    table.cell = null;
  };
  const openRow = (): void => {
    if (!table) return;
    closeCell();
    // A caption stands above its rows.
    if (table.rows.length === 0) flushProse();
    table.covered = table.covered.map((left) => Math.max(0, left - 1));
    table.rows.push({ cells: [], spread: null, lowered: [] });
  };
  const openCell = (attributes: Record<string, string>): void => {
    if (!table) return;
    closeCell();
    if (table.rows.length === 0) openRow();
    const row = table.rows.at(-1);
    if (!row) return;
    let column = row.cells.length;
    while ((table.covered[column] ?? 0) > 0) {
      row.lowered.push(column);
      row.cells[column++] = EMPTY_CELL;
    }
    const width = spanOf(attributes.colspan);
    const height = spanOf(attributes.rowspan);
    for (let i = 0; i < width; i++) {
      row.cells[column + i] = EMPTY_CELL;
      if (i > 0) {
        row.spread ??= {};
        row.spread[column + i] = column;
      }
      // The row that opens the span counts too: it is taken off when the next row opens.
      if (height > 1) table.covered[column + i] = height;
    }
    table.cell = { pieces: [], column };
  };
  const closeTable = (): void => {
    if (!table) return;
    closeCell();
    for (const row of table.rows) {
      const cells = Array.from(row.cells, (cell) => cell ?? EMPTY_CELL);
      const pieces = cells.flatMap((cell) => cell.pieces);
      if (pieces.length === 0) continue;
      const lines = pieces.map((piece) => piece.line);
      rows.push(
        rowOf({
          line: lines.reduce((a, b) => Math.min(a, b)),
          lineTo: lines.reduce((a, b) => Math.max(a, b)),
          kind: "table",
          table: table.id,
          cells,
          spread: row.spread,
          lowered: row.lowered,
        }),
      );
    }
    table = null;
  };

  walkHtml(source, {
    piece(piece) {
      if (table?.cell) {
        table.cell.pieces.push(table.cell.pieces.length === 0 ? pieceWith(piece, { glue: "" }) : piece);
      } else {
        // Text between the rows of a table belongs to no cell; it is kept as prose.
        if (piece.glue === "\n" && prose.length > 0) flushProse();
        prose.push(prose.length === 0 ? pieceWith(piece, { glue: "" }) : piece);
      }
    },
    open(name, attributes) {
      if (name === "table") {
        const layout = pages.has(tables++);
        layouts.push(layout);
        if (layout) return flushProse();
        if (table?.cell) {
          nested++;
          return;
        }
        flushProse();
        closeTable();
        table = { id: nextTable(), rows: [], covered: [], cell: null };
      } else if (nested === 0 && name === "tr") openRow();
      else if (nested === 0 && (name === "td" || name === "th")) openCell(attributes);
      else if (!table && HEADINGS.has(name)) {
        flushProse();
        heading = true;
      } else if (name === "caption" && !table?.cell) {
        flushProse();
        heading = true;
      } else if (!table && prose.length === 0 && STRONG.has(name)) heading = true;
    },
    close(name) {
      if (name === "table") {
        if (layouts.pop()) flushProse();
        else if (nested > 0) nested--;
        else closeTable();
      } else if (nested === 0 && (name === "td" || name === "th")) closeCell();
      else if (!table && HEADINGS.has(name)) flushProse();
    },
  });
  flushProse();
  closeTable();
  return rows;
};
