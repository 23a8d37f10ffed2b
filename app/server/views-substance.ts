import type { Regulation } from "#app/instruments/regulations.ts";
import type { ComponentKey } from "#app/reader/components.ts";
import type { LineRange } from "#app/reader/schema.ts";
import type { LegalFault } from "#app/scoring/legal/judge.ts";
import type { Standing } from "#app/scoring/legal/register.ts";
import type { StoredLevel } from "#db/schema.ts";
import type {
  BagianRef,
  DecreeRef,
  FilterOptions,
  FindingCount,
  RegencyRef,
  ServiceRef,
} from "./views-refs.ts";

/** What substance comes to on pages. Apart from kelengkapan: no figure here is ever added to one of there. */

/** 0 tidak ada, 1 isi belum tepat, 2 inti terpenuhi, 3 lengkap dan terukur; T tidak terbaca. */
export type Level = StoredLevel;
/** A value of the filter `tingkat`. */
export type LevelFilter = Level | "belum";

/** Components, or services by one component, counted by level. T and what is not judged stand outside every denominator. */
export interface LevelTally {
  "0": number;
  "1": number;
  "2": number;
  "3": number;
  T: number;
  /** Belum dinilai. */
  unjudged: number;
}

/** "20 dari 112 komponen bermasalah": levels 0-1 of levels 0-3. */
export interface ProblemCount {
  problems: number;
  judged: number;
  unreadable: number;
}

export interface Substance {
  levels: LevelTally;
  all: ProblemCount;
  /** The 6 public components. */
  public: ProblemCount;
}

/** "x dari y putusan telah direviu": y are the levels 0-3 that count. */
export interface ReviewCount {
  reviewed: number;
  verdicts: number;
}

export interface SubstanceSummary extends Substance {
  /** Services with at least one component judged or unreadable. */
  judgedServices: number;
  /** No component at level 0 or 1, and none unreadable. */
  free: number;
  /** No component at level 0 or 1, but at least one unreadable: cannot be said to be free of problems. */
  uncertain: number;
  /** Services by the level of each component. */
  byComponent: Record<ComponentKey, LevelTally>;
  /** The scorer's findings by code, most first. */
  findings: FindingCount[];
  review: ReviewCount;
}

/** A family of bagian over all regencies shown, invented ones left out. `slug` null: bagian of no family. */
export interface FamilyRow {
  slug: string | null;
  name: string | null;
  services: number;
  substance: SubstanceSummary;
}

/** One criterion on a component of a service. */
export interface CriterionView {
  id: string;
  /** Indonesian, as a statement that is true of a good standard; "" where its instrument no longer has it. */
  sentence: string;
  kind: "norma" | "praktik" | null;
  /** Regulation and article; null for `praktik`. */
  source: string | null;
  /** Null where the question does not arise. */
  met: boolean | null;
  reason: string;
  /** Null where nothing is quoted, and where only facts are kept: "teks belum diunggah". */
  quote: string | null;
  lines: LineRange | null;
}

/** A criterion on the bagian or on the decree. */
export interface UnitVerdictView extends CriterionView {
  of: "bagian" | "keputusan";
}

/** A text of the same component at level 3, of the same kind of service elsewhere. */
export interface ExampleView {
  regency: RegencyRef;
  bagian: BagianRef;
  service: ServiceRef;
  decree: DecreeRef;
  text: string;
  lines: LineRange | null;
}

export interface ComponentPlace {
  regency: RegencyRef;
  /** Null: the whole regency. */
  bagian: BagianRef | null;
  services: number;
  levels: LevelTally;
}

export interface ComponentView {
  component: ComponentKey;
  /** Services of the selection by level, invented regencies left out. */
  levels: LevelTally;
  regencies: ComponentPlace[];
  bagian: ComponentPlace[];
  /** Findings on this component, by code: the reader's and the scorer's apart. */
  completenessFindings: FindingCount[];
  substanceFindings: FindingCount[];
  /** Of the verdicts behind `levels`. */
  review: ReviewCount;
  /** Up to three texts at level 3, from different regencies where there are. */
  examples: ExampleView[];
}

