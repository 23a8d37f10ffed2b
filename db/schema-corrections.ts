/** What people corrected in readings. */
export interface CorrectionsSchema {
  correction: CorrectionTable;
}

/**
 * One correction of the reading of one text, in the order in which it was made. It is never changed; it may be undone, and
 * made anew.
 */
export interface CorrectionTable {
  r: number;
  text_id: string;
  /** 1, 2, … within its text. */
  seq: number;
  /** Kind of operation, see OPERATION_KINDS. */
  op: string;
  /** JSON: what it points to in the text. */
  anchor: string;
  /** JSON: what it says of it. */
  args: string;
  at: string;
  by: string;
  reason: string;
  /** Why the last replay set it aside, see CONFLICTS; null where it holds. */
  conflict: string | null;
  undone_at: string | null;
  undone_by: string | null;
  undone_reason: string | null;
}
