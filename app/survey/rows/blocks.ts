import type { Layout } from "../columns/layout.ts";
import type { SkmOptions } from "../schema.ts";
import { words } from "../text.ts";
import { type Context, contextBelow } from "./place.ts";

/** Does a row repeat the header, its columns perhaps in another order? */
export const repeatsHeader = (texts: readonly string[], cells: readonly string[]): boolean => {
  const filled = cells.flatMap((cell, at) => (cell.trim() === "" ? [] : [at]));
  if (filled.length < 3) return false;
  // Folding every cell of every row is dear: a repeated header shares first letters.
  const alike = filled.filter(
    (at) =>
      texts[at] && (cells[at] as string).trimStart()[0]?.toLowerCase() === texts[at]?.[0]?.toLowerCase(),
  );
  if (alike.length < 3) return false;
  // Headers that are figures say nothing elsewhere: a row of answers may look like them.
  const known = new Set(texts.map(words).filter((text) => /[a-z]/.test(text)));
  const same = filled.filter((at) => {
    const text = words(cells[at] as string);
    return known.has(text) || (text !== "" && text === words(texts[at] ?? ""));
  });
  return (
    same.length >= 3 &&
    same.length * 2 >= filled.length &&
    !filled.every((at) => /^[+-]?\d+(?:[.,]\d+)?$/.test((cells[at] as string).trim()))
  );
};

/**
 * Tables that stand below one another: each has its title, and its header once more, whose columns may lie in another
 * order. Says what holds for the rows that come.
 */
export class Blocks {
  readonly #layout: Layout;
  readonly #options: SkmOptions;
  /** Where each column of the first header lies now; null while they lie where they lay. */
  #places: readonly number[] | null = null;
  #next: Context | null = null;
  context: Context;
  /** How often titles among the rows have changed the place. */
  changes = 0;

  constructor(layout: Layout, context: Context, options: SkmOptions) {
    this.#layout = layout;
    this.context = context;
    this.#options = options;
  }

  /** Cells of a row under the columns of the first header. */
  arranged(cells: readonly string[]): readonly string[] {
    return this.#places?.map((at) => cells[at] ?? "") ?? cells;
  }

  /** A header met once more, as it stands in the file. */
  header(cells: readonly string[]): void {
    const texts = cells.map(words);
    const free = texts.map(() => true);
    const places = this.#layout.columns.map(({ index, header }) => {
      const text = words(header);
      const at =
        texts[index] === text && free[index] ? index : texts.findIndex((one, i) => free[i] && one === text);
      if (at >= 0) free[at] = false;
      return at;
    });
    const unsur = this.#layout.columns.filter((column) => column.unsur);
    const all = unsur.every(({ index }) => (places[index] as number) >= 0);
    const moved = unsur.some(({ index }) => places[index] !== index);
    this.#places = all && moved ? places.map((at, index) => (at >= 0 ? at : index)) : null;
  }

  /** A row that is nobody's answers: it may say what holds for the rows below. */
  title(cells: readonly string[]): void {
    this.#next = contextBelow(cells, this.#next ?? this.context, this.#options) ?? this.#next;
  }

  /** A title has spoken, and no row of answers has come since. */
  get waits(): boolean {
    return this.#next !== null;
  }

  /** Before a row of answers: true where a title above it has changed its place. */
  begins(): boolean {
    if (this.#next === null) return false;
    const { place } = this.context;
    const next = this.#next;
    this.#next = null;
    const parts = Object.keys(place) as (keyof typeof place)[];
    if (parts.every((part) => next.place[part] === place[part])) return false;
    this.context = next;
    this.changes++;
    return true;
  }
}
