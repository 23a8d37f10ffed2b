import { enumerator, letters, likeness } from "../../text.ts";
import { type Features, sureLabel } from "../features.ts";
import { bagianName, isSingle, isTitle, numberAndName, plainText } from "../heading-names.ts";
import { following } from "../opens-table.ts";
import { isOwnPage } from "../own-page.ts";
import { titleFollows } from "./follows.ts";
import { type Found, type Heading, isEmptyRow } from "./heading.ts";

/** Headings of a bagian: above the services they lead, or on their own. */

export const bagianHeading = (all: readonly Features[], index: number): Heading => {
  const features = all[index] as Features;
  return {
    kind: "bagian",
    from: index,
    to: index,
    no: enumerator(plainText(features))?.mark ?? null,
    name: bagianName(features),
    explicit: true,
  };
};

/** A bagian heading stands above a service heading, at most a line or two of titles between. */
export const markBagianAbove = (found: Found, from: number): void => {
  const { all } = found;
  for (let i = from, steps = 0; i >= 0 && steps < 4; i--, steps++) {
    const features = all[i] as Features;
    if (found.takes(i)) return;
    if (isEmptyRow(features) || features.half || features.tableHead) continue;
    if (bagianName(features) !== null) {
      found.add(bagianHeading(all, i));
      return;
    }
    if (features.filled.length !== 1 || features.candidates.some((one) => one.complete)) return;
  }
};

/** Bagian headings that nothing but a table's title or a service's heading follows: an address may name a bagian too. */
export const findLoneBagian = (found: Found): void => {
  const { all } = found;
  all.forEach((features, index) => {
    if (
      found.takes(index) ||
      features.gap === 0 ||
      features.row.kind !== "prose" ||
      bagianName(features) === null
    )
      return;
    const next = following(all, index, 2).findIndex((row) => row.half !== "pengelolaan");
    if (
      next >= 0 &&
      (titleFollows(all, index) || found.takes(index + 1) || isOwnPage(all, nextFilled(all, index)))
    )
      found.add(bagianHeading(all, index));
  });
};

/** The row below that says something; the last one where none does. */
const nextFilled = (all: readonly Features[], index: number): number => {
  let at = index + 1;
  while (at < all.length - 1 && isEmptyRow(all[at] as Features)) at++;
  return Math.min(at, all.length - 1);
};

/**
 * From a service heading upwards: its name may stand there once more, under a bare title, above the table's own name row;
 * above all that stands the bagian.
 */
export const climb = (found: Found, heading: Heading): void => {
  const { all } = found;
  const name = letters(heading.name ?? "");
  let from = heading.from - 1;
  for (let i = from, steps = 0; i >= 0 && steps < 6; i--, steps++) {
    const features = all[i] as Features;
    if (found.takes(i)) break;
    if (isEmptyRow(features) || features.half || features.tableHead) continue;
    if (!isSingle(features) || features.filled.length !== 1) break;
    const text = plainText(features);
    const again =
      name.length >= 5 &&
      likeness(letters(numberAndName(text).name), name) >= SAME_NAME &&
      !standsUnderLabel(all, i);
    if (!again && !isTitle(text)) break;
    found.add({ ...heading, from: i, to: i, explicit: false });
    from = i - 1;
  }
  markBagianAbove(found, from);
};

/** Right below a label that stands alone is its content, which may be the name of the service: "Produk", and below it "Kartu Keluarga". */
const standsUnderLabel = (all: readonly Features[], index: number): boolean =>
  (all[index] as Features).gap === 0 && sureLabel(all[index - 1] ?? NONE)?.restLetters === 0;
const NONE = { candidates: [] };

/** Likeness from which a second print of a name is the same name. */
const SAME_NAME = 0.85;
