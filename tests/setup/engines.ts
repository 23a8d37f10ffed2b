import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { PGliteDialect } from "kysely-pglite-dialect";
import pg from "pg";
import { afterAll, describe, inject } from "vitest";
import { type Db, type DbOptions, migrate, postgresDb, postgresServerDb, sqliteDb } from "#db/connection.ts";
import type { Engine } from "#db/engine.ts";

export interface TestDbOptions extends DbOptions {
  /** False leaves the database without tables, for tests of the migrations themselves. Default true. */
  migrated?: boolean;
}

/** Each call gives a fresh database of its own; it is closed and removed when the describe block ends. */
export type OpenTestDb = (options?: TestDbOptions) => Promise<Db>;

/**
 * Runs the same tests on SQLite (a file in a temporary folder) and on PostgreSQL (a server, or PGlite where none is to
 * be had). Database tests stand in tests/integration, whose global set-up finds the server.
 */
export function describeEachEngine(
  name: string,
  tests: (openTestDb: OpenTestDb, engine: Engine) => void,
): void {
  for (const engine of ["sqlite", "postgres"] as const) {
    describe(`${name} (${engine})`, () => {
      const undo: (() => Promise<void>)[] = [];
      afterAll(async () => {
        for (const step of undo.reverse()) await step();
      });
      const open = engine === "sqlite" ? openSqliteFile : openPostgres;
      tests(async ({ migrated = true, ...options } = {}) => {
        const db = await open(options, undo);
        if (migrated) await migrate(db);
        return db;
      }, engine);
    });
  }
}

type Undo = (() => Promise<void>)[];

async function openSqliteFile(options: DbOptions, undo: Undo): Promise<Db> {
  const folder = mkdtempSync(join(tmpdir(), "tolok-db-"));
  undo.push(async () => rmSync(folder, { recursive: true, force: true }));
  return closing(sqliteDb(join(folder, "test.db"), options), undo);
}

async function openPostgres(options: DbOptions, undo: Undo): Promise<Db> {
  const choice = inject("postgres");
  if (!choice)
    throw new Error("Database tests stand in tests/integration: only there a PostgreSQL is found.");
  if (choice.kind === "none") throw new Error(choice.reason);
  if (choice.kind === "pglite") {
    return closing(postgresDb(new PGliteDialect(await PGlite.create()), options), undo);
  }
  const name = `tolok_test_${crypto.randomUUID().replaceAll("-", "")}`;
  await administer(choice.url, `create database ${name}`);
  undo.push(() => administer(choice.url, `drop database if exists ${name} with (force)`));
  const url = new URL(choice.url);
  url.pathname = `/${name}`;
  return closing(postgresServerDb(url.href, options), undo);
}

/** A test may close its database itself; closing twice is harmless. */
function closing(db: Db, undo: Undo): Db {
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= db.close();
    return closed;
  };
  undo.push(close);
  return { ...db, close };
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
