import { matchLabels, mayBeLabel } from "../labels/match.ts";
import { hasLetters } from "../text.ts";
import { type Cell, isBlank, type Replaced, type Row, replaceRows, sliceCell } from "./model.ts";
import { LONE_NUMBER, plainRow, plainText, SURE } from "./torn-labels.ts";

/**
 * Cells that are centred vertically, as a converter gives the lines of a page from top to bottom: below a row's number
 * stands its content's first line, and its label only then. The label is put above, where the numbers go on by one from
 * row to row.
 */

/** So few lines of content stand above a label. */
const MAX_ABOVE = 2;
/** So many lines away the number before and the next one are looked for. */
const REACH = 14;
/** An item of a list begins behind the label on its line. */
const ITEM = /\s(?:(?:\d{1,2}|[a-z])[.)]|[-–•])\s/;
/** The label waits for more of its words, or ends. */
const OPEN_END = /^[\s,/&]{0,8}(?:dan|atau|serta|dan\/atau)?\s{0,8}$/i;
const BEGINS_WITH_NUMBER = /^\s*(\d{1,2})\s?[.)]?(?=\s|$)/;

const numberOf = (text: string): number => Number(BEGINS_WITH_NUMBER.exec(text)?.[1] ?? 0);

/** Where the label ends with which this text begins; 0 where it begins with none. */
const labelEnd = (text: string): number => {
  // In brackets it says the name of the line above once more, in small letters it goes on with a sentence.
  if (!/^\s*[A-Z]/.test(text) || !mayBeLabel(text.slice(0, 60))) return 0;
  const item = text.search(ITEM);
  const own = item < 0 ? text : text.slice(0, item);
  const match = matchLabels(own)[0];
  if (!match || match.similarity < SURE) return 0;
  return match.complete || OPEN_END.test(own.slice(match.end)) ? match.end : 0;
};

/** Line `at` begins the row of this number: it bears a label, or one stands in the lines below. */
const isRowOf = (rows: readonly Row[], at: number, number: number): boolean => {
  const text = plainText(rows[at]);
  if (number === 0 || numberOf(text) !== number) return false;
  if (!LONE_NUMBER.test(text)) return labelEnd(text.replace(BEGINS_WITH_NUMBER, "").trimStart()) > 0;
  for (let below = at + 1; below <= at + 1 + MAX_ABOVE; below++)
    if (labelEnd(plainText(rows[below])) > 0) return true;
  return false;
};

/** The numbers go on by one, from the row above or to the one below. */
const isNumbered = (rows: readonly Row[], at: number, number: number): boolean => {
  for (let step = 1; step <= REACH; step++)
    if (isRowOf(rows, at - step, number - 1) || isRowOf(rows, at + step, number + 1)) return true;
  return false;
};

/** The row of the label that belongs above the contents behind number `at`, and where the label ends; null for none. */
const lowered = (rows: readonly Row[], at: number): { label: number; end: number } | null => {
  const text = plainText(rows[at]);
  if (!LONE_NUMBER.test(text)) return null;
  const first = plainText(rows[at + 1]);
  if (!hasLetters(first, 3) || labelEnd(first) > 0) return null;
  for (let label = at + 2; label <= at + 1 + MAX_ABOVE; label++) {
    const own = plainText(rows[label]);
    if (own === "" || LONE_NUMBER.test(own)) return null;
    const end = labelEnd(own);
    if (end > 0) return isNumbered(rows, at, numberOf(text)) ? { label, end } : null;
  }
  return null;
};

/** The number, the label and the contents beside it, in this order. */
const raisedAt = (rows: readonly Row[], at: number): Replaced | null => {
  const row = rows[at] as Row;
  const found = row.kind === "prose" ? lowered(rows, at) : null;
  if (!found) return null;
  const { label, end } = found;
  const own = rows[label] as Row;
  const cell = own.cells[0] as Cell;
  const rest = sliceCell(cell, end);
  const raised = [row, plainRow(own, sliceCell(cell, 0, end)), ...rows.slice(at + 1, label)];
  if (!isBlank(rest)) raised.push(plainRow(own, rest));
  return { rows: raised, taken: label - at + 1 };
};

/** Rows with every such label above the contents beside it. */
export const labelsAbove = (rows: readonly Row[]): readonly Row[] => replaceRows(rows, raisedAt);
