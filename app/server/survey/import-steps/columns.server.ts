import { openDraft } from "#app/survey/draft.ts";
import type { EditionId, UnsurOrder } from "#app/survey/editions.ts";
import { Refusal } from "#app/survey/files/table.ts";
import { type Understanding, understandSurvey } from "#app/survey/read.ts";
import type { Shape } from "#app/survey/schema.ts";
import type { Db } from "#db/connection.ts";
import { sourceBySignature } from "#db/queries/survey/rows.ts";
import type { Scope } from "#db/scope.ts";
import { parseStored } from "../../stored-json.ts";
import { draftTableHeads, otherSheets } from "../draft-file.server.ts";
import { signatureOf } from "../import.server.ts";
import { DraftResult, SkmOptions } from "../stored.ts";
import { type DraftHead, draftAt, headOf } from "./head.server.ts";

export interface ColumnView {
  /** 0-based. */
  index: number;
  header: string;
  /** The first three answers, as printed; none of a personal column. */
  samples: string[];
  /** Unsur key or field; null: not used. */
  holds: string | null;
  confidence: number;
  by: Understanding["columns"][number]["by"];
}

export interface ColumnsStep {
  draft: DraftHead;
  options: SkmOptions;
  sheet: string | null;
  /** Sheets of the workbook that hold a survey. */
  sheets: string[];
  /** Those that wait for an import of their own. */
  otherSheets: string[];
  shape: Shape;
  edition: EditionId;
  columns: ColumnView[];
  /** Headers of the columns whose cells were not kept. */
  dropped: string[];
  /** U8 and U9 hang on their order alone; `chosen` null while neither a person nor a legend has said. */
  order: { chosen: UnsurOrder | null } | null;
  /** Answers of a file with another scale; `answers` null where they are too many to be mapped one by one. */
  scale: { answers: { printed: string; score: number | null }[] | null } | null;
  /** Name of the source whose earlier choices were applied. */
  remembered: string | null;
  /** Why the file could not be counted with these choices. */
  refusal: string | null;
}

/** Step 2: how the columns were understood. */
export const getColumnsStep = async (db: Db, scope: Scope, id: string): Promise<ColumnsStep> => {
  const draft = await draftAt(db, scope, id);
  const options = parseStored(SkmOptions, draft.options);
  const file = openDraft(await draftTableHeads(db, draft), draft.file_sha256);
  const { understanding, problem } = understoodAnyhow((chosen) => understandSurvey(file, chosen), options);
  const result = draft.result === null ? null : parseStored(DraftResult, draft.result);
  const refusal = result && "refusal" in result ? result.refusal : null;
  const orderWarned =
    result && "json" in result && result.json.warnings.some(({ code }) => code === "u8_u9_order");
  const asksOrder = understanding.orderAssumed || orderWarned || options.order !== undefined;
  const asksScale = refusal?.code === "wrong_scale" || options.scale !== undefined;
  // Before the file is counted anew those stand that were mapped before.
  const answers = asksScale ? (result?.printed ?? (options.scale ? Object.keys(options.scale) : null)) : null;
  const source = await sourceBySignature(db.read, draft.r, signatureOf(understanding.columns));
  return {
    draft: await headOf(db, scope, draft),
    options,
    sheet: understanding.sheet,
    sheets: understanding.sheets,
    otherSheets: otherSheets(draft, understanding.sheet).flatMap(({ name }) => name ?? []),
    shape: understanding.shape,
    edition: understanding.edition,
    columns: understanding.columns.map((column, at) => ({
      index: column.index,
      header: column.header,
      samples:
        column.field === "personal" ? [] : understanding.samples.flatMap((row) => row[at] || []).slice(0, 3),
      holds: column.unsur ?? column.field,
      confidence: column.confidence,
      by: column.by,
    })),
    dropped: understanding.columns.flatMap(({ field, header }) => (field === "personal" ? [header] : [])),
    order: asksOrder ? { chosen: options.order ?? understanding.legend } : null,
    scale: asksScale
      ? {
          answers: answers?.map((printed) => ({ printed, score: options.scale?.[printed] ?? null })) ?? null,
        }
      : null,
    remembered: source?.name ?? null,
    refusal: problem ?? refusal?.message ?? null,
  };
};

/** The understanding with the user's choices, or without them where they lead nowhere, and why. */
const understoodAnyhow = (
  understand: (options: SkmOptions) => Understanding,
  options: SkmOptions,
): { understanding: Understanding; problem: string | null } => {
  try {
    return { understanding: understand(options), problem: null };
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    return { understanding: understand({}), problem: cause.message };
  }
};
