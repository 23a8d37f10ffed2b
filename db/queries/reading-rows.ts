import { insertMany } from "../bulk.ts";
import type { Db, Reader, Writer } from "../connection.ts";
import type {
  ComponentTable,
  DeclaredTable,
  FindingTable,
  NaskahLineTable,
  ReadingTable,
  ServiceTextTable,
  SpanTable,
} from "../schema.ts";

/** A reading with everything that was read; what was scored lies elsewhere. */
export interface ReadingRows {
  reading: ReadingTable;
  span: SpanTable[];
  service_text: ServiceTextTable[];
  component: ComponentTable[];
  declared: DeclaredTable[];
  /** The reader's own. */
  finding: FindingTable[];
}

/** The reading of a text that counts, or another one by its id. */
export const readingOf = (
  db: Reader,
  r: number,
  which: { textId: string } | { id: string },
): Promise<ReadingTable | undefined> => {
  const query = db.selectFrom("reading").selectAll().where("r", "=", r);
  return "id" in which
    ? query.where("id", "=", which.id).executeTakeFirst()
    : query.where("text_id", "=", which.textId).where("current", "=", 1).executeTakeFirst();
};

export const linesOf = (db: Reader, r: number, textId: string) =>
  db
    .selectFrom("naskah_line")
    .select(["line", "text"])
    .where("r", "=", r)
    .where("text_id", "=", textId)
    .orderBy("line")
    .execute();

/** Everything that a reading holds, in fixed order. */
export const readingRows = async (db: Reader, reading: ReadingTable): Promise<ReadingRows> => {
  const { r, id } = reading;
  return {
    reading,
    span: await db
      .selectFrom("span")
      .selectAll()
      .where("r", "=", r)
      .where("reading_id", "=", id)
      .orderBy("line")
      .orderBy("col_from")
      .execute(),
    service_text: await db
      .selectFrom("service_text")
      .selectAll()
      .where("r", "=", r)
      .where("reading_id", "=", id)
      .orderBy("ordinal")
      .execute(),
    component: await db
      .selectFrom("component as c")
      .innerJoin("service_text as st", (j) =>
        j.onRef("st.r", "=", "c.r").onRef("st.id", "=", "c.service_text_id"),
      )
      .selectAll("c")
      .where("c.r", "=", r)
      .where("st.reading_id", "=", id)
      .orderBy("st.ordinal")
      .orderBy("c.key")
      .execute(),
    declared: await db
      .selectFrom("declared")
      .selectAll()
      .where("r", "=", r)
      .where("reading_id", "=", id)
      .orderBy("seq")
      .execute(),
    finding: await db
      .selectFrom("finding")
      .selectAll()
      .where("r", "=", r)
      .where("reading_id", "=", id)
      .where("origin", "=", "pembaca")
      .orderBy("id")
      .execute(),
  };
};

const PARTS = ["span", "service_text", "declared", "component", "finding"] as const;

/** Writes a whole reading, none of whose ids is there yet. */
export const insertReading = async (db: Db, trx: Writer, rows: ReadingRows): Promise<void> => {
  await insertMany(db, trx, "reading", [rows.reading]);
  for (const part of PARTS) await insertMany(db, trx, part, rows[part] as never[]);
};

/** Of a stored text, what it is known and read again by. */
export const textFile = (db: Reader, r: number, id: string) =>
  db
    .selectFrom("decree_text")
    .select(["file_sha", "text_hash", "file_name"])
    .where("r", "=", r)
    .where("id", "=", id)
    .executeTakeFirst();

/** Puts other lines in the place of those of a text: a newer reader may decode its file otherwise. */
export const replaceLines = async (
  db: Db,
  trx: Writer,
  { r, id }: { r: number; id: string },
  rows: readonly NaskahLineTable[],
): Promise<void> => {
  await trx.deleteFrom("naskah_line").where("r", "=", r).where("text_id", "=", id).execute();
  await insertMany(db, trx, "naskah_line", rows);
  await trx
    .updateTable("decree_text")
    .set({ line_from: rows[0]?.line ?? 1, line_to: rows.at(-1)?.line ?? 0 })
    .where("r", "=", r)
    .where("id", "=", id)
    .execute();
};

export const dropReading = async (trx: Writer, r: number, id: string): Promise<void> => {
  await trx.deleteFrom("reading").where("r", "=", r).where("id", "=", id).execute();
};

export const updateReading = async (
  trx: Writer,
  { r, id }: Pick<ReadingTable, "r" | "id">,
  set: Partial<Omit<ReadingTable, "r" | "id">>,
): Promise<void> => {
  await trx.updateTable("reading").set(set).where("r", "=", r).where("id", "=", id).execute();
};
