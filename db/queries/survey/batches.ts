import { sql, type Updateable } from "kysely";
import type { Reader, Writer } from "../../connection.ts";
import type { SurveyBatchTable, UnitKind } from "../../schema-survey.ts";
import { inWholeScope, type Scope, unitsInScope } from "../../scope.ts";

export const insertBatch = async (trx: Writer, row: SurveyBatchTable): Promise<void> => {
  await trx.insertInto("survey_batch").values(row).execute();
};

export const updateBatch = async (
  trx: Writer,
  r: number,
  id: string,
  set: Updateable<SurveyBatchTable>,
): Promise<void> => {
  await trx.updateTable("survey_batch").set(set).where("r", "=", r).where("id", "=", id).execute();
};

/** Removes a batch with all that hangs on it. Only one that was never published may go so. */
export const dropUnpublished = async (trx: Writer, r: number, id: string): Promise<void> => {
  await trx
    .deleteFrom("survey_batch")
    .where("r", "=", r)
    .where("id", "=", id)
    .where("state", "=", "disiapkan")
    .execute();
};

/** Batches that a crash left half-written, of every regency. */
export const orphanBatches = (db: Reader): Promise<Pick<SurveyBatchTable, "r" | "id" | "at" | "by">[]> =>
  db
    .selectFrom("survey_batch")
    .select(["r", "id", "at", "by"])
    .where("state", "=", "disiapkan")
    .orderBy("r")
    .orderBy("id")
    .execute();

export const batchById = (db: Reader, scope: Scope, id: string): Promise<SurveyBatchTable | undefined> =>
  db
    .selectFrom("survey_batch")
    .selectAll()
    .where("id", "=", id)
    .where(inWholeScope(scope, "survey_batch"))
    .executeTakeFirst();

/** Everything that was ever published, newest first. */
export const batchHistory = (db: Reader, scope: Scope): Promise<SurveyBatchTable[]> =>
  db
    .selectFrom("survey_batch")
    .selectAll()
    .where(inWholeScope(scope, "survey_batch"))
    .where("state", "<>", "disiapkan")
    .orderBy("published_at", "desc")
    .orderBy("id", "desc")
    .execute();

/** A published batch of the very same file. */
export const batchOfFile = (db: Reader, r: number, sha256: string): Promise<SurveyBatchTable | undefined> =>
  db
    .selectFrom("survey_batch")
    .selectAll()
    .where("r", "=", r)
    .where("file_sha256", "=", sha256)
    .where("state", "=", "terbit")
    .executeTakeFirst();

/** Another batch, published, of the very file of this one. */
export const copyOfBatch = (
  db: Reader,
  r: number,
  id: string,
): Promise<Pick<SurveyBatchTable, "id" | "file_name"> | undefined> =>
  db
    .selectFrom("survey_batch as b")
    .innerJoin("survey_batch as o", (j) =>
      j.onRef("o.r", "=", "b.r").onRef("o.file_sha256", "=", "b.file_sha256"),
    )
    .select(["o.id", "o.file_name"])
    .where("b.r", "=", r)
    .where("b.id", "=", id)
    .where("o.id", "<>", id)
    .where("o.state", "=", "terbit")
    .limit(1)
    .executeTakeFirst();

export interface Overlap {
  batch_id: string;
  file_name: string;
  published_at: string | null;
  unit_kind: UnitKind;
  unit_id: string;
  from_month: string;
  to_month: string;
  n: number;
}

/** What is published already for units and months that touch these months: respondents per batch, unit and months. */
export const publishedIn = (db: Reader, r: number, from: string, to: string): Promise<Overlap[]> =>
  db
    .selectFrom("hist_total as h")
    .innerJoin("survey_batch as b", (j) => j.onRef("b.r", "=", "h.r").onRef("b.id", "=", "h.batch_id"))
    .select([
      "h.batch_id",
      "b.file_name",
      "b.published_at",
      "h.unit_kind",
      "h.unit_id",
      "h.from_month",
      "h.to_month",
    ])
    .select(sql<number>`sum(h.n)`.as("n"))
    .where("h.r", "=", r)
    .where("h.group_key", "=", "all")
    .where("h.from_month", "<=", to)
    .where("h.to_month", ">=", from)
    .where("b.state", "=", "terbit")
    .groupBy([
      "h.batch_id",
      "b.file_name",
      "b.published_at",
      "h.unit_kind",
      "h.unit_id",
      "h.from_month",
      "h.to_month",
    ])
    .orderBy("h.batch_id")
    .orderBy("h.unit_kind")
    .orderBy("h.unit_id")
    .orderBy("h.from_month")
    .execute();

export interface PopulationRow {
  from_month: string;
  to_month: string;
  population: number;
}

/** People served, as imports of single answers said, per span of months. */
export const populations = (db: Reader, scope: Scope, r: number): Promise<PopulationRow[]> =>
  db
    .selectFrom("survey_batch as b")
    .select(["b.from_month", "b.to_month"])
    .select(sql<number>`sum(b.population)`.as("population"))
    .where(inWholeScope(scope, "b"))
    .where("b.r", "=", r)
    .where("b.state", "=", "terbit")
    .where("b.shape", "<>", "aggregate")
    .where("b.population", "is not", null)
    .groupBy(["b.from_month", "b.to_month"])
    .execute();

