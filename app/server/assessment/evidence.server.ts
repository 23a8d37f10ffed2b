import { change } from "#db/change.ts";
import type { Db } from "#db/connection.ts";
import { type AssessmentRow, evidenceOf, insertEvidence, withdrawEvidence } from "#db/queries/assessments.ts";
import type { EvidenceTable } from "#db/schema-assessments.ts";
import type { Scope } from "#db/scope.ts";
import { type Attachment, attachmentResponse, storeAttachment } from "../attachments/attach.server.ts";
import { forbidden, notFound } from "../errors.ts";
import { regencyRefs } from "../lookup.server.ts";
import { todayIn } from "../today.ts";
import { type Actor, assesses } from "./actor.ts";
import { assessmentAt } from "./load.server.ts";
import { wrongInput } from "./words.ts";

export interface EvidenceInput {
  item: string;
  /** Day of the evidence itself, `YYYY-MM-DD`; "" where nobody said. */
  dated: string;
  note: string;
  url?: string;
  file?: Attachment;
}

/** Only addresses of the web are links. */
const checkedLink = (words: string): string => {
  const url = URL.canParse(words) ? new URL(words) : null;
  if (!url || !["http:", "https:"].includes(url.protocol) || words.length > 2000) {
    throw wrongInput("Tulis tautan lengkap yang dimulai dengan https://.", "tautan");
  }
  return url.href;
};

const checkedDay = (words: string, today: string): string | null => {
  if (words === "") return null;
  const day = /^\d{4}-\d{2}-\d{2}$/.test(words) && !Number.isNaN(Date.parse(words)) ? words : null;
  if (!day) throw wrongInput("Tulis tanggal bukti sebagai tanggal.", "tanggal");
  if (day > today) throw wrongInput("Tanggal bukti tidak boleh sesudah hari ini.", "tanggal");
  return day;
};

const checkAssessor = ({ grants }: Actor, { r }: Pick<AssessmentRow, "r">): void => {
  if (!assesses(grants, r)) throw forbidden();
};

/**
 * Adds evidence to one item: a file by its hash, a link, or words; the day of the evidence apart from today.
 * @throws AppError (404) outside the scope, (403) for who does not assess here, (400) where nothing was brought
 */
export const addEvidence = async (db: Db, actor: Actor, id: string, input: EvidenceInput): Promise<void> => {
  const assessment = await assessmentAt(db.read, actor.scope, id);
  checkAssessor(actor, assessment);
  const { r } = assessment;
  if (!/^[a-z0-9_-]{1,120}$/.test(input.item)) throw wrongInput("Pilih butir yang dibuktikan.");
  const note = input.note.trim();
  if (note.length > 4000) throw wrongInput("Keterangan paling panjang 4.000 huruf.", "keterangan");
  const url = input.url?.trim() ? checkedLink(input.url.trim()) : null;
  const { file } = input;
  if (!file && !url && note.length < 3) {
    throw wrongInput("Pilih berkas, tulis tautan, atau tulis keterangan.", "bukti");
  }
  const dated = checkedDay(
    input.dated,
    todayIn(db, { zone: (await regencyRefs(db, actor.scope)).get(r)?.zone ?? "WIB" }),
  );
  const evidence: EvidenceTable = {
    r,
    id: db.newId(),
    assessment_id: id,
    item: input.item,
    kind: file ? "berkas" : url ? "tautan" : "catatan",
    sha256: file?.sha256 ?? null,
    name: file?.name ?? null,
    url,
    note,
    dated,
    at: db.now(),
    by: actor.scope.actor,
    withdrawn_at: null,
    withdrawn_by: null,
  };
  const { kind, sha256, name } = evidence;
  const event = {
    r,
    action: "penilaian.bukti",
    subject: id,
    field: input.item,
    after: {
      jenis: kind,
      ...(sha256 && { sha256, nama: name }),
      ...(url && { tautan: url }),
      tanggal: dated,
    },
  } as const;
  await change(db, actor.scope, event, async (trx) => {
    await assessmentAt(trx, actor.scope, id);
    if (file) await storeAttachment(db, trx, actor.scope, r, file);
    await insertEvidence(trx, evidence);
  });
};

/** Takes evidence back: it stays in the record with who did so, and is no longer shown as evidence. */
export const withdraw = async (db: Db, actor: Actor, id: string, evidenceId: string): Promise<void> => {
  const assessment = await assessmentAt(db.read, actor.scope, id);
  checkAssessor(actor, assessment);
  const { r } = assessment;
  const found = (await evidenceOf(db.read, r, id)).find((one) => one.id === evidenceId);
  if (!found) throw notFound();
  if (found.withdrawn_at !== null) return;
  const event = {
    r,
    action: "penilaian.cabut_bukti",
    subject: id,
    field: found.item,
    before: { jenis: found.kind, ...(found.sha256 && { sha256: found.sha256 }) },
  } as const;
  await change(db, actor.scope, event, (trx) =>
    withdrawEvidence(trx, found, { withdrawn_at: db.now(), withdrawn_by: actor.scope.actor }),
  );
};

/**
 * A file of evidence, to keep.
 * @throws AppError (404) outside the scope, withdrawn, or where it is none
 */
export const evidenceFile = async (
  db: Db,
  scope: Scope,
  id: string,
  evidenceId: string,
): Promise<Response> => {
  const { r } = await assessmentAt(db.read, scope, id);
  const found = (await evidenceOf(db.read, r, id)).find((one) => one.id === evidenceId);
  if (!found?.sha256 || found.withdrawn_at !== null) throw notFound();
  return attachmentResponse(db, r, { file_sha: found.sha256, file_name: found.name });
};
