import { type Source, walkHtml } from "./html.ts";
import { type Cell, cellOf, EMPTY_CELL, type Piece, pieceWith, type Row, rowOf } from "./model.ts";
import { pageTables } from "./page-tables.ts";

const HEADINGS = new Set(["h1", "h2", "h3", "h4", "h5", "h6"]);
/** A paragraph that begins so is printed as a heading. */
const STRONG = new Set(["b", "strong"]);
const CELLS = new Set(["td", "th"]);
const MAX_SPAN = 40;

const spanOf = (value: string | undefined): number => {
  const span = Number.parseInt(value ?? "1", 10);
  return Number.isFinite(span) && span > 0 ? Math.min(span, MAX_SPAN) : 1;
};

interface GridRow {
  cells: (Cell | undefined)[];
  spread: Record<number, number> | null;
  lowered: number[];
}

/** A table whose spans are laid out on a grid: a spanning cell's text stands in its first square only. */
class Grid {
  readonly #id: number;
  readonly #rows: GridRow[] = [];
  /** Columns still covered by a cell of an earlier row, with the rows left. */
  #covered: number[] = [];
  #cell: { pieces: Piece[]; column: number } | null = null;

  constructor(id: number) {
    this.#id = id;
  }

  get empty(): boolean {
    return this.#rows.length === 0;
  }

  /** The pieces of the open cell; null between cells. */
  get cell(): Piece[] | null {
    return this.#cell?.pieces ?? null;
  }

  openRow(): GridRow {
    this.closeCell();
    this.#covered = this.#covered.map((left) => Math.max(0, left - 1));
    const row: GridRow = { cells: [], spread: null, lowered: [] };
    this.#rows.push(row);
    return row;
  }

  openCell({ colspan, rowspan }: Record<string, string>): void {
    this.closeCell();
    const row = this.#rows.at(-1) ?? this.openRow();
    let column = row.cells.length;
    while ((this.#covered[column] ?? 0) > 0) {
      row.lowered.push(column);
      row.cells[column++] = EMPTY_CELL;
    }
    const width = spanOf(colspan);
    const height = spanOf(rowspan);
    for (let i = 0; i < width; i++) {
      row.cells[column + i] = EMPTY_CELL;
      if (i > 0) {
        row.spread ??= {};
        row.spread[column + i] = column;
      }
      // The row that opens the span counts too: it is taken off when the next row opens.
      if (height > 1) this.#covered[column + i] = height;
    }
    this.#cell = { pieces: [], column };
  }

  closeCell(): void {
    const row = this.#rows.at(-1);
    if (this.#cell && row) row.cells[this.#cell.column] = cellOf(this.#cell.pieces);
    this.#cell = null;
  }

  /** Its rows with text. */
  rows(): Row[] {
    this.closeCell();
    return this.#rows.flatMap(({ cells: found, spread, lowered }) => {
      const cells = Array.from(found, (cell) => cell ?? EMPTY_CELL);
      const lines = cells.flatMap((cell) => cell.pieces.map((piece) => piece.line));
      if (lines.length === 0) return [];
      const line = lines.reduce((a, b) => Math.min(a, b));
      const lineTo = lines.reduce((a, b) => Math.max(a, b));
      return rowOf({ line, lineTo, kind: "table", table: this.#id, cells, spread, lowered });
    });
  }
}

/** Takes pieces and tags in the order of the source. */
class HtmlRows {
  readonly rows: Row[] = [];
  readonly #nextTable: () => number;
  readonly #pages: ReadonlySet<number>;
  #tables = 0;
  /** For each open table whether it sets out the page. */
  readonly #layouts: boolean[] = [];
  #grid: Grid | null = null;
  /** Tables open within a cell. */
  #nested = 0;
  #prose: Piece[] = [];
  #heading = false;

  constructor(source: Source, nextTable: () => number) {
    this.#nextTable = nextTable;
    this.#pages = pageTables(source.text);
  }

  piece(piece: Piece): void {
    // Text between the rows of a table belongs to no cell; it is kept as prose.
    if (!this.#grid?.cell && piece.glue === "\n" && this.#prose.length > 0) this.#endProse();
    const to = this.#grid?.cell ?? this.#prose;
    to.push(to.length === 0 ? pieceWith(piece, { glue: "" }) : piece);
  }

  open(name: string, attributes: Record<string, string>): void {
    if (name === "table") this.#openTable();
    else if (this.#grid && this.#nested === 0 && name === "tr") this.#openRow(this.#grid);
    else if (this.#grid && this.#nested === 0 && CELLS.has(name)) {
      if (this.#grid.empty) this.#openRow(this.#grid);
      this.#grid.openCell(attributes);
    } else if ((!this.#grid && HEADINGS.has(name)) || (name === "caption" && !this.#grid?.cell)) {
      this.#endProse();
      this.#heading = true;
    } else if (!this.#grid && this.#prose.length === 0 && STRONG.has(name)) this.#heading = true;
  }

  close(name: string): void {
    if (name === "table") {
      if (this.#layouts.pop()) this.#endProse();
      else if (this.#nested > 0) this.#nested--;
      else this.#endTable();
    } else if (this.#nested === 0 && CELLS.has(name)) this.#grid?.closeCell();
    else if (!this.#grid && HEADINGS.has(name)) this.#endProse();
  }

  end(): void {
    this.#endProse();
    this.#endTable();
  }

  #openTable(): void {
    const layout = this.#pages.has(this.#tables++);
    this.#layouts.push(layout);
    if (layout) this.#endProse();
    else if (this.#grid?.cell) this.#nested++;
    else {
      this.#endProse();
      this.#endTable();
      this.#grid = new Grid(this.#nextTable());
    }
  }

  #openRow(grid: Grid): void {
    grid.closeCell();
    // A caption stands above its rows.
    if (grid.empty) this.#endProse();
    grid.openRow();
  }

  #endProse(): void {
    const first = this.#prose[0];
    const last = this.#prose.at(-1);
    if (first && last)
      this.rows.push(
        rowOf({
          line: first.line,
          lineTo: last.line,
          kind: "prose",
          table: this.#nextTable(),
          cells: [cellOf(this.#prose)],
          emphasis: this.#heading,
        }),
      );
    this.#prose = [];
    this.#heading = false;
  }

  #endTable(): void {
    for (const row of this.#grid?.rows() ?? []) this.rows.push(row);
    this.#grid = null;
  }
}

/**
 * Rows of a stretch of HTML: one row a `<tr>` with spans laid out on a grid, one prose row a block outside tables. A table
 * inside a cell is text of that cell, unless the one around it does nothing but set out the page.
 */
export const htmlRows = (source: Source, nextTable: () => number): Row[] => {
  const found = new HtmlRows(source, nextTable);
  walkHtml(source, {
    piece: (piece) => found.piece(piece),
    open: (name, attributes) => found.open(name, attributes),
    close: (name) => found.close(name),
  });
  found.end();
  return found.rows;
};
