import { type LabelMatch, matchLabels, mayBeLabel } from "../labels/match.ts";
import { isLabelTail, LABEL_WAITS } from "../labels/tails.ts";
import { enumerator, hasLetters } from "../text.ts";
import { type Cell, isBlank, joinCells, type Replaced, type Row, replaceRows, rowWith } from "./model.ts";

/**
 * A label broken over lines of its cell, of which the last one alone has the content beside it: "Jangka Waktu" above
 * "Pelayanan : 3 hari", or above a row of cells that begins with "Pelayanan". Word processors and converters write a line
 * break within a cell so. The lines are joined in the row of the content; alone, its last one names another thing.
 */

const SURE = 0.95;
/** No line of a label is longer, and it runs over no more lines. */
const MAX_PART = 48;
const MAX_LINES = 4;
const NUMBER = /^\s*[([]?\d{1,2}\s?[.)\]]?\s*$/;
const JOINTS = /\b(?:dan|atau|serta)\b/gi;
const JOINTS_ALONE = /^[\s,/&]*(?:(?:dan|atau|serta)[\s,/&]*){0,2}$/i;
/** The end of a label before the sign that parts it from its content. */
const BEFORE_SIGN = /^([^:：=]{3,48}?)\s*[:：=]/;
const SIGN = /^\s*[:：=]/;
const SIGN_WITHIN = /[:：=]/;

/** A line that holds nothing but the beginning of a label, and perhaps its number. */
interface Head {
  /** What it may be the beginning of: "Jaminan" of two components. */
  matches: readonly LabelMatch[];
  /** Cell of the number, where it stands in one of its own, and of the label. */
  number: Cell | null;
  cell: Cell;
  text: string;
}

const headOf = ({ separator, cells }: Row): Head | null => {
  if (separator) return null;
  let number: Cell | null = null;
  let cell: Cell | null = null;
  for (const one of cells) {
    if (isBlank(one)) continue;
    if (cell !== null || one.text.length > MAX_PART) return null;
    if (number === null && NUMBER.test(one.text)) number = one;
    else cell = one;
  }
  if (cell === null || !mayBeLabel(cell.text)) return null;
  const text = cell.text.slice(enumerator(cell.text)?.length ?? 0).trim();
  if (/[:：=;.]\s*$/.test(text)) return null;
  const matches = matchLabels(text).filter(({ key, similarity, end }) => {
    if (similarity < SURE) return false;
    const rest = text.slice(end);
    return !hasLetters(rest.replace(JOINTS, ""), 1) || isLabelTail(rest, key);
  });
  return matches.length > 0 ? { matches, number, cell, text } : null;
};

/** The column of the cell with which a row begins. */
const firstCell = ({ cells }: Row): number => cells.findIndex((cell) => !isBlank(cell));

/** The end of a label that opens a row with content, or announces one; null where the row is no such. */
const endOf = (row: Row, at: number): string | null => {
  const { text } = row.cells[at] as Cell;
  if (SIGN.test(text)) return "";
  const signed = BEFORE_SIGN.exec(text)?.[1];
  if (signed !== undefined) return signed;
  const next = row.cells.slice(at + 1).find((cell) => !isBlank(cell));
  if (next === undefined || text.length > MAX_PART) return null;
  return row.kind === "table" || SIGN.test(next.text) ? text : null;
};

/** The words may go on with a label; only all of its lines together show whether they do. */
const mayGoOn = (text: string, { matches }: Head): boolean =>
  enumerator(text) === null &&
  !/[.;]\s*$/.test(text) &&
  (JOINTS_ALONE.test(text) || matches.some(({ key }) => isLabelTail(text.trim(), key)));

/** All lines together are one label, and more of it than its first one; or that one alone is, and a sign follows it. */
const isWhole = (text: string, { text: head, matches }: Head): boolean => {
  const match = matchLabels(text)[0];
  const first = matches.find(({ key }) => key === match?.key);
  if (!first || !match?.complete || match.similarity < SURE || hasLetters(text.slice(match.end), 1))
    return false;
  return text === head || !first.complete || match.matched > first.matched || LABEL_WAITS.test(head);
};

/** What opens the row may go on with a label: it is short, or a sign stands after few of its letters. */
const mayEnd = (row: Row): boolean => {
  const text = row.cells[firstCell(row)]?.text ?? "";
  return text.length <= MAX_PART || SIGN_WITHIN.test(text.slice(0, MAX_PART + 8));
};

/** The row of the content with the whole label, made of the rows from `at`; null where no label is broken there. */
const joinedAt = (rows: readonly Row[], at: number): Replaced | null => {
  const top = rows[at] as Row;
  const next = rows[at + 1];
  if (!next || next.line - top.lineTo > 1 || !mayEnd(next)) return null;
  const head = headOf(top);
  if (!head) return null;
  const parts = [head.cell];
  let text = head.text;
  for (let end = at + 1; end < rows.length && end - at < MAX_LINES; end++) {
    const row = rows[end] as Row;
    const column = firstCell(row);
    if (column < 0 || row.separator || row.line - (rows[end - 1] as Row).lineTo > 1) return null;
    const cell = row.cells[column] as Cell;
    const tail = endOf(row, column);
    const line = tail ?? cell.text;
    if (line.length > MAX_PART || !mayGoOn(line, head)) return null;
    text = `${text} ${line.trim()}`.trimEnd();
    parts.push(cell);
    if (tail === null) continue;
    if (!isWhole(text, head)) return null;
    const before = head.number && column === 0 ? [head.number] : row.cells.slice(0, column);
    if (head.number && column > 0) before[column - 1] = head.number;
    const cells = [...before, joinCells(parts, " "), ...row.cells.slice(column + 1)];
    return { rows: [rowWith(row, { line: top.line, cells })], taken: end - at + 1 };
  }
  return null;
};

/** Rows with every such label in the row of its content. */
export const joinLabelLines = (rows: readonly Row[]): readonly Row[] => replaceRows(rows, joinedAt);
