import type { RejectCode } from "#app/survey/codes.ts";
import type { EditionId, UnsurKey } from "#app/survey/editions.ts";
import type { GroupKey } from "#app/survey/model.ts";
import type { Shape } from "#app/survey/schema.ts";

/**
 * Tables of the survey. Standing rules, beside those of schema.ts:
 * - Neither the raw file nor a personal cell is stored (UU 27/2022). A draft holds the table without its personal cells.
 * - A batch that is not `terbit` is read by nobody but its own import.
 * - `unit` is the lowest level that the file names: a service, a bagian, or the whole secretariat; nothing is spread down.
 * - Months are `YYYY-MM`; a row whose date is unknown spans the months of its period.
 * - Scores and sums are integers in hundredths of a point.
 */
export interface SurveySchema {
  survey_draft: SurveyDraftTable;
  survey_draft_chunk: SurveyDraftChunkTable;
  survey_draft_rejected: SurveyDraftRejectedTable;
  survey_source: SurveySourceTable;
  survey_alias: SurveyAliasTable;
  survey_batch: SurveyBatchTable;
  response: ResponseTable;
  response_key: ResponseKeyTable;
  rejected_row: RejectedRowTable;
  aggregate_result: AggregateResultTable;
  hist: HistTable;
  hist_total: HistTotalTable;
}

export const DRAFT_STATES = [
  "antre",
  "kolom",
  "layanan",
  "periksa",
  "simpan",
  "tersimpan",
  "dibuang",
  "ditolak",
] as const;
export type DraftState = (typeof DRAFT_STATES)[number];

/** One file on its way in. Expires. */
export interface SurveyDraftTable {
  r: number;
  id: string;
  file_name: string;
  file_sha256: string;
  state: DraftState;
  job_id: string | null;
  /** JSON of SkmOptions: what the user said of columns, scale, order, period, population, sheet, edition. */
  options: string;
  /** JSON: which place of the file belongs to which unit of the register. */
  places: string | null;
  /** JSON: what reading it gave, or the reason of a refusal. */
  result: string | null;
  /** Batch that it became. */
  batch_id: string | null;
  /** JSON: name, encoding and notes of each sheet, and whether it is hidden, in their order. */
  sheets: string;
  /** JSON: names of regencies in the file, besides this one's own, whose rows are counted here too. */
  regencies: string;
  /** Batch whose rejected rows it holds; null for a file of its own. */
  left_of: string | null;
  at: string;
  by: string;
}

/** The tables without their personal cells: delimited text of each sheet, in pieces. */
export interface SurveyDraftChunkTable {
  r: number;
  draft_id: string;
  /** Counts on over all sheets. */
  seq: number;
  /** 0-based, in the order of `sheets`. */
  sheet: number;
  text: string;
}

/** Rejected rows of a draft as it was counted last; in a table of results one row may stand for several figures. */
export interface SurveyDraftRejectedTable {
  r: number;
  draft_id: string;
  /** 1-based, of the sheet or table. */
  row: number;
  /** In the order in which the reading found them. */
  seq: number;
  code: RejectCode;
  column_name: string | null;
  value: string | null;
  message: string;
}

/** What the user once said of files with these headers; said again by itself for the next one. */
export interface SurveySourceTable {
  r: number;
  id: string;
  /** Hash of the folded headers. */
  signature: string;
  name: string;
  /** JSON of SkmOptions. */
  mapping: string;
  at: string;
  by: string;
}

export const UNIT_KINDS = ["layanan", "bagian", "setda"] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** Spelling in survey files of a service or bagian: confirmed once, used again. */
export interface SurveyAliasTable {
  r: number;
  bagian_key: string;
  name_key: string;
  unit_kind: UnitKind;
  /** Of the service or bagian; "" for the whole secretariat. */
  unit_id: string;
  at: string;
  by: string;
}

export const BATCH_STATES = ["disiapkan", "terbit", "dibatalkan", "diganti"] as const;
export type BatchState = (typeof BATCH_STATES)[number];

/** One import: seen wholly (`terbit`) or not at all. */
export interface SurveyBatchTable {
  r: number;
  id: string;
  source_id: string | null;
  file_name: string;
  file_sha256: string;
  shape: Shape;
  edition: EditionId;
  /** First and last month over all its rows. */
  from_month: string;
  to_month: string;
  /** JSON of the options it was read with. */
  options: string;
  /** JSON: read, accepted, rejected, duplicate, ignored; known = rows of an earlier batch that were left out. */
  counts: string;
  /** JSON: the file's own index and what explains a difference; null where it prints none. */
  printed: string | null;
  /** JSON: the contract's warnings. */
  warnings: string;
  /** People served in the period, as the user gave it: for the target sample. */
  population: number | null;
  state: BatchState;
  /** The batch that takes its place. */
  replaced_by: string | null;
  at: string;
  by: string;
  published_at: string | null;
}

/** What a row of answers hangs on. */
interface Placed {
  r: number;
  batch_id: string;
  unit_kind: UnitKind;
  /** Of the service or bagian in the register; "" for the whole secretariat. */
  unit_id: string;
  from_month: string;
  to_month: string;
}

/** One accepted respondent. */
export interface ResponseTable extends Placed {
  /** 1-based row of the table. */
  row: number;
  /** JSON: hundredths in the order of the edition's unsur, null where blank. */
  scores: string;
  sex: string | null;
  age: string | null;
  education: string | null;
  occupation: string | null;
  /** Telephone numbers and e-mail addresses masked. */
  saran: string | null;
  /** Folded words, each after a blank, for finding a word by its beginning. */
  saran_key: string | null;
}

/** HMAC of a row's identity with the installation's secret: what was sent before counts once. */
export interface ResponseKeyTable {
  r: number;
  key: string;
  batch_id: string;
}

export interface RejectedRowTable {
  r: number;
  batch_id: string;
  row: number;
  code: RejectCode;
  column_name: string | null;
  value: string | null;
  message: string;
}

/** Figures of a file that has no single answers; never pooled with counted ones. `n` null where the table gives none. */
export interface AggregateResultTable extends Placed {
  unsur: UnsurKey;
  n: number | null;
  /** Points in hundredths; null where only the mean is printed. */
  sum: number | null;
  /** NRR in ten thousandths. */
  nrr: number;
}

export interface HistTable extends Placed {
  group_key: GroupKey;
  /** "" for `all`. */
  group_value: string;
  unsur: UnsurKey;
  score: number;
  n: number;
}

export interface HistTotalTable extends Placed {
  group_key: GroupKey;
  group_value: string;
  sum: number;
  answered: number;
  /** All answers of the respondent equal. */
  flat: 0 | 1;
  n: number;
}
