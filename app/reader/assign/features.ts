import type { ComponentKey } from "../components.ts";
import { contentEvidence } from "../evidence.ts";
import { type LabelMatch, matchLabels } from "../lexicon.ts";
import { dividerHalf, dividerHead, type Half, isNoise, isTableHead } from "../marks.ts";
import type { Row } from "../rows/index.ts";
import { enumerator, fold, letterCount } from "../text.ts";
import { typicalOf } from "../typical.ts";

/** A label that may open a row: where it stands and how sure it is. */
export interface Candidate extends LabelMatch {
  cell: number;
  /** Characters of the cell's text: the label runs from `start` to `end` (excluded). */
  start: number;
  /** Letters of the same cell behind the label. */
  restLetters: number;
  /** Another label stands right behind it: labels of several rows in one cell. */
  piled: boolean;
  /** The cell holds a list mark before the label. */
  numbered: boolean;
}

export interface RowNumber {
  value: number;
  cell: number;
  /** Alone in its cell (a number column); false where label or text follows in the same cell. */
  own: boolean;
}

/** What a row shows by itself, before anything is decided about it. */
export interface Features {
  row: Row;
  /** Text of the cells, folded; its beginning where it is long (nothing beyond is asked of a row as a whole). */
  text: string;
  number: RowNumber | null;
  candidates: readonly Candidate[];
  half: Half | null;
  tableHead: boolean;
  /** Blank or dropped lines between this row and the one before it. */
  gap: number;
  /** Cells with text, in order. */
  filled: readonly number[];
  /** What the content speaks for; looked up only for rows with a number of their own. */
  evidence: Partial<Record<ComponentKey, number>>;
  /** The component of which the row's content is the typical whole answer. */
  typical: ComponentKey | null;
}

const OWN_NUMBER = /^\s*[([]?(\d{1,2})\s*[.,):]?(?:\s*\d{1,2}\s*[.)])*(?:\s*[.)]?\s*[A-Za-z,|'’]{0,2})\s*$/;
const MAX_ROW_NUMBER = 20;
/** A number set off by blanks instead of a dot, as in columns made of spaces. */
const SPACED_NUMBER = /^\s*(1?\d|20)\s{2,}(?=[A-Za-z])/;

const numberOf = (row: Row): RowNumber | null => {
  const first = row.cells.findIndex((cell) => cell.text.trim() !== "");
  if (first < 0 || first > 1) return null;
  const text = (row.cells[first] as { text: string }).text;
  const own = OWN_NUMBER.exec(text);
  if (own && row.kind === "table") {
    const value = Number(own[1]);
    return value >= 1 && value <= MAX_ROW_NUMBER ? { value, cell: first, own: true } : null;
  }
  const spaced = SPACED_NUMBER.exec(text);
  if (spaced) return { value: Number(spaced[1]), cell: first, own: false };
  const mark = enumerator(text);
  if (!mark || mark.kind !== "digit" || mark.value < 1 || mark.value > MAX_ROW_NUMBER) return null;
  return { value: mark.value, cell: first, own: false };
};

/** Cells in which a label may stand: the first three with text. */
const LABEL_CELLS = 3;
/** What may follow a label on a plain line: nothing, a remark in brackets, or the sign that parts it from its content. */
const AFTER_PROSE_LABEL = /^\s*(?:\([^)]{0,60}\))?\s*(?:$|[:：=]|[-–—]\s)/;
const MARKS = /^[\s\-–•·*#>:_]+/;

/** No more letters than these are counted behind a label. */
const MANY = 1000;
const NONE: Candidate[] = [];

/** The text goes on with another label. */
const isPiled = (rest: string): boolean => {
  if (rest.length < 5 || rest.length > 200) return false;
  const next = matchLabels(rest.replace(/^[^A-Za-z]+/, ""))[0];
  return next?.complete === true && next.similarity > 0.9;
};

const candidatesIn = (row: Row, cellIndex: number): Candidate[] => {
  const text = (row.cells[cellIndex] as { text: string }).text;
  let start = MARKS.exec(text)?.[0].length ?? 0;
  let numbered = false;
  // Twice, since a scan prints "1. 1. Persyaratan".
  for (let turn = 0; turn < 2; turn++) {
    const mark = enumerator(text.slice(start, start + 24));
    if (!mark) break;
    start += mark.length;
    numbered = true;
  }
  const spaced = numbered ? null : SPACED_NUMBER.exec(text);
  if (spaced) {
    start = spaced[0].length;
    numbered = true;
  }
  start += dividerHead(text.slice(start, start + 80));
  const rest = text.slice(start, start + 400);
  const matches = matchLabels(rest);
  if (matches.length === 0) return NONE;
  return matches
    .filter(
      (match) =>
        row.kind === "table" ||
        (match.complete && AFTER_PROSE_LABEL.test(rest.slice(match.end).replace(/[*_]+/g, ""))),
    )
    .map((match) => ({
      ...match,
      cell: cellIndex,
      start,
      end: start + match.end,
      restLetters: letterCount(text.slice(start + match.end, start + match.end + MANY)),
      piled: match.complete && isPiled(text.slice(start + match.end)),
      numbered,
    }));
};

/** No heading, divider or catchword is longer. */
const LOOKED_AT = 600;

const rowText = (row: Row): string => {
  let text = "";
  for (const cell of row.cells) {
    if (cell.text === "") continue;
    text += text === "" ? cell.text : ` ${cell.text}`;
    if (text.length > LOOKED_AT) return fold(text.slice(0, LOOKED_AT + 100));
  }
  return fold(text);
};

/** Features of every row, in one pass. */
export const featuresOf = (rows: readonly Row[]): Features[] =>
  rows.map((row, index) => {
    const filled = row.cells.flatMap((cell, at) => (cell.text.trim() !== "" ? [at] : []));
    const text = rowText(row);
    const number = numberOf(row);
    const looked = filled
      .filter(
        (at) => !(number?.own && number.cell === at) && !isNoise((row.cells[at] as { text: string }).text),
      )
      .slice(0, LABEL_CELLS);
    const candidates = looked
      .slice(0, row.kind === "table" ? (looked.length > 1 ? looked.length - 1 : 1) : 1)
      .flatMap((at) => candidatesIn(row, at));
    const previous = rows[index - 1];
    const last = filled.at(-1);
    return {
      row,
      text,
      number,
      candidates,
      half:
        row.separator || candidates.some((candidate) => candidate.complete && candidate.restLetters === 0)
          ? null
          : dividerHalf(text),
      tableHead: isTableHead(row),
      gap: previous ? row.line - previous.lineTo - 1 : 0,
      filled,
      evidence:
        number?.own !== true || row.separator || last === undefined
          ? {}
          : contentEvidence((row.cells[last] as { text: string }).text),
      typical:
        row.separator || last === undefined || row.kind === "prose"
          ? null
          : typicalOf((row.cells[last] as { text: string }).text),
    };
  });
