import { createHash } from "node:crypto";
import { z } from "zod";
import { readDecree } from "#app/reader/index.ts";
import { change } from "#db/change.ts";
import type { Db } from "#db/connection.ts";
import { dropStagedFile, fileBytes, putFile, storedFile } from "#db/queries/files.ts";
import { jobById } from "#db/queries/jobs.ts";
import { listRegencies } from "#db/queries/regencies.ts";
import { dropStaged, stageRows } from "#db/queries/staging.ts";
import {
  insertUpload,
  pendingUpload,
  updateUpload,
  uploadById,
  waitingUploads,
} from "#db/queries/uploads.ts";
import { ANTEROOM, type UploadTable } from "#db/schema.ts";
import { type Scope, scopeOf } from "#db/scope.ts";
import { cutReading } from "./cut.ts";
import type { CutDecree } from "./cut-model.ts";
import { AppError, fileTooLarge, notFound } from "./errors.ts";
import { identityProblems } from "./identity.ts";
import { enqueueJob, type JobContext, type JobResult } from "./jobs.server.ts";
import { decreeRows } from "./staging-rows.ts";
import { storeUpload } from "./store.server.ts";
import { Confirmation } from "./stored-json.ts";
import { alreadyStored } from "./upload-words.ts";
import type { UploadOutcome } from "./views.ts";

/** The largest file that is taken. */
export const MAX_UPLOAD_BYTES = 25_000_000;

/** What became of a file that was handed in. */
export type Staged =
  | { kind: "job"; jobId: string; uploadId: string }
  /** The very file is stored: nothing was changed. */
  | { kind: "known"; message: string; regencySlug: string };

/**
 * Takes a file in: bytes into the anteroom, a job to read it. The same bytes once more give what is known of them.
 * @throws AppError (413) beyond 25 MB, before the rest is taken
 */
export const stageUpload = async (
  db: Db,
  scope: Scope,
  file: { name: string; stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array> },
): Promise<Staged> => {
  const bytes = await collect(file.stream);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const known = await knownFile(db, scope, sha256);
  if (known) return known;
  const pending = await pendingUpload(db.read, sha256);
  if (pending) return { kind: "job", jobId: await jobOf(db, scope, pending), uploadId: pending.id };
  const id = db.newId();
  const name = file.name.normalize("NFC").replace(/\p{C}/gu, "").slice(-200) || "tanpa nama";
  const event = { r: ANTEROOM, action: "naskah.unggah", subject: id, after: { name, sha256 } } as const;
  return change(db, scope, event, async (trx) => {
    const at = db.now();
    const by = scope.actor;
    await dropStagedFile(trx, sha256);
    await putFile(trx, { r: ANTEROOM, sha256, name, kind: kindOf(name), size: bytes.length, at, by }, bytes);
    const jobId = await enqueueJob(db, trx, scope, { r: ANTEROOM, kind: "baca", args: { uploadId: id } });
    await insertUpload(trx, { ...newUpload(id, sha256, name, bytes.length), job_id: jobId, at, by });
    return { kind: "job", jobId, uploadId: id };
  });
};

/** The job of a waiting upload; a new one where the last has failed. */
const jobOf = async (db: Db, scope: Scope, upload: UploadTable): Promise<string> => {
  const job = upload.job_id === null ? undefined : await jobById(db.read, scope, upload.job_id);
  if (job && job.state !== "gagal") return job.id;
  const event = { r: ANTEROOM, action: "naskah.unggah", subject: upload.id, reason: "diulang" } as const;
  return change(db, scope, event, async (trx) => {
    const args = { uploadId: upload.id };
    const jobId = await enqueueJob(db, trx, scope, { r: ANTEROOM, kind: "baca", args });
    await updateUpload(trx, upload.id, { job_id: jobId });
    return jobId;
  });
};

const newUpload = (id: string, sha256: string, name: string, size: number) => ({
  r: ANTEROOM,
  id,
  sha256,
  name,
  size,
  state: "antre" as const,
  reader_version: null,
  lines: null,
  outcome: null,
});

