import { sql } from "kysely";
import type { Reader } from "../connection.ts";
import { ANTEROOM } from "../schema.ts";
import { readingsInScope, type Scope } from "../scope.ts";

/** Is any decree stored? */
export const anyDecree = async (db: Reader): Promise<boolean> =>
  (await db.selectFrom("decree").select("id").where("r", ">", ANTEROOM).limit(1).executeTakeFirst()) !==
  undefined;

/** Which stored texts; left out: all in scope. */
export interface TextSelection {
  r?: readonly number[];
  years?: readonly number[];
  /** Of one decree. */
  slug?: string;
  /** Only the newest version of each decree, as far as it still has a table in force. */
  inForce?: boolean;
}

const tables = (condition: string) =>
  sql<number>`(select count(*) from service_text x where x.r = rd.r and x.reading_id = rd.id and ${sql.raw(condition)})`;
const listed = (condition: string) =>
  sql<number>`(select count(*) from declared x where x.r = rd.r and x.reading_id = rd.id and ${sql.raw(condition)})`;

const IN_FORCE = sql<number>`case when dt.status = 'berlaku' and (
  exists (select 1 from service_text x where x.r = rd.r and x.reading_id = rd.id and x.status = 'berlaku')
  or not exists (select 1 from service_text x where x.r = rd.r and x.reading_id = rd.id)
) then 1 else 0 end`;

/** Stored versions with their counts, the newest decree first, the newest version of each first. */
export const decreeTexts = (db: Reader, scope: Scope, selection: TextSelection = {}) => {
  const { r = [], years = [], slug, inForce } = selection;
  let query = db
    .selectFrom("decree as d")
    .innerJoin("decree_text as dt", (j) => j.onRef("dt.r", "=", "d.r").onRef("dt.decree_id", "=", "d.id"))
    .innerJoin("reading as rd", (j) =>
      j.onRef("rd.r", "=", "dt.r").onRef("rd.text_id", "=", "dt.id").on("rd.current", "=", 1),
    )
    .select([
      "d.r",
      "d.slug",
      "d.issuer",
      "d.number",
      "d.number_annex",
      "d.year",
      "d.signed",
      "d.maklumat",
      "dt.id as text_id",
      "dt.version",
      "dt.file_name",
      "dt.line_from",
      "dt.line_to",
      "dt.facts_only",
      "dt.status",
      "dt.at",
      "rd.id as reading_id",
      "rd.coverage",
      "rd.annex_lines",
      "rd.annex_unassigned",
      IN_FORCE.as("in_force"),
      tables("x.same_as is null").as("services"),
      listed("1 = 1").as("declared"),
      listed("x.service_text_id is null").as("without_table"),
      sql<number>`case when exists (select 1 from declared x where x.r = rd.r and x.reading_id = rd.id)
        then (select count(*) from service_text x where x.r = rd.r and x.reading_id = rd.id and x.same_as is null
          and not exists (select 1 from declared y where y.r = x.r and y.reading_id = x.reading_id and y.service_text_id = x.id))
        else 0 end`.as("undeclared"),
    ])
    .where(readingsInScope(scope, "rd"))
    .orderBy("d.year", (o) => o.desc().nullsLast())
    .orderBy("d.r")
    .orderBy("dt.file_name")
    .orderBy("dt.line_from")
    .orderBy("d.slug")
    .orderBy("dt.version", "desc");
  if (r.length > 0) query = query.where("d.r", "in", r);
  if (years.length > 0) query = query.where("d.year", "in", years);
  if (slug !== undefined) query = query.where("d.slug", "=", slug);
  if (inForce) query = query.where(IN_FORCE, "=", 1);
  return query.execute();
};

export type DecreeTextRow = Awaited<ReturnType<typeof decreeTexts>>[number];
