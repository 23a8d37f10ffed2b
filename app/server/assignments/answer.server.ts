import { z } from "zod";
import { change, type EventAction } from "#db/change.ts";
import type { Db, Writer } from "#db/connection.ts";
import { type AssignmentRecord, addEntry, assignmentById } from "#db/queries/assignments.ts";
import {
  ANSWERS,
  type AssignmentEntryTable,
  type AssignmentState,
  type AssignmentTable,
  OUTCOMES,
} from "#db/schema-followup.ts";
import type { Scope } from "#db/scope.ts";
import { type Answer, problem } from "../accounts/problems.ts";
import { type Attachment, storeAttachment } from "../attachments/attach.server.ts";
import { AppError, forbidden, notFound } from "../errors.ts";
import { fieldProblems, isDay, typedDay, typedText } from "../form-fields.ts";
import { regencyRefs } from "../lookup.server.ts";
import { todayIn } from "../today.ts";
import { presentKeys } from "./assignments.server.ts";
import { keyOf } from "./found.ts";

interface Found {
  row: AssignmentRecord;
  today: string;
  side: AssignmentEntryTable["side"];
}

const assignmentAt = async (db: Db, scope: Scope, id: string): Promise<Found> => {
  const row = await assignmentById(db.read, scope, id);
  const regency = row && (await regencyRefs(db, scope)).get(row.r);
  if (!row || !regency) throw notFound();
  return { row, today: todayIn(db, regency), side: scope.includesWhole(row.r) ? "penilai" : "bagian" };
};

/** The same, for what only the penilai decides. @throws AppError (403) for an account of the role bagian */
const decidedAt = async (db: Db, scope: Scope, id: string): Promise<Found> => {
  const found = await assignmentAt(db, scope, id);
  if (found.side !== "penilai") throw forbidden();
  return found;
};

interface Turn {
  action: EventAction;
  /** States from which it may be taken. */
  from: readonly AssignmentState[];
  entry: Partial<AssignmentEntryTable> & Pick<AssignmentEntryTable, "kind" | "note">;
  set?: Partial<Pick<AssignmentTable, "state" | "answer" | "outcome" | "due">>;
  also?: (trx: Writer) => Promise<void>;
}

const closed = (): AppError =>
  new AppError({
    code: "assignment_state",
    status: 409,
    message: "Keadaan penugasan ini sudah berubah. Isian Anda tidak disimpan. Muat ulang halamannya.",
  });

/** Adds a turn to the conversation, with its event. @throws AppError (409) where the state does not allow it */
const take = (db: Db, scope: Scope, { row, side }: Found, turn: Turn): Promise<{ done: true }> => {
  const { action, from, entry, set = {}, also } = turn;
  if (!from.includes(row.state)) throw closed();
  const after = { ...set, ...(entry.file_name && { berkas: entry.file_name }) };
  const event = {
    r: row.r,
    action,
    subject: row.id,
    field: `nomor ${row.no}`,
    before: { state: row.state, due: row.due },
    after,
    ...(entry.note && { reason: entry.note }),
  };
  return change(db, scope, event, async (trx) => {
    const now = await assignmentById(trx, scope, row.id);
    if (!now || !from.includes(now.state)) throw closed();
    await also?.(trx);
    const said = {
      side,
      answer: null,
      outcome: null,
      due: null,
      corrected: null,
      file_sha: null,
      file_name: null,
      ...entry,
      at: db.now(),
      by: scope.actor,
    };
    await addEntry(trx, row, said, set);
    return { done: true };
  });
};

const AnswerFields = z.object({
  jawaban: z.enum(ANSWERS, "Pilih jawabannya."),
  catatan: typedText(2000),
  naskah_baru: typedText(20_000),
});

/**
 * The bagian answers: will mend, has mended (with the new words or a file), does not agree (with the reason). A penilai
 * may enter what a bagian answered on paper; the conversation shows who entered it.
 * @throws AppError (404) where it is not in scope; (409) where it is closed
 */
export const answerAssignment = async (
  db: Db,
  scope: Scope,
  id: string,
  input: unknown,
  file: Attachment | null,
): Promise<Answer<true>> => {
  const found = await assignmentAt(db, scope, id);
  const parsed = AnswerFields.safeParse(input);
  if (!parsed.success) return fieldProblems(parsed.error);
  const { jawaban: answer, catatan: note, naskah_baru: corrected } = parsed.data;
  if (answer === "sudah" && corrected === "" && !file)
    return problem("naskah_baru", "Tuliskan isi yang sudah diperbaiki, atau lampirkan berkasnya.");
  if (answer === "tidak_sependapat" && note === "")
    return problem("catatan", "Tuliskan alasan bagian tidak sependapat.");
  return take(db, scope, found, {
    action: "penugasan.jawab",
    from: ["ditugaskan", "dikembalikan", "dijawab"],
    entry: {
      kind: "jawaban",
      note,
      answer,
      corrected: corrected || null,
      file_sha: file?.sha256 ?? null,
      file_name: file?.name ?? null,
    },
    set: { state: "dijawab", answer },
    also: async (trx) => {
      if (file) await storeAttachment(db, trx, scope, found.row.r, file);
    },
  });
};

