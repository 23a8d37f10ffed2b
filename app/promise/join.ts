import type { ComponentKey } from "../reader/components.ts";
import type { Level } from "../scoring/schema.ts";
import type { UnsurKey } from "../survey/editions.ts";
import {
  type Deed,
  deedOf,
  type Experience,
  type Experienced,
  experiencedAs,
  type Promised,
  promisedBy,
} from "./judge.ts";
import { PAIRS, type PromisePair } from "./pairs.ts";

/** One cell of the matrix: a component's level beside its unsur. */
export interface JoinedPair extends PromisePair {
  level: Level | null;
  promised: Promised | null;
  /** Null where nobody was asked. */
  experience: Experience | null;
  experienced: Experienced | null;
  deed: Deed | null;
}

/**
 * The pairs of one place. A service has one level a component; for a bagian pass null levels and count instead.
 *
 * @param levels by component; @param experiences by unsur; @param bound lower bound of mutu B of the edition
 */
export const joinPairs = (
  levels: Partial<Record<ComponentKey, Level | null>>,
  experiences: ReadonlyMap<UnsurKey, Experience>,
  bound: number,
): JoinedPair[] =>
  PAIRS.map((pair) => {
    const level = levels[pair.component] ?? null;
    const promised = promisedBy(level);
    const experience = experiences.get(pair.unsur) ?? null;
    const experienced = experience && experiencedAs(experience, bound);
    return { ...pair, level, promised, experience, experienced, deed: deedOf(promised, experienced) };
  });

export interface DeedCounts {
  /** Pairs with a promise and an experience, certain or not. */
  pairs: number;
  uncertain: number;
  /** Answered by fewer than five. */
  few: number;
  deeds: Record<Deed, number>;
}

/** Counts over the strong pairs of many places. T and unasked pairs are in none. */
export function countDeeds(all: readonly JoinedPair[]): DeedCounts {
  const counts: DeedCounts = {
    pairs: 0,
    uncertain: 0,
    few: 0,
    deeds: { benahi: 0, tepati: 0, tuliskan: 0, pertahankan: 0 },
  };
  for (const { weak, promised, experienced, deed } of all) {
    if (weak || promised === null || experienced === null) continue;
    counts.pairs++;
    if (deed) counts.deeds[deed]++;
    else if (experienced === "sedikit") counts.few++;
    else counts.uncertain++;
  }
  return counts;
}
