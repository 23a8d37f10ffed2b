import type { Shape, SkmJson } from "#app/survey/schema.ts";
import type { Db } from "#db/connection.ts";
import { surveyAliases } from "#db/queries/survey/rows.ts";
import { surveyUnits } from "#db/queries/survey/units.ts";
import type { SurveyDraftTable } from "#db/schema-survey.ts";
import type { Scope } from "#db/scope.ts";
import { parseStored } from "../../stored-json.ts";
import { matchPlaces, type PlaceMatch, type PrintedPlace, type UnitId } from "../places.ts";
import { countedElsewhere, monthsOfGroup, otherRegencies, printedPlaces, unitFinder } from "../ready.ts";
import { readyDraft } from "../ready-draft.server.ts";
import type { Register } from "../register.ts";
import { DraftResult, SkmOptions } from "../stored.ts";
import { type DraftHead, draftAt, headOf, registerFor } from "./head.server.ts";

/** Form value of a unit of the register; `lewati`: not counted. */
export type UnitValue = string;

export interface UnitChoice {
  value: UnitValue;
  label: string;
}

export interface UnitChoices {
  bagian: UnitChoice[];
  services: { bagian: string | null; choices: UnitChoice[] }[];
}

export interface PlaceView extends PrintedPlace {
  n: number | null;
  periods: string[];
  how: PlaceMatch["how"];
  /** The unit chosen before, or the proposed one; "" where nobody knows. */
  value: UnitValue;
}

export interface PlacesStep {
  draft: DraftHead;
  shape: Shape;
  places: PlaceView[];
  units: UnitChoices;
  /** Groups without months, of all. */
  withoutPeriod: number;
  groups: number;
  /** As the user gave it. */
  period: string | null;
  /** Further regencies that the file names; `counted`: its user says that they are this one. */
  otherRegencies: { name: string; n: number | null; counted: boolean }[];
}

const SKIP = "lewati";

const formValue = (unit: UnitId | null | undefined, register: Register): UnitValue => {
  if (unit === null) return SKIP;
  const ref = unit && register.unitOf(unit.kind, unit.id);
  if (!ref) return "";
  if (ref.kind === "setda") return "setda";
  return ref.kind === "layanan" ? `layanan-${ref.service.no}` : `bagian-${ref.bagian.slug}`;
};

/** Step 3: places of the file beside the register. Null while the file is not counted. */
export const getPlacesStep = async (db: Db, scope: Scope, id: string): Promise<PlacesStep | null> => {
  const draft = await draftAt(db, scope, id);
  const json = jsonOf(draft);
  if (!json) return null;
  const { services, bagian, register } = await registerFor(db, scope, draft.r);
  const { regencies, apart, places: said } = await readyDraft(db.read, scope, draft);
  const printed = printedPlaces(json.groups, apart);
  const chosen = unitFinder(said, apart);
  const matches = matchPlaces(printed, { services, bagian }, await surveyAliases(db.read, draft.r));
  const head = await headOf(db, scope, draft);
  const own = json.groups.filter(({ regency }) => regency === null || !apart.has(regency));
  const groupsOf = (bagianId: string | null) => ({
    bagian: bagian.find((one) => one.id === bagianId)?.name ?? null,
    choices: services
      .filter((one) => one.bagian_id === bagianId)
      .map((one) => ({ value: `layanan-${one.no}`, label: one.name })),
  });
  return {
    draft: head,
    shape: json.shape,
    places: printed.map((place, at) => {
      const match = matches[at] as PlaceMatch;
      const before = chosen({ ...place, regency: null });
      return {
        ...place,
        how: before === undefined ? match.how : "alias",
        value:
          before === undefined
            ? match.unit
              ? formValue(match.unit, register)
              : ""
            : formValue(before, register),
      };
    }),
    units: {
      bagian: bagian.map((one) => ({ value: `bagian-${one.slug}`, label: one.name })),
      services: [...bagian.map((one) => one.id), null]
        .map(groupsOf)
        .filter(({ choices }) => choices.length > 0),
    },
    withoutPeriod: own.filter((group) => monthsOfGroup(group) === null).length,
    groups: own.length,
    period: parseStored(SkmOptions, draft.options).period ?? null,
    otherRegencies: countedElsewhere(
      json.groups,
      new Set(otherRegencies(json.groups, head.regency.name)),
    ).map((one) => ({ ...one, counted: regencies.includes(one.name) })),
  };
};

/** The unit that a form names; null: not counted; undefined: there is no such unit. */
export const unitReader = async (
  db: Db,
  scope: Scope,
  id: string,
): Promise<(value: UnitValue) => UnitId | null | undefined> => {
  const draft = await draftAt(db, scope, id);
  const { services, bagian } = await surveyUnits(db.read, scope, draft.r);
  return (value) => {
    if (value === SKIP) return null;
    if (value === "setda") return { kind: "setda", id: "" };
    const service = services.find(({ no }) => value === `layanan-${no}`);
    if (service) return { kind: "layanan", id: service.id };
    const one = bagian.find(({ slug }) => value === `bagian-${slug}`);
    return one ? { kind: "bagian", id: one.id } : undefined;
  };
};

const jsonOf = (draft: SurveyDraftTable): SkmJson | null => {
  const result = draft.result === null ? null : parseStored(DraftResult, draft.result);
  return result && "json" in result ? result.json : null;
};
