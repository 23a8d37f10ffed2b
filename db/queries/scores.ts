import type { ComponentKey } from "#app/reader/components.ts";
import { insertMany, updateMany } from "../bulk.ts";
import type { Db, Reader, Writer } from "../connection.ts";
import type {
  CitationTable,
  FindingTable,
  InstrumentTable,
  LevelCounts,
  StoredLevel,
  UnitVerdictTable,
  VerdictTable,
} from "../schema.ts";

/**
 * Writes the instrument unless it is there; older ones of the same edition family give way to it.
 * @param family the part of the edition before its number
 */
export const putInstrument = async (
  trx: Writer,
  row: Pick<InstrumentTable, "id" | "edition" | "hash" | "json">,
  family: string,
): Promise<void> => {
  await trx
    .insertInto("instrument")
    .values({ ...row, superseded_by: null, at: null, by: null })
    .onConflict((conflict) => conflict.column("id").doUpdateSet({ superseded_by: null }))
    .execute();
  await trx
    .updateTable("instrument")
    .set({ superseded_by: row.id })
    .where("id", "<>", row.id)
    .where("edition", "like", `${family}/%`)
    .where((eb) => eb.or([eb("superseded_by", "is", null), eb("superseded_by", "<>", row.id)]))
    .execute();
};

/** Tables whose texts are scored: in force, or the repeat of one in force; with the text itself. */
const scored = (db: Reader, r: number) =>
  db
    .selectFrom("service_text as st")
    .innerJoin("reading as rd", (j) => j.onRef("rd.r", "=", "st.r").onRef("rd.id", "=", "st.reading_id"))
    .innerJoin("decree_text as dt", (j) => j.onRef("dt.r", "=", "rd.r").onRef("dt.id", "=", "rd.text_id"))
    .innerJoin("decree as d", (j) => j.onRef("d.r", "=", "dt.r").onRef("d.id", "=", "dt.decree_id"))
    .where("st.r", "=", r)
    .where("st.status", "in", ["berlaku", "ganda"])
    .where("rd.current", "=", 1)
    .where("dt.status", "=", "berlaku")
    .where("dt.facts_only", "=", 0);

/** Standards of a regency that are scored together, in one fixed order: texts as they were stored, tables as printed. */
export const standardsInForce = (db: Reader, r: number) =>
  scored(db, r)
    .select([
      "st.id",
      "st.reading_id",
      "st.bagian",
      "st.no",
      "st.name",
      "st.line",
      "st.same_as",
      "st.content_hash",
      "st.pengguna",
      "d.regency_name",
      "d.issuer",
      "d.number",
      "d.number_annex",
      "d.year",
      "d.signed",
      "d.maklumat",
      "dt.line_from",
      "dt.line_to",
      "rd.scorer_version",
      "rd.instrument_id",
      "rd.head",
    ])
    .orderBy("dt.at")
    .orderBy("dt.file_name")
    .orderBy("dt.line_from")
    .orderBy("st.reading_id")
    .orderBy("st.ordinal")
    .execute();

export type StandardInForce = Awaited<ReturnType<typeof standardsInForce>>[number];

export const componentsToScore = (db: Reader, r: number) =>
  scored(db, r)
    .innerJoin("component as c", (j) => j.onRef("c.r", "=", "st.r").onRef("c.service_text_id", "=", "st.id"))
    .select([
      "c.service_text_id",
      "c.key",
      "c.state",
      "c.label",
      "c.text",
      "c.line_from",
      "c.line_to",
      "c.confidence",
      "c.facts",
    ])
    .execute();

/** The reader's findings on these readings. */
export const readerFindings = (db: Reader, r: number, readingIds: readonly string[]) =>
  db
    .selectFrom("finding")
    .selectAll()
    .where("r", "=", r)
    .where("reading_id", "in", readingIds)
    .where("origin", "=", "pembaca")
    .orderBy("line_from")
    .orderBy("id")
    .execute();

/** Lines of the heads of these readings' decrees, with who owns them. */
export const headLines = (db: Reader, r: number, readingIds: readonly string[]) =>
  db
    .selectFrom("span as sp")
    .innerJoin("reading as rd", (j) => j.onRef("rd.r", "=", "sp.r").onRef("rd.id", "=", "sp.reading_id"))
    .innerJoin("naskah_line as n", (j) =>
      j.onRef("n.r", "=", "rd.r").onRef("n.text_id", "=", "rd.text_id").onRef("n.line", "=", "sp.line"),
    )
    .select(["sp.reading_id", "sp.line", "sp.col_from as from", "sp.col_to as to", "sp.role", "n.text"])
    .where("sp.r", "=", r)
    .where("sp.reading_id", "in", readingIds)
    .where("sp.role", "=", "decree_head")
    .orderBy("sp.line")
    .orderBy("sp.col_from")
    .execute();

