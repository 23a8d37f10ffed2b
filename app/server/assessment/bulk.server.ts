import type { Db } from "#db/connection.ts";
import { isAppError } from "../errors.ts";
import type { Actor } from "./actor.ts";
import { moveAssessment } from "./move.server.ts";
import { wrongInput } from "./words.ts";

/** What became of several assessments that were handed in together. */
export interface Submitted {
  done: number;
  /** Left as they are: criteria wait, or they are no longer open. */
  left: number;
}

/**
 * Hands several assessments in, each for itself: one that cannot be leaves the others alone.
 * @throws AppError (403) where they are not theirs to hand in, (400) where none is named
 */
export const submitAll = async (db: Db, actor: Actor, ids: readonly string[]): Promise<Submitted> => {
  if (ids.length === 0) throw wrongInput("Pilih penilaian lebih dulu.");
  const submitted: Submitted = { done: 0, left: 0 };
  for (const id of ids) {
    try {
      await moveAssessment(db, actor, id, "ajukan");
      submitted.done += 1;
    } catch (error) {
      if (!isAppError(error) || error.status !== 409) throw error;
      submitted.left += 1;
    }
  }
  return submitted;
};
