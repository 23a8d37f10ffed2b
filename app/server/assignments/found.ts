import { z } from "zod";
import { LineRange } from "#app/reader/schema.ts";
import type { FindingListRow } from "#db/queries/findings.ts";
import { lineRange } from "../refs.ts";

/** What was found when it was sent, as it is stored with an assignment: a later reading does not change it. */
export const AssignedFinding = z.strictObject({
  decree: z.strictObject({
    slug: z.string(),
    version: z.int(),
    issuer: z.string().nullable(),
    number: z.string().nullable(),
    year: z.int().nullable(),
  }),
  /** Name of the service as it was then; null where the finding is on the decree. */
  service: z.string().nullable(),
  /** One a finding of the same code. */
  items: z.array(
    z.strictObject({
      criterion: z.string().nullable(),
      message: z.string(),
      reason: z.string().nullable(),
      quote: z.string().nullable(),
      lines: LineRange.nullable(),
    }),
  ),
});
export type AssignedFinding = z.infer<typeof AssignedFinding>;

type Keyed = Pick<FindingListRow, "service_id" | "slug" | "unit" | "component" | "code">;

/** What an assignment is bound to, whatever reading or score makes the finding again. */
export const subjectOf = ({ service_id, slug, unit }: Keyed): string =>
  service_id === null ? `keputusan:${slug}${unit === null ? "" : `/${unit}`}` : `layanan:${service_id}`;

export const findingKey = (row: Keyed): string => keyOf(subjectOf(row), row.component ?? "", row.code);

export const keyOf = (subject: string, component: string, code: string): string =>
  `${subject}|${component}|${code}`;

/** Findings of one key as they are stored with their assignment. */
export const foundOf = (rows: readonly [FindingListRow, ...FindingListRow[]]): AssignedFinding => {
  const [{ slug, version, issuer, number, year, service_name }] = rows;
  return {
    decree: { slug, version, issuer, number, year },
    service: service_name,
    items: rows.map((row) => ({
      criterion: row.criterion,
      message: row.message,
      reason: row.reason,
      quote: row.quote,
      lines: lineRange(row),
    })),
  };
};
