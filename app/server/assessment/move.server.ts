import { answersHash } from "#app/assessment/bound.ts";
import { MOVES, type Move, type MoveFacts, obstaclesTo } from "#app/assessment/states.ts";
import { change } from "#db/change.ts";
import type { Db, Reader } from "#db/connection.ts";
import {
  type AssessmentRow,
  judgementsOf,
  judgesOf,
  remarksOf,
  updateAssessment,
} from "#db/queries/assessments.ts";
import { itemsOfAssessment, roundById } from "#db/queries/review-rounds.ts";
import { type Actor, rolesIn } from "./actor.ts";
import { type Subject, subjectOf } from "./items.server.ts";
import { assessmentAt, openNow, waitingItems } from "./load.server.ts";
import { refreshReviews } from "./refresh.server.ts";
import { MOVE_ACTIONS, refused } from "./words.ts";

export type PersonMove = Exclude<Move, "berubah">;

/** Everything that decides which moves a person can make on an assessment. */
export const moveFacts = async (
  db: Reader,
  actor: Actor,
  assessment: AssessmentRow,
  waiting: number,
): Promise<MoveFacts> => {
  const { r, id, state, submission, submitted_by, round_id } = assessment;
  const [judges, remarks, sample] = await Promise.all([
    judgesOf(db, r, id),
    remarksOf(db, r, id),
    round_id === null ? [] : itemsOfAssessment(db, r, round_id, id),
  ]);
  return {
    state,
    actor: actor.scope.actor,
    roles: rolesIn(actor.grants, r),
    hands: [...new Set([...judges, ...(submitted_by === null ? [] : [submitted_by])])],
    own: assessment.own === 1,
    seconded: assessment.seconded_by !== null,
    waiting,
    remarks: remarks.filter((one) => one.submission === submission && one.by === actor.scope.actor).length,
    sample:
      round_id === null
        ? null
        : {
            waiting: sample.filter(({ mark }) => mark === null).length,
            // What was handed in anew since was answered; the pereviu looks at it and decides.
            disagreed: sample.filter((one) => one.mark === "tidak_setuju" && one.submission === submission)
              .length,
          },
  };
};

/**
 * Moves an assessment on. Handing in binds it to text, edition and answers; finishing the review makes its levels count.
 * @throws AppError (404) outside the scope, (403) where it is not theirs to do, (409) with what stands in the way
 */
export const moveAssessment = async (db: Db, actor: Actor, id: string, move: PersonMove): Promise<void> => {
  const assessment = await assessmentAt(db.read, actor.scope, id);
  const subject = await subjectOf(db, actor.scope, assessment, openNow(assessment));
  const { r } = assessment;
  const event = { r, action: MOVE_ACTIONS[move], subject: id, field: "keadaan" } as const;
  await change(db, actor.scope, event, async (trx, { amend }) => {
    const now = await assessmentAt(trx, actor.scope, id);
    const given = await judgementsOf(trx, r, [id]);
    const waiting = subject.items.length === 0 ? 1 : waitingItems(subject, given).length;
    const obstacles = obstaclesTo(move, await moveFacts(trx, actor, now, waiting));
    if (obstacles.length > 0) throw refused(obstacles);
    const to = MOVES[move].to;
    amend({ before: now.state, after: to });
    const at = db.now();
    const by = actor.scope.actor;
    const set = { state: to, ...(move !== "kuatkan" && { moved_at: at }) };
    if (move === "ajukan") {
      const answers = Object.fromEntries(
        given
          .filter(({ item }) => subject.items.some(({ key }) => key === item))
          .map(({ item, value }) => [
            item,
            { value, machine: subject.items.find(({ key }) => key === item)?.machine ?? null },
          ]),
      );
      await updateAssessment(trx, now, {
        ...set,
        ...bindingOf(subject),
        answers: JSON.stringify(answers),
        answers_hash: answersHash(answers),
        stale: null,
        submission: now.submission + 1,
        submitted_at: at,
        submitted_by: by,
        seconded_at: null,
        seconded_by: null,
        reviewed_at: null,
        reviewed_by: null,
        round_id: await openRound(trx, now),
      });
    } else if (move === "kuatkan") {
      await updateAssessment(trx, now, { ...set, seconded_at: at, seconded_by: by });
    } else if (move === "selesaikan") {
      await updateAssessment(trx, now, { ...set, reviewed_at: at, reviewed_by: by });
    } else {
      await updateAssessment(trx, now, set);
    }
    if (move === "selesaikan") await refreshReviews(db, trx, r);
  });
};

const bindingOf = ({ instrumentId, contentHash, parts }: Subject) => ({
  instrument_id: instrumentId,
  content_hash: contentHash,
  parts: JSON.stringify(parts),
});

/** What was returned stays in its uji petik while that is open. */
const openRound = async (trx: Reader, { r, round_id }: AssessmentRow): Promise<string | null> => {
  const round = round_id === null ? undefined : await roundById(trx, r, round_id);
  return round?.state === "terbuka" ? round.id : null;
};
