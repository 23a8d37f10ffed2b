import { median } from "d3-array";
import { monthsOf, periodBefore } from "../survey/months.ts";
import {
  daysToClose,
  enteredOn,
  isOpen,
  STATUSES,
  type Status,
  standingOn,
  statusOn,
  type Timeline,
} from "./timeline.ts";

export type StatusCounts = Record<Status, number>;

/** First and last day of a quarter, and the last day of the one before. */
export interface QuarterDays {
  first: string;
  last: string;
  before: string;
}

const QUARTER = /^\d{4}-TW[1-4]$/;

const lastDayOf = (month: string): string => {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return `${month}-${new Date(Date.UTC(year, number, 0)).getUTCDate()}`;
};

/** The days of a quarter as periods spell it (`2026-TW3`); null where the text is none. */
export const quarterDays = (quarter: string): QuarterDays | null => {
  const months = QUARTER.test(quarter) ? monthsOf(quarter) : null;
  const earlier = months && monthsOf(periodBefore(quarter) ?? "");
  return months && earlier
    ? { first: `${months.from}-01`, last: lastDayOf(months.to), before: lastDayOf(earlier.to) }
    : null;
};

/** The quarter in which a day lies. */
export const quarterOf = (day: string): string =>
  `${day.slice(0, 4)}-TW${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/**
 * Realisasi of one quarter, as PEKPPP asks of the follow-up to a survey: which share was done (indicator 8), and how fast
 * (indicator 9). What exactly is divided by what is our reading: the instrument was seen by its titles alone.
 */
export interface QuarterFigures {
  quarter: string;
  /** Told as of this day: the quarter's last, or today while it runs. */
  day: string;
  /** The quarter has not ended. */
  running: boolean;
  /** Planned within the quarter. */
  planned: number;
  /** Everything planned by `day`, as it stood then. */
  counts: StatusCounts;
  /** Due within the quarter, by the date that stood on `day`, without what was cancelled. */
  due: number;
  /** Of these, done by `day`. */
  done: number;
  /** Of these, done no later than the due date. */
  onTime: number;
  /** Were due within the quarter at some time of it and are due later now: in no share. */
  moved: number;
  /** Finished within the quarter, whenever due. */
  closed: number;
  /** Cancelled within the quarter. */
  cancelled: number;
  /** Of what was finished within the quarter, days from planning to the end; null where nothing was. */
  medianDays: number | null;
}

/** Counts by status; every status is there. */
export const countStatuses = (statuses: readonly (Status | null)[]): StatusCounts =>
  Object.fromEntries(
    STATUSES.map((status) => [status, statuses.filter((one) => one === status).length]),
  ) as StatusCounts;

/**
 * @param today the date where the regency lies; a quarter that has not begun by then has no figures
 * @returns null where the text names no quarter, or one that has not begun
 */
export const figuresOfQuarter = (
  timelines: readonly Timeline[],
  quarter: string,
  today: string,
): QuarterFigures | null => {
  const days = quarterDays(quarter);
  if (!days || today < days.first) return null;
  const day = today < days.last ? today : days.last;
  const inside = (date: string | null): date is string =>
    date !== null && days.first <= date && date <= days.last;
  const known = timelines.filter((timeline) => standingOn(timeline, day));
  const due = known.filter((timeline) => {
    const step = standingOn(timeline, day);
    return step !== null && step.state !== "batal" && inside(step.due);
  });
  const doneOn = (timeline: Timeline) => enteredOn(timeline, "selesai", day);
  const done = due.filter((timeline) => doneOn(timeline) !== null);
  const closed = known.filter((timeline) => inside(doneOn(timeline)));
  return {
    quarter,
    day,
    running: today <= days.last,
    planned: known.filter(([first]) => inside(first.day)).length,
    counts: countStatuses(known.map((timeline) => statusOn(timeline, day))),
    due: due.length,
    done: done.length,
    onTime: done.filter(
      (timeline) => (doneOn(timeline) ?? "") <= (standingOn(timeline, day) as Timeline[0]).due,
    ).length,
    moved: known.filter((timeline) => wasMoved(timeline, days, day)).length,
    closed: closed.length,
    cancelled: known.filter((timeline) => inside(enteredOn(timeline, "batal", day))).length,
    medianDays: median(closed.flatMap((timeline) => daysToClose(timeline, day) ?? [])) ?? null,
  };
};

/** Was it due within the quarter at some time of the quarter, and is due after it as of `day`? */
const wasMoved = (timeline: Timeline, { first, last, before }: QuarterDays, day: string): boolean => {
  const now = standingOn(timeline, day);
  if (!now || now.state === "batal" || now.due <= last) return false;
  const moments = [
    before,
    ...timeline.flatMap((step) => (step.day >= first && step.day <= day ? step.day : [])),
  ];
  return moments.some((moment) => {
    const step = standingOn(timeline, moment);
    return step !== null && first <= step.due && step.due <= last;
  });
};

/** What was promised when a quarter began: everything open on the last day of the quarter before, and its status on `day`. */
export const promisedBefore = <Row extends { timeline: Timeline }>(
  rows: readonly Row[],
  quarter: string,
  day: string,
): { row: Row; status: Status }[] => {
  const days = quarterDays(quarter);
  if (!days) return [];
  return rows.flatMap((row) => {
    const then = standingOn(row.timeline, days.before);
    const status = statusOn(row.timeline, day);
    return then && isOpen(then) && status ? [{ row, status }] : [];
  });
};
