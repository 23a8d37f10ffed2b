import { expect, it } from "vitest";
import { ingestFile } from "#app/server/ingest.server.ts";
import { getCalculation } from "#app/server/survey/calculation.server.ts";
import { getPromise } from "#app/server/survey/promise.server.ts";
import { getSurvey } from "#app/server/survey/results.server.ts";
import { PlacedTallies } from "#app/server/survey/tallies.ts";
import { surveySentence } from "#app/ui/survey/sentences.ts";
import type { Db } from "#db/connection.ts";
import { insertBatch } from "#db/queries/survey/batches.ts";
import { insertPublished, StagedResponses, stageSurveyRows } from "#db/queries/survey/rows.ts";
import { surveyUnits } from "#db/queries/survey/units.ts";
import type { BatchState, UnitKind } from "#db/schema-survey.ts";
import { scopeOf } from "#db/scope.ts";
import { ARUNIKA, bytesOf, decreeText, streamOf } from "#tests/integration/decree-text.ts";
import { describeEachEngine } from "#tests/setup/engines.ts";

const scope = scopeOf("operator lokal", "all");
const NOBODY = { sex: null, age: null, education: null, occupation: null } as const;

/** Arunika with its decree; gives its id and register. */
const arunika = async (db: Db) => {
  const stored = await ingestFile(db, scope, {
    name: "a.txt",
    stream: streamOf(bytesOf(decreeText(ARUNIKA))),
  });
  if (stored.kind !== "stored") throw new Error(stored.message);
  const regency = await db.read
    .selectFrom("regency")
    .selectAll()
    .where("slug", "=", "arunika")
    .executeTakeFirstOrThrow();
  return { r: regency.id, ...(await surveyUnits(db.read, scope, regency.id)) };
};

interface Answers {
  kind: UnitKind;
  id: string;
  month: string;
  /** One row of nine points a respondent. */
  points: readonly (readonly (number | null)[])[];
  sex?: "L" | "P";
  saran?: string;
}

/** Publishes answers as one batch; figures come from the histograms alone. */
const publish = async (
  db: Db,
  r: number,
  id: string,
  all: readonly Answers[],
  state: BatchState = "terbit",
) => {
  const tallies = new PlacedTallies("14/2017");
  const months = all.map(({ month }) => month).sort();
  await db.write.transaction().execute(async (trx) => {
    await insertBatch(trx, {
      r,
      id,
      source_id: null,
      file_name: `${id}.csv`,
      file_sha256: id,
      shape: "respondents",
      edition: "14/2017",
      from_month: months[0] ?? "",
      to_month: months.at(-1) ?? "",
      options: "{}",
      counts: "{}",
      printed: null,
      warnings: "[]",
      population: null,
      state,
      replaced_by: null,
      at: db.now(),
      by: "penguji",
      published_at: db.now(),
    });
    for (const { kind, id: unitId, month, points, sex } of all) {
      for (const row of points) {
        tallies.add({
          spot: { unit: { kind, id: unitId }, months: { from: month, to: month } },
          profile: { ...NOBODY, sex: sex ?? null },
          scores: row.map((point) => (point === null ? null : point * 100)),
        });
      }
    }
    await insertPublished(db, trx, { ...tallies.rows(r, id), aggregate_result: [] });
  });
  const responses = new StagedResponses(r, id);
  for (const [at, { kind, id: unitId, month, saran }] of all.entries()) {
    if (saran === undefined) continue;
    responses.add(
      { unit: { kind, id: unitId }, months: { from: month, to: month } },
      { row: at + 2, scores: "[]", saran, saran_key: ` ${saran.toLowerCase()}` },
      NOBODY,
    );
  }
  await stageSurveyRows(db, {
    responses,
    response_key: [],
    rejected_row: [],
  });
};

const nine = (point: number): number[] => Array.from({ length: 9 }, () => point);

