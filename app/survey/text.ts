/** Folding of cells for comparison; what is printed keeps its spelling. */

/** Invisible characters that programs leave in cells. */
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad]/g;

/** A cell as text: compatibility forms unified, invisible characters gone, white space folded. */
export const clean = (cell: string): string =>
  /^[\x21-\x7e]*$/.test(cell)
    ? cell
    : cell.normalize("NFKC").replace(INVISIBLE, "").replace(/\s+/g, " ").trim();

/** Words of a header or an answer: lower case, letters, figures and single spaces only. */
export const words = (cell: string): string =>
  clean(cell)
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

/** Names that differ only in case or spaces are one. */
export const nameKey = (name: string): string => clean(name).toLowerCase().replaceAll(" ", "");

/** Nothing, or only dashes and dots: an empty answer. */
export const isEmptyAnswer = (text: string): boolean => /^[-–—−_.…]*$/.test(text);
