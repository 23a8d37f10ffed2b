import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it, vi } from "vitest";
import { ingestFile } from "#app/server/ingest.server.ts";
import { getJob, runNextJob } from "#app/server/jobs.server.ts";
import {
  confirmSurvey,
  discardSurveyDraft,
  mendDraftRow,
  setDraftOptions,
  setDraftPlaces,
  setDraftRegencies,
  stageSurvey,
  sweepSurvey,
  undoImport,
} from "#app/server/survey/import.server.ts";
import { getCheckStep } from "#app/server/survey/import-steps/check.server.ts";
import { getColumnsStep } from "#app/server/survey/import-steps/columns.server.ts";
import { getDoneStep, getImportHistory } from "#app/server/survey/import-steps/done.server.ts";
import { getImportStart } from "#app/server/survey/import-steps/head.server.ts";
import { getPlacesStep, unitReader } from "#app/server/survey/import-steps/places.server.ts";
import { rejectedOfDraft, rejectedOfImport, rejectedRow } from "#app/server/survey/rejected.server.ts";
import { getSurvey } from "#app/server/survey/results.server.ts";
import type { SkmOptions } from "#app/server/survey/stored.ts";
import { JOB_HANDLERS } from "#app/server/upload-jobs.server.ts";
import { edition } from "#app/survey/editions.ts";
import { verifyChain } from "#db/change.ts";
import type { Db } from "#db/connection.ts";
import { stageDraftText } from "#db/queries/survey/rows.ts";
import { scopeOf } from "#db/scope.ts";
import { ARUNIKA, bytesOf, decreeText, streamOf } from "#tests/integration/decree-text.ts";
import { describeEachEngine } from "#tests/setup/engines.ts";

await vi.hoisted(async () => {
  const [{ mkdtempSync }, { tmpdir }, { join }] = await Promise.all([
    import("node:fs"),
    import("node:os"),
    import("node:path"),
  ]);
  process.env.TOLOK_DATA = mkdtempSync(join(tmpdir(), "tolok-survei-"));
});

const FIXTURES = fileURLToPath(new URL("../../fixtures/survey", import.meta.url));
const scope = scopeOf("operator lokal", "all");
const UNSUR_OF_14_2017 = edition("14/2017").unsur.map(({ key }) => key);
const secret = new Uint8Array(32).fill(7);
const HEAD = "Timestamp,Nama,No HP,Jenis Layanan,U1,U2,U3,U4,U5,U6,U7,U8,U9,Saran";
const row = (at: string, name: string, service: string, points: string, saran = ""): string =>
  `${at},${name},0812345678${at.slice(0, 2)},${service},${points},${saran}`;
const all = (point: number): string => Array(9).fill(point).join(",");

/**
 * Eight rows: aula 4, 4, 3, 3 and tamu 2, 3 are accepted; row 8 has a 7 and is rejected; row 9 repeats row 2.
 * Aula NRR 14/4 = 3.5, IKM 87.50; tamu 2.5, 62.50; together 19/6 × 25 = 79.17.
 */
const FILE = [
  HEAD,
  row("01/04/2025 08:10:05", "Sulastri Wening", "Peminjaman Aula", all(4), "hubungi 081234567890"),
  row("13/04/2025 08:11:05", "Bagas Anggoro", "Peminjaman Aula", all(4)),
  row("14/04/2025 08:12:05", "Rengganis Ayu", "Peminjaman Aula", all(3)),
  row("15/05/2025 08:13:05", "Tirta Kusuma", "Peminjaman Aula", all(3)),
  row("16/05/2025 08:14:05", "Wulan Sekar", "Penerimaan Tamu Daerah", all(2)),
  row("17/06/2025 08:15:05", "Jaka Samudra", "Penerimaan Tamu Daerah", all(3)),
  row("18/06/2025 08:16:05", "Laras Hati", "Penerimaan Tamu Daerah", "4,4,7,4,4,4,4,4,4"),
  row("01/04/2025 08:10:05", "Sulastri Wening", "Peminjaman Aula", all(4), "hubungi 081234567890"),
].join("\n");
const PERSONAL = /Sulastri|Wening|Bagas|Rengganis|Tirta|Wulan|Jaka|Laras|08123456/;

const OPTIONS: SkmOptions = { order: "kuesioner" };

const open = async (db: Db) => {
  const stored = await ingestFile(db, scope, {
    name: "a.txt",
    stream: streamOf(bytesOf(decreeText(ARUNIKA))),
  });
  if (stored.kind !== "stored") throw new Error(stored.message);
};
const work = async (db: Db) => {
  let jobs = 0;
  while (await runNextJob(db, JOB_HANDLERS, { worker: "pekerja uji" })) jobs++;
  return jobs;
};
const stage = (db: Db, text: string, name = "tw2.csv", kab = "arunika") =>
  stageSurvey(db, scope, secret, { kab, name, stream: [bytesOf(text)] });
