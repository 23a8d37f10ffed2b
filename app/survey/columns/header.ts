import { EDITION_IDS } from "../editions.ts";
import type { Row } from "../files/table.ts";
import { strengthOf } from "../rows/answers.ts";
import { clean, words } from "../text.ts";
import { countColumns } from "./counts.ts";
import { fieldByWords, LONG_ANSWER, LONG_UNSUR } from "./fields.ts";
import { bareNumber, unsurByWords, unsurNumber } from "./unsur-words.ts";

/** Rows of the start of a table among which its header is looked for. */
export const HEAD_ROWS = 80;
const MAX_HEADER_ROWS = 3;

export interface Header {
  /** Row number of its first and last row; both 0 where the table has none. */
  from: number;
  to: number;
  /** Header of each column as printed: the lowest text that names it, with the one above where both do. */
  texts: string[];
  /** How many columns it recognises; compares tables, sheets and delimiters. */
  score: number;
  /** The column that names unsur row by row, in long and aggregate tables. */
  unsurColumn: number | null;
}

const known = (text: string): boolean =>
  text !== "" && text.length < 400 && EDITION_IDS.some((id) => unsurByWords(text, id) !== null);

const namesUnsur = (text: string): boolean => known(text) || unsurNumber(text) !== null;

/** Bare figures 1, 2, 3 … that begin right of another header are codes; from the first column on they number columns. */
export const bareRun = (texts: readonly string[]): number[] => {
  for (let from = 0; from < texts.length; from++) {
    if (bareNumber(texts[from] ?? "") !== 1) continue;
    let length = 1;
    while (bareNumber(texts[from + length] ?? "") === length + 1) length++;
    const others = texts.filter(
      (text, at) => (at < from || at >= from + length) && clean(text) !== "",
    ).length;
    const fields = texts.filter((text) => fieldByWords(text) !== null).length;
    if (length >= 5 && (from > 0 || others === 0 || (fields >= 2 && fields === others)))
      return Array.from({ length }, (_, at) => from + at);
  }
  return [];
};

/** Cells that can only be answers or figures: a row of them is no header. */
const isData = (text: string): boolean =>
  /^[+-]?\d+(?:[.,]\d+)?$/.test(text) ||
  /^[a-dA-D][.)]?$/.test(text) ||
  strengthOf(text) !== null ||
  /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}/.test(text) ||
  /^\d{4}-\d{2}-\d{2}/.test(text);

/** Joins the rows of a header block column by column. */
const join = (rows: readonly (readonly string[])[]): string[] => {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => {
    const texts = [...new Set(rows.map((row) => clean(row[column] ?? "")).filter(Boolean))];
    const last = texts.at(-1) ?? "";
    if (texts.length < 2) return last;
    // A code over or under its words: both say something.
    const named = texts.filter(namesUnsur);
    return named.length > 1 ? named.join(" ") : (named[0] ?? last);
  });
};

const scoreOf = (texts: readonly string[]): number => {
  const run = bareRun(texts);
  const filled = texts.filter((text) => text !== "").length;
  let score = 0;
  texts.forEach((text, at) => {
    if (text === "") return;
    if (namesUnsur(text)) score += 3;
    // Figures from the first column on may only number the columns below a real header.
    else if (run.includes(at)) score += run[0] === 0 && run.length === filled ? 0.3 : 3;
    else if (fieldByWords(text)) score += 1;
  });
  return score;
};

/**
 * A title right above the header, such as "Jenis layanan: Peminjaman gedung": its words name no column, though "gedung"
 * alone would. Few cells over a cell that is empty are a header of two rows.
 */
