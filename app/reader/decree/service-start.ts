import { matchLabels } from "../labels/match.ts";
import { dividerHalf, isTableHead } from "../marks.ts";
import type { Cell } from "../rows/index.ts";
import { enumerator, isBlankText } from "../text.ts";
import type { Seg } from "./seg.ts";

const SERVICE_HEADING = /^JENIS (?:PE)?LAYANAN\b|^NAMA (?:PE)?LAYANAN\b/;
/** The label is nearly all of its cell. */
const LABEL_SHARE = 0.6;

const labelKey = (text: string): string | null => {
  const own = text.slice(enumerator(text)?.length ?? 0).trim();
  if (own.length < 5 || own.length > 90 || /[;]$/.test(own)) return null;
  const match = matchLabels(own)[0];
  return match?.complete && match.matched >= 8 && match.end >= LABEL_SHARE * own.length ? match.key : null;
};

/** Component whose label stands in the first cells of a table row, or opens a line of prose with its content behind ":". */
export const labelOf = (seg: Seg): string | null => {
  const cells = seg.row.cells.filter((cell: Cell) => !isBlankText(cell.text));
  if (seg.row.kind === "table" && cells.length > 1) {
    for (const cell of cells.slice(0, 2)) {
      const key = labelKey(cell.text.split("\n", 1)[0] as string);
      if (key !== null) return key;
    }
    return null;
  }
  const text = seg.text;
  const colon = text.indexOf(":");
  return labelKey(colon > 0 && colon < 90 ? text.slice(0, colon) : text);
};

/** Rows with which the tables of the services can begin: a heading, a title of one half, a head row, a component. */
export const startsService = (seg: Seg): boolean =>
  (seg.filled <= 2 && SERVICE_HEADING.test(seg.key)) ||
  (seg.key.split(" ", 9).length <= 8 && dividerHalf(seg.bare) !== null) ||
  isTableHead(seg.row) ||
  labelOf(seg) !== null;
