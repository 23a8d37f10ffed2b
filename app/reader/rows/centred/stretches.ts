import { dividerHalf, isCatchword, isPageNumber, isTableHead } from "../../marks.ts";
import { fold } from "../../text.ts";
import { type Cell, isBlank, type Row } from "../model.ts";
import { COST, labelCost } from "./cost.ts";
import { LED_NUMBER, type Line, lineOf, MIN_ANCHORS, OWN_NUMBER } from "./line.ts";

/** Where tables of columns begin and end, and their lines without what pages print between them. */

const rowText = (row: Row): string => fold(row.cells.map((cell) => cell.text).join(" "));

/** A page's number: it interrupts a table without ending it. */
const isPageFoot = (row: Row): boolean => {
  const filled = row.cells.filter((cell) => !isBlank(cell));
  if (filled.length !== 1 || row.separator) return false;
  const text = (filled[0] as Cell).text.trim();
  return isPageNumber(text) && !(row.kind === "table" && /^\d+\.?$/.test(text));
};

/** Rows between a catchword and the line that it announces. */
const CATCHWORD_ROWS = 4;

const CATCHWORD = /(?:\.\.|…)\s*$/;

/** Indexes of page numbers, and of the catchwords above them. */
export const pageFeet = (rows: readonly Row[]): ReadonlySet<number> => {
  const feet = new Set<number>();
  rows.forEach((row, at) => {
    if (row.foot || isPageFoot(row)) feet.add(at);
    const text = row.cells.at(-1)?.text ?? "";
    if (!CATCHWORD.test(text) || row.cells.filter((cell) => !isBlank(cell)).length !== 1) return;
    for (let i = at + 1; i < Math.min(rows.length, at + CATCHWORD_ROWS); i++)
      if (isCatchword(text, rowText(rows[i] as Row))) {
        feet.add(at);
        break;
      }
  });
  return feet;
};

const MAX_HEADING_ROWS = 4;

/** Rows between blank lines that bear words in the first columns only, and none of a label: a heading. */
const headingRows = (rows: readonly Row[]): ReadonlySet<number> => {
  const found = new Set<number>();
  const endsAt = (at: number): boolean => {
    const next = rows[at + 1];
    return !next || next.line - (rows[at] as Row).lineTo > 1;
  };
  for (let from = 0; from < rows.length; from++) {
    let to = from;
    while (!endsAt(to)) to++;
    const run = rows.slice(from, to + 1);
    if (run.length <= MAX_HEADING_ROWS && run.every((row) => row.columns && isBlank(row.cells.at(-1)))) {
      const text = fold(run.map(rowText).join(" "));
      if (labelCost(text.slice(LED_NUMBER.exec(text)?.[0].length ?? 0)) >= COST.label)
        for (let at = from; at <= to; at++) found.add(at);
    }
    from = to;
  }
  return found;
};

/** Rows of columns between two that end a table, `to` excluded. */
export const stretches = (
  rows: readonly Row[],
  feet: ReadonlySet<number>,
): { from: number; to: number }[] => {
  const found: { from: number; to: number }[] = [];
  let from = -1;
  let broken = false;
  /** The last row that is neither a page's number nor a head. */
  let inside = -1;
  const headings = headingRows(rows);
  const close = (to: number): void => {
    if (from >= 0 && to - from >= 2 * MIN_ANCHORS) found.push({ from, to });
    from = -1;
  };
  rows.forEach((row, at) => {
    if (feet.has(at)) {
      broken = true;
      return;
    }
    const head = row.columns && !row.separator && isTableHead(row);
    // Right below a row of the table its head is printed once more, on the next page.
    if (head && from >= 0 && (broken || at - 1 === inside)) return;
    inside = at;
    broken = false;
    if (!row.columns || row.separator || head || headings.has(at) || dividerHalf(rowText(row)) !== null)
      close(at);
    else if (from < 0) from = at;
  });
  close(rows.length);
  return found;
};

/** Rows of columns that have numbers in a column of their own. */
export const numberColumns = (rows: readonly Row[]): ReadonlySet<readonly number[]> => {
  const counts = new Map<readonly number[], number>();
  for (const { columns, cells } of rows)
    if (columns && cells.length >= 3 && OWN_NUMBER.test(cells[0]?.text ?? ""))
      counts.set(columns, (counts.get(columns) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= 2).map(([columns]) => columns));
};

export const linesOf = (
  rows: readonly Row[],
  from: number,
  to: number,
  numbered: ReadonlySet<readonly number[]>,
  feet: ReadonlySet<number>,
): Line[] => {
  const lines: Line[] = [];
  let page = false;
  for (let at = from; at < to; at++) {
    const row = rows[at] as Row;
    if (feet.has(at) || !row.columns || isTableHead(row)) {
      page = true;
      continue;
    }
    const previous = rows[at - 1];
    const blank = at > from && previous !== undefined && row.line - previous.lineTo > 1;
    lines.push(lineOf(row, at, numbered.has(row.columns), page ? "page" : blank ? "blank" : null));
    page = false;
  }
  return lines;
};
