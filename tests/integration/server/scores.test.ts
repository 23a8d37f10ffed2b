import { expect, it } from "vitest";
import { COMPONENT_KEYS } from "#app/reader/components.ts";
import { readDecree } from "#app/reader/index.ts";
import { SCORER_VERSION } from "#app/scoring/index.ts";
import { cutReading } from "#app/server/cut.ts";
import { cutsOfFacts, FactsFile, factsOfCuts, writeFacts } from "#app/server/facts-file.ts";
import { ingestFile } from "#app/server/ingest.server.ts";
import { runNextJob } from "#app/server/jobs.server.ts";
import { CURRENT_INSTRUMENT, scoreCuts } from "#app/server/score-cuts.ts";
import { queueRescoring } from "#app/server/scoring.server.ts";
import { stageCuts } from "#app/server/staging.server.ts";
import { storeUpload } from "#app/server/store.server.ts";
import { JOB_HANDLERS } from "#app/server/upload-jobs.server.ts";
import { verifyChain } from "#db/change.ts";
import type { Db } from "#db/connection.ts";
import { scopeOf } from "#db/scope.ts";
import { ARUNIKA, bytesOf, type DecreeSpec, decreeText, streamOf } from "#tests/integration/decree-text.ts";
import { describeEachEngine } from "#tests/setup/engines.ts";

const scope = scopeOf("operator lokal", "all");

/** ARUNIKA with a duration that says nothing: level 1, where the whole one has level 3. */
const VAGUE: DecreeSpec = {
  bagian: ARUNIKA.bagian.map((bagian, at) =>
    at === 0
      ? bagian
      : {
          ...bagian,
          services: bagian.services.map((service) => ({
            ...service,
            texts: { jangka_waktu: "Menyesuaikan keadaan." },
          })),
        },
  ),
};

const store = async (db: Db, spec: DecreeSpec, name = "arunika.txt") => {
  const result = await ingestFile(db, scope, { name, stream: streamOf(bytesOf(decreeText(spec))) });
  expect(result.kind).toBe("stored");
};

const tablesOf = (db: Db) =>
  db.read
    .selectFrom("service_text")
    .selectAll()
    .where("r", ">", 0)
    .where("status", "=", "berlaku")
    .orderBy("line")
    .execute();

const levelsOf = async (db: Db, tableId: string) => {
  const rows = await db.read
    .selectFrom("component")
    .select(["key", "level"])
    .where("r", ">", 0)
    .where("service_text_id", "=", tableId)
    .execute();
  return Object.fromEntries(rows.map(({ key, level }) => [key, level]));
};

/** Everything that scoring wrote about a regency, apart from ids made on the way. */
const written = async (db: Db) => ({
  verdicts: await db.read
    .selectFrom("verdict")
    .selectAll()
    .where("r", ">", 0)
    .orderBy("service_text_id")
    .orderBy("criterion")
    .execute(),
  findings: await db.read
    .selectFrom("finding")
    .selectAll()
    .where("r", ">", 0)
    .where("origin", "=", "penilai")
    .orderBy("id")
    .execute(),
  units: await db.read
    .selectFrom("unit_verdict")
    .selectAll()
    .where("r", ">", 0)
    .orderBy("reading_id")
    .orderBy("seq")
    .execute(),
  citations: await db.read
    .selectFrom("citation")
    .selectAll()
    .where("r", ">", 0)
    .orderBy("service_text_id")
    .orderBy("seq")
    .execute(),
  tables: await tablesOf(db),
});