/** Published batches with months inside these, oldest first. */
export const batchesIn = (
  db: Reader,
  scope: Scope,
  r: number,
  months: { from: string; to: string },
): Promise<SurveyBatchTable[]> =>
  db
    .selectFrom("survey_batch as b")
    .selectAll()
    .where(inWholeScope(scope, "b"))
    .where("b.r", "=", r)
    .where("b.state", "=", "terbit")
    .where("b.from_month", "<=", months.to)
    .where("b.to_month", ">=", months.from)
    .orderBy("b.published_at")
    .orderBy("b.id")
    .execute();

/** Batches whose place this one took. */
export const replacedBy = async (db: Reader, r: number, id: string): Promise<string[]> => {
  const rows = await db
    .selectFrom("survey_batch")
    .select("id")
    .where("r", "=", r)
    .where("replaced_by", "=", id)
    .where("state", "=", "diganti")
    .execute();
  return rows.map((row) => row.id);
};

/** How many rows of these batches a published import other than `except` holds too. */
export const keysElsewhere = async (
  db: Reader,
  r: number,
  ids: readonly string[],
  except: string,
): Promise<number> => {
  if (ids.length === 0) return 0;
  const row = await db
    .selectFrom("response_key as k")
    .innerJoin("response_key as o", (j) => j.onRef("o.r", "=", "k.r").onRef("o.key", "=", "k.key"))
    .innerJoin("survey_batch as b", (j) => j.onRef("b.r", "=", "o.r").onRef("b.id", "=", "o.batch_id"))
    .select(sql<number>`count(*)`.as("n"))
    .where("k.r", "=", r)
    .where("k.batch_id", "in", ids)
    .where("o.batch_id", "not in", ids)
    .where("b.state", "=", "terbit")
    .where("b.id", "<>", except)
    .executeTakeFirstOrThrow();
  return Number(row.n);
};

/** Aggregate results that are published for months that touch these; `n` of the unsur answered most, null where not printed. */
export const aggregatesIn = (db: Reader, r: number, from: string, to: string): Promise<AggregateOverlap[]> =>
  db
    .selectFrom("aggregate_result as a")
    .innerJoin("survey_batch as b", (j) => j.onRef("b.r", "=", "a.r").onRef("b.id", "=", "a.batch_id"))
    .select([
      "a.batch_id",
      "b.file_name",
      "b.published_at",
      "a.unit_kind",
      "a.unit_id",
      "a.from_month",
      "a.to_month",
    ])
    .select(sql<number | null>`max(a.n)`.as("n"))
    .where("a.r", "=", r)
    .where("a.from_month", "<=", to)
    .where("a.to_month", ">=", from)
    .where("b.state", "=", "terbit")
    .groupBy([
      "a.batch_id",
      "b.file_name",
      "b.published_at",
      "a.unit_kind",
      "a.unit_id",
      "a.from_month",
      "a.to_month",
    ])
    .orderBy("a.batch_id")
    .orderBy("a.unit_kind")
    .orderBy("a.unit_id")
    .orderBy("a.from_month")
    .execute();

export interface AggregateOverlap extends Omit<Overlap, "n"> {
  n: number | null;
}

export interface BatchUnit {
  r: number;
  batch_id: string;
  unit_kind: UnitKind;
  unit_id: string;
  n: number;
}

/** Units of every import in scope, with their respondents (0 for aggregates), in the order of their kinds and ids. */
export const batchUnits = async (db: Reader, scope: Scope): Promise<BatchUnit[]> => {
  const counted = await db
    .selectFrom("hist_total as h")
    .select(["h.r", "h.batch_id", "h.unit_kind", "h.unit_id"])
    .select(sql<number>`sum(h.n)`.as("n"))
    .where(unitsInScope(scope, "h"))
    .where("h.group_key", "=", "all")
    .groupBy(["h.r", "h.batch_id", "h.unit_kind", "h.unit_id"])
    .orderBy("h.unit_kind")
    .orderBy("h.unit_id")
    .execute();
  const aggregate = await db
    .selectFrom("aggregate_result as a")
    .select(["a.r", "a.batch_id", "a.unit_kind", "a.unit_id"])
    .distinct()
    .where(unitsInScope(scope, "a"))
    .orderBy("a.unit_kind")
    .orderBy("a.unit_id")
    .execute();
  return [
    ...counted.map((one) => ({ ...one, n: Number(one.n) })),
    ...aggregate.map((one) => ({ ...one, n: 0 })),
  ];
};

/** Imports that somebody (`by`) brought into a regency from files of these names. */
export const importsUnder = (
  db: Reader,
  r: number,
  fileNames: readonly string[],
  by: string,
): Promise<Pick<SurveyBatchTable, "id" | "file_name">[]> =>
  fileNames.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom("survey_batch")
        .select(["id", "file_name"])
        .where("r", "=", r)
        .where("file_name", "in", fileNames)
        .where("by", "=", by)
        .orderBy("file_name")
        .execute();

/** Removes a batch with all that hangs on it, whatever its state: for what nobody ever answered. */
export const dropBatch = async (trx: Writer, r: number, id: string): Promise<void> => {
  await trx.deleteFrom("survey_batch").where("r", "=", r).where("id", "=", id).execute();
};
