import { randomBytes } from "node:crypto";
import { clopperPearson } from "#app/assessment/interval.ts";
import { drawSample } from "#app/assessment/sample.ts";
import { REVIEWERS } from "#app/assessment/states.ts";
import { isAlwaysChecked } from "#app/assessment/values.ts";
import { change } from "#db/change.ts";
import type { Db, Reader } from "#db/connection.ts";
import { assessmentsIn, insertRemark, updateAssessment } from "#db/queries/assessments.ts";
import {
  closeRound,
  insertRound,
  itemsOfAssessment,
  itemsOfRound,
  markItem,
  type RoundRow,
  roundsIn,
} from "#db/queries/review-rounds.ts";
import type { RoundItemTable } from "#db/schema-assessments.ts";
import { AppError, forbidden, notFound } from "../errors.ts";
import { parseStored } from "../stored-json.ts";
import { type Actor, rolesIn } from "./actor.ts";
import { assessmentAt } from "./load.server.ts";
import { type RoundResult, StoredBoundAnswers } from "./stored.ts";
import { refused, wrongInput } from "./words.ts";

const checkReviewer = ({ grants }: Actor, r: number): void => {
  if (!rolesIn(grants, r).some((role) => REVIEWERS.includes(role))) throw forbidden();
};

/** An uji petik of the scope, or 404. */
export const roundAt = async (db: Reader, { scope }: Actor, id: string): Promise<RoundRow> => {
  const [found] = await roundsIn(db, scope, { id });
  if (!found) throw notFound();
  return found;
};

/**
 * Draws an uji petik over assessments that were handed in by one edition in one regency: every verdict of level 0-1, and
 * at random of the rest. The seed is kept, so that whoever doubts the draw can repeat it.
 * @param ids those that stand in no uji petik yet; others are left out
 * @returns its id
 * @throws AppError (403) for who does not review here, (400) where nothing is left to draw from
 */
export const beginRound = async (
  db: Db,
  actor: Actor,
  ids: readonly string[],
  seed = randomBytes(16).toString("hex"),
): Promise<string> => {
  const asked = await assessmentsIn(db.read, actor.scope, { ids, states: ["diajukan"] });
  const first = asked[0];
  if (!first) throw nothingToDraw();
  const { r, instrument_id } = first;
  checkReviewer(actor, r);
  if (asked.some((one) => one.r !== r || one.instrument_id !== instrument_id)) {
    throw wrongInput("Satu uji petik memuat penilaian dari satu daerah dan satu instrumen.");
  }
  const id = db.newId();
  const event = { r, action: "uji_petik.ambil", subject: id } as const;
  return change(db, actor.scope, event, async (trx, { amend }) => {
    const now = await assessmentsIn(trx, actor.scope, { ids, states: ["diajukan"] });
    const free = now.filter(
      ({ round_id, submitted_by }) => round_id === null && submitted_by !== actor.scope.actor,
    );
    const verdicts = free.flatMap((assessment) =>
      Object.entries(parseStored(StoredBoundAnswers, assessment.answers ?? "{}")).map(
        ([item, { value }]) => ({
          // By what is judged, not by an id of ours: the draw can be repeated from the record alone.
          key: `${assessment.id}|${item}`,
          always: isAlwaysChecked(value),
          assessment,
          item,
          value,
        }),
      ),
    );
    if (verdicts.length === 0) throw nothingToDraw();
    const { mandatory, random, rest } = drawSample(seed, verdicts);
    const drawn = new Map<string, RoundItemTable["drawn"]>([
      ...mandatory.map((key) => [key, "wajib"] as const),
      ...random.map((key) => [key, "acak"] as const),
    ]);
    const at = db.now();
    const items = verdicts.flatMap(({ key, assessment, item, value }): RoundItemTable[] => {
      const part = drawn.get(key);
      if (!part) return [];
      return [
        {
          r,
          round_id: id,
          assessment_id: assessment.id,
          item,
          drawn: part,
          value,
          submission: assessment.submission,
          mark: null,
          reason: null,
          marked_at: null,
          marked_by: null,
        },
      ];
    });
    await insertRound(
      trx,
      {
        r,
        id,
        instrument_id,
        seed,
        rest,
        state: "terbuka",
        at,
        by: actor.scope.actor,
        closed_at: null,
        closed_by: null,
        result: null,
      },
      items,
    );
    for (const one of free) await updateAssessment(trx, one, { round_id: id });
    amend({
      after: {
        penilaian: free.length,
        wajib: mandatory.length,
        acak: random.length,
        sisa: rest,
        benih: seed,
      },
    });
    return id;
  });
};

const nothingToDraw = (): AppError =>
  wrongInput("Tidak ada penilaian diajukan yang menunggu uji petik.", "kosong");