const isTitle = (row: readonly string[], below: readonly string[]): boolean => {
  const filled = row.flatMap((text, at) => (text === "" ? [] : [at]));
  if (filled.length > 4) return false;
  const over = (at: number) =>
    (below[at] ?? "") !== "" && words(below[at] as string) !== words(row[at] as string);
  const labelled = (at: number) =>
    /^[^:]{3,40}:/.test(row[at] as string) && unsurNumber(row[at] as string) === null;
  const lone = filled.length === 1 && namesUnsur(row[filled[0] as number] as string);
  return filled.every(over) || filled.some(labelled) || lone;
};

const wideHeader = (rows: readonly Row[]): Header | null => {
  let best: Header | null = null;
  const head = rows.slice(0, HEAD_ROWS);
  const cells = head.map((row) => row.cells.map(clean));
  const dataCount = cells.map((row) => {
    const run = bareRun(row).length;
    return row.filter(isData).length - run;
  });
  for (let from = 0; from < head.length; from++)
    for (let length = 1; length <= MAX_HEADER_ROWS && from + length <= head.length; length++) {
      const block = cells.slice(from, from + length);
      if (dataCount.slice(from, from + length).some((count) => count > 2)) break;
      if (block.at(-1)?.every((cell) => cell === "") || block[0]?.every((cell) => cell === "")) continue;
      if (length > 1 && isTitle(block[0] as string[], block[1] as string[])) break;
      const texts = join(block);
      // A title across the sheet is one text; a header has several.
      if (texts.filter(Boolean).length < 2 && head.length > 1 && !texts.some((t) => unsurNumber(t))) continue;
      const score = scoreOf(texts) - 0.5 * (length - 1);
      if (score > (best?.score ?? 2.5))
        best = {
          from: (head[from] as Row).row,
          to: (head[from + length - 1] as Row).row,
          texts,
          score,
          unsurColumn: null,
        };
    }
  return best && withRowBelow(best, head, cells);
};

/** A row right below the header that names most unsur once more, in codes or words, belongs to it. */
const withRowBelow = (header: Header, head: readonly Row[], cells: readonly string[][]): Header => {
  const at = head.findIndex((row) => row.row === header.to + 1);
  const below = cells[at];
  if (!below || header.to - header.from + 1 >= MAX_HEADER_ROWS) return header;
  const filled = below.filter((text) => text !== "");
  const named = below.filter(namesUnsur).length;
  if (named < 5 || named * 2 < filled.length || filled.some((text) => isData(text) && !namesUnsur(text)))
    return header;
  const same = below.filter(
    (text, column) => text !== "" && words(text) === words(header.texts[column] ?? ""),
  );
  return same.length >= named ? header : { ...header, to: header.to + 1, texts: join([header.texts, below]) };
};

const MEASURE =
  /\bnrr\b|\brata rata|\brerata|\btertimbang|\bjumlah\b|\btotal\b|\bnilai\b|\bskor\b|\bikm\b|\bindeks\b|\bmean\b|\bmutu\b|\bkinerja\b|^n$/;
const ASPECT =
  /\bunsur\b|\bpertanyaan\b|\bindikator\b|\baspek\b|\buraian\b|\bkomponen\b|\bvariabel\b|\bruang lingkup\b/;

/** A header whose column names the unsur row by row: long and aggregate tables. */
const tallHeader = (rows: readonly Row[]): Header | null => {
  const head = rows.slice(0, HEAD_ROWS);
  for (const [at, row] of head.entries()) {
    const texts = row.cells.map(clean);
    const folded = texts.map(words);
    const column = folded.findIndex(
      (text) => (LONG_UNSUR.test(text) || ASPECT.test(text)) && text.length < 60,
    );
    if (column < 0) continue;
    const others = folded.filter(
      (text, index) => index !== column && (MEASURE.test(text) || LONG_ANSWER.test(text)),
    );
    if (others.length === 0 && !countColumns(texts)) continue;
    const below = rows.slice(at + 1, at + 60).map((one) => clean(one.cells[column] ?? ""));
    const bare = below.filter((text) => bareNumber(text) !== null).length;
    const named = below.filter(namesUnsur).length;
    if (named >= 3 || (bare >= 5 && LONG_UNSUR.test(folded[column] as string)))
      return { from: row.row, to: row.row, texts, score: 6 + Math.min(20, named), unsurColumn: column };
  }
  return null;
};

