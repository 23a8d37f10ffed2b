import { createHash } from "node:crypto";
import { formatCount, formatOverBound } from "#app/format/numbers.ts";
import {
  changedPiece,
  type MendedCell,
  mendedCells,
  openDraft,
  pieceOfRow,
  restripper,
  stripPersonal,
} from "#app/survey/draft.ts";
import { type ByteSource, Refusal } from "#app/survey/files/table.ts";
import { understandSurvey } from "#app/survey/read.ts";
import { normalisePeriod } from "#app/survey/rows/periods.ts";
import { change } from "#db/change.ts";
import type { Db, Reader } from "#db/connection.ts";
import { jobById } from "#db/queries/jobs.ts";
import {
  batchById,
  batchOfFile,
  copyOfBatch,
  dropUnpublished,
  keysElsewhere,
  orphanBatches,
  replacedBy,
  updateBatch,
} from "#db/queries/survey/batches.ts";
import {
  draftById,
  draftPieceAt,
  draftPieces,
  draftState,
  dropDraftTable,
  dropIncoming,
  orphanDrafts,
  pendingDraft,
  putDraftPiece,
  sheetsJson,
  updateDraft,
  waitingDrafts,
} from "#db/queries/survey/drafts.ts";
import { sourceBySignature, stageDraftPieces, stageDraftText } from "#db/queries/survey/rows.ts";
import type { RegencyTable } from "#db/schema.ts";
import type { SurveyDraftTable } from "#db/schema-survey.ts";
import type { Scope } from "#db/scope.ts";
import { AppError, notFound } from "../errors.ts";
import { enqueueJob } from "../jobs.server.ts";
import { regencyAt } from "../lookup.server.ts";
import { parseStored } from "../stored-json.ts";
import { MAX_UPLOAD_BYTES } from "../upload.server.ts";
import { draftTableHeads, sheetNames } from "./draft-file.server.ts";
import { readyDraft } from "./ready-draft.server.ts";
import { lettersTag } from "./secret.server.ts";
import { MAX_SURVEY_BYTES, withSpooled } from "./spool.server.ts";
import { type Places, SkmOptions } from "./stored.ts";

export type StagedSurvey =
  | { kind: "draft"; draftId: string }
  /** The very file is stored already: nothing was changed. */
  | { kind: "known"; batchId: string; publishedAt: string; zone: RegencyTable["zone"] };

/**
 * Takes a survey file in: its tables without personal cells into a draft of the regency. The file itself is never stored.
 *
 * @throws AppError 422 with the refusal's own words where the file is no survey, 413 beyond the bound
 */
export const stageSurvey = async (
  db: Db,
  scope: Scope,
  secret: Uint8Array,
  request: {
    kab: string;
    name: string;
    stream: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
    /** Of the draft to be made, where whoever asks must find what a crash leaves of it. */
    id?: string;
  },
): Promise<StagedSurvey> => {
  const regency = await regencyAt(db, scope, request.kab);
  const r = regency.id;
  return withSpooled(request.stream, MAX_SURVEY_BYTES, async ({ source, sha256 }): Promise<StagedSurvey> => {
    if (source.size > MAX_UPLOAD_BYTES && isWorkbook(source)) throw workbookTooLarge(source.size);
    const here = await stagedAlready(db.read, regency, sha256);
    if (here) return here;
    const name = request.name.normalize("NFC").replace(/\p{C}/gu, "").slice(-200) || "tanpa nama";
    const stripped = refused(() => stripPersonal(source, {}, tagger(secret, r)));
    const remembered = await sourceBySignature(db.read, r, signatureOf(stripped.understanding.columns));
    const id = request.id ?? db.newId();
    const draft = {
      r,
      id,
      file_name: name,
      file_sha256: sha256,
      state: "antre",
      job_id: null,
      options: remembered?.mapping ?? "{}",
      places: null,
      result: null,
      batch_id: null,
      sheets: "[]",
      regencies: "[]",
      left_of: null,
      at: db.now(),
      by: scope.actor,
    } as const;
    const event = { r, action: "survei.unggah", subject: id, after: { name, sha256 } } as const;
    try {
      const { sheets } = stripped.draft;
      await stageDraftText(db, draft, sheets);
      // Asked again where nobody else writes: the same file may have come in twice at once.
      return await change(db, scope, event, async (trx, { amend }) => {
        const meanwhile = await stagedAlready(trx, regency, sha256);
        if (!meanwhile) {
          await updateDraft(trx, r, id, { state: "kolom", sheets: sheetsJson(sheets) });
          return { kind: "draft", draftId: id };
        }
        amend({ action: "survei.buang", reason: "berkas yang sama sudah diunggah" });
        await dropIncoming(trx, r, id);
        return meanwhile;
      });
    } catch (cause) {
      await dropUnfinished(db, scope, { r, id }).catch(() => {});
      throw cause;
    }
  });
};

