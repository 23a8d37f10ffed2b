import type { ComponentKey } from "#app/reader/components.ts";
import type { FindingCode, Severity } from "#app/reader/findings-registry.ts";
import type { LineRange, Span } from "#app/reader/schema.ts";
import type { ComponentState } from "#db/schema.ts";
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
  lines: LineRange;
  textHash: string;
  coverage: CutCoverage;
  declared: CutDeclared[];
  services: CutService[];
  findings: CutFinding[];
  /** The lines themselves; null where only facts are kept. */
  text: string[] | null;
  spans: Span[];
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
