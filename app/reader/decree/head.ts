import type { Stretch } from "./cut.ts";
import { issuerOf, ownsLetterhead } from "./issuer.ts";
import { numberIn, settleNumbers, yearOf } from "./number.ts";
import type { DecreePart } from "./part.ts";
import { regencyOf } from "./place.ts";
import type { Sections } from "./sections.ts";
import type { Seg } from "./seg.ts";
import { isOfficeLine } from "./signature.ts";
import { signedIn } from "./signed.ts";

/** Rows of an annex's head, and of a signature, that name issuer and region. */
const NAMING_ROWS = 6;
const BODY_ROWS = 24;
const MAX_HEAD_ROWS = 60;

const indexes = (from: number | null, to: number): number[] =>
  from === null ? [] : Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);

export interface Head
  extends Pick<DecreePart, "regency" | "issuer" | "number" | "numberAnnex" | "year" | "signed"> {
  /** Segment at which the decree begins. */
  begin: number;
}

/** Nothing of a decree's own head or body is there: the stretch is an annex alone. */
export const isHeadless = (stretch: Stretch, sections: Sections): boolean =>
  sections.diktum === null && stretch.title === null && sections.preamble === stretch.from;

/** Reads who issued the decree, for which region, under which number and when. `tail` is where the annex's end begins. */
export const readHead = (segs: readonly Seg[], stretch: Stretch, sections: Sections, tail: number): Head => {
  const { from, to, title } = stretch;
  const { preamble, annexHead, annexFrom, ditetapkan } = sections;
  const headless = isHeadless(stretch, sections);
  const seg = (at: number): Seg => segs[at] as Seg;
  const annexEnd =
    annexHead === null || annexHead === annexFrom ? null : Math.min(annexHead + NAMING_ROWS, annexFrom ?? to);
  const annexRows = annexEnd === null ? [] : indexes(annexHead, annexEnd);
  const signedRows = ditetapkan === null ? [] : indexes(ditetapkan, Math.min(to, ditetapkan + NAMING_ROWS));
  const headRows = indexes(Math.max(from, preamble - MAX_HEAD_ROWS), preamble);
  const issuer = issuerOf(segs, title, [
    ...headRows.filter((at) => at !== title && isOfficeLine(seg(at))),
    ...annexRows.filter((at) => /\bKEPUTUSAN\b/.test(seg(at).key)),
    ...signedRows.filter((at) => isOfficeLine(seg(at))),
  ]);
  const naming = [...headRows, ...annexRows, ...signedRows].map(seg);
  const regency =
    headless && annexHead === null
      ? null
      : regencyOf(naming, segs.slice(preamble, Math.min(annexFrom ?? to, preamble + BODY_ROWS)));
  const start = title ?? from;
  const numbers = settleNumbers(
    headless ? null : numberIn(segs, start, Math.min(preamble, start + 8)),
    annexEnd === null ? null : numberIn(segs, annexHead as number, annexEnd),
  );
  const signed = signedIn(segs, sections, tail, to);
  const year =
    yearOf(numbers.number) ??
    yearOf(numbers.numberAnnex) ??
    (signed === null ? null : Number(signed.slice(0, 4)));
  const above = stretch.letterhead;
  const own = above !== null && ownsLetterhead(issuer, title === null ? [] : segs.slice(above, title));
  return { regency, issuer, ...numbers, year, signed, begin: own ? above : (title ?? above ?? from) };
};
