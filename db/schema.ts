import type { ComponentKey } from "#app/reader/components.ts";
import type { Severity } from "#app/reader/findings-registry.ts";
import type { LineRole } from "#app/reader/schema.ts";
import type { AnyFindingCode } from "#app/scoring/all-findings.ts";
import type { Pengguna } from "#app/scoring/pengguna.ts";
import type { AccountsSchema } from "./schema-accounts.ts";
import type { AssessmentsSchema } from "./schema-assessments.ts";
import type { CorrectionsSchema } from "./schema-corrections.ts";
import type { FollowUpSchema } from "./schema-followup.ts";
import type { ReportsSchema } from "./schema-reports.ts";
import type { SurveySchema } from "./schema-survey.ts";

/**
 * Tables as both engines hold them. Standing rules:
 * - `r` is the regency's small integer and leads every primary key, so that tables can be distributed by it.
 *   `r = 0` is the anteroom: what was read but not yet confirmed. No scope reaches it; only the upload use cases do.
 * - Ids are UUIDv7 text made by the app. Instants are UTC ISO text with milliseconds; dates `YYYY-MM-DD`.
 * - Yes and no are 1 and 0: better-sqlite3 binds no booleans. JSON is text, parsed with zod where it is read.
 * - `*_key` columns hold folded text for comparing, `sort_key` for sorting; both engines compare them byte by byte.
 */
export interface Schema
  extends SurveySchema,
    AccountsSchema,
    AssessmentsSchema,
    CorrectionsSchema,
    FollowUpSchema,
    ReportsSchema {
  regency: RegencyTable;
  file: FileTable;
  file_chunk: FileChunkTable;
  upload: UploadTable;
  decree: DecreeTable;
  decree_text: DecreeTextTable;
  naskah_line: NaskahLineTable;
  reading: ReadingTable;
  span: SpanTable;
  declared: DeclaredTable;
  bagian: BagianTable;
  bagian_alias: BagianAliasTable;
  service: ServiceTable;
  service_alias: ServiceAliasTable;
  service_text: ServiceTextTable;
  component: ComponentTable;
  finding: FindingTable;
  instrument: InstrumentTable;
  official_result: OfficialResultTable;
  verdict: VerdictTable;
  unit_verdict: UnitVerdictTable;
  citation: CitationTable;
  sample: SampleTable;
  job: JobTable;
  event: EventTable;
  event_head: EventHeadTable;
}

/** Yes is 1, no is 0. */
export type Flag = 0 | 1;

/** What stands before a confirmation: `r` of everything staged. */
export const ANTEROOM = 0;

export type OfficialIndex = "gabungan" | "rata_unit";

export interface RegencyTable {
  id: number;
  /** Kemendagri code with its dot ("33.23"); null for a regency found in a decree or invented. */
  code: string | null;
  /** BPS code, not always the Kemendagri code without its dot. */
  bps: string | null;
  province: string | null;
  kind: "Kabupaten" | "Kota";
  /** Without its kind: "Temanggung". */
  name: string;
  /** Folded "kabupaten temanggung". */
  name_key: string;
  slug: string;
  sort_key: string;
  zone: "WIB" | "WITA" | "WIT";
  /** Invented for demonstration. */
  sample: Flag;
  /** Which index above the unit is the official one: pooled over respondents, or the mean of units. */
  official_index: OfficialIndex;
  /** Everybody may read its standards; its survey results. */
  public_standar: Flag;
  public_indeks: Flag;
}

export interface FileTable {
  r: number;
  sha256: string;
  name: string;
  kind: string;
  /** Bytes. */
  size: number;
  at: string;
  by: string;
}

export interface FileChunkTable {
  r: number;
  sha256: string;
  seq: number;
  bytes: Uint8Array;
}

export const UPLOAD_STATES = ["antre", "pratinjau", "ditolak", "tersimpan", "dibuang"] as const;
export type UploadState = (typeof UPLOAD_STATES)[number];

/** One file on its way in: queued, read and waiting for a yes, refused, stored, thrown away. Always in the anteroom. */
export interface UploadTable {
  r: number;
  id: string;
  sha256: string;
  name: string;
  size: number;
  state: UploadState;
  /** Job that works on it, or worked on it last. */
  job_id: string | null;
  reader_version: string | null;
  lines: number | null;
  /** JSON: the reason of a refusal, or what storing did. */
  outcome: string | null;
  at: string;
  by: string;
}

