import type { ActionState } from "#app/followup/timeline.ts";
import type { ComponentKey } from "#app/reader/components.ts";
import type { AnyFindingCode } from "#app/scoring/all-findings.ts";

/**
 * What people do about what was found: findings sent to a bagian with a date, and actions that somebody promised. The
 * bagian of a row (`bagian_id`) is who works on it and, of accounts of the role bagian, the only one that sees it.
 * Threads and timelines only grow.
 */
export interface FollowUpSchema {
  assignment: AssignmentTable;
  assignment_entry: AssignmentEntryTable;
  action: ActionTable;
  action_step: ActionStepTable;
  action_proof: ActionProofTable;
}

/**
 * `ditugaskan`: the bagian owes an answer. `dijawab`: the penilai reads it. `dikembalikan`: the answer did not do, the
 * bagian owes another. `ditutup`: done.
 */
export const ASSIGNMENT_STATES = ["ditugaskan", "dijawab", "dikembalikan", "ditutup"] as const;
export type AssignmentState = (typeof ASSIGNMENT_STATES)[number];

/** Why it was closed: the answer was taken, the finding is gone from the text in force, it was sent in error. */
export const OUTCOMES = ["diterima", "tidak_ditemukan", "ditarik"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What a bagian answers: will mend, has mended, does not agree. */
export const ANSWERS = ["akan", "sudah", "tidak_sependapat"] as const;
export type Answer = (typeof ANSWERS)[number];

/**
 * All findings of one code on one component of one service (or on one decree), sent to a bagian. Bound to these three
 * and not to rows of `finding`: a new score or a new reading replaces those.
 */
export interface AssignmentTable {
  r: number;
  id: string;
  /** Number within the regency, for letters and talk. */
  no: number;
  bagian_id: string;
  /** `layanan:<id>`, or `keputusan:<slug>` with `/<bagian as printed>` where the finding is on one of its units. */
  subject: string;
  service_id: string | null;
  /** "" where the finding is on no component. */
  component: ComponentKey | "";
  code: AnyFindingCode;
  /** Of the service's text when it was sent; null on a decree and where only facts are kept. */
  content_hash: string | null;
  /** JSON, see AssignedFinding: what was found when it was sent. */
  found: string;
  /** Last day for the answer. */
  due: string;
  state: AssignmentState;
  /** The last answer. */
  answer: Answer | null;
  outcome: Outcome | null;
  at: string;
  by: string;
  updated_at: string;
}

export const ENTRY_KINDS = ["tugas", "jawaban", "kembali", "tutup", "tenggat", "catatan"] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** One turn of the conversation about an assignment. */
export interface AssignmentEntryTable {
  r: number;
  assignment_id: string;
  seq: number;
  kind: EntryKind;
  /** On which side of the table its author sits. */
  side: "penilai" | "bagian";
  answer: Answer | null;
  outcome: Outcome | null;
  /** Set where the date was set or moved. */
  due: string | null;
  note: string;
  /** The words that shall stand in the decree, where the bagian gives them. */
  corrected: string | null;
  file_sha: string | null;
  /** As its sender named it; the same bytes may come under several names. */
  file_name: string | null;
  at: string;
  by: string;
}

/** How a due date was said: a day, or the end of a quarter. */
export type DueKind = "tanggal" | "triwulan";

/** One promised action (rencana tindak lanjut). State, due and day stand as in its last step. */
export interface ActionTable {
  r: number;
  id: string;
  /** Number within the regency: its address. */
  no: number;
  /** Who answers for it; null: the whole secretariat. */
  bagian_id: string | null;
  /** The person's office: "Kepala Bagian Umum". */
  owner_title: string;
  title: string;
  /** JSON, see Origin. */
  origin: string;
  /** Kind of the origin, for filters and figures. */
  origin_kind: string;
  service_id: string | null;
  assignment_id: string | null;
  /** `YYYY-MM-DD`; of a quarter its last day. */
  due: string;
  due_kind: DueKind;
  state: ActionState;
  /** What stands in the way; null: nothing was said. */
  obstacles: string | null;
  at: string;
  by: string;
  updated_at: string;
}

/** How an action stood from a day on: its history. Days never go back from one `seq` to the next. */
export interface ActionStepTable {
  r: number;
  action_id: string;
  seq: number;
  /** Day (`YYYY-MM-DD`) from which it stood so; the entry itself was made at `at`. */
  day: string;
  state: ActionState;
  due: string;
  note: string;
  at: string;
  by: string;
}

export const PROOF_KINDS = ["berkas", "tautan", "catatan"] as const;
export type ProofKind = (typeof PROOF_KINDS)[number];

/** What shows that an action was done. */
export interface ActionProofTable {
  r: number;
  action_id: string;
  seq: number;
  kind: ProofKind;
  note: string;
  link: string | null;
  file_sha: string | null;
  file_name: string | null;
  /** Day of the evidence itself, apart from when it was brought; null: not said. */
  dated: string | null;
  at: string;
  by: string;
}
