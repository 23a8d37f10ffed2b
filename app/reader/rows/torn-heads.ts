import { isHeadWord, isTableHead } from "../marks.ts";
import { type Row, rowWith } from "./model.ts";

/**
 * The head of a table that a converter leaves cell by cell or line by line: "No.", "Komponen", "Uraian" below each other,
 * or "No. Komponen" above "Pelayanan" above "Uraian Pelayanan". Each of these lines is a head, whatever it says by itself.
 */

/** With such a word a head begins; a title of an annex may hold the other words of a head too. */
const OPENS = /^[^a-z0-9]*(?:no|nomor|komponen|unsur|uraian|aspek)\b/i;
/** Words that name a column of a standard's table, and nothing else. */
const COLUMN = /\b(?:komponen|unsur|aspek)\b/i;
const CONTENT_COLUMN = /\b(?:uraian|keterangan|deskripsi|penjelasan|isi|rincian)\b/i;
/** No head is torn into more lines, and none of them is longer. */
const MAX_LINES = 6;
const MAX_LINE = 80;
/** A blank line or two may stand between the cells. */
const MAX_GAP = 3;

const LETTER = /[a-z]/i;

const textOf = (row: Row): string => {
  let text = "";
  for (const cell of row.cells) {
    if (text.length > MAX_LINE) return text;
    if (cell.text !== "") text += text === "" ? cell.text : ` ${cell.text}`;
  }
  return text;
};

/** The line holds words of a head alone; a sentence that ends with one ends with a sign. */
const isPart = (row: Row | undefined): row is Row =>
  row !== undefined &&
  !row.separator &&
  row.cells.every(
    ({ text }) =>
      text.length <= MAX_LINE && (!LETTER.test(text) || (isHeadWord(text) && !/[;,]\s*$/.test(text))),
  );

const filledOf = (row: Row): number => row.cells.filter((cell) => LETTER.test(cell.text)).length;

/** Columns for labels and for contents are both named. */
const isWhole = (text: string): boolean => COLUMN.test(text) && CONTENT_COLUMN.test(text);

/** One word below a head: the rest of a cell left of the contents, or in capitals as the head is. */
const isRestOfLabelColumn = (head: Row, next: Row): boolean => {
  const border = next.columns?.at(-1);
  const piece = next.cells.flatMap((cell) => cell.pieces).find(({ text }) => LETTER.test(text));
  if (border !== undefined) return piece !== undefined && piece.to <= border;
  return (
    next.kind === head.kind &&
    next.kind === "prose" &&
    [head, next].every((row) => !/[a-z]/.test(textOf(row)))
  );
};

/** Index behind the last line of the head that begins on this one; the same index where none does. */
const headFrom = (rows: readonly Row[], at: number): number => {
  const row = rows[at] as Row;
  const opening = row.cells.find(({ text }) => /[a-z0-9]/i.test(text));
  if (!opening || !OPENS.test(opening.text)) return at;
  const first = textOf(row);
  if (first.length > MAX_LINE || !OPENS.test(first) || !isPart(row)) return at;
  let words = first;
  let to = at + 1;
  while (to - at < MAX_LINES) {
    const next = rows[to];
    const above = rows[to - 1] as Row;
    if (!isPart(next) || next.line - above.lineTo > MAX_GAP) break;
    // Below a head that names both columns a word of the last one may be the content's first.
    if (isWhole(first) && filledOf(next) < 2 && !isRestOfLabelColumn(row, next)) break;
    words += ` ${textOf(next)}`;
    to++;
  }
  return to > at + 1 && isWhole(words) ? to : at;
};

/** Rows with every torn head known as one. */
export const markTornHeads = (rows: Row[]): Row[] => {
  for (let at = 0; at < rows.length; at++) {
    const to = headFrom(rows, at);
    for (let i = at; i < to; i++)
      if (!isTableHead(rows[i] as Row)) rows[i] = rowWith(rows[i] as Row, { head: true });
    if (to > at) at = to - 1;
  }
  return rows;
};