export interface DecreeTable {
  r: number;
  id: string;
  /** Set while in the anteroom. */
  upload_id: string | null;
  /** Place in its file, 0-based. */
  ordinal: number;
  /** As read, with "Kota " where it is one; null where the reader found none. */
  regency_name: string | null;
  issuer: string | null;
  issuer_key: string;
  number: string | null;
  /** Folded number; "" while unknown. */
  number_key: string;
  number_annex: string | null;
  year: number | null;
  signed: string | null;
  maklumat: Flag;
  slug: string;
}

export const TEXT_STATES = ["pratinjau", "berlaku", "lama"] as const;
export type TextState = (typeof TEXT_STATES)[number];

/** One version: one text of one decree, cut out of its file. Line numbers are those of the file. */
export interface DecreeTextTable {
  r: number;
  id: string;
  decree_id: string;
  /** 1, 2, …; 0 while staged. */
  version: number;
  file_sha: string | null;
  file_name: string;
  line_from: number;
  line_to: number;
  text_hash: string;
  facts_only: Flag;
  /** `berlaku`: the newest version; `lama`: replaced by a newer text of the same decree. */
  status: TextState;
  at: string;
  by: string;
}

export interface NaskahLineTable {
  r: number;
  text_id: string;
  line: number;
  text: string;
  /** Folded words, each after a blank, for finding a word by its beginning. */
  search_key: string;
}

export interface ReadingTable {
  r: number;
  id: string;
  text_id: string;
  reader_version: string;
  /** JSON, see CutCoverage; its two annex counts stand beside it for adding up. */
  coverage: string;
  annex_lines: number;
  annex_unassigned: number;
  current: Flag;
  /** Of a reading that people corrected: the reading that the machine made, kept beside it. */
  machine_id: string | null;
  at: string;
  /** Version of the scorer that scored it last, and by which instrument; null: belum dinilai. */
  scorer_version: string | null;
  instrument_id: string | null;
  /** JSON, see StoredHead: what the decree's considerations and diktum say. Null: stored before that was kept. */
  head: string | null;
}

export interface SpanTable {
  r: number;
  reading_id: string;
  line: number;
  col_from: number;
  col_to: number;
  role: LineRole;
  /** `service_text.ordinal` in the same reading. */
  ordinal: number | null;
  component: ComponentKey | null;
}

/** A service that the decree's own body or list says it covers. */
export interface DeclaredTable {
  r: number;
  reading_id: string;
  seq: number;
  bagian: string | null;
  name: string;
  /** The table that answers to it; null where there is none. */
  service_text_id: string | null;
}

export interface BagianTable {
  r: number;
  id: string;
  name: string;
  name_key: string;
  slug: string;
  /** Slug of the family (rumpun) by which regencies compare; null where no family fits. */
  family: string | null;
  sort_key: string;
}

export interface BagianAliasTable {
  r: number;
  name_key: string;
  bagian_id: string;
  at: string;
  by: string;
}

/** The register: what surveys, actions and trends point to. */
export interface ServiceTable {
  r: number;
  id: string;
  /** Leading number of its address, unique in the regency. */
  no: number;
  bagian_id: string | null;
  name: string;
  name_key: string;
  slug: string;
  /** The table in force: of the newest decree that prints it; null once no decree in force prints it. */
  text_id: string | null;
  /** Who uses it; proposed from the text until a person confirms it. Null while nothing speaks for any. */
  pengguna: Pengguna | null;
  pengguna_confirmed: Flag;
  /** Users a year, where somebody said it. */
  volume: number | null;
  person_in_charge: string | null;
  person_position: string | null;
  /** Shown masked. */
  person_nip: string | null;
  person_phone: string | null;
  /** When a person said which bagian it belongs to, so that no later text changes it; null while texts decide. */
  bagian_set_at: string | null;
  /** Since when the service no longer runs; null while it does. */
  stopped_at: string | null;
}

/** Printed names under which a service is known: what was linked once is linked again. */
export interface ServiceAliasTable {
  r: number;
  bagian_key: string;
  name_key: string;
  /** Two tables of one name in one bagian are told apart by their order, 0-based. */
  nth: number;
  service_id: string;
  at: string;
  by: string;
}

