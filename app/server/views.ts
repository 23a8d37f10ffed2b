import type { ComponentKey } from "#app/reader/components.ts";
import type { Severity } from "#app/reader/findings-registry.ts";
import type { LineRange, LineRole } from "#app/reader/schema.ts";
import type { AnyFindingCode } from "#app/scoring/all-findings.ts";
import type { DecreeAge } from "#app/scoring/decree-age.ts";
import type { Pengguna } from "#app/scoring/pengguna.ts";
import type { Confirmation, StoredFacts } from "./stored-json.ts";
import type {
  BagianRef,
  DecreeRef,
  FilterOptions,
  FindingCount,
  RegencyRef,
  ServiceRef,
} from "./views-refs.ts";
import type {
  CitationView,
  CriterionView,
  ExampleView,
  FamilyRow,
  Level,
  LevelFilter,
  ReviewCount,
  Substance,
  SubstanceSummary,
  UnitVerdictView,
} from "./views-substance.ts";

export type * from "./views-refs.ts";
export type * from "./views-substance.ts";
export type { Confirmation, StoredFacts };

/**
 * What the use cases hand to the pages. Types only; counts are whole numbers, shares are made by the page with k and n.
 *
 * A loader calls one of these with `database()` (database.server.ts) and `context.scope` (http/access-guard.ts); each throws
 * the one error class (404, Indonesian message) where something is not there or not in scope:
 * - dashboard.server.ts: getDashboard(db, scope, ServiceFilter) → DashboardView
 * - regency.server.ts: getRegency(db, scope, kab, ServiceFilter) → RegencyView;
 *   getMatrix(db, scope, { kab, bagian?, filter }) → MatrixView: every service of the selection, in decree order
 * - component.server.ts: getComponent(db, scope, { component, kab?, filter }) → ComponentView
 * - regulations.server.ts: getRegulations(db, scope, { kab?, filter }) → RegulationsView
 * - service.server.ts: getService(db, scope, kab, no) → ServiceView
 * - findings.server.ts: getFindings(db, scope, { kab?: slugs, none for all; filter, page?: number | "all" }) → FindingsView
 * - naskah.server.ts: listNaskah(db, scope) → NaskahListRow[];
 *   getNaskah(db, scope, sk, versi, { page? , line? }) → NaskahView (line: the page that holds it);
 *   searchNaskah(db, scope, sk, versi, query) → SearchView; getDeclared(db, scope, sk) → DeclaredView
 * - upload.server.ts: stageUpload(db, scope, { name, stream }) → { kind: "job", jobId, uploadId } | { kind: "known", message, regencySlug };
 *   confirmUpload(db, scope, id, Confirmation) → { jobId }; discardUpload(db, scope, id) → void
 * - preview.server.ts: getUpload(db, scope, id) → UploadView; listWaitingUploads(db, scope)
 * - jobs.server.ts: getJob(db, scope, id) → JobView
 */

/** Components counted by state. T stands beside, outside every denominator: of `present + absent`. */
export interface Tally {
  present: number;
  absent: number;
  unreadable: number;
}

/** All 14, the 6 that the user meets, the 8 inside the office. */
export interface Completeness {
  all: Tally;
  public: Tally;
  internal: Tally;
}

export type CellState = "ada" | "tidak_ada" | "T";
export type AbsenceReason = "missing" | "blank" | "placeholder";
export type DamageReason = "page_lost" | "ocr_damage";

export interface Cell {
  state: CellState;
  /** Why it is not `ada`; the finding's code. */
  why: AbsenceReason | DamageReason | null;
  lines: LineRange | null;
}

export type Cells = Record<ComponentKey, Cell>;

/** Lines of the annexes (from the first service to the end of its decree, blank lines left out) and those without owner. */
export interface CoverageCount {
  annexLines: number;
  unassignedLines: number;
}

/** What a group of services (regency, bagian) comes to. Distinct services of the register, each counted once. */
export interface GroupSummary {
  services: number;
  /** With 14 of 14. */
  complete: number;
  /** At least one component absent. */
  incomplete: number;
  /** None absent, but at least one unreadable: cannot be said to be complete. */
  uncertain: number;
  completeness: Completeness;
  /** Services in which the component is absent. */
  absentByComponent: Record<ComponentKey, number>;
  unreadableByComponent: Record<ComponentKey, number>;
  /** The reader's findings: completeness, list against annex, scan. */
  findings: FindingCount[];
  /** Beside kelengkapan, never merged with it. */
  substance: SubstanceSummary;
}

