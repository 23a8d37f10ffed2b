import { setImmediate as pause } from "node:timers/promises";
import type { Updateable } from "kysely";
import type { Reader, Writer } from "../../connection.ts";
import type { DraftState, SurveyDraftRejectedTable, SurveyDraftTable } from "../../schema-survey.ts";
import { inWholeScope, type Scope } from "../../scope.ts";

export const insertDraft = async (trx: Writer, row: SurveyDraftTable): Promise<void> => {
  await trx.insertInto("survey_draft").values(row).execute();
};

/** A draft of the scope; undefined where there is none, or where its text is still coming in. */
export const draftById = (db: Reader, scope: Scope, id: string): Promise<SurveyDraftTable | undefined> =>
  db
    .selectFrom("survey_draft")
    .selectAll()
    .where("id", "=", id)
    .where("state", "<>", "antre")
    .where(inWholeScope(scope, "survey_draft"))
    .executeTakeFirst();

/** State of a draft, also of one whose text is still coming in; undefined where there is none. */
export const draftState = async (db: Reader, r: number, id: string): Promise<DraftState | undefined> =>
  (
    await db
      .selectFrom("survey_draft")
      .select("state")
      .where("r", "=", r)
      .where("id", "=", id)
      .executeTakeFirst()
  )?.state;

/** Drafts that are over, and those whose text is still coming in. */
const ENDED_OR_COMING: DraftState[] = ["tersimpan", "dibuang", "ditolak", "antre"];

/** Drafts that still wait for an answer, newest first. */
export const waitingDrafts = (db: Reader, scope: Scope): Promise<SurveyDraftTable[]> =>
  db
    .selectFrom("survey_draft")
    .selectAll()
    .where(inWholeScope(scope, "survey_draft"))
    .where("state", "not in", ENDED_OR_COMING)
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
    .where("state", "not in", ENDED_OR_COMING)
    .executeTakeFirst();

export const updateDraft = async (
  trx: Writer,
  r: number,
  id: string,
  set: Updateable<SurveyDraftTable>,
): Promise<void> => {
  await trx.updateTable("survey_draft").set(set).where("r", "=", r).where("id", "=", id).execute();
};

/** A sheet of a draft as it is written: its text in parts. */
export interface WrittenSheet {
  name: string | null;
  hidden: boolean;
  encoding: string;
  /** Whole once the text was read. */
  notes: ReadonlySet<string>;
  text: () => Iterable<string>;
}

/** What a draft says of its sheets beside their text, as JSON; asked for once the text is written. */
export const sheetsJson = (sheets: readonly WrittenSheet[]): string =>
  JSON.stringify(
    sheets.map(({ name, hidden, encoding, notes }) => ({ name, hidden, encoding, notes: [...notes] })),
  );

/** Replaces the tables of a draft. Whoever else works in this process gets his turn between the parts. */
export const putDraftTable = async (
  trx: Writer,
  r: number,
  id: string,
  sheets: readonly WrittenSheet[],
): Promise<void> => {
  await dropDraftTable(trx, r, id);
  let seq = 0;
  for (const [sheet, { text: parts }] of sheets.entries()) {
    for (const part of parts()) {
      await trx
        .insertInto("survey_draft_chunk")
        .values({ r, draft_id: id, seq: seq++, sheet, text: part })
        .execute();
      await pause();
    }
  }
  await updateDraft(trx, r, id, { sheets: sheetsJson(sheets) });
};

/** Gives sheets of one draft to another: the first of them becomes its first. Their rows are not written anew. */
export const moveDraftSheets = async (
  trx: Writer,
  r: number,
  { from, to, sheets }: { from: string; to: string; sheets: readonly number[] },
): Promise<void> => {
  for (const [at, sheet] of sheets.entries())
    await trx
      .updateTable("survey_draft_chunk")
      .set({ draft_id: to, sheet: at })
      .where("r", "=", r)
      .where("draft_id", "=", from)
      .where("sheet", "=", sheet)
      .execute();
};

/** Takes away all that a draft holds of its file. */
export const dropDraftTable = async (trx: Writer, r: number, id: string): Promise<void> => {
  await trx.deleteFrom("survey_draft_chunk").where("r", "=", r).where("draft_id", "=", id).execute();
  await dropDraftRejected(trx, r, id);
};

export const dropDraftRejected = async (trx: Writer, r: number, id: string): Promise<void> => {
  await trx.deleteFrom("survey_draft_rejected").where("r", "=", r).where("draft_id", "=", id).execute();
};

const rejectedOf = (db: Reader, r: number, id: string) =>
  db
    .selectFrom("survey_draft_rejected")
    .selectAll()
    .where("r", "=", r)
    .where("draft_id", "=", id)
    .orderBy("row")
    .orderBy("seq");

