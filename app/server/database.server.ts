import { type Db, openDb } from "#db/connection.ts";
import { env } from "./env.server.ts";

/** The built pages and the program that serves them carry their own copy of this file; they share one database. */
const PLACE = Symbol.for("tolok.database");
const shared = globalThis as { [PLACE]?: Db };

/** The database of this process, opened at the first call. */
export const database = (): Db => {
  shared[PLACE] ??= openDb({ databaseUrl: env.databaseUrl, dataDir: env.dataDir });
  return shared[PLACE];
};

/** Closes it, where it was opened. */
export const closeDatabase = async (): Promise<void> => {
  const open = shared[PLACE];
  delete shared[PLACE];
  await open?.close();
};
