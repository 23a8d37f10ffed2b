import type { Reader } from "../connection.ts";
import { inWholeScope, type Scope } from "../scope.ts";
import type { TextPlace } from "./naskah.ts";

/** The tables of a reading in document order, repeats left out, each with the service of the register that it is. */
export const comparedTables = (db: Reader, scope: Scope, { r, readingId }: TextPlace) =>
  db
    .selectFrom("service_text as st")
    .leftJoin("service as s", (j) => j.onRef("s.r", "=", "st.r").onRef("s.id", "=", "st.service_id"))
    .select([
      "st.id",
      "st.service_id",
      "st.name",
      "st.bagian",
      "st.line",
      "s.no",
      "s.slug as service_slug",
      "s.name as service_name",
      "s.text_id as in_force",
    ])
    .where(inWholeScope(scope, "st"))
    .where("st.r", "=", r)
    .where("st.reading_id", "=", readingId)
    .where("st.same_as", "is", null)
    .orderBy("st.line")
    .orderBy("st.ordinal")
    .execute();

/** Components of those tables: what stands there, where, and the figures read from it. */
export const comparedComponents = (db: Reader, scope: Scope, { r, readingId }: TextPlace) =>
  db
    .selectFrom("component as k")
    .innerJoin("service_text as st", (j) =>
      j.onRef("st.r", "=", "k.r").onRef("st.id", "=", "k.service_text_id"),
    )
    .select(["k.service_text_id", "k.key", "k.state", "k.text", "k.line_from", "k.line_to", "k.facts"])
    .where(inWholeScope(scope, "k"))
    .where("k.r", "=", r)
    .where("st.reading_id", "=", readingId)
    .where("st.same_as", "is", null)
    .execute();

/** Readings of other decrees of a regency that print services which this one prints too, with how many. */
export const sharedServices = (db: Reader, scope: Scope, { r, readingId }: TextPlace) =>
  db
    .selectFrom("service_text as st")
    .innerJoin("service_text as o", (j) =>
      j
        .onRef("o.r", "=", "st.r")
        .onRef("o.service_id", "=", "st.service_id")
        .onRef("o.reading_id", "<>", "st.reading_id"),
    )
    .select((eb) => ["o.reading_id", eb.fn.count<number>("o.service_id").distinct().as("shared")])
    .where(inWholeScope(scope, "st"))
    .where("st.r", "=", r)
    .where("st.reading_id", "=", readingId)
    .groupBy("o.reading_id")
    .execute();
