import { matchLabels } from "../labels/match.ts";
import { enumerator, hasLetters, isBlankText } from "../text.ts";
import { plainCell } from "./html.ts";
import { type Cell, cellOf, EMPTY_CELL, type Piece, pieceWith } from "./model.ts";

/**
 * Tables saved as a spreadsheet's text: cells parted by a semicolon or a comma, in quotes where they hold that sign, a
 * quote or a line end ("NO;KOMPONEN;URAIAN"). The same signs stand in every sentence, so a file is read so only where
 * several records bear labels, and of its lines only those that begin as a record does.
 */

/** A line, or several where quotes run over them, that is no plain text. */
export interface Delimited {
  /** Index of its last line. */
  to: number;
  cells: Cell[];
  /** Plain text that a spreadsheet set in its first column; a record otherwise. */
  prose: boolean;
}

type Sign = ";" | ",";
const SIGNS: readonly Sign[] = [";", ","];

/** How a head, or a row with its number first, begins: it spares most files the search. */
const LEAD =
  /^\s*"?(?:(?:no(?:mor)?|komponen|unsur|aspek|unit kerja|bagian|(?:jenis|nama) (?:pe)?layanan)\b\.?|(?:\d{1,2}|[a-o]|[ivx]{1,5})[.)]?)\s{0,3}"?\s{0,3}[;,]\s{0,3}"?(?:[a-z]|\d{1,2}[.)]\s)/i;
/** How a row begins whose number stands with its label in one cell: beside a comma only quotes show the cell's end. */
const LABEL_LEAD =
  /^\s{0,3}(?:"\d{1,2}[.)]\s{0,3}[a-z][^";]{2,80}"\s{0,3}[;,]|\d{1,2}[.)]\s{0,3}[a-z][^";]{2,80};)\s{0,3}\S/i;
/** A line whose cells are parted by other means. */
const OTHERWISE = /[\t|]|<t[dr]\b/i;
/** So many records with different labels show that the sign parts cells. */
const MIN_LABELS = 3;
/** A head names two columns at least, and no table has more than these. */
const MIN_COLUMNS = 2;
const MAX_COLUMNS = 24;
/** A cell in quotes runs over so many lines at most: a quote that is never closed is an ordinary sign. */
const MAX_LINES = 60;
/** First cells of a record: nothing, a number or a letter. */
const FIRST = /^(?:(?:\d{1,3}|[a-z]|[IVX]{1,5})\s?[.)]?)?$/i;
const HEAD = /^(?:no(?:mor)?\.?|komponen|unsur|aspek)$/i;
/** The same where units or services stand first: words that sentences wrap to a line's beginning as well. */
const NAME_HEAD = /^(?:unit kerja|bagian|(?:jenis|nama) (?:pe)?layanan)$/i;
/** So many columns a head has that begins with one of them. */
const MIN_NAMED_COLUMNS = 3;
/** The head over the labels. */
const LABEL_HEAD = /^(?:komponen|unsur|aspek)\b/i;
/** What a head prints over a column; nothing where the sign only fills up. */
const HEADING = /^(?:[a-z][^.;:]{1,59}\.?)?$/i;
/** A row of the table that names the service or its unit. */
const NAMES = /^(?:\d{1,2}[.)]\s{0,3})?(?:jenis|nama|judul|unit)\s+(?:pe)?(?:layanan|kerja|organisasi)\b/i;
/** No label is longer. */
const MAX_LABEL = 90;
/** Characters of a cell that are looked at to tell what it is. */
const MAX_LOOK = 400;

/** A part of a cell on one line. */
interface Part {
  text: string;
  /** Index of the line, and the part's column there. */
  at: number;
  column: number;
}

interface Split {
  cells: Part[][];
  to: number;
}

/** The cell in quotes that opens at `column`, and where it ends; null where its quote is never closed before a sign or an end. */
const quotedCell = (
  lines: readonly string[],
  from: number,
  column: number,
  sign: Sign,
): { parts: Part[]; at: number; column: number } | null => {
  const parts: Part[] = [];
  let begin = column + 1;
  for (let at = from; at < Math.min(lines.length, from + MAX_LINES); at++) {
    const line = lines[at] as string;
    let close = line.indexOf('"', begin);
    while (close >= 0 && line[close + 1] === '"') close = line.indexOf('"', close + 2);
    const end = close < 0 ? line.length : close;
    parts.push({ text: line.slice(begin, end).replaceAll('""', '"'), at, column: begin });
    if (close >= 0) {
      const rest = line.slice(close + 1).search(/\S/);
      const next = rest < 0 ? line.length : close + 1 + rest;
      return next === line.length || line[next] === sign ? { parts, at, column: next } : null;
    }
    begin = 0;
  }
  return null;
};

