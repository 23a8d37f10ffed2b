import type { ComponentKey } from "../components.ts";
import { contentEvidence } from "../evidence.ts";
import { type LabelMatch, matchLabels, mayBeLabel } from "../labels/match.ts";
import { dividerHalf, dividerHead, type Half, isNoise, isTableHead, MAX_DIVIDER_LETTERS } from "../marks.ts";
import { remembered } from "../memory.ts";
import type { Cell, Row } from "../rows/index.ts";
import { enumerator, fold, letterCount } from "../text.ts";
import { typicalOf } from "../typical.ts";
import { nestedRows } from "./nested.ts";

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
  /** The row has more letters than any title of a half. */
  long: boolean;
  number: RowNumber | null;
  candidates: readonly Candidate[];
  half: Half | null;
  tableHead: boolean;
  /** A row of a table inside a content. */
  nested: boolean;
  /** Blank or dropped lines between this row and the one before it. */
  gap: number;
  /** Cells with text, in order. */
  filled: readonly number[];
  /** What the content speaks for; looked up only for rows with a number of their own. */
  evidence: Partial<Record<ComponentKey, number>>;
  /** The component of which the row's content is the typical whole answer. */
  typical: ComponentKey | null;
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

/** No number of a row stands in a column of its own with more characters. */
const MAX_NUMBER_CELL = 40;

const numberOf = (row: Row, first: number): RowNumber | null => {
  if (first > 1) return null;
  const text = (row.cells[first] as Cell).text;
  const short = text.length < MAX_NUMBER_CELL;
  const own = row.kind === "table" && short ? ownNumber(text) : null;
  if (own !== null) return own > 0 ? { value: own, cell: first, own: true } : null;
  if (row.kind === "table" && !short && LETTER_NUMBER.test(text)) return lettered(text, first);
  const value = short ? ledNumber(text) : numberBefore(text);
  return value === null ? null : { value, cell: first, own: false };
};

/** Value of a number or letter that is the whole cell; 0 where it can be none of a row, null where something else stands. */
const ownNumber = remembered((text) => {
  const own = NESTED_NUMBER.exec(text) ?? OWN_NUMBER.exec(text);
  if (own) return Number(own[1]) <= MAX_ROW_NUMBER ? Number(own[1]) : 0;
  if (!LETTER_NUMBER.test(text)) return null;
  return lettered(text, 0)?.value ?? 0;
});

const lettered = (text: string, cell: number): RowNumber | null => {
  const letter = enumerator(text);
  return letter && letter.value <= MAX_ROW_NUMBER ? { value: letter.value, cell, own: true } : null;
};

/** Value of a number before other text. */
const numberBefore = (text: string): number | null => {
  const spaced = SPACED_NUMBER.exec(text);
  if (spaced) return Number(spaced[1]);
  const counted = COUNTED_COMPONENT.exec(text);
  if (counted) return Number(counted[1]) <= MAX_ROW_NUMBER ? Number(counted[1]) : null;
  const nested = NESTED_BEFORE.exec(text);
  if (nested) return Number(nested[1]) <= MAX_ROW_NUMBER ? Number(nested[1]) : null;
  const mark = enumerator(text);
  return mark?.kind === "digit" && mark.value >= 1 && mark.value <= MAX_ROW_NUMBER ? mark.value : null;
};

const ledNumber = remembered(numberBefore);

