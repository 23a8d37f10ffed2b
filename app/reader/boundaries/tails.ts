import { joinCells, sliceCell } from "../rows/index.ts";
import type { Table, TableComponent } from "../table.ts";
import { hasLetters, isBlankText, letters } from "../text.ts";
import { ANSWERS, neighbour } from "./neighbours.ts";
import { slippedComponent } from "./slipped-rows.ts";

/** Words of the row below that slipped into a component's cell, behind its answer. */

const prepend = (part: TableComponent, content: TableComponent["content"]): void => {
  part.content = isBlankText(part.content.text) ? content : joinCells([content, part.content], " ");
};

/** Moves words behind a typical answer on to the next component, where that one has no content of its own. */
export const mendTails = (table: Table): void => {
  for (const key of ["biaya", "jumlah_pelaksana"] as const) {
    const part = table.components[key];
    const next = neighbour(key, 1);
    if (!part || next === null) continue;
    const text = part.content.text;
    const answer = ANSWERS[key]?.exec(text);
    if (!answer || hasLetters(text.slice(0, answer.index), 21)) continue;
    const end = answer.index + answer[0].length;
    const rest = text.slice(end);
    if (!hasLetters(rest, 12) || !/^\s+[A-Z]/.test(rest)) continue;
    const follower = table.components[next];
    const twoRows = part.rows.some(({ features }) =>
      /^\s*\d{1,2}\.\s*\d{1,2}\./.test(features.row.cells[0]?.text ?? ""),
    );
    if (follower && hasLetters(follower.content.text, 1) && !twoRows) {
      // The next row's first words printed here as well.
      if (letters(follower.content.text).startsWith(letters(rest)))
        part.content = sliceCell(part.content, 0, end);
      continue;
    }
    const moved = sliceCell(part.content, end);
    if (follower) prepend(follower, moved);
    else table.components[next] = slippedComponent(part, moved);
    part.content = sliceCell(part.content, 0, end);
  }
};
