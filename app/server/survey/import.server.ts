import { createHash } from "node:crypto";
import { openDraft, stripPersonal, withCell } from "#app/survey/draft.ts";
import { bytesSource, Refusal } from "#app/survey/files/table.ts";
import { monthsOf } from "#app/survey/months.ts";
import { readOpened } from "#app/survey/read.ts";
import { change } from "#db/change.ts";
import type { Db } from "#db/connection.ts";
import {
  batchById,
  batchOfFile,
  dropUnpublished,
  orphanBatches,
  replacedBy,
  updateBatch,
} from "#db/queries/survey/batches.ts";
import {
  draftById,
  draftTable,
  dropDraftTable,
  insertDraft,
  pendingDraft,
  putDraftTable,
  updateDraft,
  waitingDrafts,
} from "#db/queries/survey/drafts.ts";
import { sourceBySignature } from "#db/queries/survey/rows.ts";
import type { SurveyDraftTable } from "#db/schema-survey.ts";
import type { Scope } from "#db/scope.ts";
import { AppError, fileTooLarge, notFound } from "../errors.ts";
import { enqueueJob } from "../jobs.server.ts";
import { regencyAt } from "../lookup.server.ts";
import { parseStored } from "../stored-json.ts";
import { MAX_UPLOAD_BYTES } from "../upload.server.ts";
import { keyedTag } from "./secret.server.ts";
import { DraftTable, type Places, SkmOptions } from "./stored.ts";

export type StagedSurvey =
  | { kind: "draft"; draftId: string }
  /** The very file is stored already: nothing was changed. */
  | { kind: "known"; batchId: string; publishedAt: string };

/**
 * Takes a survey file in: its tables without personal cells into a draft of the regency. The file itself is never stored.
 *
 * @throws AppError 422 with the refusal's own words where the file is no survey, 413 beyond the bound
 */
export const stageSurvey = async (
  db: Db,
  scope: Scope,
  secret: Uint8Array,
  request: { kab: string; name: string; stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array> },
): Promise<StagedSurvey> => {
  const regency = await regencyAt(db, scope, request.kab);
  const r = regency.id;
  const bytes = await collect(request.stream);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const stored = await batchOfFile(db.read, r, sha256);
  if (stored?.published_at) return { kind: "known", batchId: stored.id, publishedAt: stored.published_at };
  const pending = await pendingDraft(db.read, r, sha256);
  if (pending) return { kind: "draft", draftId: pending.id };
  const name = request.name.normalize("NFC").replace(/\p{C}/gu, "").slice(-200) || "tanpa nama";
  const stripped = refused(() =>
    stripPersonal(bytesSource(bytes), {}, (text) => keyedTag(secret, r, text).slice(0, 12)),
  );
  const remembered = await sourceBySignature(db.read, r, signatureOf(stripped.understanding.columns));
  const id = db.newId();
  await change(
    db,
    scope,
    { r, action: "survei.unggah", subject: id, after: { name, sha256 } },
    async (trx) => {
      await insertDraft(trx, {
        r,
        id,
        file_name: name,
        file_sha256: sha256,
        state: "kolom",
        job_id: null,
        options: remembered?.mapping ?? "{}",
        places: null,
        result: null,
        batch_id: null,
        at: db.now(),
        by: scope.actor,
      });
      await putDraftTable(trx, r, id, JSON.stringify(stripped.draft));
    },
  );
  return { kind: "draft", draftId: id };
};

/** Hash of the folded headers: files of one source have the same. */
export const signatureOf = (columns: readonly { header: string }[]): string =>
  createHash("sha256")
    .update(JSON.stringify(columns.map(({ header }) => header.toLowerCase().replace(/\s+/g, " ").trim())))
    .digest("hex");

/** Runs a reading; a refusal becomes the sentence that a page shows. */
export const refused = <T>(read: () => T): T => {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    throw new AppError({ code: `survey_${cause.code}`, status: 422, message: cause.message, cause });
  }
};

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

