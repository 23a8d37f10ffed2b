import type { ComponentKey } from "../components.ts";
import { contentEvidence } from "../evidence.ts";
import { matchLabels, mayBeLabel } from "../labels/match.ts";
import { LABEL_WAITS } from "../labels/tails.ts";
import { dividerHalf, type Half, isNoise, isTableHead, MAX_DIVIDER_LETTERS } from "../marks.ts";
import type { Cell, Row } from "../rows/index.ts";
import { enumerator, fold, hasLetters, isBlankText, letterCount } from "../text.ts";
import { typicalOf } from "../typical.ts";
import { bareTimes } from "./bare-times.ts";
import { nestedRows } from "./nested.ts";
import { type Candidate, candidatesIn, isSure, NONE } from "./row-labels.ts";
import { MARKS, numberOf, type RowNumber } from "./row-number.ts";

export type { Candidate } from "./row-labels.ts";

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

/** The label beyond doubt that stands on a row. */
export const sureLabel = ({ candidates }: Pick<Features, "candidates">): Candidate | undefined =>
  candidates.find(isSure);

/** Cells in which a label may stand: the first three with text. */
const LABEL_CELLS = 3;
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

const together = (some: readonly Candidate[], more: readonly Candidate[]): readonly Candidate[] =>
  some.length === 0 ? more : more.length === 0 ? some : [...some, ...more];

/** Rows are filled in few ways: each way in which these first columns may be is one list, that all such rows share. */
const SHARED_COLUMNS = 8;
const FILLED: readonly (readonly number[])[] = Array.from({ length: 1 << SHARED_COLUMNS }, (_, columns) =>
  Array.from({ length: SHARED_COLUMNS }, (_, at) => at).filter((at) => columns & (1 << at)),
);

