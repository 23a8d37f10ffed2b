/** How a promised action stood, day by day. Pure: days are `YYYY-MM-DD` text, which compares as it sorts. */

export const ACTION_STATES = ["rencana", "berjalan", "selesai", "batal"] as const;
export type ActionState = (typeof ACTION_STATES)[number];

/** What a page calls an action. *Terlambat* is never stored: it is rencana or berjalan with its due date gone by. */
export const STATUSES = ["terlambat", "berjalan", "rencana", "selesai", "batal"] as const;
export type Status = (typeof STATUSES)[number];

/** How an action stands from this day on, until the next step. */
export interface Step {
  day: string;
  state: ActionState;
  due: string;
}

/** From the day of planning on; days never go back. Two steps of one day: the later one counts. */
export type Timeline = readonly [Step, ...Step[]];

/** How it stood at the end of a day; null before it was planned. */
export const standingOn = (timeline: Timeline, day: string): Step | null =>
  timeline.findLast((step) => step.day <= day) ?? null;

export const isOpen = ({ state }: Pick<Step, "state">): boolean =>
  state === "rencana" || state === "berjalan";

/** Open, and the last day for it lies before this one: on the due date itself nothing is late. */
export const isLate = (step: Pick<Step, "state" | "due">, day: string): boolean =>
  isOpen(step) && step.due < day;

/** What it was called on a day; null before it was planned. */
export const statusOn = (timeline: Timeline, day: string): Status | null => {
  const step = standingOn(timeline, day);
  if (!step) return null;
  return isLate(step, day) ? "terlambat" : step.state;
};

/**
 * The day on which it was finished (or cancelled), as it stood on `day`: of an action that was taken up again, the last
 * time. Null where it stood in another state.
 */
export const enteredOn = (timeline: Timeline, state: ActionState, day: string): string | null => {
  let entered: string | null = null;
  for (const step of timeline) {
    if (step.day > day) break;
    entered = step.state === state ? (entered ?? step.day) : null;
  }
  return entered;
};

const MILLIS_A_DAY = 86_400_000;

/** Whole days from one date to another: negative where the other lies before. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / MILLIS_A_DAY);

/** Days from planning to the end, as it stood on `day`; null where it was not finished. Done on the day of planning: 0. */
export const daysToClose = (timeline: Timeline, day: string): number | null => {
  const closed = enteredOn(timeline, "selesai", day);
  return closed === null ? null : daysBetween(timeline[0].day, closed);
};

/** Days by which the due date had gone by on `day`; null where it was not late. */
export const daysLate = (timeline: Timeline, day: string): number | null => {
  const step = standingOn(timeline, day);
  return step && isLate(step, day) ? daysBetween(step.due, day) : null;
};
