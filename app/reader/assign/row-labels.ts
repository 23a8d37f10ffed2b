import { type LabelMatch, matchLabels, mayBeLabel } from "../labels/match.ts";
import { dividerHead } from "../marks.ts";
import { remembered } from "../memory.ts";
import type { Cell, Row } from "../rows/index.ts";
import { letterCount } from "../text.ts";
import { behindNumber } from "./row-number.ts";

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

/** A label beyond doubt. */
export const isSure = (one: Pick<Candidate, "complete" | "similarity">): boolean =>
  one.complete && one.similarity > 0.85;

/** What may follow a label on a plain line: nothing, a remark in brackets, or the sign that parts it from its content. */
const AFTER_PROSE_LABEL = /^\s*(?:\([^)]{0,60}\))?\s*(?:$|[:：=]|[-–—]\s)/;
const LIST_DASH = /^\s*[-–—•]\s/;

/** Characters behind a label in which its letters are counted, and no more letters than these. */
const REST = 1000;
const MANY = 100;
export const NONE: readonly Candidate[] = [];

/** The text goes on with another label. */
const isPiled = (rest: string): boolean => {
  if (rest.length < 5 || rest.length > 200) return false;
  const next = matchLabels(rest.replace(/^[^A-Za-z]+/, ""))[0];
  return next?.complete === true && next.similarity > 0.9;
};

/** A candidate of a text, in whatever cell that stands. */
type LabelInText = Omit<Candidate, "cell">;

const NO_LABEL: readonly LabelInText[] = [];

const labelsIn = (text: string): readonly LabelInText[] => {
  if (!mayBeLabel(text)) return NO_LABEL;
  const lead = behindNumber(text);
  let { start } = lead;
  const titled = dividerHead(text.slice(start, start + 80));
  // "PENGELOLAAN PENGADUAN" begins as a title does, and is a label.
  if (titled > 0 && !matchLabels(text.slice(start, start + LABEL_REACH))[0]?.complete) start += titled;
  return matchLabels(text.slice(start, start + LABEL_REACH)).map((match) => {
    const end = start + match.end;
    return {
      key: match.key,
      similarity: match.similarity,
      complete: match.complete,
      end,
      matched: match.matched,
      start,
      restLetters: letterCount(text, MANY, end, end + REST),
      piled: match.complete && isPiled(text.slice(end)),
      numbered: lead.numbered,
      alone: match.alone,
    };
  });
};

/** Labels are printed service after service in the same words. */
const labelsOnce = remembered(labelsIn);
/** No text that holds nothing but a label and its mark is longer. */
const MAX_LABEL = 80;

/** A label and what shows that it is one stand in so many characters. */
const LABEL_REACH = 400;

export const candidatesIn = (row: Row, cell: number): readonly Candidate[] => {
  const { text } = row.cells[cell] as Cell;
  const labels = text.length <= MAX_LABEL ? labelsOnce(text) : labelsIn(text);
  if (labels.length === 0) return NONE;
  const own = row.kind === "prose" ? labels.filter((one) => opensLine(row, text, one)) : labels;
  return own.map((one) => {
    const { key, similarity, complete, end, matched, start, restLetters, piled, numbered, alone } = one;
    return { key, similarity, complete, end, matched, cell, start, restLetters, piled, numbered, alone };
  });
};

/** A word that is a label by itself, which a plain line of so many characters at most holds and nothing else. */
export const bareLabel = (row: Row, cell: number, most: number): Candidate | null => {
  const { text } = row.cells[cell] as Cell;
  if (text.length > most) return null;
  const label = labelsOnce(text).find((one) => one.alone && one.restLetters === 0);
  return label ? { ...label, cell } : null;
};

/** Is this the label of a plain line, and no words of a sentence or a list? */
const opensLine = (row: Row, text: string, one: LabelInText): boolean =>
  one.complete && standsAsLabel(text, one) && (!one.alone || one.numbered || isHeaded(row, one));

/**
 * On a plain line a word that is a label by itself needs its number, or the type of a heading: without these it may head a
 * list. A word for those who act ("Petugas") heads their steps in such type too.
 */
const isHeaded = (row: Row, { key }: LabelInText): boolean => row.emphasis && key !== "jumlah_pelaksana";

/** On a plain line a label stands alone or before its sign; a list's item may sound like one. */
const standsAsLabel = (text: string, { similarity, start, end }: LabelInText): boolean =>
  (similarity >= 0.9 || !LIST_DASH.test(text)) &&
  AFTER_PROSE_LABEL.test(text.slice(end, start + LABEL_REACH).replace(/[*_]+/g, ""));
