import { setImmediate as pause } from "node:timers/promises";
import { FlatRows, insertFlat, insertMany } from "../../bulk.ts";
import type { Db, Reader, Writer } from "../../connection.ts";
import type {
  AggregateResultTable,
  HistTable,
  HistTotalTable,
  RejectedRowTable,
  ResponseKeyTable,
  ResponseTable,
  SurveyAliasTable,
  SurveyDraftChunkTable,
  SurveyDraftRejectedTable,
  SurveyDraftTable,
  SurveySourceTable,
  UnitKind,
} from "../../schema-survey.ts";
import { dropDraftRejected, insertDraft, putDraftPiece, sheetsJson, type WrittenSheet } from "./drafts.ts";

const RESPONSE_COLUMNS = [
  "r",
  "batch_id",
  "unit_kind",
  "unit_id",
  "from_month",
  "to_month",
  "row",
  "scores",
  "sex",
  "age",
  "education",
  "occupation",
  "saran",
  "saran_key",
] as const satisfies (keyof ResponseTable)[];

/** Responses of a batch, gathered to be staged. A file may have a million: no object is made for one. */
export class StagedResponses {
  readonly rows = new FlatRows<"response">(RESPONSE_COLUMNS, [
    "education",
    "occupation",
    "saran",
    "saran_key",
  ]);
  readonly #r: number;
  readonly #batchId: string;
  size = 0;

  constructor(r: number, batchId: string) {
    this.#r = r;
    this.#batchId = batchId;
  }

