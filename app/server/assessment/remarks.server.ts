import { ASSESSORS, REVIEWERS } from "#app/assessment/states.ts";
import { change } from "#db/change.ts";
import type { Db } from "#db/connection.ts";
import { insertRemark } from "#db/queries/assessments.ts";
import { forbidden } from "../errors.ts";
import { type Actor, rolesIn } from "./actor.ts";
import { assessmentAt } from "./load.server.ts";
import { wrongInput } from "./words.ts";

const LONGEST = 4000;

/**
 * Adds a comment to the thread of one item. Who assesses and who reviews may; it is never changed afterwards.
 * @throws AppError (404) outside the scope, (403) for who only reads, (400) without words
 */
export const addRemark = async (
  db: Db,
  actor: Actor,
  id: string,
  { item, text }: { item: string; text: string },
): Promise<void> => {
  const words = text.trim();
  if (words.length < 3) throw wrongInput("Tulis catatannya.", "catatan");
  if (words.length > LONGEST) throw wrongInput("Catatan paling panjang 4.000 huruf.", "catatan");
  if (!/^[a-z0-9_-]{1,120}$/.test(item)) throw wrongInput("Pilih butir yang dicatat.");
  const { r } = await assessmentAt(db.read, actor.scope, id);
  if (!rolesIn(actor.grants, r).some((role) => ASSESSORS.includes(role) || REVIEWERS.includes(role))) {
    throw forbidden();
  }
  const event = { r, action: "penilaian.catatan", subject: id, field: item, after: words } as const;
  await change(db, actor.scope, event, async (trx) => {
    const { submission } = await assessmentAt(trx, actor.scope, id);
    const at = db.now();
    await insertRemark(trx, {
      r,
      assessment_id: id,
      item,
      text: words,
      submission,
      at,
      by: actor.scope.actor,
    });
  });
};
