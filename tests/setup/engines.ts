import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { PGliteDialect } from "kysely-pglite-dialect";
import pg from "pg";
import { afterAll, describe, inject, onTestFinished } from "vitest";
import { type Db, type DbOptions, migrate, postgresDb, postgresServerDb, sqliteDb } from "#db/connection.ts";
import type { Engine } from "#db/engine.ts";

export interface TestDbOptions extends DbOptions {
  /** False leaves the database without tables, for tests of the migrations themselves. Default true. */
  migrated?: boolean;
}

/** Each call gives a fresh database of its own. It is closed and removed after the test, or the block, that opened it. */
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
      const leftOpen: Undo[] = [];
      afterAll(async () => {
        for (const undo of leftOpen.reverse()) await undo();
      });
      const open = engine === "sqlite" ? openSqliteFile : openPostgres;
      tests(async ({ migrated = true, ...options } = {}) => {
        const { db, remove } = await open(options);
        let closed: Promise<void> | undefined;
        const close = () => {
          closed ??= db.close();
          return closed;
        };
        atTheEnd(leftOpen, async () => {
          await close();
          await remove();
        });
        if (migrated) await migrate(db);
        return { ...db, close };
      }, engine);
    });
  }
}

type Undo = () => Promise<void>;
type Opened = { db: Db; remove: Undo };

/** After the running test; in a hook of the block there is none, then after the block. */
function atTheEnd(leftOpen: Undo[], undo: Undo): void {
  try {
    onTestFinished(undo);
  } catch {
    leftOpen.push(undo);
  }
}

async function openSqliteFile(options: DbOptions): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), "tolok-db-"));
  const remove = async () => rmSync(folder, { recursive: true, force: true });
  return { db: sqliteDb(join(folder, "test.db"), options), remove };
}

async function openPostgres(options: DbOptions): Promise<Opened> {
  const choice = inject("postgres");
  if (!choice)
    throw new Error("Database tests stand in tests/integration: only there a PostgreSQL is found.");
  if (choice.kind === "none") throw new Error(choice.reason);
  if (choice.kind === "pglite") return openPglite(options);
  const { url, remove } = await newDatabase(choice.url);
  return { db: postgresServerDb(url, options), remove };
}

/** An empty database of its own on a server. */
export async function newDatabase(server: string): Promise<{ url: string; remove: Undo }> {
  const name = `tolok_test_${crypto.randomUUID().replaceAll("-", "")}`;
  await administer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, remove: () => administer(server, `drop database if exists ${name} with (force)`) };
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

/** Making one takes seconds, emptying one takes none: those that a test gave back wait here for the next. */
const idle: PGlite[] = [];

async function openPglite(options: DbOptions): Promise<Opened> {
  const pglite = idle.pop() ?? (await PGlite.create());
  const kept = {
    query: pglite.query.bind(pglite),
    close: async () => {},
  } as unknown as PGlite;
  return {
    db: postgresDb(new PGliteDialect(kept), options),
    async remove() {
      // One by one: several statements at once make a transaction, and `discard all` refuses to run in one.
      for (const step of ["rollback", "drop schema public cascade", "create schema public", "discard all"]) {
        await pglite.exec(step);
      }
      idle.push(pglite);
    },
  };
}