/** How one citation stands: on the day its decree was signed, and since. */
export interface LegalStanding {
  /**
   * `revoked`: no longer in force when the decree was signed. `miscited`: number and year belong to another title.
   * `outdated`: revoked after the signing, by the day on which the page is asked for. Null: nothing is to be said.
   */
  fault: LegalFault | null;
  /** True: temuan. False: perlu konfirmasi, to be asked and never charged (and where there is no fault). */
  certain: boolean;
  /** What should stand there, where that is known: "UU 20/2023". */
  instead: readonly string[];
  /** First day on which it was no longer in force, and what revoked it; null and none where it was not revoked. */
  since: string | null;
  by: readonly string[];
}

/** A regulation in the legal basis of one service, in the order of the list. */
export interface CitationView extends LegalStanding {
  /** Null where type, number or year can't be read. */
  key: string | null;
  /** "UU Nomor 23 Tahun 2014"; "" where nothing could be read. */
  name: string;
  title: string | null;
  /** Place, in this list, of the citation that this one amends. */
  amends: number | null;
}

/** Services by what is to be said of their citation: charged, and only asked. */
export interface FaultCount {
  findings: number;
  toConfirm: number;
}

/** Where a regulation is cited. */
export interface CitationPlace extends LegalStanding {
  /** The regulation that the text says this one amends: "UU Nomor 23 Tahun 2014"; null where it is a basis itself. */
  amends: string | null;
  regency: RegencyRef;
  bagian: BagianRef;
  service: ServiceRef;
  decree: DecreeRef;
  lines: LineRange | null;
}

/** Services whose citation of a regulation stands alike. */
export interface StandingCount extends Pick<LegalStanding, "fault" | "certain" | "instead"> {
  services: number;
}

export interface RegulationRow {
  /** Null where type, number or year can't be read. */
  key: string | null;
  type: string | null;
  number: string | null;
  year: number | null;
  /** "UU Nomor 23 Tahun 2014", or as much of it as could be read. */
  name: string;
  /** Of the register, else as printed. */
  title: string | null;
  /** What the register can say of it at all; null where it can't be read. */
  standing: Standing | null;
  /** What the register knows of it; null for regional and unknown ones. */
  status: Regulation["status"] | null;
  /** Seen in a source; false: what is said of it is from memory. */
  verified: boolean;
  /** What should stand in its place, where that is known. */
  instead: readonly string[];
  /** Held against the day each decree was signed: revoked by then, or wrongly cited. */
  onSigning: FaultCount;
  /** Revoked between signing and today. */
  later: FaultCount;
  /** Services that cite it; each once. */
  services: number;
  /** The same services by how their citation stands; of one that cites it twice, by what weighs most. */
  standings: readonly StandingCount[];
}

/** One regulation opened. */
export interface RegulationDetail {
  /** In the order of regency and decree; of a service that cites it twice, the citation of which something is to be said. */
  cited: CitationPlace[];
  /** Regulations that are cited as having amended it, most first. */
  amendedBy: { key: string | null; name: string; services: number }[];
}

export interface RegulationsView {
  /** Most cited first. */
  regulations: RegulationRow[];
  /** Those of the services, by name. */
  regencies: RegencyRef[];
  /** Services of the selection, and those among them without any citation that could be read. */
  services: number;
  withoutCitation: number;
  /** Regulations with at least one such citation; one with both counts as finding. */
  onSigning: FaultCount;
  later: FaultCount;
  /** Edition of the register that they were held against. */
  edition: string;
  /** Of the verdicts on the services. */
  review: ReviewCount;
  /** What the page can filter by. */
  places: { regencies: RegencyRef[]; bagian: BagianRef[] };
  options: FilterOptions;
}