/** Rejected rows of a draft in the order of the table: so many, after so many others. */
export const draftRejectedPage = (
  db: Reader,
  r: number,
  id: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<SurveyDraftRejectedTable[]> => rejectedOf(db, r, id).limit(limit).offset(offset).execute();

/** The next rejected rows of a draft behind one of them; from the first on where there is none. */
export const draftRejectedAfter = (
  db: Reader,
  r: number,
  id: string,
  { after, limit }: { after: Pick<SurveyDraftRejectedTable, "row" | "seq"> | undefined; limit: number },
): Promise<SurveyDraftRejectedTable[]> =>
  rejectedOf(db, r, id)
    .$if(after !== undefined, (query) =>
      query.where((is) =>
        is.or([
          is("row", ">", after?.row ?? 0),
          is.and([is("row", "=", after?.row ?? 0), is("seq", ">", after?.seq ?? 0)]),
        ]),
      ),
    )
    .limit(limit)
    .execute();

/** Why a row of a draft was rejected, the first reason; undefined where it was not. */
export const draftRejectedRow = (
  db: Reader,
  r: number,
  id: string,
  row: number,
): Promise<SurveyDraftRejectedTable | undefined> =>
  rejectedOf(db, r, id).where("row", "=", row).limit(1).executeTakeFirst();

/**
 * The text of a draft, piece by piece; none once it was saved or thrown away. Each is asked for by itself: what waits for
 * its turn outlives the tidying of young memory.
 */
export async function* draftPieces(
  db: Reader,
  r: number,
  id: string,
): AsyncGenerator<{ seq: number; sheet: number; text: string }> {
  for (let after = -1; ; ) {
    const piece = await db
      .selectFrom("survey_draft_chunk")
      .select(["seq", "sheet", "text"])
      .where("r", "=", r)
      .where("draft_id", "=", id)
      .where("seq", ">", after)
      .orderBy("seq")
      .limit(1)
      .executeTakeFirst();
    if (!piece) return;
    after = piece.seq;
    yield piece;
  }
}

/** The piece of a sheet that stands so many pieces after its first; undefined where there are not so many. */
export const draftPieceAt = (
  db: Reader,
  r: number,
  id: string,
  sheet: number,
  after: number,
): Promise<{ seq: number; text: string } | undefined> =>
  db
    .selectFrom("survey_draft_chunk")
    .select(["seq", "text"])
    .where("r", "=", r)
    .where("draft_id", "=", id)
    .where("sheet", "=", sheet)
    .orderBy("seq")
    .limit(1)
    .offset(after)
    .executeTakeFirst();

export const putDraftPiece = async (
  trx: Writer,
  r: number,
  id: string,
  { seq, text }: { seq: number; text: string },
): Promise<void> => {
  await trx
    .updateTable("survey_draft_chunk")
    .set({ text })
    .where("r", "=", r)
    .where("draft_id", "=", id)
    .where("seq", "=", seq)
    .execute();
};

/** Drafts whose text was still coming in before `before`: what a crash left. */
export const orphanDrafts = (db: Reader, before: string): Promise<Pick<SurveyDraftTable, "r" | "id">[]> =>
  db
    .selectFrom("survey_draft")
    .select(["r", "id"])
    .where("state", "=", "antre")
    .where("at", "<", before)
    .orderBy("r")
    .orderBy("id")
    .execute();

/** Removes a draft with its text. Only one that nobody has seen yet may go so. */
export const dropIncoming = async (trx: Writer, r: number, id: string): Promise<void> => {
  await trx
    .deleteFrom("survey_draft")
    .where("r", "=", r)
    .where("id", "=", id)
    .where("state", "=", "antre")
    .execute();
};

/** The first piece of each sheet of a draft. */
export const draftHeads = async (
  db: Reader,
  r: number,
  id: string,
): Promise<{ sheet: number; text: string }[]> => {
  const firsts = db
    .selectFrom("survey_draft_chunk as f")
    .select(({ fn }) => fn.min("f.seq").as("seq"))
    .where("f.r", "=", r)
    .where("f.draft_id", "=", id)
    .groupBy("f.sheet");
  return db
    .selectFrom("survey_draft_chunk")
    .select(["sheet", "text"])
    .where("r", "=", r)
    .where("draft_id", "=", id)
    .where("seq", "in", firsts)
    .orderBy("seq")
    .execute();
};

/** The draft in which the rejected rows of a batch wait. */
export const draftOfLeftRows = (
  db: Reader,
  r: number,
  batchId: string,
): Promise<SurveyDraftTable | undefined> =>
  db
    .selectFrom("survey_draft")
    .selectAll()
    .where("r", "=", r)
    .where("left_of", "=", batchId)
    .where("state", "not in", ENDED_OR_COMING)
    .executeTakeFirst();