const filledOf = ({ cells }: Row): readonly number[] => {
  let columns = 0;
  for (let at = 0; at < cells.length; at++) {
    if (isBlankText((cells[at] as Cell).text)) continue;
    if (at >= SHARED_COLUMNS)
      return [...cells.keys()].filter((one) => !isBlankText((cells[one] as Cell).text));
    columns |= 1 << at;
  }
  return FILLED[columns] as readonly number[];
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
    const filled = filledOf(row);
    this.filled = filled;
    // The half's title may stand in a column of its own, left of numbers and labels.
    this.#titled = filled.length > 1 && filled[0] === 0 && dividerHalf((row.cells[0] as Cell).text) !== null;
    this.number = filled.length === 0 ? null : numberOf(row, filled[this.#titled ? 1 : 0] as number);
    this.candidates = this.#findCandidates();
  }

  #findCandidates(): readonly Candidate[] {
    let found = NONE;
    let before = -1;
    let looked = 0;
    for (const at of this.filled) {
      if ((this.number?.own && this.number.cell === at) || (at === 0 && this.#titled)) continue;
      if (isNoise((this.row.cells[at] as Cell).text)) continue;
      // The last cell of a table's row is content, unless it is the only one.
      if (looked > 0) found = together(found, candidatesIn(this.row, before));
      before = at;
      looked++;
      if (this.row.kind !== "table" || looked === LABEL_CELLS) break;
    }
    return looked === 1 ? candidatesIn(this.row, before) : found;
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
  for (let at = 1; at < all.length; at++) withoutRest(all[at - 1] as RowFeatures, all[at] as RowFeatures);
  for (let at = 0; at + 1 < all.length; at++)
    joinWrapped(all[at] as RowFeatures, all[at + 1] as RowFeatures, all[at + 2]);
  for (const [at, label] of bareTimes(all)) (all[at] as RowFeatures).open(label);
  for (const at of nestedRows(all)) (all[at] as RowFeatures).close();
  return all;
};

/** A colon or a number makes a label of any words. */
const MARKED = /[:：]/;
/** A line that ends so goes on below: with a small letter, or behind a word that waits for another with any. */
const GOES_ON_BELOW = /[\p{L},]\s*$/u;
const HANGS = /\b(?:dan|atau|serta|dengan|oleh|pada|untuk|dalam|yang|tentang)\s*$/i;
const TITLE_HANGS = /\btentang\s*$/i;

/**
 * A plain line that goes on with the one above, whatever it begins with: a regulation's title ("… tentang" above
 * "Pengelolaan Pengaduan Pelayanan"), a sentence ("Petugas memeriksa" above "kelengkapan berkas").
 */
const withoutRest = (above: RowFeatures, features: RowFeatures): void => {
  if (features.candidates.length === 0 || features.number !== null || features.gap > 0) return;
  if (features.row.kind !== "prose" || above.row.kind !== "prose") return;
  const begun = above.row.cells[0]?.text ?? "";
  const text = features.row.cells[0]?.text ?? "";
  const isRest =
    above.candidates.length === 0 &&
    hasLetters(begun, 1) &&
    (HANGS.test(begun) || (/^\s*[a-z]/.test(text) && GOES_ON_BELOW.test(begun))) &&
    !MARKED.test(text) &&
    enumerator(text.trim()) === null;
  if (isRest || TITLE_HANGS.test(begun)) features.candidates = NONE;
};

/** What may stand behind the first part of a label, and behind the second where a third follows. */
const JOINS = /^[\s,/.]*(?:dan|atau|serta|&)?[\s,/]*$/i;
const ENDS_LABEL = /^[\s,/]*(?:[a-z]{1,8},?)?[\s,/]*(?:dan|atau|serta|&)?[\s,/]*$/i;
/** The first part of a label that the next line ends has no more characters. */
const MAX_WRAPPED = 48;

/** The label is complete, and no word at its end waits for another. */
const isWhole = ({ row, candidates }: RowFeatures, text: string): boolean =>
  candidates.some((one) => one.complete) && !(row.kind === "prose" && LABEL_WAITS.test(text));

/** A blank line parts the two; where one stands between any two lines it says nothing. */
const isApart = (features: RowFeatures, below: RowFeatures, after: RowFeatures | undefined): boolean =>
  below.gap > 0 && !(below.row.kind === "prose" && features.gap > 0 && (after?.gap ?? 1) > 0);

/** A label whose end stands on the next row: its first part opens the component like a whole one. */
const joinWrapped = (features: RowFeatures, below: RowFeatures, after: RowFeatures | undefined): void => {
  const { row, filled, number } = features;
  const at = number?.own ? filled[1] : filled[0];
  const text = at === undefined || row.separator ? "" : (row.cells[at]?.text ?? "");
  if (text === "" || text.length > MAX_WRAPPED || isWhole(features, text)) return;
  if (
    row.kind !== below.row.kind ||
    isApart(features, below, after) ||
    below.number !== null ||
    !mayBeLabel(text)
  )
    return;
  const end = below.row.cells[row.kind === "prose" ? 0 : (at as number)]?.text ?? "";
  // The last cell of a table's row is content.
  if (end === "" || end.length > MAX_WRAPPED || (row.kind === "table" && at === filled.at(-1) && at !== 0))
    return;
  const start = (MARKS.exec(text)?.[0].length ?? 0) + (enumerator(text.replace(MARKS, ""))?.length ?? 0);
  const own = text.slice(start).trimEnd();
  const begun = matchLabels(own);
  if (begun.length === 0) return;
  const joined = `${own} ${end.trim()}`;
  const whole = matchLabels(joined)[0];
  if (!whole?.complete || whole.similarity < 0.95) return;
  // "Jaminan" may begin two labels: the end tells which. In a table the next row may bear a label of its own.
  const likely = row.kind === "prose" ? begun : begun.slice(0, 1);
  const first = likely.find(({ key, similarity }) => key === whole.key && similarity >= 0.95);
  if (!first || whole.matched <= first.matched || !ENDS_LABEL.test(joined.slice(whole.end))) return;
  if (!(first.complete ? ENDS_LABEL : JOINS).test(own.slice(first.end))) return;
  // On a plain line a whole label may go on; in a table's cell it opens its row by itself.
  if (first.complete && row.kind !== "prose") return;
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
