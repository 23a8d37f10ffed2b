import { expect, it, vi } from "vitest";
import { getJob, runNextJob } from "#app/server/jobs.server.ts";
import { compareRegencies } from "#app/server/leadership/compare.server.ts";
import { getQuarter } from "#app/server/leadership/quarter-input.server.ts";
import {
  compareWithToday,
  getReport,
  getReports,
  makeReport,
  requestReport,
} from "#app/server/leadership/reports.server.ts";
import { getReportSettings, setReportSettings } from "#app/server/leadership/settings.server.ts";
import { getRegency } from "#app/server/regency.server.ts";
import { prepareDatabase } from "#app/server/setup.server.ts";
import { getSurvey } from "#app/server/survey/results.server.ts";
import { removeSampleAnswers } from "#app/server/survey/sample.server.ts";
import { JOB_HANDLERS } from "#app/server/upload-jobs.server.ts";
import { verifyChain } from "#db/change.ts";
import type { Db } from "#db/connection.ts";
import { listBagian } from "#db/queries/bagian.ts";
import { type Scope, scopeOf } from "#db/scope.ts";
import { describeEachEngine } from "#tests/setup/engines.ts";
import { SAMPLES } from "../../../../scripts/lib/samples.mjs";

await vi.hoisted(async () => {
  const [{ mkdtempSync }, { tmpdir }, { join }] = await Promise.all([
    import("node:fs"),
    import("node:os"),
    import("node:path"),
  ]);
  process.env.TOLOK_DATA = mkdtempSync(join(tmpdir(), "tolok-laporan-"));
});

const operator = scopeOf("operator lokal", "all");
const KAB = "lembayung";
const ASKED = {
  periode: "2025-TW2",
  nomor: "065/12/ORG/2025",
  tanggal: "2025-07-08",
  bab: ["hasil", "analisis", "kesimpulan", "realisasi"],
  ulasan: { analisis: "Dua petugas pindah." },
};

/** Asks for a report and has it made; gives its id. */
const made = async (db: Db, scope: Scope, asked = ASKED): Promise<string> => {
  const answer = await requestReport(db, scope, KAB, asked);
  if ("problems" in answer) throw new Error(JSON.stringify(answer.problems));
  const { jobId, reportId } = answer;
  for (let at = 0; at < 20 && (await getJob(db, scope, jobId)).state !== "selesai"; at++)
    await runNextJob(db, JOB_HANDLERS, { worker: "penguji" });
  expect((await getJob(db, scope, jobId)).next).toBe(`/kabupaten/${KAB}/laporan/${reportId}`);
  return reportId;
};

