import { lookUp, REGULATIONS_EDITION } from "#app/instruments/regulations.ts";
import type { LegalFault } from "#app/scoring/legal/judge.ts";
import type { Db } from "#db/connection.ts";
import { groupTotals } from "#db/queries/groups.ts";
import { citationsInForce } from "#db/queries/levels.ts";
import type { Scope } from "#db/scope.ts";
import { groupBy } from "./group-by.ts";
import { citationName, standingOn } from "./legal-basis.ts";
import { regencyRefs } from "./lookup.server.ts";
import { bagianRef, decreeRef, lineRange, serviceRef } from "./refs.ts";
import { selectionOf } from "./selection.ts";
import { todayIn } from "./today.ts";
import type {
  CitationPlace,
  FaultCount,
  LegalStanding,
  RegencyRef,
  RegulationRow,
  RegulationsView,
  ServiceFilter,
} from "./views.ts";

export interface RegulationsRequest {
  /** Slugs of regencies; none for all. */
  kab?: readonly string[];
  filter: ServiceFilter;
}

type Citation = Awaited<ReturnType<typeof citationsInForce>>[number];

/**
 * Every regulation that the standards in force cite, with each place, held against the register for the day of signing
 * and for today in the zone of each regency. Those that can't be read stand last, one by one.
 */
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
  const amendments = groupBy(
    citations.filter((row) => row.amended_key !== null),
    (row) => row.amended_key as string,
  );
  const days = new Map([...regencies].map(([r, regency]) => [r, todayIn(db, regency)]));
  const regulations = [...named.values()].map((rows) => ({
    ...regulationOf(rows, regencies, days),
    amendedBy: amendedBy(amendments.get(rows[0]?.regulation_key ?? "") ?? []),
  }));
  regulations.sort(
    (a, b) => Number(a.key === null) - Number(b.key === null) || b.services - a.services || order(a, b),
  );
  const services = totals.reduce((sum, row) => sum + Number(row.services), 0);
  const cited = new Set(citations.filter((row) => row.regulation_key !== null).map((row) => row.service_id));
  return {
    regulations,
    services,
    withoutCitation: services - cited.size,
    onSigning: regulationsWith(regulations, "onSigning"),
    later: regulationsWith(regulations, "later"),
    edition: REGULATIONS_EDITION,
  };
};

const order = (a: RegulationRow, b: RegulationRow): number =>
  [a.type ?? "", a.year ?? 0, a.number ?? ""].join("|") <
  [b.type ?? "", b.year ?? 0, b.number ?? ""].join("|")
    ? -1
    : 1;

const regulationsWith = (rows: readonly RegulationRow[], when: "onSigning" | "later"): FaultCount => ({
  findings: rows.filter((row) => row[when].findings > 0).length,
  toConfirm: rows.filter((row) => row[when].findings === 0 && row[when].toConfirm > 0).length,
});

/** Services by what is to be said of this citation. */
const countFaults = (cited: readonly CitationPlace[], faults: readonly LegalFault[]): FaultCount => {
  const own = cited.filter(({ fault }) => fault !== null && faults.includes(fault));
  const findings = own.filter(({ certain }) => certain).length;
  return { findings, toConfirm: own.length - findings };
};

const amendedBy = (rows: readonly Citation[]): RegulationRow["amendedBy"] =>
  [...groupBy(rows, (row) => row.regulation_key ?? citationName(row)).values()]
    .map((own) => ({
      key: own[0]?.regulation_key ?? null,
      name: citationName(own[0] as Citation),
      services: new Set(own.map((row) => row.service_id)).size,
    }))
    .sort((a, b) => b.services - a.services || (a.name < b.name ? -1 : 1));

const regulationOf = (
  rows: readonly Citation[],
  regencies: ReadonlyMap<number, RegencyRef>,
  days: ReadonlyMap<number, string>,
): Omit<RegulationRow, "amendedBy"> => {
  const [first] = rows as [Citation, ...Citation[]];
  const { type, number, year } = first;
  const known = type && number && year ? lookUp({ type, number, year }) : undefined;
  const places = new Map<string, CitationPlace>();
  const standings: Standings = new Map();
  for (const row of rows) {
    const before = places.get(row.service_id);
    const place = placeOf(row, regencies.get(row.r) as RegencyRef, days.get(row.r) as string, standings);
    if (!before || weight(place) > weight(before)) places.set(row.service_id, place);
  }
  const cited = [...places.values()];
  return {
    key: first.regulation_key,
    type,
    number,
    year,
    name: citationName(first),
    title: known?.title ?? rows.find(({ title }) => title !== null)?.title ?? null,
    status: known?.show === "jangan_tampilkan" ? null : (known?.status ?? null),
    verified: known?.certainty === "verified",
    instead: cited.find(({ instead }) => instead.length > 0)?.instead ?? [],
    onSigning: countFaults(cited, ["revoked", "miscited"]),
    later: countFaults(cited, ["outdated"]),
    services: cited.length,
    cited,
  };
};

/** What is charged goes before what is asked, and both before what nothing is said of. */
const weight = ({ fault, certain }: CitationPlace): number => (fault === null ? 0 : certain ? 2 : 1);

/** Standings by all that they follow from: a regulation is cited by many services of one decree. */
type Standings = Map<string, LegalStanding>;

const standingFrom = (standings: Standings, row: Citation, today: string): LegalStanding => {
  const { type, number, year, fault, certain, instead, signed, decree_year } = row;
  const mark = [type, number, year, fault, certain, instead, signed, decree_year, today].join("|");
  const known = standings.get(mark) ?? standingOn(row, today);
  standings.set(mark, known);
  return known;
};

const placeOf = (row: Citation, regency: RegencyRef, today: string, standings: Standings): CitationPlace => ({
  ...standingFrom(standings, row, today),
  amends:
    row.amends_seq === null
      ? null
      : citationName({ type: row.amended_type, number: row.amended_number, year: row.amended_year }),
  regency,
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
});
