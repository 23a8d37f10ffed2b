import { z } from "zod";
import { COMPONENT_KEYS } from "../reader/components.ts";
import { PERMENPAN_15_2014 } from "./permenpan-15-2014.ts";

const criterionIds = PERMENPAN_15_2014.components.flatMap(({ criteria }) => criteria.map(({ id }) => id));
const unitIds = [...PERMENPAN_15_2014.unit, ...PERMENPAN_15_2014.decree].map(({ id }) => id);

/** Words that a component may be searched for; what they are stands in app/evidence/words.ts. */
export const WORD_RULES = ["kompensasi", "skm"] as const;
export type WordRule = (typeof WORD_RULES)[number];

/**
 * What is looked for in a decree to prove an indicator, or its document half:
 * - `komponen`: the component stands in the service's table and its core is met (level 2 or 3);
 * - `kriteria`: one criterion of substance is met;
 * - `kata`: the component promises something by its words;
 * - `unit`: one criterion of the bagian or of the decree is met;
 * - `standar`: the unit has standards at all (`ada`), each with all 14 components (`lengkap`), fixed by a decree whose
 *   number and year are known (`ditetapkan`).
 * The first three are asked of a service; asked of a unit, they hold where every one of its services has them.
 */
export const ProofRule = z.discriminatedUnion("rule", [
  z.strictObject({ rule: z.literal("komponen"), component: z.enum(COMPONENT_KEYS) }),
  z.strictObject({ rule: z.literal("kriteria"), criterion: z.enum(criterionIds) }),
  z.strictObject({ rule: z.literal("kata"), component: z.enum(COMPONENT_KEYS), words: z.enum(WORD_RULES) }),
  z.strictObject({ rule: z.literal("unit"), criterion: z.enum(unitIds) }),
  z.strictObject({ rule: z.literal("standar"), asks: z.enum(["ada", "lengkap", "ditetapkan"]) }),
]);
export type ProofRule = z.infer<typeof ProofRule>;

/** Can the rule be asked of one service, or only of a whole unit? */
export const isOfService = ({ rule }: ProofRule): boolean => rule !== "unit" && rule !== "standar";
