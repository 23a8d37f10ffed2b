import { REVIEWERS } from "#app/assessment/states.ts";
import { indicatorsOf } from "#app/instruments/edition.ts";
import { COMPONENTS } from "#app/reader/components.ts";
import type { Db } from "#db/connection.ts";
import { assessmentsIn, judgementsOf } from "#db/queries/assessments.ts";
import { itemsOfRound } from "#db/queries/review-rounds.ts";
import type { JudgementTable, RoundItemTable } from "#db/schema-assessments.ts";
import { editionViews } from "../instruments/editions.server.ts";
import { regencyRefs } from "../lookup.server.ts";
import { parseStored } from "../stored-json.ts";
import type { RegencyRef } from "../views.ts";
import { type Actor, rolesIn } from "./actor.ts";
import { isSubstance } from "./items.server.ts";
import { type AssessmentRef, assessmentRefs } from "./queue.server.ts";
import { resultOf, roundAt, waitingMarks } from "./round.server.ts";
import { RoundResult } from "./stored.ts";

/** One drawn verdict. */
export interface RoundVerdict {
  assessment: AssessmentRef;
  item: string;
  name: string;
  drawn: RoundItemTable["drawn"];
  /** As handed in when it was drawn. */
  value: string;
  machine: string | null;
  kind: JudgementTable["kind"] | null;
  judgedBy: string | null;
  mark: RoundItemTable["mark"];
  reason: string | null;
  markedBy: string | null;
  markedAt: string | null;
  /** Waits for a mark. */
  waits: boolean;
}

export interface RoundView {
  id: string;
  regency: RegencyRef;
  edition: { name: string; slug: string; substance: boolean; hash: string };
  seed: string;
  /** Verdicts that are not all checked, and how many of them were drawn. */
  rest: number;
  state: "terbuka" | "ditutup";
  at: string;
  by: string;
  closed: { at: string; by: string } | null;
  /** As it stands; as stored once it is closed. */
  result: RoundResult;
  verdicts: RoundVerdict[];
  assessments: AssessmentRef[];
  waiting: number;
  may: { mark: boolean };
}

/**
 * An uji petik with every drawn verdict, those that wait first.
 * @throws AppError (404) outside the scope
 */
export const getRound = async (db: Db, actor: Actor, id: string): Promise<RoundView> => {
  const round = await roundAt(db.read, actor, id);
  const { r } = round;
  const items = await itemsOfRound(db.read, r, id);
  const ids = [...new Set(items.map(({ assessment_id }) => assessment_id))];
  const [refs, judgements, waiting, regencies, editions, inside] = await Promise.all([
    assessmentRefs(db, actor, { r: [r], ids }),
    judgementsOf(db.read, r, ids),
    waitingMarks(db.read, actor, round, items),
    regencyRefs(db, actor.scope),
    editionViews(db, actor.scope),
    assessmentsIn(db.read, actor.scope, { r: [r], roundId: id }),
  ]);
  const edition = editions.find((one) => one.id === round.instrument_id);
  const names = new Map<string, string>([
    ...COMPONENTS.map(({ key, name }) => [key, name] as const),
    ...(edition ? indicatorsOf(edition.content).map((one) => [one.id, one.name] as const) : []),
  ]);
  const place = new Map([...names.keys()].map((key, at) => [key, at]));
  const placeOf = ({ item, assessment }: Pick<RoundVerdict, "item" | "assessment">): number =>
    (assessment.service?.no ?? 0) * place.size + (place.get(item) ?? place.size);
  const waits = new Set(waiting);
  const open = new Set(inside.filter(({ state }) => state === "diajukan").map((one) => one.id));
  return {
    id,
    regency: regencies.get(r) as RegencyRef,
    edition: {
      name: edition?.name ?? round.edition,
      slug: edition?.slug ?? "",
      substance: edition ? isSubstance(edition) : false,
      hash: edition?.hash ?? "",
    },
    seed: round.seed,
    rest: round.rest,
    state: round.state,
    at: round.at,
    by: round.by,
    closed: round.closed_at && round.closed_by ? { at: round.closed_at, by: round.closed_by } : null,
    result: round.result === null ? resultOf(items) : parseStored(RoundResult, round.result),
    verdicts: items
      .flatMap((item): RoundVerdict[] => {
        const assessment = refs.find((one) => one.id === item.assessment_id);
        if (!assessment) return [];
        const given = judgements.find(
          (one) => one.assessment_id === item.assessment_id && one.item === item.item,
        );
        return [
          {
            assessment,
            item: item.item,
            name: names.get(item.item) ?? item.item,
            drawn: item.drawn,
            value: item.value,
            machine: given?.machine ?? null,
            kind: given?.kind ?? null,
            judgedBy: given?.by ?? null,
            mark: item.mark,
            reason: item.reason,
            markedBy: item.marked_by,
            markedAt: item.marked_at,
            waits: waits.has(item) && open.has(item.assessment_id),
          },
        ];
      })
      .sort(
        (a, b) =>
          Number(b.waits) - Number(a.waits) ||
          Number(b.drawn === "wajib") - Number(a.drawn === "wajib") ||
          placeOf(a) - placeOf(b),
      ),
    assessments: refs,
    waiting: waiting.length,
    may: { mark: rolesIn(actor.grants, r).some((role) => REVIEWERS.includes(role)) },
  };
};
