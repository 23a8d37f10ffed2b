import { unescaped } from "./escapes.ts";
import { flowChartWords } from "./flow-chart.ts";
import type { Cell } from "./rows/index.ts";

/** A content as a person would read it, and where each part of it stands. */
export interface Readable {
  text: string;
  /** Ascending offsets of the text with the 1-based line that begins there. */
  starts: [offset: number, line: number][];
}

/** White space to fold, or an escaped sign. */
const UNEVEN = /[^\S ]| {2}|\\/;

/** Text of a content: white space folded within lines, line breaks at list items and blocks, flow charts as their words. */
export const readable = (cell: Cell): Readable => {
  const starts: [number, number][] = [];
  // Parts hold single blanks only, so that at most one stands at the end.
  let text = "";
  let last = "";
  for (const piece of cell.pieces) {
    let part = UNEVEN.test(piece.text) ? unescaped(piece.text).replace(/\s+/g, " ") : piece.text;
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
  const words = flowChartWords(text);
  return { text: (words === text ? words : words.replace(/[ \t]*\n\s*/g, "\n")).trim(), starts };
};
