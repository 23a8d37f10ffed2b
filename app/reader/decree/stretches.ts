import { cutDecrees, type Stretch } from "./cut.ts";
import type { Landmark } from "./landmarks.ts";
import { numberIn } from "./number.ts";
import type { Seg } from "./seg.ts";
import { labelOf } from "./service-start.ts";

type Marks = readonly (Landmark | null)[];

/** Fewer different components than these make no annex. */
const MIN_COMPONENTS = 4;

/** Do rows `from` to `to` (excluded) hold tables of services, though no decree's head does? */
const hasServices = (segs: readonly Seg[], from: number, to: number): boolean => {
  const seen = new Set<string>();
  for (let i = from; i < to; i++) {
    const key = labelOf(segs[i] as Seg);
    if (key !== null) seen.add(key);
    // "Perilaku" is an element of the satisfaction survey, whose names are otherwise alike.
    else if (/^(?:\d+ )?PERILAKU\b/.test((segs[i] as Seg).key)) return false;
    if (seen.size >= MIN_COMPONENTS && (seen.has("dasar_hukum") || seen.size > 9 || i - from > 60))
      return true;
  }
  return seen.size >= MIN_COMPONENTS;
};

/** The decrees of a file; one without head where it holds only tables of services, none where it is something else. */
export const stretchesOf = (segs: readonly Seg[], marks: Marks): Stretch[] => {
  const found = cutDecrees(segs, marks).filter(
    ({ from }, at, all) =>
      at === 0 || (segs[from] as Seg).line > (segs[(all[at - 1] as Stretch).from] as Seg).line,
  );
  // Two decrees in one line cannot be told apart by lines.
  for (const [at, stretch] of found.entries()) stretch.to = found[at + 1]?.from ?? segs.length;
  const first = found[0];
  if (!first) {
    const annex = marks.includes("annex") || marks.includes("title");
    return hasServices(segs, 0, segs.length) || (annex && numberIn(segs, 0, 40) !== null)
      ? [{ from: 0, to: segs.length, title: null, letterhead: null }]
      : [];
  }
  if (first.from > 0) {
    if (hasServices(segs, 0, first.from))
      return [{ from: 0, to: first.from, title: null, letterhead: null }, ...found];
    first.from = 0;
  }
  return found;
};
