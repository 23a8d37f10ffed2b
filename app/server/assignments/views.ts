import { daysBetween } from "#app/followup/timeline.ts";
import type { ComponentKey } from "#app/reader/components.ts";
import type { AnyFindingCode } from "#app/scoring/all-findings.ts";
import type { AssignmentRecord } from "#db/queries/assignments.ts";
import type { Answer, AssignmentState, Outcome } from "#db/schema-followup.ts";
import { bagianRef, serviceRef } from "../refs.ts";
import type { BagianRef, DecreeRef, ServiceRef } from "../views.ts";
import { AssignedFinding, keyOf } from "./found.ts";

/**
 * Is the finding still there? `ada`: the text in force has it. `hilang`: the service is in force, its text has it no
 * more. `tanpa_naskah`: no decree in force prints the service.
 */
export type Presence = "ada" | "hilang" | "tanpa_naskah";

/** One assignment as it stands today. */
export interface AssignmentView {
  id: string;
  no: number;
  bagian: BagianRef;
  service: ServiceRef | null;
  component: ComponentKey | null;
  code: AnyFindingCode;
  found: AssignedFinding;
  due: string;
  state: AssignmentState;
  answer: Answer | null;
  outcome: Outcome | null;
  /** Days by which the date has gone by while the bagian owes an answer; null where it is not late. */
  late: number | null;
  presence: Presence;
  /** The text of the service is another than the one on which it was found. */
  textChanged: boolean;
  /** The decree in force that prints the service; null where none does, or the finding is on a decree. */
  decreeNow: Pick<DecreeRef, "slug" | "version" | "issuer" | "number" | "year"> | null;
  at: string;
  by: string;
  updatedAt: string;
}

const OWES: readonly AssignmentState[] = ["ditugaskan", "dikembalikan"];

/** @param present keys of the findings that the texts in force have, see `keyOf` */
export const assignmentView = (
  row: AssignmentRecord,
  present: ReadonlySet<string>,
  today: string,
): AssignmentView => ({
  id: row.id,
  no: row.no,
  bagian: bagianRef(row),
  service:
    row.service_no === null || row.service_slug === null || row.service_name === null
      ? null
      : serviceRef({ no: row.service_no, slug: row.service_slug, name: row.service_name }),
  component: row.component === "" ? null : row.component,
  code: row.code,
  found: AssignedFinding.parse(JSON.parse(row.found)),
  due: row.due,
  state: row.state,
  answer: row.answer,
  outcome: row.outcome,
  late: OWES.includes(row.state) && row.due < today ? daysBetween(row.due, today) : null,
  presence: present.has(keyOf(row.subject, row.component, row.code))
    ? "ada"
    : row.service_id !== null && row.text_now === null
      ? "tanpa_naskah"
      : "hilang",
  textChanged: row.content_hash !== null && row.hash_now !== null && row.content_hash !== row.hash_now,
  decreeNow:
    row.decree_slug === null || row.decree_version === null
      ? null
      : {
          slug: row.decree_slug,
          version: row.decree_version,
          issuer: row.decree_issuer,
          number: row.decree_number,
          year: row.decree_year,
        },
  at: row.at,
  by: row.by,
  updatedAt: row.updated_at,
});

const RANK: Record<AssignmentState, number> = { dijawab: 1, dikembalikan: 2, ditugaskan: 2, ditutup: 3 };

/** Late first, longest late before the others; then what waits for the penilai; then by date; closed ones at the end. */
export const byUrgency = (a: AssignmentView, b: AssignmentView): number =>
  (b.late ?? 0) - (a.late ?? 0) || RANK[a.state] - RANK[b.state] || a.due.localeCompare(b.due) || a.no - b.no;
