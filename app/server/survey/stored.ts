import { z } from "zod";
import { SkmJson, SkmOptions } from "#app/survey/schema.ts";
import { UNIT_KINDS } from "#db/schema-survey.ts";

/** JSON that the survey's tables hold, parsed where it is read. */

/** The table of a draft, without its personal cells. */
export const DraftTable = z.strictObject({
  sheets: z.array(z.strictObject({ name: z.string().nullable(), hidden: z.boolean(), csv: z.string() })),
});
export type DraftTable = z.infer<typeof DraftTable>;

export const Places = z.array(
  z.strictObject({
    bagian: z.string().nullable(),
    service: z.string().nullable(),
    /** Null: left out by the user. */
    unit: z.strictObject({ kind: z.enum(UNIT_KINDS), id: z.string() }).nullable(),
  }),
);
export type Places = z.infer<typeof Places>;

/** What reading a draft gave: the contract's result, or why the file was refused with these options. */
export const DraftResult = z.union([
  z.strictObject({ json: SkmJson, withoutIdentity: z.int() }),
  z.strictObject({ refusal: z.strictObject({ code: z.string(), message: z.string() }) }),
]);
export type DraftResult = z.infer<typeof DraftResult>;

export const BatchCounts = z.strictObject({
  read: z.int(),
  accepted: z.int(),
  rejected: z.int(),
  duplicate: z.int(),
  ignored: z.int(),
  /** Accepted rows that an earlier import holds already: left out. */
  known: z.int(),
  /** Accepted rows of places that the user left out. */
  leftOut: z.int(),
});
export type BatchCounts = z.infer<typeof BatchCounts>;

export { SkmOptions };
