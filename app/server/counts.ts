import type { AnyFindingCode } from "#app/scoring/all-findings.ts";
import { sortCounts } from "./tallies.ts";
import type { FindingCount } from "./views.ts";

/** Counts of the same code added up, most first. */
export const addCounts = (rows: readonly { code: AnyFindingCode; count: number }[]): FindingCount[] => {
  const counts = new Map<AnyFindingCode, number>();
  for (const { code, count } of rows) counts.set(code, (counts.get(code) ?? 0) + Number(count));
  return sortCounts([...counts].map(([code, count]) => ({ code, count })));
};
