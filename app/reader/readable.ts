import { unescaped } from "./escapes.ts";
import { flowChartWords } from "./flow-chart.ts";
import type { Cell, Piece } from "./rows/index.ts";
import { withSingleBlanks } from "./text.ts";

/** A content as a person would read it, and where each part of it stands. */
export interface Readable {
  text: string;
  /** Ascending offsets of the text with the 1-based line that begins there. */
  starts: [offset: number, line: number][];
}

/** A box that a converter writes before an item, ticked or not, and a footnote's mark. */
const BOX = /^(\s*(?:[-*+•]\s+)?)\[[xX ]\]\s+/;
const MARKS = /:(?:un)?selected:\s*|\[\^[\w-]{1,20}\]/g;
const withoutBoxes = (text: string): string => text.replace(BOX, "$1").replace(MARKS, "");
const mayBeBox = (text: string): boolean =>
  text.includes("[") || text.includes(":selected:") || text.includes(":unselected:");

/** What a person would not read in a cell's text as it stands: of most cells nothing. */
const RAW = /[^\S \n]| {2}|\\|^[ \n]|[ \n]$| \n|\n[ \n]/;

/** Where the pieces of a text begin that is made of nothing else. */
const startsOf = (pieces: readonly Piece[]): Readable["starts"] => {
  const starts: [number, number][] = [];
  let at = 0;
  for (let nth = 0; nth < pieces.length; nth++) {
    const { line, text, glue } = pieces[nth] as Piece;
    if (nth > 0) at += glue.length;
    if (text !== "") starts.push([at, line]);
    at += text.length;
  }
  return starts;
};

/** A text whose diagram code is told in words. */
const inWords = (text: string): string => {
  const words = flowChartWords(text);
  return words === text ? text : words.replace(/[ \t]*\n\s*/g, "\n");
};

/** Text of a content: white space folded within lines, line breaks at list items and blocks, flow charts as their words. */
export const readable = (cell: Cell): Readable => {
  if (!RAW.test(cell.text) && !mayBeBox(cell.text))
    return { text: inWords(cell.text).trim(), starts: startsOf(cell.pieces) };
  const starts: [number, number][] = [];
  // Parts hold single blanks only, so that at most one stands at the end.
  let text = "";
  let last = "";
  for (const piece of cell.pieces) {
    const own = mayBeBox(piece.text) ? withoutBoxes(piece.text) : piece.text;
    let part = withSingleBlanks(unescaped(own));
    if (piece.glue === "\n" && last !== "" && last !== "\n") {
      text = `${last === " " ? text.slice(0, -1) : text}\n`;
      last = "\n";
    } else if (piece.glue === " " && last !== "" && last !== " " && last !== "\n") {
      text += " ";
      last = " ";
    }
    if ((last === "" || last === " " || last === "\n") && part.startsWith(" ")) part = part.slice(1);
    if (part === "") continue;
    starts.push([text.length, piece.line]);
    text += part;
    last = part.charAt(part.length - 1);
  }
  return { text: inWords(text).trim(), starts };
};
