import type { Db } from "#db/connection.ts";
import { openActions } from "#db/queries/actions.ts";
import { waitingAssignments } from "#db/queries/assignments.ts";
import type { Scope } from "#db/scope.ts";
import { regencyRefs } from "../lookup.server.ts";
import { todayIn } from "../today.ts";
import type { RegencyRef } from "../views.ts";

/** What of a regency waits for somebody, as counts. */
export interface WaitingFollowUp {
  regency: RegencyRef;
  /** Assignments to which the bagian owes an answer, and of these the ones whose date has gone by. */
  owed: number;
  owedLate: number;
  /** Answers that the penilai has not read. */
  answered: number;
  /** Actions whose date has gone by. */
  lateActions: number;
}

/** What waits in follow-up, by regency; those where nothing does are left out. Of the role bagian, its own. */
export const getWaitingFollowUp = async (db: Db, scope: Scope): Promise<WaitingFollowUp[]> => {
  const [regencies, assignments, actions] = await Promise.all([
    regencyRefs(db, scope),
    waitingAssignments(db.read, scope),
    openActions(db.read, scope),
  ]);
  return [...regencies.values()]
    .map((regency): WaitingFollowUp => {
      const today = todayIn(db, regency);
      const own = assignments.filter(({ r }) => r === regency.r);
      const owed = own.filter(({ state }) => state !== "dijawab");
      return {
        regency,
        owed: owed.length,
        owedLate: owed.filter(({ due }) => due < today).length,
        answered: own.length - owed.length,
        lateActions: actions.filter(({ r, due }) => r === regency.r && due < today).length,
      };
    })
    .filter(({ owed, answered, lateActions }) => owed + answered + lateActions > 0);
};
