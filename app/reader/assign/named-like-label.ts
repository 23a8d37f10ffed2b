import { isChapter } from "../marks.ts";
import { enumerator } from "../text.ts";
import { type Features, sureLabel } from "./features.ts";
import { isSingle } from "./heading-names.ts";

/** A blank line stands above, or the count of a regulation's part, which the row names. */
export const isApart = (all: readonly Features[], index: number): boolean =>
  (all[index] as Features).gap > 0 || isChapter(all[index - 1]?.text ?? "");

/** Rows above in which a label is looked for again. */
const LABEL_ABOVE = 60;

/**
 * A service may be named with the words of a component ("Penanganan Pengaduan Masyarakat"): right above a table's beginning,
 * set apart and numbered, marked or worded as a name, it is no label where the table above has that label already, or where
 * no table stands above.
 */
export const namesServiceLikeLabel = (all: readonly Features[], index: number): boolean => {
  const features = all[index] as Features;
  const label = sureLabel(features);
  if (!label || label.key === "persyaratan" || label.key === "dasar_hukum" || !isSingle(features))
    return false;
  const { row, filled, text } = features;
  if (
    filled.length !== 1 ||
    (!isApart(all, index) && !row.emphasis && !enumerator(text)) ||
    /[:：]\s*$/.test(text)
  )
    return false;
  // A label that opens its row below a title of columns is the first one left of a table.
  if (label.restLetters === 0 && !row.emphasis && !enumerator(text)) return false;
  for (let at = index - 1; at >= Math.max(0, index - LABEL_ABOVE); at--) {
    const above = sureLabel(all[at] as Features);
    if (above?.key === label.key) return true;
    if (above?.key === "persyaratan") return false;
  }
  return index < LABEL_ABOVE || all.slice(0, index).every((above) => above.candidates.length === 0);
};
