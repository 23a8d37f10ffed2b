import type { ReadingRows } from "#db/queries/reading-rows.ts";
import { bagianKey, nameKey } from "../keys.ts";
import type { DeclaredFor, WantedTable } from "./wanted.ts";

/**
 * The decree's list against the corrected tables: what the reader set against a name stays, as long as the table is there;
 * a name left over takes the first corrected table of that very name.
 */
export const declaredFor = (machine: ReadingRows, tables: readonly WantedTable[]): DeclaredFor[] => {
  const byRead = new Map(tables.flatMap((table) => (table.read ? [[table.read.id, table] as const] : [])));
  const rows = machine.declared.map((entry): DeclaredFor => {
    const table = entry.service_text_id === null ? undefined : byRead.get(entry.service_text_id);
    return { entry, table: table ?? null };
  });
  const taken = new Set(rows.map(({ table }) => table));
  for (const row of rows) {
    if (row.table) continue;
    const key = nameKey(row.entry.name);
    const found = tables.find(
      (table) =>
        table.touched &&
        !taken.has(table) &&
        nameKey(table.name) === key &&
        isSameBagian(table.bagian, row.entry.bagian),
    );
    if (!found) continue;
    row.table = found;
    taken.add(found);
  }
  return rows;
};

const isSameBagian = (a: string | null, b: string | null): boolean =>
  a === null || b === null || bagianKey(a) === bagianKey(b);
