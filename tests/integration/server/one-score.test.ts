import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { COMPONENT_KEYS } from "#app/reader/components.ts";
import { readDecree } from "#app/reader/index.ts";
import type { Reading } from "#app/reader/schema.ts";
import { apartOf, NOTED_CRITERIA } from "#app/scoring/all-findings.ts";
import { scoreStandards } from "#app/scoring/index.ts";
import { standardsOf } from "#app/scoring/join.ts";
import { cutReading } from "#app/server/cut.ts";
import { cutsOfFacts, FactsFile, factsOfCuts, writeFacts } from "#app/server/facts-file.ts";
import { ingestFile } from "#app/server/ingest.server.ts";
import { runNextJob } from "#app/server/jobs.server.ts";
import { scoreCuts } from "#app/server/score-cuts.ts";
import { queueRescoring } from "#app/server/scoring.server.ts";
import { JOB_HANDLERS } from "#app/server/upload-jobs.server.ts";
import type { Db } from "#db/connection.ts";
import { scopeOf } from "#db/scope.ts";
import { ARUNIKA, bytesOf, type DecreeSpec, decreeText, streamOf } from "#tests/integration/decree-text.ts";
import { describeEachEngine } from "#tests/setup/engines.ts";
import { describeWithShared } from "#tests/setup/shared.ts";

const scope = scopeOf("operator lokal", "all");

/** ARUNIKA whose head tells of its consultation and of the decree before it, with a legal basis that has amendments. */
const TOLD: DecreeSpec = {
  bagian: ARUNIKA.bagian.map(({ name, services }) => ({
    name,
    services: services.map((service) => ({
      ...service,
      texts: {
        dasar_hukum:
          "1. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah sebagaimana telah diubah terakhir dengan Undang-Undang Nomor 9 Tahun 2015; 2. Undang-Undang Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara; 3. Peraturan Bupati Arunika Nomor 7 Tahun 2019 tentang Aula.",
      },
    })),
  })),
};
const toldText = decreeText(TOLD)
  .replace(
    "Menimbang :",
    "Menimbang : bahwa rancangan standar telah dibahas dalam forum konsultasi publik;\n",
  )
  .replace(
    "KETIGA :",
    "KETIGA : Dengan ditetapkannya Keputusan ini, Keputusan Bupati yang lama dicabut.\nKEEMPAT :",
  );

/** What the command prints of a reading, findings and verdicts, in one order that no store has to keep. */
const printed = (reading: Reading) => {
  const { levels, verdicts, units, decrees, findings } = scoreStandards(standardsOf(reading));
  const flag = (met: boolean | null) => (met === null ? null : met ? 1 : 0);
  return {
    levels: levels.map((own, at) => [
      reading.services[at]?.line ?? 0,
      ...COMPONENT_KEYS.map((key) => String(own[key])),
    ]),
    verdicts: verdicts
      .map(({ service, criterion, met, reason, quote, lines }) =>
        JSON.stringify([reading.services[service]?.line, criterion, flag(met), reason, quote, ...lines]),
      )
      .sort(),
    units: [
      ...units.map((one) => ({ of: "bagian", ...one })),
      ...decrees.map((one) => ({ of: "keputusan", bagian: null, service: null, ...one })),
    ]
      .map(({ of, bagian, criterion, met, reason, quote, service, lines }) =>
        JSON.stringify([
          of,
          bagian,
          criterion,
          flag(met),
          reason,
          quote,
          service === null ? null : reading.services[service]?.line,
          ...(lines ?? [null, null]),
        ]),
      )
      .sort(),
    // Notes towards level 3 are told from the verdicts, which are compared above; they are not stored a second time.
    findings: findings
      .filter(({ code }) => code !== "short_of_level_3")
      .map(({ code, severity, service, component, message, lines, source }) =>
        JSON.stringify([
          code,
          severity,
          service === null ? null : reading.services[service]?.line,
          component,
          message,
          ...(lines ?? [null, null]),
          source === null ? null : reading.services[source.service]?.line,
        ]),
      )
      .sort(),
  };
};

