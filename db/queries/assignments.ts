import { sql } from "kysely";
import { insertMany } from "../bulk.ts";
import type { Db, Reader, Writer } from "../connection.ts";
import type { AssignmentEntryTable, AssignmentTable } from "../schema-followup.ts";
import { type Scope, servicesInScope } from "../scope.ts";
import { BAGIAN_COLUMNS } from "./columns.ts";

/**
 * Assignments of the scope with their bagian and, where the finding is on a service, that and the text in force of it; of
 * the role bagian, its own.
 */
const assignments = (db: Reader, scope: Scope) =>
  db
    .selectFrom("assignment as a")
    .innerJoin("bagian as b", (j) => j.onRef("b.r", "=", "a.r").onRef("b.id", "=", "a.bagian_id"))
    .leftJoin("service as s", (j) => j.onRef("s.r", "=", "a.r").onRef("s.id", "=", "a.service_id"))
    .leftJoin("service_text as st", (j) => j.onRef("st.r", "=", "s.r").onRef("st.id", "=", "s.text_id"))
    .leftJoin("reading as rd", (j) => j.onRef("rd.r", "=", "st.r").onRef("rd.id", "=", "st.reading_id"))
    .leftJoin("decree_text as dt", (j) => j.onRef("dt.r", "=", "rd.r").onRef("dt.id", "=", "rd.text_id"))
    .leftJoin("decree as d", (j) => j.onRef("d.r", "=", "dt.r").onRef("d.id", "=", "dt.decree_id"))
    .where(servicesInScope(scope, "a"))
    .selectAll("a")
    .select([
      ...BAGIAN_COLUMNS,
      "s.no as service_no",
      "s.slug as service_slug",
      "s.name as service_name",
      "st.id as text_now",
      "st.content_hash as hash_now",
      "d.slug as decree_slug",
      "d.issuer as decree_issuer",
      "d.number as decree_number",
      "d.year as decree_year",
      "dt.version as decree_version",
    ]);

/** Every assignment of a regency, by number. */
export const listAssignments = (db: Reader, scope: Scope, r: number) =>
  assignments(db, scope).where("a.r", "=", r).orderBy("a.no").execute();

export type AssignmentRecord = Awaited<ReturnType<typeof listAssignments>>[number];

export const assignmentById = (db: Reader, scope: Scope, id: string): Promise<AssignmentRecord | undefined> =>
  assignments(db, scope).where("a.id", "=", id).executeTakeFirst();

/** Its conversation, oldest first. */
export const entriesOf = (db: Reader, scope: Scope, r: number, id: string): Promise<AssignmentEntryTable[]> =>
  db
    .selectFrom("assignment_entry as e")
    .innerJoin("assignment as a", (j) => j.onRef("a.r", "=", "e.r").onRef("a.id", "=", "e.assignment_id"))
    .where(servicesInScope(scope, "a"))
    .where("e.r", "=", r)
    .where("e.assignment_id", "=", id)
    .selectAll("e")
    .orderBy("e.seq")
    .execute();

export type OpenKey = Pick<AssignmentTable, "id" | "no" | "subject" | "component" | "code" | "state" | "due">;

/** What is sent and not closed, of a regency: no finding is sent twice. */
export const openAssignments = (db: Reader, scope: Scope, r: number): Promise<OpenKey[]> =>
  db
    .selectFrom("assignment as a")
    .select(["a.id", "a.no", "a.subject", "a.component", "a.code", "a.state", "a.due"])
    .where(servicesInScope(scope, "a"))
    .where("a.r", "=", r)
    .where("a.state", "<>", "ditutup")
    .execute();

/** What is not closed in all regencies of the scope, as a queue counts it. */
export const waitingAssignments = (
  db: Reader,
  scope: Scope,
): Promise<Pick<AssignmentTable, "r" | "state" | "due">[]> =>
  db
    .selectFrom("assignment as a")
    .select(["a.r", "a.state", "a.due"])
    .where(servicesInScope(scope, "a"))
    .where("a.state", "<>", "ditutup")
    .execute();

/** Texts in force of services, by service: what an assignment is bound to. */
export const contentHashes = async (
  db: Reader,
  scope: Scope,
  r: number,
): Promise<Map<string, string | null>> => {
  const rows = await db
    .selectFrom("service as s")
    .innerJoin("service_text as st", (j) => j.onRef("st.r", "=", "s.r").onRef("st.id", "=", "s.text_id"))
    .select(["s.id", "st.content_hash"])
    .where(servicesInScope(scope, "s"))
    .where("s.r", "=", r)
    .execute();
  return new Map(rows.map((row) => [row.id, row.content_hash]));
};

/** Stores new assignments, each with the entry that opens its conversation. */
export const insertAssignments = async (
  db: Db,
  trx: Writer,
  rows: readonly AssignmentTable[],
  note: string,
): Promise<void> => {
  await insertMany(db, trx, "assignment", [...rows]);
  await insertMany(
    db,
    trx,
    "assignment_entry",
    rows.map(({ r, id, due, at, by }) => ({
      r,
      assignment_id: id,
      seq: 1,
      kind: "tugas" as const,
      side: "penilai" as const,
      answer: null,
      outcome: null,
      due,
      note,
      corrected: null,
      file_sha: null,
      file_name: null,
      at,
      by,
    })),
  );
};

/** Adds a turn; the assignment stands as `set` says. */
export const addEntry = async (
  trx: Writer,
  { r, id }: Pick<AssignmentTable, "r" | "id">,
  entry: Omit<AssignmentEntryTable, "r" | "assignment_id" | "seq">,
  set: Partial<Pick<AssignmentTable, "state" | "answer" | "outcome" | "due">>,
): Promise<void> => {
  const { highest } = await trx
    .selectFrom("assignment_entry")
    .select(sql<number>`coalesce(max(seq), 0)`.as("highest"))
    .where("r", "=", r)
    .where("assignment_id", "=", id)
    .executeTakeFirstOrThrow();
  await trx
    .insertInto("assignment_entry")
    .values({ r, assignment_id: id, seq: Number(highest) + 1, ...entry })
    .execute();
  await trx
    .updateTable("assignment")
    .set({ ...set, updated_at: entry.at })
    .where("r", "=", r)
    .where("id", "=", id)
    .execute();
};
