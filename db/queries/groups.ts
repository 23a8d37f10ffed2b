import { sql } from "kysely";
import type { ComponentKey } from "#app/reader/components.ts";
import type { Reader } from "../connection.ts";
import type { Scope } from "../scope.ts";
import { inForce, type ServiceSelection } from "./in-force.ts";
import { reviewedOfTable } from "./reviewed.ts";

/** Sums over a group of services: a regency, or one bagian of it (`bagian_id` null: those under none). */
export interface GroupTotals {
  r: number;
  bagian_id: string | null;
  services: number;
  complete: number;
  incomplete: number;
  uncertain: number;
  present_n: number;
  absent_n: number;
  unreadable_n: number;
  present_public_n: number;
  absent_public_n: number;
  unreadable_public_n: number;
  level0_n: number;
  level1_n: number;
  level2_n: number;
  level3_n: number;
  level_t_n: number;
  problems_public_n: number;
  judged_public_n: number;
  level_t_public_n: number;
  /** Services of which any component was scored; without problem and all readable; without problem but for T. */
  judged_services: number;
  free: number;
  free_but_unread: number;
  /** Verdicts that a person has reviewed. */
  reviewed: number;
}

export interface GroupAbsence {
  r: number;
  bagian_id: string | null;
  key: ComponentKey;
  absent: number;
  unreadable: number;
}

const SCORED = "st.level0_n + st.level1_n + st.level2_n + st.level3_n + st.level_t_n > 0";

/** Groups by regency and bagian; adding up over bagian gives the regency. */
export const groupTotals = async (
  db: Reader,
  scope: Scope,
  selection: ServiceSelection,
): Promise<GroupTotals[]> => {
  const count = (condition: string) => sql<number>`sum(case when ${sql.raw(condition)} then 1 else 0 end)`;
  const rows = await inForce(db, scope, selection)
    .select((eb) => [
      "s.r",
      "s.bagian_id",
      eb.fn.countAll<number>().as("services"),
      count("st.absent_n = 0 and st.unreadable_n = 0").as("complete"),
      count("st.absent_n > 0").as("incomplete"),
      count("st.absent_n = 0 and st.unreadable_n > 0").as("uncertain"),
      eb.fn.sum<number>("st.present_n").as("present_n"),
      eb.fn.sum<number>("st.absent_n").as("absent_n"),
      eb.fn.sum<number>("st.unreadable_n").as("unreadable_n"),
      eb.fn.sum<number>("st.present_public_n").as("present_public_n"),
      eb.fn.sum<number>("st.absent_public_n").as("absent_public_n"),
      eb.fn.sum<number>("st.unreadable_public_n").as("unreadable_public_n"),
      eb.fn.sum<number>("st.level0_n").as("level0_n"),
      eb.fn.sum<number>("st.level1_n").as("level1_n"),
      eb.fn.sum<number>("st.level2_n").as("level2_n"),
      eb.fn.sum<number>("st.level3_n").as("level3_n"),
      eb.fn.sum<number>("st.level_t_n").as("level_t_n"),
      eb.fn.sum<number>("st.problems_public_n").as("problems_public_n"),
      eb.fn.sum<number>("st.judged_public_n").as("judged_public_n"),
      eb.fn.sum<number>("st.level_t_public_n").as("level_t_public_n"),
      count(SCORED).as("judged_services"),
      count(`${SCORED} and st.level0_n + st.level1_n = 0 and st.level_t_n = 0`).as("free"),
      count(`${SCORED} and st.level0_n + st.level1_n = 0 and st.level_t_n > 0`).as("free_but_unread"),
      sql<number>`sum(${reviewedOfTable})`.as("reviewed"),
    ])
    .groupBy(["s.r", "s.bagian_id"])
    .execute();
  return rows;
};

/** In how many services of each group a component is absent or unreadable; components that are always there are left out. */
export const groupAbsences = (
  db: Reader,
  scope: Scope,
  selection: ServiceSelection,
): Promise<GroupAbsence[]> =>
  inForce(db, scope, selection)
    .innerJoin("component as k", (j) => j.onRef("k.r", "=", "st.r").onRef("k.service_text_id", "=", "st.id"))
    .where("k.state", "<>", "ada")
    .select([
      "s.r",
      "s.bagian_id",
      "k.key",
      sql<number>`sum(case when k.state in ('page_lost', 'ocr_damage') then 0 else 1 end)`.as("absent"),
      sql<number>`sum(case when k.state in ('page_lost', 'ocr_damage') then 1 else 0 end)`.as("unreadable"),
    ])
    .groupBy(["s.r", "s.bagian_id", "k.key"])
    .execute();

/** Years and families that occur, whatever else is filtered. */
export const filterValues = (
  db: Reader,
  scope: Scope,
  r: readonly number[] = [],
): Promise<{ year: number | null; family: string | null }[]> =>
  inForce(db, scope, { r }).select(["d.year", "b.family"]).distinct().execute();

/** Bagian that have services in force, in the order in which their decrees name them. */
export const bagianInForce = (
  db: Reader,
  scope: Scope,
  r: readonly number[] = [],
): Promise<
  {
    r: number;
    bagian_id: string | null;
    bagian_slug: string | null;
    bagian_name: string | null;
    family: string | null;
  }[]
> =>
  inForce(db, scope, { r })
    .select(["s.r", "s.bagian_id", "b.slug as bagian_slug", "b.name as bagian_name", "b.family"])
    .groupBy(["s.r", "s.bagian_id", "b.slug", "b.name", "b.family"])
    .orderBy("s.r")
    .orderBy(sql`min(dt.file_name)`)
    .orderBy(sql`min(st.line)`)
    .execute();
