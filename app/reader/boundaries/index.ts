import type { Table } from "../table.ts";
import { mendHeads } from "./heads.ts";
import { inOrder } from "./neighbours.ts";
import { splitPile } from "./piles.ts";
import { splitRunOn } from "./run-on.ts";
import { moveSlippedRows } from "./slipped-rows.ts";
import { mendTails } from "./tails.ts";
import { Templates } from "./templates.ts";

/**
 * Mends the borders between components after the rows are assigned. A scan lets the last words of one row slip into the
 * cell of the next, or two rows into one cell. Words move only on evidence: a half title between them, a list that goes
 * on counting, a sentence that sister tables of the same annex end with these very words, or an answer typical of one
 * component.
 */

/** Mends all borders of the tables of one annex. */
export const mendBoundaries = (tables: readonly Table[]): void => {
  const templates = new Templates(tables);
  for (const table of tables) {
    for (const [key, part] of inOrder(table)) splitPile(table, key, part, templates);
    splitRunOn(table);
    moveSlippedRows(table);
    mendHeads(table, templates);
    mendTails(table);
  }
};
