import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { migrate, sqliteDb } from "#db/connection.ts";
import { migrationsFor } from "#db/migrations/index.ts";

const folder = mkdtempSync(join(tmpdir(), "tolok-locks-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("two processes on one SQLite file", () => {
  it("let a writer wait for the other without blocking, and a reader not at all", async () => {
    const first = sqliteDb(join(folder, "a.db"));
    const second = sqliteDb(join(folder, "a.db"));
    await migrate(first);
    const order: string[] = [];
    const row = (id: string) => ({ r: 1, id, name: id, name_key: id, slug: id, family: null, sort_key: id });
    const long = first.write.transaction().execute(async (trx) => {
      await trx.insertInto("bagian").values(row("a")).execute();
      await sleep(300);
      order.push("first");
    });
    await sleep(50);
    const waiting = second.write.transaction().execute(async (trx) => {
      await trx.insertInto("bagian").values(row("b")).execute();
      order.push("second");
    });
    expect(await second.read.selectFrom("bagian").select("id").execute()).toEqual([]);
    order.push("read");
    await Promise.all([long, waiting]);
    expect(order).toEqual(["read", "first", "second"]);
    await first.close();
    await second.close();
  });

  it("cannot write through the reading connection", async () => {
    const db = sqliteDb(join(folder, "b.db"));
    await migrate(db);
    await expect(db.read.deleteFrom("bagian").execute()).rejects.toThrow(/readonly/);
    await db.close();
  });

  it("take over the migration lock of a process that is gone", async () => {
    const { writeFileSync } = await import("node:fs");
    // Process ids end far below this number.
    writeFileSync(join(folder, "c.db.migrasi"), "99999999");
    const db = sqliteDb(join(folder, "c.db"));
    expect(await migrate(db)).toEqual(Object.keys(await migrationsFor("sqlite").getMigrations()));
    await db.close();
  });
});

describe("a statement of SQLite", () => {
  it("is prepared once a connection: one that became garbage would abort Node 24.19 and later", async () => {
    const db = sqliteDb(join(folder, "statements.db"));
    await migrate(db);
    const { handle } = db;
    const text = "select count(*) as n from regency";
    expect(handle?.prepare(text)).toBe(handle?.prepare(text));
    expect(handle?.prepare(text).get()).toEqual({ n: 0 });
    expect(handle?.prepare("pragma foreign_keys").get()).toEqual({ foreign_keys: 1 });
    await db.close();
  });
});
