import { COMPONENT_KEYS, type ComponentKey } from "#app/reader/components.ts";
import type { AnyFindingCode } from "#app/scoring/all-findings.ts";
import type { FindingCounts } from "#db/queries/findings.ts";
import type { GroupAbsence, GroupTotals } from "#db/queries/groups.ts";
import { completenessOf } from "./refs.ts";
import { sortCounts } from "./tallies.ts";
import type { FindingCount, GroupSummary } from "./views.ts";

const noughts = (): Record<ComponentKey, number> =>
  Object.fromEntries(COMPONENT_KEYS.map((key) => [key, 0])) as Record<ComponentKey, number>;

/** Rows of any number of groups → what they come to together. Counts may arrive as text from PostgreSQL. */
export const summarise = (
  totals: readonly GroupTotals[],
  absences: readonly GroupAbsence[],
  findings: readonly Pick<FindingCounts, "code" | "count">[],
): GroupSummary => {
  const sum = (column: Exclude<keyof GroupTotals, "r" | "bagian_id">) =>
    totals.reduce((total, row) => total + Number(row[column]), 0);
  const absentByComponent = noughts();
  const unreadableByComponent = noughts();
  for (const row of absences) {
    absentByComponent[row.key] += Number(row.absent);
    unreadableByComponent[row.key] += Number(row.unreadable);
  }
  return {
    services: sum("services"),
    complete: sum("complete"),
    incomplete: sum("incomplete"),
    uncertain: sum("uncertain"),
    completeness: completenessOf({
      present_n: sum("present_n"),
      absent_n: sum("absent_n"),
      unreadable_n: sum("unreadable_n"),
      present_public_n: sum("present_public_n"),
      absent_public_n: sum("absent_public_n"),
      unreadable_public_n: sum("unreadable_public_n"),
    }),
    absentByComponent,
    unreadableByComponent,
    findings: addCounts(findings),
  };
};

/** Counts of the same code added up, most first. */
export const addCounts = (rows: readonly { code: AnyFindingCode; count: number }[]): FindingCount[] => {
  const counts = new Map<AnyFindingCode, number>();
  for (const { code, count } of rows) counts.set(code, (counts.get(code) ?? 0) + Number(count));
  return sortCounts([...counts].map(([code, count]) => ({ code, count })));
};
