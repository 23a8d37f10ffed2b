import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { getDashboard } from "#app/server/dashboard.server.ts";
import { FactsFile, writeFacts } from "#app/server/facts-file.ts";
import { ingestFile } from "#app/server/ingest.server.ts";
import { sampleFacts } from "#app/server/sample-facts.ts";
import { localOperator } from "#app/server/scope.server.ts";
import { prepareDatabase } from "#app/server/setup.server.ts";
import { verifyChain } from "#db/change.ts";
import { type Db, sqliteDb } from "#db/connection.ts";
import { ARUNIKA, bytesOf, type DecreeSpec, decreeText, streamOf } from "#tests/integration/decree-text.ts";
import { describeEachEngine } from "#tests/setup/engines.ts";

const scope = localOperator();
const SEGARA: DecreeSpec = { ...ARUNIKA, regency: "SEGARA BIRU", number: "060/13/ORG" };
const LEMBAYUNG: DecreeSpec = { ...ARUNIKA, regency: "LEMBAYUNG", number: "060/14/ORG" };

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
const temporary = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "tolok-fill-"));
  folders.push(folder);
  return folder;
};

const factsOf = (spec: DecreeSpec): string => sampleFacts("naskah.txt", bytesOf(decreeText(spec))).json;

/** Facts of two regencies and a whole decree of a third. */
const sampleFolder = (): string => {
  const folder = temporary();
  writeFileSync(join(folder, "arunika.json"), factsOf(ARUNIKA));
  writeFileSync(join(folder, "lembayung.txt"), decreeText(LEMBAYUNG));
  writeFileSync(join(folder, "segara.json"), factsOf(SEGARA));
  return folder;
};

const WHOLE = { arunika: 3, lembayung: 3, "segara-biru": 3 };
const servicesIn = async (db: Db) =>
  Object.fromEntries(
    (await getDashboard(db, scope, {})).regencies
      .filter(({ services }) => services > 0)
      .map(({ regency, services }) => [regency.slug, services]),
  );

const waiting = (db: Db) =>
  db.read.selectFrom("upload").select("id").where("state", "in", ["antre", "pratinjau"]).execute();

describeEachEngine("two programs that start together on one empty database", (open) => {
  it("fill it once", async () => {
    const samples = sampleFolder();
    const db = await open({ migrated: false });
    await Promise.all([prepareDatabase(db, { samples }), prepareDatabase(db, { samples })]);
    expect(await servicesIn(db)).toEqual(WHOLE);
    expect(await waiting(db)).toEqual([]);
  });
});

describe("filling an empty database", () => {
  // The first transactions bring the regencies, the last ones store the third file.
  it.each([3, 12, 22, 36])("goes on where it was killed, after %i transactions", async (after) => {
    const samples = sampleFolder();
    const file = join(temporary(), "tolok.db");
    const child = resolve(import.meta.dirname, "fill-child.ts");
    const ended = spawnSync(process.execPath, ["--import", "tsx", child, file, samples, String(after)], {
      encoding: "utf8",
    });
    expect([ended.signal, ended.stderr]).toEqual(["SIGKILL", ""]);
    const db = sqliteDb(file);
    try {
      await prepareDatabase(db, { samples });
      expect(await servicesIn(db)).toEqual(WHOLE);
      expect(await waiting(db)).toEqual([]);
      for (const { regency } of (await getDashboard(db, scope, {})).regencies) {
        expect(await verifyChain(db.read, regency.r)).toMatchObject({ ok: true });
      }
    } finally {
      await db.close();
    }
  });
});

/** Facts as an earlier program has shipped them: another scorer, and every basis at level 0. */
const older = (json: string): string => {
  const facts = FactsFile.parse(JSON.parse(json));
  for (const { services } of facts.decrees) {
    for (const { components } of services) components.dasar_hukum.level = 0;
  }
  return writeFacts({ ...facts, scorer: "0.0.1" });
};

