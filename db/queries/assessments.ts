import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { AssessmentState } from "#app/assessment/states.ts";
import type { Reader, Writer } from "../connection.ts";
import type { AssessmentTable, EvidenceTable, JudgementTable, RemarkTable } from "../schema-assessments.ts";
import { bagianInScope, type Scope, servicesInScope } from "../scope.ts";

/** Assessments (alias a) of services (s) and bagian (b) of the scope. */
const assessmentsInScope = (scope: Scope): RawBuilder<SqlBool> =>
  sql<SqlBool>`((a.of = 'layanan' and ${servicesInScope(scope, "s")})
    or (a.of = 'bagian' and ${bagianInScope(scope, "b")}))`;

/** Assessments with what they are about; every read goes through here. */
const assessments = (db: Reader, scope: Scope) =>
  db
    .selectFrom("assessment as a")
    .leftJoin("service as s", (j) =>
      j.onRef("s.r", "=", "a.r").onRef("s.id", "=", "a.subject_id").on("a.of", "=", "layanan"),
    )
    .leftJoin("bagian as b", (j) =>
      j
        .onRef("b.r", "=", "a.r")
        .on(sql<SqlBool>`b.id = (case when a.of = 'bagian' then a.subject_id else s.bagian_id end)`),
    )
    .innerJoin("instrument as i", "i.id", "a.instrument_id")
    .where(assessmentsInScope(scope));

/** An assessment with its subject and edition. */
const selected = (db: Reader, scope: Scope) =>
  assessments(db, scope)
    .selectAll("a")
    .select([
      "s.no as service_no",
      "s.slug as service_slug",
      "s.name as service_name",
      "s.text_id",
      "b.id as bagian_id",
      "b.slug as bagian_slug",
      "b.name as bagian_name",
      "b.family as bagian_family",
      "i.edition",
    ]);

export type AssessmentRow = Awaited<ReturnType<typeof assessmentsIn>>[number];

export interface AssessmentSelection {
  /** Regencies by id; left out: all of the scope. */
  r?: readonly number[];
  ids?: readonly string[];
  states?: readonly AssessmentState[];
  family?: string;
  roundId?: string;
  subjects?: readonly string[];
  /** Of one service by its number, or under one bagian by its slug. */
  no?: number;
  bagian?: string;
}

/** Most parameters of one list. */
const NAMED = 10_000;

/** Those that have been longest in their state first. */
export const assessmentsIn = (db: Reader, scope: Scope, selection: AssessmentSelection) => {
  const { r = [], ids, states, family, roundId, subjects, no, bagian } = selection;
  let query = selected(db, scope);
  if (r.length > 0) query = query.where("a.r", "in", r);
  if (ids) query = query.where("a.id", "in", ids.length > 0 ? ids.slice(0, NAMED) : [""]);
  if (states) query = query.where("a.state", "in", states);
  if (family !== undefined) query = query.where("a.family", "=", family);
  if (roundId !== undefined) query = query.where("a.round_id", "=", roundId);
  if (subjects) query = query.where("a.subject_id", "in", subjects.length > 0 ? subjects : [""]);
  if (no !== undefined) query = query.where("s.no", "=", no);
  if (bagian !== undefined) query = query.where("b.slug", "=", bagian);
  return query.orderBy("a.moved_at").orderBy("a.r").orderBy("a.id").execute();
};

/** How many items of each have an answer. */
export const answeredItems = (db: Reader, scope: Scope, selection: AssessmentSelection) => {
  let query = assessments(db, scope).innerJoin("judgement as j", (join) =>
    join.onRef("j.r", "=", "a.r").onRef("j.assessment_id", "=", "a.id"),
  );
  if (selection.states) query = query.where("a.state", "in", selection.states);
  if (selection.r?.length) query = query.where("a.r", "in", selection.r);
  return query
    .select((eb) => ["a.id", eb.fn.count<number>("j.item").distinct().as("answered")])
    .groupBy("a.id")
    .execute();
};

export const assessmentById = async (
  db: Reader,
  scope: Scope,
  id: string,
): Promise<AssessmentRow | undefined> => (await assessmentsIn(db, scope, { ids: [id] }))[0];

export const insertAssessment = async (trx: Writer, row: AssessmentTable): Promise<void> => {
  await trx.insertInto("assessment").values(row).execute();
};