export const SERVICE_TEXT_STATES = ["pratinjau", "berlaku", "ganda", "lama"] as const;
export type ServiceTextState = (typeof SERVICE_TEXT_STATES)[number];

/** One printed table in one reading, with counts of its components that lists add up. */
export interface ServiceTextTable extends LevelCounts {
  r: number;
  id: string;
  reading_id: string;
  /** Place among the tables of its file, 0-based. */
  ordinal: number;
  service_id: string | null;
  /** As printed. */
  bagian: string | null;
  no: string | null;
  name: string;
  line: number;
  /** Id of the first printing of the same table. */
  same_as: string | null;
  content_hash: string | null;
  /** Who uses the service, as this text proposes. */
  pengguna: Pengguna | null;
  /** `berlaku`: counted; `ganda`: printed again; `lama`: replaced by a newer text or decree. */
  status: ServiceTextState;
  present_n: number;
  absent_n: number;
  unreadable_n: number;
  present_public_n: number;
  absent_public_n: number;
  unreadable_public_n: number;
}

/**
 * Components of one table by level: 0 and 1 are problems, 0-3 are judged, T can't be read and is in no denominator. What
 * is in none of the five is belum dinilai.
 */
export interface LevelCounts {
  level0_n: number;
  level1_n: number;
  level2_n: number;
  level3_n: number;
  level_t_n: number;
  /** Of the 6 public components: levels 0-1, levels 0-3, T. */
  problems_public_n: number;
  judged_public_n: number;
  level_t_public_n: number;
}

/** `ada`, or why not: the finding's code. `page_lost` and `ocr_damage` are T, tidak terbaca. */
export const COMPONENT_STATES = [
  "ada",
  "missing",
  "blank",
  "placeholder",
  "page_lost",
  "ocr_damage",
] as const;
export type ComponentState = (typeof COMPONENT_STATES)[number];

export interface ComponentTable {
  r: number;
  service_text_id: string;
  key: ComponentKey;
  state: ComponentState;
  label: string | null;
  /** Null where absent and where only facts are kept. */
  text: string | null;
  line_from: number | null;
  line_to: number | null;
  confidence: number | null;
  /** JSON, see StoredFacts; null where the component yields none. */
  facts: string | null;
  /** The level that counts: a person's where a finished review stands on this very text, else the machine's. */
  level: StoredLevel | null;
  /** The machine's level where a person's took its place; null, or left out of a new row, where the machine's counts. */
  overruled_level?: StoredLevel | null;
}

/** Level of substance of a component; T: tidak terbaca. Null in the database: belum dinilai. */
export const STORED_LEVELS = ["0", "1", "2", "3", "T"] as const;
export type StoredLevel = (typeof STORED_LEVELS)[number];

export const FINDING_ORIGINS = ["pembaca", "penilai"] as const;
/** Whose finding: of the reader (completeness, list, scan), or of the scorer (substance). */
export type FindingOrigin = (typeof FINDING_ORIGINS)[number];

export interface FindingTable {
  r: number;
  id: string;
  reading_id: string;
  service_text_id: string | null;
  code: AnyFindingCode;
  severity: Severity;
  component: ComponentKey | null;
  /** Empty where only facts are kept. */
  message: string;
  line_from: number | null;
  line_to: number | null;
  origin: FindingOrigin;
  /** Set on the scorer's findings. */
  instrument_id: string | null;
  scorer_version: string | null;
  /** The table from which the words came, or with which they clash. */
  source_text_id: string | null;
  /** The bagian, as printed, that a finding on a whole unit is about; null on a table or on the decree. */
  bagian: string | null;
  /** The unmet criterion; null of the reader's, and where comparison found it. */
  criterion: string | null;
  /** What is wrong in our own words, without the quote that `message` carries; null of the reader's. */
  reason: string | null;
  /** The words at fault; null where nothing is quoted, and where only facts are kept. */
  quote: string | null;
}

/** A yardstick as it was when verdicts were made by it. A change of its content is a row of its own. */
export interface InstrumentTable {
  /** Edition and the beginning of the hash. */
  id: string;
  edition: string;
  hash: string;
  json: string;
  superseded_by: string | null;
  /** When and by whom it was added; null where scoring wrote it down itself. */
  at: string | null;
  by: string | null;
}

