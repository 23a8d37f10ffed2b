import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { ComponentKey } from "#app/reader/components.ts";
import type { Pengguna } from "#app/scoring/pengguna.ts";
import type { Reader } from "../connection.ts";
import type { DecreeTable, Flag, LevelCounts, ServiceTextTable, StoredLevel } from "../schema.ts";
import { type Scope, servicesInScope } from "../scope.ts";
import { BAGIAN_COLUMNS, DECREE_COLUMNS } from "./columns.ts";
import { asksFor, type FindingKinds, hasFinding } from "./finding-sources.ts";
import { reviewedOfTable } from "./reviewed.ts";

/** Stands for "no bagian named" among slugs of bagian. */
export const NO_BAGIAN = "tanpa-bagian";

/** Which services are asked for; empty or left out: all. Of kinds of findings, at least one. */
export interface ServiceSelection extends FindingKinds {
  /** Regencies by id. */
  r?: readonly number[];
  /** Years of the decree in force. */
  years?: readonly number[];
  families?: readonly string[];
  /** Slugs; NO_BAGIAN for those under none. */
  bagian?: readonly string[];
  /** Who uses them; null among them: nobody has said and no text proposes it. */
  users?: readonly (Pengguna | null)[];
  /** At least one of these components is a problem (level 0 or 1); with `levels`: is at one of them. */
  components?: readonly ComponentKey[];
  /** At least one component (of `components`, where there are any) at one of these levels; null: belum dinilai. */
  levels?: readonly (StoredLevel | null)[];
}

/**
 * Services of the register with the table in force, its decree and its bagian: the one source of everything that counts
 * services, so that none is counted twice.
 */
export const inForce = (db: Reader, scope: Scope, selection: ServiceSelection) => {
  const {
    r = [],
    years = [],
    families = [],
    bagian = [],
    users = [],
    components = [],
    levels = [],
  } = selection;
  let query = db
    .selectFrom("service as s")
    .innerJoin("service_text as st", (j) => j.onRef("st.r", "=", "s.r").onRef("st.id", "=", "s.text_id"))
    .innerJoin("reading as rd", (j) => j.onRef("rd.r", "=", "st.r").onRef("rd.id", "=", "st.reading_id"))
    .innerJoin("decree_text as dt", (j) => j.onRef("dt.r", "=", "rd.r").onRef("dt.id", "=", "rd.text_id"))
    .innerJoin("decree as d", (j) => j.onRef("d.r", "=", "dt.r").onRef("d.id", "=", "dt.decree_id"))
    .leftJoin("bagian as b", (j) => j.onRef("b.r", "=", "s.r").onRef("b.id", "=", "s.bagian_id"))
    .where(servicesInScope(scope, "s"));
  if (r.length > 0) query = query.where("s.r", "in", r);
  if (years.length > 0) query = query.where("d.year", "in", years);
  if (families.length > 0) query = query.where("b.family", "in", families);
  if (bagian.length > 0) query = query.where(underBagian(bagian));
  if (users.length > 0) query = query.where(usedBy("s", users));
  if (levels.length > 0) {
    query = query.where((eb) => {
      const found = eb
        .selectFrom("component as c")
        .select("c.key")
        .whereRef("c.r", "=", "st.r")
        .whereRef("c.service_text_id", "=", "st.id")
        .where(atLevel("c", levels));
      return eb.exists(components.length > 0 ? found.where("c.key", "in", components) : found);
    });
  } else if (components.length > 0) {
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom("component as c")
          .select("c.key")
          .whereRef("c.r", "=", "st.r")
          .whereRef("c.service_text_id", "=", "st.id")
          .where("c.key", "in", components)
          .where(isProblem("c")),
      ),
    );
  }
  if (asksFor(selection)) query = query.where(hasFinding(selection));
  return query;
};

/** Services of this alias are used by one of these; null among them: nobody is known to. */
export const usedBy = (alias: string, users: readonly (Pengguna | null)[]): RawBuilder<SqlBool> =>
  oneOfOrNull(sql.ref(`${alias}.pengguna`), users);

