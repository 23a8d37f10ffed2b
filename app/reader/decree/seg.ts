import { distance } from "fastest-levenshtein";
import type { Row } from "../rows/index.ts";
import { fold, stripMarkdown } from "../text.ts";

/** A row of the file as one line of running text, which is all that the head of a decree needs. */
export interface Seg {
  row: Row;
  /** First and last source line, 1-based. */
  line: number;
  lineTo: number;
  /** Begins of the row's cells joined, tags and emphasis gone, at most `HEAD_CHARACTERS` long. */
  text: string;
  /** `text` without list marks, colons and quotes at its head. */
  bare: string;
  /** Words of `bare` in ASCII upper case, one space between. */
  key: string;
  /** Cells with text. */
  filled: number;
}

/** A landmark stands at the head of its line; the rest of a long line is content. */
const HEAD_CHARACTERS = 320;

/** "M E M U T U S K A N" as one word; two spaces end a word. */
const closeLetterSpacing = (text: string): string =>
  text.replace(/(?<![\p{L}])(?:\p{L} ){3,}\p{L}(?![\p{L}])/gu, (run) => run.replaceAll(" ", ""));

/** Emphasis, superscript braces of converters and list bullets are layout, not text. */
export const plain = (text: string): string =>
  fold(stripMarkdown(closeLetterSpacing(text)).replace(/[\^_]\{[^{}]{0,8}\}/g, " "));

/** ASCII upper-case words of a text. */
export const keyOf = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, " ")
    .trim();

const LEADING_MARKS = /^[\s\-–—•·*>:"“”'|#.,;]+/;

export const segsOf = (rows: readonly Row[]): Seg[] =>
  rows.map((row) => {
    let text = "";
    let filled = 0;
    for (const cell of row.cells) {
      if (cell.text.trim() === "") continue;
      filled++;
      if (text.length < HEAD_CHARACTERS) text += `${text ? "  " : ""}${cell.text.slice(0, HEAD_CHARACTERS)}`;
    }
    text = plain(text.slice(0, HEAD_CHARACTERS));
    const bare = text.replace(LEADING_MARKS, "");
    return { row, line: row.line, lineTo: row.lineTo, text, bare, key: keyOf(bare), filled };
  });

/** Is the printed word this word, give or take what a scan does to it? `slack` is the number of wrong letters allowed. */
export const near = (printed: string | undefined, word: string, slack = 1): boolean => {
  if (printed === undefined) return false;
  if (printed === word) return true;
  if (Math.abs(printed.length - word.length) > slack || word.length < 4) return false;
  return distance(printed, word) <= slack;
};

/** Printed in capitals: at least four of five letters are. */
export const isUpper = (text: string): boolean => {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  const small = text.match(/\p{Ll}/gu)?.length ?? 0;
  return capitals >= 3 && capitals >= 4 * small;
};

const SMALL_WORDS = new Set(["dan", "di", "pada", "dari", "untuk", "atau", "dalam", "bagi", "serta", "ke"]);
const CAPITALS = new Set(
  "RSUD RSJ UPT UPTD UPTB DPRD PUPR BPBD RSU DPMPTSP BKPSDM PBJ PNS HAM TK SD SMP".split(" "),
);

/** Words in capitals as a name is written: "PROTOKOL DAN KOMUNIKASI" → "Protokol dan Komunikasi". */
export const nameCase = (text: string): string =>
  text.toLowerCase().replace(/[\p{L}']+/gu, (word, at: number) => {
    if (CAPITALS.has(word.toUpperCase())) return word.toUpperCase();
    if (at > 0 && SMALL_WORDS.has(word)) return word;
    return word.charAt(0).toUpperCase() + word.slice(1);
  });
