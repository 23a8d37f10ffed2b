import { enumerator } from "../text.ts";
import { plainCell } from "./html.ts";
import { type Cell, cellOf, type Piece, pieceWith, type Row, rowOf } from "./model.ts";

/**
 * Tables as wikis write them: "{|" opens, "|-" begins a row, "|" or "!" a cell, and what stands on lines without such a sign
 * goes on with the cell above.
 */

export const WIKI_OPENS = "{|";
const WIKI_CLOSES = "|}";
/** No table runs over more lines, and none holds another. */
const MAX_LINES = 4000;
/** What is said of a cell before its text: `width="33%"|`. */
const ATTRIBUTES = /^\s*(?:[a-z-]{2,12}\s*=\s*(?:"[^"|]{0,80}"|[^\s"|]{1,40})\s*)+\|(?!\|)/i;
const NEXT_CELL = /\|\||!!/g;

/** Cells of a line behind its first sign, as ranges of columns. */
const cellRanges = (line: string): { from: number; to: number }[] => {
  const ranges: { from: number; to: number }[] = [];
  let from = line.search(/\S/) + 1;
  for (const match of line.matchAll(NEXT_CELL)) {
    if (match.index < from) continue;
    ranges.push({ from, to: match.index });
    from = match.index + 2;
  }
  ranges.push({ from, to: line.length });
  return ranges.map(({ from: begin, to }) => {
    const attributes = ATTRIBUTES.exec(line.slice(begin, to))?.[0].length ?? 0;
    return { from: begin + attributes, to };
  });
};

/** The rows of the wiki table that opens on line `from`, and its last line; null where it is none. */
export const wikiRows = (
  lines: readonly string[],
  from: number,
  table: number,
): { rows: Row[]; to: number } | null => {
  let end = from + 1;
  while (end < lines.length && !(lines[end] as string).trimStart().startsWith(WIKI_CLOSES)) {
    if (end - from > MAX_LINES || (lines[end] as string).startsWith(WIKI_OPENS)) return null;
    end++;
  }
  if (end === lines.length) return null;
  const rows: Row[] = [];
  let open: { cells: Piece[][]; line: number; lineTo: number } | null = null;
  const close = (): void => {
    if (open) {
      const cells = open.cells.map((pieces) => cellOf(pieces));
      rows.push(rowOf({ line: open.line, lineTo: open.lineTo, kind: "table", table, cells }));
    }
    open = null;
  };
  for (let at = from + 1; at < end; at++) {
    const line = lines[at] as string;
    const text = line.trimStart();
    if (text === "") continue;
    if (text.startsWith("|-")) {
      close();
      continue;
    }
    const cellAt = (begin: number, to: number): Cell =>
      plainCell({ text: line.slice(begin, to), line: at + 1, column: begin });
    if (text.startsWith("|+")) {
      close();
      const cells = [cellAt(line.length - text.length + 2, line.length)];
      rows.push(rowOf({ line: at + 1, lineTo: at + 1, kind: "prose", table, cells, emphasis: true }));
    } else if (text[0] === "|" || text[0] === "!") {
      open ??= { cells: [], line: at + 1, lineTo: at + 1 };
      open.cells.push(...cellRanges(line).map((range) => [...cellAt(range.from, range.to).pieces]));
      open.lineTo = at + 1;
    } else if (open) {
      const last = open.cells.at(-1);
      const [first, ...rest] = cellAt(0, line.length).pieces;
      const glue = enumerator(text) ? "\n" : " ";
      if (first) last?.push(last.length > 0 ? pieceWith(first, { glue }) : first, ...rest);
      open.lineTo = at + 1;
    }
  }
  close();
  return { rows, to: end };
};
