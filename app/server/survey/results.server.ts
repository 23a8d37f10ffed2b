import { bandOf, type EditionId, edition } from "#app/survey/editions.ts";
import { scaledHalfUp } from "#app/survey/figures/exact.ts";
import { figuresOf, meanOfUnits } from "#app/survey/figures/figures.ts";
import { monthsOf, periodBefore, periodsOf, yearBefore } from "#app/survey/months.ts";
import type { Db } from "#db/connection.ts";
import { populations } from "#db/queries/survey/batches.ts";
import {
  aggregatesIn,
  histSums,
  histTotalSums,
  type SurveyQuery,
  surveyedSpans,
} from "#db/queries/survey/figures.ts";
import { feeFactsInForce } from "#db/queries/survey/promises.ts";
import { surveyUnits } from "#db/queries/survey/units.ts";
import type { Scope } from "#db/scope.ts";
import { notFound } from "../errors.ts";
import { regencyAt } from "../lookup.server.ts";
import { regencyRef } from "../refs.ts";
import { aggregateRows } from "./aggregates.ts";
import { bagianRows, wholeOf } from "./bagian-rows.ts";
import { freeByService } from "./fees.ts";
import { type Cell, cellsOf, mainEdition, pooled, pooledOf } from "./histograms.ts";
import { indexView } from "./index-view.ts";
import { GROUPS, profileOf } from "./profile.ts";
import { type Register, registerOf } from "./register.ts";
import { suggestionsOf } from "./suggestions.server.ts";
import { monthsOfSpan, servedIn, trendOf } from "./trend.ts";
import type { EditionBands, SurveyView, UnitRef } from "./views.ts";

export interface SurveyRequest {
  kab: string;
  /** Number of the one service asked for. */
  serviceNo?: number;
  /** Slug of the one bagian asked for. */
  bagian?: string;
  period?: string | null;
  words?: string;
  page?: number;
  /** Where the words of respondents may be read; left out: wherever the figures are. */
  own?: Scope;
}

/** Survey results of a regency, a bagian or one service in a period. */
export const getSurvey = async (db: Db, scope: Scope, request: SurveyRequest): Promise<SurveyView> => {
  const regency = await regencyAt(db, scope, request.kab);
  const [{ services, bagian }, allSpans] = await Promise.all([
    surveyUnits(db.read, scope, regency.id),
    surveyedSpans(db.read, scope),
  ]);
  const register = registerOf(services, bagian);
  const asked = askedUnit(register, request);
  const spans = allSpans.filter(({ r }) => r === regency.id);
  const periods = periodsOf(spans.map(monthsOfSpan));
  const period = request.period && monthsOf(request.period) ? request.period : (periods[0] ?? null);
  const months = period ? monthsOf(period) : null;
  const base = {
    regency: regencyRef(regency),
    unit: asked,
    periods,
    official: regency.official_index,
  };
  if (!period || !months)
    return { ...base, ...NOTHING, neverSurveyed: register.unsurveyed(new Set(), asked) };

  const r = regency.id;
  const heard = request.own ?? scope;
  const comparedWith = periodBefore(period);
  const sameLastYear = yearBefore(period);
  const readAll = (query: Omit<SurveyQuery, "r" | "unit">) =>
    surveyCells(db, scope, r, register, asked, query);
  const monthsBefore = comparedWith && monthsOf(comparedWith);
  const monthsLastYear = sameLastYear && monthsOf(sameLastYear);
  const [cells, before, lastYear, byMonths, aggregates, served, fees] = await Promise.all([
    readAll({ months, apart: "unit" }),
    monthsBefore ? readAll({ months: monthsBefore, apart: "unit" }) : [],
    monthsLastYear ? readAll({ months: monthsLastYear }) : [],
    readAll({ apart: "months" }),
    aggregatesIn(db.read, scope, r, months),
    populations(db.read, scope, r),
    feeFactsInForce(db.read, scope, r),
  ]);
  const words = heard.includes(r)
    ? await suggestionsOf(db, heard, register, asked, cells, { ...request, r, months })
    : NOTHING.suggestions;
  const profiles = await Promise.all(
    GROUPS.map(async (group) => profileOf(group, await readAll({ months, group }))),
  );

  const { main, others } = mainEdition(cells);
  const own = cells.filter(({ histograms }) => histograms.edition === main);
  const all = pooled(own.map((cell) => cell.histograms));
  const people = asked ? null : servedIn(served, months);
  const said = people === null ? {} : { population: people };
  const surveyed = new Set(own.map((cell) => `${cell.unitKind}:${cell.unitId}`));
  return {
    ...base,
    period,
    comparedWith: before.length > 0 ? comparedWith : null,
    sameLastYear: lastYear.length > 0 ? sameLastYear : null,
    levels: [...new Set(own.map((cell) => cell.unitKind))],
    index: all ? indexView(all, { before: pooledOf(before, all.edition), ...said }) : null,
    yearIndex:
      all && lastYear.length > 0 ? indexView(all, { before: pooledOf(lastYear, all.edition) }) : null,
    meanOfUnits: asked?.kind === "layanan" ? null : meanOfCells(own),
    otherEditions: others,
    bagian: bagianRows(register, own, before, freeByService(fees)),
    whole: wholeOf(own, before),
    aggregates: aggregateRows(register, asked, aggregates),
    neverSurveyed: register.unsurveyed(surveyed, asked),
    trend: trendOf(spans, byMonths, asked ? [] : served, period),
    profile: profiles.flat(),
    suggestions: words,
    population: people,
    bands: bandsOf(main ?? "14/2017"),
  };
};

