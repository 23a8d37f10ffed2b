import {
  countStatuses,
  figuresOfQuarter,
  promisedBefore,
  type QuarterFigures,
  quarterDays,
  type StatusCounts,
} from "#app/followup/quarter.ts";
import { daysBetween, isOpen } from "#app/followup/timeline.ts";
import type { Db } from "#db/connection.ts";
import { listActions, stepsOf } from "#db/queries/actions.ts";
import type { Scope } from "#db/scope.ts";
import { todayIn } from "../today.ts";
import type { RegencyRef } from "../views.ts";
import { type ActionView, actionViews, byUrgency } from "./views.ts";

/** What a quarter's page tells of the follow-up, as of its last day or, while it runs, of today. */
export interface QuarterFollowUp {
  figures: QuarterFigures;
  /** The same figures of the actions that a weak unsur of the survey gave rise to: what PEKPPP 8 and 9 ask for. */
  ofSurvey: QuarterFigures;
  /** Late on that day, longest first. */
  late: ActionView[];
  /** Open on that day and planned first; null where nothing is open. `days`: since it was planned. */
  oldestOpen: { action: ActionView; days: number } | null;
  /** What was open when the quarter began, and what had become of it by that day. */
  promised: { total: number; became: StatusCounts; rows: ActionView[] };
}

/**
 * The follow-up of a regency in a quarter (`2026-TW3`). Every figure is made from the days of the actions' steps, so that a
 * quarter that is over keeps its figures, unless somebody enters a step with a day of that quarter. An account of the role bagian counts its own actions.
 * @returns null where the text names no quarter, or one that has not begun where the regency lies
 */
export const followUpOfQuarter = async (
  db: Db,
  scope: Scope,
  regency: Pick<RegencyRef, "r" | "zone">,
  quarter: string,
): Promise<QuarterFollowUp | null> => {
  const [rows, steps] = await Promise.all([
    listActions(db.read, scope, regency.r),
    stepsOf(db.read, scope, regency.r),
  ]);
  const today = todayIn(db, regency);
  const days = quarterDays(quarter);
  if (!days) return null;
  const views = actionViews(rows, steps, today < days.last ? today : days.last);
  const ofSurvey = views.filter(({ origin }) => origin.kind === "unsur");
  const figures = figuresOfQuarter(timelines(views), quarter, today);
  const surveyFigures = figuresOfQuarter(timelines(ofSurvey), quarter, today);
  if (!figures || !surveyFigures) return null;
  const promised = promisedBefore(views, quarter, figures.day);
  return {
    figures,
    ofSurvey: surveyFigures,
    late: views.filter(({ status }) => status === "terlambat").sort(byUrgency),
    oldestOpen: oldestOf(views, figures.day),
    promised: {
      total: promised.length,
      became: countStatuses(promised.map(({ status }) => status)),
      rows: promised.map(({ row }) => row).sort(byUrgency),
    },
  };
};

const timelines = (views: readonly ActionView[]) => views.map(({ timeline }) => timeline);

const oldestOf = (views: readonly ActionView[], day: string): QuarterFollowUp["oldestOpen"] => {
  const [action] = views.filter(isOpen).sort((a, b) => a.plannedOn.localeCompare(b.plannedOn) || a.no - b.no);
  return action ? { action, days: daysBetween(action.plannedOn, day) } : null;
};
