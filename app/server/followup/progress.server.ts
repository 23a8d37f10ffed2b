import { z } from "zod";
import { ACTION_STATES, type ActionState } from "#app/followup/timeline.ts";
import { change } from "#db/change.ts";
import type { Db, Writer } from "#db/connection.ts";
import {
  type ActionRecord,
  actionByNo,
  addProof,
  addStep,
  stepsOf,
  updateAction,
} from "#db/queries/actions.ts";
import { listBagian } from "#db/queries/bagian.ts";
import type { ActionStepTable } from "#db/schema-followup.ts";
import type { Scope } from "#db/scope.ts";
import { type Answer, problem } from "../accounts/problems.ts";
import { type Attachment, storeAttachment } from "../attachments/attach.server.ts";
import { AppError, forbidden, notFound } from "../errors.ts";
import { fieldProblems, isDay, isWebAddress, typedDay, typedText } from "../form-fields.ts";
import { regencyAt } from "../lookup.server.ts";
import { regencyRef } from "../refs.ts";
import { todayIn } from "../today.ts";
import { WHOLE_SETDA } from "./actions.server.ts";
import { dueOf } from "./plan.server.ts";

/** Which states may follow. What was finished or cancelled may be taken up again, with a reason. */
export const NEXT_STATES: Readonly<Record<ActionState, readonly ActionState[]>> = {
  rencana: ["berjalan", "selesai", "batal"],
  berjalan: ["berjalan", "selesai", "batal"],
  selesai: ["berjalan"],
  batal: ["rencana", "berjalan"],
};

/** What an account of the role bagian may set of its own actions: it reports, and does not call anything off. */
export const nextStates = (state: ActionState, whole: boolean): readonly ActionState[] =>
  whole
    ? NEXT_STATES[state]
    : state === "rencana" || state === "berjalan"
      ? NEXT_STATES[state].filter((next) => next !== "batal")
      : [];

interface Found {
  record: ActionRecord;
  /** Oldest first. */
  steps: [ActionStepTable, ...ActionStepTable[]];
  today: string;
  whole: boolean;
}

const actionAt = async (db: Db, scope: Scope, kab: string, no: number): Promise<Found> => {
  const regency = regencyRef(await regencyAt(db, scope, kab));
  const record = await actionByNo(db.read, scope, regency.r, no);
  const [first, ...others] = record ? await stepsOf(db.read, scope, regency.r, record.id) : [];
  if (!record || !first) throw notFound();
  return {
    record,
    steps: [first, ...others],
    today: todayIn(db, regency),
    whole: scope.includesWhole(regency.r),
  };
};

/** Inside a change: nobody has added a step since the action was looked at. */
const unchangedSince = async (trx: Writer, scope: Scope, { record, steps }: Found): Promise<void> => {
  const now = await stepsOf(trx, scope, record.r, record.id);
  if (now.length === steps.length) return;
  throw new AppError({
    code: "changed_meanwhile",
    status: 409,
    message:
      "Rencana ini baru saja diubah orang lain. Isian Anda tidak disimpan. Muat ulang halamannya, lalu isi kembali.",
  });
};

const StateFields = z.object({
  status: z.enum(ACTION_STATES, "Pilih status."),
  tanggal: typedDay(),
  catatan: typedText(1000),
});

/** Is a reason owed: what is called off, and what is taken up again. */
const owesReason = (from: ActionState, to: ActionState): boolean =>
  to === "batal" || from === "selesai" || from === "batal";

/**
 * Says how an action stands from a day on. The day is neither before its last step nor after today.
 * @throws AppError (404) where it is not in scope
 */
export const setState = async (
  db: Db,
  scope: Scope,
  kab: string,
  no: number,
  input: unknown,
): Promise<Answer<true>> => {
  const found = await actionAt(db, scope, kab, no);
  const { record, steps, today, whole } = found;
  const parsed = StateFields.safeParse(input);
  if (!parsed.success) return fieldProblems(parsed.error);
  const { status: state, catatan: note } = parsed.data;
  const day = parsed.data.tanggal === "" ? today : parsed.data.tanggal;
  if (!nextStates(record.state, whole).includes(state)) {
    // The page offered it, so the action has moved on since.
    if (whole || !nextStates(record.state, true).includes(state))
      return problem("status", `Rencana ini kini berstatus ${record.state}. Tidak ada yang diubah.`);
    throw forbidden();
  }
  if (owesReason(record.state, state) && note === "")
    return problem("catatan", "Tuliskan alasannya. Tidak ada yang diubah.");
  if (!isDay(day) || day > today) return problem("tanggal", "Tanggal tidak dikenal atau belum tiba.");
  if (day < lastOf(steps).day)
    return problem("tanggal", "Tanggal ini mendahului catatan terakhir. Tidak ada yang diubah.");
  const event = {
    r: record.r,
    action: "rencana.status",
    subject: record.id,
    field: "status",
    before: record.state,
    after: { status: state, tanggal: day },
    ...(note && { reason: note }),
  } as const;
  return change(db, scope, event, async (trx) => {
    await unchangedSince(trx, scope, found);
    const step = { day, state, due: record.due, note, at: db.now(), by: scope.actor };
    await addStep(trx, record, step, record.due_kind);
    return { done: true };
  });
};

const lastOf = ([first, ...others]: Found["steps"]): ActionStepTable => others.at(-1) ?? first;