export interface DashboardRegency extends GroupSummary {
  regency: RegencyRef;
  /** Decrees in force, newest first. */
  decrees: DecreeRef[];
  /** Their years, ascending, each once. */
  years: number[];
  coverage: CoverageCount;
}

export interface DashboardView {
  /** By name. Without naskah: those that wait for their first upload. */
  regencies: DashboardRegency[];
  /** Sum of the regencies shown, invented ones left out. */
  total: GroupSummary;
  /** The same services by family of bagian, in the order of the registry of families. */
  families: FamilyRow[];
  /** What the filter offers. */
  options: FilterOptions;
}

/** Filters of the address, already parsed. Absent or empty: no filter. */
export interface ServiceFilter {
  /** Years of the decree in force. */
  tahun?: number[];
  /** Slugs of families. */
  rumpun?: string[];
  /** Slugs of bagian, inside one regency. */
  bagian?: string[];
  /** Who uses the service; "belum": not known. */
  pengguna?: (Pengguna | "belum")[];
  /** Services in which at least one of these components is a problem; of findings, those of these components. */
  komponen?: ComponentKey[];
  /** Services with a component (of `komponen`, where given) at one of these levels; of findings, those on such components. */
  tingkat?: LevelFilter[];
  /** Services with at least one finding of these codes; of findings, those with these codes. */
  temuan?: AnyFindingCode[];
}

export interface BagianRow extends GroupSummary {
  bagian: BagianRef;
}

export interface DecreeSummary extends DecreeRef {
  numberAnnex: string | null;
  maklumat: boolean;
  fileName: string;
  /** First and last line in the file. */
  lines: LineRange;
  storedAt: string;
  coverage: CoverageCount;
  services: number;
  declared: number;
  /** Declared without table. */
  withoutTable: number;
  /** Table without declaration. */
  undeclared: number;
}

/** A decree in force with its age on the day that the page is asked for, in the zone of its regency. */
export interface AgedDecree extends DecreeSummary {
  /** Null where the day of signing is not known or lies ahead. */
  age: DecreeAge | null;
}

export interface RegencyView {
  regency: RegencyRef;
  summary: GroupSummary;
  /** In the order of the decree. */
  bagian: BagianRow[];
  decrees: AgedDecree[];
  /** Findings on the decree itself, not on a service. */
  decreeFindings: FindingRow[];
  /** What is judged once a decree (its slug), in the order of the instrument. */
  decreeVerdicts: (UnitVerdictView & { decree: string })[];
  options: FilterOptions;
}

/** Who uses a service. */
export interface ServiceUser {
  /** Null where no text speaks for anybody. */
  pengguna: Pengguna | null;
  /** False: as proposed from the text. */
  confirmed: boolean;
}

export interface MatrixService {
  service: ServiceRef;
  user: ServiceUser;
  /** As printed; null where none. */
  printedNo: string | null;
  line: number;
  decree: DecreeRef;
  cells: Cells;
  completeness: Completeness;
  /** Null: belum dinilai. */
  levels: Record<ComponentKey, Level | null>;
  /** Components on which a person's level counts that is not the machine's. */
  overruled: ComponentKey[];
  substance: Substance;
  review: ReviewCount;
}

export interface MatrixGroup {
  bagian: BagianRef;
  services: MatrixService[];
  absent: number;
  unreadable: number;
  substance: Substance;
}

export interface MatrixView {
  regency: RegencyRef;
  /** The bagian asked for; null for the whole regency. */
  bagian: BagianRef | null;
  groups: MatrixGroup[];
  summary: GroupSummary;
  /** Other bagian of the regency, for onward links. */
  siblings: BagianRef[];
  /** Where one bagian is asked for: what is judged once for all its services, a decree at a time. */
  units: { decree: DecreeRef; verdicts: UnitVerdictView[] }[];
  options: FilterOptions;
}

export interface ServiceComponent {
  key: ComponentKey;
  cell: Cell;
  /** As printed; null where lost or absent. */
  label: string | null;
  /** Null where absent, and where only facts are kept. */
  text: string | null;
  confidence: number | null;
  facts: StoredFacts;
  /** Of both kinds. */
  findings: FindingRow[];
  /** The level that counts. Null: belum dinilai. */
  level: Level | null;
  /** What a person said of it, where a finished review stands on this very text; beside the machine's. */
  judged: HumanVerdict | null;
  /** In the order of the instrument; none where the component is not there. */
  criteria: CriterionView[];
  /** Up to three, where this component is below level 3. */
  examples: ExampleView[];
}