/** What there is of this very file: its published import, or the draft that waits. */
const stagedAlready = async (
  db: Reader,
  { id: r, zone }: Pick<RegencyTable, "id" | "zone">,
  sha256: string,
): Promise<StagedSurvey | null> => {
  const stored = await batchOfFile(db, r, sha256);
  if (stored?.published_at)
    return { kind: "known", batchId: stored.id, publishedAt: stored.published_at, zone };
  const pending = await pendingDraft(db, r, sha256);
  return pending ? { kind: "draft", draftId: pending.id } : null;
};

/** Throws away what there is of a draft whose text never came in whole. Nobody has seen it. */
const dropUnfinished = (db: Db, scope: Scope, { r, id }: { r: number; id: string }): Promise<void> =>
  change(db, scope, { r, action: "survei.buang", subject: id, reason: "tidak selesai" }, (trx) =>
    dropIncoming(trx, r, id),
  );

/**
 * After whoever staged a draft has died: what he left half-written is thrown away. True where the draft is whole, so
 * that only his answer was lost.
 */
export const settleDraft = async (
  db: Db,
  scope: Scope,
  draft: { r: number; id: string },
): Promise<boolean> => {
  const state = await draftState(db.read, draft.r, draft.id);
  if (state === "antre") await dropUnfinished(db, scope, draft);
  return state !== undefined && state !== "antre";
};

/** A workbook lies in memory as it is packed, so it is held to the bound of every other file. */
const isWorkbook = (source: ByteSource): boolean => {
  for (const [first, second] of source.chunks()) return first === 0x50 && second === 0x4b;
  return false;
};

const workbookTooLarge = (size: number): AppError =>
  new AppError({
    code: "too_large",
    status: 413,
    message: `Ukuran buku kerja ${formatOverBound(size, MAX_UPLOAD_BYTES)}. Simpan lembar surveinya sebagai CSV, lalu unggah kembali.`,
  });

const tagger = (secret: Uint8Array, r: number) => (text: string) => lettersTag(secret, r, text);

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

/** A draft that may still be changed, with its options. @throws AppError 404 outside the scope, 409 once it has ended */
export const openSurveyDraft = async (
  db: Db,
  scope: Scope,
  id: string,
): Promise<{ draft: SurveyDraftTable; options: SkmOptions }> => {
  const draft = await draftById(db.read, scope, id);
  if (!draft) throw notFound();
  if (!stillOpen(draft)) throw ended();
  return { draft, options: parseStored(SkmOptions, draft.options) };
};

const ended = (): AppError =>
  new AppError({
    code: "not_waiting",
    status: 409,
    message:
      "Impor ini sudah disimpan atau sudah dibuang. Tidak ada yang diubah. Lihat keadaannya pada Riwayat impor.",
  });

const notReady = (): AppError =>
  new AppError({
    code: "not_ready",
    status: 409,
    message:
      "Kolom, layanan, dan periode impor ini belum lengkap. Tidak ada yang disimpan. Lengkapi langkahnya, lalu simpan.",
  });

const nothingNew = (): AppError =>
  new AppError({
    code: "nothing_new",
    status: 409,
    message:
      "Semua baris yang dapat dihitung sudah pernah masuk lewat impor lain. Tidak ada yang disimpan. Buang impor ini atau lihat Riwayat impor.",
  });

const beingStored = (): AppError =>
  new AppError({
    code: "being_stored",
    status: 409,
    message: "Impor ini sedang disimpan. Tunggu sampai selesai, lalu lihat hasilnya pada Riwayat impor.",
  });

/** Does the draft's last job still wait or run? */
export const draftIsBusy = async (db: Reader, scope: Scope, draft: SurveyDraftTable): Promise<boolean> => {
  const job = draft.job_id === null ? undefined : await jobById(db, scope, draft.job_id);
  return job?.state === "antre" || job?.state === "jalan";
};

const stillOpen = ({ state }: SurveyDraftTable): boolean =>
  !["tersimpan", "dibuang", "ditolak"].includes(state);

