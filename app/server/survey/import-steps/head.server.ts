import type { Db } from "#db/connection.ts";
import { draftById, waitingDrafts } from "#db/queries/survey/drafts.ts";
import { surveyUnits } from "#db/queries/survey/units.ts";
import type { DraftState, SurveyDraftTable } from "#db/schema-survey.ts";
import type { Scope } from "#db/scope.ts";
import { notFound } from "../../errors.ts";
import { regencyRefs } from "../../lookup.server.ts";
import type { RegencyRef } from "../../views.ts";
import { draftIsBusy } from "../import.server.ts";
import { registerOf } from "../register.ts";

/** A draft as each step shows it, and where an import begins. */

/** A draft as every step names it. */
export interface DraftHead {
  id: string;
  fileName: string;
  regency: RegencyRef;
  state: DraftState;
  at: string;
  by: string;
  /** A job that waits or runs: its page is shown instead. */
  jobId: string | null;
}

export interface ImportStart {
  regencies: RegencyRef[];
  waiting: DraftHead[];
}

/** Step 1: where files can go, and what waits already. */
export const getImportStart = async (db: Db, scope: Scope): Promise<ImportStart> => {
  const regencies = await regencyRefs(db, scope);
  const waiting = await waitingDrafts(db.read, scope);
  const heads = await Promise.all(waiting.map((draft) => headOf(db, scope, draft)));
  return { regencies: [...regencies.values()], waiting: heads };
};

export const headOf = async (db: Db, scope: Scope, draft: SurveyDraftTable): Promise<DraftHead> => {
  const regency = (await regencyRefs(db, scope)).get(draft.r);
  if (!regency) throw notFound();
  return {
    id: draft.id,
    fileName: draft.file_name,
    regency,
    state: draft.state,
    at: draft.at,
    by: draft.by,
    jobId: (await draftIsBusy(db.read, scope, draft)) ? draft.job_id : null,
  };
};

export const draftAt = async (db: Db, scope: Scope, id: string): Promise<SurveyDraftTable> => {
  const draft = await draftById(db.read, scope, id);
  if (!draft) throw notFound();
  return draft;
};

/** Where a draft stands. @throws AppError 404 outside the scope */
export const getDraftHead = async (db: Db, scope: Scope, id: string): Promise<DraftHead> =>
  headOf(db, scope, await draftAt(db, scope, id));

/** The register of a draft's regency, with the units that surveys may name. */
export const registerFor = async (db: Db, scope: Scope, r: number) => {
  const units = await surveyUnits(db.read, scope, r);
  return { ...units, register: registerOf(units.services, units.bagian) };
};
