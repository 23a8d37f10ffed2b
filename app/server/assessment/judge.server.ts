import { z } from "zod";
import {
  answerOfValue,
  COMPONENT_STATES,
  type CriterionAnswers,
  differing,
  levelFromAnswers,
} from "#app/assessment/values.ts";
import { fits } from "#app/evidence/self-check.ts";
import { change } from "#db/change.ts";
import type { Db, Writer } from "#db/connection.ts";
import {
  type AssessmentRow,
  insertJudgement,
  judgementsOf,
  updateAssessment,
} from "#db/queries/assessments.ts";
import type { JudgementTable } from "#db/schema-assessments.ts";
import { forbidden } from "../errors.ts";
import { type Actor, assesses, isOwnBagian } from "./actor.ts";
import { type Item, machineAnswers, type Subject, subjectOf } from "./items.server.ts";
import { assessmentAt, openNow, waitingItems } from "./load.server.ts";
import { notOpen, wrongInput } from "./words.ts";

/** What the form of one item sends. Criteria come as `k.<id>`. */
const JudgeForm = z.object({
  butir: z.string().max(120),
  /** Number of the answer that the form was based on; 0: there was none. */
  dasar: z.coerce.number().int().nonnegative().default(0),
  putusan: z.enum(["tetap", "ubah"]),
  keadaan: z.enum(COMPONENT_STATES).default("ada"),
  jawaban: z.string().max(20).default(""),
  alasan: z.string().trim().max(4000).default(""),
});

const MET: Readonly<Record<string, boolean | null>> = { ya: true, tidak: false, tidak_berlaku: null };

export interface Problem {
  field: string;
  message: string;
}

export type Saved =
  | { kind: "tersimpan"; judgement: JudgementTable; first: boolean }
  /** It says what stands already. */
  | { kind: "sama"; judgement: JudgementTable }
  /** Somebody else answered meanwhile: both are there, and nothing was written. */
  | { kind: "bentrok"; theirs: JudgementTable }
  | { kind: "ditolak"; problems: readonly [Problem, ...Problem[]] };

type Draft = Pick<JudgementTable, "kind" | "value" | "answers" | "machine" | "reason">;
type Read = { ok: true; draft: Draft } | { ok: false; problem: Problem };

/** A reason says something. */
const SHORTEST_REASON = 5;
const NEEDS_REASON = "Tulis alasan putusan ini, paling sedikit beberapa kata.";

const fieldOf = (item: string, name: string): string => `${name}-${item}`;

const criterionAnswers = (item: Item, input: Readonly<Record<string, unknown>>): CriterionAnswers =>
  Object.fromEntries(
    (item.component?.criteria ?? []).flatMap(({ id }) => {
      const said = MET[String(input[`k.${id}`] ?? "")];
      return said === undefined ? [] : [[id, said]];
    }),
  );

/** What a form says about an item, or the one thing that is wrong with it. */
export const readDraft = (item: Item, input: Readonly<Record<string, unknown>>): Read => {
  const wrong = (name: string, message: string): Read => ({
    ok: false,
    problem: { field: fieldOf(item.key, name), message },
  });
  const form = JudgeForm.safeParse(input);
  if (!form.success) return wrong("putusan", "Pilih mempertahankan atau mengubah putusan.");
  const { putusan, keadaan, jawaban, alasan } = form.data;
  const { machine } = item;
  if (putusan === "tetap") {
    if (!item.decisive || machine === null) {
      return wrong("putusan", "Keputusan saja belum menjawab butir ini. Pilih jawabannya.");
    }
    return { ok: true, draft: { kind: "tetap", value: machine, answers: null, machine, reason: alasan } };
  }
  if (alasan.length < SHORTEST_REASON) return wrong("alasan", NEEDS_REASON);
  if (item.indicator) {
    const answer = answerOfValue(jawaban);
    if (!answer || !fits(item.indicator, answer)) return wrong("jawaban", "Pilih jawaban butir ini.");
    const kind = item.decisive ? "ubah" : "jawab";
    if (kind === "ubah" && jawaban === machine) return wrong("jawaban", SAME_AS_MACHINE);
    return { ok: true, draft: { kind, value: jawaban, answers: null, machine, reason: alasan } };
  }
  const criteria = item.component?.criteria ?? [];
  const said = criterionAnswers(item, input);
  const value = levelFromAnswers(criteria, keadaan, said);
  const changed = keadaan === "ada" ? differing(machineAnswers(criteria), said) : {};
  if (value === machine && Object.keys(changed).length === 0) return wrong("putusan", SAME_AS_MACHINE);
  const answers = Object.keys(changed).length > 0 ? JSON.stringify(changed) : null;
  return { ok: true, draft: { kind: "ubah", value, answers, machine, reason: alasan } };
};

const SAME_AS_MACHINE = "Isian ini sama dengan putusan mesin. Ubah isiannya, atau pertahankan putusannya.";

const isSame = (a: Draft, b: JudgementTable): boolean =>
  a.kind === b.kind && a.value === b.value && a.answers === b.answers && a.reason === b.reason;

const toldOf = (one: Draft | undefined) =>
  one && {
    putusan: one.kind,
    nilai: one.value,
    mesin: one.machine,
    ...(one.answers && { kriteria: one.answers }),
  };

/** May this person answer here? Answers are given by who assesses, while it is open. */
const checkOpen = (actor: Actor, assessment: AssessmentRow): void => {
  if (!assesses(actor.grants, assessment.r)) throw forbidden();
  if (!openNow(assessment)) throw notOpen();
};

