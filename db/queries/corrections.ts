import type { Reader, Writer } from "../connection.ts";
import type { CorrectionTable } from "../schema-corrections.ts";
import { inWholeScope, type Scope, tablesInScope } from "../scope.ts";

/** Corrections of one text in the order in which they were made, undone ones too. */
export const correctionsOf = (db: Reader, r: number, textId: string): Promise<CorrectionTable[]> =>
  db
    .selectFrom("correction")
    .selectAll()
    .where("r", "=", r)
    .where("text_id", "=", textId)
    .orderBy("seq")
    .execute();

/** The same for a page: nothing outside the scope. */
export const listCorrections = (
  db: Reader,
  scope: Scope,
  r: number,
  textId: string,
): Promise<CorrectionTable[]> =>
  db
    .selectFrom("correction")
    .selectAll()
    .where(inWholeScope(scope, "correction"))
    .where("r", "=", r)
    .where("text_id", "=", textId)
    .orderBy("seq")
    .execute();

export const insertCorrection = async (trx: Writer, row: CorrectionTable): Promise<void> => {
  await trx.insertInto("correction").values(row).execute();
};

export const updateCorrection = async (
  trx: Writer,
  { r, text_id, seq }: Pick<CorrectionTable, "r" | "text_id" | "seq">,
  set: Partial<Pick<CorrectionTable, "conflict" | "undone_at" | "undone_by" | "undone_reason">>,
): Promise<void> => {
  await trx
    .updateTable("correction")
    .set(set)
    .where("r", "=", r)
    .where("text_id", "=", text_id)
    .where("seq", "=", seq)
    .execute();
};

/** Does a table say something else than the reader read in its text? */
export const isCorrected = async (db: Reader, scope: Scope, r: number, tableId: string): Promise<boolean> => {
  const row = await db
    .selectFrom("service_text as st")
    .innerJoin("reading as rd", (j) => j.onRef("rd.r", "=", "st.r").onRef("rd.id", "=", "st.reading_id"))
    .leftJoin("service_text as m", (j) =>
      j
        .onRef("m.r", "=", "rd.r")
        .onRef("m.reading_id", "=", "rd.machine_id")
        .onRef("m.ordinal", "=", "st.ordinal"),
    )
    .select(["st.content_hash", "m.content_hash as read", "rd.machine_id"])
    .where(tablesInScope(scope, "st", "id"))
    .where("st.r", "=", r)
    .where("st.id", "=", tableId)
    .executeTakeFirst();
  return row !== undefined && row.machine_id !== null && row.read !== row.content_hash;
};
