import type { Landmark } from "./landmarks.ts";
import { numberIn, sameNumber } from "./number.ts";
import { isUpper, type Seg } from "./seg.ts";

/** One decree's stretch of the file, as indexes of segments. */
export interface Stretch {
  /** First segment, the letterhead included. */
  from: number;
  /** One past the last. */
  to: number;
  /** "KEPUTUSAN …"; null where it is lost. */
  title: number | null;
  /** "PEMERINTAH KABUPATEN …" above it; null where there is none. */
  letterhead: number | null;
}

/** Order of a decree's parts; a part that comes again after a later one opens the next decree. */
const RANK: Partial<Record<Landmark, number>> = {
  menimbang: 1,
  mengingat: 2,
  memutuskan: 4,
  diktum: 5,
  ditetapkan: 6,
  annex: 7,
};
const OPENING = new Set<Landmark>(["menimbang", "mengingat", "memutuskan"]);
/** A head is at most this many rows above what it opens. */
const MAX_HEAD_ROWS = 40;
/** Rows between letterhead and title: office, address, place. */
const MAX_LETTERHEAD_ROWS = 10;

/**
 * Is this title the decree's own: not the annex's reference to it, not the sentence after "Menetapkan", and not a decree
 * that a list of regulations cites?
 */
const isOwnTitle = (segs: readonly Seg[], marks: readonly (Landmark | null)[], at: number): boolean => {
  if (marks[at] !== "title") return false;
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    const mark = marks[i];
    if (mark === "annex" || mark === "menetapkan" || mark === "memutuskan" || mark === "diktum") return false;
  }
  const seg = segs[at] as Seg;
  return isNumbered(segs, marks, at) || (isUpper(seg.bare) && !/\bTENTANG\b/.test(seg.key));
};

/** A decree's title has its number in its own line or just below. */
const isNumbered = (segs: readonly Seg[], marks: readonly (Landmark | null)[], at: number): boolean =>
  /\bNOMOR\b/.test((segs[at] as Seg).key) || marks.slice(at + 1, at + 5).includes("number");

/** Lines that may stand between a letterhead and the title below it. */
const isLetterheadLine = (seg: Seg, mark: Landmark | null): boolean =>
  (mark === null || mark === "number" || mark === "about") &&
  seg.filled <= 3 &&
  seg.text.length <= 160 &&
  !/^NIP\b/.test(seg.key);

/** The line of the issuer alone ("BUPATI X", "PROVINSI Y") that opens a decree on paper with the state emblem. */
const isEmblemLine = (seg: Seg | undefined): boolean =>
  seg !== undefined &&
  /^(BUPATI|WALI KOTA|WALIKOTA|GUBERNUR|PROVINSI)\b/.test(seg.key) &&
  isUpper(seg.bare) &&
  !/[.,]$/.test(seg.bare) &&
  seg.key.split(" ").length <= 6;

const headAbove = (
  segs: readonly Seg[],
  marks: readonly (Landmark | null)[],
  title: number,
  floor: number,
): { from: number; letterhead: number | null } => {
  for (let i = title - 1; i >= Math.max(floor, title - MAX_LETTERHEAD_ROWS); i--) {
    if (marks[i] === "letterhead") return { from: i, letterhead: i };
    if (!isLetterheadLine(segs[i] as Seg, marks[i] as Landmark | null)) break;
  }
  let from = title;
  while (from - 1 >= floor && isEmblemLine(segs[from - 1])) from--;
  return { from, letterhead: from < title ? from : null };
};

/** Cuts the rows of a file into decrees. Empty where no part of a decree's body is found. */
export const cutDecrees = (segs: readonly Seg[], marks: readonly (Landmark | null)[]): Stretch[] => {
  const found: Stretch[] = [];
  let rank = 0;
  let title: number | null = null;
  let letterhead: number | null = null;
  let annexNumber: string | null = null;
  const open = (anchor: number): void => {
    const floor = found.length === 0 ? 0 : (found.at(-1) as Stretch).from + 1;
    const ownTitle = title !== null && anchor - title <= MAX_HEAD_ROWS ? title : null;
    const ownLetterhead = letterhead !== null && anchor - letterhead <= MAX_HEAD_ROWS ? letterhead : null;
    const head =
      ownTitle !== null
        ? headAbove(segs, marks, ownTitle, floor)
        : { from: ownLetterhead ?? issuerAbove(segs, anchor, floor), letterhead: ownLetterhead };
    found.push({ ...head, title: ownTitle, to: segs.length });
    annexNumber = null;
  };

  for (let i = 0; i < segs.length; i++) {
    const mark = marks[i] as Landmark | null;
    if (mark === null) continue;
    if (mark === "letterhead") {
      if (title === null) letterhead = i;
    } else if (mark === "title") {
      // Of titles near each other the first is the head's and the others are cited.
      if ((title === null || i - title > MAX_LETTERHEAD_ROWS) && isOwnTitle(segs, marks, i)) title = i;
    }
    const next = RANK[mark];
    if (next === undefined) continue;
    const headed = i - Math.max(title ?? -MAX_HEAD_ROWS, letterhead ?? -MAX_HEAD_ROWS) < MAX_HEAD_ROWS;
    const opens = OPENING.has(mark)
      ? found.length === 0 || (next <= rank && headed) || (next <= 2 && rank >= 4 && hasBody(marks, i))
      : title !== null &&
        i - title <= MAX_HEAD_ROWS &&
        isNumbered(segs, marks, title) &&
        (found.length === 0 || next <= rank);
    if (opens) {
      open(i);
      rank = next;
      title = null;
      letterhead = null;
    } else if (mark === "annex") {
      const number = numberIn(segs, i, i + 6);
      const roman = /^LAMPIRAN (I[IVX]+|V[I]*|X[IVX]*|[2-9]|\d\d)\b/.test((segs[i] as Seg).key);
      if (annexNumber !== null && number !== null && !roman && !sameNumber(annexNumber, number)) {
        if (found.length === 0) found.push({ from: 0, to: segs.length, title: null, letterhead: null });
        found.push({ from: i, to: segs.length, title: null, letterhead: null });
        annexNumber = number;
      } else annexNumber ??= number;
      rank = next;
    } else {
      if (OPENING.has(mark)) {
        title = null;
        letterhead = null;
      }
      rank = Math.max(rank, next);
    }
  }
  if (title !== null && found.length === 0 && numberIn(segs, title, title + 4) !== null) open(title + 1);
  for (let i = 0; i + 1 < found.length; i++) (found[i] as Stretch).to = (found[i + 1] as Stretch).from;
  return found;
};

/** Does a diktum follow what reads like the first words of a preamble? */
const hasBody = (marks: readonly (Landmark | null)[], at: number): boolean =>
  marks
    .slice(at + 1, at + 80)
    .some((mark) => mark === "memutuskan" || mark === "menetapkan" || mark === "diktum");

/** Without title and letterhead a decree begins at the issuer's line or the subject above the first part of its body. */
const issuerAbove = (segs: readonly Seg[], anchor: number, floor: number): number => {
  let from = anchor;
  for (let i = anchor - 1; i >= Math.max(floor, anchor - 6); i--) {
    const seg = segs[i] as Seg;
    if (!isUpper(seg.bare) || seg.filled > 2 || seg.text.length > 160) break;
    const heads =
      /^(TENTANG|NOMOR|STANDAR|PENETAPAN)\b/.test(seg.key) ||
      /^(BUPATI|WALI KOTA|WALIKOTA|GUBERNUR|SEKRETARIS|KEPALA|CAMAT)\b/.test(seg.key);
    if (!heads) break;
    from = i;
  }
  return from;
};