/** What an assessor decided and wrote, recorded apart from any figure of ours. A wrong record is withdrawn, not deleted. */
export interface OfficialResultTable {
  r: number;
  id: string;
  /** Edition by which it was assessed. */
  instrument_id: string;
  /** Year of the assessment, not of the letter. */
  year: number;
  /** What was assessed: the whole regency, or one of its offices. */
  about: string;
  /** As printed, in hundredths; null where only a category was given. */
  score_hundredths: number | null;
  /** As printed: "B", "Hijau", "Kualitas Tinggi". */
  category: string | null;
  letter_number: string | null;
  letter_date: string | null;
  /** Where the person who records it saw it. */
  seen_in: string;
  at: string;
  by: string;
  withdrawn_at: string | null;
  withdrawn_by: string | null;
  withdrawn_reason: string | null;
}

/** One criterion held against one table. */
export interface VerdictTable {
  r: number;
  service_text_id: string;
  instrument_id: string;
  criterion: string;
  component: ComponentKey;
  /** Of the table's content; null where only facts are kept. */
  content_hash: string | null;
  /** Null where the question does not arise. */
  met: Flag | null;
  reason: string;
  /** The words that decided; null where something is lacking, and where only facts are kept. */
  quote: string | null;
  line_from: number | null;
  line_to: number | null;
  scorer_version: string;
}

/** One criterion held against a bagian as its decree prints it, or against the decree itself. */
export interface UnitVerdictTable {
  r: number;
  reading_id: string;
  seq: number;
  of: "bagian" | "keputusan";
  /** As printed; null for the decree, and for tables under no bagian. */
  bagian: string | null;
  instrument_id: string;
  criterion: string;
  met: Flag | null;
  reason: string;
  quote: string | null;
  /** The table in which the quoted words stand. */
  service_text_id: string | null;
  line_from: number | null;
  line_to: number | null;
  scorer_version: string;
}

/** A regulation that a table cites as its legal basis, in the order of the list. */
export interface CitationTable {
  r: number;
  service_text_id: string;
  seq: number;
  /** Type, number and year folded; null where one of them can't be read. */
  regulation_key: string | null;
  type: string | null;
  number: string | null;
  year: number | null;
  /** Null where only facts are kept. */
  title: string | null;
  /** The citation that this one amends, where the text says "sebagaimana diubah dengan". */
  amends_seq: number | null;
  line_from: number | null;
  line_to: number | null;
  /** On the day of signing; what was revoked later is judged on the day that asks. */
  fault: CitationFault | null;
  /** 0: to be asked, not charged. Null without a fault. */
  certain: Flag | null;
  /** JSON list of what should stand there; null where that is not known. */
  instead: string | null;
}

/**
 * `revoked`: was no longer in force. `miscited`: number and year belong to another title. `unlike`: as far as the
 * register knows, the title belongs to something else, so that nothing is said of it.
 */
export const CITATION_FAULTS = ["revoked", "miscited", "unlike"] as const;
export type CitationFault = (typeof CITATION_FAULTS)[number];

/** A file of the sample in this database, all in the anteroom: written down before it is loaded. */
export interface SampleTable {
  r: number;
  name: string;
  /** Of the file as it was loaded; null until it is whole. */
  fingerprint: string | null;
}

export const JOB_STATES = ["antre", "jalan", "selesai", "gagal"] as const;
export type JobState = (typeof JOB_STATES)[number];

export interface JobTable {
  id: string;
  /** Regency whose people may see it; the anteroom for uploads. */
  r: number;
  kind: string;
  args: string;
  state: JobState;
  /** JSON { label, done, total }. */
  progress: string | null;
  worker: string | null;
  lease_until: string | null;
  attempt: number;
  /** JSON of what came out, or { message } of a failure. */
  result: string | null;
  at: string;
  updated_at: string;
  by: string;
}

/** The audit: append only, chained by hash per regency. */
export interface EventTable {
  r: number;
  seq: number;
  at: string;
  actor: string;
  action: string;
  subject: string;
  field: string | null;
  before: string | null;
  after: string | null;
  reason: string | null;
  prev_hash: string;
  hash: string;
}

/** Where the chain of a regency ends: a chain whose tail was cut off is noticed. */
export interface EventHeadTable {
  r: number;
  seq: number;
  hash: string;
}