/** A draft that may still be changed, with its options. @throws AppError 404 outside the scope, 409 once it has ended */
export const openSurveyDraft = async (
  db: Db,
  scope: Scope,
  id: string,
): Promise<{ draft: SurveyDraftTable; options: SkmOptions }> => {
  const draft = await draftById(db.read, scope, id);
  if (!draft) throw notFound();
  if (["tersimpan", "dibuang", "ditolak"].includes(draft.state)) throw ended();
  return { draft, options: parseStored(SkmOptions, draft.options) };
};

const ended = (): AppError =>
  new AppError({
    code: "not_waiting",
    status: 409,
    message:
      "Impor ini sudah disimpan atau sudah dibuang. Tidak ada yang diubah. Lihat keadaannya pada Riwayat impor.",
  });

/** The table of a draft as the reader takes it. */
export const draftFile = async (db: Db, draft: SurveyDraftTable) =>
  openDraft(parseStored(DraftTable, await draftTable(db.read, draft.r, draft.id)), draft.file_sha256);

/** Keeps what the user said of the file and counts it anew, as a job. */
export const setDraftOptions = (
  db: Db,
  scope: Scope,
  id: string,
  options: SkmOptions,
  next: "layanan" | "periksa" = "layanan",
): Promise<{ jobId: string }> =>
  withDraft(db, scope, id, "options", async (trx, draft, amend) => {
    amend({ field: "pilihan", before: draft.options, after: options });
    const jobId = await enqueueJob(db, trx, scope, {
      r: draft.r,
      kind: "skm-hitung",
      args: { draftId: id, next },
    });
    await updateDraft(trx, draft.r, id, { options: JSON.stringify(options), job_id: jobId, result: null });
    return { jobId };
  });

/** Keeps which place belongs to which unit. */
export const setDraftPlaces = (db: Db, scope: Scope, id: string, places: Places): Promise<void> =>
  withDraft(db, scope, id, "places", async (trx, draft, amend) => {
    amend({ field: "tempat", after: places.length });
    await updateDraft(trx, draft.r, id, { places: JSON.stringify(places), state: "periksa" });
  });

/** Mends one cell of a rejected row, with the reason, and counts anew. */
export const mendDraftCell = async (
  db: Db,
  scope: Scope,
  id: string,
  mend: { sheet: string | null; row: number; column: number; text: string; reason: string },
): Promise<{ jobId: string }> => {
  const { draft } = await openSurveyDraft(db, scope, id);
  const table = parseStored(DraftTable, await draftTable(db.read, draft.r, id));
  const mended = withCell(table, mend.sheet, mend.row, mend.column, mend.text);
  return withDraft(db, scope, id, "cell", async (trx, now, amend) => {
    amend({ field: `baris ${mend.row}`, after: mend.text, reason: mend.reason });
    await putDraftTable(trx, now.r, id, JSON.stringify(mended));
    const args = { draftId: id, next: "periksa" };
    const jobId = await enqueueJob(db, trx, scope, { r: now.r, kind: "skm-hitung", args });
    await updateDraft(trx, now.r, id, { job_id: jobId, result: null });
    return { jobId };
  });
};

/** Queues the storing of a draft that was looked through. `replaces`: published imports whose place it takes. */
export const confirmSurvey = (
  db: Db,
  scope: Scope,
  id: string,
  { replaces, source }: { replaces: readonly string[]; source: string | null },
): Promise<{ jobId: string }> =>
  withDraft(db, scope, id, "confirm", async (trx, draft, amend) => {
    for (const batchId of replaces) {
      const batch = await batchById(trx, scope, batchId);
      if (batch?.r !== draft.r || batch.state !== "terbit") throw notFound();
    }
    amend({ field: "konfirmasi", after: { replaces, source } });
    const args = { draftId: id, replaces: [...replaces], source };
    const jobId = await enqueueJob(db, trx, scope, { r: draft.r, kind: "skm-simpan", args });
    await updateDraft(trx, draft.r, id, { state: "simpan", job_id: jobId });
    return { jobId };
  });

