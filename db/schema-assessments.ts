import type { AssessmentState } from "#app/assessment/states.ts";
import type { ItemValue } from "#app/assessment/values.ts";
import type { ComponentKey } from "#app/reader/components.ts";

/**
 * Tables of what people judge. Standing rules, beside those of schema.ts:
 * - What a person judged, commented or brought as evidence is appended, never changed; evidence is withdrawn.
 * - An `item` is a component key of the yardstick of substance, or the id of an indicator of an edition.
 * - `review` says what counts now. It is made anew from finished assessments, and by nothing else.
 */
export interface AssessmentsSchema {
  assessment: AssessmentTable;
  judgement: JudgementTable;
  evidence: EvidenceTable;
  remark: RemarkTable;
  review: ReviewTable;
  review_round: ReviewRoundTable;
  round_item: RoundItemTable;
}

/** One service, or one bagian for what is asked of a unit, held by people against one edition. */
export interface AssessmentTable {
  r: number;
  id: string;
  of: "layanan" | "bagian";
  /** Of the service, or of the bagian. */
  subject_id: string;
  /** Part of the edition before its number: there is one assessment a subject and family. */
  family: string;
  /** The edition that is answered. */
  instrument_id: string;
  state: AssessmentState;
  /** Dinilai sendiri: judged by a penilai of the service's own bagian. */
  own: 0 | 1;
  /** How often it was handed in. */
  submission: number;
  /** Of the text as handed in last; null before. Of a bagian: over the content_hash of its services. */
  content_hash: string | null;
  /** JSON, PartHashes: the parts of that text, so that a change can be named. */
  parts: string | null;
  answers_hash: string | null;
  /** JSON, by item: the answers as handed in, the machine's beside them. */
  answers: string | null;
  /** JSON, Changes: why it has to be reviewed again; null while nothing changed. */
  stale: string | null;
  submitted_at: string | null;
  submitted_by: string | null;
  seconded_at: string | null;
  seconded_by: string | null;
  reviewed_at: string | null;
  reviewed_by: string | null;
  /** Uji petik that it belongs to; null before one is drawn, and after what was reviewed changed. */
  round_id: string | null;
  at: string;
  by: string;
  /** When it came into its state: what days of waiting are counted from. */
  moved_at: string;
}

/** One answer of a person on one item; the highest `seq` is the one that holds. */
export interface JudgementTable {
  r: number;
  assessment_id: string;
  item: string;
  /** 1, 2, …: what a form was based on decides whether two people met. */
  seq: number;
  /** The machine's verdict kept, overridden, or an answer that no machine could give. */
  kind: "tetap" | "ubah" | "jawab";
  value: ItemValue;
  /** JSON, by criterion: met or not as the person sees it, where that differs from the machine; null where none does. */
  answers: string | null;
  /** What the machine said at that moment; null where it said nothing. */
  machine: ItemValue | null;
  /** "" where the machine's verdict was kept without a word. */
  reason: string;
  /** Of the service's text at that moment; null of a bagian. */
  content_hash: string | null;
  /** Of the words that this item is answered on. */
  item_hash: string;
  instrument_id: string;
  at: string;
  by: string;
}

/** What was brought for one item: a file by its hash, a link, or words. */
export interface EvidenceTable {
  r: number;
  id: string;
  assessment_id: string;
  item: string;
  kind: "berkas" | "tautan" | "catatan";
  /** Of the file (table `file`); null of a link and of words. */
  sha256: string | null;
  /** Of the file, as it was called. */
  name: string | null;
  url: string | null;
  note: string;
  /** Day that the evidence itself is of, apart from when it was brought; null where nobody said. */
  dated: string | null;
  at: string;
  by: string;
  withdrawn_at: string | null;
  withdrawn_by: string | null;
}

/** A comment on an item, in the thread of the item. */
export interface RemarkTable {
  r: number;
  assessment_id: string;
  item: string;
  seq: number;
  text: string;
  /** How often the assessment had been handed in. */
  submission: number;
  at: string;
  by: string;
}

/** A component's verdict that a finished review stands on, of the text in force. */
export interface ReviewTable {
  r: number;
  service_text_id: string;
  component: ComponentKey;
  assessment_id: string;
  level: "0" | "1" | "2" | "3" | "T";
  /** The review was finished. */
  at: string;
  by: string;
}

/** One uji petik: all verdicts of some assessments, drawn once. */
export interface ReviewRoundTable {
  r: number;
  id: string;
  instrument_id: string;
  /** Whoever knows it draws the same. */
  seed: string;
  /** Verdicts that are not all checked, of which `random` ones were drawn. */
  rest: number;
  state: "terbuka" | "ditutup";
  at: string;
  by: string;
  closed_at: string | null;
  closed_by: string | null;
  /** JSON, RoundResult: what came out when it was closed. */
  result: string | null;
}

/** A verdict of an uji petik: all of them stand here, those that were not drawn too. */
export interface RoundItemTable {
  r: number;
  round_id: string;
  assessment_id: string;
  item: string;
  drawn: "wajib" | "acak";
  /** As handed in. */
  value: ItemValue;
  /** How often the assessment had been handed in. */
  submission: number;
  /** Null while it waits. */
  mark: "setuju" | "tidak_setuju" | null;
  reason: string | null;
  marked_at: string | null;
  marked_by: string | null;
}
