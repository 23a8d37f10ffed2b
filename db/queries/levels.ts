import { sql } from "kysely";
import type { ComponentKey } from "#app/reader/components.ts";
import type { Reader } from "../connection.ts";
import type { StoredLevel } from "../schema.ts";
import { inScope, type Scope, tablesInScope } from "../scope.ts";
import { BAGIAN_COLUMNS, DECREE_COLUMNS } from "./columns.ts";
import { inForce, type ServiceSelection } from "./in-force.ts";

/** Services of one group by the level of one component; null: belum dinilai. */
export interface GroupLevels {
  r: number;
  bagian_id: string | null;
  key: ComponentKey;
  level: StoredLevel | null;
  services: number;
}

/** @param key only this component; left out: all 14 */
export const groupLevels = (
  db: Reader,
  scope: Scope,
  selection: ServiceSelection,
  key?: ComponentKey,
): Promise<GroupLevels[]> =>
  inForce(db, scope, selection)
    .innerJoin("component as k", (j) => j.onRef("k.r", "=", "st.r").onRef("k.service_text_id", "=", "st.id"))
    .$if(key !== undefined, (query) => query.where("k.key", "=", key as ComponentKey))
    .select((eb) => ["s.r", "s.bagian_id", "k.key", "k.level", eb.fn.countAll<number>().as("services")])
    .groupBy(["s.r", "s.bagian_id", "k.key", "k.level"])
    .execute();

/** Verdicts on one table, by criterion. */
export const verdictsOfTable = (db: Reader, scope: Scope, r: number, tableId: string) =>
  db
    .selectFrom("verdict as v")
    .select(["v.criterion", "v.component", "v.met", "v.reason", "v.quote", "v.line_from", "v.line_to"])
    .where(tablesInScope(scope, "v"))
    .where("v.r", "=", r)
    .where("v.service_text_id", "=", tableId)
    .execute();

/** Verdicts on the decree of this reading and on one bagian as it prints it. */
export const unitVerdictsOf = (
  db: Reader,
  scope: Scope,
  { r, readingId, bagian }: { r: number; readingId: string; bagian: string | null },
) =>
  db
    .selectFrom("unit_verdict as u")
    .selectAll()
    .where(inScope(scope, "u"))
    .where("u.r", "=", r)
    .where("u.reading_id", "=", readingId)
    .where((eb) =>
      eb.or([
        eb("u.of", "=", "keputusan"),
        bagian === null ? eb("u.bagian", "is", null) : eb("u.bagian", "=", bagian),
      ]),
    )
    .orderBy("u.seq")
    .execute();

/** Verdicts on the bagian (slug; null under none) of a regency, each with the decree in force that prints it. */
export const unitVerdictsInForce = (db: Reader, scope: Scope, selection: ServiceSelection) =>
  inForce(db, scope, selection)
    .innerJoin("unit_verdict as u", (j) =>
      j
        .onRef("u.r", "=", "st.r")
        .onRef("u.reading_id", "=", "st.reading_id")
        .on("u.of", "=", "bagian")
        .on(sql`coalesce(u.bagian, '')`, "=", sql`coalesce(st.bagian, '')`),
    )
    .select([
      "u.of",
      "u.criterion",
      "u.met",
      "u.reason",
      "u.quote",
      "u.line_from",
      "u.line_to",
      "u.seq",
      "s.r",
      ...BAGIAN_COLUMNS,
      "d.slug",
      ...DECREE_COLUMNS,
    ])
    .distinct()
    .orderBy("s.r")
    .orderBy("d.slug")
    .orderBy("u.seq")
    .execute();

