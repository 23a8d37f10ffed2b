import type { Db } from "#db/connection.ts";
import type { Scope } from "#db/scope.ts";
import { isAppError } from "../errors.ts";
import { versionsAt } from "../lookup.server.ts";
import { Asked } from "./asked.ts";
import { type CorrectionEffect, correct, rehearse } from "./correct.server.ts";

/** One step of a form that corrects: first what would change, then, with a reason, the correction itself. */
export interface StepRequest {
  sk: string;
  version: number;
  /** Null: the range of lines is none. */
  asked: Record<string, unknown> | null;
  step: "pratinjau" | "simpan";
  reason: string;
}

export type StepAnswer =
  | { kind: "salah"; errors: { field: string; message: string }[]; effect: CorrectionEffect | null }
  | { kind: "pratinjau"; effect: CorrectionEffect }
  | { kind: "tersimpan"; seq: number };

const LONGEST_REASON = 500;

export const correctionStep = async (db: Db, scope: Scope, request: StepRequest): Promise<StepAnswer> => {
  const { sk, version, step, reason } = request;
  const wrong = (field: string, message: string, effect: CorrectionEffect | null = null): StepAnswer => ({
    kind: "salah",
    errors: [{ field, message }],
    effect,
  });
  // What lies outside the scope is not there, whatever the form says.
  await versionsAt(db, scope, sk);
  if (request.asked === null)
    return wrong("rentang", "Tulis rentang baris seperti 102-104, 110, paling banyak 5.000 baris.");
  const asked = Asked.safeParse(request.asked);
  if (!asked.success)
    return wrong("tindakan", "Pilihan tidak lengkap. Pilih kembali, lalu lihat pratinjaunya.");
  if (step === "pratinjau" || reason === "" || reason.length > LONGEST_REASON) {
    const shown = await rehearse(db, scope, { sk, version, asked: asked.data });
    if ("problem" in shown) return wrong(shown.problem.field, shown.problem.message);
    return step === "pratinjau"
      ? { kind: "pratinjau", effect: shown.effect }
      : wrong("alasan", "Tulis alasan koreksi, paling banyak 500 huruf.", shown.effect);
  }
  try {
    const done = await correct(db, scope, { sk, version, asked: asked.data, reason });
    if ("problem" in done) return wrong(done.problem.field, done.problem.message);
    return { kind: "tersimpan", seq: done.seq };
  } catch (error) {
    if (!isAppError(error) || error.status !== 409) throw error;
    return wrong("tindakan", error.message);
  }
};
