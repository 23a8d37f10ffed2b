import { closeSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import SqliteDatabase, { type Options, type Database as SqliteHandle, type Statement } from "better-sqlite3";
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  SqliteAdapter,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
} from "kysely";
import { makeFolder } from "./folder.ts";

/** A lock makes the synchronous driver block the whole event loop: wait this long at most, then ask again later. */
const BUSY_TIMEOUT_MS = 40;
/** How long a writer asks again before it gives up. */
const WRITE_PATIENCE_MS = 30_000;
const LOCK_PATIENCE_MS = 60_000;

const isBusy = (error: unknown): boolean =>
  error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY");

/** Tries again, without blocking, while another process holds the write lock. */
const patiently = async (attempt: () => Promise<unknown>): Promise<void> => {
  const pauses = [5, 10, 20, 40, 80];
  let waited = 0;
  for (let turn = 0; ; turn++) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (!isBusy(error) || waited >= WRITE_PATIENCE_MS) throw error;
    }
    const pause = pauses[Math.min(turn, pauses.length - 1)] as number;
    waited += pause + BUSY_TIMEOUT_MS;
    await sleep(pause);
  }
};

/**
 * A transaction of the writing connection takes the write lock at its first statement, so that nothing inside it can
 * meet SQLITE_BUSY half way. Waiting for that lock is asynchronous.
 */
class WritingDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await patiently(async () => connection.executeQuery(CompiledQuery.raw("begin immediate")));
  }

  /** Where the disk is full SQLite rolls back by itself; the complaint about a second time would hide the cause. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await super.rollbackTransaction(connection).catch((error: unknown) => {
      if (!(error instanceof Error && error.message.includes("no transaction is active"))) throw error;
    });
  }
}

/** Kysely's adapter says that SQLite cannot roll DDL back, and its migration lock does nothing. Both are mended here. */
class FileLockedAdapter extends SqliteAdapter {
  readonly #lockFile: string | undefined;

  constructor(lockFile: string | undefined) {
    super();
    this.#lockFile = lockFile;
  }

  override get supportsTransactionalDdl(): boolean {
    return true;
  }

  override async acquireMigrationLock(): Promise<void> {
    if (this.#lockFile) await takeLock(this.#lockFile);
  }

  override async releaseMigrationLock(): Promise<void> {
    if (this.#lockFile) rmSync(this.#lockFile, { force: true });
  }
}

const takeLock = async (path: string): Promise<void> => {
  for (let waited = 0; ; waited += 50) {
    try {
      const handle = openSync(path, "wx");
      writeSync(handle, String(process.pid));
      closeSync(handle);
      return;
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
    if (!holderLives(path)) rmSync(path, { force: true });
    else if (waited >= LOCK_PATIENCE_MS) throw new Error(`migration lock ${path} is held by another process`);
    else await sleep(50);
  }
};

/** A lock left by a process that is gone, or by an earlier life of this one, binds nobody. */
const holderLives = (path: string): boolean => {
  try {
    const pid = Number(readFileSync(path, "utf8"));
    if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
};

class WritingDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;
  readonly #lockFile: string | undefined;

  constructor(config: SqliteDialectConfig, lockFile: string | undefined) {
    super(config);
    this.#config = config;
    this.#lockFile = lockFile;
  }

  override createDriver(): Driver {
    return new WritingDriver(this.#config);
  }

  override createAdapter(): SqliteAdapter {
    return new FileLockedAdapter(this.#lockFile);
  }
}

/**
 * Every connection of this process with its statements, by their text. From Node 24.19 on, an object of better-sqlite3 12
 * that is collected while no JavaScript runs aborts the process (version 13 does not, but runs on Node 22 and later
 * only): none may ever become garbage. Texts are few, since rows are stored by `insertMany`, whose texts are two a table.
 */
const CONNECTIONS = new Map<SqliteHandle, Map<string, Statement>>();

const connect = (file: string, options: Options): SqliteHandle => {
  const handle = new SqliteDatabase(file, options);
  const statements = new Map<string, Statement>();
  CONNECTIONS.set(handle, statements);
  const prepare = handle.prepare.bind(handle);
  handle.prepare = ((text: string) => {
    const known = statements.get(text) ?? prepare(text);
    statements.set(text, known);
    return known;
  }) as SqliteHandle["prepare"];
  return handle;
};

export interface SqliteDialects {
  /** Opened read-only. */
  read: SqliteDialect;
  write: SqliteDialect;
  /** The writing connection itself, for bulk inserts inside one of its transactions. */
  handle: SqliteHandle;
  /** Closes both, also where nothing was asked of them yet. */
  close(): void;
}

/** Opens a database file twice: once to write, once read-only, so that a read never waits behind a write. */
export const openSqlite = (file: string): SqliteDialects => {
  makeFolder(dirname(file));
  const handle = connect(file, { timeout: BUSY_TIMEOUT_MS });
  handle.exec("pragma journal_mode = WAL; pragma synchronous = NORMAL; pragma foreign_keys = ON");
  const reading = connect(file, { readonly: true, timeout: BUSY_TIMEOUT_MS });
  return {
    read: new SqliteDialect({ database: reading }),
    write: new WritingDialect({ database: handle }, `${file}.migrasi`),
    handle,
    close: () => {
      reading.close();
      handle.close();
    },
  };
};
