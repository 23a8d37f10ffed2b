import { ASSESSORS, type WorkRole } from "#app/assessment/states.ts";
import type { Scope } from "#db/scope.ts";
import type { Grant } from "../access.ts";

/** Who does something with an assessment: what of the regencies they may touch here, and what they are there. */
export interface Actor {
  scope: Scope;
  grants: readonly Grant[];
}

/** Roles of a person in a regency. */
export const rolesIn = (grants: readonly Grant[], r: number): WorkRole[] => [
  ...new Set(grants.filter((grant) => grant.r === 0 || grant.r === r).map(({ role }) => role)),
];

/** Does this person assess in this regency? */
export const assesses = (grants: readonly Grant[], r: number): boolean =>
  rolesIn(grants, r).some((role) => ASSESSORS.includes(role));

/** Where no other bagian is named as theirs, people who assess are of Bagian Organisasi: it is its work. */
const ASSESSING_FAMILY = "organisasi";

/** Is this bagian the person's own: one that a role names, or Bagian Organisasi where none does? */
export const isOwnBagian = (
  grants: readonly Grant[],
  r: number,
  bagian: { id: string | null; family: string | null },
): boolean => {
  const named = grants.filter((grant) => grant.r === r && grant.bagianId !== "");
  return named.length > 0
    ? named.some(({ bagianId }) => bagianId === bagian.id)
    : bagian.family === ASSESSING_FAMILY;
};