/** The same out of the database, which holds this one file. */
const stored = async (db: Db): Promise<ReturnType<typeof printed>> => {
  const tables = await db.read
    .selectFrom("service_text")
    .select(["id", "line"])
    .where("r", ">", 0)
    .orderBy("ordinal")
    .execute();
  const line = new Map(tables.map((row) => [row.id, row.line]));
  const lineOf = (id: string | null) => (id === null ? null : line.get(id));
  const components = await db.read.selectFrom("component").selectAll().where("r", ">", 0).execute();
  const verdicts = await db.read.selectFrom("verdict").selectAll().where("r", ">", 0).execute();
  const units = await db.read.selectFrom("unit_verdict").selectAll().where("r", ">", 0).execute();
  const findings = await db.read
    .selectFrom("finding")
    .selectAll()
    .where("r", ">", 0)
    .where("origin", "=", "penilai")
    .execute();
  return {
    levels: tables.map(({ id, line: at }) => [
      at,
      ...COMPONENT_KEYS.map((key) =>
        String(components.find((row) => row.service_text_id === id && row.key === key)?.level),
      ),
    ]),
    verdicts: verdicts
      .map((row) =>
        JSON.stringify([
          lineOf(row.service_text_id),
          row.criterion,
          row.met,
          row.reason,
          row.quote,
          row.line_from,
          row.line_to,
        ]),
      )
      .sort(),
    units: units
      .map((row) =>
        JSON.stringify([
          row.of,
          row.bagian,
          row.criterion,
          row.met,
          row.reason,
          row.quote,
          lineOf(row.service_text_id),
          row.line_from,
          row.line_to,
        ]),
      )
      .sort(),
    findings: findings
      .map((row) =>
        JSON.stringify([
          row.code,
          row.severity,
          lineOf(row.service_text_id),
          row.component,
          row.message,
          row.line_from,
          row.line_to,
          lineOf(row.source_text_id),
        ]),
      )
      .sort(),
  };
};