describeEachEngine("reports of a quarter", (openTestDb) => {
  it("are made by a job from the figures of their pages, stay as they were, and say what differs today", async () => {
    const db = await openTestDb();
    await prepareDatabase(db, { samples: SAMPLES });
    const regency = (await getRegency(db, operator, KAB, {})).regency;

    // Settings, once; what is not a number of an official is refused.
    expect((await getReportSettings(db, operator, regency)).letterhead).toEqual([
      "PEMERINTAH KABUPATEN LEMBAYUNG",
      "SEKRETARIAT DAERAH",
    ]);
    const settings = {
      kop: "PEMERINTAH\nSEKRETARIAT",
      tempat: "Lembayung",
      jabatan: "Sekda",
      nama: "A",
      nip: "1",
    };
    expect(await setReportSettings(db, operator, KAB, settings)).toEqual([]);
    expect(
      (await setReportSettings(db, operator, KAB, { ...settings, nip: "x" })).map(({ field }) => field),
    ).toEqual(["nip"]);

    // The figures are those of the pages.
    const { input } = await getQuarter(db, operator, { kab: KAB, period: "2025-TW2" });
    const [survey, standards] = await Promise.all([
      getSurvey(db, operator, { kab: KAB, period: "2025-TW2" }),
      getRegency(db, operator, KAB, {}),
    ]);
    expect(input.survey).toMatchObject({
      n: survey.index?.n,
      ikm: survey.index?.ikm,
      mutu: survey.index?.mutu,
      interval: survey.index?.interval,
    });
    expect(input.standards?.problems.k).toBe(standards.summary.substance.all.problems);
    expect(input.standards?.complete.k).toBe(standards.summary.complete);
    expect(input.standards?.rows).toHaveLength(standards.summary.services);

    const id = await made(db, operator);
    const { model, head } = await getReport(db, operator, KAB, id);
    expect(head).toMatchObject({
      period: "2025-TW2",
      number: "065/12/ORG/2025",
      draft: 1,
      by: "operator lokal",
    });
    expect(model.letterhead).toEqual(["PEMERINTAH", "SEKRETARIAT"]);
    expect(model.chapters.map(({ id: chapter }) => chapter)).toEqual([
      "hasil",
      "analisis",
      "kesimpulan",
      "realisasi",
      "dasar-angka",
    ]);
    expect(model.chapters[1]?.commentary).toBe("Dua petugas pindah.");
    expect(model.reasons.join(" ")).toContain("Belum direviu");
    expect(await compareWithToday(db, operator, KAB, id)).toMatchObject({ same: true, rows: [] });

    // The answers are taken out: the report shows what it showed, and the difference is told.
    await removeSampleAnswers(db, operator);
    expect((await getReport(db, operator, KAB, id)).model).toEqual(model);
    const today = await compareWithToday(db, operator, KAB, id);
    expect(today.same).toBe(false);
    expect(today.rows).toContainEqual({
      where: "Dasar angka",
      what: "Responden",
      column: "",
      was: String(survey.index?.n),
      is: "–",
    });
    expect(
      today.rows.some(({ where, is }) => where.startsWith("Nilai tiap unsur") && is === "tidak ada"),
    ).toBe(true);

    // Regencies stand side by side by name.
    const compared = await compareRegencies(db, operator, { period: "2025-TW2", province: null });
    const names = compared.regencies.map((one) => one.regency.name);
    expect(names).toEqual([...names].sort());
    expect(names).toContain("Kabupaten Lembayung");
    const [first] = compared.regencies.filter((one) => one.regency.code !== null);
    const province = first?.regency.code?.slice(0, 2) ?? "";
    const inside = await compareRegencies(db, operator, { period: "2025-TW2", province });
    expect(inside.regencies.every((one) => one.regency.code?.startsWith(`${province}.`))).toBe(true);

    // The trail tells of it and its chain holds.
    const events = await db.read
      .selectFrom("event")
      .select("action")
      .where("action", "like", "laporan.%")
      .orderBy("seq")
      .execute();
    expect(events.map(({ action }) => action)).toEqual([
      "laporan.pengaturan",
      "laporan.minta",
      "laporan.buat",
    ]);
    expect(await verifyChain(db.read, regency.r)).toMatchObject({ ok: true });
  });

  it("hold figures of one moment: what changes while one is made stands in it whole, and one that never rests is refused", async () => {
    const db = await openTestDb();
    await prepareDatabase(db, { samples: SAMPLES });
    const ask = async () => {
      const answer = await requestReport(db, operator, KAB, ASKED);
      if ("problems" in answer) throw new Error(JSON.stringify(answer.problems));
      const job = await db.read
        .selectFrom("job")
        .select("args")
        .where("id", "=", answer.jobId)
        .executeTakeFirstOrThrow();
      return { id: answer.reportId, args: JSON.parse(job.args) as unknown };
    };
    const SAVING = "Menyimpan laporan";

    // The answers are taken out between the collecting of the figures and the storing of the report.
    const first = await ask();
    let disturbed = 0;
    const once = async ({ label }: { label: string }) => {
      if (label === SAVING && disturbed++ === 0) await removeSampleAnswers(db, operator);
    };
    await makeReport({ db, scope: operator, args: first.args, progress: once });
    expect(disturbed).toBe(2);
    expect(await compareWithToday(db, operator, KAB, first.id)).toMatchObject({ same: true, rows: [] });

    const second = await ask();
    let turn = 0;
    const always = async ({ label }: { label: string }) => {
      const settings = { kop: "KOP", tempat: `Tempat ${turn++}`, jabatan: "Sekda", nama: "A", nip: "" };
      if (label === SAVING) await setReportSettings(db, operator, KAB, settings);
    };
    const making = makeReport({ db, scope: operator, args: second.args, progress: always });
    await expect(making).rejects.toMatchObject({ code: "figures_moving", status: 409 });
    expect((await getReports(db, operator, KAB)).reports.map((one) => one.id)).toEqual([first.id]);
    const { regency } = await getRegency(db, operator, KAB, {});
    expect(await verifyChain(db.read, regency.r)).toMatchObject({ ok: true });
  });

  it("are nobody's who does not see the regency whole, and are asked for in words that can be read", async () => {
    const db = await openTestDb();
    await prepareDatabase(db, { samples: SAMPLES });
    const { regency } = await getRegency(db, operator, KAB, {});
    const id = await made(db, scopeOf("operator lokal", "all"));
    const stranger = scopeOf("lain", [regency.r + 1]);
    await expect(getReport(db, stranger, KAB, id)).rejects.toMatchObject({ status: 404 });
    await expect(requestReport(db, stranger, KAB, ASKED)).rejects.toMatchObject({ status: 404 });
    const bagian = (await listBagian(db.read, operator)).filter(({ r }) => r === regency.r);
    const part = scopeOf("bagian", [regency.r], new Map([[regency.r, [bagian[0]?.id ?? ""]]]));
    await expect(getReport(db, part, KAB, id)).rejects.toMatchObject({ status: 404 });
    expect((await getReports(db, part, KAB)).reports).toEqual([]);
    await expect(requestReport(db, part, KAB, ASKED)).rejects.toMatchObject({ status: 404 });
    const wrong = {
      periode: "kapan saja",
      tanggal: "0202-12-31",
      bab: ["semua"],
      ulasan: { hasil: "a".repeat(4001) },
    };
    for (const [name, value] of Object.entries(wrong)) {
      const field = name === "ulasan" ? "ulasan-hasil" : name;
      expect(await requestReport(db, operator, KAB, { ...ASKED, [name]: value })).toMatchObject({
        problems: [{ field }],
      });
    }
    // A browser counts the end of a line as one letter and sends it as two: 4000 letters as typed.
    const ulasan = { hasil: "Ada\r\n".repeat(1000) };
    expect(await requestReport(db, operator, KAB, { ...ASKED, ulasan })).toHaveProperty("jobId");
    expect((await getReports(db, operator, KAB)).reports.map((one) => one.id)).toEqual([id]);
  });
});
