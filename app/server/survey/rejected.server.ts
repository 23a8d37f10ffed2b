import { columnLetters } from "#app/survey/columns/layout.ts";
import { pieceOfRow, rowsOfPiece } from "#app/survey/draft.ts";
import type { SkmRejected } from "#app/survey/schema.ts";
import type { Db } from "#db/connection.ts";
import { batchById } from "#db/queries/survey/batches.ts";
import {
  draftById,
  draftPieceAt,
  draftRejectedAfter,
  draftRejectedPage,
  draftRejectedRow,
} from "#db/queries/survey/drafts.ts";
import { rejectedRows } from "#db/queries/survey/rows.ts";
import type { RejectedRowTable, SurveyDraftRejectedTable, SurveyDraftTable } from "#db/schema-survey.ts";
import type { Scope } from "#db/scope.ts";
import { notFound } from "../errors.ts";
import { sheetNames } from "./draft-file.server.ts";
import { readyDraft } from "./ready-draft.server.ts";
import type { CountedDraft } from "./stored.ts";

/** A rejected row with the cells in which its fault can lie. */
export interface RejectedView extends SkmRejected {
  cells: { column: number; header: string; text: string }[];
}

/** Rows asked for at once: a file may have a million, and none of them is kept. */
const ROWS_AT_ONCE = 1000;

const rejectedOf = ({
  row,
  code,
  column_name,
  value,
  message,
}: Omit<RejectedRowTable, "r" | "batch_id">): SkmRejected => ({
  row,
  code,
  column: column_name,
  value,
  message,
});

/** Rejected rows of a counted draft on one page (from 1), in the order of the table. */
export const rejectedPage = async (
  db: Db,
  draft: SurveyDraftTable,
  counted: CountedDraft,
  { page, size }: { page: number; size: number },
): Promise<RejectedView[]> => {
  const asked = { limit: size, offset: (page - 1) * size };
  return withCells(db, draft, counted, await draftRejectedPage(db.read, draft.r, draft.id, asked));
};

/** One rejected row of a draft, as it is mended; undefined where no such row was rejected. */
export const rejectedRow = async (
  db: Db,
  scope: Scope,
  id: string,
  row: number,
): Promise<RejectedView | undefined> => {
  const draft = await draftById(db.read, scope, id);
  if (!draft) throw notFound();
  const { counted } = await readyDraft(db.read, scope, draft);
  const found = await draftRejectedRow(db.read, draft.r, id, row);
  return counted && found ? (await withCells(db, draft, counted, [found]))[0] : undefined;
};

/** Every rejected row of a draft as it was counted last, in parts, in the order of the table. */
export async function* rejectedOfDraft(db: Db, scope: Scope, id: string): AsyncGenerator<SkmRejected[]> {
  const draft = await draftById(db.read, scope, id);
  if (!draft) throw notFound();
  yield* inParts((after: SurveyDraftRejectedTable | undefined) =>
    draftRejectedAfter(db.read, draft.r, id, { after, limit: ROWS_AT_ONCE }),
  );
}

/** Every rejected row of the import that a draft became, in parts, in the order of the table. */
export async function* rejectedOfImport(
  db: Db,
  scope: Scope,
  draftId: string,
): AsyncGenerator<SkmRejected[]> {
  const draft = await draftById(db.read, scope, draftId);
  const batch = draft?.batch_id ? await batchById(db.read, scope, draft.batch_id) : undefined;
  if (!batch) throw notFound();
  yield* inParts((after: RejectedRowTable | undefined) =>
    rejectedRows(db.read, batch.r, batch.id, { after: after?.row ?? 0, limit: ROWS_AT_ONCE }),
  );
}

async function* inParts<Stored extends Omit<RejectedRowTable, "batch_id">>(
  next: (after: Stored | undefined) => Promise<Stored[]>,
): AsyncGenerator<SkmRejected[]> {
  for (let after: Stored | undefined; ; ) {
    const rows = await next(after);
    if (rows.length > 0) yield rows.map(rejectedOf);
    if (rows.length < ROWS_AT_ONCE) return;
    after = rows.at(-1);
  }
}

const withCells = async (
  db: Db,
  draft: SurveyDraftTable,
  { sheet, answers }: CountedDraft,
  rejected: readonly SurveyDraftRejectedTable[],
): Promise<RejectedView[]> => {
  const cells = await cellsOf(db, draft, sheet, new Set(rejected.map(({ row }) => row)));
  return rejected.map((one) => ({
    ...rejectedOf(one),
    cells: answers.map(({ column, header }) => ({
      column,
      header: header || `Kolom ${columnLetters(column)}`,
      text: cells.get(one.row)?.[column] ?? "",
    })),
  }));
};

/** Cells of some rows of a sheet; only the pieces in which they stand are read. */
const cellsOf = async (
  db: Db,
  draft: SurveyDraftTable,
  sheet: string | null,
  wanted: ReadonlySet<number>,
): Promise<Map<number, readonly string[]>> => {
  const ofSheet = sheetNames(draft).indexOf(sheet);
  const found = new Map<number, readonly string[]>();
  for (const at of new Set([...wanted].map(pieceOfRow))) {
    const piece = await draftPieceAt(db.read, draft.r, draft.id, ofSheet, at);
    for (const { row, cells } of piece ? rowsOfPiece(piece.text, at) : [])
      if (wanted.has(row)) found.set(row, cells);
  }
  return found;
};
