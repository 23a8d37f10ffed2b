import { everyPeriod, type Months, monthsOf, periodsOf, within } from "#app/survey/months.ts";
import type { PopulationRow } from "#db/queries/survey/batches.ts";
import type { SurveyedSpan } from "#db/queries/survey/figures.ts";
import { type Cell, mainEdition, pooledOf } from "./histograms.ts";
import { indexView } from "./index-view.ts";
import type { TrendRow } from "./views.ts";

const MOST_PERIODS = 12;

export const monthsOfSpan = ({ from_month, to_month }: SurveyedSpan): Months => ({
  from: from_month,
  to: to_month,
});

/** People served in these months; null where no import says. An import says it of all its services together. */
export const servedIn = (rows: readonly PopulationRow[], months: Months): number | null => {
  const inside = rows.filter(({ from_month, to_month }) =>
    within({ from: from_month, to: to_month }, months),
  );
  return inside.length === 0 ? null : inside.reduce((sum, row) => sum + Number(row.population), 0);
};

/** One point a period; a period whose answers are of several editions shows the one with most respondents. */
export const trendOf = (
  spans: readonly SurveyedSpan[],
  cells: readonly Cell[],
  served: readonly PopulationRow[],
  period: string,
): TrendRow[] =>
  everyPeriod(periodsOf(spans.map(monthsOfSpan)), period, MOST_PERIODS).map((one): TrendRow => {
    const months = monthsOf(one) as Months;
    const inside = cells.filter(({ from, to }) => within({ from, to }, months));
    const { main } = mainEdition(inside);
    const all = main && pooledOf(inside, main);
    if (!all)
      return { period: one, ikm: null, mutu: null, interval: null, n: 0, edition: null, belowTarget: false };
    const population = servedIn(served, months);
    const { ikm, mutu, interval, n, target } = indexView(all, population === null ? {} : { population });
    return { period: one, ikm, mutu, interval, n, edition: main, belowTarget: target !== null && n < target };
  });
