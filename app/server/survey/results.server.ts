import { bandOf, type EditionId, edition, unsurName } from "#app/survey/editions.ts";
import { fraction, scaledHalfUp } from "#app/survey/figures/exact.ts";
import { aggregateUnsur, assemble, figuresOf, meanOfUnits } from "#app/survey/figures/figures.ts";
import { costSignal } from "#app/survey/figures/gratis.ts";
import type { Histograms } from "#app/survey/model.ts";
import {
  everyPeriod,
  type Months,
  monthsOf,
  periodBefore,
  periodsOf,
  within,
  yearBefore,
} from "#app/survey/months.ts";
import type { Db } from "#db/connection.ts";
import { type PopulationRow, populations } from "#db/queries/survey/batches.ts";
import {
  aggregatesIn,
  histSums,
  histTotalSums,
  type SurveyedSpan,
  type SurveyQuery,
  suggestions,
  surveyedSpans,
} from "#db/queries/survey/figures.ts";
import { feeFactsInForce } from "#db/queries/survey/promises.ts";
import { surveyUnits } from "#db/queries/survey/units.ts";
import type { Scope } from "#db/scope.ts";
import { notFound } from "../errors.ts";
import { groupBy } from "../group-by.ts";
import { searchKey } from "../keys.ts";
import { regencyAt } from "../lookup.server.ts";
import { regencyRef } from "../refs.ts";
import { type FeeSignal, freeByService } from "./fees.ts";
import { type Cell, cellsOf, mainEdition } from "./histograms.ts";
import { indexView, pooled } from "./index-view.ts";
import { type Register, registerOf } from "./register.ts";
import type {
  AggregateRow,
  BagianSurvey,
  EditionBands,
  ProfileRow,
  SurveyView,
  TrendRow,
  UnitRef,
} from "./views.ts";

export interface SurveyRequest {
  kab: string;
  /** Number of the one service asked for. */
  serviceNo?: number;
  /** Slug of the one bagian asked for. */
  bagian?: string;
  period?: string | null;
  words?: string;
  page?: number;
}

const SUGGESTIONS_A_PAGE = 20;
const MOST_PERIODS = 12;
/** Groups with fewer respondents are hidden from roles that could recognise people, and joined for all. */
const LEAST_GROUP = 5;

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
  const comparedWith = periodBefore(period);
  const sameLastYear = yearBefore(period);
  const readAll = (query: Omit<SurveyQuery, "r" | "unit">) =>
    surveyCells(db, scope, r, register, asked, query);
  const monthsBefore = comparedWith && monthsOf(comparedWith);
  const monthsLastYear = sameLastYear && monthsOf(sameLastYear);
  const [cells, before, lastYear, byMonths, aggregates, served, words, fees] = await Promise.all([
    readAll({ months, apart: "unit" }),
    monthsBefore ? readAll({ months: monthsBefore, apart: "unit" }) : [],
    monthsLastYear ? readAll({ months: monthsLastYear }) : [],
    readAll({ apart: "months" }),
    aggregatesIn(db.read, scope, r, months),
    populations(db.read, scope, r),
    suggestionsOf(db, scope, register, asked, { ...request, r, months }),
    feeFactsInForce(db.read, scope, r),
  ]);
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
    meanOfUnits: asked?.kind === "layanan" ? null : meanOf2(own),
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
  suggestions: { rows: [], total: 0, page: 1, pages: 1, words: "" },
  population: null,
  bands: bandsOf("14/2017"),
} satisfies Partial<SurveyView>;

const monthsOfSpan = ({ from_month, to_month }: SurveyedSpan): Months => ({ from: from_month, to: to_month });

/** People served in these months; null where no import says. An import says it of all its services together. */
const servedIn = (rows: readonly PopulationRow[], months: Months): number | null => {
  const inside = rows.filter(({ from_month, to_month }) =>
    within({ from: from_month, to: to_month }, months),
  );
  return inside.length === 0 ? null : inside.reduce((sum, row) => sum + Number(row.population), 0);
};

export const askedUnit = (
  register: Register,
  { serviceNo, bagian }: Pick<SurveyRequest, "serviceNo" | "bagian">,
): UnitRef | null => {
  if (serviceNo === undefined && bagian === undefined) return null;
  const unit = serviceNo === undefined ? register.bagianAt(bagian ?? "") : register.serviceAt(serviceNo);
  if (!unit) throw notFound();
  return unit;
};

const ofEdition = (cells: readonly Cell[], edition: EditionId): Histograms[] =>
  cells.flatMap(({ histograms }) => (histograms.edition === edition ? [histograms] : []));

const pooledOf = (cells: readonly Cell[], edition: EditionId): Histograms | undefined =>
  pooled(ofEdition(cells, edition));

/** *Rata-rata unit*: the exact mean of the indices of the lowest units, rounded once. */
const meanOf2 = (cells: readonly Cell[]): SurveyView["meanOfUnits"] => {
  const figures = cells.map(({ histograms }) => figuresOf(histograms)).filter(({ ikm }) => ikm !== null);
  const mean = meanOfUnits(figures);
  if (!mean || !figures[0]) return null;
  const ikm = scaledHalfUp(mean, 2);
  return { ikm: ikm / 100, mutu: bandOf(figures[0].edition, ikm).mutu, units: figures.length };
};