const OwnerFields = z.object({
  penanggung: typedText(120),
  jabatan: typedText(160),
  tenggat: typedDay(),
  triwulan: typedText(10),
  alasan: typedText(500),
});

/**
 * Moves the due date or gives the action to somebody else, with a reason. The old date stays in the history.
 * @throws AppError (404) where it is not in scope; (403) for an account of the role bagian
 */
export const changePlan = async (
  db: Db,
  scope: Scope,
  kab: string,
  no: number,
  input: unknown,
): Promise<Answer<true>> => {
  const found = await actionAt(db, scope, kab, no);
  const { record, steps, today, whole } = found;
  if (!whole) throw forbidden();
  const parsed = OwnerFields.safeParse(input);
  if (!parsed.success) return fieldProblems(parsed.error);
  const { penanggung, jabatan, tenggat, triwulan, alasan } = parsed.data;
  const owner = (await listBagian(db.read, scope)).find(
    ({ r, slug }) => r === record.r && slug === penanggung,
  );
  if (!owner && penanggung !== WHOLE_SETDA) return problem("penanggung", "Pilih bagian penanggung jawab.");
  if (jabatan === "") return problem("jabatan", "Sebutkan jabatan penanggung jawab.");
  const asked = dueOf({ tenggat, triwulan });
  if (!asked && (tenggat !== "" || triwulan !== "")) return problem("tenggat", "Tenggat tidak dikenal.");
  const due = asked ?? { due: record.due, kind: record.due_kind };
  const moves = due.due !== record.due;
  if (moves && record.state !== "rencana" && record.state !== "berjalan")
    return problem("tenggat", "Tenggat tindakan yang sudah selesai atau batal tidak diubah.");
  if (due.due < steps[0].day) return problem("tenggat", "Tenggat mendahului tanggal rencana.");
  if (alasan === "") return problem("alasan", "Tuliskan alasan perubahan. Tidak ada yang diubah.");
  const event = {
    r: record.r,
    action: "rencana.ubah",
    subject: record.id,
    before: {
      penanggung: record.bagian_slug ?? WHOLE_SETDA,
      jabatan: record.owner_title,
      tenggat: record.due,
    },
    after: { penanggung: owner?.slug ?? WHOLE_SETDA, jabatan, tenggat: due.due },
    reason: alasan,
  } as const;
  return change(db, scope, event, async (trx) => {
    await unchangedSince(trx, scope, found);
    const at = db.now();
    const last = lastOf(steps).day;
    const step = { day: last > today ? last : today, state: record.state, due: due.due, note: alasan, at };
    if (moves) await addStep(trx, record, { ...step, by: scope.actor }, due.kind);
    await updateAction(trx, record, { bagian_id: owner?.id ?? null, owner_title: jabatan, updated_at: at });
    return { done: true };
  });
};

/** Says what stands in the way; empty: nothing does any more. @throws AppError (404) where it is not in scope */
export const setObstacles = async (
  db: Db,
  scope: Scope,
  kab: string,
  no: number,
  input: unknown,
): Promise<Answer<true>> => {
  const { record } = await actionAt(db, scope, kab, no);
  const parsed = z.object({ kendala: typedText(1000) }).safeParse(input);
  if (!parsed.success) return fieldProblems(parsed.error);
  const obstacles = parsed.data.kendala || null;
  if (obstacles === record.obstacles) return { done: true };
  const event = { r: record.r, action: "rencana.ubah", subject: record.id, field: "kendala" } as const;
  return change(db, scope, { ...event, before: record.obstacles, after: obstacles }, async (trx) => {
    await updateAction(trx, record, { obstacles, updated_at: db.now() });
    return { done: true };
  });
};

const ProofFields = z.object({
  catatan_bukti: typedText(1000),
  tautan: typedText(500),
  tanggal_bukti: typedDay(),
});

/**
 * Adds what shows that an action was done: a file, a link, a note, each with the day of the evidence itself.
 * @throws AppError (404) where it is not in scope
 */
export const addEvidence = async (
  db: Db,
  scope: Scope,
  kab: string,
  no: number,
  input: unknown,
  file: Attachment | null,
): Promise<Answer<true>> => {
  const { record, today } = await actionAt(db, scope, kab, no);
  const parsed = ProofFields.safeParse(input);
  if (!parsed.success) return fieldProblems(parsed.error);
  const { catatan_bukti: note, tautan, tanggal_bukti: tanggal } = parsed.data;
  if (!file && tautan === "" && note === "")
    return problem("catatan_bukti", "Lampirkan berkas, isi tautan, atau tuliskan catatannya.");
  if (tautan !== "" && !isWebAddress(tautan))
    return problem("tautan", "Tautan dimulai dengan https:// atau http://.");
  if (tanggal !== "" && (!isDay(tanggal) || tanggal > today))
    return problem("tanggal_bukti", "Tanggal bukti tidak dikenal atau belum tiba.");
  const proof = {
    kind: file ? ("berkas" as const) : tautan ? ("tautan" as const) : ("catatan" as const),
    note,
    link: tautan || null,
    file_sha: file?.sha256 ?? null,
    file_name: file?.name ?? null,
    dated: tanggal || null,
  };
  const event = { r: record.r, action: "rencana.bukti", subject: record.id, after: proof } as const;
  return change(db, scope, event, async (trx) => {
    if (file) await storeAttachment(db, trx, scope, record.r, file);
    await addProof(trx, record, { ...proof, at: db.now(), by: scope.actor });
    return { done: true };
  });
};