const bandsOf = (id: EditionId): EditionBands =>
  edition(id).bands.map(({ mutu, from }) => ({ mutu, from: from / 100 }));

/** Histograms of a unit and all that stands under it; of the whole regency where none is asked for. */
export const surveyCells = async (
  db: Db,
  scope: Scope,
  r: number,
  register: Register,
  asked: UnitRef | null,
  query: Omit<SurveyQuery, "r" | "unit">,
): Promise<Cell[]> => {
  const units = asked ? register.filterOf(asked) : [undefined];
  const found = await Promise.all(
    units.map(async (unit) => {
      const own = { r, ...query, ...(unit ? { unit } : {}) };
      return cellsOf(
        ...(await Promise.all([histSums(db.read, scope, own), histTotalSums(db.read, scope, own)])),
      );
    }),
  );
  return found.flat();
};

const NOTHING = {
  period: null,
  comparedWith: null,
  sameLastYear: null,
  levels: [],
  index: null,
  yearIndex: null,
  meanOfUnits: null,
  otherEditions: [],
  bagian: [],
  whole: null,
  aggregates: [],
  trend: [],
  profile: [],
  suggestions: { rows: [], total: 0, page: 1, pages: 1, words: "", hidden: 0 },
  population: null,
  bands: bandsOf("14/2017"),
} satisfies Partial<SurveyView>;

export const askedUnit = (
  register: Register,
  { serviceNo, bagian }: Pick<SurveyRequest, "serviceNo" | "bagian">,
): UnitRef | null => {
  if (serviceNo === undefined && bagian === undefined) return null;
  const unit = serviceNo === undefined ? register.bagianAt(bagian ?? "") : register.serviceAt(serviceNo);
  if (!unit) throw notFound();
  return unit;
};

/** *Rata-rata unit*: the exact mean of the indices of the lowest units, rounded once. */
export const meanOfCells = (cells: readonly Cell[]): SurveyView["meanOfUnits"] => {
  const figures = cells.map(({ histograms }) => figuresOf(histograms)).filter(({ ikm }) => ikm !== null);
  const mean = meanOfUnits(figures);
  if (!mean || !figures[0]) return null;
  const ikm = scaledHalfUp(mean, 2);
  return { ikm: ikm / 100, mutu: bandOf(figures[0].edition, ikm).mutu, units: figures.length };
};
