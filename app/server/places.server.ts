import type { Db } from "#db/connection.ts";
import { bagianInForce, filterValues } from "#db/queries/groups.ts";
import type { Scope } from "#db/scope.ts";
import { countedRegencies } from "./counted.ts";
import { regencyRefs } from "./lookup.server.ts";
import { bagianRef } from "./refs.ts";
import { optionsOf } from "./selection.ts";
import type { BagianRef, FilterOptions, RegencyRef } from "./views.ts";

/** What a page over several regencies can filter by, whatever filter is set. */
export interface Places {
  /** Regencies with a naskah. */
  regencies: RegencyRef[];
  /** By slug, each slug once. */
  bagian: BagianRef[];
}

export interface CountedPlaces {
  /** By id, also those without naskah. */
  regencies: Map<number, RegencyRef>;
  /** Ids of those that the counts are about, see countedRegencies. */
  counted: number[];
  places: Places;
  options: FilterOptions;
}

/** @param kab slugs of regencies; none for all */
export const getCountedPlaces = async (
  db: Db,
  scope: Scope,
  kab: readonly string[],
): Promise<CountedPlaces> => {
  const [regencies, bagian, values] = await Promise.all([
    regencyRefs(db, scope),
    bagianInForce(db.read, scope),
    filterValues(db.read, scope),
  ]);
  const withNaskah = new Set(bagian.map(({ r }) => r));
  const bySlug = new Map<string, BagianRef>();
  for (const one of bagian.map(bagianRef)) if (!bySlug.has(one.slug)) bySlug.set(one.slug, one);
  return {
    regencies,
    counted: countedRegencies(regencies.values(), withNaskah, kab),
    places: {
      regencies: [...regencies.values()].filter(({ r }) => withNaskah.has(r)),
      bagian: [...bySlug.values()].sort((a, b) => (a.slug < b.slug ? -1 : 1)),
    },
    options: optionsOf(values),
  };
};
