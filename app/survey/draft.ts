import Papa from "papaparse";
import { csvRows } from "./files/csv.ts";
import { type OpenedFile, openFile } from "./files/open.ts";
import { type ByteSource, Refusal, type Table, type TableNote } from "./files/table.ts";
import { looksPersonal, maskPersonal } from "./personal.ts";
import { type Understanding, understandSurvey } from "./read.ts";
import type { SkmOptions } from "./schema.ts";

/**
 * A survey file on its way in, kept without its personal cells (UU 27/2022): its tables as delimited text. Rows keep
 * their numbers, so that what is said of a row is found in the file.
 */
export interface DraftTables {
  sheets: { name: string | null; hidden: boolean; csv: string }[];
}

export interface StrippedFile {
  sha256: string;
  draft: DraftTables;
  understanding: Understanding;
  /** Headers of the columns whose cells were taken out. */
  dropped: string[];
}

const ROWS_A_PART = 5000;

/** Text of a table, row by row in its own numbering: rows that the file leaves out stand as blank lines. */
function csvOf(table: Table, cellsOf: (cells: readonly string[], row: number) => string[]): string {
  const parts: string[] = [];
  let rows: string[][] = [];
  let last = 0;
  const flush = (): void => {
    if (rows.length > 0) parts.push(Papa.unparse(rows, { delimiter: ",", newline: "\n" }));
    rows = [];
  };
  for (const { row, cells } of table.rows()) {
    for (; last < row - 1; last++) rows.push([""]);
    rows.push(cellsOf(cells, row));
    last = row;
    if (rows.length >= ROWS_A_PART) flush();
  }
  flush();
  return parts.join("\n");
}

/**
 * Opens a file and takes its personal cells out: whole columns that are known to be personal, and single cells that
 * look like an address, a telephone number or a NIK. In their place stands a tag, so that two rows that differed still do.
 *
 * @param tagOf keyed hash of a text: the same text gives the same tag, and the tag tells nobody what it was
 * @throws Refusal where the file is no survey
 */
export function stripPersonal(
  source: ByteSource,
  options: SkmOptions,
  tagOf: (text: string) => string,
): StrippedFile {
  const file = openFile(source);
  const understanding = understandSurvey(file, options);
  const personal = understanding.columns.filter(({ field }) => field === "personal");
  const indexes = new Set(personal.map(({ index }) => index));
  // Columns that were understood hold what they say; a date or an answer must not be taken for a telephone number.
  const plain = new Set(
    understanding.columns
      .filter(({ unsur, field }) => unsur !== null || (field !== null && field !== "saran"))
      .map(({ index }) => index),
  );
  const chosen = tablesOf(file, understanding);
  const strip = (table: Table, own: boolean): string =>
    csvOf(table, (cells, row) =>
      cells.map((cell, at) => {
        if (cell.trim() === "") return cell;
        if (own && row > understanding.headerRow) {
          if (indexes.has(at)) return `#${tagOf(cell)}`;
          if (plain.has(at)) return cell;
        }
        return looksPersonal(cell) ? `#${tagOf(cell)}` : maskPersonal(cell);
      }),
    );
  return {
    sha256: understanding.sha256,
    draft: {
      sheets: chosen.map(({ table, own }) => ({
        name: table.name,
        hidden: table.hidden,
        csv: strip(table, own),
      })),
    },
    understanding,
    dropped: personal.map(({ header }) => header),
  };
}

/** Every sheet of a workbook, so that another can be chosen later; of delimited text the one table that was understood. */
const tablesOf = (
  file: OpenedFile,
  { sheet, delimiter }: Understanding,
): { table: Table; own: boolean }[] => {
  if (file.tables) return file.tables.map((table) => ({ table, own: table.name === sheet }));
  if (!file.delimited || delimiter === null) throw new Refusal("unreadable", "Berkas ini bukan tabel.");
  return [{ table: file.delimited(delimiter), own: true }];
};

/** A draft as if it were the file it was made from. */
export function openDraft({ sheets }: DraftTables, sha256: string): OpenedFile {
  return {
    sha256,
    encoding: "utf-8",
    delimited: null,
    tables: sheets.map(({ name, hidden, csv }): Table => {
      const notes = new Set<TableNote>();
      return { name, hidden, notes, rows: () => csvRows([csv], ",", notes) };
    }),
  };
}

/** The draft with one cell of a sheet set anew: how a rejected row is mended. */
export function withCell(
  draft: DraftTables,
  sheet: string | null,
  row: number,
  column: number,
  text: string,
): DraftTables {
  return {
    sheets: draft.sheets.map((one) => {
      if (one.name !== sheet) return one;
      const rows = [...csvRows([one.csv], ",", new Set())].map(({ cells }) => [...cells]);
      const cells = rows[row - 1];
      if (!cells) return one;
      while (cells.length <= column) cells.push("");
      cells[column] = text;
      return { ...one, csv: Papa.unparse(rows, { delimiter: ",", newline: "\n" }) };
    }),
  };
}
