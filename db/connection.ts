import { join } from "node:path";
import type { Database as SqliteHandle } from "better-sqlite3";
import { type Dialect, Kysely, Migrator, PostgresDialect, sql, type Transaction } from "kysely";
import pg from "pg";
import { v7 as uuidv7 } from "uuid";
import type { Engine } from "./engine.ts";
import { migrationsFor } from "./migrations/index.ts";
import type { Schema } from "./schema.ts";
import { openSqlite } from "./sqlite.ts";

export type Reader = Kysely<Schema>;
export type Writer = Transaction<Schema>;

/** An open database with the two things a use case may not make up itself: the time and a new id. */
export interface Db {
  engine: Engine;
  /** Reads only; on SQLite a connection that cannot write. */
  read: Reader;
  /** Writes, in short transactions; use cases reach it through `change()`. */
  write: Kysely<Schema>;
  /** SQLite's writing connection, for bulk inserts; undefined on PostgreSQL. */
  handle?: SqliteHandle;
  /** Now, as UTC ISO text with milliseconds. */
  now(): string;
  newId(): string;
  /** Does what only one process at a time may do to this database (tables, sample); the others wait for it. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface DbOptions {
  clock?: () => Date;
  newId?: () => string;
}

const withDefaults = ({ clock = () => new Date(), newId = uuidv7 }: DbOptions) => ({
  now: () => clock().toISOString(),
  newId,
});

/** Works in the order in which they were asked for, each after the one before, within this process. */
const oneByOne = (): Db["alone"] => {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
};

/** A PostgreSQL database behind any dialect (a server's pool, or PGlite in tests). */
export const postgresDb = (dialect: Dialect, options: DbOptions = {}): Db => {
  const kysely = new Kysely<Schema>({ dialect });
  return {
    engine: "postgres",
    read: kysely,
    write: kysely,
    ...withDefaults(options),
    alone: oneByOne(),
    close: () => kysely.destroy(),
  };
};

/** A SQLite file; made with its folder where it is not there. */
export const sqliteDb = (file: string, options: DbOptions = {}): Db => {
  const { read, write, handle, close } = openSqlite(file);
  const reader = new Kysely<Schema>({ dialect: read });
  const writer = new Kysely<Schema>({ dialect: write });
  return {
    engine: "sqlite",
    read: reader,
    write: writer,
    handle,
    ...withDefaults(options),
    // Among processes the lock of the data folder does the same.
    alone: oneByOne(),
    close: async () => {
      await reader.destroy();
      await writer.destroy();
      close();
    },
  };
};

/** How long somebody waits for a connection, a new one or a free one of the pool, before the server counts as lost. */
const CONNECT_PATIENCE_MS = 30_000;

const INT8 = 20;
const NUMERIC = 1700;

/** Opens a PostgreSQL server by its address. Sums and counts come back as numbers, as they do from SQLite. */
export const postgresServerDb = (url: string, options: DbOptions = {}): Db => {
  const asNumber = (type: number) => type === INT8 || type === NUMERIC;
  const pool = new pg.Pool({
    connectionString: url,
    max: 8,
    connectionTimeoutMillis: CONNECT_PATIENCE_MS,
    types: {
      getTypeParser: ((type: number, format?: "text" | "binary") =>
        asNumber(type) ? Number : pg.types.getTypeParser(type, format)) as typeof pg.types.getTypeParser,
    },
  });
  // A pool without a listener would end the process when an idle connection breaks; the next query reports it.
  pool.on("error", () => undefined);
  const db = postgresDb(new PostgresDialect({ pool }), options);
  return { ...db, alone: (work) => holding(db, work) };
};

/** Key of the advisory lock, in the database's own key space; any number that no other program takes. */
const PREPARING = 7_061_969;

/** A lock of one connection's session: PostgreSQL gives it back itself where this process dies. */
const holding = <T>(db: Db, work: () => Promise<T>): Promise<T> =>
  db.write.connection().execute(async (session) => {
    await sql`select pg_advisory_lock(${PREPARING})`.execute(session);
    try {
      return await work();
    } finally {
      await sql`select pg_advisory_unlock(${PREPARING})`.execute(session);
    }
  });

/** Name of the database file in the data folder. */
export const DATABASE_FILE = "tolok.db";

/** Opens what the environment names: a PostgreSQL server, or the file in the data folder. */
export const openDb = (
  place: { databaseUrl?: string | undefined; dataDir: string },
  options: DbOptions = {},
): Db =>
  place.databaseUrl
    ? postgresServerDb(place.databaseUrl, options)
    : sqliteDb(join(place.dataDir, DATABASE_FILE), options);

/** Brings the tables up to date: all pending migrations or none. Returns the names of those that ran. */
export const migrate = async (db: Db): Promise<string[]> => {
  const migrator = new Migrator({ db: db.write, provider: migrationsFor(db.engine) });
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw error;
  return (results ?? []).map((result) => result.migrationName);
};
