import type { ComponentKey } from "#app/reader/components.ts";
import { insertMany, updateMany } from "../bulk.ts";
import type { Db, Reader, Writer } from "../connection.ts";
import type { LevelCounts, StoredLevel } from "../schema.ts";
import type { AssessmentTable, ReviewTable } from "../schema-assessments.ts";

/** Assessments of services that were handed in, with the text in force of their service (nulls where none is). */
export const boundAssessments = (trx: Reader, r: number) =>
  trx
    .selectFrom("assessment as a")
    .innerJoin("service as s", (j) => j.onRef("s.r", "=", "a.r").onRef("s.id", "=", "a.subject_id"))
    .leftJoin("service_text as st", (j) => j.onRef("st.r", "=", "s.r").onRef("st.id", "=", "s.text_id"))
    .select([
      "a.id",
      "a.family",
      "a.instrument_id",
      "a.state",
      "a.content_hash",
      "a.parts",
      "a.answers",
      "a.reviewed_at",
      "a.reviewed_by",
      "st.id as text_id",
      "st.name",
      "st.bagian",
      "st.content_hash as current_hash",
    ])
    .where("a.r", "=", r)
    .where("a.of", "=", "layanan")
    .where("a.state", "in", ["diajukan", "selesai_direviu", "ditetapkan"])
    .orderBy("a.id")
    .execute();

/** Units that were handed in. */
export const boundUnits = (trx: Reader, r: number): Promise<AssessmentTable[]> =>
  trx
    .selectFrom("assessment")
    .selectAll()
    .where("r", "=", r)
    .where("of", "=", "bagian")
    .where("state", "in", ["diajukan", "selesai_direviu", "ditetapkan"])
    .execute();

/** Fingerprints of the services in force of bagian, by id. */
export const printedServices = (db: Reader, r: number, bagianIds: readonly string[]) =>
  db
    .selectFrom("service as s")
    .innerJoin("service_text as st", (j) => j.onRef("st.r", "=", "s.r").onRef("st.id", "=", "s.text_id"))
    .select(["s.id", "s.bagian_id", "st.content_hash"])
    .where("s.r", "=", r)
    .where("s.bagian_id", "in", bagianIds.length > 0 ? bagianIds : [""])
    .orderBy("s.id")
    .execute();

/** Texts and levels of the components of these tables. */
export const componentsOf = (trx: Reader, r: number, tableIds: readonly string[]) =>
  tableIds.length === 0
    ? Promise.resolve([])
    : trx
        .selectFrom("component")
        .select(["service_text_id", "key", "text", "level", "overruled_level"])
        .where("r", "=", r)
        .where("service_text_id", "in", tableIds)
        .execute();

export interface CountedLevel {
  service_text_id: string;
  key: ComponentKey;
  level: StoredLevel;
  /** What the machine said, where it said something else. */
  overruled_level: StoredLevel;
}

/**
 * Gives every component of a regency its machine level back and forgets its reviews.
 * @returns tables whose levels changed by it
 */
export const clearReviews = async (trx: Writer, r: number): Promise<string[]> => {
  const tables = await trx
    .selectFrom("component")
    .select("service_text_id")
    .distinct()
    .where("r", "=", r)
    .where("overruled_level", "is not", null)
    .execute();
  await trx
    .updateTable("component")
    .set((eb) => ({ level: eb.ref("overruled_level"), overruled_level: null }))
    .where("r", "=", r)
    .where("overruled_level", "is not", null)
    .execute();
  await trx.deleteFrom("review").where("r", "=", r).execute();
  return tables.map(({ service_text_id }) => service_text_id);
};

/** Writes what finished reviews come to: the reviewed verdicts, and the levels in which a person differs. */
export const writeReviews = async (
  db: Db,
  trx: Writer,
  r: number,
  reviews: readonly ReviewTable[],
  levels: readonly CountedLevel[],
): Promise<void> => {
  await insertMany(db, trx, "review", reviews);
  await updateMany(
    db,
    trx,
    "component",
    ["r", "service_text_id", "key"],
    levels.map((row) => ({ r, ...row })),
  );
};

/** Levels of these tables as they count now. */
export const levelsOfTables = (trx: Reader, r: number, tableIds: readonly string[]) =>
  componentsOf(trx, r, tableIds);

export const writeCounts = (
  db: Db,
  trx: Writer,
  r: number,
  rows: readonly ({ id: string } & LevelCounts)[],
): Promise<void> =>
  updateMany(
    db,
    trx,
    "service_text",
    ["r", "id"],
    rows.map((row) => ({ r, ...row })),
  );
