import type { ComponentKey } from "../components.ts";
import { isEnglish } from "../labels/disguised.ts";
import { matchLabels, mayBeLabel } from "../labels/match.ts";
import { enumerator, hasLetters } from "../text.ts";
import {
  type Cell,
  EMPTY_CELL,
  isBlank,
  joinCells,
  type Replaced,
  type Row,
  replaceRows,
  rowWith,
} from "./model.ts";

/**
 * Labels printed in two languages over several rows of their column ("Biaya /" above "Fees"), with the content beside them line
 * by line. The rows below the first would be content of their own; the whole label is set in the first row.
 */

/** So many components' labels must be printed so. */
const MIN_COMPONENTS = 3;
/** No line of a label is longer, and it runs over no more rows. */
const MAX_PART = 60;
const MAX_ROWS = 6;
const SURE = 0.95;

const labelColumn = ({ kind, separator, cells }: Row): number => {
  if (kind !== "table" || separator) return -1;
  const first = cells.findIndex((cell) => hasLetters(cell.text, 2));
  return first > 2 || (cells[first]?.text.length ?? MAX_PART + 1) > MAX_PART ? -1 : first;
};

/** The component of a label whose English name follows it, and nothing else; null for any other text. */
const bilingual = (text: string): ComponentKey | null => {
  const own = text.slice(enumerator(text)?.length ?? 0);
  const cut = own.search(/[/(][^/(]*$/);
  for (let at = own.search(/[/(]/); at > 0 && at <= cut; at = nextSign(own, at)) {
    if (!isEnglish(own.slice(at))) continue;
    const match = matchLabels(own.slice(0, at))[0];
    if (match?.complete && match.similarity >= SURE && !hasLetters(own.slice(match.end, at), 1))
      return match.key;
  }
  return null;
};

const nextSign = (text: string, at: number): number => {
  const next = text.slice(at + 1).search(/[/(]/);
  return next < 0 ? text.length : at + 1 + next;
};

interface Joined extends Replaced {
  key: ComponentKey;
}

const joinedAt = (rows: readonly Row[], at: number): Joined | null => {
  const top = rows[at] as Row;
  const column = labelColumn(top);
  if (column < 0 || !mayBeLabel((top.cells[column] as Cell).text)) return null;
  let text = (top.cells[column] as Cell).text;
  let found: { key: ComponentKey; to: number } | null = null;
  for (let to = at + 1; to < Math.min(rows.length, at + MAX_ROWS); to++) {
    const row = rows[to] as Row;
    const line = row.cells[column]?.text ?? "";
    const goesOn =
      row.table === top.table && labelColumn(row) === column && !/\d/.test(line) && enumerator(line) === null;
    if (!goesOn || !row.cells.slice(0, column).every(isBlank)) break;
    text = `${text} ${line}`;
    const key = bilingual(text);
    if (key) found = { key, to };
  }
  if (!found) return null;
  const taken = rows.slice(at, found.to + 1);
  const label = joinCells(
    taken.map((row) => row.cells[column] as Cell),
    " ",
  );
  const set = taken.map((row, index) =>
    rowWith(row, {
      cells: row.cells.map((cell, one) => (one !== column ? cell : index === 0 ? label : EMPTY_CELL)),
    }),
  );
  const kept = set.filter((row, index) => index === 0 || !row.cells.every(isBlank));
  return { rows: kept, taken: taken.length, key: found.key };
};

/** Rows with every such label whole in its first row. */
export const joinSecondLanguage = (rows: readonly Row[]): readonly Row[] => {
  if (!rows.some(isEnglishLine)) return rows;
  const components = new Set<ComponentKey>();
  const joined = replaceRows(rows, (all, at) => {
    const one = joinedAt(all, at);
    if (one) components.add(one.key);
    return one;
  });
  return components.size >= MIN_COMPONENTS ? joined : rows;
};

/** A cell of English words alone, without a number before it: most files have none. */
const isEnglishLine = ({ kind, cells }: Row): boolean => {
  if (kind !== "table") return false;
  const text = cells.find((cell) => !isBlank(cell))?.text ?? "";
  return text.length <= MAX_PART && /^[\s(*]*[A-Z]/.test(text) && isEnglish(text);
};