/**
 * The pereviu's word on one verdict, said once: agreed, or not with a reason, which joins the thread of its item.
 * @throws AppError (400) without a reason, (409) where it was said before or the assessment is no longer handed in
 */
export const markVerdict = async (
  db: Db,
  actor: Actor,
  said: { assessmentId: string; item: string; mark: string; reason: string },
): Promise<void> => {
  const { assessmentId, item, mark } = said;
  const reason = said.reason.trim();
  if (mark !== "setuju" && mark !== "tidak_setuju") throw wrongInput("Pilih setuju atau tidak setuju.");
  if (mark === "tidak_setuju" && reason.length < SHORTEST_REASON) {
    throw wrongInput("Tulis alasan tidak setuju.", "alasan");
  }
  if (reason.length > LONGEST_REASON) throw wrongInput("Alasan paling panjang 4.000 huruf.", "alasan");
  const { r } = await assessmentAt(db.read, actor.scope, assessmentId);
  checkReviewer(actor, r);
  const event = { r, action: "uji_petik.tandai", subject: assessmentId, field: item } as const;
  await change(db, actor.scope, event, async (trx, { amend }) => {
    const now = await assessmentAt(trx, actor.scope, assessmentId);
    if (now.state !== "diajukan" || now.round_id === null) throw refused(["keadaan"]);
    if (now.submitted_by === actor.scope.actor) throw refused(["orang_sama"]);
    const own = (await itemsOfAssessment(trx, r, now.round_id, assessmentId)).find(
      (one) => one.item === item,
    );
    if (!own) throw notFound();
    if (own.mark !== null) throw alreadyMarked();
    const at = db.now();
    const by = actor.scope.actor;
    const { submission } = now;
    await markItem(trx, own, { mark, reason: reason || null, marked_at: at, marked_by: by, submission });
    if (mark === "tidak_setuju") {
      await insertRemark(trx, { r, assessment_id: assessmentId, item, text: reason, submission, at, by });
    }
    amend({ after: mark, ...(reason && { reason }) });
  });
};

const SHORTEST_REASON = 5;
const LONGEST_REASON = 4000;

const alreadyMarked = (): AppError =>
  new AppError({
    code: "sudah_ditandai",
    status: 409,
    message: "Putusan ini sudah ditandai; tandanya tidak diubah. Muat ulang halamannya.",
  });

/** What an uji petik comes to as it stands. Pure. */
export const resultOf = (items: readonly Pick<RoundItemTable, "drawn" | "mark">[]): RoundResult => {
  const part = (drawn: RoundItemTable["drawn"]) => {
    const marked = items.filter((one) => one.drawn === drawn && one.mark !== null);
    return { wrong: marked.filter(({ mark }) => mark === "tidak_setuju").length, checked: marked.length };
  };
  const random = part("acak");
  return {
    mandatory: part("wajib"),
    random: clopperPearson(random.wrong, random.checked) ?? null,
    dropped: items.filter(({ mark }) => mark === null).length,
  };
};

/** Verdicts of an uji petik that still wait for a mark: those of assessments that are handed in and belong to it. */
export const waitingMarks = async (
  db: Reader,
  { scope }: Actor,
  round: Pick<RoundRow, "r" | "id">,
  items: readonly RoundItemTable[],
): Promise<RoundItemTable[]> => {
  const inside = await assessmentsIn(db, scope, { r: [round.r], roundId: round.id });
  const waits = new Set(
    inside.filter(({ state }) => state === "diajukan" || state === "dikembalikan").map(({ id }) => id),
  );
  return items.filter(({ mark, assessment_id }) => mark === null && waits.has(assessment_id));
};

/**
 * Closes an uji petik and stores its error rate with interval. Assessments of it stay where they are.
 * @throws AppError (409) while verdicts of it wait
 */
export const finishRound = async (db: Db, actor: Actor, id: string): Promise<void> => {
  const round = await roundAt(db.read, actor, id);
  checkReviewer(actor, round.r);
  const event = { r: round.r, action: "uji_petik.tutup", subject: id } as const;
  await change(db, actor.scope, event, async (trx, { amend }) => {
    const now = await roundAt(trx, actor, id);
    if (now.state !== "terbuka") throw refused(["keadaan"]);
    const items = await itemsOfRound(trx, now.r, id);
    if ((await waitingMarks(trx, actor, now, items)).length > 0) throw refused(["uji_petik"]);
    const result = resultOf(items);
    await closeRound(trx, now, {
      closed_at: db.now(),
      closed_by: actor.scope.actor,
      result: JSON.stringify(result),
    });
    amend({ after: result });
  });
};
