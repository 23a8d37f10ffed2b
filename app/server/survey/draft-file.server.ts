import { closeSync } from "node:fs";
import { z } from "zod";
import type { DraftTables } from "#app/survey/draft.ts";
import { ENCODINGS } from "#app/survey/files/decode.ts";
import { TABLE_NOTES, type TableNote } from "#app/survey/files/table.ts";
import type { Db } from "#db/connection.ts";
import { draftHeads, draftPieces } from "#db/queries/survey/drafts.ts";
import type { SurveyDraftTable } from "#db/schema-survey.ts";
import { parseStored } from "../stored-json.ts";
import { bytesBetween, namelessFile, writeAt } from "./spool.server.ts";

const Sheets = z.array(
  z.strictObject({
    name: z.string().nullable(),
    hidden: z.boolean(),
    // Drafts made before these were kept have neither.
    encoding: z.enum(ENCODINGS).default("utf-8"),
    notes: z
      .array(z.enum(TABLE_NOTES))
      .default([])
      .transform((notes): ReadonlySet<TableNote> => new Set(notes)),
  }),
);

/** Names of the sheets of a draft, in their order. */
export const sheetNames = ({ sheets }: Pick<SurveyDraftTable, "sheets">): (string | null)[] =>
  parseStored(Sheets, sheets).map(({ name }) => name);

/** A visible sheet of a draft, and its place among all of them. */
export interface DraftSheetRef {
  at: number;
  name: string | null;
}

/** Sheets of a workbook that an import of one of them leaves unread; hidden ones are nobody's wish. */
export const otherSheets = (
  { sheets }: Pick<SurveyDraftTable, "sheets">,
  read: string | null,
): DraftSheetRef[] =>
  parseStored(Sheets, sheets).flatMap(({ name, hidden }, at) =>
    hidden || name === read ? [] : [{ at, name }],
  );

/**
 * Opens the tables of a draft for as long as `work` takes. The reader asks for text at once and again, the database
 * gives it piece by piece: between them stands a file without a name, gone with the process, so that neither a large
 * file nor many sheets lie in memory. What it holds is the draft's: no personal cell.
 */
export const withDraftTables = async <T>(
  db: Db,
  draft: Pick<SurveyDraftTable, "r" | "id" | "sheets">,
  work: (tables: DraftTables) => Promise<T>,
): Promise<T> => {
  const file = namelessFile();
  try {
    const sheets = parseStored(Sheets, draft.sheets).map((sheet) => ({ ...sheet, from: 0, to: 0 }));
    let end = 0;
    for await (const { sheet: at, text } of draftPieces(db.read, draft.r, draft.id)) {
      const sheet = sheets[at];
      if (!sheet) continue;
      if (sheet.to === 0) sheet.from = end;
      end = writeAt(file, Buffer.from(text), end);
      sheet.to = end;
    }
    return await work({
      sheets: sheets.map(({ from, to, ...sheet }) => ({ ...sheet, text: () => textOf(file, from, to) })),
    });
  } finally {
    closeSync(file);
  }
};

function* textOf(file: number, from: number, to: number): Generator<string> {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  for (const bytes of bytesBetween(file, from, to)) yield decoder.decode(bytes, { stream: true });
  yield decoder.decode();
}

/** The first rows of every sheet: by them the columns are understood. */
export const draftTableHeads = async (
  db: Db,
  draft: Pick<SurveyDraftTable, "r" | "id" | "sheets">,
): Promise<DraftTables> => {
  const heads = await draftHeads(db.read, draft.r, draft.id);
  return {
    sheets: parseStored(Sheets, draft.sheets).map((sheet, at) => ({
      ...sheet,
      text: () => heads.filter(({ sheet: of }) => of === at).map(({ text }) => text),
    })),
  };
};
