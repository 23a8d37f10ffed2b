import { type Cell, cellOf, EMPTY_CELL, type Piece, pieceWith } from "../rows/index.ts";
import { enumerator } from "../text.ts";

/** A sentence or an item ends here. */
export const ENDS = /[.;:]\s*$/;

/** What stands between the content of two rows: a line break before a list item and after a sentence, else a blank. */
export const glueBetween = (before: string, after: string): Piece["glue"] => {
  if (enumerator(after) || /^\s*[•▪◦\-–✓]/.test(after) || ENDS.test(before)) return "\n";
  return " ";
};

/** Marks and blanks alone are no content. */
export const hasWords = (text: string): boolean => /[a-zA-Z\d]/.test(text);

/** The contents of the rows as one, each joined to the one before as their ends ask for. */
export const joined = (contents: readonly Cell[]): Cell => {
  if (contents.length < 2) return contents[0] ?? EMPTY_CELL;
  const pieces: Piece[] = [];
  for (let at = 0; at < contents.length; at++) {
    const cell = contents[at] as Cell;
    const before = contents[at - 1];
    for (let nth = 0; nth < cell.pieces.length; nth++) {
      const piece = cell.pieces[nth] as Piece;
      pieces.push(
        before && nth === 0 ? pieceWith(piece, { glue: glueBetween(before.text, cell.text) }) : piece,
      );
    }
  }
  return cellOf(pieces);
};