/** Cells in which a label may stand: the first three with text. */
const LABEL_CELLS = 3;
/** What may follow a label on a plain line: nothing, a remark in brackets, or the sign that parts it from its content. */
const AFTER_PROSE_LABEL = /^\s*(?:\([^)]{0,60}\))?\s*(?:$|[:：=]|[-–—]\s)/;
const LIST_DASH = /^\s*[-–—•]\s/;
const MARKS = /^[\s\-–•·*#>:_]+/;

/** Characters behind a label in which its letters are counted, and no more letters than these. */
const REST = 1000;
const MANY = 100;
const NONE: readonly Candidate[] = [];

/** The text goes on with another label. */
const isPiled = (rest: string): boolean => {
  if (rest.length < 5 || rest.length > 200) return false;
  const next = matchLabels(rest.replace(/^[^A-Za-z]+/, ""))[0];
  return next?.complete === true && next.similarity > 0.9;
};

/** A label's name in another language stands before it: "Requirements / Persyaratan". */
const FOREIGN_HEAD = /^[A-Z][A-Za-z ]{2,30}\s?\/\s{0,2}(?=[A-Z])/;
const MAX_FOREIGN = 60;

/** Characters of such a name; 0 where the text itself begins with a label. */
const foreignHead = (text: string): number => {
  const slash = text.indexOf("/");
  if (slash < 3) return 0;
  const length = FOREIGN_HEAD.exec(text)?.[0].length ?? 0;
  if (length === 0 || matchLabels(text).length > 0) return 0;
  const own = matchLabels(text.slice(length))[0];
  return own?.complete && own.similarity >= 0.95 ? length : 0;
};

/** A candidate of a text, in whatever cell that stands. */
type LabelInText = Omit<Candidate, "cell">;

const NO_LABEL: readonly LabelInText[] = [];

const labelsIn = (text: string): readonly LabelInText[] => {
  if (!mayBeLabel(text)) return NO_LABEL;
  let start = MARKS.exec(text)?.[0].length ?? 0;
  let numbered = false;
  // Twice, since a scan prints "1. 1. Persyaratan".
  for (let turn = 0; turn < 2; turn++) {
    const mark = enumerator(text.slice(start, start + 24));
    if (!mark) break;
    start += mark.length;
    numbered = true;
  }
  const counted = mayBeCounted(text, start) ? COUNTED_COMPONENT.exec(text.slice(start, start + 24)) : null;
  if (counted) {
    start += counted[0].length;
    numbered = true;
  }
  const spaced = numbered ? null : SPACED_NUMBER.exec(text);
  if (spaced) {
    start = spaced[0].length;
    numbered = true;
  }
  const titled = dividerHead(text.slice(start, start + 80));
  // "PENGELOLAAN PENGADUAN" begins as a title does, and is a label.
  if (titled > 0 && !matchLabels(text.slice(start, start + LABEL_REACH))[0]?.complete) start += titled;
  start += foreignHead(text.slice(start, start + MAX_FOREIGN));
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
      numbered,
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

const candidatesIn = (row: Row, cell: number): readonly Candidate[] => {
  const { text } = row.cells[cell] as Cell;
  const labels = text.length <= MAX_LABEL ? labelsOnce(text) : labelsIn(text);
  if (labels.length === 0) return NONE;
  const found: Candidate[] = [];
  for (const one of labels) {
    if (row.kind === "prose" && !(one.complete && standsAsLabel(text, one))) continue;
    // On a plain line such a word needs its number: without one it may head a list.
    if (row.kind === "prose" && one.alone && !one.numbered) continue;
    const { key, similarity, complete, end, matched, start, restLetters, piled, numbered, alone } = one;
    found.push({ key, similarity, complete, end, matched, cell, start, restLetters, piled, numbered, alone });
  }
  return found;
};

/** On a plain line a label stands alone or before its sign; a list's item may sound like one. */
const standsAsLabel = (text: string, { similarity, start, end }: LabelInText): boolean =>
  (similarity >= 0.9 || !LIST_DASH.test(text)) &&
  AFTER_PROSE_LABEL.test(text.slice(end, start + LABEL_REACH).replace(/[*_]+/g, ""));

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

/** A row's letters, counted within the characters that are looked at up to one more than a half's title may have. */
const isLong = (row: Row): boolean => {
  let length = 0;
  for (const { text } of row.cells) length += text.length;
  if (length <= MAX_DIVIDER_LETTERS) return false;
  let left = MAX_DIVIDER_LETTERS + 1;
  let looked = LOOKED_AT;
  for (const { text } of row.cells) {
    left -= letterCount(text, left, 0, looked);
    looked -= text.length + 1;
    if (left <= 0) return true;
    if (looked <= 0) break;
  }
  return false;
};

/** A row's features; what only few rows are asked for is worked out when asked, once. */
class RowFeatures implements Features {
  readonly row: Row;
  readonly number: RowNumber | null;
  candidates: readonly Candidate[];
  readonly gap: number;
  readonly filled: readonly number[];
  nested = false;
  readonly #titled: boolean;
  readonly #all: readonly RowFeatures[];
  readonly #at: number;
  #text: string | undefined;
  #long: boolean | undefined;
  #half: Half | null | undefined;
  #tableHead: boolean | undefined;
  #evidence: Features["evidence"] | undefined;
  #typical: ComponentKey | null | undefined;

  constructor(row: Row, gap: number, all: readonly RowFeatures[], at: number) {
    this.row = row;
    this.#all = all;
    this.#at = at;
    this.gap = gap;
    const filled: number[] = [];
    for (let at = 0; at < row.cells.length; at++) {
      const { text } = row.cells[at] as Cell;
      if (text !== "" && HAS_TEXT.test(text)) filled.push(at);
    }
    this.filled = filled;
    // The half's title may stand in a column of its own, left of numbers and labels.
    this.#titled = filled.length > 1 && filled[0] === 0 && dividerHalf((row.cells[0] as Cell).text) !== null;
    this.number = filled.length === 0 ? null : numberOf(row, filled[this.#titled ? 1 : 0] as number);
    this.candidates = this.#findCandidates();
  }

  #findCandidates(): readonly Candidate[] {
    const looked: number[] = [];
    for (const at of this.filled) {
      if (this.number?.own && this.number.cell === at) continue;
      if (at === 0 && this.#titled) continue;
      if (looked.length === LABEL_CELLS) break;
      if (!isNoise((this.row.cells[at] as Cell).text)) looked.push(at);
    }
    if (looked.length === 0) return NONE;
    // The last cell is content, unless it is the only one.
    const count = this.row.kind === "table" && looked.length > 1 ? looked.length - 1 : 1;
    if (count === 1) return candidatesIn(this.row, looked[0] as number);
    return looked.slice(0, count).flatMap((at) => candidatesIn(this.row, at));
  }

  /** The row's label was found with the help of the row below. */
  open(candidate: Candidate): void {
    this.candidates = [candidate, ...this.candidates.filter((one) => one.key !== candidate.key)];
  }

  /** The row belongs to a table inside a content: what looks like a label there is none. */
  close(): void {
    this.candidates = NONE;
    this.nested = true;
  }

  get #lastCell(): string {
    const last = this.filled.at(-1);
    return last === undefined || this.row.separator ? "" : (this.row.cells[last] as Cell).text;
  }

  get text(): string {
    this.#text ??= rowText(this.row);
    return this.#text;
  }

  get long(): boolean {
    this.#long ??= isLong(this.row);
    return this.#long;
  }

  get half(): Half | null {
    if (this.#half === undefined) {
      const labelled = this.candidates.some((one) => one.complete && one.restLetters === 0);
      this.#half = this.row.separator || labelled || this.long ? null : dividerHalf(this.text);
    }
    return this.#half;
  }

  get tableHead(): boolean {
    this.#tableHead ??= isTableHead(this.row);
    return this.#tableHead;
  }

  get evidence(): Features["evidence"] {
    this.#evidence ??= contentEvidence(this.#lastCell);
    return this.#evidence;
  }

  get typical(): ComponentKey | null {
    if (this.#typical === undefined) this.#typical = this.#isTimeOfStep() ? null : this.#ownTypical;
    return this.#typical;
  }

  get #ownTypical(): ComponentKey | null {
    return this.row.kind === "prose" ? null : typicalOf(this.#lastCell);
  }

  get #isBareTime(): boolean {
    return this.candidates.length === 0 && this.number === null && this.#ownTypical === "jangka_waktu";
  }

  /** One time after the other without a label: the steps of a procedure, of which each tells its own. */
  #isTimeOfStep(): boolean {
    if (!this.#isBareTime) return false;
    const near = this.#all.slice(Math.max(0, this.#at - STEP_ROWS), this.#at + STEP_ROWS + 1);
    return near.some((other) => other !== this && other.#isBareTime);
  }
}

const HAS_TEXT = /\S/;

/** A step of a procedure is printed on so many rows at most. */
const STEP_ROWS = 7;

/** Features of every row, in one pass. */
export const featuresOf = (rows: readonly Row[]): Features[] => {
  const all: RowFeatures[] = [];
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] as Row;
    const previous = rows[index - 1];
    // Nothing stands above the first row: it is set apart.
    all.push(new RowFeatures(row, previous ? row.line - previous.lineTo - 1 : 1, all, index));
  }
  for (let at = 1; at < all.length; at++) withoutTitle(all[at - 1] as RowFeatures, all[at] as RowFeatures);
  for (let at = 0; at + 1 < all.length; at++) joinWrapped(all[at] as RowFeatures, all[at + 1] as RowFeatures);
  for (const at of nestedRows(all)) (all[at] as RowFeatures).close();
  return all;
};

/** A regulation's title that goes on with the words of a label: "… tentang" above "Pengelolaan Pengaduan Pelayanan". */
const withoutTitle = (above: RowFeatures, features: RowFeatures): void => {
  if (features.candidates.length === 0 || features.number !== null || features.gap > 0) return;
  if (features.row.kind !== "prose" || above.row.kind !== "prose") return;
  if (/\btentang\s*$/i.test(above.row.cells[0]?.text ?? "")) features.candidates = NONE;
};

/** What may stand behind the first part of a label, and behind the second where a third follows. */
const JOINS = /^[\s,/]*(?:dan|atau|serta|&)?[\s,/]*$/i;
const ENDS_LABEL = /^[\s,/]*(?:[a-z]{1,8},?)?[\s,/]*(?:dan|atau|serta|&)?[\s,/]*$/i;
/** The first part of a label that the next line ends has no more characters. */
const MAX_WRAPPED = 48;

/** The label is complete, and no word at its end waits for another. */
const isWhole = ({ row, candidates }: RowFeatures, text: string): boolean =>
  candidates.some((one) => one.complete) && !(row.kind === "prose" && WAITS.test(text));
const WAITS = /(?:\b(?:dan|atau|serta)|[,/&])\s*$/i;

/** A label whose end stands on the next row: its first part opens the component like a whole one. */
const joinWrapped = (features: RowFeatures, below: RowFeatures): void => {
  const { row, filled, number } = features;
  const at = number?.own ? filled[1] : filled[0];
  const text = at === undefined || row.separator ? "" : (row.cells[at]?.text ?? "");
  if (text === "" || text.length > MAX_WRAPPED || isWhole(features, text)) return;
  if (row.kind !== below.row.kind || below.gap > 0 || below.number !== null || !mayBeLabel(text)) return;
  const end = below.row.cells[row.kind === "prose" ? 0 : (at as number)]?.text ?? "";
  // The last cell of a table's row is content.
  if (end === "" || end.length > MAX_WRAPPED || (row.kind === "table" && at === filled.at(-1) && at !== 0))
    return;
  const start = (MARKS.exec(text)?.[0].length ?? 0) + (enumerator(text.replace(MARKS, ""))?.length ?? 0);
  const own = text.slice(start).trimEnd();
  const first = matchLabels(own)[0];
  if (!first || first.similarity < 0.95) return;
  if (!(first.complete ? ENDS_LABEL : JOINS).test(own.slice(first.end))) return;
  // On a plain line a whole label may go on; in a table's cell it opens its row by itself.
  if (first.complete && row.kind !== "prose") return;
  const joined = `${own} ${end.trim()}`;
  const whole = matchLabels(joined)[0];
  if (!whole?.complete || whole.key !== first.key || whole.similarity < 0.95) return;
  if (whole.matched <= first.matched || !ENDS_LABEL.test(joined.slice(whole.end))) return;
  below.candidates = below.candidates.filter((one) => one.key !== first.key);
  features.open({
    key: first.key,
    similarity: first.similarity,
    complete: true,
    end: start + own.length,
    matched: whole.matched,
    cell: at as number,
    start,
    restLetters: 0,
    piled: false,
    numbered: number !== null,
    alone: whole.alone,
  });
};
