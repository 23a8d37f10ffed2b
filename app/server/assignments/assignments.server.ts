import type { AnyFindingCode } from "#app/scoring/all-findings.ts";
import type { Db } from "#db/connection.ts";
import { type ActionRecord, actionsOfAssignment } from "#db/queries/actions.ts";
import { assignmentById, entriesOf, listAssignments } from "#db/queries/assignments.ts";
import { listBagian } from "#db/queries/bagian.ts";
import { listFindings } from "#db/queries/findings.ts";
import { ASSIGNMENT_STATES, type AssignmentEntryTable, type AssignmentState } from "#db/schema-followup.ts";
import type { Scope } from "#db/scope.ts";
import { attachmentResponse } from "../attachments/attach.server.ts";
import { notFound } from "../errors.ts";
import { regencyAt, regencyRefs } from "../lookup.server.ts";
import { regencyRef } from "../refs.ts";
import { system } from "../scope.server.ts";
import { selectionOf } from "../selection.ts";
import { todayIn } from "../today.ts";
import type { RegencyRef } from "../views.ts";
import { findingKey } from "./found.ts";
import { type AssignmentView, assignmentView, byUrgency } from "./views.ts";

/** What of the list is asked for; empty or left out: everything. */
export interface AssignmentFilter {
  state?: readonly AssignmentState[];
  /** Slugs. */
  bagian?: readonly string[];
  /** Only what is late. */
  late?: boolean;
}

export interface AssignmentsView {
  regency: RegencyRef;
  today: string;
  /** Of the filter, most urgent first. */
  rows: AssignmentView[];
  /** Of the bagian asked for, whatever state is. */
  counts: Record<AssignmentState, number>;
  late: number;
  total: number;
  /** Of the bagian asked for and not closed: the finding is there no more. */
  gone: number;
  /** Every bagian of the scope, by name. */
  bagian: { slug: string; name: string }[];
}

/**
 * Keys of the findings that the texts in force have, of these codes. Asked for the whole regency: a bagian is told
 * whether a finding that was sent to it is still there, also where it stands on the decree, which is no bagian's.
 */
export const presentKeys = async (
  db: Db,
  r: number,
  codes: readonly AnyFindingCode[],
): Promise<Set<string>> => {
  if (codes.length === 0) return new Set();
  const selection = selectionOf(db, { temuan: [...new Set(codes)] }, [r]);
  return new Set((await listFindings(db.read, system(), selection)).map(findingKey));
};

/**
 * What was sent to the bagian of a regency.
 * @throws AppError (404) where the regency is not in scope
 */
export const getAssignments = async (
  db: Db,
  scope: Scope,
  { kab, filter = {} }: { kab: string; filter?: AssignmentFilter },
): Promise<AssignmentsView> => {
  const regency = regencyRef(await regencyAt(db, scope, kab));
  const today = todayIn(db, regency);
  const [records, bagian] = await Promise.all([
    listAssignments(db.read, scope, regency.r),
    listBagian(db.read, scope),
  ]);
  const present = await presentKeys(
    db,
    regency.r,
    records.flatMap(({ state, code }) => (state === "ditutup" ? [] : code)),
  );
  const all = records.map((row) => assignmentView(row, present, today));
  const asked = all.filter(({ bagian }) => !filter.bagian?.length || filter.bagian.includes(bagian.slug));
  const rows = asked
    .filter(({ state }) => !filter.state?.length || filter.state.includes(state))
    .filter(({ late }) => !filter.late || late !== null)
    .sort(byUrgency);
  return {
    regency,
    today,
    rows,
    counts: Object.fromEntries(
      ASSIGNMENT_STATES.map((state) => [state, asked.filter((one) => one.state === state).length]),
    ) as AssignmentsView["counts"],
    late: asked.filter(({ late }) => late !== null).length,
    total: asked.length,
    gone: asked.filter(({ state, presence }) => state !== "ditutup" && presence !== "ada").length,
    bagian: bagian.filter(({ r }) => r === regency.r).map(({ slug, name }) => ({ slug, name })),
  };
};

export interface AssignmentPage {
  regency: RegencyRef;
  today: string;
  assignment: AssignmentView;
  /** Oldest first. */
  entries: AssignmentEntryTable[];
  /** Actions that were planned because of it. */
  actions: Pick<ActionRecord, "no" | "title" | "state" | "due">[];
}

/** One assignment with its conversation. @throws AppError (404) where it is not there or not in scope */
export const getAssignment = async (db: Db, scope: Scope, id: string): Promise<AssignmentPage> => {
  const row = await assignmentById(db.read, scope, id);
  const regency = row && (await regencyRefs(db, scope)).get(row.r);
  if (!row || !regency) throw notFound();
  const today = todayIn(db, regency);
  const [present, entries, actions] = await Promise.all([
    presentKeys(db, row.r, [row.code]),
    entriesOf(db.read, scope, row.r, id),
    actionsOfAssignment(db.read, scope, row.r, id),
  ]);
  return {
    regency,
    today,
    assignment: assignmentView(row, present, today),
    entries,
    actions: actions.map(({ no, title, state, due }) => ({ no, title, state, due })),
  };
};

/** The file of one turn. @throws AppError (404) where there is none in scope */
export const entryFile = async (db: Db, scope: Scope, id: string, seq: number): Promise<Response> => {
  const { regency, entries } = await getAssignment(db, scope, id);
  const entry = entries.find((one) => one.seq === seq);
  if (!entry?.file_sha) throw notFound();
  return attachmentResponse(db, regency.r, { file_sha: entry.file_sha, file_name: entry.file_name });
};
