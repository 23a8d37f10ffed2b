import { ALL_FINDING_CODES, type AnyFindingCode } from "#app/scoring/all-findings.ts";
import type { FindingCount } from "./views.ts";

/** Findings counted by code, most first; codes without finding are left out. */
export const countCodes = (findings: readonly { code: AnyFindingCode }[]): FindingCount[] => {
  const counts = new Map<AnyFindingCode, number>();
  for (const { code } of findings) counts.set(code, (counts.get(code) ?? 0) + 1);
  return sortCounts([...counts].map(([code, count]) => ({ code, count })));
};

/** Most first; equal counts in the order of the registry. */
export const sortCounts = (counts: FindingCount[]): FindingCount[] =>
  counts.sort(
    (a, b) => b.count - a.count || ALL_FINDING_CODES.indexOf(a.code) - ALL_FINDING_CODES.indexOf(b.code),
  );
