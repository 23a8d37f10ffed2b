import { enumerator, isBlankText } from "../text.ts";
import { plainCell } from "./html.ts";
import { type Cell, cellOf, type Piece, pieceWith, type Row, rowOf } from "./model.ts";

/**
 * Tables whose columns a rule of dashes draws, blank lines between their rows and the same rule below the last: a row is
 * what stands between two blank lines, and a cell what stands under its dashes.
 */

/** "  ---- ----------- ------": the columns; and one run over all of them. */
const RULE = /^ {0,12}-{2,}(?: +-{2,})+ *$/;
const SOLID = /^ {0,12}-{20,} *$/;
/** No table runs over more lines. */
const MAX_LINES = 6000;
/** Rows at least. */
const MIN_ROWS = 3;
/** Lines of a head between the solid rule and the one of the columns. */
const MAX_HEAD = 12;

/** Could a table so ruled open on this line? */
export const mayBeRuled = (line: string): boolean =>
  line.includes("---") && (RULE.test(line) || SOLID.test(line));

const columnsOf = (rule: string): number[] => [...rule.matchAll(/-+/g)].map((run) => run.index);

interface Ruled {
  columns: number[];
  /** First line behind the opening rule. */
  from: number;
  /** The closing rule's line. */
  to: number;
}

const isBlank = (line: string | undefined): boolean => isBlankText(line ?? "");

/** The ruled table that opens on line `at`; null where a rule does not match or no blank lines part its rows. */
const ruledAt = (lines: readonly string[], at: number): Ruled | null => {
  const opening = (lines[at] as string).trimEnd();
  let rule = opening;
  let behind = at + 1;
  if (!RULE.test(opening)) {
    let below = at + 1;
    while (below - at <= MAX_HEAD && !RULE.test(lines[below] ?? "")) below++;
    rule = (lines[below] ?? "").trimEnd();
    if (!RULE.test(rule) || rule.length !== opening.length) return null;
    behind = below + 1;
  }
  const last = Math.min(lines.length, at + MAX_LINES);
  let to = behind;
  while (to < last && !mayBeRuled(lines[to] as string)) to++;
  const closes = to < last && (lines[to] as string).trimEnd() === opening && isBlank(lines[to + 1]);
  return closes ? { columns: columnsOf(rule), from: at + 1, to } : null;
};

/** The rows of the table that opens with the rule on line `from`, and its last line; null where it is none. */
export const ruledRows = (
  lines: readonly string[],
  from: number,
  table: number,
): { rows: Row[]; to: number } | null => {
  const found = ruledAt(lines, from);
  if (!found) return null;
  const { columns, to } = found;
  const rows: Row[] = [];
  let open: { cells: Piece[][]; line: number; lineTo: number } | null = null;
  const close = (): void => {
    if (open) {
      const cells: Cell[] = open.cells.map((pieces) => cellOf(pieces));
      rows.push(rowOf({ line: open.line, lineTo: open.lineTo, kind: "table", table, cells }));
    }
    open = null;
  };
  for (let at = found.from; at < to; at++) {
    const line = lines[at] as string;
    if (isBlank(line) || RULE.test(line)) {
      close();
      continue;
    }
    open ??= { cells: columns.map(() => []), line: at + 1, lineTo: at + 1 };
    open.lineTo = at + 1;
    for (const [nth, begin] of columns.entries()) {
      const end = columns[nth + 1] ?? line.length;
      // A text that runs over into the next column: these are no columns.
      if (nth > 0 && /\S/.test(line[begin - 1] ?? "")) return null;
      const part = line.slice(nth === 0 ? 0 : begin, end);
      const text = part.trim();
      if (text === "") continue;
      const column = (nth === 0 ? 0 : begin) + part.indexOf(text);
      const [first, ...rest] = plainCell({ text, line: at + 1, column }).pieces;
      const pieces = open.cells[nth] as Piece[];
      const glue = pieces.length === 0 ? "" : enumerator(text) ? "\n" : " ";
      if (first) pieces.push(pieceWith(first, { glue }), ...rest);
    }
  }
  close();
  return rows.length >= MIN_ROWS ? { rows, to } : null;
};
