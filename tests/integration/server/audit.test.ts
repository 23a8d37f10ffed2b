import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkChains, getAudit } from "#app/server/audit.server.ts";
import { seedRegencies } from "#app/server/regency-register.server.ts";
import { change, type EventAction } from "#db/change.ts";
import type { Db } from "#db/connection.ts";
import { ANTEROOM } from "#db/schema.ts";
import { type Scope, scopeOf } from "#db/scope.ts";
import { describeEachEngine } from "#tests/setup/engines.ts";

const everywhere = scopeOf("penguji", "all");
const BALANGAN = 6311;
const MELAWI = 6110;

const record = (db: Db, actor: string, r: number, action: EventAction, subject: string) =>
  change(db, scopeOf(actor, "all"), { r, action, subject, after: { layanan: 2 } }, async () => undefined);

const ask = (db: Db, scope: Scope, asked: Partial<Parameters<typeof getAudit>[2]> = {}) =>
  getAudit(db, scope, { kab: [], page: 1, ...asked });

/** A database with the regencies and three changes, at moments of our own. */
const opened = async (open: (options: { clock: () => Date }) => Promise<Db>) => {
  let now = new Date("2026-03-01T01:00:00.000Z");
  const db = await open({ clock: () => now });
  await seedRegencies(db, everywhere);
  // 23.59 of 31 March and 00.00 of 1 April in Western Indonesia.
  now = new Date("2026-03-31T16:59:00.000Z");
  await record(db, "Sari", BALANGAN, "naskah.simpan", "sk-1");
  now = new Date("2026-03-31T17:00:00.000Z");
  await record(db, "Budi", BALANGAN, "survei.simpan", "tw-1");
  await record(db, "Sari", MELAWI, "naskah.simpan", "sk-2");
  await record(db, "Budi", ANTEROOM, "naskah.unggah", "berkas");
  return db;
};

const subjects = ({ events }: Awaited<ReturnType<typeof ask>>) => events.map(({ subject }) => subject).sort();

describeEachEngine("the trail of changes", (open) => {
  it("is filtered by regency, action, actor and day of the calendar", async () => {
    const db = await opened(open);
    expect(subjects(await ask(db, everywhere, { from: "2026-03-31" }))).toEqual([
      "berkas",
      "sk-1",
      "sk-2",
      "tw-1",
    ]);
    expect(subjects(await ask(db, everywhere, { from: "2026-04-01" }))).toEqual(["berkas", "sk-2", "tw-1"]);
    expect(subjects(await ask(db, everywhere, { from: "2026-03-31", to: "2026-03-31" }))).toEqual(["sk-1"]);
    expect(subjects(await ask(db, everywhere, { kab: ["balangan"], actor: "Sari" }))).toEqual(["sk-1"]);
    expect(subjects(await ask(db, everywhere, { action: "naskah.simpan" }))).toEqual(["sk-1", "sk-2"]);
    expect(subjects(await ask(db, everywhere, { kab: ["tidak-ada"] }))).toEqual([]);
  });

  it("shows a regency's people their own chain, and nobody but who sees everything the common one", async () => {
    const db = await opened(open);
    const mine = await ask(db, scopeOf("Sari", [MELAWI]));
    expect(mine.events.map(({ regency }) => regency?.slug)).toContain("melawi");
    expect(new Set(mine.events.map(({ regency }) => regency?.slug))).toEqual(new Set(["melawi"]));
    expect(mine.actors).not.toContain("Budi");
    const bagian = scopeOf("Umum", [MELAWI], new Map([[MELAWI, ["bagian-umum"]]]));
    expect((await ask(db, bagian)).total).toBe(0);
    expect((await ask(db, everywhere)).events.map(({ regency }) => regency)).toContain(null);
  });

  it("tells which chain is broken, and where", async () => {
    const db = await opened(open);
    const whole = await checkChains(db, everywhere);
    expect(whole.every(({ check }) => check.ok)).toBe(true);
    const { seq } = await db.read
      .selectFrom("event")
      .select("seq")
      .where("subject", "=", "sk-1")
      .executeTakeFirstOrThrow();
    await db.write.updateTable("event").set({ actor: "Budi" }).where("subject", "=", "sk-1").execute();
    const broken = (await checkChains(db, everywhere)).filter(({ check }) => !check.ok);
    expect(broken.map(({ regency, check }) => [regency?.slug, check])).toEqual([
      ["balangan", { ok: false, seq, reason: "content was changed" }],
    ]);
  });

  it("comes in pages of a hundred, newest first", async () => {
    const db = await opened(open);
    for (let at = 0; at < 120; at += 1) await record(db, "Sari", MELAWI, "naskah.buang", `buang-${at}`);
    const first = await ask(db, everywhere, { action: "naskah.buang" });
    expect([first.total, first.pages, first.events.length]).toEqual([120, 2, 100]);
    expect(first.events[0]?.subject).toBe("buang-119");
    const second = await ask(db, everywhere, { action: "naskah.buang", page: 2 });
    expect(second.events.map(({ subject }) => subject)).toEqual(
      Array.from({ length: 20 }, (_, at) => `buang-${19 - at}`),
    );
    expect((await ask(db, everywhere, { action: "naskah.buang", page: "all" })).events).toHaveLength(120);
  });

  it("stands in one order on both engines: by moment, then by chain, then by place in it", async () => {
    const db = await opened(open);
    // Four changes of one moment, two of them in one chain, and those of the minute before.
    await record(db, "sari", BALANGAN, "naskah.buang", "tw-2");
    const { events, actors } = await ask(db, everywhere, { from: "2026-03-31" });
    expect(events.map(({ subject }) => subject)).toEqual(["berkas", "sk-2", "tw-2", "tw-1", "sk-1"]);
    expect(actors).toEqual([...actors].sort());
    expect(actors.filter((actor) => actor !== "penguji")).toEqual(["Budi", "Sari", "sari"]);
  });
});

/**
 * Modules that write outside `change()`, and why that leaves no event: nothing that a person decided or stored is in it.
 */
const WITHOUT_EVENT: Record<string, string> = {
  "db/connection.ts": "tables and the lock of preparing them",
  "db/queries/jobs.ts": "queue of work; what the work does has its own event",
  "db/queries/staging.ts": "rows of an upload that nobody has confirmed",
  "db/queries/survey/rows.ts": "rows of a batch that nobody reads until it is published",
  "app/server/sample.server.ts": "which sample files are loaded; loading one is an event",
  "app/server/staging.server.ts": "drops what an unconfirmed upload had staged",
  "app/server/survey/publish.server.ts": "opens a batch that nobody reads; publishing it is an event",
  "app/server/scoring.server.ts": "queues a job; the score it makes is an event",
  "app/server/accounts/login.server.ts": "counts attempts; a login and a failed one are events",
  "app/server/accounts/sessions.server.ts": "when a session was last used",
};

const ROOT = new URL("../../..", import.meta.url).pathname;

const sources = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));

describe("every use case that writes", () => {
  it("goes through change(), but for these, whose reason is told", () => {
    const writing = [...sources("app"), ...sources("db"), ...sources("scripts")].filter(
      (file) =>
        file !== "db/change.ts" &&
        /\bdb\.write\b/.test(readFileSync(join(ROOT, file), "utf8").replace(/\/\*[\s\S]*?\*\//g, "")),
    );
    expect(writing.sort()).toEqual(Object.keys(WITHOUT_EVENT).sort());
  });
});
