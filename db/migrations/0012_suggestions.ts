import { type Kysely, sql } from "kysely";

/** The few responses that hold a suggestion are found without walking through all the others. */
export const up =
  () =>
  async (db: Kysely<unknown>): Promise<void> => {
    await sql`create index response_saran on response (r, batch_id, row) where saran is not null`.execute(db);
  };
