import { sql } from "kysely";
import type { Reader } from "../connection.ts";
import { type Scope, servicesInScope } from "../scope.ts";
import { holds } from "./assessments.ts";
import { BAGIAN_COLUMNS } from "./columns.ts";

/** Answers that hold on components of services, with the service as it stands now; every read goes through here. */
const standing = (db: Reader, scope: Scope, r: readonly number[]) => {
  const query = db
    .selectFrom("judgement as j")
    .innerJoin("assessment as a", (join) =>
      join.onRef("a.r", "=", "j.r").onRef("a.id", "=", "j.assessment_id").on("a.of", "=", "layanan"),
    )
    .innerJoin("service as s", (join) => join.onRef("s.r", "=", "a.r").onRef("s.id", "=", "a.subject_id"))
    .innerJoin("service_text as st", (join) =>
      join.onRef("st.r", "=", "s.r").onRef("st.id", "=", "s.text_id"),
    )
    .where(servicesInScope(scope, "s"))
    .where(holds)
    .where("j.kind", "in", ["tetap", "ubah"]);
  return r.length > 0 ? query.where("j.r", "in", r) : query;
};

/** The machine's verdicts on the very texts that people judged, with what they said otherwise, counted by kind. */
export const meetingsOf = (db: Reader, scope: Scope, r: readonly number[]) =>
  standing(db, scope, r)
    .innerJoin("verdict as v", (join) =>
      join
        .onRef("v.r", "=", "st.r")
        .onRef("v.service_text_id", "=", "st.id")
        .on(sql<boolean>`v.component = j.item`),
    )
    .whereRef("st.content_hash", "=", "j.content_hash")
    // Of what a person finds absent or unreadable, the criteria do not arise.
    .where((eb) => eb.or([eb("j.kind", "=", "tetap"), eb("j.value", "not in", ["0", "T"])]))
    .select((eb) => ["v.component", "v.criterion", "v.met", "j.answers", eb.fn.countAll<number>().as("n")])
    .groupBy(["v.component", "v.criterion", "v.met", "j.answers"])
    .execute();

/** Levels of the machine beside those of people, per component; whose text changed since is counted apart. */
export const levelsAgainst = (db: Reader, scope: Scope, r: readonly number[]) =>
  standing(db, scope, r)
    .where("j.machine", "is not", null)
    .select((eb) => [
      "j.item",
      "j.machine",
      "j.value",
      sql<number>`case when st.content_hash = j.content_hash then 1 else 0 end`.as("same_text"),
      eb.fn.countAll<number>().as("n"),
    ])
    .groupBy([
      "j.item",
      "j.machine",
      "j.value",
      sql`case when st.content_hash = j.content_hash then 1 else 0 end`,
    ])
    .execute();

/** Verdicts that a person changed, newest first. */
export const overridesOf = (db: Reader, scope: Scope, r: readonly number[]) =>
  standing(db, scope, r)
    .leftJoin("bagian as b", (join) => join.onRef("b.r", "=", "s.r").onRef("b.id", "=", "s.bagian_id"))
    .where("j.kind", "=", "ubah")
    .whereRef("st.content_hash", "=", "j.content_hash")
    .select([
      "j.r",
      "j.assessment_id",
      "j.item",
      "j.machine",
      "j.value",
      "j.answers",
      "j.reason",
      "j.at",
      "j.by",
      "s.no",
      "s.slug",
      "s.name",
      ...BAGIAN_COLUMNS,
    ])
    .orderBy("j.at", "desc")
    .orderBy("j.r")
    .orderBy("j.assessment_id")
    .orderBy("j.item")
    .execute();
