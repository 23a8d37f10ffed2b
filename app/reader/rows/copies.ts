import { hasLetters } from "../text.ts";
import { type Cell, EMPTY_CELL } from "./model.ts";

/** Fewer letters may stand in two columns by chance ("Gratis"). */
const MIN_LETTERS = 8;

/**
 * Some converters print the text of a cell that spans several columns in each of them. Then nothing else stands in the row,
 * and the first print is its text.
 */
export const withoutCopies = (cells: Cell[]): Cell[] => {
  const last = cells.at(-1)?.text ?? "";
  const text = last.length < MIN_LETTERS ? "" : last.trim();
  if (text === "" || (cells.at(-2) as Cell | undefined)?.text.trim() !== text) return cells;
  if (!hasLetters(text, MIN_LETTERS)) return cells;
  const first = cells.findIndex((cell) => cell.text.trim() === text);
  for (let at = 0; at < cells.length - 1; at++) {
    const own = (cells[at] as Cell).text;
    if (at < first ? hasLetters(own, 2) : own.trim() !== text) return cells;
  }
  return cells.map((cell, at) => (at > first ? EMPTY_CELL : cell));
};