const draftOf = async (db: Db, text: string, name?: string): Promise<string> => {
  const staged = await stage(db, text, name);
  if (staged.kind !== "draft") throw new Error("stored already");
  return staged.draftId;
};
/** Columns and places as proposed: the draft stands before its last step. */
const prepare = async (
  db: Db,
  id: string,
  options: SkmOptions = OPTIONS,
  choose: (value: string) => string = (value) => value,
) => {
  await setDraftOptions(db, scope, id, options);
  await work(db);
  const step = await getPlacesStep(db, scope, id);
  if (!step) throw new Error("not counted");
  const unitOf = await unitReader(db, scope, id);
  const places = step.places.map(({ bagian, service, value }) => ({
    bagian,
    service,
    unit: unitOf(choose(value)) ?? null,
  }));
  await setDraftPlaces(db, scope, id, { places, period: null });
  return checkOf(db, id);
};
const checkOf = async (db: Db, id: string) => {
  const step = await getCheckStep(db, scope, id, 1);
  if ("missing" in step) throw new Error(`missing ${step.missing}`);
  return step;
};
const store = async (db: Db, id: string, replaces: string[] = [], source: string | null = null) => {
  const { jobId } = await confirmSurvey(db, scope, id, { replaces, source });
  await work(db);
  const job = await getJob(db, scope, jobId);
  if (job.state !== "selesai") throw new Error(job.message ?? "failed");
  const { batch } = await getDoneStep(db, scope, id);
  if (!batch) throw new Error("no batch");
  return batch;
};
const importText = async (db: Db, text: string, name?: string) => {
  const id = await draftOf(db, text, name);
  await prepare(db, id);
  return store(db, id);
};
/** Numbers of rows that come in parts. */
const rowsIn = async (parts: AsyncIterable<readonly { row: number }[]>): Promise<number[]> => {
  const rows: number[] = [];
  for await (const part of parts) rows.push(...part.map(({ row: number }) => number));
  return rows;
};
const index = async (db: Db, period = "2025-TW2") => {
  const view = await getSurvey(db, scope, { kab: "arunika", period, words: "", page: 1 });
  return view.index ? { n: view.index.n, ikm: view.index.ikm } : null;
};
const events = async (db: Db) => {
  const rows = await db.read
    .selectFrom("event")
    .select(["r", "action", "seq"])
    .orderBy("r")
    .orderBy("seq")
    .execute();
  return rows.filter(({ action }) => action.startsWith("survei.")).map(({ action }) => action);
};

