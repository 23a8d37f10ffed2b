import { z } from "zod";
import { readDecreeSteps } from "#app/reader/index.ts";
import type { Reading } from "#app/reader/schema.ts";
import { change } from "#db/change.ts";
import type { Db } from "#db/connection.ts";
import { dropStagedFile, fileBytes } from "#db/queries/files.ts";
import { updateUpload, uploadById } from "#db/queries/uploads.ts";
import { ANTEROOM, type UploadTable } from "#db/schema.ts";
import type { Scope } from "#db/scope.ts";
import { rereadJob } from "./correction/reread.server.ts";
import { cutReading } from "./cut.ts";
import type { JobContext, JobHandlers, JobResult } from "./jobs.server.ts";
import { makeReport } from "./leadership/reports.server.ts";
import { rescore } from "./scoring.server.ts";
import { stage } from "./staging.server.ts";
import { storeUpload } from "./store.server.ts";
import { Confirmation } from "./stored-json.ts";
import { countSurvey, storeSurvey } from "./survey/jobs.server.ts";
import type { UploadOutcome } from "./views.ts";

const BacaArgs = z.strictObject({ uploadId: z.string() });
const SimpanArgs = z.strictObject({ uploadId: z.string(), confirmation: Confirmation });

const NO_SERVICE =
  "Tidak ada layanan yang terbaca dalam berkas ini. Periksa apakah berkas ini keputusan penetapan standar pelayanan.";

const SILENCE_MS = 120_000;
const SILENCE_MS_PER_MB = 30_000;

/**
 * How long reading a file of this size may keep the worker from saying anything, in milliseconds. A single decree is
 * read in one go, so the whole file counts: 30 s a megabyte is some six times what dense tables take on a slow machine.
 */
export const longestSilence = (bytes: number): number =>
  SILENCE_MS + Math.ceil(bytes / 1_000_000) * SILENCE_MS_PER_MB;

/** Reads a file of the anteroom and stages what it holds, or refuses it with the reason. */
const readUpload = async ({ db, scope, args, progress }: JobContext): Promise<JobResult> => {
  const { uploadId } = BacaArgs.parse(args);
  const next = `/unggah/${uploadId}/pratinjau`;
  const upload = await uploadById(db.read, scope, uploadId);
  if (upload?.state !== "antre") return { next };
  const silentMs = longestSilence(upload.size);
  const label = "Membaca naskah";
  await progress({ label, done: 0, total: 1 }, silentMs);
  const bytes = await fileBytes(db.read, ANTEROOM, upload.sha256);
  if (!bytes) throw new Error(`upload ${uploadId} has lost its file`);
  const steps = readDecreeSteps(bytes, upload.name);
  let step = steps.next();
  for (; !step.done; step = steps.next()) await progress({ label, ...step.value }, silentMs);
  const reading = step.value;
  if (reading.services.length === 0) {
    await refuse(db, scope, upload, reading);
    return { next };
  }
  const { lines } = reading.file;
  const staging = { label: "Menyimpan hasil baca untuk pratinjau", total: lines };
  await progress({ ...staging, done: 0 }, silentMs);
  await stage(db, scope, upload, { cuts: cutReading(reading), lines, reader: reading.reader }, (cut) =>
    progress({ ...staging, done: cut.lines[1] }, silentMs),
  );
  return { next };
};

const refuse = async (db: Db, scope: Scope, upload: UploadTable, reading: Reading): Promise<void> => {
  const message = reading.findings.find((finding) => finding.severity === "error")?.message ?? NO_SERVICE;
  const outcome: UploadOutcome = { message, stored: [] };
  const event = { r: ANTEROOM, action: "naskah.tolak", subject: upload.id, reason: message } as const;
  await change(db, scope, event, async (trx) => {
    await dropStagedFile(trx, upload.sha256, upload.id);
    await updateUpload(trx, upload.id, {
      state: "ditolak",
      outcome: JSON.stringify(outcome),
      lines: reading.file.lines,
      reader_version: reading.reader,
    });
  });
};

/** Stores a confirmed upload. Once stored, running it again changes nothing. */
const storeConfirmed = async ({ db, scope, args, progress }: JobContext): Promise<JobResult> => {
  const { uploadId, confirmation } = SimpanArgs.parse(args);
  const upload = await uploadById(db.read, scope, uploadId);
  if (upload?.state === "pratinjau") {
    await progress({ label: "Menyimpan naskah", done: 0, total: confirmation.decrees.length });
    await storeUpload(db, scope, upload, confirmation);
  }
  return { next: `/unggah/${uploadId}/selesai` };
};

/** What the worker can do. */
export const JOB_HANDLERS: JobHandlers = {
  baca: readUpload,
  simpan: storeConfirmed,
  "baca-ulang": rereadJob,
  nilai: rescore,
  "skm-hitung": countSurvey,
  "skm-simpan": storeSurvey,
  laporan: makeReport,
};