/** Cuts the record that begins on a line into at most `columns` cells; an unquoted last one takes the rest of its line. */
const split = (lines: readonly string[], from: number, sign: Sign, columns: number): Split => {
  const cells: Part[][] = [];
  let at = from;
  for (let column = 0; ; ) {
    const line = lines[at] as string;
    const begin = column + Math.max(0, line.slice(column).search(/\S/));
    const quoted = line[begin] === '"' ? quotedCell(lines, at, begin, sign) : null;
    let end: number;
    if (quoted) {
      cells.push(quoted.parts);
      at = quoted.at;
      end = quoted.column;
    } else {
      const next = cells.length < columns - 1 ? line.indexOf(sign, column) : -1;
      end = next < 0 ? line.length : next;
      cells.push([{ text: line.slice(column, end), at, column }]);
    }
    if (end >= (lines[at] as string).length || cells.length >= columns) return { cells, to: at };
    column = end + 1;
  }
};

/** A cell's words without the blanks around them, or a long cell's first ones. */
const textOf = (parts: readonly Part[] | undefined): string => {
  let text = "";
  for (const part of parts ?? []) {
    text = `${text} ${part.text.trim()}`.trim();
    if (text.length > MAX_LOOK) break;
  }
  return text;
};

/** Where the signs at a text's end begin that only fill its table up to its width, and how many they are. */
const paddingOf = (text: string, sign: Sign): { from: number; signs: number } => {
  let signs = 0;
  let from = text.length;
  for (let at = text.length - 1; at >= 0; at--) {
    const char = text[at];
    if (char === sign) signs++;
    else if (char !== " ") break;
    if (char === sign) from = at;
  }
  return { from, signs };
};

const LIST_SIGN = /^\s*[-–—•▪*]\s/;

/** The parts as one cell; each line that begins a list's item stays one. */
const cellFrom = (parts: readonly Part[]): Cell => {
  if (parts.length === 0) return EMPTY_CELL;
  const pieces: Piece[] = [];
  for (const { text, at, column } of parts) {
    const lead = enumerator(text) !== null || LIST_SIGN.test(text) ? "\n" : " ";
    const own = plainCell({ text, line: at + 1, column }).pieces;
    own.forEach((piece, nth) => {
      pieces.push(nth > 0 || pieces.length === 0 ? piece : pieceWith(piece, { glue: lead }));
    });
  }
  return cellOf(pieces);
};

const isLabel = (text: string): boolean => {
  if (text.length > MAX_LABEL) return false;
  const match = matchLabels(text.slice(enumerator(text)?.length ?? 0))[0];
  return match?.complete === true && match.similarity >= 0.9;
};

/** A number and a label with nothing behind it: a sentence that begins so is none. */
const isBareLabel = (text: string): boolean => {
  const label = text.slice(enumerator(text)?.length ?? 0);
  return isLabel(text) && !hasLetters(label.slice(matchLabels(label)[0]?.end), MORE_LETTERS);
};
/** A label may be printed with a letter or two more than it is known with. */
const MORE_LETTERS = 4;

/** Columns of a head row, by the cells that it names. */
const headColumns = (parts: readonly Part[][]): number => {
  let columns = parts.length;
  while (columns > 0 && textOf(parts[columns - 1]) === "") columns--;
  return columns;
};

const isHead = (cells: readonly Part[][]): boolean => {
  const first = textOf(cells[0]);
  const least = NAME_HEAD.test(first) ? MIN_NAMED_COLUMNS : MIN_COLUMNS;
  if (!HEAD.test(first) && !NAME_HEAD.test(first)) return false;
  return headColumns(cells) >= least && cells.every((parts) => HEADING.test(textOf(parts)));
};

/** The column below the head over the labels; the second one where no head names it. */
const labelColumn = (cells: readonly Part[][]): number => {
  const at = cells.findIndex((parts) => LABEL_HEAD.test(textOf(parts)));
  return at < 0 ? 1 : at;
};

/** Two cells in quotes beside each other: no sentence has them. */
const IN_QUOTES = /^\s*"[^"]{0,90}"\s{0,3}[;,]\s{0,3}"/;

const isRecord = (record: Split, line: string, labels: number): boolean => {
  const { cells } = record;
  if (cells.length < MIN_COLUMNS) return false;
  if (labels > 1 && isLabel(textOf(cells[labels]))) return true;
  const first = textOf(cells[0]);
  // "a. persyaratan;" is an item of a list.
  if (cells.slice(1).every((parts) => textOf(parts) === "")) return false;
  if (FIRST.test(first) || HEAD.test(first) || isHead(cells)) return true;
  return NAMES.test(first) || IN_QUOTES.test(line) || isLabel(first);
};