/** Keeps what the user said of sheet and edition, so that the columns can be shown anew. Nothing is counted yet. */
export const setDraftLayout = (db: Db, scope: Scope, id: string, options: SkmOptions): Promise<void> =>
  withDraft(db, scope, id, "susunan", async (trx, draft, amend) => {
    amend({ before: draft.options, after: options });
    const set = { options: JSON.stringify(options), job_id: null, result: null, state: "kolom" } as const;
    await updateDraft(trx, draft.r, id, set);
  });

/** Keeps what the user said of the columns and counts the file anew, as a job. */
export const setDraftOptions = async (
  db: Db,
  scope: Scope,
  id: string,
  options: SkmOptions,
): Promise<{ jobId: string }> => {
  const { draft } = await openSurveyDraft(db, scope, id);
  const heads = openDraft(await draftTableHeads(db, draft), draft.file_sha256);
  refused(() => understandSurvey(heads, options));
  return withDraft(db, scope, id, "pilihan", async (trx, now, amend) => {
    amend({ before: now.options, after: options });
    const jobId = await countAgain(db, trx, scope, now, "layanan");
    await updateDraft(trx, now.r, id, { options: JSON.stringify(options), state: "kolom" });
    return { jobId };
  });
};

/**
 * Takes the cells out of columns that a person called personal. Piece by piece, each in a short transaction, so that it
 * may be done again after a crash.
 */
export const stripNamedColumns = async (
  db: Db,
  secret: Uint8Array,
  draft: SurveyDraftTable,
  options: SkmOptions,
): Promise<void> => {
  const heads = openDraft(await draftTableHeads(db, draft), draft.file_sha256);
  const understanding = understandSurvey(heads, options);
  if (!understanding.columns.some(({ field, by }) => field === "personal" && by === "option")) return;
  const stripped = restripper(understanding, tagger(secret, draft.r));
  const names = sheetNames(draft);
  let at = 0;
  for await (const { seq, sheet, text } of draftPieces(db.read, draft.r, draft.id)) {
    if (names[sheet] !== understanding.sheet) continue;
    await stageDraftPieces(db, draft.r, draft.id, [{ seq, text: changedPiece(text, at++, stripped) }]);
  }
};

/** Queues the counting of a draft whose options or cells have changed. */
const countAgain = async (
  db: Db,
  trx: Writing,
  scope: Scope,
  { r, id }: SurveyDraftTable,
  next: "layanan" | "periksa",
): Promise<string> => {
  const jobId = await enqueueJob(db, trx, scope, { r, kind: "skm-hitung", args: { draftId: id, next } });
  await updateDraft(trx, r, id, { job_id: jobId, result: null });
  return jobId;
};

/**
 * Keeps which place belongs to which unit and, where it was asked, the period of the whole file: then all is counted
 * anew, as a job.
 *
 * @param period as a person writes it; null: what the file says stands
 */
export const setDraftPlaces = (
  db: Db,
  scope: Scope,
  id: string,
  { places, period }: { places: Places; period: string | null },
): Promise<{ jobId: string | null }> =>
  withDraft(db, scope, id, "tempat", async (trx, draft, amend) => {
    const options = parseStored(SkmOptions, draft.options);
    const wanted = period === null ? options.period : normalisePeriod(period);
    amend({ after: { places: places.length, period: wanted ?? null } });
    await updateDraft(trx, draft.r, id, { places: JSON.stringify(places), state: "periksa" });
    if (wanted === options.period) return { jobId: null };
    await updateDraft(trx, draft.r, id, { options: JSON.stringify({ ...options, period: wanted }) });
    return { jobId: await countAgain(db, trx, scope, draft, "periksa") };
  });

/** Mends cells of one rejected row, with the reason, and counts anew. */
export const mendDraftRow = async (
  db: Db,
  scope: Scope,
  id: string,
  mend: { sheet: string | null; row: number; cells: readonly MendedCell[]; reason: string },
): Promise<{ jobId: string }> => {
  const { draft } = await openSurveyDraft(db, scope, id);
  const sheet = sheetNames(draft).indexOf(mend.sheet);
  return withDraft(db, scope, id, `baris ${mend.row}`, async (trx, now, amend) => {
    const at = pieceOfRow(mend.row);
    const piece = await draftPieceAt(trx, now.r, id, sheet, at);
    if (!piece) throw notFound();
    const text = changedPiece(piece.text, at, ({ row, cells }) =>
      row === mend.row ? mendedCells(cells, mend.cells) : cells,
    );
    amend({ after: mend.cells, reason: mend.reason });
    await putDraftPiece(trx, now.r, id, { seq: piece.seq, text });
    return { jobId: await countAgain(db, trx, scope, now, "periksa") };
  });
};

