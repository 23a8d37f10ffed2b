import { dividerHalf, isTableHead } from "../marks.ts";
import type { Landmark } from "./landmarks.ts";
import type { Seg } from "./seg.ts";
import { labelOf } from "./service-start.ts";

/** Words of the pledge that UU 25/2009 Pasal 22 asks for. */
const PLEDGE = [
  /\bdengan ini\b/i,
  /\bkami\b/i,
  /\bmenyatakan\b|\bmenyampaikan\b/i,
  /\bsanggup\b|\bsiap\b|\bberjanji\b|\bbersedia\b|\bberkomitmen\b/i,
  /\bsanksi\b|\bkompensasi\b/i,
  /\bstandar pelayanan\b/i,
  /\bperbaikan\b/i,
];

/** How many of the pledge's words a text has. */
export const pledgeWords = (text: string): number => PLEDGE.filter((pattern) => pattern.test(text)).length;

/** Rows that a pledge takes at most. */
const MAX_ROWS = 24;
const ENDS = new Set<Landmark>([
  "letterhead",
  "title",
  "annex",
  "menimbang",
  "mengingat",
  "memutuskan",
  "diktum",
  "ditetapkan",
  "copies",
]);

export interface Range {
  from: number;
  /** One past the last segment. */
  to: number;
}

const isProse = (seg: Seg): boolean => seg.filled <= 1;

/** A pledge without heading: prose that is not the content of a component. */
const standsAlone = (segs: readonly Seg[], at: number): boolean => {
  const seg = segs[at] as Seg;
  if (seg.row.kind !== "prose" || !/dengan ini|\bkami\b/i.test(seg.raw.slice(0, 200))) return false;
  return !segs
    .slice(Math.max(0, at - 2), at + 1)
    .some((above) => (above.row.kind === "prose" || seg.line - above.lineTo <= 1) && labelOf(above) !== null);
};

/**
 * Pledges printed between `from` and `to`: a heading MAKLUMAT PELAYANAN with the text below it, or the text alone. What
 * signs it (`isSignature`) is left out.
 */
export const maklumatIn = (
  segs: readonly Seg[],
  marks: readonly (Landmark | null)[],
  from: number,
  to: number,
  isSignature: (at: number) => boolean,
): Range[] => {
  const found: Range[] = [];
  for (let i = from; i < to; i++) {
    const heading = marks[i] === "maklumat";
    const seg = segs[i] as Seg;
    if (!heading && !standsAlone(segs, i)) continue;
    let text = heading ? "" : seg.text;
    let end = i + 1;
    let last = i;
    for (; end < Math.min(to, i + MAX_ROWS); end++) {
      const next = segs[end] as Seg;
      const mark = marks[end] as Landmark | null;
      if (
        (mark !== null && ENDS.has(mark)) ||
        !isProse(next) ||
        isSignature(end) ||
        dividerHalf(next.bare) ||
        isTableHead(next.row)
      )
        break;
      if (/^JENIS (?:PE)?LAYANAN\b/.test(next.key)) break;
      text += ` ${next.text}`;
      last = end;
      // The pledge ends with its closing quote or its last word on sanctions.
      if (/["”]\s*\.?$/.test(next.text) && pledgeWords(text) >= 3) break;
    }
    if (pledgeWords(text) < (heading ? 2 : 4)) continue;
    found.push({ from: i, to: last + 1 });
    i = last;
  }
  return found;
};