const collect = async (stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > MAX_UPLOAD_BYTES) throw fileTooLarge(size, MAX_UPLOAD_BYTES);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

const kindOf = (name: string): string => /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? "txt";

const knownFile = async (db: Db, scope: Scope, sha256: string): Promise<Staged | null> => {
  const file = await storedFile(db.read, scope, sha256);
  if (!file) return null;
  const regency = (await listRegencies(db.read, scope)).find(({ id }) => id === file.r);
  if (!regency) return null;
  return { kind: "known", message: alreadyStored(file.at, regency.zone), regencySlug: regency.slug };
};

/** Puts cuts that were made elsewhere (the sample's facts) into the anteroom, ready to be stored. Returns the upload. */
export const stageCuts = async (
  db: Db,
  scope: Scope,
  file: { name: string; sha256: string; lines: number; reader: string },
  cuts: readonly CutDecree[],
): Promise<UploadTable> => {
  const id = db.newId();
  const event = { r: ANTEROOM, action: "naskah.unggah", subject: id, after: file } as const;
  const upload: UploadTable = {
    ...newUpload(id, file.sha256, file.name, 0),
    job_id: null,
    at: db.now(),
    by: scope.actor,
  };
  await change(db, scope, event, (trx) => insertUpload(trx, upload));
  await stage(db, scope, upload, { cuts, lines: file.lines, reader: file.reader });
  return upload;
};

interface ReadFile {
  cuts: readonly CutDecree[];
  lines: number;
  reader: string;
}

/** Writes what was read of an upload and opens it for confirmation. May be run again after a crash. */
const stage = async (
  db: Db,
  scope: Scope,
  upload: UploadTable,
  { cuts, lines, reader }: ReadFile,
  progress: (done: number, total: number) => Promise<void> = async () => {},
): Promise<void> => {
  await db.write.transaction().execute((trx) => dropStaged(trx, upload.id));
  const place = {
    uploadId: upload.id,
    fileSha: upload.sha256,
    fileName: upload.name,
    readerVersion: reader,
    at: db.now(),
    by: scope.actor,
    newId: db.newId,
  };
  for (const [index, cut] of cuts.entries()) {
    await stageRows(db, decreeRows(cut, place));
    await progress(index + 1, cuts.length);
  }
  const event = {
    r: ANTEROOM,
    action: "naskah.baca",
    subject: upload.id,
    after: { decrees: cuts.length },
  } as const;
  await change(db, scope, event, (trx) =>
    updateUpload(trx, upload.id, { state: "pratinjau", lines, reader_version: reader }),
  );
};

const BacaArgs = z.strictObject({ uploadId: z.string() });

/** Job `baca`: reads a file of the anteroom and stages what it holds, or refuses it with the reason. */
export const readUpload = async ({ db, by, args, progress }: JobContext): Promise<JobResult> => {
  const { uploadId } = BacaArgs.parse(args);
  const upload = await uploadById(db.read, uploadId);
  const next = `/unggah/${uploadId}/pratinjau`;
  if (upload?.state !== "antre") return { next };
  await progress({ label: "Membaca naskah", done: 0, total: 1 });
  const bytes = await fileBytes(db.read, ANTEROOM, upload.sha256);
  if (!bytes) throw new Error(`upload ${uploadId} has lost its file`);
  const reading = readDecree(bytes, upload.name);
  const scope = scopeOf(by, "all");
  const cuts = cutReading(reading);
  if (reading.services.length === 0) {
    const message = reading.findings.find((finding) => finding.severity === "error")?.message ?? NO_SERVICE;
    await refuse(db, scope, upload, { message, lines: reading.file.lines, reader: reading.reader });
    return { next };
  }
  const total = reading.file.lines;
  await progress({ label: "Menyimpan hasil baca untuk pratinjau", done: 0, total });
  await stage(db, scope, upload, { cuts, lines: total, reader: reading.reader }, async (done) => {
    await progress({
      label: "Menyimpan hasil baca untuk pratinjau",
      done: cuts[done - 1]?.lines[1] ?? total,
      total,
    });
  });
  return { next };
};

