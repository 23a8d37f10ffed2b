import { fold } from "../text.ts";

/**
 * What a fact extractor reads: the plain text of one component (tags gone, list items and line breaks as "\n",
 * list numbers kept) and the line of the file on which each part of it stands.
 */
export interface FactSource {
  text: string;
  /** 1-based line of the file that holds the character at `offset` of `text`. */
  lineAt(offset: number): number;
}

/** Where a piece of text begins: character offset in the text, 1-based line of the file. */
export type LineStart = readonly [offset: number, line: number];

/**
 * A source from a text and the starts of its pieces.
 *
 * @param lineStarts in ascending order of offset; the piece before the first start counts to the first.
 * @throws RangeError where there is no start: a text without origin has no lines to point to.
 */
export function sourceOf(text: string, lineStarts: readonly LineStart[]): FactSource {
  const first = lineStarts[0];
  if (!first) throw new RangeError("sourceOf needs at least one line start");
  return {
    text,
    lineAt(offset) {
      let low = 0;
      let high = lineStarts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((lineStarts[middle] as LineStart)[0] <= offset) low = middle;
        else high = middle - 1;
      }
      return (lineStarts[low] as LineStart)[1];
    },
  };
}

/** First and last line of the characters `start` (included) to `end` (excluded). */
export function linesOf(source: FactSource, start: number, end: number): [number, number] {
  return [source.lineAt(start), source.lineAt(Math.max(start, end - 1))];
}

/** A piece of the text as one line: white space folded, ends trimmed. */
export const quote = (source: FactSource, start: number, end: number): string =>
  fold(source.text.slice(start, end));
