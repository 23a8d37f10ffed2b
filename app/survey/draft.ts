import Papa from "papaparse";
import { LONG_ANSWER } from "./columns/fields.ts";
import { csvRows } from "./files/csv.ts";
import type { Encoding } from "./files/decode.ts";
import { type OpenedFile, openFile } from "./files/open.ts";
import { type ByteSource, Refusal, Row, type Table, type TableNote } from "./files/table.ts";
import { looksPersonal, maskPersonal } from "./personal.ts";
import { type Understanding, understandSurvey } from "./read.ts";
import { mapKey } from "./rows/answers.ts";
import { repeatsHeader } from "./rows/blocks.ts";
import { isFigure, labelLength } from "./rows/labels.ts";
import { namesPlace } from "./rows/place.ts";
import type { SkmOptions } from "./schema.ts";
import { clean, isEmptyAnswer, words } from "./text.ts";

/** One sheet of a draft: delimited text in parts, from the start each time it is asked for. */
export interface DraftSheet {
  name: string | null;
  hidden: boolean;
  /** Of the file that it was made from. */
  encoding: Encoding;
  /** What the file's table showed while it was read: whole once the text was read to its end. */
  notes: ReadonlySet<TableNote>;
  text: () => Iterable<string>;
}

/**
 * A survey file on its way in, kept without its personal cells (UU 27/2022): its tables as delimited text. Rows keep
 * their numbers, so that what is said of a row is found in the file. Nothing here holds a whole table in memory.
 */
export interface DraftTables {
  sheets: DraftSheet[];
}

export interface StrippedFile {
  sha256: string;
  draft: DraftTables;
  understanding: Understanding;
}

/** Rows of one piece of a draft's text, the last one of a sheet excepted. */
const ROWS_A_PIECE = 2000;

/** How many pieces of its sheet stand before the one that holds a row (1-based). */
export const pieceOfRow = (row: number): number => Math.floor((row - 1) / ROWS_A_PIECE);

/** Rows that are turned into text at one time: so few that they are gone before memory is tidied. */
const ROWS_AT_ONCE = 200;

/**
 * Rows as delimited text, each ended by a line end, in one run of characters. The library's text is a tree with a node
 * for every cell, some ten times as large as its characters, for as long as nobody reads it; joining reads it.
 */
const linesOf = (rows: readonly (readonly string[])[]): string =>
  [Papa.unparse(rows as string[][], { delimiter: ",", newline: "\n" }), ""].join("\n");

/** Rows as delimited text, in pieces that follow one another. */
function* textOf(rows: Iterable<readonly string[]>): Generator<string> {
  let waiting: (readonly string[])[] = [];
  let lines: string[] = [];
  for (const cells of rows) {
    waiting.push(cells);
    if (waiting.length < ROWS_AT_ONCE) continue;
    lines.push(linesOf(waiting));
    waiting = [];
    if (lines.length * ROWS_AT_ONCE < ROWS_A_PIECE) continue;
    yield lines.join("");
    lines = [];
  }
  if (waiting.length > 0) lines.push(linesOf(waiting));
  if (lines.length > 0) yield lines.join("");
}

/** Rows of a table in its own numbering: those that the file leaves out stand as blank lines. */
function* numbered(
  table: Table,
  cellsOf: (cells: readonly string[], row: number) => string[],
): Generator<readonly string[]> {
  let last = 0;
  for (const { row, cells } of table.rows()) {
    for (; last < row - 1; last++) yield [""];
    yield cellsOf(cells, row);
    last = row;
  }
}

/** Row of a table without what is personal in it, after how the table was understood. */
const stripper = (understanding: Understanding, tagOf: (text: string) => string) => {
  const personal = new Set(personalColumns(understanding));
  // Columns that were understood hold what they say; a date or an answer must not be taken for a telephone number.
  const plain = new Set(
    understanding.columns
      .filter(({ unsur, field }) => unsur !== null || (field !== null && field !== "saran"))
      .map(({ index }) => index),
  );
  const headers = headersOf(understanding);
  const saran = new Set(
    understanding.columns.filter(({ field }) => field === "saran").map(({ index }) => index),
  );
  return (cells: readonly string[], row: number): string[] => {
    const below = row > understanding.headerRow && !namesPlace(cells);
    return cells.map((cell, at) => {
      if (cell.trim() === "") return cell;
      if (below) {
        if (personal.has(at)) return withoutPerson(cell, headers[at] ?? "", tagOf);
        if (saran.has(at)) return maskPersonal(cell);
        if (plain.has(at)) return cell;
      }
      return looksPersonal(cell) ? TAG + tagOf(cell) : maskPersonal(cell);
    });
  };
};

