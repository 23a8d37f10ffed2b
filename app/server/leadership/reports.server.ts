import { z } from "zod";
import { canonicalHash } from "#app/instruments/instrument.ts";
import { REGULATIONS_EDITION } from "#app/instruments/regulations.ts";
import { READER_VERSION } from "#app/reader/index.ts";
import type { QuarterInput } from "#app/reports/quarter/input.ts";
import { type Ground, type ReportOptions, reportOf } from "#app/reports/quarter/report.ts";
import { CHAPTER_IDS, type ChapterId } from "#app/reports/report/chapters.ts";
import { type Difference, differences } from "#app/reports/report/differences.ts";
import { isDraft, ReportModel } from "#app/reports/report/model.ts";
import { monthsOf } from "#app/survey/months.ts";
import { change } from "#db/change.ts";
import type { Db } from "#db/connection.ts";
import { changesOf } from "#db/queries/events.ts";
import { insertReport, listReports, type ReportHead, reportById } from "#db/queries/reports.ts";
import type { Scope } from "#db/scope.ts";
import { AppError, notFound } from "../errors.ts";
import { type FieldProblem, isDay, typedText } from "../form-fields.ts";
import { enqueueJob, type JobContext, type JobResult } from "../jobs.server.ts";
import { regencyAt } from "../lookup.server.ts";
import { regencyRef } from "../refs.ts";
import { CURRENT_SCORING } from "../score-cuts.ts";
import { parseStored } from "../stored-json.ts";
import { todayIn } from "../today.ts";
import type { RegencyRef } from "../views.ts";
import { countsOf } from "./issued-before.server.ts";
import { getQuarter } from "./quarter-input.server.ts";
import { getReportSettings } from "./settings.server.ts";

const Options = z.strictObject({
  chapters: z.array(z.enum(CHAPTER_IDS)),
  commentary: z.partialRecord(z.enum(CHAPTER_IDS), z.string()),
  number: z.string(),
  date: z.string(),
});
const Args = z.strictObject({ kab: z.string(), period: z.string(), reportId: z.string(), options: Options });

const Request = z.object({
  periode: z.string().refine((text) => monthsOf(text) !== null, "Pilih periodenya."),
  nomor: typedText(100),
  tanggal: z
    .string()
    .refine(
      (text) => text === "" || isDay(text),
      "Tanggal laporan tidak dikenal. Tulis seperti 2026-12-31, atau kosongkan untuk hari ini.",
    ),
  bab: z.array(z.enum(CHAPTER_IDS, "Bab yang dipilih tidak dikenal. Muat ulang halaman ini.")),
  ulasan: z.partialRecord(z.enum(CHAPTER_IDS), typedText(4000)),
});

/** What a form sends for a new report; chapters by their checkboxes, commentary by chapter. */
export interface ReportRequest {
  periode: string;
  nomor: string;
  tanggal: string;
  bab: readonly string[];
  ulasan: Readonly<Record<string, string>>;
}

/**
 * Asks for a report; a job makes it. Returns the id of the job, or what is wrong with the form.
 * @throws AppError (404) where the regency is not there
 */
export const requestReport = async (
  db: Db,
  scope: Scope,
  kab: string,
  request: ReportRequest,
): Promise<{ jobId: string; reportId: string } | { problems: FieldProblem[] }> => {
  const regency = regencyRef(await regencyAt(db, scope, kab));
  if (!scope.includesWhole(regency.r)) throw notFound();
  const parsed = Request.safeParse(request);
  if (!parsed.success) {
    return {
      problems: parsed.error.issues.map(({ path: [name, of], message }) => ({
        field: name === "ulasan" ? `ulasan-${String(of)}` : String(name),
        message: name === "ulasan" ? `Ulasan ini terlalu panjang. ${message}` : message,
      })),
    };
  }
  const { periode, nomor, tanggal, bab, ulasan } = parsed.data;
  const options: z.infer<typeof Options> = {
    chapters: bab,
    commentary: ulasan,
    number: nomor,
    date: tanggal === "" ? todayIn(db, regency) : tanggal,
  };
  const reportId = db.newId();
  const event = {
    r: regency.r,
    action: "laporan.minta",
    subject: regency.slug,
    field: "period",
    after: periode,
  } as const;
  const jobId = await change(db, scope, event, (trx) =>
    enqueueJob(db, trx, scope, {
      r: regency.r,
      kind: "laporan",
      args: { kab, period: periode, reportId, options } satisfies z.input<typeof Args>,
    }),
  );
  return { jobId, reportId };
};

/** Reader, scorer, yardstick and register that the figures come from. */
const VERSIONS: Ground["versions"] = [
  ["Pembaca", READER_VERSION],
  ["Penilai mesin", CURRENT_SCORING.scorer],
  ["Ukuran substansi", CURRENT_SCORING.instrument],
  ["Daftar regulasi", REGULATIONS_EDITION],
];

/** Of the figures alone: the day on which they were taken is not in it. */
const hashOf = ({ today: _today, ...figures }: QuarterInput): string => canonicalHash(figures);

