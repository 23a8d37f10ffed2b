import { causeWords, NO_CAUSE } from "#app/followup/origin.ts";
import { isOpen } from "#app/followup/timeline.ts";
import type { ActionInput, FollowUpInput } from "#app/reports/quarter/input.ts";
import type { Db } from "#db/connection.ts";
import { listActions, stepsOf } from "#db/queries/actions.ts";
import type { Scope } from "#db/scope.ts";
import { followUpOfQuarter } from "../followup/quarter.server.ts";
import { type ActionView, actionViews, byUrgency } from "../followup/views.ts";
import type { RegencyRef } from "../views.ts";

/** An open action on a service: who answers for it, and when it is due. */
export interface OpenAction {
  serviceNo: number;
  owner: string;
  due: string;
}

export interface QuarterActions {
  followUp: FollowUpInput;
  open: OpenAction[];
}

const actionOf = (action: ActionView): ActionInput => ({
  no: action.no,
  what: action.service ? `${action.title} (${action.service.name})` : action.title,
  origin: causeWords(action.origin) ?? NO_CAUSE,
  owner: ownerOf(action),
  due: action.due,
  status: action.status,
  daysLate: action.late,
  proofs: action.proofs,
  obstacle: action.obstacles ?? "",
});

const ownerOf = ({ ownerTitle, bagian }: ActionView): string =>
  ownerTitle !== "" ? ownerTitle : (bagian?.name ?? "Sekretariat Daerah");

/** The follow-up of a quarter as its page and report tell it; null for a period that is no quarter or has not begun. */
export const quarterActions = async (
  db: Db,
  scope: Scope,
  regency: RegencyRef,
  period: string,
): Promise<QuarterActions | null> => {
  const quarter = await followUpOfQuarter(db, scope, regency, period);
  if (!quarter) return null;
  const { figures, late, oldestOpen, promised } = quarter;
  const [rows, steps] = await Promise.all([
    listActions(db.read, scope, regency.r),
    stepsOf(db.read, scope, regency.r),
  ]);
  const all = actionViews(rows, steps, figures.day).sort(byUrgency);
  return {
    followUp: {
      counts: figures.counts,
      due: figures.due,
      done: figures.done,
      medianDays: figures.medianDays,
      oldestOpen: oldestOpen && { what: oldestOpen.action.title, days: oldestOpen.days },
      late: late.map(actionOf),
      promised: promised.rows.map(actionOf),
      all: all.map(actionOf),
    },
    open: all.flatMap((action) =>
      action.service && isOpen(action)
        ? [{ serviceNo: action.service.no, owner: ownerOf(action), due: action.due }]
        : [],
    ),
  };
};