/**
 * What stands before a tag. A figure first, and letters of which no word begins: a row's kind is told by the words of its
 * first cells, and a tag must never read as one of them.
 */
const TAG = "#0";
const TAGGED = /#0[a-z]+$/;

/**
 * A cell of a column of names, its person taken out. The label of a foot row or a note, the header printed once more and
 * a count stay: by them the draft is read as the file is.
 */
const withoutPerson = (cell: string, header: string, tagOf: (text: string) => string): string => {
  if (TAGGED.test(cell) || isFigure(cell) || words(cell) === words(header)) return cell;
  const label = labelLength(cell);
  return label === cell.length ? cell : `${cell.slice(0, label)}${label > 0 ? " " : ""}${TAG}${tagOf(cell)}`;
};

/** Headers by the place of their columns. */
const headersOf = ({ columns }: Pick<Understanding, "columns">): string[] => {
  const texts: string[] = [];
  for (const { index, header } of columns) texts[index] = header;
  return texts;
};

const personalColumns = ({ columns }: Understanding): number[] =>
  columns.filter(({ field }) => field === "personal").map(({ index }) => index);

/**
 * Opens a file and takes its personal cells out: whole columns that are known to be personal, and single cells that
 * look like an address, a telephone number or a NIK. In their place stands a tag, so that two rows that differed still
 * do. Every sheet of a workbook that holds a survey is kept, so that another can be chosen later; one that holds none
 * could hide names under any heading and is left out.
 *
 * @param tagOf keyed hash of a text in small consonants: the same text gives the same tag, and the tag tells nobody what it was
 * @throws Refusal where the file is no survey
 */
export function stripPersonal(
  source: ByteSource,
  options: SkmOptions,
  tagOf: (text: string) => string,
): StrippedFile {
  const file = openFile(source);
  const understanding = understandSurvey(file, options);
  const sheets = tablesOf(file, understanding).flatMap((table) => {
    const own = file.tables ? surveyIn(file, table, options) : understanding;
    if (!own) return [];
    const strip = stripper(own, tagOf);
    const { name, hidden, notes } = table;
    return [{ name, hidden, notes, encoding: file.encoding, text: () => textOf(numbered(table, strip)) }];
  });
  return { sha256: understanding.sha256, draft: { sheets }, understanding };
}

/** How one sheet by itself is understood; null where it holds no survey. */
const surveyIn = (file: OpenedFile, table: Table, options: SkmOptions): Understanding | null => {
  try {
    const { sheet: _, ...rest } = options;
    return understandSurvey({ ...file, tables: [table] }, rest);
  } catch (cause) {
    if (cause instanceof Refusal) return null;
    throw cause;
  }
};

const tablesOf = (file: OpenedFile, { delimiter }: Understanding): readonly Table[] => {
  if (file.tables) return file.tables;
  if (!file.delimited || delimiter === null) throw new Refusal("unreadable", "Berkas ini bukan tabel.");
  return [file.delimited(delimiter)];
};

const rowsOf = ({ text }: DraftSheet): Iterable<Row> => csvRows(text(), ",", new Set());

/**
 * Rows of a piece of a draft's text, in the numbering of its sheet.
 *
 * @param at how many pieces of the sheet stand before it
 */
export function* rowsOfPiece(text: string, at: number): Generator<Row> {
  for (const { row, cells } of csvRows([text], ",", new Set())) yield new Row(at * ROWS_A_PIECE + row, cells);
}

/** The same piece with its rows changed. */
export function changedPiece(text: string, at: number, change: (row: Row) => readonly string[]): string {
  const rows: (readonly string[])[] = [];
  for (const row of rowsOfPiece(text, at)) rows.push(change(row));
  return [...textOf(rows)].join("");
}

