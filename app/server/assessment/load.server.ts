import { stands } from "#app/assessment/bound.ts";
import { isOpen } from "#app/assessment/states.ts";
import type { Reader } from "#db/connection.ts";
import { type AssessmentRow, assessmentById } from "#db/queries/assessments.ts";
import type { JudgementTable } from "#db/schema-assessments.ts";
import type { Scope } from "#db/scope.ts";
import { notFound } from "../errors.ts";
import type { Item, Subject } from "./items.server.ts";

/** An assessment of the scope, or 404. */
export const assessmentAt = async (db: Reader, scope: Scope, id: string): Promise<AssessmentRow> => {
  const found = await assessmentById(db, scope, id);
  if (!found) throw notFound();
  return found;
};

export const openNow = ({ state }: Pick<AssessmentRow, "state">): boolean => isOpen(state);

/** Does the last answer on an item still stand? */
export const answerStands = (
  given: Pick<JudgementTable, "kind" | "instrument_id" | "item_hash" | "machine">,
  item: Pick<Item, "hash" | "machine">,
  instrumentId: string,
): boolean =>
  stands(
    { kind: given.kind, instrument: given.instrument_id, itemHash: given.item_hash, machine: given.machine },
    { instrument: instrumentId, itemHash: item.hash, machine: item.machine },
  );

/** Items of a subject without an answer that stands. */
export const waitingItems = (
  { items, instrumentId }: Pick<Subject, "items" | "instrumentId">,
  given: readonly JudgementTable[],
): Item[] => {
  const byItem = new Map(given.map((one) => [one.item, one]));
  return items.filter((item) => {
    const one = byItem.get(item.key);
    return !one || !answerStands(one, item, instrumentId);
  });
};
