import { sql } from "kysely";
import type { Reader, Writer } from "../connection.ts";
import type { ActionProofTable, ActionStepTable, ActionTable } from "../schema-followup.ts";
import { type Scope, servicesInScope } from "../scope.ts";
import { BAGIAN_COLUMNS } from "./columns.ts";

/** Actions of the scope with who answers for them; of the role bagian, its own. */
const actions = (db: Reader, scope: Scope, r: number) =>
  db
    .selectFrom("action as a")
    .leftJoin("bagian as b", (j) => j.onRef("b.r", "=", "a.r").onRef("b.id", "=", "a.bagian_id"))
    .leftJoin("service as s", (j) => j.onRef("s.r", "=", "a.r").onRef("s.id", "=", "a.service_id"))
    .where(servicesInScope(scope, "a"))
    .where("a.r", "=", r)
    .selectAll("a")
    .select((eb) => [
      ...BAGIAN_COLUMNS,
      "s.no as service_no",
      "s.slug as service_slug",
      "s.name as service_name",
      eb
        .selectFrom("action_proof as p")
        .select((of) => of.fn.countAll<number>().as("count"))
        .whereRef("p.r", "=", "a.r")
        .whereRef("p.action_id", "=", "a.id")
        .as("proofs"),
    ]);

/** Every action of a regency, by number. */
export const listActions = (db: Reader, scope: Scope, r: number) =>
  actions(db, scope, r).orderBy("a.no").execute();

export type ActionRecord = Awaited<ReturnType<typeof listActions>>[number];

export const actionByNo = (
  db: Reader,
  scope: Scope,
  r: number,
  no: number,
): Promise<ActionRecord | undefined> => actions(db, scope, r).where("a.no", "=", no).executeTakeFirst();

export const actionById = (
  db: Reader,
  scope: Scope,
  r: number,
  id: string,
): Promise<ActionRecord | undefined> => actions(db, scope, r).where("a.id", "=", id).executeTakeFirst();

/** Actions that grew out of an assignment, by number. */
export const actionsOfAssignment = (db: Reader, scope: Scope, r: number, assignmentId: string) =>
  actions(db, scope, r).where("a.assignment_id", "=", assignmentId).orderBy("a.no").execute();

/** What is neither finished nor cancelled in all regencies of the scope, as a queue counts it. */
export const openActions = (db: Reader, scope: Scope): Promise<Pick<ActionTable, "r" | "due">[]> =>
  db
    .selectFrom("action as a")
    .select(["a.r", "a.due"])
    .where(servicesInScope(scope, "a"))
    .where("a.state", "in", ["rencana", "berjalan"])
    .execute();

/** The steps of these actions, each action's in order. Ask only for actions that the scope gave. */
export const stepsOf = (
  db: Reader,
  scope: Scope,
  r: number,
  actionId?: string,
): Promise<ActionStepTable[]> => {
  const query = db
    .selectFrom("action_step as st")
    .innerJoin("action as a", (j) => j.onRef("a.r", "=", "st.r").onRef("a.id", "=", "st.action_id"))
    .where(servicesInScope(scope, "a"))
    .where("st.r", "=", r)
    .selectAll("st")
    .orderBy("st.action_id")
    .orderBy("st.seq");
  return (actionId === undefined ? query : query.where("st.action_id", "=", actionId)).execute();
};

export const proofsOf = (
  db: Reader,
  scope: Scope,
  r: number,
  actionId: string,
): Promise<ActionProofTable[]> =>
  db
    .selectFrom("action_proof as p")
    .innerJoin("action as a", (j) => j.onRef("a.r", "=", "p.r").onRef("a.id", "=", "p.action_id"))
    .where(servicesInScope(scope, "a"))
    .where("p.r", "=", r)
    .where("p.action_id", "=", actionId)
    .selectAll("p")
    .orderBy("p.seq")
    .execute();

export const insertAction = async (
  trx: Writer,
  row: ActionTable,
  first: Omit<ActionStepTable, "r" | "action_id" | "seq">,
): Promise<void> => {
  await trx.insertInto("action").values(row).execute();
  await trx
    .insertInto("action_step")
    .values({ r: row.r, action_id: row.id, seq: 1, ...first })
    .execute();
};

type Key = Pick<ActionTable, "r" | "id">;

const nextSeq = async (trx: Writer, table: "action_step" | "action_proof", { r, id }: Key) => {
  const { highest } = await trx
    .selectFrom(table)
    .select(sql<number>`coalesce(max(seq), 0)`.as("highest"))
    .where("r", "=", r)
    .where("action_id", "=", id)
    .executeTakeFirstOrThrow();
  return Number(highest) + 1;
};

/** Adds a step; the action stands as it says. */
export const addStep = async (
  trx: Writer,
  key: Key,
  step: Omit<ActionStepTable, "r" | "action_id" | "seq">,
  dueKind: ActionTable["due_kind"],
): Promise<void> => {
  const seq = await nextSeq(trx, "action_step", key);
  await trx
    .insertInto("action_step")
    .values({ r: key.r, action_id: key.id, seq, ...step })
    .execute();
  const { state, due, at } = step;
  await updateAction(trx, key, { state, due, due_kind: dueKind, updated_at: at });
};

export const addProof = async (
  trx: Writer,
  key: Key,
  proof: Omit<ActionProofTable, "r" | "action_id" | "seq">,
): Promise<void> => {
  const seq = await nextSeq(trx, "action_proof", key);
  await trx
    .insertInto("action_proof")
    .values({ r: key.r, action_id: key.id, seq, ...proof })
    .execute();
  await updateAction(trx, key, { updated_at: proof.at });
};

/** Sets what does not make a step. */
export const updateAction = async (
  trx: Writer,
  { r, id }: Key,
  set: Partial<Omit<ActionTable, "r" | "id" | "no" | "at" | "by">>,
): Promise<void> => {
  await trx.updateTable("action").set(set).where("r", "=", r).where("id", "=", id).execute();
};
