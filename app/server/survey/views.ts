import type { EditionId } from "#app/survey/editions.ts";
import type { UnitKind } from "#db/schema-survey.ts";
import type { BagianRef, RegencyRef, ServiceRef } from "../views.ts";
import type { FeeSignal } from "./fees.ts";
import type { IndexView, Interval } from "./index-view.ts";

/** What the pages of the survey receive. */

/** What answers hang on, named for people. */
export type UnitRef =
  | { kind: "layanan"; service: ServiceRef; bagian: BagianRef | null }
  | { kind: "bagian"; bagian: BagianRef }
  | { kind: "setda" };

/** Lower bounds of mutu on the scale of the index, best first. */
export type EditionBands = readonly { mutu: string; from: number }[];

/** One unit's figures in a period. */
export interface UnitRow {
  unit: UnitRef;
  index: IndexView;
  /** Answers on the fee that contradict the standard; null where they agree or the standard says neither. */
  fee: FeeSignal | null;
}

/** A bagian with the services under it: their answers pooled, never the other way. */
export interface BagianSurvey {
  /** Null for services that stand under none. */
  bagian: BagianRef | null;
  index: IndexView;
  services: UnitRow[];
}

export interface TrendRow {
  period: string;
  /** Null where nothing was surveyed in this period. */
  ikm: number | null;
  mutu: string | null;
  interval: Interval | null;
  n: number;
  edition: EditionId | null;
  belowTarget: boolean;
}

export interface ProfileRow {
  /** Which marginal group: sex, age, education, occupation. */
  group: "sex" | "age" | "education" | "occupation";
  value: string;
  /** Groups of fewer than five people, put together. */
  joined: boolean;
  n: number;
  ikm: number | null;
}

export interface Suggestion {
  text: string;
  unit: UnitRef | null;
}

/** An aggregate that stands apart: a file without single answers. */
export interface AggregateRow {
  unit: UnitRef | null;
  fileName: string;
  n: number | null;
  ikm: number | null;
  mutu: string | null;
  unsur: { name: string; n: number | null; nrr: number; nilai: number; mutu: string }[];
}

/** Which of the two figures above the unit is the official one. */
export const OFFICIAL_INDICES = ["gabungan", "rata_unit"] as const;
export type OfficialIndex = (typeof OFFICIAL_INDICES)[number];

export interface SurveyView {
  regency: RegencyRef;
  /** Null on a page of the whole regency. */
  unit: UnitRef | null;
  /** Periods that can be chosen, newest first. */
  periods: string[];
  /** Null where nothing was ever surveyed. */
  period: string | null;
  comparedWith: string | null;
  sameLastYear: string | null;
  /** Levels at which answers of this period hang; nothing is spread below them. */
  levels: UnitKind[];
  /** Pooled over all respondents; null where this period has no single answers. */
  index: IndexView | null;
  /** Change against the same period one year earlier is in `yearIndex.change`. */
  yearIndex: IndexView | null;
  /** Plain mean of the indices of units, in how many; null on the page of one unit. */
  meanOfUnits: { ikm: number; mutu: string; units: number } | null;
  official: OfficialIndex;
  otherEditions: EditionId[];
  bagian: BagianSurvey[];
  /** Answers that hang on the whole secretariat. */
  whole: IndexView | null;
  aggregates: AggregateRow[];
  neverSurveyed: { service: ServiceRef; bagian: BagianRef | null }[];
  trend: TrendRow[];
  profile: ProfileRow[];
  suggestions: {
    rows: Suggestion[];
    total: number;
    page: number;
    pages: number;
    words: string;
    /** Units that fewer than five people answered: their suggestions are not among these. */
    hidden: number;
  };
  /** People served in the period, where an import said so. */
  population: number | null;
  /** Bands of the edition shown; of the newest where there is none. */
  bands: EditionBands;
}
