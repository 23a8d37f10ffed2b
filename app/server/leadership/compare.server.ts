import { dateInZone } from "#app/format/dates.ts";
import { monthsOf } from "#app/survey/months.ts";
import type { Db } from "#db/connection.ts";
import { surveyedSpans } from "#db/queries/survey/figures.ts";
import type { Scope } from "#db/scope.ts";
import { getDashboard } from "../dashboard.server.ts";
import type { IndexView } from "../survey/index-view.ts";
import { getSurvey } from "../survey/results.server.ts";
import type { DashboardRegency, RegencyRef } from "../views.ts";
import { lastEndedQuarter } from "./periods.ts";

/** One regency beside the others. */
export interface ComparedRegency {
  regency: RegencyRef;
  /** Null where nothing was surveyed in the period. */
  index: IndexView | null;
  standards: DashboardRegency;
}

export interface ComparedView {
  period: string;
  periods: string[];
  /** First two figures of the Kemendagri code that were asked for; null: every province. */
  province: string | null;
  /** Those with a naskah or a survey, by name. */
  regencies: ComparedRegency[];
  /** Of the province, without either. */
  without: number;
}

/**
 * The regencies of a province side by side in a quarter, by name: nothing is ranked while verdicts wait for their review.
 * @param province first two figures of the Kemendagri code; an invented regency has none and stands in no province
 */
export const compareRegencies = async (
  db: Db,
  scope: Scope,
  { period: asked, province }: { period: string | null; province: string | null },
): Promise<ComparedView> => {
  const [dashboard, spans] = await Promise.all([getDashboard(db, scope, {}), surveyedSpans(db.read, scope)]);
  const surveyed = new Set(spans.map(({ r }) => r));
  const inside = dashboard.regencies.filter(
    ({ regency }) =>
      scope.includesWhole(regency.r) && (province === null || regency.code?.startsWith(`${province}.`)),
  );
  const shown = inside.filter(({ regency, services }) => services > 0 || surveyed.has(regency.r));
  const newest = lastEndedQuarter(dateInZone(db.now(), "WIB"));
  const wanted = asked && monthsOf(asked) ? asked : null;
  const first = shown.find(({ regency }) => surveyed.has(regency.r));
  const periods = first ? (await getSurvey(db, scope, { kab: first.regency.slug })).periods : [];
  const period = wanted ?? periods[0] ?? newest;
  const regencies = await Promise.all(
    shown.map(async (standards): Promise<ComparedRegency> => {
      const { regency } = standards;
      const index = surveyed.has(regency.r)
        ? (await getSurvey(db, scope, { kab: regency.slug, period })).index
        : null;
      return { regency, index, standards };
    }),
  );
  return {
    period,
    periods: [...new Set([...periods, newest, ...(wanted ? [wanted] : [])])].sort().reverse(),
    province,
    regencies: regencies.sort((a, b) => (a.regency.name < b.regency.name ? -1 : 1)),
    without: inside.length - shown.length,
  };
};