describeEachEngine("survey results", (openTestDb) => {
  it("pool respondents and average units apart, each rounded once from exact figures", async () => {
    const db = await openTestDb();
    const { r, services } = await arunika(db);
    const [first, second] = services;
    // Two people at 4 everywhere (100), eight at 3 (75): pooled (2*100 + 8*75) / 10 = 80; mean of units 87.5.
    await publish(db, r, "b1", [
      { kind: "layanan", id: first?.id ?? "", month: "2025-04", points: [nine(4), nine(4)] },
      {
        kind: "layanan",
        id: second?.id ?? "",
        month: "2025-05",
        points: Array.from({ length: 8 }, () => nine(3)),
      },
    ]);
    const view = await getSurvey(db, scope, { kab: "arunika" });
    expect(view.period).toBe("2025-TW2");
    expect(view.index).toMatchObject({ n: 10, ikm: 80, mutu: "B" });
    expect(view.meanOfUnits).toEqual({ ikm: 87.5, mutu: "B", units: 2 });
    expect(view.levels).toEqual(["layanan"]);
    expect(view.neverSurveyed).toHaveLength(services.length - 2);
    expect(view.bagian.flatMap((one) => one.services.map(({ index }) => [index.n, index.ikm]))).toEqual([
      [2, 100],
      [8, 75],
    ]);
  });

  it("are read of published batches only, and of the months inside the period", async () => {
    const db = await openTestDb();
    const { r } = await arunika(db);
    await publish(db, r, "b1", [{ kind: "setda", id: "", month: "2025-04", points: [nine(4)] }]);
    await publish(db, r, "b2", [{ kind: "setda", id: "", month: "2025-07", points: [nine(2), nine(2)] }]);
    await publish(
      db,
      r,
      "b3",
      [{ kind: "setda", id: "", month: "2025-04", points: [nine(1)] }],
      "dibatalkan",
    );
    const newest = await getSurvey(db, scope, { kab: "arunika" });
    expect(newest).toMatchObject({
      period: "2025-TW3",
      periods: ["2025-TW3", "2025-TW2"],
      comparedWith: "2025-TW2",
    });
    expect(newest.index).toMatchObject({ n: 2, ikm: 50, mutu: "D" });
    expect(newest.whole?.n).toBe(2);
    expect(newest.bagian).toEqual([]);
    const before = await getSurvey(db, scope, { kab: "arunika", period: "2025-TW2" });
    expect(before.index).toMatchObject({ n: 1, ikm: 100 });
    expect(newest.trend.map(({ period, ikm }) => [period, ikm])).toEqual([
      ["2025-TW2", 100],
      ["2025-TW3", 50],
    ]);
  });

  it("hang on the bagian where the survey goes no deeper, and join the answers of its services above", async () => {
    const db = await openTestDb();
    const { r, services, bagian } = await arunika(db);
    const service = services.find(({ bagian_id }) => bagian_id === bagian[0]?.id);
    await publish(db, r, "b1", [
      { kind: "bagian", id: bagian[0]?.id ?? "", month: "2025-04", points: [nine(4)] },
      { kind: "layanan", id: service?.id ?? "", month: "2025-04", points: [nine(2)] },
    ]);
    const view = await getSurvey(db, scope, { kab: "arunika" });
    expect(view.bagian).toHaveLength(1);
    // (100 + 50) / 2
    expect(view.bagian[0]?.index).toMatchObject({ n: 2, ikm: 75 });
    expect(view.bagian[0]?.services.map(({ index }) => index.ikm)).toEqual([50]);
    const own = await getSurvey(db, scope, { kab: "arunika", serviceNo: service?.no ?? 0 });
    expect(own.index).toMatchObject({ n: 1, ikm: 50 });
  });

  it("give no index while an unsur was not asked, and say which", async () => {
    const db = await openTestDb();
    const { r } = await arunika(db);
    await publish(db, r, "b1", [
      { kind: "setda", id: "", month: "2025-04", points: [[4, 4, 4, 4, 4, 4, 4, 4, null]] },
    ]);
    const { index } = await getSurvey(db, scope, { kab: "arunika" });
    expect(index).toMatchObject({ ikm: null, mutu: null, missing: ["pengaduan"] });
  });

  it("join groups of fewer than five people, and find suggestions by word", async () => {
    const db = await openTestDb();
    const { r } = await arunika(db);
    await publish(db, r, "b1", [
      {
        kind: "setda",
        id: "",
        month: "2025-04",
        points: Array.from({ length: 6 }, () => nine(4)),
        sex: "L",
        saran: "loket kurang",
      },
      {
        kind: "setda",
        id: "",
        month: "2025-04",
        points: Array.from({ length: 4 }, () => nine(3)),
        sex: "P",
        saran: "sudah baik",
      },
    ]);
    const view = await getSurvey(db, scope, { kab: "arunika" });
    // 6 × 100 and 4 × 75: beside the whole, 90, the index of the six would tell that of the four.
    expect(view.profile).toEqual([{ group: "sex", value: "lainnya", joined: true, n: 10, ikm: 90 }]);
    expect(view.suggestions.total).toBe(2);
    const found = await getSurvey(db, scope, { kab: "arunika", words: "lok" });
    expect(found.suggestions.rows.map(({ text }) => text)).toEqual(["loket kurang"]);
  });

  it("hide suggestions of units that fewer than five people answered, and count those units", async () => {
    const db = await openTestDb();
    const { r, services } = await arunika(db);
    const [one, two] = services;
    const answered = (id: string, people: number, saran: string) => ({
      kind: "layanan" as const,
      id,
      month: "2025-04",
      points: Array.from({ length: people }, () => nine(4)),
      saran,
    });
    await publish(db, r, "b1", [
      answered(one?.id ?? "", 4, "kursi rusak"),
      answered(two?.id ?? "", 5, "loket sempit"),
    ]);
    const { suggestions } = await getSurvey(db, scope, { kab: "arunika" });
    expect(suggestions.rows.map(({ text }) => text)).toEqual(["loket sempit"]);
    expect(suggestions).toMatchObject({ total: 1, hidden: 1 });
    const few = await getSurvey(db, scope, { kab: "arunika", serviceNo: one?.no ?? 0 });
    expect(few.suggestions).toMatchObject({ rows: [], total: 0, hidden: 1 });
    expect(surveySentence("Pada layanan ini", few)).toBe(
      "Pada layanan ini, survei Triwulan II 2025 baru dijawab empat orang: terlalu sedikit untuk menilai unsur",
    );
    // The fifth answer, in another month of the period, shows them.
    await publish(db, r, "b2", [{ ...answered(one?.id ?? "", 1, "cepat"), month: "2025-05" }]);
    const enough = await getSurvey(db, scope, { kab: "arunika", serviceNo: one?.no ?? 0 });
    expect(enough.suggestions).toMatchObject({ total: 2, hidden: 0 });
  });

  it("open their calculation: counts, sum, NRR, and what 0.11 would have given", async () => {
    const db = await openTestDb();
    const { r } = await arunika(db);
    await publish(db, r, "b1", [
      { kind: "setda", id: "", month: "2025-04", points: [nine(4), nine(3), nine(3)] },
    ]);
    const view = await getCalculation(db, scope, { kab: "arunika", unsur: "waktu" });
    // 10 / 3 = 3.3333; x 25 = 83.33; with 0.11: 9 x 3.3333 x 0.11 x 25 = 82.50
    expect(view.index?.unsur.find(({ key }) => key === "waktu")).toMatchObject({
      n: 3,
      sum: 10,
      counts: [0, 0, 2, 1],
      nrr: 10 / 3,
      nilai: 83.33,
      mutu: "B",
    });
    expect(view.weights).toEqual([
      { printed: "0.11", ikm: 82.5 },
      { printed: "0.111", ikm: 83.25 },
    ]);
    expect(view.files.map(({ name }) => name)).toEqual(["b1.csv"]);
  });

  it("ask about the fee where a service promised free is said to have been paid for", async () => {
    const db = await openTestDb();
    const { r, services } = await arunika(db);
    const free = await db.read
      .selectFrom("service as s")
      .innerJoin("component as c", (j) =>
        j.onRef("c.r", "=", "s.r").onRef("c.service_text_id", "=", "s.text_id"),
      )
      .select("s.no")
      .where("s.r", "=", r)
      .where("c.key", "=", "biaya")
      .where("c.state", "=", "ada")
      .executeTakeFirstOrThrow();
    const service = services.find(({ no }) => no === free.no);
    // Ten answers on biaya (U4): six say 4, four say 2; below five it is a note.
    const answer = (biaya: number) => [4, 4, 4, biaya, 4, 4, 4, 4, 4];
    const points = [
      ...Array.from({ length: 6 }, () => answer(4)),
      ...Array.from({ length: 4 }, () => answer(2)),
    ];
    await publish(db, r, "b1", [{ kind: "layanan", id: service?.id ?? "", month: "2025-04", points }]);
    const fees = async () =>
      (await getSurvey(db, scope, { kab: "arunika" })).bagian.flatMap((one) =>
        one.services.map(({ fee }) => fee),
      );
    expect(await fees()).toEqual([{ free: true, against: 4, n: 10, weight: "note" }]);
    await publish(db, r, "b2", [
      { kind: "layanan", id: service?.id ?? "", month: "2025-05", points: [answer(1)] },
    ]);
    expect(await fees()).toEqual([{ free: true, against: 5, n: 11, weight: "signal" }]);
  });

  it("stand beside the promises of the same service", async () => {
    const db = await openTestDb();
    const { r, services } = await arunika(db);
    const [first] = services;
    await publish(db, r, "b1", [
      {
        kind: "layanan",
        id: first?.id ?? "",
        month: "2025-04",
        // Ten people: 2 for waktu (50), 4 elsewhere.
        points: Array.from({ length: 10 }, () => [4, 4, 2, 4, 4, 4, 4, 4, 4]),
      },
    ]);
    const view = await getPromise(db, scope, { kab: "arunika" });
    const pair = view.services[0]?.pairs.find(({ unsur }) => unsur === "waktu");
    expect(pair).toMatchObject({
      component: "jangka_waktu",
      promised: "cukup",
      experienced: "rendah",
      deed: "tepati",
    });
    expect(view.counts.deeds.tepati).toBe(1);
    expect(view.priorities[0]).toMatchObject({ kind: "tepati", count: 1 });
    expect(view.unsurveyed).toBe(services.length - 1);
  });

  it("of another regency are as if they were not there", async () => {
    const db = await openTestDb();
    const { r } = await arunika(db);
    await publish(db, r, "b1", [{ kind: "setda", id: "", month: "2025-04", points: [nine(4)] }]);
    await expect(getSurvey(db, scopeOf("orang lain", [r + 1]), { kab: "arunika" })).rejects.toMatchObject({
      status: 404,
    });
  });
});