interface SignLayout {
  sign: Sign;
  columns: number;
  /** How many different labels stand where this sign puts them. */
  labels: number;
}

/** What the file looks like with one sign between its cells. */
const layoutBy = (sign: Sign, lines: readonly string[], leads: readonly number[]): SignLayout => {
  const labels = new Set<string>();
  const add = (text: string): void => {
    if (isLabel(text)) labels.add(text.trim().toLowerCase());
  };
  let columns = 0;
  let column = 1;
  for (const at of leads) {
    const { cells } = split(lines, at, sign, MAX_COLUMNS);
    if (isHead(cells)) {
      columns ||= headColumns(cells);
      column = labelColumn(cells);
      // The components may be the columns themselves.
      for (const parts of cells) add(textOf(parts));
    } else if (cells.length > MIN_COLUMNS && FIRST.test(textOf(cells[0]))) add(textOf(cells[column]));
    else if (
      cells.length === MIN_COLUMNS &&
      LABEL_LEAD.test(lines[at] as string) &&
      isBareLabel(textOf(cells[0]))
    )
      add(textOf(cells[0]));
  }
  // Below a unit's name no record begins with a number: what stands below the labels' head is looked at.
  if (column > 1)
    for (const line of lines)
      if (!OTHERWISE.test(line))
        add((line.split(sign, column + 1)[column] ?? "").replace(/^\s*"|"\s*$/g, ""));
  // Without number column only the head begins as a record does: what follows it is looked at.
  if (columns === MIN_COLUMNS)
    for (const line of lines) {
      const end = OTHERWISE.test(line) ? -1 : line.indexOf(sign);
      if (end > 0) add(line.slice(0, end).replace(/^\s*"|"\s*$/g, ""));
    }
  return { sign, columns: columns || MIN_COLUMNS + 1, labels: labels.size };
};

/** How the cells of a file are parted, and by how many columns at first; null where they are not. */
const layoutOf = (lines: readonly string[], leads: readonly number[]): SignLayout | null => {
  const [first, second] = SIGNS.map((sign) => layoutBy(sign, lines, leads)) as [SignLayout, SignLayout];
  const best = second.labels > first.labels ? second : first;
  return best.labels >= MIN_LABELS ? best : null;
};

const opensRecord = (line: string): boolean => LEAD.test(line) || LABEL_LEAD.test(line);

/** The lines of a file that are records of such a table, or that were saved with it; null for a file that has none. */
export const delimitedLines = (lines: readonly string[]): (Delimited | undefined)[] | null => {
  const leads: number[] = [];
  for (let at = 0; at < lines.length; at++)
    if (opensRecord(lines[at] as string) && !OTHERWISE.test(lines[at] as string)) leads.push(at);
  const layout = leads.length === 0 ? null : layoutOf(lines, leads);
  if (!layout) return null;
  const { sign } = layout;
  let { columns } = layout;
  let labels = 1;
  const found: (Delimited | undefined)[] = new Array(lines.length);
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as string;
    if ((!line.includes(sign) && !line.includes('"')) || OTHERWISE.test(line)) continue;
    const whole = split(lines, at, sign, MAX_COLUMNS);
    if (isHead(whole.cells)) {
      columns = headColumns(whole.cells);
      labels = labelColumn(whole.cells);
    }
    const record = split(lines, at, sign, columns);
    if (isRecord(record, line, labels)) {
      const last = record.cells.at(-1)?.at(-1);
      // Signs that fill up to a wider table above or below are no text of the last cell.
      if (last && record.cells.length === columns) {
        const padding = paddingOf(last.text, sign);
        if (padding.signs > 1) last.text = last.text.slice(0, padding.from);
      }
      found[at] = { to: record.to, cells: record.cells.map(cellFrom), prose: false };
    } else if (headColumns(whole.cells) === 1 && (line.trimStart().startsWith('"') || whole.cells.length > 2))
      found[at] = { to: whole.to, cells: [cellFrom(whole.cells[0] as Part[])], prose: true };
    else {
      const { from, signs } = paddingOf(line, sign);
      const text = line.slice(0, from);
      // A record without any text is a blank line.
      if (isBlankText(text)) found[at] = { to: at, cells: [], prose: true };
      else if (signs > 1) found[at] = { to: at, cells: [cellFrom([{ text, at, column: 0 }])], prose: true };
    }
    at = Math.max(at, found[at]?.to ?? at);
  }
  return found;
};