/**
 * Finds the header among the first rows of a table: one to three rows, below titles. Null where nothing there names an
 * unsur or a field.
 */
export const findHeader = (rows: readonly Row[]): Header | null => {
  const wide = wideHeader(rows);
  const tall = tallHeader(rows);
  if (!tall || !wide) return tall ?? wide;
  const unsur = wide.texts.filter((text) => namesUnsur(text)).length + bareRun(wide.texts).length;
  return unsur >= 4 ? wide : tall;
};

/** Headers that say nothing ("Jawaban", "Nilai") above nine or fourteen columns of answers in a row. */
export const silentHeader = (rows: readonly Row[]): Header | null => {
  const filled = rows.filter((row) => row.cells.some((cell) => clean(cell) !== ""));
  for (const [at, row] of filled.slice(0, HEAD_ROWS).entries()) {
    const texts = row.cells.map(clean);
    if (texts.filter(Boolean).length < 9 || texts.some((text) => /^[1-4]$/.test(text))) continue;
    const below = filled.slice(at + 1, at + 20);
    const answers = texts.map(
      (text, column) => text !== "" && below.every((one) => /^[1-4]?$/.test(clean(one.cells[column] ?? ""))),
    );
    const runs = answers
      .map((is) => (is ? "x" : " "))
      .join("")
      .trim()
      .split(/ +/);
    if (below.length >= 3 && runs.some((run) => run.length === 9 || run.length === 14))
      return { from: row.row, to: row.row, texts, score: 1, unsurColumn: null };
  }
  return null;
};

/** A table of answers alone: no header, and nothing but nine or fourteen columns that can be answers. */
export const headless = (rows: readonly Row[]): Header | null => {
  const filled = rows.filter((row) => row.cells.some((cell) => clean(cell) !== "")).slice(0, 50);
  const width = filled[0]?.cells.length ?? 0;
  const fits = filled.length >= 3 && (width === 9 || width === 14);
  if (!fits || !filled.every((row) => row.cells.every((cell) => /^[1-4]?$|^[a-d]$/i.test(clean(cell)))))
    return null;
  return { from: 0, to: 0, texts: Array.from({ length: width }, () => ""), score: 1, unsurColumn: null };
};

/** Columns of a table that say nothing by themselves and yet hold answers: so many are worth asking a person about. */
export const ASKED_COLUMNS = 3;
const ASKED_ROWS = 3;

/**
 * A table in which nothing names an unsur, but three columns or more hold nothing but answers: its user can still say
 * which is which. Null where there is no such table.
 */
export const askedHeader = (rows: readonly Row[]): Header | null => {
  const filled = rows.filter((row) => row.cells.some((cell) => clean(cell) !== ""));
  const isAnswers = ({ cells }: Row): boolean =>
    cells.filter((cell) => /^[1-4]$|^[a-d]$/i.test(clean(cell))).length >= ASKED_COLUMNS;
  const first = filled.findIndex(isAnswers);
  if (first < 0 || filled.slice(first, first + ASKED_ROWS).filter(isAnswers).length < ASKED_ROWS) return null;
  const above = filled
    .slice(0, first)
    .findLast(({ cells }) => cells.filter((cell) => clean(cell)).length >= 2);
  const width = Math.max(...filled.slice(first, first + 50).map(({ cells }) => cells.length));
  const texts = Array.from({ length: width }, (_, at) => clean(above?.cells[at] ?? ""));
  return {
    from: above?.row ?? 0,
    to: above?.row ?? (filled[first]?.row ?? 1) - 1,
    texts,
    score: 0.5,
    unsurColumn: null,
  };
};
