import type { ComponentKey } from "../components.ts";
import { type Features, sureLabel } from "./features.ts";
import { openerOf } from "./opener.ts";

/** What shows that a table of components begins below a row. */

export const following = (all: readonly Features[], index: number, count: number): Features[] =>
  all.slice(index + 1, index + 1 + count).filter(({ row }) => !row.separator && !row.foot);

/** A label in short ("Syarat"), alone in a cell before the one of its content. */
const fillsCell = ({ row, filled }: Features, one: Features["candidates"][number]): boolean =>
  row.kind === "table" && one.restLetters === 0 && one.cell !== filled.at(-1);

/** Does this row show the first component of a standard, beginning a table? */
const isFirstComponent = (features: Features): boolean =>
  features.candidates.some(
    (one) =>
      one.similarity > 0.8 &&
      ((one.key === "persyaratan" && (one.complete || fillsCell(features, one))) ||
        (one.key === "dasar_hukum" && one.complete && features.number?.value === 1)),
  );

/** How many of the next rows may pass before the first component must appear. */
const OPENING = 5;

/** Components that follow the first one. */
const EARLY: ReadonlySet<ComponentKey> = new Set(["prosedur", "jangka_waktu"]);

/** Rows above in which the label before is looked for. */
const LABEL_ABOVE = 40;

/** The label right above is one of the user's half: what follows is the other half of the same table. */
export const endsPublicHalf = (all: readonly Features[], index: number): boolean => {
  for (let i = index - 1; i >= Math.max(0, index - LABEL_ABOVE); i--) {
    const above = sureLabel(all[i] as Features);
    if (above) return above.key === "pengaduan";
  }
  return false;
};

/** A long label whose end stands on the next line of its cell. */
const isWrapped = (one: Features["candidates"][number]): boolean => one.restLetters <= 3 && one.matched >= 10;

/** Rows without number, right below a table's head, that name the law and after it the requirements: a table of the law's order. */
const opensWithLaw = (all: readonly Features[], index: number): boolean => {
  const { number, candidates } = all[index] as Features;
  if (number !== null || !candidates.some((one) => one.key === "dasar_hukum" && one.complete)) return false;
  if (!all.slice(Math.max(0, index - 2), index).some((above) => above.tableHead)) return false;
  for (let i = index + 1; i < Math.min(all.length, index + LABEL_ABOVE); i++) {
    const below = sureLabel(all[i] as Features);
    if (below) return below.key === "persyaratan";
  }
  return false;
};

/** The row numbered 1 above names the law: in a table of that order the requirements are the second row. */
const goesOnAfterLaw = (all: readonly Features[], index: number): boolean => {
  const value = (all[index] as Features).number?.value;
  if (value !== undefined && value !== 2) return false;
  for (let i = index - 1; i >= Math.max(0, index - LABEL_ABOVE); i--) {
    const above = all[i] as Features;
    const label = sureLabel(above);
    if (label)
      return label.key === "dasar_hukum" && (value === 2 ? above.number?.value === 1 : opensWithLaw(all, i));
    if (above.half !== null || above.tableHead) return false;
  }
  return false;
};

export const opensTable = (all: readonly Features[], index: number): boolean => {
  const features = all[index] as Features;
  const opener = openerOf(all);
  const label = opener === null ? undefined : sureLabel(features);
  if (label && features.half === null) return label.key === opener;
  if (isFirstComponent(features)) {
    if (goesOnAfterLaw(all, index)) return false;
    return features.candidates.some((one) => one.key === "persyaratan") || !endsPublicHalf(all, index);
  }
  if (features.number?.value === 1 && features.candidates.some((one) => one.complete && EARLY.has(one.key)))
    return true;
  if (features.half === null && !features.tableHead) return false;
  for (let i = index + 1, seen = 0; i < all.length && seen < OPENING; i++) {
    const next = all[i] as Features;
    if (next.row.separator || next.row.foot) continue;
    if (opener === null ? isFirstComponent(next) || opensWithLaw(all, i) : sureLabel(next)?.key === opener)
      return true;
    const labels = next.candidates.filter((one) => one.complete || isWrapped(one));
    if (next.half === null && !next.tableHead && labels.length > 0) {
      // The first row may be missing: under the first half's title its neighbours open the table just as well.
      return (
        labels.some((one) => EARLY.has(one.key)) &&
        (features.half === "penyampaian" || next.number?.value === 1)
      );
    }
    seen++;
  }
  return false;
};

/** Is this the inner half's title with its own first component below it? Elsewhere the two titles may be swapped. */
export const opensInnerHalf = (all: readonly Features[], index: number): boolean =>
  (all[index] as Features).half === "pengelolaan" &&
  following(all, index, OPENING)
    .find((next) => next.candidates.some((one) => one.complete))
    ?.candidates.some((one) => one.complete && one.key === "dasar_hukum") === true;