/** A person's verdict on a component, reviewed by another, beside the machine's. */
export interface HumanVerdict {
  assessmentId: string;
  level: Level;
  machine: Level | null;
  /** The machine's verdict kept, or changed. */
  kind: "tetap" | "ubah" | "jawab";
  reason: string;
  by: string;
  /** UTC. */
  at: string;
  reviewedBy: string;
  reviewedAt: string;
}

export interface ServiceView {
  regency: RegencyRef;
  bagian: BagianRef;
  service: ServiceRef;
  /** `by` and `at` (UTC): the person who confirmed it, and when. */
  user: ServiceUser & { by: string | null; at: string | null };
  /** Users a year, where somebody said it. */
  volume: number | null;
  decree: DecreeRef;
  /** People corrected what the reader read of it. */
  corrected: boolean;
  /** Name, number and bagian as this decree prints them. */
  printed: { no: string | null; name: string; bagian: string | null; line: number };
  completeness: Completeness;
  substance: Substance;
  review: ReviewCount;
  /** What is judged once for its bagian, and for its decree. */
  units: UnitVerdictView[];
  /** What it cites, in order, held against the register for the day of signing and for today. */
  legalBasis: CitationView[];
  /** All 14, in the order of the registry. */
  components: ServiceComponent[];
  /** Version of the scorer whose verdicts these are; null where it was not scored. */
  scorer: string | null;
  /** Findings on the service as a whole. */
  findings: FindingRow[];
  /** The same table printed again in the same decree. */
  printedAgain: { line: number }[];
  /** Other texts in which this service stands, newest first. */
  otherTexts: { decree: DecreeRef; line: number }[];
  previous: ServiceRef | null;
  next: ServiceRef | null;
}

export interface FindingRow {
  id: string;
  code: AnyFindingCode;
  severity: Severity;
  component: ComponentKey | null;
  /** Empty where only facts are kept. */
  message: string;
  lines: LineRange | null;
  regency: RegencyRef;
  bagian: BagianRef | null;
  /** Null where the finding is on the decree. */
  service: ServiceRef | null;
  decree: DecreeRef;
  kind: FindingKindName;
  /** To be asked (*perlu konfirmasi*), never charged. */
  question: boolean;
  /** The bagian, as printed, that a finding on a whole unit is about. */
  unit: string | null;
  /** Unmet criterion; null of kelengkapan, and where comparison found it. */
  criterion: string | null;
  /** What is wrong, without the quote; null of kelengkapan, and where only facts are kept. */
  reason: string | null;
  quote: string | null;
  /** The service from which the words came, or with which they clash. */
  source: { service: ServiceRef; line: number } | null;
  /** It was sent to its bagian and is not closed; left out where nobody asked. */
  sent?: { id: string; no: number; due: string };
}

/** Kelengkapan: found by the reader. Substansi: found by the scorer. */
export type FindingKindName = "kelengkapan" | "substansi";

export interface FindingsView {
  rows: FindingRow[];
  total: number;
  page: number;
  pages: number;
  byCode: FindingCount[];
  /** Of the whole selection. */
  byKind: Record<FindingKindName, number>;
  /** Pairs of component and code, most first. */
  byPair: { component: ComponentKey | null; code: AnyFindingCode; count: number }[];
  byRegency: { regency: RegencyRef; count: number }[];
  /** What stands beside the findings of the selection, whichever kind of finding is asked for. */
  apart: FindingCount[];
  /** Of the verdicts on the services of the selection, whatever finding, component or level is asked for. */
  review: ReviewCount;
  /** What the page can filter by, whatever filter is set: regencies with a naskah, and their bagian by slug, each slug once. */
  places: { regencies: RegencyRef[]; bagian: BagianRef[] };
  options: FilterOptions;
}

/** Owner of a line or of a part of it. */
export interface LineOwner {
  role: LineRole;
  /** Null outside a service, and for a table that is not in the register's current state. */
  service: ServiceRef | null;
  /** Name as printed. */
  printedName: string | null;
  component: ComponentKey | null;
}

export interface LineSpan extends LineOwner {
  /** Columns of `text`, `to` excluded. */
  from: number;
  to: number;
}

export interface NaskahLine {
  line: number;
  text: string;
  /** Empty for a blank line. */
  spans: LineSpan[];
}

