import { capitalise, joinList, lowerFirst } from "#app/format/words.ts";
import { COMPONENTS } from "#app/reader/components.ts";
import type { GroupSummary } from "#app/server/views.ts";

/** A gap in at least this share of at least this many services is one mend in the template. Working bounds. */
export const SHARED_GAP = { share: 0.9, services: 10 } as const;

/** The components that nearly every service lacks, in one sentence; null where there is none. */
export function sharedGapSentence(
  summary: Pick<GroupSummary, "services" | "absentByComponent" | "unreadableByComponent">,
): string | null {
  const shared = COMPONENTS.filter(({ key }) => {
    const readable = summary.services - summary.unreadableByComponent[key];
    return readable >= SHARED_GAP.services && summary.absentByComponent[key] >= SHARED_GAP.share * readable;
  });
  if (shared.length === 0) return null;
  const names = capitalise(joinList(shared.map((one) => lowerFirst(one.short))));
  return `${names} tidak ada pada hampir semua layanan: benahi naskah induknya sekali.`;
}