const modelFor = async (
  db: Db,
  scope: Scope,
  kab: string,
  period: string,
  options: ReportOptions,
): Promise<{ regency: RegencyRef; input: QuarterInput; model: ReportModel; dataHash: string }> => {
  const { regency, input } = await getQuarter(db, scope, { kab, period });
  const settings = await getReportSettings(db, scope, regency);
  const dataHash = hashOf(input);
  const model = reportOf(input, settings, options, { at: db.now(), dataHash, versions: VERSIONS });
  return { regency, input, model, dataHash };
};

/** So often the figures are taken anew where the regency changed while they were collected. */
const MOST_TRIES = 5;

/** The regency has changed since its figures were taken. */
class FiguresMoved extends Error {}

/**
 * Makes a report that was asked for. Its figures are asked for one after another, so it is stored only where the regency
 * did not change meanwhile: a report with half of an import in it would stay so for good. Run again after a crash it
 * finds the one that is there.
 * @throws AppError (404) where the regency is not there, (409) where it changes all the while
 */
export const makeReport = async (context: JobContext): Promise<JobResult> => {
  const { db, scope } = context;
  const args = Args.parse(context.args);
  const next = `/kabupaten/${args.kab}/laporan/${args.reportId}`;
  const { id: r } = await regencyAt(db, scope, args.kab);
  if (await reportById(db.read, scope, r, args.reportId)) return { next };
  for (let attempt = 1; attempt <= MOST_TRIES; attempt++) {
    try {
      await storeReport(context, r, args);
      return { next };
    } catch (error) {
      if (!(error instanceof FiguresMoved)) throw error;
    }
  }
  throw figuresMoving();
};

const figuresMoving = (): AppError =>
  new AppError({
    code: "figures_moving",
    status: 409,
    message:
      "Angka daerah ini terus berubah selagi laporannya disusun. Tidak ada laporan yang disimpan. Tunggu sampai impor, unggahan, atau penilaian yang berjalan selesai, lalu buat laporannya kembali.",
  });

/** @throws FiguresMoved where anything of the regency changed since the first figure was taken; then nothing is stored */
const storeReport = async (
  { db, scope, progress }: JobContext,
  r: number,
  { kab, period, reportId, options }: z.infer<typeof Args>,
): Promise<void> => {
  const before = await changesOf(db.read, r);
  await progress({ label: "Mengumpulkan angka", done: 0, total: 1 });
  const { input, model, dataHash } = await modelFor(db, scope, kab, period, options);
  await progress({ label: "Menyimpan laporan", done: 0, total: 1 });
  const event = {
    r,
    action: "laporan.buat",
    subject: reportId,
    field: "period",
    after: { period, draft: isDraft(model), data_hash: dataHash },
  } as const;
  await change(db, scope, event, async (trx) => {
    if ((await changesOf(trx, r)) !== before) throw new FiguresMoved();
    await insertReport(trx, {
      r,
      id: reportId,
      period,
      title: model.title,
      number: model.number,
      draft: isDraft(model) ? 1 : 0,
      model: JSON.stringify(model),
      standards: input.standards && JSON.stringify(countsOf(input.standards)),
      options: JSON.stringify(options),
      data_hash: dataHash,
      issued_at: db.now(),
      by: scope.actor,
    });
  });
};

export interface ReportsView {
  regency: RegencyRef;
  reports: ReportHead[];
}

export const getReports = async (db: Db, scope: Scope, kab: string): Promise<ReportsView> => {
  const regency = regencyRef(await regencyAt(db, scope, kab));
  return { regency, reports: await listReports(db.read, scope, regency.r) };
};

export interface ReportView {
  regency: RegencyRef;
  head: ReportHead;
  /** As it was made. */
  model: ReportModel;
  chapters: ChapterId[];
}

/**
 * A report as it was made.
 * @throws AppError (404) where it is not there or out of scope
 */
export const getReport = async (db: Db, scope: Scope, kab: string, id: string): Promise<ReportView> => {
  const regency = regencyRef(await regencyAt(db, scope, kab));
  const row = await reportById(db.read, scope, regency.r, id);
  if (!row) throw notFound();
  const { model, options, standards: _standards, r: _r, ...head } = row;
  return {
    regency,
    head,
    model: parseStored(ReportModel, model),
    chapters: parseStored(Options, options).chapters,
  };
};

export interface TodayView {
  /** The figures have the same hash: nothing differs. */
  same: boolean;
  rows: Difference[];
  at: string;
}

/** What the same report would say otherwise today. */
export const compareWithToday = async (db: Db, scope: Scope, kab: string, id: string): Promise<TodayView> => {
  const regency = await regencyAt(db, scope, kab);
  const row = await reportById(db.read, scope, regency.id, id);
  if (!row) throw notFound();
  const options = parseStored(Options, row.options);
  const today = await modelFor(db, scope, kab, row.period, options);
  const same = today.dataHash === row.data_hash;
  return {
    same,
    rows: same ? [] : differences(parseStored(ReportModel, row.model), today.model),
    at: db.now(),
  };
};
