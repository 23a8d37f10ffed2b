import { proofsOf, proveUnit } from "#app/evidence/prove.ts";
import type { Proof } from "#app/evidence/subject.ts";
import { type QuarterFigures, quarterOf } from "#app/followup/quarter.ts";
import type { Db } from "#db/connection.ts";
import { bagianInForce, filterValues } from "#db/queries/groups.ts";
import type { Scope } from "#db/scope.ts";
import { notFound } from "../errors.ts";
import { followUpOfQuarter } from "../followup/quarter.server.ts";
import { regencyAt } from "../lookup.server.ts";
import { bagianRef, decreesOf, regencyRef } from "../refs.ts";
import { optionsOf, selectionOf } from "../selection.ts";
import { getSurvey } from "../survey/results.server.ts";
import { todayIn } from "../today.ts";
import type { BagianRef, DecreeRef, FilterOptions, RegencyRef, ServiceFilter } from "../views.ts";
import { type EditionView, editionViews } from "./editions.server.ts";
import { judgedUnits } from "./evidence.server.ts";
import type { PlacedIndicator } from "./self-check.server.ts";

/** What a decree says to one bagian of one indicator. */
export interface PekpppProof extends Proof {
  bagian: BagianRef;
  services: number;
}

export interface PekpppIndicator {
  indicator: PlacedIndicator;
  /** Place in the edition, from 1: the number that the instrument gives it. */
  number: number;
  /** One a bagian; none where no decree can prove anything of it. */
  proofs: PekpppProof[];
}

/** The newest survey that proves how satisfaction is measured. */
export interface PekpppSurvey {
  period: string;
  n: number;
  /** Unsur with answers. */
  unsur: number;
  ikm: number | null;
  mutu: string | null;
}

export interface PekpppView {
  regency: RegencyRef;
  edition: EditionView;
  /** Indicators that the edition lists, in its order. */
  indicators: PekpppIndicator[];
  units: number;
  services: number;
  decrees: DecreeRef[];
  survey: PekpppSurvey | null;
  /** Follow-up to weak unsur, of the quarter that runs. */
  followUp: QuarterFigures | null;
  options: FilterOptions;
  siblings: BagianRef[];
}

/**
 * What decrees and surveys of a regency say to the indicators of PEKPPP, per bagian, and what evidence is still to be asked
 * for. Never a score: no index is made of it.
 * @throws AppError (404) where the regency is not there, or no edition of PEKPPP is in force
 */
export const getPekppp = async (
  db: Db,
  scope: Scope,
  kab: string,
  filter: ServiceFilter,
): Promise<PekpppView> => {
  const regency = regencyRef(await regencyAt(db, scope, kab));
  const edition = (await editionViews(db, scope)).find(
    ({ kind, supersededBy }) => kind === "pekppp" && supersededBy === null,
  );
  if (!edition) throw notFound();
  const indicators = edition.content.dimensions.flatMap(({ name, indicators: own }) =>
    own.map((one): PlacedIndicator => ({ ...one, dimension: name })),
  );
  const selection = selectionOf(db, filter, [regency.r]);
  const [units, values, bagian, survey, followUp] = await Promise.all([
    judgedUnits(db, scope, selection, indicators.flatMap(proofsOf)),
    filterValues(db.read, scope, [regency.r]),
    bagianInForce(db.read, scope, [regency.r]),
    getSurvey(db, scope, { kab }),
    followUpOfQuarter(db, scope, regency, quarterOf(todayIn(db, regency))),
  ]);
  const rows = units.flatMap(({ services }) => services.map(({ row }) => row));
  return {
    regency,
    edition,
    indicators: indicators.map((indicator, at) => ({
      indicator,
      number: at + 1,
      proofs:
        proofsOf(indicator).length === 0
          ? []
          : units.map((unit) => ({
              ...proveUnit(indicator, unit.evidence),
              bagian: unit.bagian,
              services: unit.services.length,
            })),
    })),
    units: units.length,
    services: rows.length,
    decrees: decreesOf(rows),
    survey:
      survey.period && survey.index
        ? {
            period: survey.period,
            n: survey.index.n,
            unsur: survey.index.unsur.filter(({ n }) => n > 0).length,
            ikm: survey.index.ikm,
            mutu: survey.index.mutu,
          }
        : null,
    followUp: followUp?.ofSurvey ?? null,
    options: optionsOf(values),
    siblings: bagian.map(bagianRef),
  };
};
