import { decreeIsEnough, proofsOf, proveService, proveUnit } from "#app/evidence/prove.ts";
import { answersFromDecree, type SelfCheck, selfCheck } from "#app/evidence/self-check.ts";
import { simulate } from "#app/evidence/simulate.ts";
import type { Proof, ProofState, UnitEvidence } from "#app/evidence/subject.ts";
import type { Indicator } from "#app/instruments/edition.ts";
import type { Db } from "#db/connection.ts";
import { bagianInForce, filterValues } from "#db/queries/groups.ts";
import type { Scope } from "#db/scope.ts";
import { notFound } from "../errors.ts";
import { groupBy } from "../group-by.ts";
import { regencyAt } from "../lookup.server.ts";
import { bagianRef, decreeRef, decreesOf, regencyRef, serviceRef } from "../refs.ts";
import { optionsOf, selectionOf } from "../selection.ts";
import type { BagianRef, DecreeRef, FilterOptions, RegencyRef, ServiceFilter, ServiceRef } from "../views.ts";
import { type EditionView, editionViews } from "./editions.server.ts";
import { type JudgedUnit, judgedUnits } from "./evidence.server.ts";
import { type OfficialResult, resultsOf } from "./results.server.ts";

/** What the decrees say to many places: `terbukti`, `belum_terbukti`, and what can't be said. */
export interface ProofCount {
  proven: number;
  unproven: number;
  /** Torn by the scan, or not to be told yet: in no denominator. */
  open: number;
}

/** An indicator with the dimension that it stands in. */
export interface PlacedIndicator extends Indicator {
  dimension: string;
}

/** One indicator asked of one service, with the words and lines that decided. */
export interface ProofRow extends Proof {
  indicator: PlacedIndicator;
  bagian: BagianRef;
  service: ServiceRef;
  decree: DecreeRef;
}

/** One indicator asked of a whole bagian. */
export interface UnitProofRow extends Proof {
  indicator: PlacedIndicator;
  bagian: BagianRef;
}

export interface SelfCheckView {
  regency: RegencyRef;
  /** Editions of the Ombudsman in force, newest first. */
  editions: EditionView[];
  edition: EditionView;
  services: number;
  decrees: DecreeRef[];
  /** Services by what their decree proves of all indicators that can be proven of a service. */
  whole: ProofCount;
  /** Indicators of which a decree proves something of a service, in the order of the edition. */
  indicators: { indicator: PlacedIndicator; count: ProofCount }[];
  bagian: { bagian: BagianRef; services: number; count: ProofCount; whole: ProofCount }[];
  rows: ProofRow[];
  units: UnitProofRow[];
  /** Indicators that wait for a person, wholly or for what a decree can't prove. */
  waiting: PlacedIndicator[];
  check: SelfCheck;
  /** Why there is no simulation; empty only where there could be one. */
  noSimulation: readonly string[];
  results: OfficialResult[];
  options: FilterOptions;
  siblings: BagianRef[];
}

export interface SelfCheckRequest {
  kab: string;
  /** Address of the edition; null: the newest one in force. */
  edisi: string | null;
  filter: ServiceFilter;
}

const countOf = (states: readonly ProofState[]): ProofCount => {
  const of = (state: ProofState) => states.filter((one) => one === state).length;
  return {
    proven: of("terbukti"),
    unproven: of("belum_terbukti"),
    open: of("tidak_terbaca") + of("belum_pasti"),
  };
};

/** A service as a whole: one indicator unproven decides; else one that can't be told leaves it open. */
const wholeState = (states: readonly ProofState[]): ProofState => {
  if (states.includes("belum_terbukti")) return "belum_terbukti";
  return states.every((one) => one === "terbukti") ? "terbukti" : "belum_pasti";
};

/**
 * What the decrees of a regency prove of an Ombudsman edition, per indicator, bagian and service; what waits for a person;
 * and, apart from all that, the official results.
 * @throws AppError (404) where regency or edition are not there
 */
