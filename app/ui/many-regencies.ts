import type { DashboardRegency } from "#app/server/views.ts";

/** Regencies up to which every one is drawn and named; with more there is a search and a strip of ticks. */
export const FEW_REGENCIES = 20;

const folded = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** Regencies whose name holds every word that is looked for; all of them where nothing is. */
export function searchRegencies(rows: readonly DashboardRegency[], words: string): DashboardRegency[] {
  const wanted = folded(words).split(/\s+/).filter(Boolean);
  return rows.filter(({ regency }) => wanted.every((word) => folded(regency.name).includes(word)));
}

export interface Tick {
  slug: string;
  name: string;
  problems: number;
  services: number;
  /** Components at level 0-1 a service. */
  perService: number;
  named: boolean;
}

/** Most ticks with their name: more would cover each other. */
const MOST_NAMED = 3;

/** One tick a real regency that has services, fewest problems a service first; `named`: slugs of one's own. */
export function ticksOf(rows: readonly DashboardRegency[], named: ReadonlySet<string>): Tick[] {
  const own = named.size <= MOST_NAMED ? named : new Set<string>();
  return rows
    .filter(({ regency, services }) => services > 0 && !regency.sample)
    .map(({ regency, services, substance }) => ({
      slug: regency.slug,
      name: regency.shortName,
      problems: substance.all.problems,
      services,
      perService: substance.all.problems / services,
      named: own.has(regency.slug),
    }))
    .sort((a, b) => a.perService - b.perService);
}
