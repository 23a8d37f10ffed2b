import { indicatorsOf } from "#app/instruments/edition.ts";
import type { Db } from "#db/connection.ts";
import { editionViews } from "../instruments/editions.server.ts";
import { type Actor, assesses } from "./actor.ts";
import { isSubstance } from "./items.server.ts";
import { type AssessmentRef, assessmentRefs } from "./queue.server.ts";

/** Assessments of one service or bagian, and what this person may begin there. */
export interface AssessmentsHere {
  assessments: AssessmentRef[];
  /** Editions in force that can be begun; none for who does not assess here. */
  editions: { slug: string; name: string; substance: boolean; services: boolean; units: boolean }[];
}

/**
 * What is being assessed at a service (by number) or in a bagian (by slug). Visitors without a role see none of it: what
 * is not reviewed is nobody's but those who work on it.
 */
export const assessmentsHere = async (
  db: Db,
  actor: Actor,
  r: number,
  place: { no: number } | { bagian: string },
): Promise<AssessmentsHere> => {
  if (!actor.scope.includes(r)) return { assessments: [], editions: [] };
  const assessments = await assessmentRefs(db, actor, { r: [r], ...place });
  if (!assesses(actor.grants, r)) return { assessments, editions: [] };
  const editions = (await editionViews(db, actor.scope)).filter(
    ({ supersededBy, indicators }) => supersededBy === null && indicators > 0,
  );
  return {
    assessments,
    editions: editions.map((one) => ({
      slug: one.slug,
      name: one.name,
      substance: isSubstance(one),
      services: isSubstance(one) || indicatorsOf(one.content).some(({ of }) => of === "layanan"),
      units: !isSubstance(one) && indicatorsOf(one.content).some(({ of }) => of === "unit"),
    })),
  };
};