/** Services under their bagian, in the order of the register; a bagian's answers are those of its services and its own. */
const bagianRows = (
  register: Register,
  cells: readonly Cell[],
  before: readonly Cell[],
  free: ReadonlyMap<string, boolean | null>,
): BagianSurvey[] => {
  const placed = groupBy(
    cells.filter(({ unitKind }) => unitKind !== "setda"),
    (cell) => register.bagianIdOf(cell),
  );
  const earlier = groupBy(
    before.filter(({ unitKind }) => unitKind !== "setda"),
    (cell) => register.bagianIdOf(cell),
  );
  const sameUnit = (cell: Cell) =>
    before.filter((one) => one.unitId === cell.unitId && one.unitKind === cell.unitKind);
  return register.bagianOrder([...placed.keys()]).flatMap((id) => {
    const own = placed.get(id) ?? [];
    const all = pooled(own.map(({ histograms }) => histograms));
    if (!all) return [];
    return [
      {
        bagian: register.bagianRef(id),
        index: indexView(all, { before: pooledOf(earlier.get(id) ?? [], all.edition) }),
        services: register.inOrder(own.filter(({ unitKind }) => unitKind === "layanan")).flatMap((cell) => {
          const unit = register.unitOf(cell.unitKind, cell.unitId);
          const index = indexView(cell.histograms, {
            before: pooledOf(sameUnit(cell), cell.histograms.edition),
          });
          return unit ? [{ unit, index, fee: feeSignal(cell, free.get(cell.unitId) ?? null) }] : [];
        }),
      },
    ];
  });
};

const feeSignal = ({ histograms }: Cell, free: boolean | null): FeeSignal | null => {
  const signal = costSignal(histograms, free);
  return signal && free !== null && signal.weight !== "none" ? { ...signal, free } : null;
};

const wholeOf = (cells: readonly Cell[], before: readonly Cell[]) => {
  const whole = (all: readonly Cell[]) => all.filter(({ unitKind }) => unitKind === "setda");
  const own = pooled(whole(cells).map(({ histograms }) => histograms));
  return own ? indexView(own, { before: pooledOf(whole(before), own.edition) }) : null;
};

/** One point a period; a period whose answers are of several editions shows the one with most respondents. */
const trendOf = (
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

const GROUPS = ["sex", "age", "education", "occupation"] as const;

/** People per value of a group, most first; values of fewer than five people are joined. */
const profileOf = (group: ProfileRow["group"], cells: readonly Cell[]): ProfileRow[] => {
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
  const large = rows.filter(({ n }) => n >= LEAST_GROUP);
  const small = rows.filter(({ n }) => n < LEAST_GROUP);
  const row = (value: string, all: Histograms): ProfileRow => {
    const { n, ikm } = indexView(all);
    return { group, value, n, ikm: n < LEAST_GROUP ? null : ikm };
  };
  const joined = pooled(small.map(({ all }) => all));
  return [
    ...large
      .sort((a, b) => b.n - a.n || a.value.localeCompare(b.value))
      .map(({ value, all }) => row(value, all)),
    ...(joined ? [row("lainnya", joined)] : []),
  ];
};

const suggestionsOf = async (
  db: Db,
  scope: Scope,
  register: Register,
  asked: UnitRef | null,
  { r, months, words = "", page = 1 }: SurveyRequest & { r: number; months: Months },
): Promise<SurveyView["suggestions"]> => {
  const units = asked ? register.filterOf(asked) : [undefined];
  const wanted = searchKey(words).split(" ").filter(Boolean);
  const found = await Promise.all(
    units.map((unit) =>
      suggestions(db.read, scope, {
        r,
        months,
        ...(unit ? { unit: { kind: unit.kind, ids: unit.ids ?? [] } } : {}),
        words: wanted,
        limit: SUGGESTIONS_A_PAGE * page,
        offset: 0,
      }),
    ),
  );
  const total = found.reduce((sum, rows) => sum + Number(rows[0]?.total ?? 0), 0);
  const rows = found.flat().slice((page - 1) * SUGGESTIONS_A_PAGE, page * SUGGESTIONS_A_PAGE);
  return {
    rows: rows.map((row) => ({ text: row.saran, unit: register.unitOf(row.unit_kind, row.unit_id) })),
    total,
    page,
    pages: Math.max(1, Math.ceil(total / SUGGESTIONS_A_PAGE)),
    words,
  };
};

const aggregateRows = (
  register: Register,
  asked: UnitRef | null,
  rows: Awaited<ReturnType<typeof aggregatesIn>>,
): AggregateRow[] => {
  const own = rows.filter((row) => !asked || register.covers(asked, row.unit_kind, row.unit_id));
  const files = groupBy(own, (row) => [row.batch_id, row.unit_kind, row.unit_id].join(":"));
  return [...files.values()].flatMap((parts) => {
    const [first] = parts;
    if (!first) return [];
    const unsur = parts.map((part) =>
      aggregateUnsur(first.edition, part.unsur, {
        n: part.n,
        sum: part.sum === null ? null : fraction(part.sum, 100),
        nrr: fraction(part.nrr, 10_000),
      }),
    );
    const figures = assemble(first.edition, first.n, unsur);
    return [
      {
        unit: register.unitOf(first.unit_kind, first.unit_id),
        fileName: first.file_name,
        n: first.n,
        ikm: figures.ikmHundredths === null ? null : figures.ikmHundredths / 100,
        mutu: figures.band?.mutu ?? null,
        unsur: figures.unsur.flatMap(({ key, n, nrr, nilai, band }) =>
          nrr && nilai !== null && band
            ? [
                {
                  name: unsurName(first.edition, key),
                  n,
                  nrr: scaledHalfUp(nrr, 4) / 10_000,
                  nilai: nilai / 100,
                  mutu: band.mutu,
                },
              ]
            : [],
        ),
      },
    ];
  });
};
