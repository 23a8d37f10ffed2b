import { coverageOf } from "#app/reader/account.ts";
import type { LineRange, Span } from "#app/reader/schema.ts";
import type { CutCoverage } from "./stored-json.ts";

/**
 * Coverage of one decree's lines, counted as the reader counts a whole file.
 * @param spans those that lie in the lines
 * @param annexFrom line of the first service; null where the decree has none, and then no annex is counted
 */
export const cutCoverage = (
  [from, to]: LineRange,
  spans: readonly Span[],
  annexFrom: number | null,
): CutCoverage => {
  const inAnnex = annexFrom === null ? [] : spans.filter((span) => span.line >= annexFrom);
  const annex = coverageOf(inAnnex, 0).by_role;
  return {
    ...coverageOf(spans, Math.max(to - from + 1, 0)),
    annex_lines: Object.values(annex).reduce((sum, count) => sum + count, 0),
    annex_unassigned: annex.unassigned ?? 0,
  };
};