describeEachEngine("importing a survey", (openTestDb) => {
  it("reads one sheet of a workbook at a time, and the others wait for an import of their own", async () => {
    const db = await openTestDb();
    await open(db);
    // Ten respondents with 266 points (73.89) under "Bag. Umum", eleven with 258 (65.15) under "Bag. Hukum": 524 / 189 × 25 = 69.31.
    const bytes = readFileSync(join(FIXTURES, "lembar-bagian.xlsx"));
    const upload = () =>
      stageSurvey(db, scope, secret, { kab: "arunika", name: "s1.xlsx", stream: [new Uint8Array(bytes)] });
    const staged = await upload();
    if (staged.kind !== "draft") throw new Error("stored already");
    const columns = await getColumnsStep(db, scope, staged.draftId);
    expect(columns).toMatchObject({ sheet: "Bag. Umum", otherSheets: ["Bag. Hukum"] });
    const options = { ...OPTIONS, sheet: "Bag. Umum", period: "2025-S1" };
    await prepare(db, staged.draftId, options, (value) => value || "setda");
    await store(db, staged.draftId);
    expect(await index(db, "2025-S1")).toEqual({ n: 10, ikm: 73.89 });
    const { waiting } = await getDoneStep(db, scope, staged.draftId);
    expect(waiting?.sheets).toEqual(["Bag. Hukum"]);
    expect((await upload()).kind).toBe("known");
    const next = waiting?.draft ?? "";
    expect(await getColumnsStep(db, scope, next)).toMatchObject({
      sheet: "Bag. Hukum",
      sheets: ["Bag. Hukum"],
      otherSheets: [],
      options: OPTIONS,
    });
    const check = await prepare(db, next, OPTIONS, (value) => value || "setda");
    expect(check.json.rows).toEqual({ read: 11, accepted: 11, rejected: 0, duplicate: 0, ignored: 0 });
    await store(db, next);
    expect((await getDoneStep(db, scope, next)).waiting).toBeNull();
    expect(await index(db, "2025-S1")).toEqual({ n: 21, ikm: 69.31 });
  });

  it("counts nothing before the last step and everything after it", async () => {
    const db = await openTestDb();
    await open(db);
    const id = await draftOf(db, FILE);
    const check = await prepare(db, id);
    expect(check.json.rows).toEqual({ read: 8, accepted: 6, rejected: 1, duplicate: 1, ignored: 0 });
    expect(check.json.total.ikm).toBe(79.17);
    expect(await index(db)).toBeNull();
    expect(await db.read.selectFrom("response").selectAll().execute()).toEqual([]);
    const batch = await store(db, id);
    expect(batch).toMatchObject({ stored: 6, months: { from: "2025-04", to: "2025-06" }, state: "terbit" });
    expect(await index(db)).toEqual({ n: 6, ikm: 79.17 });
    // Aula in April: 4, 4, 3 for every unsur.
    const hist = await db.read
      .selectFrom("hist")
      .select(["unsur", "score", "n"])
      .where("from_month", "=", "2025-04")
      .where("group_key", "=", "all")
      .where("unsur", "=", "biaya")
      .orderBy("score")
      .execute();
    expect(hist.map((one) => ({ ...one, n: Number(one.n) }))).toEqual([
      { unsur: "biaya", score: 300, n: 1 },
      { unsur: "biaya", score: 400, n: 2 },
    ]);
  });

  it("writes one event for each use case, in an unbroken chain", async () => {
    const db = await openTestDb();
    await open(db);
    await importText(db, FILE);
    // Upload, options, counting, places, confirmation, storing.
    expect(await events(db)).toEqual([
      "survei.unggah",
      "survei.ubah",
      "survei.ubah",
      "survei.ubah",
      "survei.ubah",
      "survei.simpan",
    ]);
    const { r } = await db.read.selectFrom("survey_batch").select("r").executeTakeFirstOrThrow();
    expect(await verifyChain(db.read, r)).toMatchObject({ ok: true });
  });

  it("keeps no name and no telephone number in any table, before and after storing", async () => {
    const db = await openTestDb();
    await open(db);
    const search = async () => {
      const tables = [
        "survey_draft",
        "survey_draft_chunk",
        "response",
        "response_key",
        "rejected_row",
        "survey_batch",
        "survey_source",
        "survey_alias",
        "event",
        "job",
      ] as const;
      for (const table of tables) {
        for (const found of await db.read.selectFrom(table).selectAll().execute())
          expect(JSON.stringify(found), table).not.toMatch(PERSONAL);
      }
    };
    const id = await draftOf(db, FILE);
    await search();
    await prepare(db, id);
    await search();
    await store(db, id, [], "Formulir daring");
    await search();
    const { saran } = await db.read
      .selectFrom("response")
      .select("saran")
      .where("saran", "is not", null)
      .executeTakeFirstOrThrow();
    expect(saran).toBe("hubungi [telepon]");
  });

  it("takes out a column that only its user knows to be personal", async () => {
    const db = await openTestDb();
    await open(db);
    const text = FILE.replace("Nama,", "Panggilan,");
    const id = await draftOf(db, text);
    await prepare(db, id, { ...OPTIONS, columns: { Panggilan: "personal" } });
    const chunks = await db.read.selectFrom("survey_draft_chunk").select("text").execute();
    expect(chunks.map((one) => one.text).join("")).not.toMatch(PERSONAL);
    expect((await getColumnsStep(db, scope, id)).dropped).toEqual(["Panggilan", "No HP"]);
  });

  it("changes nothing for the very same file", async () => {
    const db = await openTestDb();
    await open(db);
    const batch = await importText(db, FILE);
    expect(await stage(db, FILE, "nama-lain.csv")).toMatchObject({ kind: "known", batchId: batch.id });
    // The day since when is the one of the regency's own zone.
    await db.write.transaction().execute((trx) => trx.updateTable("regency").set({ zone: "WIT" }).execute());
    expect(await stage(db, FILE)).toMatchObject({ zone: "WIT" });
    expect(await index(db)).toEqual({ n: 6, ikm: 79.17 });
  });

  it("gives the draft that waits for the same file instead of a second one", async () => {
    const db = await openTestDb();
    await open(db);
    const id = await draftOf(db, FILE);
    expect(await draftOf(db, FILE)).toBe(id);
  });

  it("gives one draft where the same file comes in twice at once", async () => {
    const db = await openTestDb();
    await open(db);
    const [first, second] = await Promise.all([draftOf(db, FILE), draftOf(db, FILE, "salinan.csv")]);
    expect(second).toBe(first);
    expect((await getImportStart(db, scope)).waiting.map(({ id }) => id)).toEqual([first]);
    const drafts = await db.read.selectFrom("survey_draft").select("id").execute();
    expect(drafts).toEqual([{ id: first }]);
  });

  it("counts rows that came before only once, by their timestamp", async () => {
    const db = await openTestDb();
    await open(db);
    await importText(db, FILE);
    const more = `${FILE}\n${row("20/06/2025 09:00:00", "Nawang Wulan", "Peminjaman Aula", all(1))}`;
    const id = await draftOf(db, more, "tw2-lengkap.csv");
    const check = await prepare(db, id);
    expect(check.withoutIdentity).toBe(0);
    expect(check.overlaps).toMatchObject([{ fileName: "tw2.csv", inside: 6, whole: 6 }]);
    const batch = await store(db, id);
    expect(batch.counts).toMatchObject({ accepted: 7, known: 6 });
    // 19 + 1 points over 7 respondents: 20/7 × 25 = 71.43.
    expect(await index(db)).toEqual({ n: 7, ikm: 71.43 });
  });

  it("knows a row of the first piece again in the last piece of a long file", async () => {
    const db = await openTestDb();
    await open(db);
    // 4,500 respondents are three pieces: the last two carry the numbers of the first and of one in the second piece.
    const lines = Array.from({ length: 4500 }, (_, at) => `R${at},Peminjaman Aula,2025-04-01,${all(3)}`);
    lines[4498] = `R0,Peminjaman Aula,2025-04-02,${all(1)}`;
    lines[4499] = `R2500,Peminjaman Aula,2025-04-02,${all(1)}`;
    const id = await draftOf(
      db,
      ["ID Responden,Jenis Layanan,Tanggal,U1,U2,U3,U4,U5,U6,U7,U8,U9", ...lines].join("\n"),
    );
    const counts = { read: 4500, accepted: 4498, rejected: 0, duplicate: 2 };
    expect((await prepare(db, id)).json.rows).toMatchObject(counts);
    expect((await store(db, id)).counts).toMatchObject(counts);
    // The first of each counts: 3 everywhere, 75.00.
    expect(await index(db)).toEqual({ n: 4498, ikm: 75 });
    expect(await db.read.selectFrom("response_key").select("key").execute()).toHaveLength(4498);
  });

  it("tells before storing how many rows are known, and stores nothing where all are", async () => {
    const db = await openTestDb();
    await open(db);
    await importText(db, FILE);
    const more = `${FILE}\n${row("20/06/2025 09:00:00", "Nawang Wulan", "Peminjaman Aula", all(1))}`;
    const check = await prepare(db, await draftOf(db, more, "tw2-lengkap.csv"));
    // Seven accepted, six of them stored already.
    expect(check).toMatchObject({ known: 6, storable: 1 });
    const again = await draftOf(db, `${FILE}\n`, "tw2-lagi.csv");
    expect(await prepare(db, again)).toMatchObject({ known: 6, storable: 0 });
    await expect(confirmSurvey(db, scope, again, { replaces: [], source: null })).rejects.toMatchObject({
      code: "nothing_new",
    });
  });

  /** Two of Arunika (4, 3), two of Lembayung (1, 1), one that says nothing of its regency (3). */
  const MIXED = [
    "Kabupaten,Jenis Layanan,Periode,U1,U2,U3,U4,U5,U6,U7,U8,U9",
    `Arunika,Peminjaman Aula,TW II 2025,${all(4)}`,
    `Lembayung,Peminjaman Aula,TW II 2025,${all(1)}`,
    `Arunika,Peminjaman Aula,TW II 2025,${all(3)}`,
    `Lembayung,Peminjaman Aula,TW II 2025,${all(1)}`,
    `-,Peminjaman Aula,TW II 2025,${all(3)}`,
  ].join("\n");

  it("leaves out what stands under another regency's name, and says so by name", async () => {
    const db = await openTestDb();
    await open(db);
    const id = await draftOf(db, MIXED);
    const check = await prepare(db, id);
    expect(check.elsewhere).toEqual([{ name: "Lembayung", n: 2 }]);
    // Of all five 12/5 × 25 = 60; of the three that are stored 10/3 × 25 = 83.33.
    expect(check.json.total.ikm).toBe(60);
    expect(check.counted).toMatchObject({ n: 3, ikm: 83.33 });
    expect(check.storable).toBe(3);
    const batch = await store(db, id);
    expect(batch.counts).toMatchObject({ leftOut: 0, elsewhere: [{ name: "Lembayung", n: 2 }] });
    expect(await index(db)).toEqual({ n: 3, ikm: 83.33 });
  });

  it("counts a regency's other name as its own where its user says so", async () => {
    const db = await openTestDb();
    await open(db);
    const id = await draftOf(db, MIXED.replaceAll("Lembayung", "Pemkab Arunika Raya"));
    await prepare(db, id);
    await setDraftRegencies(db, scope, id, ["Pemkab Arunika Raya"]);
    // Asked again for the places that come in with it, and with the answer of before.
    expect(await getCheckStep(db, scope, id, 1)).toEqual({ missing: "layanan" });
    const step = await getPlacesStep(db, scope, id);
    expect(step?.otherRegencies).toEqual([{ name: "Pemkab Arunika Raya", n: 2, counted: true }]);
    const unitOf = await unitReader(db, scope, id);
    const places = (step?.places ?? []).map(({ bagian, service, value }) => ({
      bagian,
      service,
      unit: unitOf(value) ?? null,
    }));
    await setDraftPlaces(db, scope, id, { places, period: null });
    await store(db, id);
    expect(await index(db)).toEqual({ n: 5, ikm: 60 });
  });

  it("keeps a file of another regency alone from being stored", async () => {
    const db = await openTestDb();
    await open(db);
    const id = await draftOf(
      db,
      MIXED.replaceAll("Arunika", "Lembayung").replace("-,Pemin", "Lembayung,Pemin"),
    );
    await setDraftOptions(db, scope, id, OPTIONS);
    await work(db);
    expect(await getPlacesStep(db, scope, id)).toMatchObject({ places: [], otherRegencies: [{ n: 5 }] });
    await expect(confirmSurvey(db, scope, id, { replaces: [], source: null })).rejects.toMatchObject({
      code: "not_ready",
    });
  });

  const NINE = [
    "Persyaratan",
    "Prosedur",
    "Waktu Penyelesaian",
    "Biaya/Tarif",
    "Produk",
    "Kompetensi Pelaksana",
    "Perilaku Pelaksana",
    "Sarana dan Prasarana",
    "Penanganan Pengaduan",
  ];

  it("keeps the rejected rows of the long form: all of a respondent", async () => {
    const db = await openTestDb();
    await open(db);
    const text = [
      "ID Responden,Jenis Layanan,Periode,Unsur,Nilai",
      ...[4, 4, 3, 7].flatMap((point, at) =>
        NINE.map(
          (unsur, of) => `R${at},Peminjaman Aula,TW II 2025,${unsur},${of === 2 || point < 7 ? point : 4}`,
        ),
      ),
    ].join("\n");
    const id = await draftOf(db, text);
    const check = await prepare(db, id, {});
    expect(check.json.rows).toMatchObject({ read: 36, accepted: 27, rejected: 9 });
    expect(check.storable).toBe(3);
    await store(db, id);
    const { rejected, leftDraft } = await getDoneStep(db, scope, id);
    expect(rejected).toBe(9);
    if (!leftDraft) throw new Error("no draft");
    const left = await prepare(db, leftDraft, {});
    expect(left.json.rows).toMatchObject({ accepted: 0, rejected: 9 });
    const wrong = left.rejected.find(({ code }) => code === "out_of_scale");
    expect(wrong).toMatchObject({ row: 31, value: "7" });
    await mendDraftRow(db, scope, leftDraft, {
      sheet: left.sheet,
      row: 31,
      cells: [{ column: wrong?.cells[0]?.column ?? -1, text: "4" }],
      reason: "salah ketik",
    });
    await work(db);
    await prepare(db, leftDraft, {});
    await store(db, leftDraft);
    // 4 + 4 + 3 + 4 over 4: 93.75.
    expect(await index(db)).toEqual({ n: 4, ikm: 93.75 });
  });

  it("keeps a table of results with rejected rows whole: mended, it takes the place of what was stored", async () => {
    const db = await openTestDb();
    await open(db);
    const eachAnother = () => {
      let at = 0;
      return () => `layanan-${++at}`;
    };
    const line = (unit: string, value: string) => [unit, "20", ...Array(9).fill(value)].join(";");
    const text = [
      ["Unit Pelayanan", "Jumlah Responden", ...NINE].join(";"),
      line("Peminjaman Aula", "3,50"),
      line("Penerimaan Tamu Daerah", "3,10"),
      line("Peminjaman Kendaraan", "9,10"),
    ].join("\n");
    const id = await draftOf(db, text);
    await prepare(db, id, { period: "2025-TW2" }, eachAnother());
    const first = await store(db, id);
    expect(first.counts).toMatchObject({ accepted: 2, rejected: 1 });
    const { leftDraft } = await getDoneStep(db, scope, id);
    if (!leftDraft) throw new Error("no draft");
    const left = await prepare(db, leftDraft, { period: "2025-TW2" }, eachAnother());
    expect(left.json.rows).toMatchObject({ accepted: 2, rejected: 1 });
    expect(left.overlaps).toMatchObject([{ batchId: first.id }]);
  });

  it("lets every column be named by its place, also those of a table without a header", async () => {
    const db = await openTestDb();
    await open(db);
    const text = [4, 3, 3, 2, 4].map((point) => `loket,${point},${point},1,${all(point)}`).join("\n");
    const id = await draftOf(db, text);
    const step = await getColumnsStep(db, scope, id);
    expect(step.columns.map(({ header }) => header).join("")).toBe("");
    expect(step.columns).toHaveLength(13);
    const columns = Object.fromEntries([
      ...["#1", "#2", "#3", "#4"].map((key) => [key, null]),
      ...UNSUR_OF_14_2017.map((key, at) => [`#${at + 5}`, key]),
    ]);
    const check = await prepare(db, id, { columns, period: "2025-TW2" }, () => "layanan-1");
    expect(check.json.rows).toMatchObject({ read: 5, accepted: 5 });
    // 4 + 3 + 3 + 2 + 4 over 5: 80.
    expect(check.json.total.ikm).toBe(80);
  });

  const PLAIN = (rows: number[]) =>
    [
      "Jenis Layanan,Periode,U1,U2,U3,U4,U5,U6,U7,U8,U9",
      ...rows.map((point) => `Peminjaman Aula,TW II 2025,${all(point)}`),
    ].join("\n");

  it("adds or replaces rows without identity, as its user says, and restores what an undone import had replaced", async () => {
    const db = await openTestDb();
    await open(db);
    const first = await importText(db, PLAIN([4, 4, 4, 4, 4]), "a.csv");
    const id = await draftOf(db, PLAIN([2, 2, 2, 2, 2]), "b.csv");
    const check = await prepare(db, id);
    expect(check.withoutIdentity).toBe(5);
    expect(check.overlaps).toMatchObject([{ batchId: first.id, inside: 5, whole: 5 }]);
    const second = await store(db, id, [first.id]);
    expect(await index(db)).toEqual({ n: 5, ikm: 50 });
    const third = await importText(db, PLAIN([4, 4, 4, 4, 4, 4]), "c.csv");
    // 5 × 2 + 6 × 4 = 34 over 11: 77.27.
    expect(await index(db)).toEqual({ n: 11, ikm: 77.27 });
    await undoImport(db, scope, second.id, "berkas keliru");
    // a.csv counts again beside c.csv: all 4.
    expect(await index(db)).toEqual({ n: 11, ikm: 100 });
    expect((await getImportHistory(db, scope)).map(({ fileName, state }) => [fileName, state])).toEqual([
      ["c.csv", "terbit"],
      ["b.csv", "dibatalkan"],
      ["a.csv", "terbit"],
    ]);
    await expect(undoImport(db, scope, second.id, "lagi")).rejects.toMatchObject({ code: "not_published" });
    expect(third.state).toBe("terbit");
  });

  it.each([
    ["as they come", FILE, ["Peminjaman Aula", "Penerimaan Tamu Daerah"]],
    [
      "against the order of the register",
      FILE.replaceAll(/Peminjaman Aula|Penerimaan Tamu Daerah/g, (name) =>
        name === "Peminjaman Aula" ? "Penerimaan Tamu Daerah" : "Peminjaman Aula",
      ),
      ["Penerimaan Tamu Daerah", "Peminjaman Aula"],
    ],
  ])(
    "names the places of an import, those of most respondents first: %s",
    async (_, text, [first, second]) => {
      const db = await openTestDb();
      await open(db);
      await importText(db, text);
      const [stored] = await getImportHistory(db, scope);
      expect(stored?.units.map(({ unit, n }) => [unit.kind === "layanan" && unit.service.name, n])).toEqual([
        [first, 4],
        [second, 2],
      ]);
    },
  );

  it("undoes no import whose undoing would count a file twice", async () => {
    const db = await openTestDb();
    await open(db);
    const first = await importText(db, PLAIN([4, 4, 4]), "a.csv");
    const id = await draftOf(db, PLAIN([2, 2, 2]), "b.csv");
    await prepare(db, id);
    const second = await store(db, id, [first.id]);
    // The replaced file comes in once more, beside what replaced it: 3 × 2 + 3 × 4 over 6 are 3, which is 75.
    await importText(db, PLAIN([4, 4, 4]), "a.csv");
    expect(await index(db)).toEqual({ n: 6, ikm: 75 });
    await expect(undoImport(db, scope, second.id, "keliru")).rejects.toMatchObject({
      code: "file_counted_elsewhere",
      status: 409,
    });
    expect(await index(db)).toEqual({ n: 6, ikm: 75 });
  });

  it("mends a rejected row before storing", async () => {
    const db = await openTestDb();
    await open(db);
    const id = await draftOf(db, FILE);
    const check = await prepare(db, id);
    const [wrong] = check.rejected;
    expect(wrong).toMatchObject({ row: 8, value: "7" });
    const cell = wrong?.cells.find(({ header }) => header === "U3");
    expect(cell?.text).toBe("7");
    await mendDraftRow(db, scope, id, {
      sheet: check.sheet,
      row: 8,
      cells: [{ column: cell?.column ?? -1, text: "4" }],
      reason: "dicocokkan dengan formulir",
    });
    await work(db);
    expect((await checkOf(db, id)).json.rows).toMatchObject({ accepted: 7, rejected: 0 });
    await store(db, id);
    // 19 + 4 points over 7: 82.14.
    expect(await index(db)).toEqual({ n: 7, ikm: 82.14 });
  });

  it("keeps rejected rows after storing, to be mended and sent as an import of their own", async () => {
    const db = await openTestDb();
    await open(db);
    const id = await draftOf(db, FILE);
    await prepare(db, id);
    await store(db, id);
    const { rejected, leftDraft } = await getDoneStep(db, scope, id);
    expect(rejected).toBe(1);
    expect(await rowsIn(rejectedOfImport(db, scope, id))).toEqual([8]);
    if (!leftDraft) throw new Error("no draft");
    // One wrong row of one is no other scale.
    expect((await prepare(db, leftDraft)).json.rows).toMatchObject({ accepted: 0, rejected: 1 });
    const columns = await getColumnsStep(db, scope, leftDraft);
    const u3 = columns.columns.find(({ header }) => header === "U3");
    await mendDraftRow(db, scope, leftDraft, {
      sheet: columns.sheet,
      row: 8,
      cells: [{ column: u3?.index ?? -1, text: "4" }],
      reason: "salah ketik",
    });
    await work(db);
    expect((await prepare(db, leftDraft)).json.rows).toMatchObject({ accepted: 1, rejected: 0 });
    await store(db, leftDraft);
    expect(await index(db)).toEqual({ n: 7, ikm: 82.14 });
  });

  it("gives every rejected row, however many they are, before and after storing", async () => {
    const db = await openTestDb();
    await open(db);
    // 2,600 respondents; every row is rejected that has no answer: all but each hundredth.
    const lines = Array.from({ length: 2600 }, (_, at) =>
      (at + 2) % 100 === 0 ? `Peminjaman Aula,${all(3)}` : `Peminjaman Aula${",".repeat(9)}`,
    );
    const missing = lines.flatMap((_, at) => ((at + 2) % 100 === 0 ? [] : [at + 2]));
    const options: SkmOptions = { ...OPTIONS, period: "2025-TW2" };
    const id = await draftOf(db, ["Jenis Layanan,U1,U2,U3,U4,U5,U6,U7,U8,U9", ...lines].join("\n"));
    const first = await prepare(db, id, options);
    expect([missing.length, first.rejectedAll, first.json.rows.accepted]).toEqual([2574, 2574, 26]);
    expect(first.rejected.map((one) => one.row)).toEqual(missing.slice(0, 20));
    const last = await getCheckStep(db, scope, id, 129);
    expect("missing" in last ? [] : last.rejected.map((one) => one.row)).toEqual(missing.slice(2560));
    expect(await rejectedRow(db, scope, id, 2601)).toMatchObject({
      row: 2601,
      code: "missing",
      column: null,
    });
    expect(await rejectedRow(db, scope, id, 2600)).toBeUndefined();
    expect(await rowsIn(rejectedOfDraft(db, scope, id))).toEqual(missing);
    // Counted once more they stand there once; mended, one less.
    await setDraftOptions(db, scope, id, options);
    await work(db);
    expect(await rowsIn(rejectedOfDraft(db, scope, id))).toEqual(missing);
    const mended = await rejectedRow(db, scope, id, 2601);
    expect(mended?.cells).toHaveLength(9);
    const cells = [{ column: mended?.cells[0]?.column ?? -1, text: "2" }];
    await mendDraftRow(db, scope, id, { sheet: null, row: 2601, cells, reason: "dari formulir" });
    await work(db);
    expect(await rowsIn(rejectedOfDraft(db, scope, id))).toEqual(missing.slice(0, -1));
    await store(db, id);
    expect(await rowsIn(rejectedOfImport(db, scope, id))).toEqual(missing.slice(0, -1));
    expect(await rowsIn(rejectedOfDraft(db, scope, id))).toEqual([]);
    const other = scopeOf("orang lain", [3323]);
    for (const rows of [rejectedOfDraft, rejectedOfImport])
      await expect(rowsIn(rows(db, other, id))).rejects.toMatchObject({ status: 404 });
  });

  it("gives the rejected rows of the long form in the order of the table", async () => {
    const db = await openTestDb();
    await open(db);
    // R0 has rows 2 to 9 and 91, so R1, rows 10 to 18, is whole before it and rejected first.
    const rows = [
      ...NINE.slice(0, 8).map((unsur) => `R0,Peminjaman Aula,TW II 2025,${unsur},7`),
      ...NINE.map((unsur) => `R1,Peminjaman Aula,TW II 2025,${unsur},${unsur === NINE[3] ? 7 : 4}`),
      ...[2, 3, 4, 5, 6, 7, 8, 9].flatMap((who) =>
        NINE.map((unsur) => `R${who},Peminjaman Aula,TW II 2025,${unsur},4`),
      ),
      `R0,Peminjaman Aula,TW II 2025,${NINE[8]},4`,
    ];
    const id = await draftOf(db, ["ID Responden,Jenis Layanan,Periode,Unsur,Nilai", ...rows].join("\n"));
    const check = await prepare(db, id, {});
    const wanted = [...Array.from({ length: 17 }, (_, at) => at + 2), 91];
    expect(check.rejected.map((one) => one.row)).toEqual(wanted);
    expect(await rowsIn(rejectedOfDraft(db, scope, id))).toEqual(wanted);
  });

  it("remembers columns, places and order of a source, but not its period", async () => {
    const db = await openTestDb();
    await open(db);
    const other = (text: string) => text.replaceAll("Peminjaman Aula", "Pinjam ruang aula utama");
    const id = await draftOf(db, other(FILE));
    await prepare(
      db,
      id,
      { ...OPTIONS, columns: { Saran: null }, period: "2025-TW2", population: 40 },
      (value) => (value === "" ? "layanan-1" : value),
    );
    await store(db, id, [], "Formulir daring");
    const next = await draftOf(db, other(FILE).replaceAll("/2025 ", "/2026 "), "tw2-2026.csv");
    const step = await getColumnsStep(db, scope, next);
    expect(step.remembered).toBe("Formulir daring");
    expect(step.options).toEqual({ order: "kuesioner", columns: { Saran: null } });
    await setDraftOptions(db, scope, next, step.options);
    await work(db);
    const places = await getPlacesStep(db, scope, next);
    expect(places?.places.map(({ how }) => how)).toEqual(["alias", "alias"]);
    expect(places?.places[0]?.periods).toEqual(["2026-TW2"]);
  });

  it("stores nothing while a place or a period is not said", async () => {
    const db = await openTestDb();
    await open(db);
    const id = await draftOf(db, PLAIN([3, 3, 3]).replaceAll("TW II 2025", "-"));
    await setDraftOptions(db, scope, id, OPTIONS);
    await work(db);
    await expect(confirmSurvey(db, scope, id, { replaces: [], source: null })).rejects.toMatchObject({
      code: "not_ready",
    });
    const step = await getPlacesStep(db, scope, id);
    expect(step?.withoutPeriod).toBe(1);
    const unitOf = await unitReader(db, scope, id);
    const places = (step?.places ?? []).map(({ bagian, service, value }) => ({
      bagian,
      service,
      unit: unitOf(value) ?? null,
    }));
    await setDraftPlaces(db, scope, id, { places, period: null });
    expect(await getCheckStep(db, scope, id, 1)).toEqual({ missing: "layanan" });
    await setDraftPlaces(db, scope, id, { places, period: "Triwulan II 2025" });
    await work(db);
    await store(db, id);
    expect(await index(db)).toEqual({ n: 3, ikm: 75 });
  });

  it("refuses two places of a table of results on one unit", async () => {
    const db = await openTestDb();
    await open(db);
    const nine = (value: string) => Array(9).fill(value).join(";");
    const text = `Unit Pelayanan;Jumlah Responden;Persyaratan;Prosedur;Waktu Penyelesaian;Biaya/Tarif;Produk;Kompetensi Pelaksana;Perilaku Pelaksana;Sarana dan Prasarana;Penanganan Pengaduan\nBagian Umum;20;${nine("3,50")}\nBagian Hukum;10;${nine("3,10")}`;
    const id = await draftOf(db, text);
    await setDraftOptions(db, scope, id, { period: "2025-TW2" });
    await work(db);
    const step = await getPlacesStep(db, scope, id);
    const places = (step?.places ?? []).map(({ bagian, service }) => ({
      bagian,
      service,
      unit: { kind: "setda" as const, id: "" },
    }));
    expect(places).toHaveLength(2);
    await setDraftPlaces(db, scope, id, { places, period: null });
    await expect(confirmSurvey(db, scope, id, { replaces: [], source: null })).rejects.toMatchObject({
      code: "not_ready",
    });
  });

  it("shows nothing of an import that a crash ended between staging and publishing, and sweeps it", async () => {
    const db = await openTestDb();
    await open(db);
    const id = await draftOf(db, FILE);
    await prepare(db, id);
    const { jobId } = await confirmSurvey(db, scope, id, { replaces: [], source: null });
    // The worker dies where the last rows are written: its progress is the last it says before publishing.
    const dying = {
      ...JOB_HANDLERS,
      "skm-simpan": (context: Parameters<(typeof JOB_HANDLERS)["skm-simpan"]>[0]) =>
        JOB_HANDLERS["skm-simpan"]({
          ...context,
          progress: async (progress) => {
            if (progress.done > 0) throw new Error("listrik padam");
          },
        }),
    };
    await runNextJob(db, dying, { worker: "pekerja mati" });
    const rows = await db.read.selectFrom("response").select("row").execute();
    expect(rows).toHaveLength(6);
    expect(await index(db)).toBeNull();
    expect(await getImportHistory(db, scope)).toEqual([]);
    await work(db);
    expect((await getJob(db, scope, jobId)).state).toBe("selesai");
    expect(await index(db)).toEqual({ n: 6, ikm: 79.17 });
    expect(await db.read.selectFrom("survey_batch").select("id").execute()).toHaveLength(1);
  });

  it("shows nothing of a draft whose text is still coming in, and sweeps it an hour after a crash", async () => {
    let now = "2026-01-01T00:00:00.000Z";
    const db = { ...(await openTestDb()), now: () => now };
    await open(db);
    const whole = await draftOf(db, FILE);
    const { sheets: _sheets, ...draft } = await db.read
      .selectFrom("survey_draft")
      .selectAll()
      .where("id", "=", whole)
      .executeTakeFirstOrThrow();
    const id = db.newId();
    const sheets = [
      { name: null, hidden: false, encoding: "utf-8", notes: new Set<string>(), text: () => ["U1\n4\n"] },
    ];
    await stageDraftText(db, { ...draft, id, state: "antre", sheets: "[]", at: now }, sheets);
    await expect(getColumnsStep(db, scope, id)).rejects.toMatchObject({ status: 404 });
    await expect(discardSurveyDraft(db, scope, id)).rejects.toMatchObject({ status: 404 });
    const waiting = async () => (await getImportStart(db, scope)).waiting.map((one) => one.id);
    expect(await waiting()).toEqual([whole]);
    // The same file sent once more is not led to what is not there yet.
    await discardSurveyDraft(db, scope, whole);
    expect(await draftOf(db, FILE)).not.toBe(id);
    const drafts = async () =>
      (await db.read.selectFrom("survey_draft").select("id").execute()).map((one) => one.id);
    now = "2026-01-01T00:59:00.000Z";
    await sweepSurvey(db, scope);
    expect(await drafts()).toContain(id);
    now = "2026-01-01T01:01:00.000Z";
    await sweepSurvey(db, scope);
    expect(await drafts()).not.toContain(id);
    expect(await waiting()).toHaveLength(1);
  });

  it("leaves nothing of a file whose text breaks off while it is written", async () => {
    const db = await openTestDb();
    await open(db);
    let asked = 0;
    const broken = {
      ...db,
      newId: () => db.newId(),
      now: () => {
        // The moment of the event that would show the draft.
        if (++asked === 2) throw new Error("disk full");
        return db.now();
      },
    };
    await expect(stage(broken, FILE)).rejects.toThrow("disk full");
    expect(await db.read.selectFrom("survey_draft").selectAll().execute()).toEqual([]);
    expect(await db.read.selectFrom("survey_draft_chunk").selectAll().execute()).toEqual([]);
  });

  it("mends a row, and strips a column called personal, in every piece of a long file", async () => {
    const db = await openTestDb();
    await open(db);
    // 4,500 respondents are three pieces; row 2,500 of the sheet, in the second, has a 7.
    const lines = Array.from({ length: 4500 }, (_, at) => `panggilan${at},Peminjaman Aula,${all(3)}`);
    lines[2498] = `panggilan2498,Peminjaman Aula,${all(3).replace("3", "7")}`;
    const file = ["Sebutan,Jenis Layanan,U1,U2,U3,U4,U5,U6,U7,U8,U9", ...lines].join("\n");
    const id = await draftOf(db, file);
    const check = await prepare(db, id, {
      ...OPTIONS,
      period: "2025-TW2",
      columns: { Sebutan: "personal" },
    });
    expect([check.json.rows.accepted, check.rejected.map((one) => one.row)]).toEqual([4499, [2500]]);
    const pieces = async () =>
      (await db.read.selectFrom("survey_draft_chunk").select("text").orderBy("seq").execute()).map(
        ({ text }) => text,
      );
    const stripped = await pieces();
    expect(stripped).toHaveLength(3);
    expect(stripped.join("")).not.toContain("panggilan");
    expect(stripped.join("").trimEnd().split("\n")).toHaveLength(4501);
    const cell = check.rejected[0]?.cells.find(({ text }) => text === "7");
    const mend = {
      sheet: null,
      row: 2500,
      cells: [{ column: cell?.column ?? -1, text: "3" }],
      reason: "salah ketik",
    };
    await mendDraftRow(db, scope, id, mend);
    await work(db);
    expect((await checkOf(db, id)).json.rows).toMatchObject({ read: 4500, accepted: 4500, rejected: 0 });
    const mended = await pieces();
    expect([mended[0] === stripped[0], mended[1] === stripped[1], mended[2] === stripped[2]]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it("throws away drafts that nobody finished within seven days", async () => {
    let now = "2026-01-01T00:00:00.000Z";
    const db = { ...(await openTestDb()), now: () => now };
    await open(db);
    const id = await draftOf(db, FILE);
    now = "2026-01-07T00:00:00.000Z";
    await sweepSurvey(db, scope);
    expect((await getColumnsStep(db, scope, id)).draft.state).toBe("kolom");
    now = "2026-01-09T00:00:00.000Z";
    await sweepSurvey(db, scope);
    expect(await db.read.selectFrom("survey_draft_chunk").selectAll().execute()).toEqual([]);
  });

  it("keeps drafts and imports of one regency from another's people", async () => {
    const db = await openTestDb();
    await open(db);
    const id = await draftOf(db, FILE);
    const other = scopeOf("orang lain", [3323]);
    for (const ask of [getColumnsStep, getPlacesStep, getDoneStep])
      await expect(ask(db, other, id)).rejects.toMatchObject({ status: 404 });
    await expect(discardSurveyDraft(db, other, id)).rejects.toMatchObject({ status: 404 });
    await prepare(db, id);
    const batch = await store(db, id);
    expect(await getImportHistory(db, other)).toEqual([]);
    await expect(undoImport(db, other, batch.id, "iseng")).rejects.toMatchObject({ status: 404 });
  });

  it("refuses a file that is no survey in the reader's words", async () => {
    const db = await openTestDb();
    await open(db);
    await expect(stage(db, "Nama Barang,Jumlah\nKursi,4\nMeja,3")).rejects.toMatchObject({ status: 422 });
    expect(await db.read.selectFrom("survey_draft").selectAll().execute()).toEqual([]);
  });

  it("sends a file with another scale back to its columns, and counts it by the map", async () => {
    const db = await openTestDb();
    await open(db);
    const id = await draftOf(db, PLAIN([5, 5, 4, 4, 3]));
    await setDraftOptions(db, scope, id, OPTIONS);
    await work(db);
    const step = await getColumnsStep(db, scope, id);
    expect(step.refusal).toContain("Petakan skalanya");
    expect(step.scale?.answers?.map(({ printed }) => printed)).toEqual(["3", "4", "5"]);
    const check = await prepare(db, id, { ...OPTIONS, scale: { "3": 2, "4": 3, "5": 4 } });
    // 4, 4, 3, 3, 2: 16/5 × 25 = 80.
    expect(check.json.total.ikm).toBe(80);
    // The map stays on the page, with the answers of the file, to be changed again.
    expect((await getColumnsStep(db, scope, id)).scale?.answers).toEqual([
      { printed: "3", score: 2 },
      { printed: "4", score: 3 },
      { printed: "5", score: 4 },
    ]);
  });
});