const rowOf = (
  db: Db,
  { scope }: Actor,
  { r, id }: Pick<AssessmentRow, "r" | "id">,
  { instrumentId, contentHash }: Subject,
  item: Item,
  seq: number,
  draft: Draft,
): JudgementTable => ({
  r,
  assessment_id: id,
  item: item.key,
  seq,
  ...draft,
  content_hash: contentHash,
  item_hash: item.hash,
  instrument_id: instrumentId,
  at: db.now(),
  by: scope.actor,
});

/** Judged by somebody of the bagian itself: it stays marked, whoever judges later. */
const markOwn = async (trx: Writer, { grants }: Actor, one: AssessmentRow): Promise<void> => {
  if (one.own === 1) return;
  if (!isOwnBagian(grants, one.r, { id: one.bagian_id, family: one.bagian_family })) return;
  await updateAssessment(trx, one, { own: 1 });
};

/**
 * Stores one person's answer on one item, beside the machine's. A form that was based on another answer than the one that
 * stands writes nothing and gives back both.
 * @throws AppError (404) outside the scope, (403) for who does not assess here, (409) while it is not open
 */
export const saveJudgement = async (
  db: Db,
  actor: Actor,
  id: string,
  input: Readonly<Record<string, unknown>>,
): Promise<Saved> => {
  const assessment = await assessmentAt(db.read, actor.scope, id);
  checkOpen(actor, assessment);
  const subject = await subjectOf(db, actor.scope, assessment, true);
  const item = subject.items.find(({ key }) => key === input.butir);
  if (!item) throw wrongInput("Butir ini tidak ada lagi. Muat ulang halamannya.");
  const read = readDraft(item, input);
  if (!read.ok) return { kind: "ditolak", problems: [read.problem] };
  const base = Number(input.dasar ?? 0);
  const before = await latestOf(db.read, assessment, item.key);
  const early = meet(before, base, read.draft, item, subject);
  if (early) return early;
  const event = { r: assessment.r, action: "penilaian.putusan", subject: id, field: item.key } as const;
  try {
    return await change(db, actor.scope, event, async (trx, { amend }): Promise<Saved> => {
      const now = await assessmentAt(trx, actor.scope, id);
      checkOpen(actor, now);
      const latest = await latestOf(trx, now, item.key);
      const met = meet(latest, base, read.draft, item, subject);
      if (met) throw new Met(met);
      const judgement = rowOf(db, actor, now, subject, item, (latest?.seq ?? 0) + 1, read.draft);
      await insertJudgement(trx, judgement);
      await markOwn(trx, actor, now);
      amend({
        before: toldOf(latest),
        after: toldOf(judgement),
        ...(judgement.reason && { reason: judgement.reason }),
      });
      return { kind: "tersimpan", judgement, first: !latest };
    });
  } catch (error) {
    if (error instanceof Met) return error.outcome;
    throw error;
  }
};

/** Two people met inside the transaction: nothing is written and nothing is recorded. */
class Met extends Error {
  readonly outcome: Saved;
  constructor(outcome: Saved) {
    super("two people answered one item");
    this.outcome = outcome;
  }
}

const meet = (
  latest: JudgementTable | undefined,
  base: number,
  draft: Draft,
  item: Item,
  { instrumentId }: Subject,
): Saved | null => {
  if (!latest) return null;
  const fresh = latest.item_hash === item.hash && latest.instrument_id === instrumentId;
  if (isSame(draft, latest) && fresh && draft.machine === latest.machine) {
    return { kind: "sama", judgement: latest };
  }
  return latest.seq === base ? null : { kind: "bentrok", theirs: latest };
};

const latestOf = async (
  db: Parameters<typeof judgementsOf>[0],
  { r, id }: Pick<AssessmentRow, "r" | "id">,
  item: string,
): Promise<JudgementTable | undefined> => (await judgementsOf(db, r, [id])).find((one) => one.item === item);

export interface Kept {
  /** Verdicts of the machine that were kept, and assessments they are in. */
  items: number;
  assessments: number;
  /** Left as they are: only a person can answer them, or they are not open. */
  left: number;
}

/**
 * Keeps the machine's verdicts on many items at once: of one assessment those named, of several all that wait. What a
 * person answered before stays.
 */
export const keepMachine = async (
  db: Db,
  actor: Actor,
  ids: readonly string[],
  named: readonly string[] | "semua",
): Promise<Kept> => {
  const kept: Kept = { items: 0, assessments: 0, left: 0 };
  for (const id of ids) {
    const assessment = await assessmentAt(db.read, actor.scope, id);
    checkOpen(actor, assessment);
    const subject = await subjectOf(db, actor.scope, assessment, true);
    const asked = (items: readonly Item[]) =>
      items.filter(({ key }) => named === "semua" || named.includes(key));
    const waiting = asked(waitingItems(subject, await judgementsOf(db.read, assessment.r, [id])));
    kept.left += waiting.filter(({ decisive }) => !decisive).length;
    if (!waiting.some(({ decisive }) => decisive)) continue;
    const event = { r: assessment.r, action: "penilaian.pertahankan", subject: id } as const;
    await change(db, actor.scope, event, async (trx, { amend }) => {
      const now = await assessmentAt(trx, actor.scope, id);
      checkOpen(actor, now);
      const given = await judgementsOf(trx, now.r, [id]);
      const open = asked(waitingItems(subject, given)).filter(({ decisive }) => decisive);
      for (const item of open) {
        const machine = item.machine as string;
        const seq = (given.find((one) => one.item === item.key)?.seq ?? 0) + 1;
        const draft: Draft = { kind: "tetap", value: machine, answers: null, machine, reason: "" };
        await insertJudgement(trx, rowOf(db, actor, now, subject, item, seq, draft));
      }
      await markOwn(trx, actor, now);
      amend({ after: { butir: open.map(({ key }) => key) } });
      kept.items += open.length;
    });
    kept.assessments += 1;
  }
  return kept;
};
