import { type RawBuilder, sql } from "kysely";
import type { EditionId, UnsurKey } from "#app/survey/editions.ts";
import type { GroupKey } from "#app/survey/model.ts";
import type { Reader } from "../../connection.ts";
import type { AggregateResultTable, UnitKind } from "../../schema-survey.ts";
import { type Scope, unitsInScope } from "../../scope.ts";

/** What to add up. A row belongs to a period when all its months lie inside. */
export interface SurveyQuery {
  r: number;
  /** First and last month, `YYYY-MM`; all months where absent. */
  months?: { from: string; to: string };
  /** Marginal group; `all` where absent. */
  group?: GroupKey;
  /** The level the answers hang on, and which units of it. */
  unit?: { kind: UnitKind; ids?: readonly string[] };
  /** Kept apart in the answer: each unit, each span of months, or neither. */
  apart?: "unit" | "months";
}

interface SumOf {
  unit_kind: UnitKind;
  /** "" where units are added up. */
  unit_id: string;
  /** "" where months are added up. */
  from_month: string;
  to_month: string;
  edition: EditionId;
  group_value: string;
  n: number;
}

export interface HistSum extends SumOf {
  unsur: UnsurKey;
  /** Hundredths. */
  score: number;
}

export interface HistTotalSum extends SumOf {
  /** Hundredths. */
  sum: number;
  answered: number;
  flat: 0 | 1;
}

const column = (name: string): RawBuilder<unknown> => sql.ref(`h.${name}`);

/** Sums over published batches; `values` are the columns that make a row of the histogram. */
const sums = async <Row>(
  db: Reader,
  scope: Scope,
  table: "hist" | "hist_total",
  values: readonly string[],
  { r, months, group = "all", unit, apart }: SurveyQuery,
): Promise<Row[]> => {
  const kept = ["unit_kind", "group_value", ...values];
  if (apart === "unit") kept.push("unit_id");
  if (apart === "months") kept.push("from_month", "to_month");
  const keys = sql.join([...kept.map(column), sql.ref("b.edition")]);
  const where = [
    unitsInScope(scope, "h"),
    sql`h.r = ${r}`,
    sql`h.group_key = ${group}`,
    sql`b.state = 'terbit'`,
    ...(months ? [sql`h.from_month >= ${months.from}`, sql`h.to_month <= ${months.to}`] : []),
    ...(unit ? [sql`h.unit_kind = ${unit.kind}`] : []),
    ...(unit?.ids
      ? [unit.ids.length === 0 ? sql`1 = 0` : sql`h.unit_id in (${sql.join([...unit.ids])})`]
      : []),
  ];
  const { rows } = await sql<Row>`
    select ${keys}, sum(h.n) as n
      ${apart === "unit" ? sql`` : sql`, '' as unit_id`}
      ${apart === "months" ? sql`` : sql`, '' as from_month, '' as to_month`}
    from ${sql.table(table)} as h
    join survey_batch as b on b.r = h.r and b.id = h.batch_id
    where ${sql.join(where, sql` and `)}
    group by ${keys}
    order by ${keys}`.execute(db);
  return rows;
};

/** How many gave each score to each unsur. */
export const histSums = (db: Reader, scope: Scope, query: SurveyQuery): Promise<HistSum[]> =>
  sums(db, scope, "hist", ["unsur", "score"], query);

/** How many respondents have each sum of scores. */
export const histTotalSums = (db: Reader, scope: Scope, query: SurveyQuery): Promise<HistTotalSum[]> =>
  sums(db, scope, "hist_total", ["sum", "answered", "flat"], query);

export interface SurveyedSpan {
  r: number;
  unit_kind: UnitKind;
  from_month: string;
  to_month: string;
  edition: EditionId;
  /** Respondents; null where only aggregates are stored. */
  n: number | null;
}