describeEachEngine("scores", (openTestDb) => {
  it("follow at once when a decree is stored, with the counts that lists add up", async () => {
    const db = await openTestDb();
    await store(db, ARUNIKA);
    const [hall, guests, papers] = await tablesOf(db);
    // Complaints without a handler, only the general law, a promise without consequence: 2; all the rest: 3.
    const whole = Object.fromEntries(COMPONENT_KEYS.map((key) => [key, "3"]));
    const core = { pengaduan: "2", dasar_hukum: "2", jaminan_pelayanan: "2" };
    expect(await levelsOf(db, hall?.id ?? "")).toEqual({ ...whole, ...core });
    expect(await levelsOf(db, guests?.id ?? "")).toEqual({ ...whole, ...core, evaluasi_kinerja: "0" });
    expect(await levelsOf(db, papers?.id ?? "")).toEqual({ ...whole, ...core, biaya: "0", produk: "0" });
    const none = { level1_n: 0, level_t_n: 0, level_t_public_n: 0, judged_public_n: 6 };
    expect(hall).toMatchObject({ ...none, level0_n: 0, level2_n: 3, level3_n: 11, problems_public_n: 0 });
    expect(guests).toMatchObject({ ...none, level0_n: 1, level2_n: 3, level3_n: 10, problems_public_n: 0 });
    expect(papers).toMatchObject({ ...none, level0_n: 2, level2_n: 3, level3_n: 9, problems_public_n: 2 });
  });

  it("name the instrument, the scorer and the text they were made on", async () => {
    const db = await openTestDb();
    await store(db, VAGUE);
    const papers = (await tablesOf(db))[2];
    const { verdicts } = await written(db);
    expect(verdicts.find((row) => row.criterion === "jangka_waktu.terukur" && row.met === 0)).toMatchObject({
      service_text_id: papers?.id,
      content_hash: papers?.content_hash,
      instrument_id: CURRENT_INSTRUMENT.id,
      scorer_version: SCORER_VERSION,
      component: "jangka_waktu",
      quote: "Menyesuaikan keadaan.",
    });
    expect(papers).toMatchObject({ level1_n: 1, problems_public_n: 3 });
    const instruments = await db.read.selectFrom("instrument").selectAll().execute();
    expect(instruments).toMatchObject([
      { id: CURRENT_INSTRUMENT.id, edition: CURRENT_INSTRUMENT.edition, superseded_by: null },
    ]);
    const findings = await db.read
      .selectFrom("finding")
      .selectAll()
      .where("r", ">", 0)
      .where("code", "=", "not_measurable")
      .execute();
    expect(findings).toMatchObject([
      {
        origin: "penilai",
        service_text_id: papers?.id,
        component: "jangka_waktu",
        criterion: "jangka_waktu.terukur",
        quote: "Menyesuaikan keadaan.",
      },
    ]);
  });

  it("say where each regulation is cited", async () => {
    const db = await openTestDb();
    await store(db, ARUNIKA);
    const { citations, tables } = await written(db);
    expect(citations.map(({ service_text_id }) => service_text_id).sort()).toEqual(
      tables.map(({ id }) => id).sort(),
    );
    expect(citations[0]).toMatchObject({
      regulation_key: "uu-25-2009",
      type: "UU",
      number: "25",
      year: 2009,
    });
  });

  it("of a replaced text stay, and the new text has its own", async () => {
    const db = await openTestDb();
    await store(db, VAGUE);
    const before = await written(db);
    await store(db, ARUNIKA, "arunika-2.txt");
    const after = await written(db);
    const old = new Set(before.tables.map(({ id }) => id));
    expect(after.verdicts.filter((row) => old.has(row.service_text_id))).toEqual(before.verdicts);
    expect(after.verdicts.length).toBeGreaterThan(before.verdicts.length);
    expect(after.tables.map((row) => row.level1_n)).toEqual([0, 0, 0]);
  });

  it("made by another scorer are made again by a job, once, and change nothing that is the same", async () => {
    const db = await openTestDb();
    await store(db, VAGUE);
    const before = await written(db);
    const r = before.tables[0]?.r ?? 0;
    const jobs = () => db.read.selectFrom("job").select("id").where("kind", "=", "nilai").execute();
    await queueRescoring(db, scope);
    expect(await jobs()).toHaveLength(0);
    await db.write.updateTable("reading").set({ scorer_version: "0.0.1" }).where("r", "=", r).execute();
    await queueRescoring(db, scope);
    await queueRescoring(db, scope);
    expect(await jobs()).toHaveLength(1);
    expect(await runNextJob(db, JOB_HANDLERS, { worker: "penguji" })).toBe(true);
    expect(await written(db)).toEqual(before);
    const events = await db.read
      .selectFrom("event")
      .select(["action", "after"])
      .where("r", "=", r)
      .orderBy("seq", "desc")
      .limit(1)
      .execute();
    expect(events[0]?.action).toBe("standar.nilai");
    expect(JSON.parse(events[0]?.after ?? "")).toMatchObject({ scorer: SCORER_VERSION, tables: 3 });
    expect(await verifyChain(db.read, r)).toMatchObject({ ok: true });
    await queueRescoring(db, scope);
    expect(await jobs()).toHaveLength(1);
  });

  it("come along with facts, without a word of the text", async () => {
    const text = await openTestDb();
    await store(text, VAGUE);
    const db = await openTestDb();
    const reading = readDecree(bytesOf(decreeText(VAGUE)), "arunika.txt");
    const cuts = cutReading(reading);
    const facts = FactsFile.parse(JSON.parse(writeFacts(factsOfCuts(reading, cuts, scoreCuts(cuts)))));
    const upload = await stageCuts(db, scope, { ...facts.file, reader: facts.reader }, cutsOfFacts(facts));
    const decree = { index: 0, regency: "Arunika", issuer: "Bupati", number: "060/12/ORG", year: 2024 };
    await storeUpload(db, scope, upload, { decrees: [decree] });
    const [ofText, ofFacts] = [await written(text), await written(db)];
    const counts = ({ tables }: typeof ofText) =>
      tables.map((row) => [row.level0_n, row.level1_n, row.level2_n, row.level3_n, row.level_t_n]);
    expect(counts(ofFacts)).toEqual(counts(ofText));
    const answers = ({ verdicts }: typeof ofText) =>
      verdicts.map((row) => `${row.criterion} ${row.met} ${row.line_from}-${row.line_to}`).sort();
    expect(answers(ofFacts)).toEqual(answers(ofText));
    expect(new Set(ofFacts.verdicts.map(({ quote }) => quote))).toEqual(new Set([null]));
    expect(
      ofFacts.findings.map(({ code, component, quote, message }) => [code, component, quote, message]),
    ).toEqual(ofText.findings.map(({ code, component }) => [code, component, null, ""]));
    expect(ofFacts.citations.map((row) => row.regulation_key)).toEqual([
      "uu-25-2009",
      "uu-25-2009",
      "uu-25-2009",
    ]);
    // Facts cannot be scored again: nobody has their text.
    await queueRescoring(db, scope);
    expect(await db.read.selectFrom("job").select("id").execute()).toEqual([]);
  });
});
