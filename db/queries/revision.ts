import type { Reader } from "../connection.ts";
import { type Scope, tablesInScope } from "../scope.ts";

/** Components of these tables with their texts and levels. */
export const textsOfTables = (db: Reader, scope: Scope, r: number, tableIds: readonly string[]) =>
  db
    .selectFrom("component")
    .select(["service_text_id", "key", "state", "level", "text", "line_from", "line_to"])
    .where(tablesInScope(scope, "component"))
    .where("r", "=", r)
    .where("service_text_id", "in", tableIds)
    .execute();

/** Verdicts of these tables whose criterion is not met. */
export const unmetOfTables = (db: Reader, scope: Scope, r: number, tableIds: readonly string[]) =>
  db
    .selectFrom("verdict")
    .select(["service_text_id", "component", "criterion", "reason", "quote"])
    .where(tablesInScope(scope, "verdict"))
    .where("r", "=", r)
    .where("service_text_id", "in", tableIds)
    .where("met", "=", 0)
    .orderBy("service_text_id")
    .orderBy("criterion")
    .execute();

/** Findings on these tables, the gravest first. */
export const findingsOfTables = (db: Reader, scope: Scope, r: number, tableIds: readonly string[]) =>
  db
    .selectFrom("finding")
    .select(["service_text_id", "code", "severity", "component", "message", "criterion", "reason", "quote"])
    .where(tablesInScope(scope, "finding"))
    .where("r", "=", r)
    .where("service_text_id", "in", tableIds)
    .orderBy("service_text_id")
    .orderBy("severity")
    .orderBy("line_from")
    .orderBy("id")
    .execute();
