import { sql } from "kysely";
import type { LineRole } from "#app/reader/schema.ts";
import type { Reader } from "../connection.ts";
import { inWholeScope, readingsInScope, type Scope } from "../scope.ts";

/** Address of a text whose scope was checked when it was found. */
export interface TextPlace {
  r: number;
  textId: string;
  readingId: string;
}

/** The tables of a reading in the order of its lines, with the service of the register that each is (or repeats). */
export const tablesOfReading = (db: Reader, scope: Scope, { r, readingId }: TextPlace) =>
  db
    .selectFrom("service_text as st")
    .leftJoin("service_text as o", (j) =>
      j.onRef("o.r", "=", "st.r").on("o.id", "=", sql`coalesce(st.same_as, st.id)`),
    )
    .leftJoin("service as s", (j) => j.onRef("s.r", "=", "o.r").onRef("s.id", "=", "o.service_id"))
    .select([
      "st.id",
      "st.ordinal",
      "st.bagian",
      "st.name",
      "st.line",
      "st.same_as",
      "s.no",
      "s.slug as service_slug",
      "s.name as service_name",
    ])
    .where(inWholeScope(scope, "st"))
    .where("st.r", "=", r)
    .where("st.reading_id", "=", readingId)
    .orderBy("st.line")
    .orderBy("st.ordinal")
    .execute();

export type ReadingTable = Awaited<ReturnType<typeof tablesOfReading>>[number];

/** Lines `from` to `to`, both included. */
export const linesOfText = (
  db: Reader,
  scope: Scope,
  { r, textId }: TextPlace,
  [from, to]: readonly [number, number],
) =>
  db
    .selectFrom("naskah_line")
    .select(["line", "text"])
    .where(inWholeScope(scope, "naskah_line"))
    .where("r", "=", r)
    .where("text_id", "=", textId)
    .where("line", ">=", from)
    .where("line", "<=", to)
    .orderBy("line")
    .execute();

/** Spans of lines `from` to `to`, in order. */
export const spansOfReading = (
  db: Reader,
  scope: Scope,
  { r, readingId }: TextPlace,
  [from, to]: readonly [number, number],
) =>
  db
    .selectFrom("span")
    .select(["line", "col_from", "col_to", "role", "ordinal", "component"])
    .where(inWholeScope(scope, "span"))
    .where("r", "=", r)
    .where("reading_id", "=", readingId)
    .where("line", ">=", from)
    .where("line", "<=", to)
    .orderBy("line")
    .orderBy("col_from")
    .execute();

/** What a role owns in these readings, piece by piece in the order of the lines; nothing where only facts are kept. */
export const piecesOfRole = (
  db: Reader,
  scope: Scope,
  { r, readingIds, role }: { r: number; readingIds: readonly string[]; role: LineRole },
) =>
  readingIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom("span as sp")
        .innerJoin("reading as rd", (j) => j.onRef("rd.r", "=", "sp.r").onRef("rd.id", "=", "sp.reading_id"))
        .innerJoin("naskah_line as nl", (j) =>
          j
            .onRef("nl.r", "=", "rd.r")
            .onRef("nl.text_id", "=", "rd.text_id")
            .onRef("nl.line", "=", "sp.line"),
        )
        .select(["sp.reading_id", "sp.line", "sp.col_from", "sp.col_to", "nl.text"])
        .where(readingsInScope(scope, "rd"))
        .where("sp.r", "=", r)
        .where("sp.reading_id", "in", readingIds)
        .where("sp.role", "=", role)
        .orderBy("sp.reading_id")
        .orderBy("sp.line")
        .orderBy("sp.col_from")
        .execute();

/** Lines whose search key holds `key` (folded words after a blank): the first `limit`, and how many there are in all. */
export const searchLines = async (
  db: Reader,
  scope: Scope,
  { r, textId }: TextPlace,
  key: string,
  limit: number,
): Promise<{ total: number; lines: { line: number; text: string }[] }> => {
  const query = db
    .selectFrom("naskah_line")
    .where(inWholeScope(scope, "naskah_line"))
    .where("r", "=", r)
    .where("text_id", "=", textId)
    // The key holds letters, figures and blanks only: LIKE has no wildcard to misread, and both engines agree.
    .where("search_key", "like", `%${key}%`);
  const { total } = await query
    .select((eb) => eb.fn.countAll<number>().as("total"))
    .executeTakeFirstOrThrow();
  const lines = await query.select(["line", "text"]).orderBy("line").limit(limit).execute();
  return { total: Number(total), lines };
};

export const declaredOf = (db: Reader, scope: Scope, { r, readingId }: TextPlace) =>
  db
    .selectFrom("declared")
    .select(["bagian", "name", "service_text_id"])
    .where(inWholeScope(scope, "declared"))
    .where("r", "=", r)
    .where("reading_id", "=", readingId)
    .orderBy("seq")
    .execute();

/** Codes of a reading's findings on tables. */
export const tableCodes = (db: Reader, scope: Scope, { r, readingId }: TextPlace) =>
  db
    .selectFrom("finding")
    .select(["code", "service_text_id"])
    .where(inWholeScope(scope, "finding"))
    .where("r", "=", r)
    .where("reading_id", "=", readingId)
    .execute();
