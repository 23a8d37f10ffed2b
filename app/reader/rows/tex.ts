import { isBlankText } from "../text.ts";
import { plainCell } from "./html.ts";
import { type Cell, cellOf, EMPTY_CELL, type Piece, pieceWith, type Row, rowOf } from "./model.ts";

/**
 * Tables as TeX writes them, which some readers of scans give out: "\begin{tabular}{|l|l|}" opens, "&" parts two cells and
 * two strokes end a row.
 */

const OPENS = /\\begin\{(tabular[xy*]?|longtable|array)\}/;
/** No table runs over more lines. */
const MAX_LINES = 3000;
/** What is said of rules and places, none of it text. */
const SILENT =
  /\\(?:hline|toprule|midrule|bottomrule|centering|newline|noindent|raggedright|endhead|endfirsthead)\b|\\c(?:line|midrule)(?:\([^()]{0,9}\))?\{[^{}]{0,9}\}/g;
/** A cell over several columns or rows: its text stands in the last bracket. */
const SPAN = /\\multi(column|row)\s*(?:\[[^\]]{0,9}\])?\{(\d{1,2})\}\s*(?:\{[^{}]{0,40}\}|\*)/g;
const STYLED =
  /\\(?:text(?:bf|it|rm|sf|tt|sc)?|emph|underline|makecell(?:\[[^\]]{0,9}\])?|shortstack|parbox\{[^{}]{0,20}\})\s*(?=\{)/g;

export const mayBeTex = (line: string): boolean => line.includes("\\begin{") && OPENS.test(line);

/** Commands around a table, and the caption that repeats what the heading above says. */
const AROUND =
  /^\s*\\(?:(?:begin|end)\{[a-z]{3,12}\*?\}(?:\[[^\]]{0,12}\])?|caption\{.{0,300}\}|label\{[^{}]{0,80}\}|centering)\s*$/;
export const isAroundTex = (line: string): boolean => line.includes("\\") && AROUND.test(line);

interface Open {
  cells: { pieces: Piece[]; columns: number }[];
  line: number;
}

/** Blanks of the same length: what follows stays in its column. */
const blank = (text: string): string => " ".repeat(text.length);

/** The rows of the table that opens on line `from`, and its last line; null where nothing closes it. */
export const texRows = (
  lines: readonly string[],
  from: number,
  table: number,
): { rows: Row[]; to: number } | null => {
  const kind = OPENS.exec(lines[from] as string)?.[1] as string;
  const closing = `\\end{${kind}}`;
  let end = from;
  while (end < lines.length && end - from < MAX_LINES && !(lines[end] as string).includes(closing)) end++;
  if (!(lines[end] ?? "").includes(closing)) return null;
  const rows: Row[] = [];
  let open: Open | null = null;
  let depth = 0;
  const closeRow = (lineTo: number): void => {
    if (open?.cells.some(({ pieces }) => pieces.length > 0)) {
      const cells: Cell[] = open.cells.flatMap(({ pieces, columns }) => [
        cellOf(pieces),
        ...Array.from({ length: columns - 1 }, () => EMPTY_CELL),
      ]);
      rows.push(rowOf({ line: open.line, lineTo, kind: "table", table, cells }));
    }
    open = null;
  };
  const add = (at: number, begin: number, to: number, text: string): void => {
    const part = text.slice(begin, to).replace(/[{}]/g, " ");
    const trimmed = part.trim();
    open ??= { cells: [{ pieces: [], columns: 1 }], line: at + 1 };
    const cell = open.cells.at(-1) as Open["cells"][number];
    if (trimmed === "") return;
    if (cell.pieces.length === 0 && open.cells.length === 1 && open.cells[0]?.pieces.length === 0)
      open.line = at + 1;
    const column = begin + part.indexOf(trimmed);
    const [first, ...rest] = plainCell({ text: trimmed, line: at + 1, column }).pieces;
    if (first) cell.pieces.push(pieceWith(first, { glue: cell.pieces.length > 0 ? " " : "" }), ...rest);
  };
  for (let at = from; at <= end; at++) {
    const whole = lines[at] as string;
    let line = whole.replace(SILENT, blank).replace(STYLED, blank);
    if (at === from)
      line = line.replace(
        /^.*?\\begin\{[^{}]{1,12}\}\s*(?:\{[^{}]{0,20}\})?(?:\{(?:[^{}]|\{[^{}]*\}){0,200}\})?/,
        blank,
      );
    const last = line.indexOf(closing);
    if (at === end) line = line.slice(0, Math.max(0, last));
    const spans: number[] = [];
    line = line.replace(SPAN, (text: string, way: string, count: string) => {
      if (way === "column") spans.push(Number(count));
      // A sign that no text holds marks where the wide cell begins.
      return way === "column" ? `\u0001${" ".repeat(text.length - 1)}` : blank(text);
    });
    let begin = 0;
    for (let i = 0; i < line.length; i++) {
      const sign = line[i];
      if (sign === "\\") {
        if (line[i + 1] === "\\" && depth <= 0) {
          add(at, begin, i, line);
          closeRow(at + 1);
          begin = i + 2;
        }
        i++;
      } else if (sign === "{") depth++;
      else if (sign === "}") depth--;
      else if (sign === "\u0001") {
        open ??= { cells: [{ pieces: [], columns: 1 }], line: at + 1 };
        (open.cells.at(-1) as Open["cells"][number]).columns = Math.max(1, spans.shift() ?? 1);
        begin = i + 1;
      } else if (sign === "&" && depth <= 0) {
        add(at, begin, i, line);
        (open as Open | null)?.cells.push({ pieces: [], columns: 1 });
        begin = i + 1;
      }
    }
    if (!isBlankText(line.slice(begin))) add(at, begin, line.length, line);
  }
  closeRow(end + 1);
  return rows.length > 0 ? { rows, to: end } : null;
};
