import { enumerator, fold } from "../../text.ts";
import { type Cell, EMPTY_CELL, isBlank, joinCells, type Row, sliceCell } from "../model.ts";

/** One printed line of the table. */
export interface Line {
  row: Row;
  /** Index of its row. */
  at: number;
  no: Cell;
  /** Its number stands in a column of its own. */
  own: boolean;
  label: Cell;
  content: Cell[];
  text: string;
  /** Its content begins a list. */
  begins: boolean;
  /** A blank line, or a page break, stands above it. */
  gap: "blank" | "page" | null;
}

export const OWN_NUMBER = /^\s*(?:\d{1,2}|[A-Oa-o]|[IVX]{1,5})\s?[.)]?\s*$/;
export const LED_NUMBER = /^\s*(?:\d{1,2}|[A-Oa-o]|[IVX]{1,5})(?:\s?[.)]\s{1,12}|\s{2,12})(?=\S)/;

/** So many numbers show that rows are numbered; so many labels, that there is a table at all. */
export const MIN_ANCHORS = 3;

/** Cells of a line as number, label and contents; `numbered` where the numbers have a column of their own. */
export const lineOf = (row: Row, at: number, numbered: boolean, gap: Line["gap"]): Line => {
  let no = EMPTY_CELL;
  let label = row.cells[numbered ? 1 : 0] ?? EMPTY_CELL;
  const content = row.cells.slice(numbered ? 2 : 1).filter((cell) => !isBlank(cell));
  const first = row.cells[0] ?? EMPTY_CELL;
  const led = LED_NUMBER.exec(first.text)?.[0].length ?? 0;
  if (numbered && led > 0) {
    no = sliceCell(first, 0, led);
    label = joinCells([sliceCell(first, led), label], " ");
  } else if (numbered && OWN_NUMBER.test(first.text)) no = first;
  else if (numbered) label = joinCells([first, label], " ");
  else if (led > 0) {
    no = sliceCell(first, 0, led);
    label = sliceCell(first, led);
  } else if (OWN_NUMBER.test(first.text)) {
    no = first;
    label = EMPTY_CELL;
  }
  const text = fold(content.map((cell) => cell.text).join(" "));
  const own = OWN_NUMBER.test(no.text) && /^\s|\s{2}$|^\s*\S+$/.test(no.text);
  return { row, at, no, own, label, content, text, begins: enumerator(text)?.value === 1, gap };
};
