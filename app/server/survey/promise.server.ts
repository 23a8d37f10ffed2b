import { countDeeds, type DeedCounts, type JoinedPair, joinPairs } from "#app/promise/join.ts";
import { type Experience, type Experienced, experiencedAs, promisedBy } from "#app/promise/judge.ts";
import { PAIRS } from "#app/promise/pairs.ts";
import { type Candidate, type Priority, priorities, type User } from "#app/promise/priorities.ts";
import { COMPONENT_KEYS, type ComponentKey } from "#app/reader/components.ts";
import type { Level } from "#app/scoring/schema.ts";
import { edition, type UnsurKey } from "#app/survey/editions.ts";
import { monthsOf, periodsOf } from "#app/survey/months.ts";
import type { Db } from "#db/connection.ts";
import { surveyedSpans } from "#db/queries/survey/figures.ts";
import { type LevelRow, levelsInForce } from "#db/queries/survey/promises.ts";
import { type ServiceUnit, surveyUnits } from "#db/queries/survey/units.ts";
import type { UnitKind } from "#db/schema-survey.ts";
import type { Scope } from "#db/scope.ts";
import { groupBy } from "../group-by.ts";
import { regencyAt } from "../lookup.server.ts";
import { regencyRef } from "../refs.ts";
import type { BagianRef, RegencyRef, ReviewCount, ServiceRef } from "../views.ts";
import { type Cell, mainEdition, pooled } from "./histograms.ts";
import { type IndexView, indexView } from "./index-view.ts";
import { type Register, registerOf } from "./register.ts";
import { askedUnit, surveyCells } from "./results.server.ts";
import type { UnitRef } from "./views.ts";

/** One service: its promises beside what people experienced. */
export interface ServicePromise {
  service: ServiceRef;
  bagian: BagianRef | null;
  user: User | null;
  /** Users a year, where somebody said it. */
  volume: number | null;
  n: number;
  pairs: JoinedPair[];
  /** Components at level 0 or 1, of all 14 that can be read. */
  problems: number;
  /** Which of the 14 are absent (level 0), and which do not say what they should (level 1). */
  absent: ComponentKey[];
  wrong: ComponentKey[];
}

/** One pair of a bagian: how many of its services promise weakly, beside the pooled answers. */
export interface BagianPair {
  unsur: UnsurKey;
  component: ComponentKey;
  weak: boolean;
  /** Services with a weak promise, of those that can be read. */
  weakServices: number;
  readable: number;
  experience: Experience | null;
  experienced: Experienced | null;
}

export interface BagianPromise {
  bagian: BagianRef | null;
  services: number;
  n: number;
  /** Problems over services: where the bagian stands across the quadrant. */
  problemsAService: number;
  index: IndexView | null;
  experienced: Experienced | null;
  pairs: BagianPair[];
}

export interface PromiseView {
  regency: RegencyRef;
  unit: UnitRef | null;
  periods: string[];
  period: string | null;
  levels: UnitKind[];
  /** Of the levels that stand here as promises, how many a person has reviewed. */
  review: ReviewCount;
  /** Lower bound of mutu B in the edition shown. */
  bound: number;
  services: ServicePromise[];
  bagian: BagianPromise[];
  /** Counts over the strong pairs of services that were surveyed themselves. */
  counts: DeedCounts;
  /** Services in force without an answer of their own in this period. */
  unsurveyed: number;
  priorities: Priority<ServicePromise>[];
  /** Answers of the whole secretariat, where the survey goes no deeper. */
  whole: IndexView | null;
}

const LEVELS: Readonly<Record<string, Level>> = { "0": 0, "1": 1, "2": 2, "3": 3, T: "T" };

type Levels = Partial<Record<ComponentKey, Level | null>>;

const levelsOf = (rows: readonly LevelRow[]): Levels =>
  Object.fromEntries(rows.map(({ key, level }) => [key, level === null ? null : (LEVELS[level] ?? null)]));

/** Promise and experience side by side, for a regency or one bagian. */
export const getPromise = async (
  db: Db,
  scope: Scope,
  request: { kab: string; bagian?: string; period?: string | null },
): Promise<PromiseView> => {
  const row = await regencyAt(db, scope, request.kab);
  const [units, allSpans, levelRows] = await Promise.all([
    surveyUnits(db.read, scope, row.id),
    surveyedSpans(db.read, scope),
    levelsInForce(db.read, scope, row.id),
  ]);
  const register = registerOf(units.services, units.bagian);
  const unit = askedUnit(register, request);
  const spans = allSpans.filter(({ r, n }) => r === row.id && n !== null);
  const periods = periodsOf(spans.map(({ from_month, to_month }) => ({ from: from_month, to: to_month })));
  const period = request.period && monthsOf(request.period) ? request.period : (periods[0] ?? null);
  const months = period ? monthsOf(period) : null;
  const found = months ? await surveyCells(db, scope, row.id, register, unit, { months, apart: "unit" }) : [];
  const { main } = mainEdition(found);
  const cells = found.filter(({ histograms }) => histograms.edition === main);
  const bound = (edition(main ?? "14/2017").bands.find(({ mutu }) => mutu === "B")?.from ?? 0) / 100;
  const levels = new Map(
    [...groupBy(levelRows, ({ service_id }) => service_id)].map(([id, own]) => [id, levelsOf(own)]),
  );
  const inside = units.services.filter(
    (one) => one.in_force && (!unit || register.covers(unit, "layanan", one.id)),
  );
  const all = inside.map((one) => serviceOf(one, register, levels.get(one.id) ?? {}, cells, bound));
  const services = all.map(({ promise }) => promise);
  const whole = pooled(
    cells.filter(({ unitKind }) => unitKind === "setda").map(({ histograms }) => histograms),
  );
  return {
    regency: regencyRef(row),
    unit,
    periods,
    period,
    levels: [...new Set(cells.map(({ unitKind }) => unitKind))],
    review: reviewOf(levelRows, new Set(inside.map(({ id }) => id))),
    bound,
    services,
    bagian: bagianOf(register, inside, levels, cells, bound),
    counts: countDeeds(services.flatMap(({ pairs }) => pairs)),
    unsurveyed: services.filter(({ n }) => n === 0).length,
    priorities: priorities(
      all.map(({ candidate }) => candidate),
      bound,
    ),
    whole: whole ? indexView(whole) : null,
  };
};

