import type { Assignment } from "../assign/path.ts";
import type { ComponentKey } from "../components.ts";
import { matchLabels } from "../labels/match.ts";
import { type Cell, EMPTY_CELL, joinCells, sliceCell } from "../rows/index.ts";
import { enumerator, hasLetters, isBlankText, letters } from "../text.ts";
import {
  isGarbledLabel,
  type RowFeatures,
  type RowParts,
  SHORT_NOISE,
  withoutDividers,
} from "./row-parts.ts";

const SEPARATOR = /^[\s)*_]*(?:[:：=.][\s*_]*|[-–—]\s+(?=\S))?/;

/** More letters than this behind a label are content, not part of the label. */
const LABEL_REMARK = 30;

/** Nothing behind a label but what leads to its own next line. */
const GOES_ON = /^[\s,]*(?:dan|atau|serta)?[\s,]*$/i;

/** Cells behind a label as one; a colon set in a column of its own parts the two and belongs to neither. */
const withoutColon = (cells: readonly Cell[]): Cell => {
  const joined = joinCells(cells, " ");
  return sliceCell(joined, /^\s*[:：](?=\s+\S)/.exec(joined.text)?.[0].length ?? 0);
};

/** Cells with text behind a column; mostly it is one. */
const cellsBehind = ({ row, filled }: RowFeatures, column: number): Cell[] => {
  const last = filled.at(-1) ?? -1;
  if (last <= column) return [];
  if ((filled.at(-2) ?? -1) <= column) return [row.cells[last] as Cell];
  return filled.filter((at) => at > column).map((at) => row.cells[at] as Cell);
};

/** Splits a row that opens its component. */
export const openingParts = (features: RowFeatures, assignment: Assignment, key: ComponentKey): RowParts => {
  const { row, number } = features;
  const { candidate } = assignment;
  const labelCell = candidate?.cell ?? (number?.own || number?.led ? number.cell : -1);
  const label = row.cells.slice(0, labelCell + 1);
  const parts: RowParts = { label, content: EMPTY_CELL, noise: [], divider: [] };
  const right = cellsBehind(features, labelCell);
  if (!candidate) {
    // With the label lost, a short scrap before the content is what is left of it.
    const scrap = right.length > 1 ? letters((right[0] as Cell).text).length : 0;
    // So is a longer one that sounds like the label.
    if (
      scrap > 0 &&
      (scrap < SHORT_NOISE || isGarbledLabel((right[0] as Cell).text, key)) &&
      !/\d/.test((right[0] as Cell).text)
    )
      parts.label.push(right.shift() as Cell);
    parts.content = withoutDividers(withoutColon(right), parts.divider);
    return parts;
  }
  const cell = row.cells[candidate.cell] as Cell;
  const separator = SEPARATOR.exec(cell.text.slice(candidate.end))?.[0].length ?? 0;
  const rest = sliceCell(cell, candidate.end + separator);
  const remark =
    !isBlankText(rest.text) &&
    right.length > 0 &&
    (candidate.piled || !hasLetters(rest.text, LABEL_REMARK + 1));
  if (remark || GOES_ON.test(rest.text)) parts.content = withoutDividers(withoutColon(right), parts.divider);
  else {
    label[candidate.cell] = sliceCell(cell, 0, candidate.end + separator);
    parts.content = withoutDividers(joinCells([rest, ...right], " "), parts.divider);
  }
  return parts;
};

/** No label is longer than what this leaves before the colon. */
const COLON_WITHIN = 201;

const hasColon = (text: string): boolean => {
  const head = text.slice(0, COLON_WITHIN);
  return head.includes(":") || head.includes("：");
};

/** The label once more at the head of the content: "Sarana dan Prasarana: …". */
export const withoutSecondLabel = (cell: Cell, key: ComponentKey, parts: RowParts, label: string): Cell => {
  const head = cell.text.replace(/^[\s*_]+/, "");
  if (!hasColon(head)) return cell;
  const match = matchLabels(head)[0];
  if (!match || match.key !== key || !match.complete || match.similarity < 0.9) return cell;
  const offset = cell.text.length - head.length + match.end;
  const sign = /^[\s*_]*[:：][\s*_]*/.exec(cell.text.slice(offset));
  if (!sign) return cell;
  // "Prosedur:" may be a title of the content itself; only the whole name of the component, or the very label, is a second print.
  const same = letters(head.slice(0, match.end)) === letters(label.slice(enumerator(label)?.length ?? 0));
  if (!same && (match.matched < 12 || !hasLetters(cell.text.slice(offset), 4))) return cell;
  parts.label.push(sliceCell(cell, 0, offset + sign[0].length));
  return sliceCell(cell, offset + sign[0].length);
};