/** Row of a draft once more without its personal cells: after a person said which further columns are personal. */
export const restripper = (
  understanding: Understanding,
  tagOf: (text: string) => string,
): ((row: Row) => readonly string[]) => {
  const personal = new Set(personalColumns(understanding));
  const headers = headersOf(understanding);
  return ({ row, cells }) =>
    row <= understanding.headerRow || namesPlace(cells)
      ? cells
      : cells.map((cell, column) =>
          personal.has(column) ? withoutPerson(cell, headers[column] ?? "", tagOf) : cell,
        );
};

/** One sheet with each row changed; null ends it before that row. */
const inSheet = (
  draft: DraftTables,
  sheet: string | null,
  change: (row: Row) => readonly string[] | null,
): DraftTables => {
  function* changed(one: DraftSheet): Generator<readonly string[]> {
    for (const row of rowsOf(one)) {
      const cells = change(row);
      if (cells === null) return;
      yield cells;
    }
  }
  return {
    sheets: draft.sheets.map((one) =>
      one.name === sheet ? { ...one, text: () => textOf(changed(one)) } : one,
    ),
  };
};

/** A draft as if it were the file it was made from. */
export function openDraft({ sheets }: DraftTables, sha256: string): OpenedFile {
  return {
    sha256,
    encoding: sheets[0]?.encoding ?? "utf-8",
    delimited: null,
    tables: sheets.map(({ name, hidden, notes: printed, text }): Table => {
      const notes = new Set(printed);
      return { name, hidden, notes, rows: () => csvRows(text(), ",", notes) };
    }),
  };
}

export interface MendedCell {
  /** 0-based. */
  column: number;
  text: string;
}

/** Cells of a row with some set anew: how a rejected row is mended. */
export const mendedCells = (cells: readonly string[], mended: readonly MendedCell[]): string[] => {
  const all = [...cells];
  for (const { column, text } of mended) {
    while (all.length <= column) all.push("");
    all[column] = text;
  }
  return all;
};

/**
 * The draft with these rows of a sheet alone, under its header and the titles and headers among the rows. They keep their
 * numbers: the others stand blank.
 */
export function withRows(
  draft: DraftTables,
  { sheet, headerRow, columns }: Pick<Understanding, "sheet" | "headerRow" | "columns">,
  wanted: ReadonlySet<number>,
): DraftTables {
  let last = headerRow;
  for (const row of wanted) last = Math.max(last, row);
  const texts = headersOf({ columns });
  const stays = (cells: readonly string[]) => namesPlace(cells) || repeatsHeader(texts, cells);
  const { sheets } = inSheet(draft, sheet, ({ row, cells }) =>
    row > last ? null : row <= headerRow || wanted.has(row) || stays(cells) ? cells : [""],
  );
  return { sheets: sheets.filter(({ name }) => name === sheet) };
}

/** Columns that hold answers, 0-based: of the unsur, or in long form the one of the answers. */
export const answerColumns = ({ columns, shape }: Understanding): number[] =>
  columns
    .filter(({ unsur, header }) => (shape === "long" ? LONG_ANSWER.test(words(header)) : unsur !== null))
    .map(({ index }) => index);

/** Answers as the file prints them, figures first and in order; null where there are more than `most` different ones. */
export function printedAnswers(
  draft: DraftTables,
  understanding: Understanding,
  most: number,
): string[] | null {
  const one = draft.sheets.find(({ name }) => name === understanding.sheet);
  const columns = answerColumns(understanding);
  const found = new Map<string, string>();
  for (const { row, cells } of one ? rowsOf(one) : []) {
    if (row <= understanding.headerRow) continue;
    for (const column of columns) {
      const text = clean(cells[column] ?? "");
      if (isEmptyAnswer(text)) continue;
      const key = mapKey(text);
      if (!found.has(key)) found.set(key, text);
      if (found.size > most) return null;
    }
  }
  const number = (text: string) => Number(text.replace(",", "."));
  return [...found.values()].sort((a, b) => {
    const [x, y] = [number(a), number(b)];
    if (Number.isNaN(x) || Number.isNaN(y))
      return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || a.localeCompare(b);
    return x - y;
  });
}
