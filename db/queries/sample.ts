import type { Reader, Writer } from "../connection.ts";
import { ANTEROOM, type SampleTable } from "../schema.ts";

/** Files of the sample that were loaded, or begun. */
export const sampleMarks = (db: Reader): Promise<SampleTable[]> =>
  db.selectFrom("sample").selectAll().where("r", "=", ANTEROOM).orderBy("name").execute();

/** Notes how a file of the sample was loaded; null: begun, not whole. */
export const markSample = async (trx: Writer, name: string, fingerprint: string | null): Promise<void> => {
  await trx
    .insertInto("sample")
    .values({ r: ANTEROOM, name, fingerprint })
    .onConflict((conflict) => conflict.columns(["r", "name"]).doUpdateSet({ fingerprint }))
    .execute();
};

/** Is one of these texts in force with its facts only? */
export const anyFactsOf = async (db: Reader, textHashes: readonly string[]): Promise<boolean> =>
  textHashes.length > 0 &&
  (await db
    .selectFrom("decree_text")
    .select("id")
    .where("r", ">", ANTEROOM)
    .where("facts_only", "=", 1)
    .where("status", "=", "berlaku")
    .where("text_hash", "in", textHashes)
    .limit(1)
    .executeTakeFirst()) !== undefined;
