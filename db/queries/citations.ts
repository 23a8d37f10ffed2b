import { sql } from "kysely";
import type { LegalFault } from "#app/scoring/legal/judge.ts";
import type { Reader } from "../connection.ts";
import type { Flag } from "../schema.ts";
import { type Scope, tablesInScope } from "../scope.ts";
import { BAGIAN_COLUMNS } from "./columns.ts";
import { isOutdated, type Outdated } from "./finding-sources.ts";
import { inForce, type ServiceSelection } from "./in-force.ts";

const CITATION = [
  "c.regulation_key",
  "c.seq",
  "c.type",
  "c.number",
  "c.year",
  "c.title",
  "c.amends_seq",
  "c.fault",
  "c.certain",
  "c.instead",
] as const;

/** The citations of one table, in order. */
export const citationsOfTable = (db: Reader, scope: Scope, r: number, tableId: string) =>
  db
    .selectFrom("citation as c")
    .select(CITATION)
    .where(tablesInScope(scope, "c"))
    .where("c.r", "=", r)
    .where("c.service_text_id", "=", tableId)
    .orderBy("c.seq")
    .execute();

/** Services that cite a regulation, by how their citation stands. */
export interface CitationCount {
  /** Null where type, number or year can't be read. */
  regulation_key: string | null;
  /** Type in small letters, as it is grouped by. */
  type_key: string | null;
  type: string | null;
  number: string | null;
  year: number | null;
  title: string | null;
  fault: LegalFault | null;
  certain: Flag | null;
  instead: string | null;
  services: number;
}

/**
 * Citations in the tables in force, added up by regulation and standing. A service that cites one twice counts once, by
 * what weighs most: what is charged on the day of signing, what was revoked since, what is asked, nothing.
 */
export const countCitations = (
  db: Reader,
  scope: Scope,
  selection: ServiceSelection,
  outdated: Outdated,
): Promise<CitationCount[]> => {
  const weight = sql<number>`case when c.fault in ('revoked', 'miscited') then 1 + 2 * c.certain
    when ${isOutdated("c", "d", "g", outdated)} then 2 else 0 end`;
  const typeKey = sql<string | null>`lower(c.type)`;
  const ranked = inForce(db, scope, selection)
    .innerJoin("citation as c", (j) => j.onRef("c.r", "=", "st.r").onRef("c.service_text_id", "=", "st.id"))
    .innerJoin("regency as g", "g.id", "s.r")
    .select([
      "c.regulation_key",
      typeKey.as("type_key"),
      "c.type",
      "c.number",
      "c.year",
      "c.title",
      "c.fault",
      "c.certain",
      "c.instead",
      weight.as("weight"),
      sql<number>`row_number() over (partition by s.r, s.id, c.regulation_key, ${typeKey}, c.number, c.year
        order by ${weight} desc, c.seq)`.as("place"),
    ]);
  const told = sql<boolean>`x.weight in (1, 3)`;
  const fault = sql<LegalFault | null>`case when ${told} then x.fault when x.weight = 2 then 'outdated' end`;
  const certain = sql<Flag | null>`case when ${told} then x.certain end`;
  const instead = sql<string | null>`case when ${told} then x.instead end`;
  return db
    .selectFrom(ranked.as("x"))
    .where("x.place", "=", 1)
    .select((eb) => [
      "x.regulation_key",
      "x.type_key",
      eb.fn.max("x.type").as("type"),
      "x.number",
      "x.year",
      eb.fn.max("x.title").as("title"),
      fault.as("fault"),
      certain.as("certain"),
      instead.as("instead"),
      eb.fn.countAll<number>().as("services"),
    ])
    .groupBy(["x.regulation_key", "x.type_key", "x.number", "x.year", fault, certain, instead])
    .orderBy("x.regulation_key")
    .orderBy("x.type_key")
    .orderBy("x.number")
    .orderBy("x.year")
    .execute();
};

/** By regency: its services, and those with at least one citation that could be read. */
export const servicesWithCitation = (db: Reader, scope: Scope, selection: ServiceSelection) =>
  inForce(db, scope, selection)
    .select((eb) => [
      "s.r",
      eb.fn.countAll<number>().as("services"),
      sql<number>`sum(case when exists (select 1 from citation c where c.r = st.r and c.service_text_id = st.id
        and c.regulation_key is not null) then 1 else 0 end)`.as("cited"),
    ])
    .groupBy("s.r")
    .execute();

/** Regulations that are cited as having amended this one, with the services that do, most first. */
export const amendmentsOf = (db: Reader, scope: Scope, selection: ServiceSelection, key: string) =>
  inForce(db, scope, selection)
    .innerJoin("citation as c", (j) => j.onRef("c.r", "=", "st.r").onRef("c.service_text_id", "=", "st.id"))
    .innerJoin("citation as am", (j) =>
      j
        .onRef("am.r", "=", "c.r")
        .onRef("am.service_text_id", "=", "c.service_text_id")
        .onRef("am.seq", "=", "c.amends_seq"),
    )
    .where("am.regulation_key", "=", key)
    .select((eb) => [
      "c.regulation_key",
      eb.fn.max("c.type").as("type"),
      "c.number",
      "c.year",
      sql<number>`count(distinct s.id)`.as("services"),
    ])
    .groupBy(["c.regulation_key", "c.number", "c.year"])
    .orderBy("services", "desc")
    .orderBy("c.regulation_key")
    .execute();

/** Where one regulation is cited, with the one that it amends there. */
export const citationPlaces = (db: Reader, scope: Scope, selection: ServiceSelection, key: string) =>
  inForce(db, scope, selection)
    .innerJoin("citation as c", (j) => j.onRef("c.r", "=", "st.r").onRef("c.service_text_id", "=", "st.id"))
    .leftJoin("citation as am", (j) =>
      j
        .onRef("am.r", "=", "c.r")
        .onRef("am.service_text_id", "=", "c.service_text_id")
        .onRef("am.seq", "=", "c.amends_seq"),
    )
    .where("c.regulation_key", "=", key)
    .select([
      ...CITATION,
      "am.type as amended_type",
      "am.number as amended_number",
      "am.year as amended_year",
      "c.line_from",
      "c.line_to",
      "s.r",
      "s.id as service_id",
      "s.no",
      "s.slug",
      "s.name",
      ...BAGIAN_COLUMNS,
      "d.slug as decree_slug",
      "d.issuer",
      "d.number as decree_number",
      "d.year as decree_year",
      "d.signed",
      "dt.version",
      "dt.facts_only",
    ])
    .orderBy("s.r")
    .orderBy("d.slug")
    .orderBy("st.line")
    .orderBy("c.seq")
    .execute();
