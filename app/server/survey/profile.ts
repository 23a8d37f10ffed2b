import type { Histograms } from "#app/survey/model.ts";
import { SMALL_N } from "#app/survey/warnings.ts";
import { groupBy } from "../group-by.ts";
import { type Cell, mainEdition, pooled } from "./histograms.ts";
import { indexView } from "./index-view.ts";
import type { ProfileRow } from "./views.ts";

/** Marginal groups in the order of the page. */
export const GROUPS = ["sex", "age", "education", "occupation"] as const;

/**
 * People per value of a group, most first; values of fewer than five people are joined. While those are fewer than five
 * together, the smallest shown value joins them: else its people's index would follow from the whole less what is shown.
 */
export const profileOf = (group: ProfileRow["group"], cells: readonly Cell[]): ProfileRow[] => {
  const { main } = mainEdition(cells);
  if (!main) return [];
  const byValue = groupBy(
    cells.filter(({ histograms }) => histograms.edition === main),
    ({ groupValue }) => groupValue,
  );
  const rows = [...byValue].map(([value, own]) => {
    const all = pooled(own.map(({ histograms }) => histograms)) as Histograms;
    return { value, all, n: all.hist_total.reduce((sum, row) => sum + row.n, 0) };
  });
  rows.sort((a, b) => b.n - a.n || a.value.localeCompare(b.value));
  const small: typeof rows = [];
  const people = () => small.reduce((sum, { n }) => sum + n, 0);
  while (rows.length > 0 && ((rows.at(-1)?.n ?? 0) < SMALL_N || (small.length > 0 && people() < SMALL_N)))
    small.push(...rows.splice(-1));
  const row = (value: string, all: Histograms, joined = false): ProfileRow => {
    const { n, ikm } = indexView(all);
    return { group, value, joined, n, ikm: n < SMALL_N ? null : ikm };
  };
  const joined = pooled(small.map(({ all }) => all));
  return [
    ...rows.map(({ value, all }) => row(value, all)),
    ...(joined ? [row("lainnya", joined, true)] : []),
  ];
};
