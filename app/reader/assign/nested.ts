import type { Row } from "../rows/index.ts";

/** Tables inside a content ("No | Kegiatan | Pelaksana | Waktu") whose rows begin as the rows of components do. */

/** What is looked at of a row. */
interface Printed {
  row: Row;
  filled: readonly number[];
  tableHead: boolean;
  number: { value: number } | null;
  candidates: readonly { complete: boolean; restLetters: number; cell: number }[];
}

const NUMBER_TITLE = /^\s*no(?:mor)?\s?\.?\s*$/i;
/** What the columns of such tables are about. */
const TITLES =
  /\b(?:kegiatan|aktivitas|langkah|tahap(?:an)?|pelaksana|waktu|mutu|output|tarif|biaya|harga|besaran|satuan|retribusi|volume)\b/i;
const MIN_COLUMNS = 3;

const isNestedHead = ({ row, filled, tableHead }: Printed): boolean => {
  if (row.kind !== "table" || row.separator || row.head || filled.length < MIN_COLUMNS) return false;
  const [first = 0, ...others] = filled;
  return (
    NUMBER_TITLE.test(row.cells[first]?.text ?? "") &&
    !tableHead &&
    others.some((at) => TITLES.test(row.cells[at]?.text ?? ""))
  );
};

/** A label and nothing else fills the cell before the content. */
const isLabelled = ({ candidates, filled }: Printed): boolean =>
  candidates.some((one) => one.complete && one.restLetters === 0 && one.cell !== filled.at(-1));

/** Indexes of the rows of such tables, their heads left out. */
export const nestedRows = (all: readonly Printed[]): number[] => {
  const found: number[] = [];
  for (let head = 0; head < all.length; head++) {
    const title = all[head] as Printed;
    if (!isNestedHead(title)) continue;
    const rows: number[] = [];
    for (let at = head + 1, next = 1; at < all.length; at++) {
      const features = all[at] as Printed;
      if (features.row.separator) continue;
      if (features.row.kind !== "table" || features.row.cells.length !== title.row.cells.length) break;
      if (features.number?.value !== next) break;
      rows.push(at);
      next++;
    }
    // Where labels fill the second column the head is that of the standard itself, in words of its own.
    if (rows.filter((at) => isLabelled(all[at] as Printed)).length * 2 < rows.length) found.push(...rows);
    head = rows.at(-1) ?? head;
  }
  return found;
};
