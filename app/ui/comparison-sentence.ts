import { countWord, joinList } from "#app/format/words.ts";
import type { ComparisonView } from "#app/server/comparison.server.ts";
import type { DecreeRef } from "#app/server/views.ts";
import { decreeName } from "./words-of.ts";

type View = Pick<ComparisonView, "before" | "after" | "counts">;

/** "versi 2", or the decree where two decrees are compared. */
export const textName = (text: View["after"], other: View["after"]): string =>
  text.slug === other.slug ? `versi ${text.version}` : decreeName(text);

/** What became of the services between two texts. */
export function comparisonSentence({ before, after, counts }: View): string {
  const lead = `Dibandingkan dengan ${textName(before, after)},`;
  const what: string[] = [
    ...(counts.baru > 0 ? [`${countWord(counts.baru)} layanan baru`] : []),
    ...(counts.tidak_ada_lagi > 0 ? [`${countWord(counts.tidak_ada_lagi)} layanan tidak dimuat lagi`] : []),
    ...(counts.berubah > 0 ? [`${countWord(counts.berubah)} layanan berubah`] : []),
  ];
  if (what.length > 0) return `${lead} ${joinList(what)}`;
  if (counts.sama === 0) return "Kedua teks ini tidak memuat layanan yang dapat dibandingkan";
  const reach = before.factsOnly || after.factsOnly ? " sejauh hasil bacanya" : "";
  return `${lead} semua ${countWord(counts.sama)} layanan sama${reach}`;
}

/** A way from a text to its comparison: "Bandingkan dengan versi 1", "… dengan Keputusan … (12 layanan sama-sama dimuat)". */
export function comparisonLinkWords(
  here: Pick<DecreeRef, "slug" | "version">,
  { before, after, shared }: { before: DecreeRef; after: DecreeRef; shared: number | null },
): string {
  const isHere = (text: DecreeRef): boolean => text.slug === here.slug && text.version === here.version;
  const other = isHere(after) ? before : after;
  const both = shared === null ? "" : ` (${countWord(shared)} layanan dimuat keduanya)`;
  return `Bandingkan dengan ${textName(other, isHere(after) ? after : before)}${both}`;
}