export const getSelfCheck = async (
  db: Db,
  scope: Scope,
  { kab, edisi, filter }: SelfCheckRequest,
): Promise<SelfCheckView> => {
  const regency = regencyRef(await regencyAt(db, scope, kab));
  const all = (await editionViews(db, scope)).filter(({ kind }) => kind === "ombudsman");
  const editions = all.filter(({ supersededBy }) => supersededBy === null);
  const edition = edisi === null ? editions[0] : all.find(({ slug }) => slug === edisi);
  if (!edition) throw notFound();
  const { content } = edition;
  const placed = content.dimensions.flatMap(({ name, indicators }) =>
    indicators.map((one): PlacedIndicator => ({ ...one, dimension: name })),
  );
  const provable = placed.filter((one) => proofsOf(one).length > 0);
  const ofServices = provable.filter(({ of }) => of === "layanan");
  const ofUnits = provable.filter(({ of }) => of === "unit");
  const [units, results, values, bagian] = await Promise.all([
    judgedUnits(db, scope, selectionOf(db, filter, [regency.r]), provable.flatMap(proofsOf)),
    resultsOf(db, scope, regency.r),
    filterValues(db.read, scope, [regency.r]),
    bagianInForce(db.read, scope, [regency.r]),
  ]);
  const rows = units.flatMap((unit) => rowsOf(unit, ofServices));
  const byService = wholeOf(rows);
  // Of the selection as one unit: what holds everywhere holds.
  const together = proofsTogether(placed, units);
  const answers = answersFromDecree(together);
  return {
    regency,
    editions,
    edition,
    services: units.reduce((sum, { services }) => sum + services.length, 0),
    decrees: decreesOf(units.flatMap(({ services }) => services.map(({ row }) => row))),
    whole: countOf([...byService.values()].map(({ state }) => state)),
    indicators: ofServices.map((indicator) => ({
      indicator,
      count: countOf(rows.filter((row) => row.indicator.id === indicator.id).map(({ state }) => state)),
    })),
    bagian: units.map((unit) => ({
      bagian: unit.bagian,
      services: unit.services.length,
      count: countOf(rows.filter((row) => row.bagian.slug === unit.bagian.slug).map(({ state }) => state)),
      whole: countOf(
        [...byService.values()].filter((one) => one.bagian === unit.bagian.slug).map(({ state }) => state),
      ),
    })),
    rows,
    units: units.flatMap((unit) =>
      ofUnits.map((indicator) => ({
        ...proveUnit(indicator, unit.evidence),
        indicator,
        bagian: unit.bagian,
      })),
    ),
    waiting: placed.filter(({ needs }) => needs.some((one) => one !== "sk")),
    check: selfCheck(content, answers),
    noSimulation: simulate(content, answers).because,
    results,
    options: optionsOf(values),
    siblings: bagian.map(bagianRef),
  };
};

const proofsTogether = (indicators: readonly PlacedIndicator[], units: readonly JudgedUnit[]) => {
  const evidence: UnitEvidence = {
    services: units.flatMap((unit) => unit.evidence.services),
    criteria: new Map(
      [
        ...groupBy(
          units.flatMap((unit) => [...unit.evidence.criteria]),
          ([id]) => id,
        ),
      ].map(([id, all]) => [id, all.flatMap(([, answers]) => answers)]),
    ),
    decrees: units.flatMap((unit) => unit.evidence.decrees),
  };
  return indicators
    .filter(decreeIsEnough)
    .map((indicator) => ({ indicator, proof: proveUnit(indicator, evidence) }));
};

const rowsOf = (unit: JudgedUnit, indicators: readonly PlacedIndicator[]): ProofRow[] =>
  unit.services.flatMap(({ row, evidence }) =>
    indicators.map((indicator) => ({
      ...proveService(indicator, evidence),
      indicator,
      bagian: unit.bagian,
      service: serviceRef(row),
      decree: decreeRef({ ...row, slug: row.decree_slug }),
    })),
  );

const wholeOf = (rows: readonly ProofRow[]): Map<number, { bagian: string; state: ProofState }> => {
  const states = new Map<number, { bagian: string; all: ProofState[] }>();
  for (const { service, bagian, state } of rows) {
    const own = states.get(service.no) ?? { bagian: bagian.slug, all: [] };
    states.set(service.no, own);
    own.all.push(state);
  }
  return new Map([...states].map(([no, { bagian, all }]) => [no, { bagian, state: wholeState(all) }]));
};
