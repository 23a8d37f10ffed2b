import { enumerator, isBlankText } from "../text.ts";
import { cutLine, shiftedContents } from "./aligned.ts";
import { withoutCopies } from "./copies.ts";
import { delimitedLines } from "./delimited.ts";
import { drawnRows, GRID_BORDER } from "./drawn.ts";
import { hasMarkup, plainCell } from "./html.ts";
import { blockEnd, hiddenEnd, htmlEnd } from "./html-ends.ts";
import { htmlRows } from "./html-table.ts";
import { type Cell, EMPTY_CELL, MAX_CELLS, type Row, type RowKind, rowOf } from "./model.ts";
import { isPipeRow, isPipeSeparator, pipeRanges } from "./pipe.ts";
import { mayBeRuled, ruledRows } from "./ruled.ts";
import { runningLines } from "./running-lines.ts";
import { sideBySide } from "./side-by-side.ts";
import { alignedStretches, cutBehindLabel } from "./stretches.ts";
import { isAroundTex, mayBeTex, texRows } from "./tex.ts";
import { WIKI_OPENS, wikiRows } from "./wiki.ts";

/** A fragment that its own line does not close, and how it is closed; a table's tag may go on over the next lines. */
const OPEN_FRAGMENT = /<(pre|table)\b[^>]*>(?![\s\S]*<\/\1>)|<(?=table\b[^<>]*$)(table)/i;
/** A quick look for either: every other tag of a line is passed over. */
const FRAGMENT = /<[pt][ra]/i;
/** A fragment still open after this many lines was never meant to be closed. */
const MAX_FRAGMENT_LINES = 60;
const BLOCK_TAG = /<(table|p|div|h[1-6]|li|tr|td|d[ltd]|br)\b/i;
const DASHES = /^[\s|:_–—=~-]*$/;
/** A line that parts others: three signs of its own. */
const PARTS = /(?:[-–—_=~]\s*){3}/;

/** A line that is made of neither tabs nor pipes nor a table's tags. */
export const isPlain = (line: string): boolean =>
  !line.includes("\t") && !isPipeRow(line) && !(line.includes("<") && /<table\b/i.test(line));

/** The cells of a line that end with a tab, and where the last cell begins. */
const tabCells = (text: string, line: number): { cells: Cell[]; behind: number } => {
  const cells: Cell[] = [];
  let from = 0;
  for (let tab = text.indexOf("\t"); tab !== -1 && cells.length < MAX_CELLS; tab = text.indexOf("\t", from)) {
    cells.push(tab === from ? EMPTY_CELL : plainCell({ text: text.slice(from, tab), line, column: from }));
    from = tab + 1;
  }
  return { cells, behind: from };
};

const isEmphasis = (line: string): boolean => {
  // Every pattern begins with a mark or with the number before one.
  if (!line.includes("#") && !line.includes("**") && !line.includes("__") && !line.includes("=="))
    return false;
  const text = line.trim();
  return (
    /^(={2,6})\s\S.*\s\1$/.test(text) ||
    /^#{1,6}\s/.test(text) ||
    /^(\*\*|__).+\1\s*[:;.]?$/.test(text) ||
    /^[-*]?\s*(\d+[.)]\s*)?\*\*[^*]+\*\*\s*[:;.]?$/.test(text)
  );
};

type TableStyle = "tab" | "pipe" | "aligned" | "delimited";

interface Line {
  kind: RowKind;
  cells: Cell[];
  /** How the table of the row is printed; null for a row of no table. */
  style: TableStyle | null;
  /** The last line of the row; its first one where it has one only. */
  to?: number;
  separator?: boolean;
  emphasis?: boolean;
  columns?: readonly number[];
}

/** The last line taken, counted from 0. */
type Taken = number;

