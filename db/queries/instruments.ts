import type { Reader, Writer } from "../connection.ts";
import type { InstrumentTable, OfficialResultTable } from "../schema.ts";
import { inScope, readingsInScope, type Scope } from "../scope.ts";

/** Every edition that was ever stored: the instruments are the same for all regencies. */
export const allInstruments = (db: Reader): Promise<InstrumentTable[]> =>
  db.selectFrom("instrument").selectAll().orderBy("edition").orderBy("at").orderBy("id").execute();

/** Ids and numbers of a family, without their content. */
export const familyOf = (db: Reader, family: string) =>
  db
    .selectFrom("instrument")
    .select(["id", "edition", "hash", "superseded_by"])
    .where("edition", ">=", `${family}/`)
    // "0" is the mark right after "/".
    .where("edition", "<", `${family}0`)
    .execute();

export const insertInstrument = async (trx: Writer, row: InstrumentTable): Promise<void> => {
  await trx.insertInto("instrument").values(row).execute();
};

/** These give way to a newer edition; their content stays. */
export const supersede = async (trx: Writer, ids: readonly string[], by: string): Promise<void> => {
  if (ids.length === 0) return;
  await trx.updateTable("instrument").set({ superseded_by: by }).where("id", "in", ids).execute();
};

/** What in the scope rests on each edition. */
export const instrumentUses = async (db: Reader, scope: Scope) => {
  const [readings, results] = await Promise.all([
    db
      .selectFrom("reading as rd")
      .select((eb) => ["rd.instrument_id as id", eb.fn.countAll<number>().as("n")])
      .where(readingsInScope(scope, "rd"))
      .where("rd.current", "=", 1)
      .where("rd.instrument_id", "is not", null)
      .groupBy("rd.instrument_id")
      .execute(),
    db
      .selectFrom("official_result as o")
      .select((eb) => ["o.instrument_id as id", eb.fn.countAll<number>().as("n")])
      .where(inScope(scope, "o"))
      .groupBy("o.instrument_id")
      .execute(),
  ]);
  return { readings, results };
};

/** Official results of a regency, the newest assessment first; withdrawn ones among them. */
export const officialResults = (db: Reader, scope: Scope, r: number) =>
  db
    .selectFrom("official_result as o")
    .innerJoin("instrument as i", "i.id", "o.instrument_id")
    .selectAll("o")
    .select("i.edition")
    .where(inScope(scope, "o"))
    .where("o.r", "=", r)
    .orderBy("o.year", "desc")
    .orderBy("o.about")
    .orderBy("o.at", "desc")
    .orderBy("o.id")
    .execute();

export const insertOfficialResult = async (trx: Writer, row: OfficialResultTable): Promise<void> => {
  await trx.insertInto("official_result").values(row).execute();
};

export const officialResult = (
  db: Reader,
  scope: Scope,
  r: number,
  id: string,
): Promise<OfficialResultTable | undefined> =>
  db
    .selectFrom("official_result as o")
    .selectAll()
    .where(inScope(scope, "o"))
    .where("o.r", "=", r)
    .where("o.id", "=", id)
    .executeTakeFirst();

export const withdrawResult = async (
  trx: Writer,
  { r, id }: Pick<OfficialResultTable, "r" | "id">,
  withdrawn: Pick<OfficialResultTable, "withdrawn_at" | "withdrawn_by" | "withdrawn_reason">,
): Promise<void> => {
  await trx.updateTable("official_result").set(withdrawn).where("r", "=", r).where("id", "=", id).execute();
};