/** Throws a draft away with everything that was kept of its file. */
export const discardSurveyDraft = (db: Db, scope: Scope, id: string): Promise<void> =>
  withDraft(
    db,
    scope,
    id,
    "discard",
    async (trx, draft, amend) => {
      amend({ before: { name: draft.file_name } });
      await dropDraftTable(trx, draft.r, id);
      await updateDraft(trx, draft.r, id, { state: "dibuang", places: null, result: null });
    },
    "survei.buang",
  );

type Amend = Parameters<Parameters<typeof change>[3]>[1]["amend"];
type Writing = Parameters<Parameters<typeof change>[3]>[0];

/** Changes a draft that still waits; asked again inside the change, so that two people cannot both end it. */
const withDraft = async <T>(
  db: Db,
  scope: Scope,
  id: string,
  subject: string,
  work: (trx: Writing, draft: SurveyDraftTable, amend: Amend) => Promise<T>,
  action: "survei.ubah" | "survei.buang" = "survei.ubah",
): Promise<T> => {
  const { draft } = await openSurveyDraft(db, scope, id);
  return change(db, scope, { r: draft.r, action, subject: id, field: subject }, async (trx, { amend }) => {
    const now = await draftById(trx, scope, id);
    if (!now || ["tersimpan", "dibuang", "ditolak"].includes(now.state)) throw ended();
    return work(trx, now, amend);
  });
};

/** Takes a whole import back. What it replaced counts again. */
export const undoImport = async (db: Db, scope: Scope, batchId: string, reason: string): Promise<void> => {
  const batch = await batchById(db.read, scope, batchId);
  if (!batch) throw notFound();
  const event = { r: batch.r, action: "survei.batal", subject: batchId, reason } as const;
  await change(db, scope, event, async (trx, { amend }) => {
    const now = await batchById(trx, scope, batchId);
    if (now?.state !== "terbit") throw ended();
    const restored = await replacedBy(trx, batch.r, batchId);
    await updateBatch(trx, batch.r, batchId, { state: "dibatalkan" });
    for (const id of restored) await updateBatch(trx, batch.r, id, { state: "terbit", replaced_by: null });
    amend({ before: { file: batch.file_name, counts: batch.counts }, after: { restored } });
  });
};

/** Drafts nobody finished for this long are thrown away. */
const KEEP_DAYS = 7;

/** Throws away old drafts and batches that a crash left half-written. Runs when a worker starts. */
export const sweepSurvey = async (db: Db, scope: Scope): Promise<void> => {
  const oldest = new Date(Date.parse(db.now()) - KEEP_DAYS * 86_400_000).toISOString();
  const drafts = await waitingDrafts(db.read, scope);
  for (const draft of drafts) {
    if (draft.at < oldest && draft.state !== "simpan") await discardSurveyDraft(db, scope, draft.id);
  }
  const working = new Set(
    drafts.flatMap(({ state, batch_id }) => (state === "simpan" && batch_id ? [batch_id] : [])),
  );
  for (const { r, id } of await orphanBatches(db.read)) {
    if (working.has(id)) continue;
    await change(db, scope, { r, action: "survei.buang", subject: id, reason: "tidak selesai" }, (trx) =>
      dropUnpublished(trx, r, id),
    );
  }
};

/** Counts a draft with its options. Never throws on content: a refusal is its result. */
export const countDraft = async (db: Db, draft: SurveyDraftTable, options: SkmOptions) => {
  const file = await draftFile(db, draft);
  let withoutIdentity = 0;
  try {
    const reading = readOpened(file, draft.file_name, options, {
      keepRejected: KEEP_REJECTED,
      sink: {
        response: ({ identity }) => {
          if (identity === null) withoutIdentity++;
        },
      },
    });
    return { json: reading.json, withoutIdentity };
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    return { refusal: { code: cause.code, message: cause.message } };
  }
};

/** Rejected rows that a page shows; all of them are in the download after storing. */
const KEEP_REJECTED = 500;

/** Does every row have a period with months? Else the user must name it. */
export const periodsMissing = (groups: readonly { period: string | null }[]): boolean =>
  groups.some(({ period }) => period === null || monthsOf(period) === null);
