import type { EditionId } from "#app/survey/editions.ts";
import { type Shape, SkmPrinted } from "#app/survey/schema.ts";
import type { Db } from "#db/connection.ts";
import { batchById, batchHistory, batchUnits } from "#db/queries/survey/batches.ts";
import { draftOfLeftRows, pendingDraft } from "#db/queries/survey/drafts.ts";
import { countRejected } from "#db/queries/survey/rows.ts";
import type { BatchState, SurveyBatchTable } from "#db/schema-survey.ts";
import type { Scope } from "#db/scope.ts";
import { regencyRefs } from "../../lookup.server.ts";
import { parseStored } from "../../stored-json.ts";
import type { RegencyRef } from "../../views.ts";
import { sheetNames } from "../draft-file.server.ts";
import { otherSheetsHash } from "../publish.server.ts";
import type { Register } from "../register.ts";
import { BatchCounts } from "../stored.ts";
import type { UnitRef } from "../views.ts";
import { type DraftHead, draftAt, headOf, registerFor } from "./head.server.ts";

/** What was stored: after the last step, and in the history of imports. */

export interface ImportView {
  id: string;
  fileName: string;
  regency: RegencyRef;
  shape: Shape;
  edition: EditionId;
  /** `YYYY-MM`. */
  months: { from: string; to: string };
  counts: BatchCounts;
  printed: SkmPrinted | null;
  /** Those of most respondents first, then in the order of the register. */
  units: { unit: UnitRef; n: number }[];
  state: BatchState;
  replacedBy: { id: string; fileName: string } | null;
  at: string;
  by: string;
  publishedAt: string | null;
  /** Rows that counted until now and would no longer. */
  stored: number;
}

export interface DoneStep {
  draft: DraftHead;
  /** Null where the draft was thrown away. */
  batch: ImportView | null;
  /** Rows that were rejected. */
  rejected: number;
  /** The draft in which rejected rows wait to be mended and sent again. */
  leftDraft: string | null;
  /** The draft in which sheets of the same workbook wait that no import has read. */
  waiting: { draft: string; sheets: string[] } | null;
}

/** After the last step: what was stored. */
export const getDoneStep = async (db: Db, scope: Scope, id: string): Promise<DoneStep> => {
  const draft = await draftAt(db, scope, id);
  const head = await headOf(db, scope, draft);
  const batch =
    draft.state === "tersimpan" && draft.batch_id
      ? await batchById(db.read, scope, draft.batch_id)
      : undefined;
  if (!batch) return { draft: head, batch: null, rejected: 0, leftDraft: null, waiting: null };
  const [view] = await importViews(db, scope, [batch]);
  const left = await draftOfLeftRows(db.read, draft.r, batch.id);
  const waiting = (await pendingDraft(db.read, draft.r, otherSheetsHash(batch.id))) ?? null;
  return {
    draft: head,
    batch: view ?? null,
    rejected: await countRejected(db.read, draft.r, batch.id),
    leftDraft: left?.id ?? null,
    waiting: waiting && { draft: waiting.id, sheets: sheetNames(waiting).flatMap((name) => name ?? []) },
  };
};

/** Every import that was ever published, newest first. */
export const getImportHistory = async (db: Db, scope: Scope): Promise<ImportView[]> =>
  importViews(db, scope, await batchHistory(db.read, scope));

const importViews = async (
  db: Db,
  scope: Scope,
  batches: readonly SurveyBatchTable[],
): Promise<ImportView[]> => {
  const regencies = await regencyRefs(db, scope);
  const registers = new Map<number, Register>();
  for (const r of new Set(batches.map((one) => one.r))) {
    registers.set(r, (await registerFor(db, scope, r)).register);
  }
  const units = await batchUnits(db.read, scope);
  const names = new Map(batches.map((one) => [one.id, one.file_name]));
  return batches.flatMap((batch): ImportView[] => {
    const regency = regencies.get(batch.r);
    if (!regency) return [];
    const own = units.filter(({ batch_id }) => batch_id === batch.id);
    return [
      {
        id: batch.id,
        fileName: batch.file_name,
        regency,
        shape: batch.shape,
        edition: batch.edition,
        months: { from: batch.from_month, to: batch.to_month },
        counts: parseStored(BatchCounts, batch.counts),
        printed: batch.printed === null ? null : parseStored(SkmPrinted, batch.printed),
        units: own
          .flatMap(({ unit_kind, unit_id, n }) => {
            const unit = registers.get(batch.r)?.unitOf(unit_kind, unit_id);
            return unit ? [{ unit, n }] : [];
          })
          .sort((a, b) => b.n - a.n),
        state: batch.state,
        replacedBy:
          batch.state === "diganti" && batch.replaced_by
            ? { id: batch.replaced_by, fileName: names.get(batch.replaced_by) ?? "" }
            : null,
        at: batch.at,
        by: batch.by,
        publishedAt: batch.published_at,
        stored: own.reduce((sum, { n }) => sum + n, 0),
      },
    ];
  });
};
