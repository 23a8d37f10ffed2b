import { z } from "zod";

/** Shapes of the JSON that the tables of assessments hold. */

export const StoredParts = z.record(z.string(), z.string());

export const StoredBoundAnswers = z.record(
  z.string(),
  z.strictObject({ value: z.string(), machine: z.string().nullable() }),
);

export const StoredChanges = z.strictObject({
  instrument: z.boolean(),
  parts: z.array(z.string()),
  answers: z.array(z.string()),
  /** When it was seen, UTC. */
  at: z.string(),
});
export type StoredChanges = z.infer<typeof StoredChanges>;

export const StoredAnswers = z.record(z.string(), z.boolean().nullable());

const Share = z.strictObject({
  k: z.int(),
  n: z.int(),
  share: z.number(),
  low: z.number(),
  high: z.number(),
});

/** What an uji petik came to: verdicts that the pereviu did not agree with, in each of its parts. */
export const RoundResult = z.strictObject({
  /** Every verdict of level 0-1: counted, not estimated. */
  mandatory: z.strictObject({ wrong: z.int(), checked: z.int() }),
  /** Of those drawn at random, with its exact interval; null where none was drawn. */
  random: Share.nullable(),
  /** Drawn, but no longer to be checked: the text or the answers changed before. */
  dropped: z.int(),
});
export type RoundResult = z.infer<typeof RoundResult>;
