import { COMPONENTS } from "#app/reader/components.ts";
import { ALL_FINDING_CODES, ALL_FINDINGS } from "#app/scoring/all-findings.ts";
import type { BagianRef, FilterOptions, RegencyRef } from "#app/server/views.ts";
import { LEVEL_NAMES, LEVELS, type ManyKey } from "./filters.ts";
import { USER_SLUGS, userName, userOfSlug } from "./user-words.ts";
import { bagianName } from "./words-of.ts";

export interface FilterField {
  key: ManyKey | "urut" | "kelompok";
  /** Value and name, in the order of the list. */
  options: readonly (readonly [value: string, name: string])[];
}

/** Places that a page can filter by, beyond what its data's options hold. */
export interface Places {
  regencies?: readonly RegencyRef[];
  bagian?: readonly BagianRef[];
}

type Options = Pick<FilterOptions, "years" | "families">;

const findingOptions = [
  ...new Map(ALL_FINDING_CODES.map((code) => [ALL_FINDINGS[code].slug, ALL_FINDINGS[code].label])),
];

/** The lists of a filter form, from the data and from the registries. A list of one offers no choice and is left out. */
export function filterOptions(
  options: Options,
  keys: readonly FilterField["key"][],
  places: Places = {},
): FilterField[] {
  const lists: Record<FilterField["key"], FilterField["options"]> = {
    kabupaten: (places.regencies ?? []).map((one) => [one.slug, one.name]),
    tahun: options.years.map((year) => [String(year), String(year)]),
    rumpun: options.families.map((family) => [family.slug, family.name]),
    bagian: (places.bagian ?? []).map((one) => [one.slug, bagianName(one)]),
    pengguna: USER_SLUGS.map((slug) => [slug, userName(userOfSlug(slug))]),
    komponen: COMPONENTS.map((one) => [one.slug, `${one.number}. ${one.short}`]),
    tingkat: LEVELS.map((level) => [level, LEVEL_NAMES[level]]),
    temuan: findingOptions,
    urut: [
      ["masalah", "terbanyak masalahnya"],
      ["naskah", "menurut naskah"],
      ["nama", "menurut nama"],
    ],
    kelompok: [
      ["bagian", "per bagian"],
      ["rumpun", "per rumpun"],
      ["tanpa", "tanpa kelompok"],
    ],
  };
  return keys.map((key) => ({ key, options: lists[key] })).filter((field) => field.options.length > 1);
}

/** Names of places by slug, for the filters that are set. */
export const placeNames = (
  options: Options,
  { regencies = [], bagian = [] }: Places = {},
): ReadonlyMap<string, string> =>
  new Map([
    ...options.families.map((family): [string, string] => [family.slug, family.name]),
    ...regencies.map((one): [string, string] => [one.slug, one.name]),
    ...bagian.map((one): [string, string] => [one.slug, bagianName(one)]),
  ]);