const NO_SERVICE =
  "Tidak ada layanan yang terbaca dalam berkas ini. Periksa apakah berkas ini keputusan penetapan standar pelayanan.";

const refuse = async (
  db: Db,
  scope: Scope,
  upload: UploadTable,
  { message, lines, reader }: { message: string; lines: number; reader: string },
): Promise<void> => {
  const outcome: UploadOutcome = { message, stored: [] };
  const event = { r: ANTEROOM, action: "naskah.tolak", subject: upload.id, reason: message } as const;
  await change(db, scope, event, async (trx) => {
    await dropStagedFile(trx, upload.sha256);
    await updateUpload(trx, upload.id, {
      state: "ditolak",
      outcome: JSON.stringify(outcome),
      lines,
      reader_version: reader,
    });
  });
};

const SimpanArgs = z.strictObject({ uploadId: z.string(), confirmation: Confirmation });

/** Job `simpan`: stores a confirmed upload. Once stored, running it again changes nothing. */
export const storeConfirmed = async ({ db, by, args, progress }: JobContext): Promise<JobResult> => {
  const { uploadId, confirmation } = SimpanArgs.parse(args);
  const upload = await uploadById(db.read, uploadId);
  const next = `/unggah/${uploadId}/pratinjau`;
  if (upload?.state !== "pratinjau") return { next };
  await progress({ label: "Menyimpan naskah", done: 0, total: confirmation.decrees.length });
  await storeUpload(db, scopeOf(by, "all"), upload, confirmation);
  return { next };
};

/**
 * Queues the storing of an upload whose preview was confirmed.
 * @throws AppError (422) where an identity is not whole; a page asks `identityProblems` first, to show all of them
 */
export const confirmUpload = async (
  db: Db,
  scope: Scope,
  id: string,
  confirmation: Confirmation,
): Promise<{ jobId: string }> => {
  await waiting(db, id);
  const [problem] = identityProblems(confirmation.decrees);
  if (problem) throw new AppError({ code: "identity", status: 422, message: problem.message });
  const event = {
    r: ANTEROOM,
    action: "naskah.simpan",
    subject: id,
    field: "konfirmasi",
    after: confirmation,
  } as const;
  return change(db, scope, event, async (trx) => {
    const args = { uploadId: id, confirmation };
    const jobId = await enqueueJob(db, trx, scope, { r: ANTEROOM, kind: "simpan", args });
    await updateUpload(trx, id, { job_id: jobId });
    return { jobId };
  });
};

/** Throws away an upload that was not confirmed: its file and all that was staged. */
export const discardUpload = async (db: Db, scope: Scope, id: string): Promise<void> => {
  const upload = await waiting(db, id);
  const event = { r: ANTEROOM, action: "naskah.buang", subject: id, before: { name: upload.name } } as const;
  await change(db, scope, event, async (trx) => {
    await dropStaged(trx, id);
    await dropStagedFile(trx, upload.sha256);
    await updateUpload(trx, id, { state: "dibuang" });
  });
};

/** An upload that still waits for its confirmation. */
export const waiting = async (db: Db, id: string): Promise<UploadTable> => {
  const upload = await uploadById(db.read, id);
  if (!upload) throw notFound();
  if (upload.state === "pratinjau") return upload;
  throw new AppError({
    code: "not_waiting",
    status: 409,
    message:
      "Naskah ini sudah tersimpan atau sudah dibuang. Tidak ada yang diubah. Lihat keadaannya pada halaman Unggah.",
  });
};

/** Uploads nobody confirmed for this long are thrown away. */
const KEEP_DAYS = 14;

/** Throws away what has waited too long in the anteroom. Runs when a worker starts. */
export const sweepAnteroom = async (db: Db, scope: Scope): Promise<void> => {
  const oldest = new Date(Date.parse(db.now()) - KEEP_DAYS * 86_400_000).toISOString();
  for (const upload of await waitingUploads(db.read)) {
    if (upload.state === "pratinjau" && upload.at < oldest) await discardUpload(db, scope, upload.id);
  }
};
