import { insertMany } from "../bulk.ts";
import type { Db, Reader } from "../connection.ts";
import { ANTEROOM, type DecreeTable, type DecreeTextTable, type Schema } from "../schema.ts";

/** Rows of one decree as staged; all with `r` = ANTEROOM. */
export type DecreeRows = {
  [Table in (typeof PARTS)[number]]: Schema[Table][];
};

/** Whole before part, so that every reference points at something. */
const PARTS = [
  "decree",
  "decree_text",
  "naskah_line",
  "reading",
  "span",
  "service_text",
  "declared",
  "component",
  "finding",
  "verdict",
  "unit_verdict",
  "citation",
] as const;

/** Rows written in one short transaction: other writers must get their turn in between. */
const ROWS_A_TRANSACTION = 20_000;

/** Writes staged rows in short transactions. Nobody reads them before their upload says that they are whole. */
export const stageRows = async (db: Db, rows: DecreeRows): Promise<void> => {
  for (const table of PARTS) {
    const all = rows[table];
    for (let start = 0; start < all.length; start += ROWS_A_TRANSACTION) {
      const part = all.slice(start, start + ROWS_A_TRANSACTION);
      await db.write.transaction().execute((trx) => insertMany(db, trx, table, part as never[]));
    }
  }
};

/** Removes what an upload has staged, also what a crash left half-written. */
export const dropStaged = async (trx: Reader, uploadId: string): Promise<void> => {
  await trx.deleteFrom("decree").where("r", "=", ANTEROOM).where("upload_id", "=", uploadId).execute();
};

export type StagedDecree = Pick<
  DecreeTable,
  "id" | "ordinal" | "regency_name" | "issuer" | "number" | "number_annex" | "year" | "signed" | "maklumat"
> &
  Pick<DecreeTextTable, "line_from" | "line_to" | "text_hash" | "facts_only" | "file_name"> & {
    text_id: string;
    reading_id: string;
    coverage: string;
    annex_lines: number;
    annex_unassigned: number;
  };

/** The decrees of an upload with their text and reading, in the order of the file. */
export const stagedDecrees = (db: Reader, uploadId: string): Promise<StagedDecree[]> =>
  db
    .selectFrom("decree as d")
    .innerJoin("decree_text as dt", (j) => j.onRef("dt.r", "=", "d.r").onRef("dt.decree_id", "=", "d.id"))
    .innerJoin("reading as rd", (j) => j.onRef("rd.r", "=", "dt.r").onRef("rd.text_id", "=", "dt.id"))
    .select([
      "d.id",
      "d.ordinal",
      "d.regency_name",
      "d.issuer",
      "d.number",
      "d.number_annex",
      "d.year",
      "d.signed",
      "d.maklumat",
      "dt.id as text_id",
      "dt.line_from",
      "dt.line_to",
      "dt.text_hash",
      "dt.facts_only",
      "dt.file_name",
      "rd.id as reading_id",
      "rd.coverage",
      "rd.annex_lines",
      "rd.annex_unassigned",
    ])
    .where("d.r", "=", ANTEROOM)
    .where("d.upload_id", "=", uploadId)
    .orderBy("d.ordinal")
    .execute();

/** All rows of one table that belong to readings of the anteroom. */
export const stagedServices = (db: Reader, readingIds: readonly string[]) =>
  db
    .selectFrom("service_text")
    .selectAll()
    .where("r", "=", ANTEROOM)
    .where("reading_id", "in", readingIds)
    .orderBy("ordinal")
    .execute();

export const stagedComponents = (db: Reader, readingIds: readonly string[]) =>
  db
    .selectFrom("component as c")
    .innerJoin("service_text as st", (j) =>
      j.onRef("st.r", "=", "c.r").onRef("st.id", "=", "c.service_text_id"),
    )
    .select(["c.service_text_id", "c.key", "c.state", "c.line_from", "c.line_to"])
    .where("c.r", "=", ANTEROOM)
    .where("st.reading_id", "in", readingIds)
    .execute();

export const stagedFindings = (db: Reader, readingIds: readonly string[]) =>
  db
    .selectFrom("finding")
    .selectAll()
    .where("r", "=", ANTEROOM)
    .where("reading_id", "in", readingIds)
    .orderBy("line_from")
    .orderBy("id")
    .execute();

export const stagedDeclared = (db: Reader, readingIds: readonly string[]) =>
  db
    .selectFrom("declared")
    .selectAll()
    .where("r", "=", ANTEROOM)
    .where("reading_id", "in", readingIds)
    .orderBy("reading_id")
    .orderBy("seq")
    .execute();
