import { type LabelMatch, matchLabels, mayBeLabel } from "../labels/match.ts";
import { isLabelTail, LABEL_WAITS } from "../labels/tails.ts";
import { enumerator, hasLetters } from "../text.ts";
import {
  type Cell,
  isBlank,
  joinCells,
  type Replaced,
  type Row,
  replaceRows,
  rowOf,
  sliceCell,
} from "./model.ts";

/**
 * A label of several lines whose content stands beside it, as a converter gives the lines of a page from top to bottom: the
 * label's first line, the content's first, the label's second, the content's second. The label is joined again, and its
 * content follows it.
 */

/** A number with which a line begins, and one that is all of a line. */
const NUMBER = /^\s{0,12}[([]?\d{1,2}\s?[.)]?\s{1,4}/;
export const LONE_NUMBER = /^\s*[([]?\d{1,2}\s?[.)]?\s*$/;
export const SURE = 0.95;
const JOINED = /\b(?:dan|atau|serta)\s*$/i;
const JOINT = /^[\s,/&]*(?:dan\/atau|dan|atau|serta)?[,/]?(?=\s|$)/i;
/** A word between a label's words, left alone on its line by a narrow column. */
const LONE_JOINT = /^\s*(?:dan|atau|serta)\s*$/i;
/** No line of a label is longer, and so few lines of content stand between two of them. */
const MAX_PART = 48;
const MAX_BETWEEN = 2;
const MAX_LINES = 8;
/** Words at the end of a content's line that may be a line of the label. */
const MAX_WORDS = 4;
/** So many lines must go on with a label of which one stands behind a content. */
const MIN_BEHIND = 2;

/** What a plain line says; nothing for any other row. */
export const plainText = (row: Row | undefined): string =>
  row && row.kind === "prose" && !row.separator && row.cells.length === 1 ? (row.cells[0] as Cell).text : "";

/** What a label is read as whose last letters are the text's last: the rest of a sentence is none. */
const wholeLabel = (text: string, first: LabelMatch): LabelMatch | null => {
  const match = matchLabels(text)[0];
  if (!match || match.key !== first.key || match.similarity < SURE) return null;
  return /[a-z0-9]/i.test(text.slice(match.end).replace(JOINT, "")) ? null : match;
};

/** Words that may go on with a label; only all of its lines together show whether they do. */
const mayGoOn = (text: string, { key }: LabelMatch): boolean =>
  enumerator(text) === null &&
  hasLetters(text, 3) &&
  !/[.;:]\s*$/.test(text) &&
  isLabelTail(text.trim(), key);

interface Head {
  match: LabelMatch;
  /** Offsets at which the label begins, and behind its part on this line. */
  from: number;
  end: number;
}

const isCapital = (text: string): boolean => hasLetters(text, 8) && text === text.toUpperCase();

/** The first line of a label that goes on below, with or without the content's first words behind it: one reading a component. */
const headsOf = (text: string): Head[] => {
  const from = NUMBER.exec(text)?.[0].length ?? 0;
  const own = text.slice(from);
  if (!mayBeLabel(own.slice(0, MAX_PART))) return NO_HEAD;
  const matches = matchLabels(own);
  // A whole label leaves no doubt of which it is.
  const likely = matches[0]?.complete ? matches.slice(0, 1) : matches;
  return likely.map((match) => headOf(own, from, match)).filter((head) => head !== null);
};

const NO_HEAD: Head[] = [];

const headOf = (own: string, from: number, match: LabelMatch): Head | null => {
  if (match.similarity < SURE) return null;
  const end = match.end + (JOINT.exec(own.slice(match.end))?.[0].length ?? 0);
  const part = own.slice(0, end);
  if (end > MAX_PART || /[a-z0-9]/i.test(own[end] ?? "")) return null;
  const alone = part.length === own.trimEnd().length;
  // Capitals alone end where the label does: what stands behind them is content.
  const capital = isCapital(part) && !alone && !isCapital(own.slice(end));
  if (!LABEL_WAITS.test(part) && !(!match.complete && alone) && !capital) return null;
  return { match, from, end: from + end };
};

interface Torn {
  /** Cells of the label in order, and the rows of content between and behind its first line. */
  label: Cell[];
  content: Cell[];
  /** Rows that the label runs over, its first one included. */
  rows: number;
  /** Letters of the label that were found. */
  matched: number;
}

/** Where "dan/atau" begins at the end of a line: few contents end so, and labels of two lines are parted there. */
const jointBehind = (text: string): number | null => {
  const at = text.search(/\bdan\s?\/\s?atau\s*$/i);
  return at > 0 ? at : null;
};

/** Where the last words of a line begin that may go on with a label; null where none do. */
const behindContent = (text: string, first: LabelMatch): number | null => {
  let best: number | null = null;
  let at = text.trimEnd().length;
  for (let words = 0; words < MAX_WORDS; words++) {
    at = text.lastIndexOf(" ", at - 1);
    if (at <= 0) break;
    if (mayGoOn(text.slice(at + 1), first)) best = at + 1;
  }
  return best;
};

/** Where the first words of a line end that may go on with a label beside a content; null where none do. */
const beforeContent = (text: string, first: LabelMatch, capital: boolean): number | null => {
  let best: number | null = null;
  let words = 0;
  for (const word of text.matchAll(/\S+(?=\s)/g)) {
    if (++words > MAX_WORDS) break;
    const end = word.index + word[0].length;
    const part = text.slice(0, end);
    if (capital && part !== part.toUpperCase()) break;
    if (mayGoOn(part, first)) best = end;
  }
  return best;
};

/**
 * A label whose lines are lines of their own is read so; only where more of its words are found beside contents are they
 * looked for there, since a content may begin or end with a label's words, too.
 */
const tornAt = (rows: readonly Row[], at: number): Torn | null => {
  // A label goes on in the line below alone.
  if (plainText(rows[at + 1]) === "") return null;
  let best: Torn | null = null;
  for (const head of headsOf(plainText(rows[at])))
    for (const beside of [false, true]) {
      const torn = tornFrom(rows, at, head, beside);
      if (torn && torn.matched > (best?.matched ?? 0)) best = torn;
    }
  return best;
};

const tornFrom = (
  rows: readonly Row[],
  at: number,
  { match, from, end }: Head,
  maybeBeside: boolean,
): Torn | null => {
  const row = rows[at] as Row;
  const cell = row.cells[0] as Cell;
  const numbered = from > 0 || LONE_NUMBER.test(plainText(rows[at - 1]));
  const capital = isCapital(cell.text.slice(from, end));
  const label = [sliceCell(cell, 0, end)];
  const content: Cell[] = [];
  const first = sliceCell(cell, end);
  if (!isBlank(first)) content.push(first);
  let text = cell.text.slice(from, end);
  let done: Torn | null = null;
  let behind = 0;
  for (let i = at + 1, between = 0; i < rows.length && i - at <= MAX_LINES && between <= MAX_BETWEEN; i++) {
    const own = plainText(rows[i]);
    if (own === "" || LONE_NUMBER.test(own)) break;
    const part = rows[i]?.cells[0] as Cell;
    const goesOn =
      (own.length <= MAX_PART && mayGoOn(own, match)) || (LONE_JOINT.test(own) && !JOINED.test(text));
    const beside = !goesOn && between === 0 && (LABEL_WAITS.test(text) || capital);
    const to = beside && maybeBeside ? beforeContent(own, match, capital) : null;
    const behindOwn = maybeBeside ? behindContent : jointBehind;
    const start = beside && to === null && numbered && LABEL_WAITS.test(text) ? behindOwn(own, match) : null;
    if (!goesOn && to === null && start === null) {
      if (done && between > 0 && !LABEL_WAITS.test(text)) break;
      content.push(part);
      between++;
      continue;
    }
    const tail = start === null ? sliceCell(part, 0, to ?? part.text.length) : sliceCell(part, start);
    if (to !== null) content.push(sliceCell(part, to));
    if (start !== null) {
      content.push(sliceCell(part, 0, start));
      behind++;
    }
    label.push(tail);
    text = `${text} ${tail.text.trim()}`;
    between = start === null ? 0 : between;
    const whole = LABEL_WAITS.test(text) ? null : wholeLabel(text, match);
    if (whole?.complete && whole.matched > (done?.matched ?? match.matched))
      done = { label: [...label], content: [...content], rows: i - at + 1, matched: whole.matched };
  }
  // Where nothing stood beside, two lines are read as they stand.
  return done &&
    (done.content.length > 0 || done.label.length > 2) &&
    (behind === 0 || done.label.length > MIN_BEHIND)
    ? done
    : null;
};

export const plainRow = (row: Row, cell: Cell): Row => {
  const last = cell.pieces.at(-1);
  return rowOf({
    line: cell.pieces[0]?.line ?? row.line,
    lineTo: last?.line ?? row.lineTo,
    kind: "prose",
    table: row.table,
    cells: [cell],
    pieced: true,
  });
};

/** The label joined and its content behind it, line by line. */
const joinedAt = (rows: readonly Row[], at: number): Replaced | null => {
  const row = rows[at] as Row;
  const torn = row.kind === "prose" ? tornAt(rows, at) : null;
  if (!torn) return null;
  const { label, content } = torn;
  const parts = [joinCells(label, " "), ...content];
  return { rows: parts.map((cell) => plainRow(row, cell)), taken: torn.rows };
};

/** Rows with every such label joined and its content behind it. */
export const joinTornLabels = (rows: readonly Row[]): readonly Row[] => replaceRows(rows, joinedAt);
