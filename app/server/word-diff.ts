import { diffWords } from "diff";

/** Part of two texts told as one: in both, only in the later (`+`), only in the earlier (`-`). */
export interface WordPart {
  sign: "=" | "+" | "-";
  text: string;
}

/**
 * Most words that may be taken out and put in before two texts count as simply different: the work grows with the square
 * of it, and nobody reads such a mosaic.
 */
export const MOST_EDITS = 1500;
/** Longer texts together (letters) are not compared word by word. */
export const MOST_LETTERS = 200_000;

/** Words marked + and −; null where the texts are too long or too far apart for that. Blanks are no difference. */
export function wordDiff(before: string, after: string): WordPart[] | null {
  if (before.length + after.length > MOST_LETTERS) return null;
  const parts = diffWords(before, after, { maxEditLength: MOST_EDITS });
  return (
    parts?.map(({ added, removed, value }) => ({ sign: added ? "+" : removed ? "-" : "=", text: value })) ??
    null
  );
}

/** Text as it is compared: composed letters, blanks folded. */
export const foldedText = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ").trim();