const basisLevels = (db: Db) =>
  db.read
    .selectFrom("component as c")
    .innerJoin("service_text as st", (j) =>
      j.onRef("st.r", "=", "c.r").onRef("st.id", "=", "c.service_text_id"),
    )
    .innerJoin("regency as g", "g.id", "c.r")
    .select(["c.level", "st.service_id"])
    .where("g.slug", "=", "arunika")
    .where("c.key", "=", "dasar_hukum")
    .where("st.status", "=", "berlaku")
    .orderBy("st.line")
    .execute();

const eventsOf = (db: Db) =>
  db.read
    .selectFrom("event as e")
    .innerJoin("regency as g", "g.id", "e.r")
    .select(["e.action", "e.reason"])
    .where("g.slug", "=", "arunika")
    .orderBy("e.seq")
    .execute();

describeEachEngine("facts that are stored", (openTestDb) => {
  it("give way to those that a newer program brings, once, and keep their services", async () => {
    const samples = temporary();
    writeFileSync(join(samples, "arunika.json"), older(factsOf(ARUNIKA)));
    const db = await openTestDb();
    await prepareDatabase(db, { samples });
    const before = await basisLevels(db);
    expect(before.map(({ level }) => level)).toEqual(["0", "0", "0"]);
    writeFileSync(join(samples, "arunika.json"), factsOf(ARUNIKA));
    await prepareDatabase(db, { samples });
    await prepareDatabase(db, { samples });
    const after = await basisLevels(db);
    expect(after.map(({ level }) => level)).toEqual(["2", "2", "2"]);
    expect(after.map((row) => row.service_id)).toEqual(before.map((row) => row.service_id));
    expect(await servicesIn(db)).toEqual({ arunika: 3 });
    const texts = await db.read.selectFrom("decree_text").select(["version", "status"]).execute();
    expect(texts).toEqual([{ version: 1, status: "berlaku" }]);
    expect((await eventsOf(db)).map(({ reason }) => reason)).toEqual([
      null,
      null,
      "fakta contoh dibaca atau dinilai ulang",
    ]);
  });

  it("also where they were stored before it was noted what is loaded", async () => {
    const samples = temporary();
    writeFileSync(join(samples, "arunika.json"), older(factsOf(ARUNIKA)));
    const db = await openTestDb();
    await prepareDatabase(db, { samples });
    await db.write.deleteFrom("sample").execute();
    writeFileSync(join(samples, "arunika.json"), factsOf(ARUNIKA));
    writeFileSync(join(samples, "segara.json"), factsOf(SEGARA));
    await prepareDatabase(db, { samples });
    expect((await basisLevels(db)).map(({ level }) => level)).toEqual(["2", "2", "2"]);
    // What such a database never held is not brought into it.
    expect(await servicesIn(db)).toEqual({ arunika: 3 });
  });

  it("stay behind a text that somebody has stored since", async () => {
    const samples = temporary();
    writeFileSync(join(samples, "arunika.json"), older(factsOf(ARUNIKA)));
    const db = await openTestDb();
    await prepareDatabase(db, { samples });
    const stream = streamOf(bytesOf(decreeText(ARUNIKA)));
    expect((await ingestFile(db, scope, { name: "arunika.txt", stream })).kind).toBe("stored");
    const count = (await eventsOf(db)).length;
    writeFileSync(join(samples, "arunika.json"), factsOf(ARUNIKA));
    await prepareDatabase(db, { samples });
    const texts = await db.read
      .selectFrom("decree_text")
      .select(["version", "status", "facts_only"])
      .orderBy("version")
      .execute();
    expect(texts).toEqual([
      { version: 1, status: "lama", facts_only: 1 },
      { version: 2, status: "berlaku", facts_only: 0 },
    ]);
    expect((await basisLevels(db)).map(({ level }) => level)).toEqual(["2", "2", "2"]);
    expect(await eventsOf(db)).toHaveLength(count);
  });
});
