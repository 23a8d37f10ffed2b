import { type Band, bandOf, type EditionId, edition, type UnsurKey } from "../editions.ts";
import type { Histograms, Place } from "../model.ts";
import type { SkmGroup, SkmUnsur } from "../schema.ts";
import { add, type Fraction, fraction, meanOf, roundHalfUp, scaledHalfUp, sumOf, times } from "./exact.ts";

/**
 * The arithmetic of Permenpan RB 14/2017 (annex, seen through reproductions): NRR = sum of scores ÷ respondents; the
 * index is the mean of the NRR of all unsur × 25. The weight 1/n is used exactly, never its printed 0.11 or 0.071.
 */

const TWENTY_FIVE = fraction(25);

export interface UnsurFigures {
  key: UnsurKey;
  /** Respondents who answered it; null where an aggregate gives none. */
  n: number | null;
  /** Sum of scores, in points; null where an aggregate gives none. */
  sum: Fraction | null;
  /** Answers 1, 2, 3, 4; null for aggregates and where scores are fractions. */
  counts: [number, number, number, number] | null;
  nrr: Fraction | null;
  /** NRR × 25 rounded half up to hundredths (9052 = 90.52). */
  nilai: number | null;
  band: Band | null;
}

export interface Figures {
  edition: EditionId;
  n: number | null;
  /** Unsur that were asked, in the order of the edition. */
  unsur: UnsurFigures[];
  /** Unsur of the edition without a single answer: while there is one, there is no index. */
  missing: UnsurKey[];
  /** Exact index, 25-100; null while an unsur is missing. */
  ikm: Fraction | null;
  /** The index rounded half up once to hundredths, and its grade. */
  ikmHundredths: number | null;
  band: Band | null;
}

/** Unsur that ask about money: free services score 4 there by construction. */
export const COST_UNSUR: readonly UnsurKey[] = ["biaya", "kewajaran_biaya", "kepastian_biaya"];

const nilaiOf = (nrr: Fraction): number => scaledHalfUp(times(nrr, TWENTY_FIVE), 2);

const unsurFigures = (id: EditionId, one: Omit<UnsurFigures, "nilai" | "band">): UnsurFigures => {
  const nilai = one.nrr && nilaiOf(one.nrr);
  return { ...one, nilai, band: nilai === null ? null : bandOf(id, nilai) };
};

/** Index from the unsur that are there: mean of NRR × 25. Unequal n are allowed, each unsur counts alike. */
export const assemble = (id: EditionId, n: number | null, unsur: UnsurFigures[]): Figures => {
  const keys = edition(id).unsur.map((one) => one.key);
  const ordered = keys.flatMap((key) => unsur.filter((one) => one.key === key));
  const missing = keys.filter((key) => !ordered.some((one) => one.key === key && one.nrr));
  const ikm = missing.length ? null : indexOf(ordered);
  const ikmHundredths = ikm && scaledHalfUp(ikm, 2);
  const band = ikmHundredths === null ? null : bandOf(id, ikmHundredths);
  return { edition: id, n, unsur: ordered, missing, ikm, ikmHundredths, band };
};

const indexOf = (unsur: readonly UnsurFigures[]): Fraction | null => {
  const mean = meanOf(unsur.flatMap((one) => (one.nrr ? [one.nrr] : [])));
  return mean ? times(mean, TWENTY_FIVE) : null;
};

/**
 * Figures from histograms.
 *
 * @param asked unsur the questionnaire had; one that nobody answered stands there with n 0. All where left out.
 * @param options.fractions scores were mapped to fractions: `counts` is null.
 */
export const figuresOf = (
  { edition: id, hist, hist_total }: Histograms,
  asked: readonly UnsurKey[] = edition(id).unsur.map((one) => one.key),
  { fractions = false }: { fractions?: boolean } = {},
): Figures => {
  const byKey = new Map<UnsurKey, { n: number; sum: bigint; counts: [number, number, number, number] }>();
  let between = fractions;
  for (const key of asked) byKey.set(key, { n: 0, sum: 0n, counts: [0, 0, 0, 0] });
  for (const { unsur, score, n } of hist) {
    const one = byKey.get(unsur) ?? { n: 0, sum: 0n, counts: [0, 0, 0, 0] };
    byKey.set(unsur, one);
    one.n += n;
    one.sum += BigInt(score) * BigInt(n);
    if (score % 100) between = true;
    else one.counts[score / 100 - 1]! += n;
  }
  const unsur = [...byKey].map(([key, one]) =>
    unsurFigures(id, {
      key,
      n: one.n,
      sum: fraction(one.sum, 100),
      counts: between ? null : (one.counts as [number, number, number, number]),
      nrr: one.n ? fraction(one.sum, 100 * one.n) : null,
    }),
  );
  const n = hist_total.reduce((all, row) => all + row.n, 0);
  return assemble(id, n, unsur);
};

/** One unsur of an aggregate table: exact from sum and n where both stand there, else from its printed NRR. */
export const aggregateUnsur = (
  id: EditionId,
  key: UnsurKey,
  given: { n: number | null; sum: Fraction | null; nrr: Fraction | null },
): UnsurFigures => {
  const exact = given.sum && given.n ? times(given.sum, fraction(1, given.n)) : given.nrr;
  return unsurFigures(id, { key, n: given.n, sum: given.sum, counts: null, nrr: exact });
};

/** The index without the unsur of cost, as an insight beside the official value; null while an unsur is missing. */
export const ikmWithoutCost = (figures: Figures): Fraction | null =>
  figures.missing.length ? null : indexOf(figures.unsur.filter((one) => !COST_UNSUR.includes(one.key)));

/** What a printed weight gives: Σ (NRR × weight) × 25. `millionths`: 110000 is 0.11. */
export const ikmWithWeight = (figures: Figures, millionths: number): Fraction | null => {
  if (figures.missing.length) return null;
  const sum = figures.unsur.reduce((all, one) => add(all, one.nrr ?? fraction(0)), fraction(0));
  return times(times(sum, fraction(millionths, 1_000_000)), TWENTY_FIVE);
};

/** *Rata-rata unit*: the plain mean of the exact indices of units that have one; null where none has. */
export const meanOfUnits = (units: readonly Figures[]): Fraction | null =>
  meanOf(units.flatMap((one) => (one.ikm ? [one.ikm] : []))) ?? null;

/** Sum of all NRR, as the foot of the processing sheet prints it. */
export const sumOfNrr = (figures: Figures): Fraction => sumOf(figures.unsur.flatMap((one) => one.nrr ?? []));

const point2 = (hundredths: number): number => Number(`${hundredths}e-2`);

/** Sum in points: whole, or with at most two decimals where scores are fractions; more digits only from an aggregate. */
const points = (sum: Fraction): number => roundHalfUp(sum, 4);

/** A group as the contract prints it. */
export const toSkmGroup = (place: Place, figures: Figures): SkmGroup => ({
  regency: place.regency,
  bagian: place.bagian,
  service: place.service,
  period: place.period,
  n: figures.n,
  unsur: Object.fromEntries(
    figures.unsur.map(({ key, n, sum, counts, nrr, nilai, band }): [UnsurKey, SkmUnsur] => [
      key,
      {
        n,
        sum: sum && points(sum),
        counts,
        nrr: nrr && roundHalfUp(nrr, 4),
        nilai: nilai === null ? null : point2(nilai),
        mutu: band?.mutu ?? null,
      },
    ]),
  ),
  ikm: figures.ikmHundredths === null ? null : point2(figures.ikmHundredths),
  mutu: figures.band?.mutu ?? null,
  kinerja: figures.band?.kinerja ?? null,
});
