import { COMPONENT_KEYS, type ComponentKey } from "../components.ts";
import { joinCells, sliceCell } from "../rows/index.ts";
import type { Table, TableComponent } from "../table.ts";
import { fold, hasLetters } from "../text.ts";

/** Whole rows that a scan put on the wrong side of a border: told by how their lists count. */

/** Last number of the list that a text prints, or null. */
export const lastNumber = (text: string): number | null => {
  let last: number | null = null;
  for (const match of text.matchAll(/(?:^|[\s;])(\d{1,2})[.)]\s/g)) last = Number(match[1]);
  return last;
};

/** A component of which only slipped words are left: no row of its own. */
export const slippedComponent = (
  from: TableComponent,
  content: TableComponent["content"],
): TableComponent => ({
  rows: [],
  label: null,
  content,
  echoTo: 0,
  margin: 0,
  labelled: false,
  mended: true,
  exposed: true,
  shared: false,
  similarity: 0,
  indexes: [from.indexes[0] as number],
});

/** Offset in the content at which the words of row `at` begin; -1 where it gave none. */
const offsetOfRow = (part: TableComponent, at: number): number => {
  const line = part.rows[at]?.features.row.line;
  if (line === undefined) return -1;
  let offset = 0;
  for (const [index, piece] of part.content.pieces.entries()) {
    if (index > 0) offset += piece.glue.length;
    if (piece.line >= line) return offset;
    offset += piece.text.length;
  }
  return -1;
};

/** Offset of the second row that opens the component, where its label is printed once garbled and once whole; else -1. */
export const secondOpening = (part: TableComponent): number => {
  const [first, second] = part.rows;
  if (!first || !second || first.parts.label.length === 0 || second.parts.label.length === 0) return -1;
  if (first.features.number?.own || !second.features.number?.own) return -1;
  return offsetOfRow(part, 1);
};

/** The first of two openings gave nothing but a garbled print of the label: the component begins at the second. */
export const dropFirstOpening = (part: TableComponent): void => {
  const [first, second] = part.rows;
  if (!first || !second) return;
  first.parts.noise.push(...first.parts.label);
  first.parts.label = [];
  part.label = fold(second.parts.label.at(-1)?.text ?? "") || part.label;
};

/** The number of the list item that a text begins with, or null. */
const firstNumber = (text: string): number | null => {
  const match = /^\s*(\d{1,2})[.)]\s/.exec(text);
  return match ? Number(match[1]) : null;
};

/**
 * Behind a page break a list goes on with a number it has already counted: it is the list of the next component, whose
 * head the page took with it. And a list that begins anew beside a garbled label in the last row, where the next
 * component begins in the middle of a sentence, is the head of that sentence.
 */
export const moveSlippedRows = (table: Table): void => {
  for (const [index, key] of COMPONENT_KEYS.entries()) {
    const part = table.components[key];
    const nextKey: ComponentKey | undefined = COMPONENT_KEYS[index + 1];
    if (!part || nextKey === undefined || part.rows.length < 2) continue;
    const next = table.components[nextKey];
    for (let at = 1; at < part.rows.length; at++) {
      const { features, parts } = part.rows[at] as TableComponent["rows"][number];
      const number = firstNumber(parts.content.text);
      if (number === null || features.row.kind !== "table") continue;
      const mayLoseHead = next === undefined && features.gap > 0 && number > 1;
      const mayLoseLabel =
        next !== undefined &&
        at === part.rows.length - 1 &&
        number === 1 &&
        features.filled.length >= 2 &&
        /^\s*(?!graph|flowchart)[a-z]{3}/.test(next.content.text);
      if (!mayLoseHead && !mayLoseLabel) continue;
      const cut = offsetOfRow(part, at);
      const last = cut > 0 ? lastNumber(part.content.text.slice(0, cut)) : null;
      if (last === null || (mayLoseHead ? number !== last : last < 2)) continue;
      const moved = sliceCell(part.content, cut);
      part.content = sliceCell(part.content, 0, cut);
      if (next === undefined) table.components[nextKey] = slippedComponent(part, moved);
      else if (hasLetters(moved.text, 1)) {
        next.content = joinCells([moved, next.content], " ");
        next.mended = true;
      }
      break;
    }
  }
};
