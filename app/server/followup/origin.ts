import { z } from "zod";
import { COMPONENT_KEYS } from "#app/reader/components.ts";
import { ALL_FINDING_CODES, type AnyFindingCode } from "#app/scoring/all-findings.ts";
import { UNSUR_KEYS } from "#app/survey/editions.ts";
import { monthsOf } from "#app/survey/months.ts";

/**
 * Why an action was planned, as it is stored with it. `place`: the bagian that the cause is about, by its name then; of a
 * cause on one service the action holds the service itself.
 */
export const Origin = z.discriminatedUnion("kind", [
  /** A weak unsur of the survey in a period, of a service, a bagian or the whole regency. */
  z.strictObject({
    kind: z.literal("unsur"),
    unsur: z.enum(UNSUR_KEYS),
    period: z.string().refine((text) => monthsOf(text) !== null),
    place: z.string().nullable(),
  }),
  z.strictObject({
    kind: z.literal("komponen"),
    component: z.enum(COMPONENT_KEYS),
    place: z.string().nullable(),
  }),
  z.strictObject({
    kind: z.literal("temuan"),
    code: z.enum(ALL_FINDING_CODES as [AnyFindingCode, ...AnyFindingCode[]]),
    component: z.enum(COMPONENT_KEYS).nullable(),
    place: z.string().nullable(),
  }),
  /** An indicator of an edition of the Ombudsman's, or of another instrument. */
  z.strictObject({
    kind: z.literal("ombudsman"),
    edition: z.string(),
    indicator: z.string(),
    /** As the edition names it. */
    name: z.string(),
    place: z.string().nullable(),
  }),
  z.strictObject({ kind: z.literal("bebas"), place: z.string().nullable() }),
]);
export type Origin = z.infer<typeof Origin>;

export const ORIGIN_KINDS = ["unsur", "temuan", "komponen", "ombudsman", "bebas"] as const;
export type OriginKind = (typeof ORIGIN_KINDS)[number];
