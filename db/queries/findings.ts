import { type SqlBool, sql } from "kysely";
import type { ComponentKey } from "#app/reader/components.ts";
import type { AnyFindingCode } from "#app/scoring/all-findings.ts";
import type { Reader } from "../connection.ts";
import type { FindingOrigin } from "../schema.ts";
import { type Scope, servicesInScope, tablesInScope } from "../scope.ts";
import { BAGIAN_COLUMNS, DECREE_COLUMNS } from "./columns.ts";
import { findingSource } from "./finding-sources.ts";
import { atLevel, type ServiceSelection, underBagian, usedBy } from "./in-force.ts";

/**
 * A finding counts where its table is in force; where the table is printed again, only the repeat itself counts; where
 * it is on the decree, as long as the decree still has a table in force (or has none at all).
 */
const COUNTS = sql<SqlBool>`(
  st.status = 'berlaku'
  or (st.status = 'ganda' and f.code = 'duplicate_service')
  or (f.service_text_id is null and (
    exists (select 1 from service_text x where x.r = f.r and x.reading_id = f.reading_id and x.status = 'berlaku')
    or not exists (select 1 from service_text x where x.r = f.r and x.reading_id = f.reading_id)
  ))
)`;

/** `levels`: findings on a component at one of them. */
export interface FindingSelection extends ServiceSelection {
  /** Only those of the reader, or of the scorer. */
  origin?: FindingOrigin;
  /** Only findings on the decree itself. */
  onDecree?: boolean;
}

/** Findings that count, with their service (of a repeat: the service printed first), bagian and decree. */
const counted = (db: Reader, scope: Scope, selection: FindingSelection) => {
  const {
    r = [],
    years = [],
    families = [],
    bagian = [],
    users = [],
    components = [],
    levels = [],
    origin,
    onDecree,
  } = selection;
  let query = findingSource(db, selection)
    .innerJoin("reading as rd", (j) => j.onRef("rd.r", "=", "f.r").onRef("rd.id", "=", "f.reading_id"))
    .innerJoin("decree_text as dt", (j) => j.onRef("dt.r", "=", "rd.r").onRef("dt.id", "=", "rd.text_id"))
    .innerJoin("decree as d", (j) => j.onRef("d.r", "=", "dt.r").onRef("d.id", "=", "dt.decree_id"))
    .leftJoin("service_text as st", (j) =>
      j.onRef("st.r", "=", "f.r").onRef("st.id", "=", "f.service_text_id"),
    )
    .leftJoin("service_text as o", (j) =>
      j.onRef("o.r", "=", "st.r").on("o.id", "=", sql`coalesce(st.same_as, st.id)`),
    )
    .leftJoin("service as s", (j) => j.onRef("s.r", "=", "o.r").onRef("s.id", "=", "o.service_id"))
    .leftJoin("bagian as b", (j) => j.onRef("b.r", "=", "s.r").onRef("b.id", "=", "s.bagian_id"))
    .where(servicesInScope(scope, "s", "f"))
    .where("rd.current", "=", 1)
    .where("dt.status", "=", "berlaku")
    .where(COUNTS);
  if (r.length > 0) query = query.where("f.r", "in", r);
  if (years.length > 0) query = query.where("d.year", "in", years);
  if (families.length > 0) query = query.where("b.family", "in", families);
  if (bagian.length > 0) query = query.where(underBagian(bagian));
  if (users.length > 0) query = query.where("s.id", "is not", null).where(usedBy("s", users));
  if (components.length > 0) query = query.where("f.component", "in", components);
  if (levels.length > 0) {
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom("component as c")
          .select("c.key")
          .whereRef("c.r", "=", "o.r")
          .whereRef("c.service_text_id", "=", "o.id")
          .whereRef("c.key", "=", "f.component")
          .where(atLevel("c", levels)),
      ),
    );
  }
  if (origin) query = query.where("f.origin", "=", origin);
  if (onDecree) query = query.where("f.service_text_id", "is", null);
  return query;
};

