import { distance } from "fastest-levenshtein";
import type { Row } from "../rows/index.ts";
import { fold, isBlankText, stripMarkdown } from "../text.ts";

/** A landmark stands at the head of its line; the rest of a long line is content. */
const HEAD_CHARACTERS = 320;

/** "M E M U T U S K A N" as one word; two spaces end a word. */
const closeLetterSpacing = (text: string): string =>
  /[A-Z] [A-Z] [A-Z] [A-Z]/.test(text)
    ? text.replace(/(?<![A-Za-z])(?:[A-Z] ){3,}[A-Z](?![A-Za-z])/g, (run) => run.replaceAll(" ", ""))
    : text;

/** Emphasis, superscript braces of converters and list bullets are layout, not text. */
export const plain = (text: string): string => {
  let bare = closeLetterSpacing(text);
  if (/[*_`#]/.test(bare)) bare = stripMarkdown(bare);
  if (bare.includes("{")) bare = bare.replace(/[\^_]\{[^{}]{0,8}\}/g, " ");
  return fold(bare);
};

const isSmall = (code: number): boolean => code >= 97 && code <= 122;
const isCapital = (code: number): boolean => code >= 65 && code <= 90;
const isFigure = (code: number): boolean => code >= 48 && code <= 57;

/** The key at hand, one byte a sign. */
let key = Buffer.alloc(1024);

/** ASCII upper-case words of a text, one blank between; letters with marks count as those without. */
export const keyOf = (text: string): string => {
  // A blank before every word: at most one sign more than the text has.
  if (key.length <= text.length) key = Buffer.alloc(2 * text.length);
  let length = 0;
  let parted = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 127) return keyOf(inAscii(text));
    if (!isSmall(code) && !isCapital(code) && !isFigure(code)) {
      parted = length > 0;
      continue;
    }
    if (parted) key[length++] = 32;
    parted = false;
    key[length++] = isSmall(code) ? code - 32 : code;
  }
  return key.toString("latin1", 0, length);
};

/** Letters without their marks, in capitals; what then is no sign of ASCII is a blank. */
const inAscii = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toUpperCase()
    .replace(/[\u0080-\uffff]+/g, " ");

const LEADING_MARKS = /^[\s\-–—•·*>:"“”'|#.,;]+/;

/** A row of the file as one line of running text, which is all that the head of a decree needs. Texts are made when asked for. */
export class Seg {
  readonly row: Row;
  /** Cells with text. */
  readonly filled: number;
  /** The first of them, as it stands. */
  readonly raw: string;
  #text: string | null = null;
  #bare: string | null = null;
  #key: string | null = null;

  constructor(row: Row) {
    this.row = row;
    let filled = 0;
    let raw = "";
    for (const { text } of row.cells) {
      if (isBlankText(text)) continue;
      if (filled === 0) raw = text;
      filled++;
    }
    this.filled = filled;
    this.raw = raw;
  }

  /** First and last source line, 1-based. */
  get line(): number {
    return this.row.line;
  }

  get lineTo(): number {
    return this.row.lineTo;
  }

  /** Beginnings of the row's cells joined, tags and emphasis gone, at most `HEAD_CHARACTERS` long. */
  get text(): string {
    if (this.#text === null) {
      let text = "";
      for (const cell of this.row.cells) {
        if (text.length >= HEAD_CHARACTERS) break;
        if (!isBlankText(cell.text)) text += `${text ? "  " : ""}${cell.text.slice(0, HEAD_CHARACTERS)}`;
      }
      this.#text = plain(text.slice(0, HEAD_CHARACTERS));
    }
    return this.#text;
  }

  /** `text` without list marks, colons and quotes at its head. */
  get bare(): string {
    this.#bare ??= this.text.replace(LEADING_MARKS, "");
    return this.#bare;
  }

  /** Words of `bare` in ASCII upper case, one space between. */
  get key(): string {
    this.#key ??= keyOf(this.bare);
    return this.#key;
  }
}

/**
 * Rows as segments, in the order of their lines (stray text in an HTML table comes before the table's rows). Heads and feet
 * that pages print anew are left out.
 */
export const segsOf = (rows: readonly Row[]): Seg[] => {
  const ordered = rows.every((row, at) => at === 0 || (rows[at - 1] as Row).line <= row.line);
  return (ordered ? rows : [...rows].sort((a, b) => a.line - b.line))
    .filter((row) => !row.foot)
    .map((row) => new Seg(row));
};

/** Is the printed word this word, give or take what a scan does to it? `slack` is the number of wrong letters allowed. */
export const near = (printed: string | undefined, word: string, slack = 1): boolean => {
  if (printed === undefined) return false;
  if (printed === word) return true;
  if (Math.abs(printed.length - word.length) > slack || word.length < 4) return false;
  return distance(printed, word) <= slack;
};

const CASE_CHARACTERS = 120;

/** Printed in capitals: at least four of five letters of its beginning are. */
export const isUpper = (text: string): boolean => {
  const end = Math.min(text.length, CASE_CHARACTERS);
  let capitals = 0;
  let small = 0;
  for (let at = 0; at < end; at++) {
    const code = text.charCodeAt(at);
    if (isSmall(code)) small++;
    else if (isCapital(code)) capitals++;
    else if (code > 127) {
      const letter = text.charAt(at);
      const lower = letter.toLowerCase();
      if (lower === letter.toUpperCase()) continue;
      if (letter === lower) small++;
      else capitals++;
    }
  }
  return capitals >= 3 && capitals >= 4 * small;
};
