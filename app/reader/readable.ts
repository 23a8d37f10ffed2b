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
  let text = "";
  const starts: [number, number][] = [];
  for (const piece of cell.pieces) {
    let part = UNEVEN.test(piece.text) ? piece.text.replaceAll("\\|", "|").replace(/\s+/g, " ") : piece.text;
    if (piece.glue === "\n") text = text.trimEnd() && `${text.trimEnd()}\n`;
    else if (piece.glue === " " && text !== "" && !/\s$/.test(text)) text += " ";
    if (text === "" || /\s$/.test(text)) part = part.trimStart();
    if (part === "") continue;
    starts.push([text.length, piece.line]);
    text += part;
  }
  const words = flowChartWords(text)
    .replace(/ *\n\s*/g, "\n")
    .trim();
  return { text: words, starts };
};
