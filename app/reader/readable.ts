import { flowChartWords } from "./flow-chart.ts";
import type { Cell } from "./rows/index.ts";

/** A content as a person would read it, and where each part of it stands. */
export interface Readable {
  text: string;
  /** Ascending offsets of the text with the 1-based line that begins there. */
  starts: [offset: number, line: number][];
}

/** White space to fold, or an escaped bar. */
const UNEVEN = /\s\s|[^\S ]|\\\|/;

/** Text of a content: white space folded within lines, line breaks at list items and blocks, flow charts as their words. */
export const readable = (cell: Cell): Readable => {
  const chunks: string[] = [];
  const starts: [number, number][] = [];
  let length = 0;
  let last = "";
  // Chunks hold single blanks only, so that at most one stands at an end.
  const push = (chunk: string): void => {
    chunks.push(chunk);
    length += chunk.length;
    last = chunk.at(-1) as string;
  };
  for (const piece of cell.pieces) {
    let part = UNEVEN.test(piece.text) ? piece.text.replaceAll("\\|", "|").replace(/\s+/g, " ") : piece.text;
    if (piece.glue === "\n" && length > 0 && last !== "\n") {
      if (last === " ") {
        const end = (chunks.pop() as string).slice(0, -1);
        length -= end.length + 1;
        if (end !== "") push(end);
      }
      push("\n");
    } else if (piece.glue === " " && length > 0 && last !== " " && last !== "\n") push(" ");
    if ((length === 0 || last === " " || last === "\n") && part.startsWith(" ")) part = part.slice(1);
    if (part === "") continue;
    starts.push([length, piece.line]);
    push(part);
  }
  const text = chunks.join("");
  const words = flowChartWords(text);
  return { text: (words === text ? words : words.replace(/[ \t]*\n\s*/g, "\n")).trim(), starts };
};
