import { type DurationUnit, noUnits, printedUnit, type UnitCounts } from "#app/reader/facts/printed-unit.ts";
import type { Db } from "#db/connection.ts";
import { promisedTimes } from "#db/queries/levels.ts";
import type { Scope } from "#db/scope.ts";
import { regencyRefs } from "./lookup.server.ts";
import { cellOf, serviceRef } from "./refs.ts";
import { selectionOf } from "./selection.ts";
import { parseStored, StoredFacts } from "./stored-json.ts";
import type { RegencyRef, ServiceFilter, ServiceRef } from "./views.ts";

export interface DurationPlace {
  regency: RegencyRef;
  counts: UnitCounts;
  /** The services behind the counts, in the order of the register. */
  services: { unit: DurationUnit; service: ServiceRef }[];
}

/**
 * Where a service counts: by its level, so that what is not measurable here is what is a problem everywhere else; what is
 * measurable by its printed unit, and without one by its deadline. Not judged yet, it goes by its figures alone.
 */
const unitOf = ({ state, level, facts }: Awaited<ReturnType<typeof promisedTimes>>[number]): DurationUnit => {
  const cell = cellOf({ state: state ?? "missing", line_from: null, line_to: null });
  if (cell.state === "T" || level === "T") return "tidak_terbaca";
  if (cell.state === "tidak_ada") return "tidak_ada";
  if (level === "1") return "tidak_terukur";
  const unit = printedUnit((facts === null ? {} : parseStored(StoredFacts, facts)).waktu ?? []);
  return unit === "tidak_terukur" && level !== null ? "tenggat" : unit;
};

/**
 * In which unit each service promises its jangka waktu, counted per regency, by name. Each service counts once.
 * @param kab slugs of regencies; none for all
 */
export const getDurations = async (
  db: Db,
  scope: Scope,
  kab: readonly string[],
  filter: ServiceFilter,
): Promise<DurationPlace[]> => {
  const [regencies, rows] = await Promise.all([
    regencyRefs(db, scope),
    promisedTimes(db.read, scope, selectionOf(db, filter)),
  ]);
  const places = new Map<number, DurationPlace>();
  for (const regency of regencies.values()) {
    if (kab.length > 0 && !kab.includes(regency.slug)) continue;
    places.set(regency.r, { regency, counts: noUnits(), services: [] });
  }
  for (const row of rows) {
    const place = places.get(row.r);
    if (!place) continue;
    const unit = unitOf(row);
    place.counts[unit] += 1;
    place.services.push({ unit, service: serviceRef(row) });
  }
  return [...places.values()].filter(({ counts }) => Object.values(counts).some((count) => count > 0));
};