export const declaredIn = (db: Reader, r: number, readingIds: readonly string[]) =>
  db
    .selectFrom("declared")
    .select(["reading_id", "bagian", "name"])
    .where("r", "=", r)
    .where("reading_id", "in", readingIds)
    .orderBy("reading_id")
    .orderBy("seq")
    .execute();

/** Regencies with a text in force that was scored by something else than these, or never. */
export const regenciesToScore = async (
  db: Reader,
  current: { scorer: string; instrument: string },
): Promise<number[]> => {
  const rows = await db
    .selectFrom("reading as rd")
    .innerJoin("decree_text as dt", (j) => j.onRef("dt.r", "=", "rd.r").onRef("dt.id", "=", "rd.text_id"))
    .select("rd.r")
    .distinct()
    .where("rd.r", ">", 0)
    .where("rd.current", "=", 1)
    .where("dt.status", "=", "berlaku")
    .where("dt.facts_only", "=", 0)
    .where((eb) =>
      eb.or([
        eb("rd.scorer_version", "is", null),
        eb("rd.scorer_version", "<>", current.scorer),
        eb("rd.instrument_id", "is", null),
        eb("rd.instrument_id", "<>", current.instrument),
      ]),
    )
    .orderBy("rd.r")
    .execute();
  return rows.map(({ r }) => r);
};

/** The scorer's findings on these readings, as they are before a new score. */
export const scorerFindings = (db: Reader, r: number, readingIds: readonly string[]) =>
  db
    .selectFrom("finding")
    .select(["id", "reading_id", "service_text_id", "code", "component"])
    .where("r", "=", r)
    .where("reading_id", "in", readingIds)
    .where("origin", "=", "penilai")
    .orderBy("id")
    .execute();

export interface NewScores {
  scorer: string;
  instrument: string;
  tables: ({ id: string } & LevelCounts)[];
  levels: { service_text_id: string; key: ComponentKey; level: StoredLevel | null }[];
  verdict: VerdictTable[];
  unit_verdict: UnitVerdictTable[];
  finding: FindingTable[];
  citation: CitationTable[];
}

const IDS_A_STATEMENT = 5_000;

/** Puts new scores of these readings and tables in the place of older ones. Tables that are not named keep theirs. */
export const replaceScores = async (
  db: Db,
  trx: Writer,
  r: number,
  readingIds: readonly string[],
  scores: NewScores,
): Promise<void> => {
  const tableIds = scores.tables.map(({ id }) => id);
  for (let start = 0; start < tableIds.length; start += IDS_A_STATEMENT) {
    const ids = tableIds.slice(start, start + IDS_A_STATEMENT);
    for (const part of ["verdict", "citation"] as const) {
      await trx.deleteFrom(part).where("r", "=", r).where("service_text_id", "in", ids).execute();
    }
    await trx
      .deleteFrom("finding")
      .where("r", "=", r)
      .where("origin", "=", "penilai")
      .where("service_text_id", "in", ids)
      .execute();
  }
  await trx
    .deleteFrom("finding")
    .where("r", "=", r)
    .where("origin", "=", "penilai")
    .where("service_text_id", "is", null)
    .where("reading_id", "in", readingIds)
    .execute();
  await trx.deleteFrom("unit_verdict").where("r", "=", r).where("reading_id", "in", readingIds).execute();
  await updateMany(
    db,
    trx,
    "component",
    ["r", "service_text_id", "key"],
    scores.levels.map((row) => ({ r, ...row, overruled_level: null })),
  );
  await updateMany(
    db,
    trx,
    "service_text",
    ["r", "id"],
    scores.tables.map((row) => ({ r, ...row })),
  );
  await insertMany(db, trx, "verdict", scores.verdict);
  await insertMany(db, trx, "unit_verdict", scores.unit_verdict);
  await insertMany(db, trx, "finding", scores.finding);
  await insertMany(db, trx, "citation", scores.citation);
  await trx
    .updateTable("reading")
    .set({ scorer_version: scores.scorer, instrument_id: scores.instrument })
    .where("r", "=", r)
    .where("id", "in", readingIds)
    .execute();
};
