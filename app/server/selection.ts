import type { ServiceSelection } from "#db/queries/in-force.ts";
import { FAMILIES } from "./families.ts";
import type { FilterOptions, ServiceFilter } from "./views.ts";

/** Filters of an address as the queries take them. */
export const selectionOf = (filter: ServiceFilter, r: readonly number[] = []): ServiceSelection => ({
  r,
  years: filter.tahun ?? [],
  families: filter.rumpun ?? [],
  bagian: filter.bagian ?? [],
  users: (filter.pengguna ?? []).map((user) => (user === "belum" ? null : user)),
  components: filter.komponen ?? [],
  levels: (filter.tingkat ?? []).map((level) => (level === "belum" ? null : level)),
  codes: filter.temuan ?? [],
});

/** What occurs in the data, as choices: years ascending, families in the order of their registry. */
export const optionsOf = (rows: readonly { year: number | null; family: string | null }[]): FilterOptions => {
  const years = new Set(rows.flatMap(({ year }) => (year === null ? [] : [year])));
  const families = new Set(rows.map(({ family }) => family));
  return {
    years: [...years].sort((a, b) => a - b),
    families: FAMILIES.filter(({ slug }) => families.has(slug)).map(({ slug, name }) => ({ slug, name })),
  };
};
