import type { ZoneName } from "../../format/dates.ts";
import type { ComponentKey } from "../../reader/components.ts";
import type { LineRange } from "../../reader/schema.ts";

/**
 * Matriks semula–menjadi of one bagian: what its standards say, what is wrong with it, and the frame of a new text. The
 * page, the paper and the tables are all made from this; it is plain data, so that it can be kept as it was.
 */

/** What is wrong with a component, in words of ours. */
export interface Problem {
  /** Kind, as the registry of findings names it. */
  label: string;
  words: string;
  /** The words of the decree at fault; null where something is lacking, and where only facts are kept. */
  quote: string | null;
  remedy: string;
  /** Id of the unmet criterion; null where the reader or a comparison found it. */
  criterion: string | null;
}

/** A component as it was read and judged. */
export interface JudgedComponent {
  key: ComponentKey;
  /** T: tidak terbaca. Null: belum dinilai. */
  level: 0 | 1 | 2 | 3 | "T" | null;
  /** Null where absent, and where only facts are kept. */
  text: string | null;
  lines: LineRange | null;
  /** Those that the standard itself causes. Damage by the scan is no problem of the bagian. */
  problems: readonly Problem[];
  /** Criteria that are not met, of the core and beyond. */
  unmet: readonly { criterion: string; reason: string; quote: string | null }[];
  /** The scan took a part of it. */
  damaged: boolean;
}

export interface JudgedService {
  /** Leading number of its address. */
  no: number;
  slug: string;
  name: string;
  /** Number and first line as printed in its decree. */
  printedNo: string | null;
  line: number;
  /** Place of its decree in `decrees`. */
  decree: number;
  /** On the service as a whole: its name, its place in the list, a second table. */
  problems: readonly Problem[];
  /** All 14, in the order of the decree. */
  components: readonly JudgedComponent[];
}

export interface RevisionDecree {
  slug: string;
  version: number;
  /** "Keputusan Bupati Nomor 060/17 Tahun 2025". */
  name: string;
  /** `YYYY-MM-DD`; null where it can't be read. */
  signed: string | null;
  /** Only the reading's facts are stored, not its sentences. */
  factsOnly: boolean;
}

export interface RevisionInput {
  regency: { slug: string; name: string; zone: ZoneName };
  /** Null where the decree names none. */
  bagian: { slug: string; name: string | null };
  decrees: readonly RevisionDecree[];
  /** In the order of the decree. */
  services: readonly JudgedService[];
  /** Sentences on the status of the figures. */
  status: readonly string[];
  /** UTC ISO. */
  at: string;
}

/** A component that is to be written anew. */
export interface RevisionRow {
  key: ComponentKey;
  level: JudgedComponent["level"];
  /** What stands there; null where nothing stands, or `factsOnly`. */
  text: string | null;
  factsOnly: boolean;
  lines: LineRange | null;
  problems: readonly Problem[];
  /** What a good text does, as criteria say it. */
  wanted: readonly string[];
  /** Frame of the new text; brackets are to be filled in. */
  draft: readonly string[];
  /** What the demand rests on; our own measures are named as such. */
  basis: readonly string[];
}

export interface RevisionService {
  no: number;
  slug: string;
  name: string;
  printedNo: string | null;
  line: number;
  decree: RevisionDecree;
  problems: readonly Problem[];
  rows: readonly RevisionRow[];
  /** Components that need no change. */
  unchanged: readonly ComponentKey[];
  /** Components of which nothing, or not all, can be read: to be held against the original. */
  unreadable: readonly { key: ComponentKey; lines: LineRange | null }[];
  /** Components without verdict. */
  unjudged: readonly ComponentKey[];
}

export interface RevisionPair {
  /** Null for what is on the service as a whole. */
  key: ComponentKey | null;
  label: string;
  remedy: string;
  /** Services with it, in the order of the decree. */
  services: readonly { no: number; slug: string; name: string }[];
}

export interface Revision {
  regency: RevisionInput["regency"];
  bagian: RevisionInput["bagian"];
  decrees: readonly RevisionDecree[];
  status: readonly string[];
  at: string;
  services: readonly RevisionService[];
  /** Kinds of problems by component, those of most services first. */
  pairs: readonly RevisionPair[];
  counts: {
    services: number;
    /** Components to be written anew, of those judged. */
    rows: number;
    judged: number;
    /** Components outside every count. */
    unreadable: number;
    unjudged: number;
    /** Services in which a component is to be written anew. */
    affected: number;
  };
}
