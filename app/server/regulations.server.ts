import type { Db } from "#db/connection.ts";
import { groupTotals } from "#db/queries/groups.ts";
import { citationsInForce } from "#db/queries/levels.ts";
import type { Scope } from "#db/scope.ts";
import { groupBy } from "./group-by.ts";
import { regencyRefs } from "./lookup.server.ts";
import { bagianRef, decreeRef, lineRange, serviceRef } from "./refs.ts";
import { selectionOf } from "./selection.ts";
import type { CitationPlace, RegencyRef, RegulationRow, RegulationsView, ServiceFilter } from "./views.ts";

export interface RegulationsRequest {
  /** Slugs of regencies; none for all. */
  kab?: readonly string[];
  filter: ServiceFilter;
}

type Citation = Awaited<ReturnType<typeof citationsInForce>>[number];

/** Every regulation that the standards in force cite, with each place. Those that can't be read stand last, one by one. */
export const getRegulations = async (
  db: Db,
  scope: Scope,
  { kab = [], filter }: RegulationsRequest,
): Promise<RegulationsView> => {
  const regencies = await regencyRefs(db, scope);
  const asked = [...regencies.values()].filter(({ slug }) => kab.includes(slug)).map(({ r }) => r);
  // A name that nobody has filters everything out: -1 is no regency.
  const selection = selectionOf(filter, kab.length > 0 && asked.length === 0 ? [-1] : asked);
  const [citations, totals] = await Promise.all([
    citationsInForce(db.read, scope, selection),
    groupTotals(db.read, scope, selection),
  ]);
  const named = groupBy(
    citations,
    ({ regulation_key, type, number, year }) =>
      regulation_key ?? `?${JSON.stringify([type?.toLowerCase(), number, year])}`,
  );
  const regulations = [...named.values()].map((rows) => regulationOf(rows, regencies));
  regulations.sort(
    (a, b) => Number(a.key === null) - Number(b.key === null) || b.services - a.services || order(a, b),
  );
  const services = totals.reduce((sum, row) => sum + Number(row.services), 0);
  const cited = new Set(citations.filter((row) => row.regulation_key !== null).map((row) => row.service_id));
  return { regulations, services, withoutCitation: services - cited.size };
};

const order = (a: RegulationRow, b: RegulationRow): number =>
  [a.type ?? "", a.year ?? 0, a.number ?? ""].join("|") <
  [b.type ?? "", b.year ?? 0, b.number ?? ""].join("|")
    ? -1
    : 1;

const regulationOf = (
  rows: readonly Citation[],
  regencies: ReadonlyMap<number, RegencyRef>,
): RegulationRow => {
  const [first] = rows as [Citation, ...Citation[]];
  const once = [...new Map([...rows].reverse().map((row) => [row.service_id, row])).values()].reverse();
  return {
    key: first.regulation_key,
    type: first.type,
    number: first.number,
    year: first.year,
    title: rows.find(({ title }) => title !== null)?.title ?? null,
    services: once.length,
    cited: once.map(
      (row): CitationPlace => ({
        regency: regencies.get(row.r) as RegencyRef,
        bagian: bagianRef(row),
        service: serviceRef(row),
        decree: decreeRef({
          slug: row.decree_slug,
          issuer: row.issuer,
          number: row.decree_number,
          year: row.decree_year,
          signed: row.signed,
          version: row.version,
          facts_only: row.facts_only,
        }),
        lines: lineRange(row),
      }),
    ),
  };
};
