import { isNoise } from "../marks.ts";
import { enumerator, hasLetters } from "../text.ts";
import type { Features } from "./features.ts";
import { MAX_HEADING, numberAndName, plainText } from "./heading-names.ts";

/** What is asked of the headings found before. */
interface Placed {
  kind: "service" | "bagian";
  from: number;
  to: number;
}

interface CountedHeading extends Placed {
  kind: "service";
  no: string | null;
  name: string;
  explicit: false;
}

/**
 * A name without any mark of a heading, right behind the table before: its number follows that of the last service, and no
 * list that ends there counts on to it.
 */
export const countedOn = (
  all: readonly Features[],
  rows: readonly number[],
  headings: readonly Placed[],
): CountedHeading | null => {
  const at = rows.at(-1);
  if (at === undefined || (all[at] as Features).filled[0] !== 0) return null;
  const text = plainText(all[at] as Features);
  const mark = enumerator(text);
  const last = headings.findLast((heading) => heading.kind === "service" && heading.to < at);
  const lastText = last ? plainText(all[last.from] as Features) : "";
  const before = enumerator(lastText);
  if (!last || !mark || !before || mark.kind !== before.kind || mark.value !== before.value + 1) return null;
  const sign = signOf(text, mark.length);
  if (sign !== signOf(lastText, before.length)) return null;
  const { no, name } = numberAndName(text);
  if (!/^[A-Z"“(]/.test(name) || !hasLetters(name, 8) || /[.;:,]\s*$/.test(text)) return null;
  if (text.length > MAX_HEADING || isNoise(text) || listReaches(all, last.to, at, mark, sign)) return null;
  return { kind: "service", from: at, to: at, no, name, explicit: false };
};

/** What stands behind the number or letter of a list's mark. */
const signOf = (text: string, length: number): string => text.slice(0, length).replace(/[^.)]/g, "");

/** An item that this one would count on from stands so many rows above at most. */
const COUNTED_ABOVE = 8;

/** Does a list above, wherever in a row it stands, have the item before this one? */
const listReaches = (
  all: readonly Features[],
  floor: number,
  at: number,
  mark: NonNullable<ReturnType<typeof enumerator>>,
  sign: string,
): boolean => {
  for (let above = at - 1; above > Math.max(floor, at - COUNTED_ABOVE); above--) {
    for (const { text } of (all[above] as Features).row.cells) {
      for (const part of text.split(/\n|\s(?=\(?\w{1,2}[.)]\s)/)) {
        const item = enumerator(part);
        if (item?.kind !== mark.kind || item.value !== mark.value - 1) continue;
        if (signOf(part, item.length) === sign) return true;
      }
    }
  }
  return false;
};
