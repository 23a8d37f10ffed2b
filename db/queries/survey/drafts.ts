import type { Updateable } from "kysely";
import type { Reader, Writer } from "../../connection.ts";
import type { SurveyDraftTable } from "../../schema-survey.ts";
import { inScope, type Scope } from "../../scope.ts";

/** Characters of one piece of a draft's table. */
const PIECE = 500_000;

export const insertDraft = async (trx: Writer, row: SurveyDraftTable): Promise<void> => {
  await trx.insertInto("survey_draft").values(row).execute();
};

/** A draft of the scope; undefined where there is none. */
export const draftById = (db: Reader, scope: Scope, id: string): Promise<SurveyDraftTable | undefined> =>
  db
    .selectFrom("survey_draft")
    .selectAll()
    .where("id", "=", id)
    .where(inScope(scope, "survey_draft"))
    .executeTakeFirst();

/** Drafts that still wait for an answer, newest first. */
export const waitingDrafts = (db: Reader, scope: Scope): Promise<SurveyDraftTable[]> =>
  db
    .selectFrom("survey_draft")
    .selectAll()
    .where(inScope(scope, "survey_draft"))
    .where("state", "not in", ["tersimpan", "dibuang", "ditolak"])
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .execute();

/** A draft of the same bytes for the same regency that still waits. */
export const pendingDraft = (db: Reader, r: number, sha256: string): Promise<SurveyDraftTable | undefined> =>
  db
    .selectFrom("survey_draft")
    .selectAll()
    .where("r", "=", r)
    .where("file_sha256", "=", sha256)
    .where("state", "not in", ["tersimpan", "dibuang", "ditolak"])
    .executeTakeFirst();

export const updateDraft = async (
  trx: Writer,
  r: number,
  id: string,
  set: Updateable<SurveyDraftTable>,
): Promise<void> => {
  await trx.updateTable("survey_draft").set(set).where("r", "=", r).where("id", "=", id).execute();
};

/** Replaces the table of a draft. */
export const putDraftTable = async (trx: Writer, r: number, id: string, table: string): Promise<void> => {
  await dropDraftTable(trx, r, id);
  for (let seq = 0; seq * PIECE < table.length; seq++) {
    const text = table.slice(seq * PIECE, (seq + 1) * PIECE);
    await trx.insertInto("survey_draft_chunk").values({ r, draft_id: id, seq, text }).execute();
  }
};

export const dropDraftTable = async (trx: Writer, r: number, id: string): Promise<void> => {
  await trx.deleteFrom("survey_draft_chunk").where("r", "=", r).where("draft_id", "=", id).execute();
};

/** The table of a draft; empty once it was saved or thrown away. */
export const draftTable = async (db: Reader, r: number, id: string): Promise<string> => {
  const pieces = await db
    .selectFrom("survey_draft_chunk")
    .select("text")
    .where("r", "=", r)
    .where("draft_id", "=", id)
    .orderBy("seq")
    .execute();
  return pieces.map((piece) => piece.text).join("");
};
