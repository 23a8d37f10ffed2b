import { z } from "zod";
import type { StandardsBefore, StandardsInput } from "#app/reports/quarter/input.ts";
import { periodBefore } from "#app/survey/months.ts";
import type { Db } from "#db/connection.ts";
import { issuedStandards } from "#db/queries/reports.ts";
import type { Scope } from "#db/scope.ts";
import { parseStored } from "../stored-json.ts";

const Of = z.strictObject({ k: z.int(), n: z.int() });
const Counts = z.strictObject({ complete: Of, measurable: Of, review: Of, free: Of });

/** The counts of standards as a report keeps them for the next period. */
export const countsOf = (standards: StandardsInput): z.infer<typeof Counts> => ({
  complete: standards.complete,
  measurable: standards.measurable,
  review: standards.review,
  free: standards.free,
});

/** What the report of the period before, if one was issued, said of the standards. */
export const issuedBefore = async (
  db: Db,
  scope: Scope,
  r: number,
  period: string,
): Promise<StandardsBefore | null> => {
  const before = periodBefore(period);
  if (!before) return null;
  const row = await issuedStandards(db.read, scope, r, before);
  return row?.standards ? { period: before, ...parseStored(Counts, row.standards) } : null;
};