/** Keeps under which further names the file means this regency. What they name is shown and asked for then. */
export const setDraftRegencies = (
  db: Db,
  scope: Scope,
  id: string,
  regencies: readonly string[],
): Promise<void> =>
  withDraft(db, scope, id, "daerah", async (trx, draft, amend) => {
    amend({ before: draft.regencies, after: regencies });
    await updateDraft(trx, draft.r, id, { regencies: JSON.stringify(regencies), state: "layanan" });
  });

/** Queues the storing of a draft that was looked through. `replaces`: published imports whose place it takes. */
export const confirmSurvey = (
  db: Db,
  scope: Scope,
  id: string,
  { replaces, source }: { replaces: readonly string[]; source: string | null },
): Promise<{ jobId: string }> =>
  withDraft(db, scope, id, "confirm", async (trx, draft, amend) => {
    const ready = await readyDraft(trx, scope, draft);
    if (ready.problem) throw notReady();
    if (ready.shape !== "aggregate" && ready.storable(replaces) === 0) throw nothingNew();
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
    if (!now || !stillOpen(now)) throw ended();
    if (now.state === "simpan" && (await draftIsBusy(trx, scope, now))) throw beingStored();
    return work(trx, now, amend);
  });
};

const notPublished = (): AppError =>
  new AppError({
    code: "not_published",
    status: 409,
    message: "Impor ini sudah dibatalkan atau digantikan impor lain. Tidak ada yang diubah.",
  });

/** What comes back with the undo must not count beside a copy of it. */
const countedElsewhere = (rows: number): AppError =>
  new AppError({
    code: "counted_elsewhere",
    status: 409,
    message: `Impor ini menggantikan impor lain, dan ${formatCount(rows)} baris dari impor lain itu sudah masuk lewat impor sesudahnya. Batalkan dahulu impor yang sesudahnya.`,
  });

/** What comes back with the undo must not count beside the same file. */
const fileCountedElsewhere = (name: string): AppError =>
  new AppError({
    code: "file_counted_elsewhere",
    status: 409,
    message: `Impor ini menggantikan berkas ${name}, dan berkas itu sudah masuk lagi lewat impor sesudahnya. Tidak ada yang diubah. Batalkan dahulu impor ${name} yang sesudahnya.`,
  });

/** Takes a whole import back. What it replaced counts again. */
export const undoImport = async (db: Db, scope: Scope, batchId: string, reason: string): Promise<void> => {
  const batch = await batchById(db.read, scope, batchId);
  if (!batch) throw notFound();
  const event = { r: batch.r, action: "survei.batal", subject: batchId, reason } as const;
  await change(db, scope, event, async (trx, { amend }) => {
    const now = await batchById(trx, scope, batchId);
    if (now?.state !== "terbit") throw notPublished();
    const restored = await replacedBy(trx, batch.r, batchId);
    const twice = await keysElsewhere(trx, batch.r, restored, batchId);
    if (twice > 0) throw countedElsewhere(twice);
    for (const id of restored) {
      const copy = await copyOfBatch(trx, batch.r, id);
      if (copy) throw fileCountedElsewhere(copy.file_name);
    }
    await updateBatch(trx, batch.r, batchId, { state: "dibatalkan" });
    for (const id of restored) await updateBatch(trx, batch.r, id, { state: "terbit", replaced_by: null });
    amend({ before: { file: batch.file_name, counts: batch.counts }, after: { restored } });
  });
};

/** Drafts nobody finished for this long are thrown away. */
const KEEP_DAYS = 7;

/** A draft whose text is still coming in for this long was left by a crash. */
const COMING_MINUTES = 60;

const minutesAgo = (db: Db, minutes: number): string =>
  new Date(Date.parse(db.now()) - minutes * 60_000).toISOString();

/** Throws away old drafts, and drafts and batches that a crash left half-written. Runs when a worker starts. */
export const sweepSurvey = async (db: Db, scope: Scope): Promise<void> => {
  const oldest = minutesAgo(db, KEEP_DAYS * 24 * 60);
  const drafts = await waitingDrafts(db.read, scope);
  for (const draft of drafts) {
    if (draft.at < oldest && draft.state !== "simpan") await discardSurveyDraft(db, scope, draft.id);
  }
  for (const { r, id } of await orphanDrafts(db.read, minutesAgo(db, COMING_MINUTES))) {
    await dropUnfinished(db, scope, { r, id });
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