describeEachEngine("scores of a stored decree", (openTestDb) => {
  it("are those that the command prints, the decree's own criteria and all findings included", async () => {
    const db = await openTestDb();
    const bytes = bytesOf(toldText);
    const result = await ingestFile(db, scope, { name: "arunika.txt", stream: streamOf(bytes) });
    expect(result.kind).toBe("stored");
    const expected = printed(readDecree(bytes, "arunika.txt"));
    expect(await stored(db)).toEqual(expected);
    const asked = expected.units.filter((row) => /keputusan\.(konsultasi|pendahulu)",1/.test(row));
    expect(asked).toHaveLength(2);
  });

  it("stay the same when the reading was stored without its head and is scored again", async () => {
    const db = await openTestDb();
    const bytes = bytesOf(toldText);
    await ingestFile(db, scope, { name: "arunika.txt", stream: streamOf(bytes) });
    await db.write.updateTable("reading").set({ head: null, scorer_version: null }).execute();
    await queueRescoring(db, scope);
    expect(await runNextJob(db, JOB_HANDLERS, { worker: "penguji" })).toBe(true);
    expect(await stored(db)).toEqual(printed(readDecree(bytes, "arunika.txt")));
  });

  it("come with each citation, its amendments and how it stood on the day of signing", async () => {
    const db = await openTestDb();
    await ingestFile(db, scope, { name: "arunika.txt", stream: streamOf(bytesOf(toldText)) });
    const rows = await db.read
      .selectFrom("citation")
      .selectAll()
      .where("r", ">", 0)
      .orderBy("service_text_id")
      .orderBy("seq")
      .execute();
    const r = rows[0]?.r;
    // Signed 5 March 2024: the law of 2014 on the civil service was replaced in October 2023.
    expect(rows.slice(0, 4)).toMatchObject([
      { regulation_key: "uu-23-2014", amends_seq: null, fault: null, certain: null, instead: null },
      { regulation_key: "uu-9-2015", amends_seq: 0, fault: null },
      { regulation_key: "uu-5-2014", amends_seq: null, fault: "revoked", instead: expect.any(String) },
      { regulation_key: `${r}-perbup-7-2019`, amends_seq: null, fault: null },
    ]);
    expect(rows).toHaveLength(12);
  });
});

/** Scores by what the samples keep of them. */
const withoutWords = (cuts: ReturnType<typeof cutsOfFacts>) =>
  cuts.map(({ head, scores }) => ({
    head,
    levels: [...(scores?.services ?? [])].map(([ordinal, { levels }]) => [ordinal, levels]),
    citations: [...(scores?.services ?? [])].map(([, { citations }]) => citations),
    units: scores?.units.map(({ criterion, bagian, met, lines }) => [criterion, bagian, met, lines]),
    findings: scores?.findings.map(({ code, service, component, lines }) => [
      code,
      service,
      component,
      lines,
    ]),
  }));

/** Scores by decree as the store makes them, against those of the command. */
const compared = (bytes: Uint8Array, name: string) => {
  const reading = readDecree(bytes, name);
  const own = scoreStandards(standardsOf(reading));
  const cuts = cutReading(reading);
  const scores = scoreCuts(cuts);
  const services = scores.flatMap((one) => [...one.services].sort(([a], [b]) => a - b));
  expect(services.map(([, { levels }]) => levels)).toEqual(own.levels);
  expect(services.flatMap(([service, { verdicts }]) => verdicts.map((one) => ({ service, ...one })))).toEqual(
    own.verdicts,
  );
  const sorted = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort();
  const findings = scores.flatMap((one) => one.findings);
  expect(
    sorted(
      findings.map(({ code, component, message, lines, service, source, quote }) => [
        code,
        component,
        message,
        lines,
        service,
        source,
        quote,
      ]),
    ),
  ).toEqual(
    sorted(
      own.findings
        .filter(({ code }) => apartOf(code) === null)
        .map(({ code, component, message, lines, service, source, quote }) => [
          code,
          component,
          message,
          lines,
          service,
          source?.service ?? null,
          quote,
        ]),
    ),
  );
  // What stands beside the findings is made from the verdicts: the same, one by one.
  const noted = services.flatMap(([service, { verdicts }]) =>
    verdicts
      .filter(({ criterion, met }) => met === false && NOTED_CRITERIA.includes(criterion))
      .map(({ criterion, reason, quote }) => [service, criterion, reason, quote]),
  );
  const notes = own.findings.filter(({ code }) => apartOf(code) !== null);
  expect(sorted(noted)).toEqual(
    sorted(notes.map(({ service, criterion, reason, quote }) => [service, criterion, reason, quote])),
  );
  const units = scores.flatMap((one) => one.units);
  expect(sorted(units.map(({ criterion, met, reason, lines }) => [criterion, met, reason, lines]))).toEqual(
    sorted(
      [...own.units, ...own.decrees].map(({ criterion, met, reason, lines }) => [
        criterion,
        met,
        reason,
        lines,
      ]),
    ),
  );
  const facts = FactsFile.parse(JSON.parse(writeFacts(factsOfCuts(reading, cuts, scores))));
  const untitled = scores.map((score) => ({
    ...score,
    services: new Map(
      [...score.services].map(([ordinal, one]) => [
        ordinal,
        { ...one, citations: one.citations.map((cited) => ({ ...cited, title: null })) },
      ]),
    ),
  }));
  expect(withoutWords(cutsOfFacts(facts))).toEqual(
    withoutWords(cuts.map((cut, at) => ({ ...cut, scores: untitled[at] ?? null }))),
  );
};

describe("scores of cut decrees, and of facts", () => {
  it("are those of the reading", () => {
    compared(bytesOf(toldText), "arunika.txt");
    compared(bytesOf(decreeText(ARUNIKA)), "arunika.txt");
  });
});

describeWithShared("scores of the real decrees, cut and as facts", (shared) => {
  const decrees = join(shared, "decrees");
  it.each(shared === "" ? [] : readdirSync(decrees))("are those of the reading: %s", (name) => {
    compared(readFileSync(join(decrees, name)), name);
  });
});
