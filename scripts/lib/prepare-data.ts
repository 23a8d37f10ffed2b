import { database } from "#app/server/database.server.ts";
import { migrate } from "#db/connection.ts";

/** Brings the tables of this process's database up to date, before the first request. */
export async function prepareData(): Promise<void> {
  await migrate(database());
}
