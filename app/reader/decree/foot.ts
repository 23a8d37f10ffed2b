import { isCatchword, isNoise, isPageNumber } from "../marks.ts";
import { hasLetters } from "../text.ts";
import type { Seg } from "./seg.ts";

/** Does this row belong to the page, not to the text: a dash row, a page number, a catchword, a speck? */
export const isFoot = (segs: readonly Seg[], at: number): boolean => {
  const seg = segs[at] as Seg;
  if (seg.row.separator || isPageNumber(seg.text)) return true;
  if (/(?:\.\s?\.|…)$/.test(seg.text)) {
    const next = segs[at + 1];
    if (isCatchword(seg.text, next?.text) || isCatchword(seg.bare, next?.bare)) return true;
    // A catchword whose page follows after a running head, or not at all.
    if (
      seg.text.length <= 52 &&
      hasLetters(seg.text, 2) &&
      seg.filled === 1 &&
      /(?:\.\s?\.\s?\.|…)$/.test(seg.text)
    )
      return true;
  }
  return seg.text.length < 24 && isNoise(seg.text) && !hasLetters(seg.text, 3);
};
