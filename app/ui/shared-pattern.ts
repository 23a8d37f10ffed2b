import { capitalise, joinList, lowerFirst } from "#app/format/words.ts";
import { COMPONENTS, type ComponentKey } from "#app/reader/components.ts";
import type { LevelTally } from "#app/server/views.ts";
import { judgedOf } from "./level-counts.ts";

/** One level below 3 in at least this share of at least this many services is one mend in the template. Working bounds. */
export const SHARED_PATTERN = { share: 0.9, services: 10 } as const;

const BELOW_THREE = ["0", "1", "2"] as const;
const WORDS: Record<(typeof BELOW_THREE)[number], string> = {
  "0": "tidak ada",
  "1": "belum tepat isinya",
  "2": "hanya memenuhi inti",
};

type ByComponent = Readonly<Record<ComponentKey, LevelTally>>;

/** The components that stand on one level nearly everywhere, by that level. */
export const sharedPatterns = (
  byComponent: ByComponent,
): ReadonlyMap<ComponentKey, (typeof BELOW_THREE)[number]> =>
  new Map(
    COMPONENTS.flatMap(({ key }) => {
      const n = judgedOf(byComponent[key]);
      const level = BELOW_THREE.find((one) => byComponent[key][one] >= SHARED_PATTERN.share * n);
      return n >= SHARED_PATTERN.services && level ? [[key, level] as const] : [];
    }),
  );

/** What is mended once for all, a sentence a level; none where there is no such pattern. */
export function sharedPatternSentences(byComponent: ByComponent): string[] {
  const patterns = sharedPatterns(byComponent);
  return BELOW_THREE.flatMap((level) => {
    const names = COMPONENTS.filter(({ key }) => patterns.get(key) === level).map((one) =>
      lowerFirst(one.short),
    );
    return names.length === 0
      ? []
      : [
          `${capitalise(joinList(names))} ${WORDS[level]} pada hampir semua layanan: benahi naskah induknya sekali.`,
        ];
  });
}
