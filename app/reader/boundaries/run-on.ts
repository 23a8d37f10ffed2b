import { contentEvidence } from "../evidence.ts";
import { dividerWithin } from "../marks.ts";
import { sliceCell } from "../rows/index.ts";
import type { Table } from "../table.ts";
import { neighbour } from "./neighbours.ts";
import { slippedComponent } from "./slipped-rows.ts";

/** Where a list begins to count anew: the first number not above the one before it. */
const restart = (text: string): number => {
  let last = 0;
  for (const match of text.matchAll(/(?:^|[\s;])(\d{1,2})[.)]\s/g)) {
    const number = Number(match[1]);
    if (last >= 2 && number <= last) return match.index + (match[0].length - match[0].trimStart().length);
    last = number;
  }
  return -1;
};

/**
 * Two halves in one cell, told by the title between them, and lists that run on into the next component's: moved on only
 * where that component has no row of its own and the words speak for it.
 */
export const splitRunOn = (table: Table): void => {
  const complaint = table.components.pengaduan;
  const title = complaint ? dividerWithin(complaint.content.text) : null;
  if (complaint && title && table.components.dasar_hukum === undefined) {
    table.components.dasar_hukum = slippedComponent(complaint, sliceCell(complaint.content, title.to));
    complaint.content = sliceCell(complaint.content, 0, title.from);
    complaint.mended = true;
  }
  for (const key of ["dasar_hukum", "sarana", "kompetensi"] as const) {
    const part = table.components[key];
    const next = neighbour(key, 1);
    if (!part || next === null || table.components[next] !== undefined || !part.mended) continue;
    const at = restart(part.content.text);
    if (at < 0 || (contentEvidence(part.content.text.slice(at))[next] ?? 0) < 0.9) continue;
    table.components[next] = slippedComponent(part, sliceCell(part.content, at));
    part.content = sliceCell(part.content, 0, at);
  }
};
