import { COMPONENT_KEYS, type ComponentKey } from "#app/reader/components.ts";
import type { FindingCounts } from "#db/queries/findings.ts";
import type { GroupAbsence, GroupTotals } from "#db/queries/groups.ts";
import type { GroupLevels } from "#db/queries/levels.ts";
import { addCounts } from "./counts.ts";
import { completenessOf } from "./refs.ts";
import { summariseSubstance } from "./substance.ts";
import type { GroupSummary } from "./views.ts";

const noughts = (): Record<ComponentKey, number> =>
  Object.fromEntries(COMPONENT_KEYS.map((key) => [key, 0])) as Record<ComponentKey, number>;

/** Rows of any number of groups → what they come to together. Counts may arrive as text from PostgreSQL. */
export const summarise = (
  totals: readonly GroupTotals[],
  absences: readonly GroupAbsence[],
  levels: readonly GroupLevels[],
  findings: readonly Pick<FindingCounts, "code" | "count" | "origin">[],
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
    findings: addCounts(findings.filter(({ origin }) => origin === "pembaca")),
    substance: summariseSubstance(
      totals,
      levels,
      findings.filter(({ origin }) => origin === "penilai"),
    ),
  };
};