const ReturnFields = z.object({ catatan_kembali: typedText(2000), tenggat_kembali: typedDay() });

/** The answer does not do: what is lacking, and by when. Without a date the one that stands stays. */
export const returnAssignment = async (
  db: Db,
  scope: Scope,
  id: string,
  input: unknown,
): Promise<Answer<true>> => {
  const found = await decidedAt(db, scope, id);
  const parsed = ReturnFields.safeParse(input);
  if (!parsed.success) return fieldProblems(parsed.error);
  const { catatan_kembali: note, tenggat_kembali: tenggat } = parsed.data;
  if (note === "") return problem("catatan_kembali", "Tuliskan apa yang masih kurang.");
  if (tenggat !== "" && (!isDay(tenggat) || tenggat < found.today))
    return problem("tenggat_kembali", "Isi tanggal yang belum lewat.");
  const due = tenggat || found.row.due;
  return take(db, scope, found, {
    action: "penugasan.kembali",
    from: ["dijawab"],
    entry: { kind: "kembali", note, due: tenggat || null },
    set: { state: "dikembalikan", due },
  });
};

const CloseFields = z.object({ hasil: z.enum(OUTCOMES, "Pilih hasilnya."), catatan_tutup: typedText(2000) });

/**
 * Closes it: the answer is taken; the finding is there no more; or it was sent in error, with the reason.
 * @throws AppError (409) where there is no answer to take, or the finding is still there
 */
export const closeAssignment = async (
  db: Db,
  scope: Scope,
  id: string,
  input: unknown,
): Promise<Answer<true>> => {
  const found = await decidedAt(db, scope, id);
  const parsed = CloseFields.safeParse(input);
  if (!parsed.success) return fieldProblems(parsed.error);
  const { hasil: outcome, catatan_tutup: note } = parsed.data;
  const { row } = found;
  if (outcome === "ditarik" && note === "") return problem("catatan_tutup", "Tuliskan alasan penarikan.");
  if (outcome === "tidak_ditemukan") {
    const present = await presentKeys(db, row.r, [row.code]);
    if (present.has(keyOf(row.subject, row.component, row.code))) throw closed();
  }
  return take(db, scope, found, {
    action: "penugasan.tutup",
    from: outcome === "diterima" ? ["dijawab"] : ["ditugaskan", "dijawab", "dikembalikan"],
    entry: { kind: "tutup", note, outcome },
    set: { state: "ditutup", outcome },
  });
};

const OPEN: readonly AssignmentState[] = ["ditugaskan", "dijawab", "dikembalikan"];
const MoveFields = z.object({ tenggat_baru: typedDay(), alasan_tenggat: typedText(1000) });

/** Moves the date, with a reason. The old one stays in the conversation. */
export const moveDueDate = async (
  db: Db,
  scope: Scope,
  id: string,
  input: unknown,
): Promise<Answer<true>> => {
  const found = await decidedAt(db, scope, id);
  const parsed = MoveFields.safeParse(input);
  if (!parsed.success) return fieldProblems(parsed.error);
  const { tenggat_baru: due, alasan_tenggat: note } = parsed.data;
  if (!isDay(due) || due < found.today) return problem("tenggat_baru", "Isi tanggal yang belum lewat.");
  if (note === "") return problem("alasan_tenggat", "Tuliskan alasannya.");
  return take(db, scope, found, {
    action: "penugasan.tenggat",
    from: OPEN,
    entry: { kind: "tenggat", note, due },
    set: { due },
  });
};

/** A word in the conversation that changes nothing. */
export const commentAssignment = async (
  db: Db,
  scope: Scope,
  id: string,
  input: unknown,
): Promise<Answer<true>> => {
  const found = await assignmentAt(db, scope, id);
  const parsed = z.object({ tanggapan: typedText(2000) }).safeParse(input);
  if (!parsed.success) return fieldProblems(parsed.error);
  const { tanggapan: note } = parsed.data;
  if (note === "") return problem("tanggapan", "Tuliskan tanggapannya.");
  return take(db, scope, found, {
    action: "penugasan.catatan",
    from: OPEN,
    entry: { kind: "catatan", note },
  });
};