export interface NaskahSegment {
  kind: "layanan" | "tanpa_pemilik";
  lines: LineRange;
  service: ServiceRef | null;
  /** Page on which its first line stands. */
  page: number;
}

export interface NaskahView {
  regency: RegencyRef;
  decree: DecreeSummary;
  /** All versions of this decree, newest first. */
  versions: { version: number; storedAt: string; factsOnly: boolean }[];
  /** True where an older text than the one in force is shown. */
  superseded: boolean;
  page: number;
  pages: LineRange[];
  /** None where only facts are kept. */
  lines: NaskahLine[];
  /** The whole text as a strip: services and lines without owner, in order. */
  strip: NaskahSegment[];
}

export interface SearchHit {
  line: number;
  text: string;
  page: number;
  owner: LineOwner | null;
}

export interface SearchView {
  regency: RegencyRef;
  decree: DecreeRef;
  query: string;
  total: number;
  /** At most 200. */
  hits: SearchHit[];
}

export interface NaskahListRow extends DecreeSummary {
  regency: RegencyRef;
  inForce: boolean;
}

export type DeclaredState = "cocok" | "nama_berbeda" | "tanpa_tabel" | "di_luar_daftar";

export interface DeclaredRow {
  state: DeclaredState;
  /** As the list prints it; null where a table stands outside the list. */
  declared: { bagian: string | null; name: string } | null;
  printed: { bagian: string | null; name: string; line: number; service: ServiceRef | null } | null;
}

export interface DeclaredView {
  regency: RegencyRef;
  decree: DecreeRef;
  /** Mismatches first, then in the order of the list. */
  rows: DeclaredRow[];
  counts: Record<DeclaredState, number>;
}

export type UploadStep = "antre" | "pratinjau" | "ditolak" | "tersimpan" | "dibuang";

/** How a table finds its service: known by name and bagian, proposed by likeness, new, or a repeat of an earlier table. */
export type LinkKind = "sama" | "usul" | "baru" | "ganda";

export interface PreviewService {
  ordinal: number;
  no: string | null;
  name: string;
  bagian: string | null;
  line: number;
  cells: Cells;
  completeness: Completeness;
  link: { kind: LinkKind; service: ServiceRef | null; bagian: string | null };
}

/** What must be given before a decree can be stored. */
export type DecreeField = "regency" | "issuer" | "number" | "year";

export interface PreviewDecree {
  /** Place in the file, 0-based. */
  index: number;
  /** As read, or as the register knows it; null where the user must say. */
  regencyName: string | null;
  /** Null where the regency is not in the register yet: it will be added. */
  regency: RegencyRef | null;
  /** A regency that will be added and whose time zone its name does not tell: a person is asked for it. */
  asksZone: boolean;
  issuer: string | null;
  number: string | null;
  numberAnnex: string | null;
  year: number | null;
  signed: string | null;
  lines: LineRange;
  /** Could not be read: the user must fill these in. */
  needs: DecreeField[];
  /** `sama`: this very text is stored already. `versi`: a newer text of a known decree. */
  status: { kind: "baru" | "versi" | "sama"; version: number; since: string | null };
  coverage: CoverageCount;
  unassigned: LineRange[];
  services: PreviewService[];
  declared: DeclaredRow[];
  findings: FindingCount[];
}

export interface UploadOutcome {
  /** In Indonesian, with the way out where there is one. */
  message: string;
  stored: {
    regency: RegencyRef;
    decree: DecreeRef;
    kind: "baru" | "versi" | "sama";
    services: number;
    /** Services of the register: linked to a known one, proposed and taken over, new. */
    linked: number;
    proposed: number;
    added: number;
  }[];
}

export interface UploadView {
  id: string;
  name: string;
  /** Bytes. */
  size: number;
  step: UploadStep;
  at: string;
  by: string;
  /** Latest job on this upload, for /pekerjaan/:id. */
  jobId: string | null;
  lines: number | null;
  /** Set once refused or stored. */
  outcome: UploadOutcome | null;
  decrees: PreviewDecree[];
  /** Findings on the file as a whole. */
  fileFindings: { code: AnyFindingCode; severity: Severity; message: string; lines: LineRange | null }[];
}

export interface JobView {
  id: string;
  kind: string;
  state: "antre" | "jalan" | "selesai" | "gagal";
  label: string;
  done: number;
  total: number;
  /** Set once failed. */
  message: string | null;
  /** Where to go once it is done. */
  next: string | null;
  at: string;
}
