import type { EditionId } from "#app/survey/editions.ts";
import { mergeHistograms } from "#app/survey/figures/tally.ts";
import type { Histograms } from "#app/survey/model.ts";
import type { HistSum, HistTotalSum } from "#db/queries/survey/figures.ts";

/** Histograms of one unit, span of months, edition and value of a group. */
export interface Cell {
  unitKind: HistSum["unit_kind"];
  /** "" where units were added up. */
  unitId: string;
  /** "" where months were added up. */
  from: string;
  to: string;
  groupValue: string;
  histograms: Histograms;
}

const keyOf = (row: HistSum | HistTotalSum): string =>
  [row.unit_kind, row.unit_id, row.from_month, row.to_month, row.group_value, row.edition].join("\u0000");

/** Rows of both histograms put together, cell by cell, in the order of the first. */
export function cellsOf(hist: readonly HistSum[], totals: readonly HistTotalSum[]): Cell[] {
  const cells = new Map<string, Cell>();
  const cell = (row: HistSum | HistTotalSum): Cell => {
    const key = keyOf(row);
    const known = cells.get(key);
    if (known) return known;
    const made: Cell = {
      unitKind: row.unit_kind,
      unitId: row.unit_id,
      from: row.from_month,
      to: row.to_month,
      groupValue: row.group_value,
      histograms: { edition: row.edition, hist: [], hist_total: [] },
    };
    cells.set(key, made);
    return made;
  };
  for (const row of hist) {
    cell(row).histograms.hist.push({ unsur: row.unsur, score: row.score, n: Number(row.n) });
  }
  for (const row of totals) {
    const { sum, answered, flat } = row;
    cell(row).histograms.hist_total.push({ sum, answered, flat: flat === 1, n: Number(row.n) });
  }
  return [...cells.values()];
}

/** The edition with most respondents among these, and the others that stand apart: editions are never pooled. */
export function mainEdition(cells: readonly Cell[]): { main: EditionId | null; others: EditionId[] } {
  const counts = new Map<EditionId, number>();
  for (const { histograms } of cells) {
    const n = histograms.hist_total.reduce((sum, row) => sum + row.n, 0);
    counts.set(histograms.edition, (counts.get(histograms.edition) ?? 0) + n);
  }
  const [main = null, ...others] = [...counts].sort(([, a], [, b]) => b - a).map(([id]) => id);
  return { main, others };
}

/** Histograms of several places as one; undefined where there is none. */
export const pooled = (all: readonly Histograms[]): Histograms | undefined =>
  all[0] && mergeHistograms(all[0].edition, all);

/** Cells of one edition as one; undefined where there is none of it. */
export const pooledOf = (cells: readonly Cell[], edition: EditionId): Histograms | undefined =>
  pooled(cells.flatMap(({ histograms }) => (histograms.edition === edition ? [histograms] : [])));