/** Verdicts on the decrees in force of a selection, in the order of the instrument. */
export const decreeVerdictsInForce = (db: Reader, scope: Scope, selection: ServiceSelection) =>
  inForce(db, scope, selection)
    .innerJoin("unit_verdict as u", (j) =>
      j.onRef("u.r", "=", "st.r").onRef("u.reading_id", "=", "st.reading_id").on("u.of", "=", "keputusan"),
    )
    .select([
      "u.of",
      "u.criterion",
      "u.met",
      "u.reason",
      "u.quote",
      "u.line_from",
      "u.line_to",
      "u.seq",
      "s.r",
      "d.slug",
      "dt.version",
    ])
    .distinct()
    .orderBy("s.r")
    .orderBy("d.slug")
    .orderBy("u.seq")
    .execute();

export interface ExampleSearch {
  components: readonly ComponentKey[];
  /** Same family of bagian, or the very same name; null where the bagian has no family. */
  family: string | null;
  nameKey: string;
  /** The service that asks is no example for itself. */
  serviceId: string;
  r: number;
}

/** Candidates for each component, of other regencies first. */
const EXAMPLES_EACH = 12;

/** Texts at level 3 of the same components in services of the same kind; only where the text is stored. */
export const levelThreeTexts = async (db: Reader, scope: Scope, search: ExampleSearch) => {
  if (search.components.length === 0) return [];
  const { family, nameKey, serviceId, r } = search;
  const ranked = inForce(db, scope, {})
    .innerJoin("component as k", (j) => j.onRef("k.r", "=", "st.r").onRef("k.service_text_id", "=", "st.id"))
    .where("k.key", "in", search.components)
    .where("k.level", "=", "3")
    .where("dt.facts_only", "=", 0)
    .where("s.id", "<>", serviceId)
    .where((eb) =>
      family === null
        ? eb("s.name_key", "=", nameKey)
        : eb.or([eb("s.name_key", "=", nameKey), eb("b.family", "=", family)]),
    )
    .select([
      ...EXAMPLE_COLUMNS,
      sql<number>`row_number() over (partition by k.key order by case when s.name_key = ${nameKey} then 0 else 1 end,
        case when s.r = ${r} then 1 else 0 end, s.r, s.no)`.as("place"),
    ]);
  return db.selectFrom(ranked.as("x")).selectAll().where("x.place", "<=", EXAMPLES_EACH).execute();
};

const EXAMPLE_COLUMNS = [
  "k.key",
  "k.text",
  "k.line_from",
  "k.line_to",
  "s.r",
  "s.no",
  "s.slug",
  "s.name",
  "s.name_key",
  ...BAGIAN_COLUMNS,
  "d.slug as decree_slug",
  ...DECREE_COLUMNS,
] as const;

/** Texts of one component at level 3 in the selection, a few of each regency. */
export const goodTexts = (
  db: Reader,
  scope: Scope,
  selection: ServiceSelection,
  key: ComponentKey,
  each: number,
) => {
  const ranked = inForce(db, scope, selection)
    .innerJoin("component as k", (j) => j.onRef("k.r", "=", "st.r").onRef("k.service_text_id", "=", "st.id"))
    .where("k.key", "=", key)
    .where("k.level", "=", "3")
    .where("dt.facts_only", "=", 0)
    .select([
      ...EXAMPLE_COLUMNS,
      sql<number>`row_number() over (partition by s.r order by s.no)`.as("place"),
    ]);
  return db
    .selectFrom(ranked.as("x"))
    .selectAll()
    .where("x.place", "<=", each)
    .orderBy("x.place")
    .orderBy("x.r")
    .execute();
};

export type ExampleRow = Awaited<ReturnType<typeof goodTexts>>[number];

/** Jangka waktu of each service of the selection: state, level and facts. */
export const promisedTimes = (db: Reader, scope: Scope, selection: ServiceSelection) =>
  inForce(db, scope, selection)
    .leftJoin("component as k", (j) =>
      j.onRef("k.r", "=", "st.r").onRef("k.service_text_id", "=", "st.id").on("k.key", "=", "jangka_waktu"),
    )
    .select(["s.r", "s.id", "s.no", "s.slug", "s.name", "k.state", "k.level", "k.facts"])
    .orderBy("s.r")
    .orderBy("s.no")
    .execute();
