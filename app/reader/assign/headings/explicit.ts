import { isConverterLine, isHeadWord } from "../../marks.ts";
import { enumerator, hasLetters } from "../../text.ts";
import type { Features } from "../features.ts";
import {
  bagianName,
  bestKnown,
  explicitName,
  isSingle,
  isTitle,
  KNOWN,
  type KnownKeys,
  numberAndName,
  plainText,
} from "../heading-names.ts";
import { following, opensTable } from "../opens-table.ts";
import { type Found, joinRows } from "./heading.ts";

/** Headings that say what they are: "Jenis Layanan : X", the name on the same line or on the next ones. */

export const findExplicit = (found: Found): void => {
  const { all, known } = found;
  all.forEach((features, index) => {
    if (found.takes(index)) return;
    const rest = explicitName(features, () =>
      [1, 2, 3, 4].some((step) => index + step < all.length && opensTable(all, index + step)),
    );
    if (rest === null) return;
    let to = index;
    let text = rest;
    if (!hasLetters(text, 1)) {
      // "Jenis Layanan" alone: the name stands on the next line.
      const next = all[index + 1];
      if (!next || !isSingle(next) || next.half || next.tableHead || next.filled.length !== 1) return;
      if (isConverterLine(next.text)) return;
      if (next.candidates.some((one) => one.complete && one.restLetters === 0 && one.key === "persyaratan"))
        return;
      // A bare title may stand above a bagian as well as above a service.
      if (
        isTitle(plainText(features)) &&
        (bagianName(next) !== null || explicitName(next, () => true) !== null)
      )
        return;
      text = plainText(next);
      to = index + 1;
    }
    to = continuedName(all, to, text, known);
    if (to > index && hasLetters(rest, 1)) text = joinRows(all, index, to, rest);
    else if (to > index + 1) text = joinRows(all, index + 1, to, text);
    const { no, name } = numberAndName(text);
    if (!hasLetters(name, 3)) return;
    found.add({ kind: "service", from: index, to, no, name, explicit: true });
  });
};

/** A long name runs on over the next lines: taken while it comes closer to a known name, or while its bracket is open. */
const continuedName = (all: readonly Features[], index: number, text: string, known: KnownKeys): number => {
  let to = index;
  let joined = text;
  let score = bestKnown(numberAndName(text).name, known);
  for (let i = index + 1; i <= index + 3 && i < all.length; i++) {
    const next = all[i] as Features;
    if (next.row.kind !== (all[index] as Features).row.kind || !isSingle(next) || next.filled.length !== 1)
      break;
    if (next.half || next.tableHead || next.candidates.length > 0 || enumerator(next.text) || next.gap > 1)
      break;
    const longer = `${joined} ${plainText(next)}`;
    const better = bestKnown(numberAndName(longer).name, known);
    const open = (joined.match(/\(/g)?.length ?? 0) > (joined.match(/\)/g)?.length ?? 0);
    const cut =
      next.gap === 0 &&
      /(?:\b(?:dan|atau|untuk|di|ke|dari|dengan|pada|dalam|oleh|bagi|tentang|serta)|[-/,])$/i.test(
        joined.trim(),
      );
    const over = score < KNOWN && runsOverHead(all, i);
    if (!(better > score + 0.02 || ((open || cut || over) && score < 0.9))) break;
    joined = longer;
    score = better;
    to = i;
  }
  return to;
};

/** A name that fills its line goes on below it; nothing but the table's head may follow. */
const runsOverHead = (all: readonly Features[], index: number): boolean => {
  const { row, gap, text } = all[index] as Features;
  const above = (all[index - 1] as Features).text;
  if (row.kind !== "prose" || gap > 0 || above.length < FULL_NAME || text.length > above.length) return false;
  if (/[:;.,]|\d/.test(text) || isHeadWord(text) || NO_NAME.test(text) || !/^[A-Z]/.test(text)) return false;
  if ((above === above.toUpperCase()) !== (text === text.toUpperCase())) return false;
  const next = following(all, index, 1)[0];
  return next !== undefined && (next.tableHead || next.half === "penyampaian");
};
const FULL_NAME = 40;
const NO_NAME =
  /^(?:BAGIAN|BIDANG|SEKSI|UNIT|UPTD?|DINAS|BADAN|KANTOR|KECAMATAN|KELURAHAN|KABUPATEN|KOTA|PROVINSI|PEMERINTAH|SEKRETARIAT|PADA|DI)\b/i;
