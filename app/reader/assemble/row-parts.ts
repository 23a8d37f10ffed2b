import type { Features } from "../assign/features.ts";
import type { ComponentKey } from "../components.ts";
import { LABEL_LETTERS } from "../labels/wordings.ts";
import { dividerHead, dividerTail } from "../marks.ts";
import { type Cell, sliceCell } from "../rows/index.ts";
import { hasLetters, letters, likeness } from "../text.ts";

/** What is looked at to split a row. */
export type RowFeatures = Pick<Features, "row" | "number" | "filled">;

/** What one row gives to its component. */
export interface RowParts {
  /** Label, row number and what belongs to them. */
  label: Cell[];
  content: Cell;
  /** Scan noise that is kept out of the text but not out of the account. */
  noise: Cell[];
  /** Half titles that a scan put into the row. */
  divider: Cell[];
  /** A second print of the content by the converter: among the component's lines, not in its text. */
  echo?: Cell[];
}

export const SHORT_NOISE = 12;

/** A garbled second print of the label is likelier than this to the label. */
const GARBLED_LABEL = 0.34;

export const isGarbledLabel = (text: string, key: ComponentKey): boolean => {
  const plain = letters(text);
  if (plain.length < 4 || plain.length > 60) return false;
  return LABEL_LETTERS[key].some((label) => likeness(plain, label, GARBLED_LABEL) > 0);
};

/** Removes half titles from the head and the end of a content cell. */
export const withoutDividers = (cell: Cell, divider: Cell[]): Cell => {
  const head = dividerHead(cell.text);
  const tail = Math.max(head, dividerTail(cell.text));
  if (head > 0) divider.push(sliceCell(cell, 0, head));
  if (tail < cell.text.length && hasLetters(cell.text.slice(tail), 8)) {
    divider.push(sliceCell(cell, tail));
    return sliceCell(cell, head, tail);
  }
  return sliceCell(cell, head);
};
