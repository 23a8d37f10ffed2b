import { COMPONENT_KEYS, PUBLIC_KEYS } from "../components.ts";
import { matchLabels, mayBeLabel } from "../labels/match.ts";
import { hasLetters } from "../text.ts";
import { type Cell, joinCells, type Row, rowWith, sliceCell } from "./model.ts";

/**
 * A row that a scan took out of its table and wrote down from its end: content, then label, then number, each on a line
 * of its own below the table. It is laid out anew as the row that it was. Its number must be that of its label.
 */

const NUMBER = /^\s*([1-9]\d?)[.)]?\s*$/;
/** A number alone is no longer than this. */
const NUMBER_WITHIN = 6;
/** Lines that such a row fills above its number. */
const MOST_LINES = 4;
/** No line of such a row is longer. */
const LONGEST = 300;
/** So like a label must the words be. */
const LIKE = 0.95;

const textOf = (row: Row | undefined): string | null =>
  row && row.kind === "prose" && !row.separator && row.cells.length === 1 && !row.emphasis
    ? (row.cells[0] as Cell).text
    : null;

/** Has the label this number? The second half may go on counting or count anew. */
const isNumberOf = (value: number, component: number): boolean =>
  value === component + 1 || value === component + 1 - PUBLIC_KEYS.length;

/** The row that ends with the number at `at`, and its first line; null where the lines above are none. */
const turnedAt = (rows: readonly Row[], at: number): { row: Row; from: number } | null => {
  const number = NUMBER.exec(textOf(rows[at]) ?? "");
  if (!number) return null;
  let from = at;
  while (at - from < MOST_LINES && (textOf(rows[from - 1])?.length ?? LONGEST) < LONGEST) from--;
  // Below a table alone: elsewhere lines follow one another as they were meant.
  if (from === at || rows[from - 1]?.kind !== "table") return null;
  const cells = rows.slice(from, at).map((row) => row.cells[0] as Cell);
  const words = joinCells(cells.reverse(), " ");
  if (!mayBeLabel(words.text)) return null;
  const match = matchLabels(words.text)[0];
  if (!match?.complete || match.similarity < LIKE || !hasLetters(words.text.slice(match.end), 2)) return null;
  if (!isNumberOf(Number(number[1]), COMPONENT_KEYS.indexOf(match.key))) return null;
  const last = rows[at] as Row;
  const parts = [last.cells[0] as Cell, sliceCell(words, 0, match.end), sliceCell(words, match.end)];
  const { line } = rows[from] as Row;
  return {
    row: rowWith(last, { kind: "table", line, lineTo: last.lineTo, cells: parts, pieced: true }),
    from,
  };
};

/** Rows with every row that was turned so set upright. */
export const setUpright = (rows: readonly Row[]): readonly Row[] => {
  let result: Row[] | null = null;
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as Row;
    const short = row.kind === "prose" && (row.cells[0]?.text.length ?? NUMBER_WITHIN) < NUMBER_WITHIN;
    const turned = short ? turnedAt(rows, at) : null;
    if (turned) {
      result ??= rows.slice(0, at);
      result.length -= at - turned.from;
      result.push(turned.row);
    } else result?.push(row);
  }
  return result ?? rows;
};
