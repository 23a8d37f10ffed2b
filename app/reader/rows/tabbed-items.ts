import { matchLabels, mayBeLabel } from "../labels/match.ts";
import { type Cell, isBlank, joinCells, type Row, rowOf } from "./model.ts";

/**
 * A list's item with a tab behind its mark ("a.⇥Surat permohonan"), as word processors save a text: where labels stand on
 * plain lines it is a plain line too, and its mark is no row's number.
 */

/** A list's mark, alone in its cell. */
const MARK = /^\s*(?:[([]?(?:\d{1,2}|[a-z]|[ivx]{1,4})\s?[.)]|[-–—•*·o▪✓])\s*$/i;
/** No label on a line of its own is longer. */
const MAX_LABEL = 80;

/** Nothing but a label stands in the text, whatever its number. */
const isLabel = (text: string): boolean => {
  if (text.length > MAX_LABEL || !mayBeLabel(text)) return false;
  const own = text.replace(/^\s*\d{1,2}\s?[.)]?\s+/, "");
  const match = matchLabels(own)[0];
  return match?.complete === true && match.similarity >= 0.95 && !/[a-z0-9]/i.test(own.slice(match.end));
};

const isTabbedItem = ({ kind, separator, columns, cells }: Row): boolean =>
  kind === "table" &&
  !separator &&
  columns === null &&
  cells.length === 2 &&
  MARK.test((cells[0] as Cell).text) &&
  !isBlank(cells[1]);

/** Rows with every such item as the plain line that it is. */
export const plainItems = (rows: readonly Row[]): readonly Row[] => {
  if (!rows.some(isTabbedItem)) return rows;
  let result: Row[] | null = null;
  /** The label above stands on a plain line of its own. */
  let onLine = false;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as Row;
    if (row.kind === "prose") onLine ||= !row.separator && isLabel(row.cells[0]?.text ?? "");
    else if (!isTabbedItem(row) || isLabel((row.cells[1] as Cell).text)) onLine &&= row.separator;
    else if (onLine) {
      result ??= [...rows];
      const { line, lineTo, table, cells } = row;
      result[at] = rowOf({ line, lineTo, kind: "prose", table, cells: [joinCells(cells, " ")] });
    }
  }
  return result ?? rows;
};
