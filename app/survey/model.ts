import type { EditionId, UnsurKey } from "./editions.ts";
import type { SkmRejected } from "./schema.ts";

/** What storage takes from a reading: rows one at a time, and the histograms from which every figure follows. */

export const AGE_BANDS = ["<17", "17-25", "26-35", "36-45", "46-55", "56-65", ">65"] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

/** Marginal groups; never crossed with one another. `all` has the one value `""`. */
export const GROUP_KEYS = ["all", "sex", "age", "education", "occupation"] as const;
export type GroupKey = (typeof GROUP_KEYS)[number];

/** Values are canonical (`L`, `P`; an age band; `SMA`; `PNS`), null where blank or not understood. */
export interface Profile {
  sex: "L" | "P" | null;
  age: AgeBand | null;
  education: string | null;
  occupation: string | null;
}

/** Where a row belongs, spelled as first printed in the file; null where the file does not say. */
export interface Place {
  regency: string | null;
  bagian: string | null;
  service: string | null;
  period: string | null;
}

/** One accepted respondent. Personal cells are never part of it. */
export interface SurveyResponse {
  /** Shared by respondents whose place and day are printed alike, as `profile` is: what is made of one holds for all. */
  place: Place;
  /** 1-based row of the table; of the first answer in long form. */
  row: number;
  /** Scores in hundredths (400 = 4), in the order of the edition's unsur; null where blank. */
  scores: (number | null)[];
  profile: Profile;
  /** Local date as printed, `YYYY-MM-DD`. */
  date: string | null;
  /** Local time as printed, `HH:MM:SS`; null where no time of day is given. */
  time: string | null;
  /** What makes the row the same row when sent again: its submission id, or all its cells with a timestamp; else null. */
  identity: string | null;
  /** Suggestion with telephone numbers and e-mail addresses masked. */
  saran: string | null;
}

/** Takes rows while they are read. Called in the order of the table; nothing is kept by the reader. */
export interface SurveySink {
  response?: (response: SurveyResponse) => void;
  rejected?: (rejected: SkmRejected) => void;
}

/** `hist`: how many gave a score (hundredths) to an unsur. */
export interface HistRow {
  unsur: UnsurKey;
  score: number;
  n: number;
}

/** `hist_total`: how many respondents have this sum (hundredths) over this many answered unsur; `flat`: all equal. */
export interface HistTotalRow {
  sum: number;
  answered: number;
  flat: boolean;
  n: number;
}

/** Both histograms of one cell: service × months × group × value. */
export interface Histograms {
  edition: EditionId;
  hist: HistRow[];
  hist_total: HistTotalRow[];
}
