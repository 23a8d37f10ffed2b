import { type EditionId, edition, type Mutu, type UnsurKey } from "#app/survey/editions.ts";
import { nearest, roundHalfUp } from "#app/survey/figures/exact.ts";
import { figuresOf, ikmWithoutCost } from "#app/survey/figures/figures.ts";
import {
  changeBetween,
  type Direction,
  intervalAround,
  spreadOfIndex,
  spreadOfUnsur,
} from "#app/survey/figures/interval.ts";
import { targetSample } from "#app/survey/figures/sample.ts";
import type { Histograms } from "#app/survey/model.ts";

/** Ends of a 95 % interval on the scale of the index: not rounded, for they are held against bounds and printed once. */
export type Interval = readonly [number, number];

export interface Change {
  /** Points of the index, now less before. */
  difference: number;
  direction: Direction;
}

export interface UnsurView {
  key: UnsurKey;
  /** Official name, and the short one. */
  name: string;
  short: string;
  n: number;
  /** Points. */
  sum: number;
  /** Answers 1, 2, 3, 4; null where scores are fractions. */
  counts: [number, number, number, number] | null;
  /** Not rounded, so that whoever prints it rounds once; null where nobody answered. */
  nrr: number | null;
  /** NRR × 25, two decimals. */
  nilai: number | null;
  mutu: Mutu | null;
  interval: Interval | null;
  /** NRR × 25 of the period before, same edition. */
  before: number | null;
  change: Change | null;
}

/** An index with all that stands beside it. Figures of the index have two decimals, rounded half up once. */
export interface IndexView {
  edition: EditionId;
  n: number;
  ikm: number | null;
  mutu: Mutu | null;
  kinerja: string | null;
  interval: Interval | null;
  /** Everybody's answers have one mean: the interval says nothing. */
  flat: boolean;
  /** Unsur of the edition that nobody answered: while there is one, there is no index. */
  missing: UnsurKey[];
  /** The index without the unsur of cost: an insight, never the headline. */
  withoutCost: number | null;
  unsur: UnsurView[];
  change: Change | null;
  /** Krejcie-Morgan for the people served, where they are known. */
  target: number | null;
}

const hundredths = (value: number | null): number | null => (value === null ? null : value / 100);

/**
 * Everything that a page says of one place and period.
 *
 * @param before the same place in the period it is compared with; another edition is not compared
 * @param population people served in the period
 */
export function indexView(
  histograms: Histograms,
  { before, population }: { before?: Histograms | undefined; population?: number | undefined } = {},
): IndexView {
  const figures = figuresOf(histograms);
  const names = new Map(edition(histograms.edition).unsur.map((one) => [one.key, one]));
  const earlier = before && before.edition === histograms.edition ? before : undefined;
  const figuresBefore = earlier && figuresOf(earlier);
  const spread = spreadOfIndex(histograms, population);
  const spreadBefore = earlier && spreadOfIndex(earlier);
  const ikm = hundredths(figures.ikmHundredths);
  const ikmBefore = hundredths(figuresBefore?.ikmHundredths ?? null);
  const without = ikmWithoutCost(figures);
  const unsur = figures.unsur.map((one): UnsurView => {
    const nilai = hundredths(one.nilai);
    const own = spreadOfUnsur(histograms, one.key, population);
    const nilaiBefore = hundredths(figuresBefore?.unsur.find(({ key }) => key === one.key)?.nilai ?? null);
    const ownBefore = earlier && spreadOfUnsur(earlier, one.key);
    return {
      key: one.key,
      name: names.get(one.key)?.name ?? one.key,
      short: names.get(one.key)?.short ?? one.key,
      n: one.n ?? 0,
      sum: one.sum ? roundHalfUp(one.sum, 2) : 0,
      counts: one.counts,
      nrr: one.nrr && nearest(one.nrr),
      nilai,
      mutu: one.band?.mutu ?? null,
      interval: one.nrr && own ? intervalAround(nearest(one.nrr) * 25, own) : null,
      before: nilaiBefore,
      change: changeOf(nilai, own, nilaiBefore, ownBefore ?? null),
    };
  });
  return {
    edition: histograms.edition,
    n: figures.n ?? 0,
    ikm,
    mutu: figures.band?.mutu ?? null,
    kinerja: figures.band?.kinerja ?? null,
    interval: figures.ikm && spread ? intervalAround(nearest(figures.ikm), spread) : null,
    flat: spread?.flat ?? false,
    missing: figures.missing,
    withoutCost: without && roundHalfUp(without, 2),
    unsur,
    change: changeOf(ikm, spread, ikmBefore, spreadBefore ?? null),
    target: population ? targetSample(population) : null,
  };
}

type Spread = NonNullable<ReturnType<typeof spreadOfIndex>>;

function changeOf(
  value: number | null,
  spread: Spread | null,
  before: number | null,
  spreadBefore: Spread | null,
): Change | null {
  if (value === null || before === null || !spread || !spreadBefore) return null;
  const { difference, direction } = changeBetween({ value, spread }, { value: before, spread: spreadBefore });
  return { difference: Math.round(difference * 100) / 100, direction };
}