  add(
    { unit, months }: { unit: { kind: UnitKind; id: string }; months: { from: string; to: string } },
    one: Pick<ResponseTable, "row" | "scores" | "saran" | "saran_key">,
    { sex, age, education, occupation }: Pick<ResponseTable, "sex" | "age" | "education" | "occupation">,
  ): void {
    const values = this.rows.next();
    values.push(this.#r, this.#batchId, unit.kind, unit.id, months.from, months.to, one.row, one.scores);
    values.push(sex, age, education, occupation, one.saran, one.saran_key);
    this.size++;
  }
}

/** Rows of a batch that nobody reads until it is published. */
export interface StagedRows {
  responses: StagedResponses;
  response_key: ResponseKeyTable[];
  rejected_row: RejectedRowTable[];
}

/** What publishing adds in its one transaction. */
export interface PublishedRows {
  hist: HistTable[];
  hist_total: HistTotalTable[];
  aggregate_result: AggregateResultTable[];
}

/**
 * Writes a draft that nobody sees yet (`antre`) with its text, each piece in a short transaction as soon as it is there.
 * Whoever else works in this process gets his turn between them.
 */
export const stageDraftText = async (
  db: Db,
  draft: SurveyDraftTable & { state: "antre" },
  sheets: readonly WrittenSheet[],
): Promise<void> => {
  const { r, id } = draft;
  await db.write.transaction().execute((trx) => insertDraft(trx, { ...draft, sheets: sheetsJson(sheets) }));
  let seq = 0;
  for (const [sheet, { text }] of sheets.entries()) {
    const pieces = text()[Symbol.iterator]();
    while (await stagePiece(db, { r, draft_id: id, seq, sheet }, pieces)) {
      seq++;
      await pause();
    }
  }
};

/**
 * Writes the next piece; false after the last one. A call of its own, so that no piece is held while the next one is
 * made: what is held when young memory is tidied moves to where garbage waits for long.
 */
const stagePiece = async (
  db: Db,
  at: Omit<SurveyDraftChunkTable, "text">,
  pieces: Iterator<string>,
): Promise<boolean> => {
  const { done, value: text } = pieces.next();
  if (done) return false;
  await db.write.transaction().execute((trx) => insertMany(db, trx, "survey_draft_chunk", [{ ...at, text }]));
  return true;
};

/** Writes changed pieces of a draft in one short transaction. Doing so twice is as doing so once. */
export const stageDraftPieces = (
  db: Db,
  r: number,
  id: string,
  pieces: readonly { seq: number; text: string }[],
): Promise<void> =>
  db.write.transaction().execute(async (trx) => {
    for (const piece of pieces) await putDraftPiece(trx, r, id, piece);
  });

/** Writes rejected rows of a draft that is being counted, in one short transaction of its own. */
export const stageDraftRejected = (db: Db, rows: readonly SurveyDraftRejectedTable[]): Promise<void> =>
  db.write.transaction().execute((trx) => insertMany(db, trx, "survey_draft_rejected", rows));

/** Takes away what an earlier counting of a draft has rejected. */
export const clearDraftRejected = (db: Db, r: number, draftId: string): Promise<void> =>
  db.write.transaction().execute((trx) => dropDraftRejected(trx, r, draftId));

/** Writes rows of an unpublished batch in one short transaction of its own. */
export const stageSurveyRows = (db: Db, rows: StagedRows): Promise<void> =>
  db.write.transaction().execute(async (trx) => {
    await insertFlat(db, trx, "response", rows.responses.rows);
    await insertMany(db, trx, "response_key", rows.response_key);
    await insertMany(db, trx, "rejected_row", rows.rejected_row);
  });

export const insertPublished = async (db: Db, trx: Writer, rows: PublishedRows): Promise<void> => {
  await insertMany(db, trx, "hist", rows.hist);
  await insertMany(db, trx, "hist_total", rows.hist_total);
  await insertMany(db, trx, "aggregate_result", rows.aggregate_result);
};

/** Keys asked for in one statement. */
const KEYS_A_QUERY = 500;

/** Does any import of the regency hold rows that can be known again? */
export const anyKeys = async (db: Reader, r: number): Promise<boolean> =>
  (await db.selectFrom("response_key").select("key").where("r", "=", r).limit(1).executeTakeFirst()) !==
  undefined;

/** Which of these keys a published batch of the regency holds already, and which one. */
export const holdersOfKeys = async (
  db: Reader,
  r: number,
  keys: readonly string[],
): Promise<Map<string, string>> => {
  const holders = new Map<string, string>();
  for (let start = 0; start < keys.length; start += KEYS_A_QUERY) {
    const rows = await db
      .selectFrom("response_key as k")
      .innerJoin("survey_batch as b", (j) => j.onRef("b.r", "=", "k.r").onRef("b.id", "=", "k.batch_id"))
      .select(["k.key", "k.batch_id"])
      .where("k.r", "=", r)
      .where("k.key", "in", keys.slice(start, start + KEYS_A_QUERY))
      .where("b.state", "=", "terbit")
      .orderBy("b.published_at")
      .execute();
    for (const row of rows) holders.set(row.key, row.batch_id);
  }
  return holders;
};

/** Rejected rows of a batch behind a row, in the order of the table. */
export const rejectedRows = (
  db: Reader,
  r: number,
  batchId: string,
  { after, limit }: { after: number; limit: number },
): Promise<RejectedRowTable[]> =>
  db
    .selectFrom("rejected_row")
    .selectAll()
    .where("r", "=", r)
    .where("batch_id", "=", batchId)
    .where("row", ">", after)
    .orderBy("row")
    .limit(limit)
    .execute();

/** How many rows of a batch were rejected. */
export const countRejected = async (db: Reader, r: number, batchId: string): Promise<number> => {
  const { n } = await db
    .selectFrom("rejected_row")
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .where("r", "=", r)
    .where("batch_id", "=", batchId)
    .executeTakeFirstOrThrow();
  return Number(n);
};

export const sourceBySignature = (
  db: Reader,
  r: number,
  signature: string,
): Promise<SurveySourceTable | undefined> =>
  db
    .selectFrom("survey_source")
    .selectAll()
    .where("r", "=", r)
    .where("signature", "=", signature)
    .executeTakeFirst();

/** Remembers what was said of a source; what was said last holds. */
export const putSource = async (trx: Writer, row: SurveySourceTable): Promise<void> => {
  await trx
    .insertInto("survey_source")
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(["r", "signature"])
        .doUpdateSet({ name: row.name, mapping: row.mapping, at: row.at, by: row.by }),
    )
    .execute();
};

export const surveyAliases = (db: Reader, r: number): Promise<SurveyAliasTable[]> =>
  db.selectFrom("survey_alias").selectAll().where("r", "=", r).execute();

export const putAliases = async (trx: Writer, rows: readonly SurveyAliasTable[]): Promise<void> => {
  for (const row of rows) {
    await trx
      .insertInto("survey_alias")
      .values(row)
      .onConflict((conflict) =>
        conflict
          .columns(["r", "bagian_key", "name_key"])
          .doUpdateSet({ unit_kind: row.unit_kind, unit_id: row.unit_id, at: row.at, by: row.by }),
      )
      .execute();
  }
};