/** Which months were surveyed, at which level, in which edition: what periods a page may offer. */
export const surveyedSpans = async (db: Reader, scope: Scope): Promise<SurveyedSpan[]> => {
  const { rows } = await sql<SurveyedSpan>`
    select h.r, h.unit_kind, h.from_month, h.to_month, b.edition, sum(h.n) as n
    from hist_total as h
    join survey_batch as b on b.r = h.r and b.id = h.batch_id
    where ${unitsInScope(scope, "h")} and h.group_key = 'all' and b.state = 'terbit'
    group by h.r, h.unit_kind, h.from_month, h.to_month, b.edition
    union all
    select distinct a.r, a.unit_kind, a.from_month, a.to_month, b.edition, cast(null as integer)
    from aggregate_result as a
    join survey_batch as b on b.r = a.r and b.id = a.batch_id
    where ${unitsInScope(scope, "a")} and b.state = 'terbit'
    order by 1, 3, 4, 2, 5`.execute(db);
  return rows;
};

/** Aggregate results of published batches inside the months, never added to counted ones. */
export const aggregatesIn = (
  db: Reader,
  scope: Scope,
  r: number,
  months: { from: string; to: string },
): Promise<(AggregateResultTable & { edition: EditionId; file_name: string })[]> =>
  db
    .selectFrom("aggregate_result as a")
    .innerJoin("survey_batch as b", (j) => j.onRef("b.r", "=", "a.r").onRef("b.id", "=", "a.batch_id"))
    .selectAll("a")
    .select(["b.edition", "b.file_name"])
    .where(unitsInScope(scope, "a"))
    .where("a.r", "=", r)
    .where("a.from_month", ">=", months.from)
    .where("a.to_month", "<=", months.to)
    .where("b.state", "=", "terbit")
    .orderBy("a.unit_kind")
    .orderBy("a.unit_id")
    .orderBy("a.batch_id")
    .execute();

export interface SuggestionQuery {
  r: number;
  months: { from: string; to: string };
  unit?: { kind: UnitKind; ids: readonly string[] };
  /** Units whose suggestions stay hidden. */
  hidden?: readonly { kind: UnitKind; ids: readonly string[] }[];
  /** Folded words, each to be found at the beginning of a word. */
  words?: readonly string[];
  limit: number;
  offset: number;
}

export interface SuggestionRow {
  unit_kind: UnitKind;
  unit_id: string;
  batch_id: string;
  row: number;
  saran: string;
  /** How many there are in all. */
  total: number;
}

/** Suggestions of published batches, newest import first. */
export const suggestions = async (
  db: Reader,
  scope: Scope,
  { r, months, unit, hidden = [], words = [], limit, offset }: SuggestionQuery,
): Promise<SuggestionRow[]> => {
  const escaped = (word: string) => word.replace(/[\\%_]/g, (mark) => `\\${mark}`);
  const where = [
    unitsInScope(scope, "x"),
    sql`x.r = ${r}`,
    sql`x.saran is not null`,
    sql`x.from_month >= ${months.from}`,
    sql`x.to_month <= ${months.to}`,
    sql`b.state = 'terbit'`,
    ...(unit ? [sql`x.unit_kind = ${unit.kind}`] : []),
    ...(unit ? [unit.ids.length === 0 ? sql`1 = 0` : sql`x.unit_id in (${sql.join([...unit.ids])})`] : []),
    ...hidden.map(
      ({ kind, ids }) => sql`not (x.unit_kind = ${kind} and x.unit_id in (${sql.join([...ids])}))`,
    ),
    ...words.map((word) => sql`x.saran_key like ${`% ${escaped(word)}%`} escape '\\'`),
  ];
  const { rows } = await sql<SuggestionRow>`
    select x.unit_kind, x.unit_id, x.batch_id, x.row, x.saran, count(*) over () as total
    from response as x
    join survey_batch as b on b.r = x.r and b.id = x.batch_id
    where ${sql.join(where, sql` and `)}
    order by b.published_at desc, x.batch_id desc, x.row
    limit ${limit} offset ${offset}`.execute(db);
  return rows;
};
