import { remembered } from "../memory.ts";
import type { Cell, Row } from "../rows/index.ts";
import { enumerator } from "../text.ts";

/** The number of a row: in a column of its own, or before its label. */
export interface RowNumber {
  value: number;
  cell: number;
  /** Alone in its cell (a number column); false where label or text follows in the same cell. */
  own: boolean;
  /** It stands before a few words, and a content beside them: "3. Jumgka Wuktu | 2 hari". */
  led: boolean;
}

const OWN_NUMBER =
  /^\s*[([]?(\d{1,2})\s*\\?[.,):]?(?:\s*\d{1,2}\s*[.)])*(?:\s*[.)]?\s*[A-Za-z,|'’]{0,2})\s*$/;
/** A service's number and its component's: "3.12". */
const NESTED_NUMBER = /^\s*\d{1,2}\.(?:\d{1,2}\.)?(\d{1,2})\.?\s*$/;
/** The same before a label in its cell or on its line. */
const NESTED_BEFORE = /^[\s#*>]*\d{1,2}\.(?:\d{1,2}\.)?(\d{1,2})\.?\s+(?=[*_]*[A-Za-z])/;
/** A component counted by a word: "Komponen 3: …". */
const COUNTED_COMPONENT = /^[\s#*]*(?:komponen|unsur)\s+(?:ke-?\s?)?(\d{1,2})\s*[:.)–-]\s*\**/i;
/** The first letter of "komponen" and "unsur", or a mark before it. */
const mayBeCounted = (text: string, at: number): boolean => {
  const lead = text.charCodeAt(at);
  return (lead | 32) === 107 || (lead | 32) === 117 || lead === 35 || lead === 42 || lead <= 32;
};
/** Rows may be lettered, or numbered in Roman. */
const LETTER_NUMBER = /^\s*(?:[a-o]|[A-O]|[IVX]{1,4})\s?[.)]\s*$/;
const MAX_ROW_NUMBER = 20;
/** A number set off by blanks instead of a dot, as in columns made of spaces. */
const SPACED_NUMBER = /^\s*(1?\d|20)\s{2,}(?=[A-Za-z])/;

/** A number in square brackets: "[3] Waktu". */
const BRACKETED_NUMBER = /^[\s#*]{0,12}\[(1?\d|20)\][\s*_]{1,6}(?=[A-Za-z])/;

/** No number of a row stands in a column of its own with more characters. */
const MAX_NUMBER_CELL = 40;

export const numberOf = (row: Row, first: number): RowNumber | null => {
  if (first > 1) return null;
  const text = (row.cells[first] as Cell).text;
  const short = text.length < MAX_NUMBER_CELL;
  const own = row.kind === "table" && short ? ownNumber(text) : null;
  if (own !== null) return own > 0 ? { value: own, cell: first, own: true, led: false } : null;
  if (row.kind === "table" && !short && LETTER_NUMBER.test(text)) return lettered(text, first);
  const value = short ? ledNumber(text) : numberBefore(text);
  if (value === null) return null;
  return { value, cell: first, own: false, led: leadsLostLabel(row, first, text) };
};

/** A label that nobody reads any more is no longer than this, its number included. */
const MAX_LOST_LABEL = 60;
const LOST_LABEL = /^\s*\d{1,2}\s?[.)]\s*[A-Z][^;:]*[^.;:\s]\s*$/;

const leadsLostLabel = ({ kind, cells }: Row, at: number, text: string): boolean =>
  kind === "table" &&
  text.length <= MAX_LOST_LABEL &&
  cells.some((cell, other) => other > at && cell.text !== "") &&
  LOST_LABEL.test(text);

/** Value of a number or letter that is the whole cell; 0 where it can be none of a row, null where something else stands. */
const ownNumber = remembered((text) => {
  const own = NESTED_NUMBER.exec(text) ?? OWN_NUMBER.exec(text);
  if (own) return Number(own[1]) <= MAX_ROW_NUMBER ? Number(own[1]) : 0;
  if (!LETTER_NUMBER.test(text)) return null;
  return lettered(text, 0)?.value ?? 0;
});

const lettered = (text: string, cell: number): RowNumber | null => {
  const letter = enumerator(text);
  return letter && letter.value <= MAX_ROW_NUMBER
    ? { value: letter.value, cell, own: true, led: false }
    : null;
};

/** Value of a number before other text. */
const numberBefore = (text: string): number | null => {
  const set = SPACED_NUMBER.exec(text) ?? BRACKETED_NUMBER.exec(text);
  if (set) return Number(set[1]);
  const counted = COUNTED_COMPONENT.exec(text);
  if (counted) return Number(counted[1]) <= MAX_ROW_NUMBER ? Number(counted[1]) : null;
  const nested = NESTED_BEFORE.exec(text);
  if (nested) return Number(nested[1]) <= MAX_ROW_NUMBER ? Number(nested[1]) : null;
  const mark = enumerator(text);
  return mark?.kind === "digit" && mark.value >= 1 && mark.value <= MAX_ROW_NUMBER ? mark.value : null;
};

const ledNumber = remembered(numberBefore);

/** Signs before a number or a label; "o" is the hollow bullet of word processors, "q" and "v" are their box and their tick. */
export const MARKS = /^(?:[\s\-–•·*#>:_]|[oqv]\s{1,3}(?=[A-Z]|\d{1,2}[.)]))+/;

/** A number before a label stands in so many characters. */
const MAX_MARK = 24;

/** Where a label begins behind a row's signs and number; `numbered` where a number stands there. */
export const behindNumber = (text: string): { start: number; numbered: boolean } => {
  const nested = NESTED_BEFORE.exec(text);
  if (nested) return { start: nested[0].length, numbered: true };
  let start = MARKS.exec(text)?.[0].length ?? 0;
  let numbered = false;
  // Twice, since a scan prints "1. 1. Persyaratan".
  for (let turn = 0; turn < 2; turn++) {
    const mark = enumerator(text.slice(start, start + MAX_MARK));
    if (!mark) break;
    start += mark.length;
    numbered = true;
  }
  const counted = mayBeCounted(text, start)
    ? COUNTED_COMPONENT.exec(text.slice(start, start + MAX_MARK))
    : null;
  if (counted) return { start: start + counted[0].length, numbered: true };
  const set = numbered ? null : (SPACED_NUMBER.exec(text) ?? BRACKETED_NUMBER.exec(text));
  return set ? { start: set[0].length, numbered: true } : { start, numbered };
};
