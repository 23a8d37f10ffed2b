import { COMPONENT_KEYS, type ComponentKey, PUBLIC_KEYS } from "#app/reader/components.ts";
import { addLevel, noLevels, summariseSubstance } from "#app/server/substance.ts";
import type { Level, LevelTally, SubstanceSummary } from "#app/server/views.ts";

type Levels = Record<ComponentKey, Level | null>;

/** Level 3 everywhere but for the components that are named. */
export const levelsWith = (levels: Partial<Levels> = {}): Levels => ({
  ...(Object.fromEntries(COMPONENT_KEYS.map((key) => [key, "3"])) as Levels),
  ...levels,
});

/** What services with these levels come to together. */
export function substanceWith(services: readonly Partial<Levels>[]): SubstanceSummary {
  const all = services.map((one) => levelsWith(one));
  const tally = (keys: readonly ComponentKey[]): LevelTally =>
    all.flatMap((one) => keys.map((key) => one[key])).reduce((sum, one) => addLevel(sum, one), noLevels());
  const counts = (keys: readonly ComponentKey[]) => {
    const levels = tally(keys);
    const problems = levels["0"] + levels["1"];
    return { problems, judged: problems + levels["2"] + levels["3"], unreadable: levels.T };
  };
  return {
    ...summariseSubstance([], [], []),
    levels: tally(COMPONENT_KEYS),
    all: counts(COMPONENT_KEYS),
    public: counts(PUBLIC_KEYS),
    byComponent: Object.fromEntries(COMPONENT_KEYS.map((key) => [key, tally([key])])) as Record<
      ComponentKey,
      LevelTally
    >,
  };
}

/** `n` services with the same levels. */
export const times = (n: number, levels: Partial<Levels>): Partial<Levels>[] =>
  Array.from({ length: n }, () => levels);
