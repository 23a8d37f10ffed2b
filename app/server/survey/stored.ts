import { z } from "zod";
import { SkmJson, SkmOptions } from "#app/survey/schema.ts";
import { UNIT_KINDS } from "#db/schema-survey.ts";

/** JSON that the survey's tables hold, parsed where it is read. */

export const Places = z.array(
  z.strictObject({
    bagian: z.string().nullable(),
    service: z.string().nullable(),
    /** Null: left out by the user. */
    unit: z.strictObject({ kind: z.enum(UNIT_KINDS), id: z.string() }).nullable(),
  }),
);
export type Places = z.infer<typeof Places>;

/** Names of regencies in the file whose rows its user counts as this one's. */
export const Regencies = z.array(z.string());

/** Rows of a place that a published import holds already. */
const KnownRows = z.strictObject({
  regency: z.string().nullable(),
  bagian: z.string().nullable(),
  service: z.string().nullable(),
  batchId: z.string(),
  n: z.int(),
});

/**
 * Different answers as the file prints them, where its scale is asked for; null where they are too many to be mapped one by
 * one, or not asked for.
 */
const PrintedAnswers = z.array(z.string()).nullable().default(null);

/** What reading a draft gave: the contract's result and what its pages need besides, or why it was refused. */
export const DraftResult = z.union([
  z.strictObject({
    json: SkmJson,
    withoutIdentity: z.int(),
    known: z.array(KnownRows),
    sheet: z.string().nullable(),
    signature: z.string(),
    /** Columns in which the fault of a rejected row can lie. */
    answers: z.array(z.strictObject({ column: z.int(), header: z.string() })),
    printed: PrintedAnswers,
  }),
  z.strictObject({
    refusal: z.strictObject({ code: z.string(), message: z.string() }),
    printed: PrintedAnswers,
  }),
]);
export type DraftResult = z.infer<typeof DraftResult>;
export type CountedDraft = Extract<DraftResult, { json: SkmJson }>;

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
  /** Accepted rows under the name of another regency: left out. `n` null for tables of results. */
  elsewhere: z.array(z.strictObject({ name: z.string(), n: z.int().nullable() })).default([]),
});
export type BatchCounts = z.infer<typeof BatchCounts>;

export { SkmOptions };
