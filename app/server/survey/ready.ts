import { type Months, monthsOf } from "#app/survey/months.ts";
import type { SkmGroup, SkmJson } from "#app/survey/schema.ts";
import type { DraftState } from "#db/schema-survey.ts";
import { regencyKey } from "../keys.ts";
import { type PrintedPlace, placeKeys, type UnitId } from "./places.ts";
import type { DraftResult, Places } from "./stored.ts";

/** What still keeps a draft from being stored. */
export type DraftProblem = "belum dihitung" | "tempat" | "periode" | "kembar" | "kosong";

const keyOf = (place: PrintedPlace): string => {
  const { bagian_key, name_key } = placeKeys(place);
  return `${bagian_key}\u0000${name_key}`;
};

/** A place with the regency under whose name it stands; null where the file names none. */
export type PlaceOfRegency = PrintedPlace & { regency: string | null };
/** Null where a place is left out, undefined where nobody has said yet. */
export type UnitOf = (place: PlaceOfRegency) => UnitId | null | undefined;

/** Unit of a printed place. `apart`: names of other regencies, whose places are left out whatever they are called. */
export const unitFinder = (places: Places, apart: ReadonlySet<string>): UnitOf => {
  const byKey = new Map(places.map((place) => [keyOf(place), place.unit]));
  return (place) => (place.regency !== null && apart.has(place.regency) ? null : byKey.get(keyOf(place)));
};

/** Places that a regency may have, each once, in the order in which they appear. */
export function printedPlaces(
  groups: readonly SkmGroup[],
  apart: ReadonlySet<string>,
): (PrintedPlace & { n: number | null; periods: string[] })[] {
  const found = new Map<string, PrintedPlace & { n: number | null; periods: string[] }>();
  for (const { regency, bagian, service, n, period } of groups) {
    if (regency !== null && apart.has(regency)) continue;
    const key = keyOf({ bagian, service });
    const one = found.get(key) ?? { bagian, service, n: 0, periods: [] };
    one.n = one.n === null || n === null ? null : one.n + n;
    if (period !== null && !one.periods.includes(period)) one.periods.push(period);
    found.set(key, one);
  }
  return [...found.values()];
}

/** Months of a group; null where its period is not said or is no span of months. */
export const monthsOfGroup = ({ period }: Pick<SkmGroup, "period">): Months | null =>
  period === null ? null : monthsOf(period);

/** Places of an aggregate table that were given one unit in the same months: two printed figures for one thing. */
export function twins(json: SkmJson, unitOf: UnitOf): PrintedPlace[][] {
  if (json.shape !== "aggregate") return [];
  const byUnit = new Map<string, PrintedPlace[]>();
  for (const group of json.groups) {
    const unit = unitOf(group);
    const months = monthsOfGroup(group);
    if (!unit) continue;
    const key = [unit.kind, unit.id, months?.from, months?.to].join("\u0000");
    byUnit.set(key, [...(byUnit.get(key) ?? []), { bagian: group.bagian, service: group.service }]);
  }
  return [...byUnit.values()].filter((all) => all.length > 1);
}

/** Regencies that the file names besides this one. */
export function otherRegencies(groups: readonly SkmGroup[], name: string): string[] {
  const own = regencyKey(name);
  const bare = own.replace(/^(?:kabupaten|kota) /, "");
  const others = groups.flatMap(({ regency }) => {
    if (regency === null) return [];
    const key = regencyKey(regency.replace(/^(?:pemerintah(?: daerah)?|kab\.?)\s+/i, ""));
    return key === own || key === bare ? [] : [regency];
  });
  return [...new Set(others)];
}

/** Names of other regencies in a file that its user has not called this one's. */
export const namesApart = (
  groups: readonly SkmGroup[],
  name: string,
  counted: readonly string[],
): ReadonlySet<string> => new Set(otherRegencies(groups, name).filter((one) => !counted.includes(one)));

/** Respondents under the names of other regencies, by name; `n` null where a table of results does not say. */
export function countedElsewhere(
  groups: readonly SkmGroup[],
  apart: ReadonlySet<string>,
): { name: string; n: number | null }[] {
  return [...apart].map((name) => ({
    name,
    n: groups
      .filter(({ regency }) => regency === name)
      .reduce<number | null>((sum, { n }) => (sum === null || n === null ? null : sum + n), 0),
  }));
}

/** The first thing that still has to be said before a draft can be stored; null where it is whole. */
export function draftProblem(draft: {
  state: DraftState;
  result: DraftResult | null;
  places: Places;
  apart: ReadonlySet<string>;
}): DraftProblem | null {
  const { result, places, apart, state } = draft;
  if (!result || "refusal" in result || (state !== "periksa" && state !== "simpan")) return "belum dihitung";
  const { groups, shape } = result.json;
  const unitOf = unitFinder(places, apart);
  if (groups.some((group) => unitOf(group) === undefined)) return "tempat";
  const counted = groups.filter((group) => unitOf(group));
  if (counted.length === 0) return "kosong";
  if (counted.some((group) => monthsOfGroup(group) === null)) return "periode";
  if (shape === "aggregate" && twins(result.json, unitOf).length > 0) return "kembar";
  return null;
}