/** Levels 0-3 are verdicts; T and what is not judged is none. */
const reviewOf = (rows: readonly LevelRow[], services: ReadonlySet<string>): ReviewCount => {
  const verdicts = rows.filter(
    ({ service_id, level }) => services.has(service_id) && level !== null && level !== "T",
  );
  return {
    reviewed: verdicts.filter(({ reviewed }) => reviewed !== null).length,
    verdicts: verdicts.length,
  };
};

const experiencesOf = (index: IndexView | null): Map<UnsurKey, Experience> =>
  new Map(
    index?.unsur.flatMap(({ key, n, nilai, interval }): [UnsurKey, Experience][] =>
      nilai === null ? [] : [[key, { n, nilai, interval }]],
    ) ?? [],
  );

const problemsIn = (levels: Levels): { level0: number; level1: number } => {
  const all = Object.values(levels);
  return {
    level0: all.filter((level) => level === 0).length,
    level1: all.filter((level) => level === 1).length,
  };
};

const componentsAt = (levels: Levels, level: Level): ComponentKey[] =>
  COMPONENT_KEYS.filter((key) => levels[key] === level);

const serviceOf = (
  one: ServiceUnit,
  register: Register,
  levels: Levels,
  cells: readonly Cell[],
  bound: number,
): { promise: ServicePromise; candidate: Candidate<ServicePromise> } => {
  const own = pooled(
    cells
      .filter(({ unitKind, unitId }) => unitKind === "layanan" && unitId === one.id)
      .map(({ histograms }) => histograms),
  );
  const index = own ? indexView(own) : null;
  const { level0, level1 } = problemsIn(levels);
  const promise: ServicePromise = {
    service: { no: one.no, slug: one.slug, name: one.name },
    bagian: register.bagianRef(one.bagian_id),
    user: one.pengguna,
    volume: one.volume,
    n: index?.n ?? 0,
    pairs: joinPairs(levels, experiencesOf(index), bound),
    problems: level0 + level1,
    absent: componentsAt(levels, 0),
    wrong: componentsAt(levels, 1),
  };
  return {
    promise,
    candidate: {
      service: promise,
      user: one.pengguna,
      volume: one.volume,
      pairs: promise.pairs,
      level0,
      level1,
    },
  };
};

const bagianOf = (
  register: Register,
  services: readonly ServiceUnit[],
  levels: ReadonlyMap<string, Levels>,
  cells: readonly Cell[],
  bound: number,
): BagianPromise[] => {
  const byBagian = groupBy(services, ({ bagian_id }) => bagian_id);
  return register.bagianOrder([...byBagian.keys()]).map((id) => {
    const own = byBagian.get(id) ?? [];
    const answers = pooled(
      cells
        .filter((cell) => cell.unitKind !== "setda" && register.bagianIdOf(cell) === id)
        .map(({ histograms }) => histograms),
    );
    const index = answers ? indexView(answers) : null;
    const experiences = experiencesOf(index);
    const ownLevels = own.map((one) => levels.get(one.id) ?? {});
    const problems = ownLevels.reduce((sum, one) => {
      const { level0, level1 } = problemsIn(one);
      return sum + level0 + level1;
    }, 0);
    return {
      bagian: register.bagianRef(id),
      services: own.length,
      n: index?.n ?? 0,
      problemsAService: own.length === 0 ? 0 : problems / own.length,
      index,
      experienced:
        index && index.ikm !== null
          ? experiencedAs({ n: index.n, nilai: index.ikm, interval: index.interval }, bound)
          : null,
      pairs: PAIRS.map(({ unsur, component, weak }): BagianPair => {
        const promised = ownLevels
          .map((one) => promisedBy(one[component] ?? null))
          .filter((one) => one !== null);
        const experience = experiences.get(unsur) ?? null;
        return {
          unsur,
          component,
          weak,
          weakServices: promised.filter((one) => one === "lemah").length,
          readable: promised.length,
          experience,
          experienced: experience && experiencedAs(experience, bound),
        };
      }),
    };
  });
};
