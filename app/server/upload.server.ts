import { createHash } from "node:crypto";
import { change } from "#db/change.ts";
import type { Db, Reader } from "#db/connection.ts";
import { dropStagedFile, putFile, storedFile } from "#db/queries/files.ts";
import { jobById } from "#db/queries/jobs.ts";
import { listRegencies, regenciesByKey } from "#db/queries/regencies.ts";
import { dropStaged } from "#db/queries/staging.ts";
import {
  insertUpload,
  pendingUpload,
  updateUpload,
  uploadById,
  waitingUploads,
} from "#db/queries/uploads.ts";
import { ANTEROOM, type UploadTable } from "#db/schema.ts";
import type { Scope } from "#db/scope.ts";
import { AppError, fileTooLarge, foreignRegency, notFound } from "./errors.ts";
import { identityProblems } from "./identity.ts";
import { enqueueJob } from "./jobs.server.ts";
import { regencyKey } from "./keys.ts";
import { newUpload } from "./staging.server.ts";
import type { Confirmation } from "./stored-json.ts";
import { alreadyStored } from "./upload-words.ts";

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
  const pending = await pendingUpload(db.read, scope, sha256);
  if (pending) return { kind: "job", jobId: await jobOf(db, scope, pending), uploadId: pending.id };
  const id = db.newId();
  const name = file.name.normalize("NFC").replace(/\p{C}/gu, "").slice(-200) || "tanpa nama";
  const event = { r: ANTEROOM, action: "naskah.unggah", subject: id, after: { name, sha256 } } as const;
  return change(db, scope, event, async (trx) => {
    const at = db.now();
    const by = scope.actor;
    if (await dropStagedFile(trx, sha256, id)) {
      const file = { r: ANTEROOM, sha256, name, kind: kindOf(name), size: bytes.length, at, by };
      await putFile(trx, file, bytes);
    }
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

const collect = async (stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > MAX_UPLOAD_BYTES) throw fileTooLarge(null, MAX_UPLOAD_BYTES);
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
  const [problem] = identityProblems(confirmation.decrees);
  if (problem) throw new AppError({ code: "identity", status: 422, message: problem.message });
  for (const { regency } of confirmation.decrees) {
    const [known] = await regenciesByKey(db.read, [regencyKey(regency)]);
    if (known ? !scope.includes(known.id) : scope.regencies !== "all") throw foreignRegency(regency);
  }
  const event = {
    r: ANTEROOM,
    action: "naskah.simpan",
    subject: id,
    field: "konfirmasi",
    after: confirmation,
  } as const;
  return change(db, scope, event, async (trx) => {
    await waitingUpload(trx, scope, id);
    const args = { uploadId: id, confirmation };
    const jobId = await enqueueJob(db, trx, scope, { r: ANTEROOM, kind: "simpan", args });
    await updateUpload(trx, id, { job_id: jobId });
    return { jobId };
  });
};

/** Throws away an upload that was not confirmed: its file and all that was staged. */
export const discardUpload = (db: Db, scope: Scope, id: string): Promise<void> =>
  change(db, scope, { r: ANTEROOM, action: "naskah.buang", subject: id }, async (trx, { amend }) => {
    const { name, sha256 } = await waitingUpload(trx, scope, id);
    amend({ before: { name, sha256 } });
    await dropStaged(trx, id);
    await dropStagedFile(trx, sha256, id);
    await updateUpload(trx, id, { state: "dibuang" });
  });

/**
 * An upload that still waits for its confirmation. Asked inside the change that ends its waiting, so that storing and
 * throwing away cannot both succeed.
 */
const waitingUpload = async (trx: Reader, scope: Scope, id: string): Promise<UploadTable> => {
  const upload = await uploadById(trx, scope, id);
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
  for (const upload of await waitingUploads(db.read, scope)) {
    if (upload.state === "pratinjau" && upload.at < oldest) await discardUpload(db, scope, upload.id);
  }
};