/** Takes the lines of a file one after the other, each as what it is made of. */
export class Tokeniser {
  readonly rows: Row[] = [];
  readonly #lines: readonly string[];
  #tables = 0;
  /** Style and number of the table that goes on. */
  #style: TableStyle | null = null;
  #table = 0;
  #bordered = false;
  /** Last line of the drawn table that is read line by line. */
  #byLine = -1;
  readonly #delimited: ReturnType<typeof delimitedLines>;
  readonly #running: ReturnType<typeof runningLines>;
  readonly #sides: ReturnType<typeof sideBySide>;
  readonly #aligned: ReturnType<typeof alignedStretches>;
  readonly #shifted: ReturnType<typeof shiftedContents>;

  constructor(lines: readonly string[]) {
    this.#lines = lines;
    const running = runningLines(lines);
    this.#delimited = delimitedLines(lines);
    this.#running = running;
    this.#sides = sideBySide(lines, (at) => isPlain(lines[at] as string), this.#nextTable);
    const beside = new Set<number>();
    for (const { from, to } of this.#sides?.values() ?? [])
      for (let at = from; at <= to; at++) beside.add(at);
    this.#aligned = alignedStretches(
      lines,
      (line, at) => !running.has(at) && !beside.has(at) && isPlain(line),
    );
    this.#shifted = shiftedContents(lines, this.#aligned);
  }

  /** A table's borders were drawn of signs line by line. */
  get bordered(): boolean {
    return this.#bordered;
  }

  /** Takes line `at` and those that belong to it. */
  take(at: number): Taken {
    const line = this.#lines[at] as string;
    const side = this.#sides?.get(at);
    if (side) return this.#whole(side.rows, side.to);
    if (isBlankText(line)) {
      if (this.#style === "pipe") this.#style = null;
      return at;
    }
    return this.#hidden(at, line) ?? this.#marked(at, line) ?? this.#record(at) ?? this.#ownLine(at, line);
  }

  /** Lines that show nothing, or run along the pages. */
  #hidden(at: number, line: string): Taken | null {
    const end = line.includes("<") ? hiddenEnd(this.#lines, at) : null;
    if (end !== null) {
      for (let one = at; one <= end; one++) this.#push(one, separator());
      return end;
    }
    if (!this.#running.has(at)) return null;
    const cells = [plainCell({ text: line, line: at + 1, column: 0 })];
    this.rows.push(rowOf({ line: at + 1, lineTo: at + 1, kind: "prose", table: 0, cells, foot: true }));
    return at;
  }

  /** A table whose mark-up tells its rows: a wiki's, a ruled one, TeX. */
  #marked(at: number, line: string): Taken | null {
    const rowsFrom = line.startsWith(WIKI_OPENS)
      ? wikiRows
      : mayBeRuled(line)
        ? ruledRows
        : mayBeTex(line)
          ? texRows
          : null;
    const found = rowsFrom?.(this.#lines, at, this.#tables + 1);
    if (!found) return null;
    this.#table = this.#nextTable();
    return this.#whole(found.rows, found.to);
  }

  /** A record of a spreadsheet. */
  #record(at: number): Taken | null {
    const record = this.#delimited?.[at];
    if (!record) return null;
    const { cells, prose, to } = record;
    if (cells.length === 0) this.#style = null;
    else if (prose) this.#push(at, { kind: "prose", cells, style: null, to });
    else this.#push(at, { kind: "table", cells, style: "delimited", to });
    return to;
  }

  #ownLine(at: number, line: string): Taken {
    const open = line.includes("<") && FRAGMENT.test(line) ? OPEN_FRAGMENT.exec(line) : null;
    const fragment = open ? (open[1] ?? open[2] ?? "").toLowerCase() : null;
    const tabbed = line.includes("\t");
    if (fragment === "table" && !tabbed) return this.#html(at, htmlEnd(this.#lines, at));
    if (tabbed) return this.#tabbed(at, line, fragment);
    if (line.includes("+") && GRID_BORDER.test(line)) return this.#drawn(at);
    const columns = this.#aligned[at];
    if (isPipeRow(line)) {
      const cells = withoutCopies(cellsOf(line, at, pipeRanges(line)));
      this.#push(at, { kind: "table", cells, style: "pipe", separator: isPipeSeparator(line) });
    } else if (columns) {
      const cells = cellsOf(line, at, cutBehindLabel(line, cutLine(line, columns, this.#shifted.get(at))));
      this.#push(at, {
        kind: "table",
        cells,
        style: "aligned",
        separator: line.includes("---") && DASHES.test(line),
        columns,
      });
    } else if (hasMarkup(line) && BLOCK_TAG.test(line)) return this.#html(at, blockEnd(this.#lines, at));
    else if (isAroundTex(line) || (DASHES.test(line) && PARTS.test(line))) this.#push(at, separator());
    else {
      const cells = [plainCell({ text: line, line: at + 1, column: 0 })];
      this.#push(at, { kind: "prose", cells, style: null, emphasis: isEmphasis(line) });
    }
    return at;
  }

  #html(from: number, to: number): Taken {
    const text = this.#lines.slice(from, to + 1).join("\n");
    return this.#whole(htmlRows({ text, line: from + 1, column: 0 }, this.#nextTable), to);
  }

