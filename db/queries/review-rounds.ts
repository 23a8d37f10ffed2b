import type { Reader, Writer } from "../connection.ts";
import type { ReviewRoundTable, RoundItemTable } from "../schema-assessments.ts";
import { inWholeScope, type Scope } from "../scope.ts";

/** Uji petik of the scope: verdicts of several bagian stand in one. */
export const roundsIn = (
  db: Reader,
  scope: Scope,
  selection: { r?: readonly number[]; id?: string; state?: ReviewRoundTable["state"] },
) => {
  const { r = [], id, state } = selection;
  let query = db
    .selectFrom("review_round as rr")
    .innerJoin("instrument as i", "i.id", "rr.instrument_id")
    .selectAll("rr")
    .select("i.edition")
    .where(inWholeScope(scope, "rr"));
  if (r.length > 0) query = query.where("rr.r", "in", r);
  if (id !== undefined) query = query.where("rr.id", "=", id);
  if (state !== undefined) query = query.where("rr.state", "=", state);
  return query.orderBy("rr.at").orderBy("rr.id").execute();
};

export type RoundRow = Awaited<ReturnType<typeof roundsIn>>[number];

export const roundById = (db: Reader, r: number, id: string): Promise<ReviewRoundTable | undefined> =>
  db.selectFrom("review_round").selectAll().where("r", "=", r).where("id", "=", id).executeTakeFirst();

export const insertRound = async (
  trx: Writer,
  round: ReviewRoundTable,
  items: readonly RoundItemTable[],
): Promise<void> => {
  await trx.insertInto("review_round").values(round).execute();
  for (let from = 0; from < items.length; from += ROWS) {
    await trx
      .insertInto("round_item")
      .values(items.slice(from, from + ROWS))
      .execute();
  }
};

/** Rows of one statement; each has eleven parameters. */
const ROWS = 500;

export const itemsOfRound = (db: Reader, r: number, roundId: string): Promise<RoundItemTable[]> =>
  db
    .selectFrom("round_item")
    .selectAll()
    .where("r", "=", r)
    .where("round_id", "=", roundId)
    .orderBy("assessment_id")
    .orderBy("item")
    .execute();

export const itemsOfAssessment = (
  db: Reader,
  r: number,
  roundId: string,
  assessmentId: string,
): Promise<RoundItemTable[]> =>
  db
    .selectFrom("round_item")
    .selectAll()
    .where("r", "=", r)
    .where("round_id", "=", roundId)
    .where("assessment_id", "=", assessmentId)
    .execute();

/** A mark is given once: what a first look found is what the error rate rests on. */
export const markItem = async (
  trx: Writer,
  { r, round_id, assessment_id, item }: Pick<RoundItemTable, "r" | "round_id" | "assessment_id" | "item">,
  set: Pick<RoundItemTable, "mark" | "reason" | "marked_at" | "marked_by" | "submission">,
): Promise<void> => {
  await trx
    .updateTable("round_item")
    .set(set)
    .where("r", "=", r)
    .where("round_id", "=", round_id)
    .where("assessment_id", "=", assessment_id)
    .where("item", "=", item)
    .where("mark", "is", null)
    .execute();
};

export const closeRound = async (
  trx: Writer,
  { r, id }: Pick<ReviewRoundTable, "r" | "id">,
  set: Pick<ReviewRoundTable, "closed_at" | "closed_by" | "result">,
): Promise<void> => {
  await trx
    .updateTable("review_round")
    .set({ state: "ditutup", ...set })
    .where("r", "=", r)
    .where("id", "=", id)
    .execute();
};
