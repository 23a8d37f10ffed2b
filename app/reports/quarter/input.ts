import type { ZoneName } from "../../format/dates.ts";
import type { PriorityKind } from "../../promise/priorities.ts";
import type { ComponentKey } from "../../reader/components.ts";
import type { EditionId, UnsurKey } from "../../survey/editions.ts";
import type { Direction } from "../../survey/figures/interval.ts";

/**
 * Everything that the page of the leadership and the report are made of: figures as the use cases of their own pages gave
 * them. Nothing here is counted a second time.
 */
export interface QuarterInput {
  regency: { slug: string; name: string; shortName: string; zone: ZoneName; sample: boolean };
  /** As the survey spells it: `2025-TW2`; reports also take halves and years. */
  period: string;
  /** The day on which the figures were taken, where the regency lies: `YYYY-MM-DD`. */
  today: string;
  /** Null where nothing was surveyed in the period. */
  survey: SurveyInput | null;
  /** Newest period with answers; null where nothing was ever surveyed. */
  surveyedLast: string | null;
  /** In working order; of standards alone where nothing was surveyed. */
  priorities: readonly PriorityInput[];
  /** Null where the regency has no standard in force. */
  standards: StandardsInput | null;
  legal: readonly LegalInput[];
  /** Null where follow-up is not told of such a period. */
  followUp: FollowUpInput | null;
}

export interface Named {
  no: number;
  slug: string;
  name: string;
}

export interface ChangeInput {
  difference: number;
  direction: Direction;
}
type Ends = readonly [number, number];

/** Index of a place as its page shows it: two decimals, rounded once. */
export interface IndexInput {
  n: number;
  ikm: number | null;
  mutu: string | null;
  interval: Ends | null;
  change: ChangeInput | null;
}

export interface UnsurInput {
  key: UnsurKey;
  name: string;
  short: string;
  n: number;
  sum: number;
  counts: readonly [number, number, number, number] | null;
  nrr: number | null;
  nilai: number | null;
  mutu: string | null;
  interval: Ends | null;
  before: number | null;
  change: ChangeInput | null;
}

export interface SurveyInput extends IndexInput {
  edition: EditionId;
  kinerja: string | null;
  /** Unsur that nobody answered: while there is one, there is no index. */
  missing: readonly UnsurKey[];
  withoutCost: number | null;
  /** Krejcie-Morgan for the people served; null where nobody said how many. */
  target: number | null;
  population: number | null;
  unsur: readonly UnsurInput[];
  /** Period that changes are told against; null where there is none. */
  comparedWith: string | null;
  meanOfUnits: { ikm: number; mutu: string; units: number } | null;
  official: "gabungan" | "rata_unit";
  /** Levels at which answers hang; nothing is spread below them. */
  levels: readonly ("layanan" | "bagian" | "setda")[];
  /** Lower bound of mutu B in the edition. */
  bound: number;
  bands: readonly { mutu: string; from: number }[];
  bagian: readonly (IndexInput & { name: string; slug: string; services: number })[];
  services: readonly (IndexInput & Named & { bagian: string })[];
  profile: readonly { group: string; value: string; n: number; ikm: number | null }[];
  trend: readonly {
    period: string;
    n: number;
    ikm: number | null;
    mutu: string | null;
    interval: Ends | null;
    edition: string | null;
    belowTarget: boolean;
  }[];
  neverSurveyed: readonly (Named & { bagian: string })[];
  /** Of each unsur, the services with at least five answers, lowest first. `low`: surely below the bound. */
  behind: Partial<Record<UnsurKey, readonly (Named & { n: number; nilai: number; low: boolean })[]>>;
  otherEditions: readonly string[];
  /** Files without single answers, which stand apart. */
  aggregates: number;
}

export interface PriorityInput {
  service: Named;
  bagian: string;
  kind: PriorityKind;
  reason: string;
  deed: string;
  n: number;
  /** Of an action that names this service; null while nobody was named. */
  owner: string | null;
  /** `YYYY-MM-DD`. */
  due: string | null;
}

/** k of n. */
export interface Of {
  k: number;
  n: number;
}

export type LevelSign = "0" | "1" | "2" | "3" | "T";

export interface StandardsInput {
  services: number;
  /** With 14 of 14, of those that can be read whole or lack something. */
  complete: Of;
  /** None absent, but some unreadable: cannot be said to be complete. */
  uncertain: number;
  /** Services with a duration that can be measured, of those whose duration was judged. */
  measurable: Of;
  /** Services without a component at level 0 or 1, of those judged of which that can be said. */
  free: Of;
  problems: Of;
  publicProblems: Of;
  /** Verdicts that a person has reviewed. */
  review: Of;
  unreadable: number;
  unjudged: number;
  bagian: readonly {
    name: string;
    slug: string;
    services: number;
    complete: Of;
    measurable: Of;
    problems: Of;
    review: Of;
  }[];
  components: readonly { key: ComponentKey; levels: Readonly<Record<LevelSign, number>> }[];
  rows: readonly (Named & {
    bagian: string;
    levels: Readonly<Record<ComponentKey, LevelSign | null>>;
  })[];
  decrees: readonly {
    name: string;
    /** `YYYY-MM-DD`; null where it can't be read. */
    signed: string | null;
    /** Day on which its text came in, where the regency lies. */
    stored: string;
    version: number;
    factsOnly: boolean;
  }[];
  /** Lines of annexes without owner, of all that bear something. */
  unassigned: Of;
  /** The same counts in what was issued for the quarter before; null where nothing was. */
  before: StandardsBefore | null;
}

export interface StandardsBefore {
  period: string;
  complete: Of;
  measurable: Of;
  review: Of;
  free: Of;
}

/** A regulation that standards in force cite, as its page tells of it. */
export interface LegalInput {
  /** "UU Nomor 23 Tahun 2014". */
  name: string;
  title: string | null;
  /** How it stood on the day each decree was signed, and how it stands today. */
  onSigning: string;
  today: string;
  /** Services whose citation was wrong on that day: surely (temuan), and only to be asked (perlu konfirmasi). */
  charged: number;
  asked: number;
  instead: readonly string[];
  services: number;
  /** Seen in a source; false: what is said of it is from memory. */
  verified: boolean;
}

export type ActionStatus = "terlambat" | "berjalan" | "rencana" | "selesai" | "batal";

export interface ActionInput {
  no: number;
  what: string;
  origin: string;
  owner: string | null;
  due: string;
  status: ActionStatus;
  daysLate: number | null;
  proofs: number;
  obstacle: string;
}

export interface FollowUpInput {
  counts: Readonly<Record<ActionStatus, number>>;
  /** Due within the quarter, and of them done. */
  due: number;
  done: number;
  /** Median of days from planning to the end; null where nothing was finished. */
  medianDays: number | null;
  oldestOpen: { what: string; days: number } | null;
  late: readonly ActionInput[];
  /** What was open when the quarter began, as it stands now. */
  promised: readonly ActionInput[];
  /** Everything planned, for the table of plans. */
  all: readonly ActionInput[];
}