export interface FindingCounts {
  r: number;
  /** Null: under no bagian, or on the decree. */
  bagian_id: string | null;
  /** 1 where the finding is on the decree itself. */
  on_decree: number;
  component: ComponentKey | null;
  code: AnyFindingCode;
  origin: FindingOrigin;
  count: number;
}

/** Findings counted by regency, bagian, component and code: every count that a page shows is a sum of these. */
export const countFindings = (
  db: Reader,
  scope: Scope,
  selection: FindingSelection,
): Promise<FindingCounts[]> =>
  counted(db, scope, selection)
    .select((eb) => [
      "f.r",
      "s.bagian_id",
      sql<number>`case when f.service_text_id is null then 1 else 0 end`.as("on_decree"),
      "f.component",
      "f.code",
      "f.origin",
      eb.fn.countAll<number>().as("count"),
    ])
    .groupBy([
      "f.r",
      "s.bagian_id",
      sql`case when f.service_text_id is null then 1 else 0 end`,
      "f.component",
      "f.code",
      "f.origin",
    ])
    .execute();

/** What only the scorer's findings have; `src` is the table that the words came from, `srcs` its service. */
const FINDING_DETAIL = [
  "f.origin",
  "f.bagian as unit",
  "f.criterion",
  "f.reason",
  "f.quote",
  "src.line as source_line",
  "srcs.no as source_no",
  "srcs.slug as source_slug",
  "srcs.name as source_name",
] as const;

/** Findings with what their row shows, by regency, bagian, service and line. */
export const listFindings = (
  db: Reader,
  scope: Scope,
  selection: FindingSelection,
  range?: { limit: number; offset: number },
) => {
  const query = counted(db, scope, selection)
    .innerJoin("regency as g", "g.id", "f.r")
    .leftJoin("service_text as src", (j) =>
      j.onRef("src.r", "=", "f.r").onRef("src.id", "=", "f.source_text_id"),
    )
    .leftJoin("service as srcs", (j) =>
      j.onRef("srcs.r", "=", "src.r").onRef("srcs.id", "=", "src.service_id"),
    )
    .select([
      "f.id",
      "f.r",
      "f.code",
      "f.severity",
      "f.component",
      "f.message",
      "f.line_from",
      "f.line_to",
      "f.service_text_id",
      "f.regulation_type",
      "f.regulation_number",
      "f.regulation_year",
      ...FINDING_DETAIL,
      "s.id as service_id",
      "s.no",
      "s.slug as service_slug",
      "s.name as service_name",
      ...BAGIAN_COLUMNS,
      "d.slug",
      ...DECREE_COLUMNS,
    ])
    .orderBy("g.sort_key")
    .orderBy("b.sort_key", (o) => o.asc().nullsFirst())
    .orderBy("d.slug")
    .orderBy("s.no", (o) => o.asc().nullsFirst())
    .orderBy("f.line_from", (o) => o.asc().nullsFirst())
    .orderBy("f.id");
  return range ? query.limit(range.limit).offset(range.offset).execute() : query.execute();
};

export type FindingListRow = Awaited<ReturnType<typeof listFindings>>[number];

/** Findings of one table and of its repeats. */
export const findingsOfTable = (db: Reader, scope: Scope, r: number, textIds: readonly string[]) =>
  db
    .selectFrom("finding as f")
    .leftJoin("service_text as src", (j) =>
      j.onRef("src.r", "=", "f.r").onRef("src.id", "=", "f.source_text_id"),
    )
    .leftJoin("service as srcs", (j) =>
      j.onRef("srcs.r", "=", "src.r").onRef("srcs.id", "=", "src.service_id"),
    )
    .select([
      ...FINDING_DETAIL,
      "f.id",
      "f.code",
      "f.severity",
      "f.component",
      "f.message",
      "f.line_from",
      "f.line_to",
      "f.service_text_id",
    ])
    .where(tablesInScope(scope, "f"))
    .where("f.r", "=", r)
    .where("f.service_text_id", "in", textIds)
    .orderBy("f.line_from", (o) => o.asc().nullsFirst())
    .orderBy("f.id")
    .execute();
