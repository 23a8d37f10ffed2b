import type { Shape } from "#app/survey/schema.ts";
import type { Reader } from "#db/connection.ts";
import { listRegencies } from "#db/queries/regencies.ts";
import type { SurveyDraftTable } from "#db/schema-survey.ts";
import type { Scope } from "#db/scope.ts";
import { notFound } from "../errors.ts";
import { regencyRef } from "../refs.ts";
import { parseStored } from "../stored-json.ts";
import {
  countedElsewhere,
  type DraftProblem,
  draftProblem,
  namesApart,
  type UnitOf,
  unitFinder,
} from "./ready.ts";
import { type CountedDraft, DraftResult, Places, Regencies } from "./stored.ts";

/** A draft with everything that was said of it, as pages and storing both see it. */
export interface ReadyDraft {
  counted: CountedDraft | null;
  refusal: { code: string; message: string } | null;
  shape: Shape | null;
  places: Places;
  /** Names in the file under which its user counts rows as this regency's. */
  regencies: string[];
  /** Names of other regencies whose rows are left out. */
  apart: ReadonlySet<string>;
  elsewhere: { name: string; n: number | null }[];
  unitOf: UnitOf;
  problem: DraftProblem | null;
  /** Accepted rows of places that the user left out. */
  leftOut: number;
  /** Rows to be counted that a published import holds already, but for those that are replaced. */
  known(replaces: readonly string[]): number;
  /** Respondents that storing would add. */
  storable(replaces: readonly string[]): number;
}

export const readyDraft = async (db: Reader, scope: Scope, draft: SurveyDraftTable): Promise<ReadyDraft> => {
  const row = (await listRegencies(db, scope)).find(({ id }) => id === draft.r);
  if (!row) throw notFound();
  const result = draft.result === null ? null : parseStored(DraftResult, draft.result);
  const counted = result && "json" in result ? result : null;
  const groups = counted?.json.groups ?? [];
  const places = parseStored(Places, draft.places ?? "[]");
  const regencies = parseStored(Regencies, draft.regencies);
  const apart = namesApart(groups, regencyRef(row).name, regencies);
  const unitOf = unitFinder(places, apart);
  const own = groups.filter((group) => group.regency === null || !apart.has(group.regency));
  const respondents = (all: typeof groups) => all.reduce((sum, { n }) => sum + (n ?? 0), 0);
  const placed = respondents(own.filter((group) => unitOf(group)));
  const known = (replaces: readonly string[]) =>
    (counted?.known ?? [])
      .filter((one) => !replaces.includes(one.batchId) && unitOf(one))
      .reduce((sum, { n }) => sum + n, 0);
  return {
    counted,
    refusal: result && "refusal" in result ? result.refusal : null,
    shape: counted?.json.shape ?? null,
    places,
    regencies,
    apart,
    elsewhere: countedElsewhere(groups, apart),
    unitOf,
    problem: draftProblem({ state: draft.state, result, places, apart }),
    leftOut: respondents(own.filter((group) => unitOf(group) === null)),
    known,
    storable: (replaces) => placed - known(replaces),
  };
};
