import type { ComponentKey } from "#app/reader/components.ts";
import type { HeadFacts } from "#app/reader/decree/head-facts.ts";
import type { FindingCode, Severity } from "#app/reader/findings-registry.ts";
import type { DasarHukum, LineRange, Span } from "#app/reader/schema.ts";
import type { AnyFindingCode } from "#app/scoring/all-findings.ts";
import type { Pengguna } from "#app/scoring/pengguna.ts";
import type { Levels } from "#app/scoring/schema.ts";
import type { CitationFault, ComponentState } from "#db/schema.ts";
import type { CutCoverage, StoredFacts } from "./stored-json.ts";

/** A file's reading cut into its decrees, each with what belongs to it: what the database stores as one version. */
export interface CutDecree {
  /** Place in the file, 0-based. */
  index: number;
  regencyName: string | null;
  issuer: string | null;
  number: string | null;
  numberAnnex: string | null;
  year: number | null;
  signed: string | null;
  maklumat: boolean;
  /** What its considerations and diktum say; null where they are lost. */
  head: HeadFacts | null;
  lines: LineRange;
  textHash: string;
  coverage: CutCoverage;
  declared: CutDeclared[];
  services: CutService[];
  findings: CutFinding[];
  /** The lines themselves; null where only facts are kept. */
  text: string[] | null;
  spans: Span[];
  /** Null until scored: scoring waits for the other standards of the regency. Facts bring theirs along. */
  scores: CutScores | null;
}

/** What scoring says of one decree. */
export interface CutScores {
  scorer: string;
  instrument: { id: string; edition: string; hash: string };
  /** By ordinal of the table. */
  services: Map<number, CutServiceScore>;
  findings: CutSubstanceFinding[];
  units: CutUnitVerdict[];
}

export interface CutServiceScore {
  levels: Levels;
  verdicts: CutVerdict[];
  /** Regulations that the table cites, in order: each amendment after what it amends. */
  citations: CutCitation[];
  /** Lines of its legal basis; null where it has none. */
  basisLines: LineRange | null;
}

/** One cited regulation, judged for the day of signing; what was revoked later depends on the day that asks. */
export interface CutCitation extends DasarHukum {
  /** Place, among the citations of the table, of the one that this one amends. */
  amends: number | null;
  fault: CitationFault | null;
  /** False: to be asked, not charged. Null without a fault. */
  certain: boolean | null;
  /** What should stand there, where that is known: "UU 20/2023". */
  instead: readonly string[];
}

export interface CutVerdict {
  component: ComponentKey;
  criterion: string;
  met: boolean | null;
  reason: string | null;
  quote: string | null;
  lines: LineRange | null;
}

export interface CutUnitVerdict {
  of: "bagian" | "keputusan";
  /** As printed. */
  bagian: string | null;
  criterion: string;
  met: boolean | null;
  reason: string | null;
  quote: string | null;
  /** Ordinal of the table in which the quoted words stand. */
  service: number | null;
  lines: LineRange | null;
}

export interface CutSubstanceFinding {
  code: AnyFindingCode;
  severity: Severity;
  /** Ordinal of the table; null where the finding is on the decree. */
  service: number | null;
  component: ComponentKey | null;
  message: string;
  lines: LineRange | null;
  /** Ordinal of the table from which the words came, or with which they clash. */
  source: number | null;
  /** As printed, where the finding is on a whole bagian. */
  bagian: string | null;
  criterion: string | null;
  /** `message` without the quote: our own words. */
  reason: string | null;
  quote: string | null;
}

export interface CutDeclared {
  bagian: string | null;
  name: string;
  /** Ordinal of the table that answers to it. */
  service: number | null;
}

export interface CutService {
  /** Place among the tables of the file, 0-based. */
  ordinal: number;
  bagian: string | null;
  no: string | null;
  name: string;
  line: number;
  sameAs: number | null;
  contentHash: string | null;
  /** Who uses it, as its text proposes; null where nothing speaks for anybody. */
  pengguna: Pengguna | null;
  components: Record<ComponentKey, CutComponent>;
}

export interface CutComponent {
  state: ComponentState;
  label: string | null;
  text: string | null;
  lines: LineRange | null;
  confidence: number | null;
  facts: StoredFacts | null;
}

export interface CutFinding {
  code: FindingCode;
  severity: Severity;
  service: number | null;
  component: ComponentKey | null;
  message: string;
  lines: LineRange | null;
}
