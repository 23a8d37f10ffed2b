import type { Features } from "../assign/features.ts";
import type { ComponentKey } from "../components.ts";
import { type Cell, joinCells } from "../rows/index.ts";
import { hasWords, joined } from "./joined.ts";
import { openingParts } from "./opening.ts";

/** A row of which a person has given some cells to a component. */
export interface GivenRow {
  features: Features;
  /** Its words stood outside the table's contents: its label may be among them. */
  fresh: boolean;
}

/**
 * The content of rows that a person has put under a component: joined as the reader joins its own. Where the first of them
 * was nobody's content before, a label at its head is no content.
 */
export const assembleGiven = (rows: readonly GivenRow[], key: ComponentKey): Cell => {
  const contents: Cell[] = [];
  for (const { features, fresh } of rows) {
    const candidate =
      fresh && contents.length === 0
        ? features.candidates.find((one) => one.key === key && one.complete)
        : undefined;
    const cell = candidate
      ? openingParts(features, { service: 0, component: 0, opens: true, candidate, margin: 0 }, key).content
      : joinCells(features.row.cells, " ");
    if (hasWords(cell.text)) contents.push(cell);
  }
  return joined(contents);
};