export const updateAssessment = async (
  trx: Writer,
  { r, id }: Pick<AssessmentTable, "r" | "id">,
  set: Partial<Omit<AssessmentTable, "r" | "id" | "at" | "by">>,
): Promise<void> => {
  await trx.updateTable("assessment").set(set).where("r", "=", r).where("id", "=", id).execute();
};

/** Of the answers on one item (alias j), the newest: the one that holds. */
export const holds = sql<SqlBool>`j.seq = (select max(later.seq) from judgement as later
  where later.r = j.r and later.assessment_id = j.assessment_id and later.item = j.item)`;

/** The answer that holds on each item of these assessments of a regency. */
export const judgementsOf = (
  db: Reader,
  r: number,
  assessmentIds: readonly string[],
): Promise<JudgementTable[]> =>
  assessmentIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom("judgement as j")
        .selectAll("j")
        .where("j.r", "=", r)
        .where("j.assessment_id", "in", assessmentIds)
        .where(holds)
        .execute();

/** Everything that was ever answered on one item, newest first. */
export const judgementHistory = (
  db: Reader,
  r: number,
  assessmentId: string,
  item: string,
): Promise<JudgementTable[]> =>
  db
    .selectFrom("judgement")
    .selectAll()
    .where("r", "=", r)
    .where("assessment_id", "=", assessmentId)
    .where("item", "=", item)
    .orderBy("seq", "desc")
    .execute();

export const insertJudgement = async (trx: Writer, row: JudgementTable): Promise<void> => {
  await trx.insertInto("judgement").values(row).execute();
};

/** Everybody who answered an item of it. */
export const judgesOf = async (db: Reader, r: number, assessmentId: string): Promise<string[]> =>
  (
    await db
      .selectFrom("judgement")
      .select("by")
      .distinct()
      .where("r", "=", r)
      .where("assessment_id", "=", assessmentId)
      .orderBy("by")
      .execute()
  ).map(({ by }) => by);

export const remarksOf = (db: Reader, r: number, assessmentId: string): Promise<RemarkTable[]> =>
  db
    .selectFrom("remark")
    .selectAll()
    .where("r", "=", r)
    .where("assessment_id", "=", assessmentId)
    .orderBy("item")
    .orderBy("seq")
    .execute();

export const insertRemark = async (trx: Writer, row: Omit<RemarkTable, "seq">): Promise<void> => {
  const { seq } = await trx
    .selectFrom("remark")
    .select((eb) => eb.fn.coalesce(eb.fn.max("seq"), sql<number>`0`).as("seq"))
    .where("r", "=", row.r)
    .where("assessment_id", "=", row.assessment_id)
    .where("item", "=", row.item)
    .executeTakeFirstOrThrow();
  await trx
    .insertInto("remark")
    .values({ ...row, seq: Number(seq) + 1 })
    .execute();
};

export const evidenceOf = (db: Reader, r: number, assessmentId: string): Promise<EvidenceTable[]> =>
  db
    .selectFrom("evidence")
    .selectAll()
    .where("r", "=", r)
    .where("assessment_id", "=", assessmentId)
    .orderBy("item")
    .orderBy("at")
    .orderBy("id")
    .execute();

export const insertEvidence = async (trx: Writer, row: EvidenceTable): Promise<void> => {
  await trx.insertInto("evidence").values(row).execute();
};

export const withdrawEvidence = async (
  trx: Writer,
  { r, id }: Pick<EvidenceTable, "r" | "id">,
  set: Pick<EvidenceTable, "withdrawn_at" | "withdrawn_by">,
): Promise<void> => {
  await trx
    .updateTable("evidence")
    .set(set)
    .where("r", "=", r)
    .where("id", "=", id)
    .where("withdrawn_at", "is", null)
    .execute();
};

/** States in which an edition that gives way leaves a review behind. */
const BOUND = ["diajukan", "selesai_direviu", "ditetapkan"] as const;

/** What was handed in by editions that gave way has to be reviewed again, wherever it is. */
export const staleByEdition = async (
  trx: Writer,
  instrumentIds: readonly string[],
  { stale, at }: { stale: string; at: string },
): Promise<void> => {
  if (instrumentIds.length === 0) return;
  await trx
    .updateTable("assessment")
    .set({ state: "perlu_direviu_ulang", stale, moved_at: at, round_id: null })
    .where("instrument_id", "in", instrumentIds)
    .where("state", "in", BOUND)
    .execute();
};
