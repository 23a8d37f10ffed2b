import { z } from "zod";
import { lookUp, REGULATIONS_EDITION } from "#app/instruments/regulations.ts";
import type { LegalFault } from "#app/scoring/legal/judge.ts";
import { standingOf } from "#app/scoring/legal/register.ts";
import type { Db } from "#db/connection.ts";
import {
  amendmentsOf,
  type CitationCount,
  citationPlaces,
  countCitations,
  servicesWithCitation,
} from "#db/queries/citations.ts";
import { reviewCounts } from "#db/queries/reviews.ts";
import type { Scope } from "#db/scope.ts";
import { citationName, standingOn } from "./legal-basis.ts";
import { getCountedPlaces } from "./places.server.ts";
import { bagianRef, decreeRef, lineRange, serviceRef } from "./refs.ts";
import { outdatedBy, selectionOf } from "./selection.ts";
import { parseStored } from "./stored-json.ts";
import { todayIn } from "./today.ts";
import type {
  CitationPlace,
  FaultCount,
  RegencyRef,
  RegulationDetail,
  RegulationRow,
  RegulationsView,
  ServiceFilter,
  StandingCount,
} from "./views.ts";

export interface RegulationsRequest {
  /** Slugs of regencies; none for all. */
  kab?: readonly string[];
  filter: ServiceFilter;
}

/**
 * Every regulation that the standards in force cite, held against the register for the day of signing and for today in
 * the zone of each regency; counted where the citations lie, never one by one. Those that can't be read stand last.
 */
export const getRegulations = async (
  db: Db,
  scope: Scope,
  { kab = [], filter }: RegulationsRequest,
): Promise<RegulationsView> => {
  const { regencies, counted, places, options } = await getCountedPlaces(db, scope, kab);
  const selection = selectionOf(db, filter, counted);
  const [counts, cited, review] = await Promise.all([
    countCitations(db.read, scope, selection, outdatedBy(db)),
    servicesWithCitation(db.read, scope, selection),
    reviewCounts(db.read, scope, selection),
  ]);
  const regulations = [...groupRows(counts).values()].map(regulationOf);
  regulations.sort(
    (a, b) => Number(a.key === null) - Number(b.key === null) || b.services - a.services || order(a, b),
  );
  const sum = (column: "services" | "cited") => cited.reduce((all, row) => all + Number(row[column]), 0);
  return {
    regulations,
    regencies: [...regencies.values()].filter(({ r }) => cited.some((row) => row.r === r)),
    services: sum("services"),
    withoutCitation: sum("services") - sum("cited"),
    onSigning: regulationsWith(regulations, "onSigning"),
    later: regulationsWith(regulations, "later"),
    edition: REGULATIONS_EDITION,
    review,
    places,
    options,
  };
};

/** Where one regulation is cited, and what is cited as having amended it. @param key as its row has it */
export const getRegulation = async (
  db: Db,
  scope: Scope,
  { kab = [], filter }: RegulationsRequest,
  key: string,
): Promise<RegulationDetail> => {
  const { regencies, counted } = await getCountedPlaces(db, scope, kab);
  const selection = selectionOf(db, filter, counted);
  const [rows, amendments] = await Promise.all([
    citationPlaces(db.read, scope, selection, key),
    amendmentsOf(db.read, scope, selection, key),
  ]);
  const places = new Map<string, CitationPlace>();
  for (const row of rows) {
    const place = placeOf(db, row, regencies.get(row.r) as RegencyRef);
    const before = places.get(row.service_id);
    if (!before || weight(place) > weight(before)) places.set(row.service_id, place);
  }
  return {
    cited: [...places.values()],
    amendedBy: amendments.map((row) => ({
      key: row.regulation_key,
      name: citationName(row),
      services: Number(row.services),
    })),
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

const groupRows = (counts: readonly CitationCount[]): Map<string, [CitationCount, ...CitationCount[]]> => {
  const groups = new Map<string, [CitationCount, ...CitationCount[]]>();
  for (const row of counts) {
    const key = row.regulation_key ?? `?${JSON.stringify([row.type_key, row.number, row.year])}`;
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
};

/** How the citations of one regulation stand, those of one standing together. */
const standingsOf = (rows: readonly CitationCount[]): StandingCount[] =>
  rows.map(({ type, number, year, fault, certain, instead, services }): StandingCount => {
    if (fault === "outdated") {
      const known = type && number && year ? lookUp({ type, number, year }) : undefined;
      return {
        fault,
        certain: known?.show === "temuan",
        instead: known?.replaced_by ?? [],
        services: Number(services),
      };
    }
    return {
      fault,
      certain: certain === 1,
      instead: instead === null ? [] : parseStored(z.array(z.string()), instead),
      services: Number(services),
    };
  });

const countFaults = (standings: readonly StandingCount[], faults: readonly LegalFault[]): FaultCount => {
  const own = standings.filter(({ fault }) => fault !== null && faults.includes(fault));
  const sum = (certain: boolean) =>
    own.filter((one) => one.certain === certain).reduce((all, one) => all + one.services, 0);
  return { findings: sum(true), toConfirm: sum(false) };
};

const regulationOf = (rows: readonly [CitationCount, ...CitationCount[]]): RegulationRow => {
  const [first] = rows;
  const { type, number, year } = first;
  const key = type && number && year ? { type, number, year } : null;
  const known = key ? lookUp(key) : undefined;
  const standings = standingsOf(rows);
  return {
    key: first.regulation_key,
    type,
    number,
    year,
    name: citationName(first),
    title: known?.title ?? rows.find(({ title }) => title !== null)?.title ?? null,
    standing: key ? standingOf(key) : null,
    status: known?.show === "jangan_tampilkan" ? null : (known?.status ?? null),
    verified: known?.certainty === "verified",
    instead: standings.find(({ instead }) => instead.length > 0)?.instead ?? [],
    onSigning: countFaults(standings, ["revoked", "miscited"]),
    later: countFaults(standings, ["outdated"]),
    services: standings.reduce((sum, one) => sum + one.services, 0),
    standings,
  };
};

/** What is charged goes before what is asked, and both before what nothing is said of. */
const weight = ({ fault, certain }: CitationPlace): number => (fault === null ? 0 : certain ? 2 : 1);

const placeOf = (
  db: Db,
  row: Awaited<ReturnType<typeof citationPlaces>>[number],
  regency: RegencyRef,
): CitationPlace => ({
  ...standingOn(row, todayIn(db, regency)),
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
