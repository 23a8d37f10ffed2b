import { sql } from "kysely";
import type { ComponentKey } from "#app/reader/components.ts";
import type { Reader } from "../connection.ts";
import { type Scope, tablesInScope } from "../scope.ts";
import { holds } from "./assessments.ts";
import { inForce, type ServiceSelection } from "./in-force.ts";
import { isVerdict, reviewedOfTable } from "./reviewed.ts";

export interface ReviewCounts {
  reviewed: number;
  verdicts: number;
}

/** What people judged of one table, where the review is finished and stands on its text. */
export const reviewsOfTable = (db: Reader, scope: Scope, r: number, tableId: string) =>
  db
    .selectFrom("review as v")
    .innerJoin("judgement as j", (join) =>
      join
        .onRef("j.r", "=", "v.r")
        .onRef("j.assessment_id", "=", "v.assessment_id")
        .onRef("j.item", "=", "v.component"),
    )
    .select([
      "v.component",
      "v.assessment_id",
      "v.level",
      "v.at as reviewed_at",
      "v.by as reviewed_by",
      "j.kind",
      "j.reason",
      "j.at",
      "j.by",
    ])
    .where(tablesInScope(scope, "v"))
    .where("v.r", "=", r)
    .where("v.service_text_id", "=", tableId)
    .where(holds)
    .execute();

/**
 * Verdicts of a selection, and how many of them a person has reviewed.
 * @param key only those on this component; left out: on all 14
 */
export const reviewCounts = async (
  db: Reader,
  scope: Scope,
  selection: ServiceSelection,
  key?: ComponentKey,
): Promise<ReviewCounts> => {
  const row =
    key === undefined
      ? await inForce(db, scope, selection)
          .select([
            sql<number>`sum(st.level0_n + st.level1_n + st.level2_n + st.level3_n)`.as("verdicts"),
            sql<number>`sum(${reviewedOfTable})`.as("reviewed"),
          ])
          .executeTakeFirst()
      : await inForce(db, scope, selection)
          .innerJoin("component as k", (j) =>
            j.onRef("k.r", "=", "st.r").onRef("k.service_text_id", "=", "st.id").on("k.key", "=", key),
          )
          .leftJoin("review as v", (j) =>
            j
              .onRef("v.r", "=", "k.r")
              .onRef("v.service_text_id", "=", "k.service_text_id")
              .onRef("v.component", "=", "k.key"),
          )
          .where(isVerdict)
          .select((eb) => [
            eb.fn.countAll<number>().as("verdicts"),
            eb.fn.count<number>("v.at").as("reviewed"),
          ])
          .executeTakeFirst();
  return { reviewed: Number(row?.reviewed ?? 0), verdicts: Number(row?.verdicts ?? 0) };
};