  #tabbed(at: number, line: string, fragment: string | null): Taken {
    const to = fragment === null ? at : this.#fragmentEnd(at, fragment);
    const { cells, behind } = tabCells(line, at + 1);
    const rest = line.slice(behind);
    const text = to === at ? rest : [rest, ...this.#lines.slice(at + 1, to + 1)].join("\n");
    cells.push(plainCell({ text, line: at + 1, column: behind }));
    const isSeparator = line.includes("--") && DASHES.test(cells.map((cell) => cell.text).join(""));
    this.#push(at, { kind: "table", cells: withoutCopies(cells), style: "tab", to, separator: isSeparator });
    return to;
  }

  /** An open <pre> carries a flow chart over several physical lines of one row. */
  #fragmentEnd(from: number, fragment: string): Taken {
    const close = new RegExp(`</${fragment}>`, "i");
    for (let at = from + 1; at < Math.min(this.#lines.length, from + MAX_FRAGMENT_LINES); at++) {
      const line = this.#lines[at] as string;
      if (enumerator(line) && line.includes("\t")) return from;
      if (close.test(line)) return at;
    }
    return from;
  }

  #drawn(at: number): Taken {
    const drawn = at > this.#byLine ? drawnRows(this.#lines, at, this.#tables + 1) : null;
    if (drawn) this.#byLine = drawn.to;
    if (drawn?.rows) {
      this.#table = this.#nextTable();
      return this.#whole(drawn.rows, drawn.to);
    }
    this.#bordered = true;
    this.#push(at, { kind: "table", cells: [], style: "pipe", separator: true });
    return at;
  }

  /** Rows that were read together. */
  #whole(rows: readonly Row[], to: number): Taken {
    for (const row of rows) this.rows.push(row);
    this.#style = null;
    return to;
  }

  readonly #nextTable = (): number => ++this.#tables;

  #push(from: number, { kind, cells, style, to = from, separator, emphasis, columns }: Line): void {
    if (style === null || style !== this.#style) this.#table = this.#nextTable();
    this.#style = style;
    this.rows.push(
      rowOf({
        line: from + 1,
        lineTo: to + 1,
        kind,
        table: this.#table,
        cells,
        separator,
        emphasis,
        columns,
      }),
    );
  }
}

/** A row that parts others and says nothing. */
const separator = (): Line => ({ kind: "prose", cells: [], style: null, separator: true });

const cellsOf = (line: string, at: number, ranges: readonly { from: number; to: number }[]): Cell[] =>
  ranges.map(({ from, to }) => plainCell({ text: line.slice(from, to), line: at + 1, column: from }));