const oneOfOrNull = (
  column: RawBuilder<unknown>,
  values: readonly (string | null)[],
): RawBuilder<SqlBool> => {
  const named = values.filter((one) => one !== null);
  const empty = values.includes(null) ? sql<SqlBool>`${column} is null` : sql<SqlBool>`1 = 0`;
  return named.length === 0
    ? sql<SqlBool>`(${empty})`
    : sql<SqlBool>`(${column} in (${sql.join(named)}) or ${empty})`;
};

/** The component of this alias is at one of these levels; null among them: belum dinilai. */
export const atLevel = (alias: string, levels: readonly (StoredLevel | null)[]): RawBuilder<SqlBool> =>
  oneOfOrNull(sql.ref(`${alias}.level`), levels);

/** The component of this alias is at level 0 or 1, or, as long as it is not judged, not there. */
const isProblem = (alias: string): RawBuilder<SqlBool> => {
  const level = sql.ref(`${alias}.level`);
  const state = sql.ref(`${alias}.state`);
  return sql<SqlBool>`(${level} in ('0', '1')
    or (${level} is null and ${state} not in ('ada', 'page_lost', 'ocr_damage')))`;
};

/** Under one of these bagian (alias b), or, of services (alias s), under none where NO_BAGIAN is among them. */
export const underBagian = (slugs: readonly string[]): RawBuilder<SqlBool> => {
  const named = sql<SqlBool>`b.slug in (${sql.join(slugs)})`;
  return slugs.includes(NO_BAGIAN) ? sql<SqlBool>`(${named} or (b.id is null and s.id is not null))` : named;
};

export type InForceRow = Pick<
  ServiceTextTable,
  | "present_n"
  | "absent_n"
  | "unreadable_n"
  | "present_public_n"
  | "absent_public_n"
  | "unreadable_public_n"
  | "line"
> &
  LevelCounts &
  Pick<DecreeTable, "issuer" | "number" | "year" | "signed"> & {
    r: number;
    service_id: string;
    no: number;
    slug: string;
    name: string;
    name_key: string;
    pengguna: Pengguna | null;
    pengguna_confirmed: Flag;
    volume: number | null;
    text_id: string;
    reading_id: string;
    /** Null where it was not scored. */
    scorer_version: string | null;
    /** Null where only facts are kept. */
    content_hash: string | null;
    printed_no: string | null;
    printed_name: string;
    printed_bagian: string | null;
    bagian_slug: string | null;
    bagian_name: string | null;
    family: string | null;
    decree_slug: string;
    version: number;
    facts_only: Flag;
    /** Verdicts on it that a person has reviewed. */
    reviewed: number;
  };

/** The services of a selection, in the order in which their decrees print them; one file's decrees stay together. */
export const servicesInForce = (
  db: Reader,
  scope: Scope,
  selection: ServiceSelection,
): Promise<InForceRow[]> =>
  inForce(db, scope, selection)
    .select([
      "s.r",
      "s.id as service_id",
      "s.no",
      "s.slug",
      "s.name",
      "s.name_key",
      "s.pengguna",
      "s.pengguna_confirmed",
      "s.volume",
      "st.id as text_id",
      "st.reading_id",
      "rd.scorer_version",
      "st.content_hash",
      "st.no as printed_no",
      "st.name as printed_name",
      "st.bagian as printed_bagian",
      "st.line",
      "st.present_n",
      "st.absent_n",
      "st.unreadable_n",
      "st.present_public_n",
      "st.absent_public_n",
      "st.unreadable_public_n",
      "st.level0_n",
      "st.level1_n",
      "st.level2_n",
      "st.level3_n",
      "st.level_t_n",
      "st.problems_public_n",
      "st.judged_public_n",
      "st.level_t_public_n",
      ...BAGIAN_COLUMNS,
      "d.slug as decree_slug",
      ...DECREE_COLUMNS,
      reviewedOfTable.as("reviewed"),
    ])
    .orderBy("s.r")
    .orderBy("d.year", (o) => o.desc().nullsLast())
    .orderBy("dt.file_name")
    .orderBy("st.line")
    .orderBy("s.no")
    .execute();
