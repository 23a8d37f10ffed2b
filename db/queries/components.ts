import type { Reader } from "../connection.ts";
import { type Scope, tablesInScope } from "../scope.ts";

/** Most parameters that one statement takes on both engines, with room to spare. */
const IDS_A_STATEMENT = 10_000;

/** States and lines of the components of these tables. */
export const componentsOfTables = async (
  db: Reader,
  scope: Scope,
  r: number,
  tableIds: readonly string[],
) => {
  const statement = (ids: readonly string[]) =>
    db
      .selectFrom("component")
      .select(["service_text_id", "key", "state", "level", "overruled_level", "line_from", "line_to"])
      .where(tablesInScope(scope, "component"))
      .where("r", "=", r)
      .where("service_text_id", "in", ids)
      .execute();
  const rows: Awaited<ReturnType<typeof statement>>[] = [];
  for (let start = 0; start < tableIds.length; start += IDS_A_STATEMENT) {
    rows.push(await statement(tableIds.slice(start, start + IDS_A_STATEMENT)));
  }
  return rows.flat();
};

/** All of one table's components, with text and facts. */
export const fullComponents = (db: Reader, scope: Scope, r: number, tableId: string) =>
  db
    .selectFrom("component")
    .selectAll()
    .where(tablesInScope(scope, "component"))
    .where("r", "=", r)
    .where("service_text_id", "=", tableId)
    .execute();
