import { COMPONENTS, type ComponentKey } from "#app/reader/components.ts";
import type { LevelTally } from "#app/server/views.ts";

/** Levels are ordinal: they are counted here, and never averaged. */

/** Levels 0 and 1. */
export const problemsOf = (tally: LevelTally): number => tally["0"] + tally["1"];

/** What a count of problems is out of: levels 0-3. T and what is not judged stand outside. */
export const judgedOf = (tally: LevelTally): number => problemsOf(tally) + tally["2"] + tally["3"];

export interface ProblemComponent {
  key: ComponentKey;
  problems: number;
  judged: number;
}

/** The components that have problems, in most services first; ties in the decree's order. */
export const mostProblems = (byComponent: Readonly<Record<ComponentKey, LevelTally>>): ProblemComponent[] =>
  COMPONENTS.map(({ key }) => ({
    key,
    problems: problemsOf(byComponent[key]),
    judged: judgedOf(byComponent[key]),
  }))
    .filter(({ problems }) => problems > 0)
    .sort((a, b) => b.problems - a.problems);

/** The one component that no other equals. */
export const leadingProblem = (
  byComponent: Readonly<Record<ComponentKey, LevelTally>>,
): ProblemComponent | null => {
  const [first, second] = mostProblems(byComponent);
  return first && first.problems !== second?.problems ? first : null;
};

/** The components that stand out: at most three, and none that another one outside them equals. */
export const standOut = (
  byComponent: Readonly<Record<ComponentKey, LevelTally>>,
  most = 3,
): ReadonlySet<ComponentKey> => {
  const ranked = mostProblems(byComponent);
  const bound = ranked[most]?.problems ?? 0;
  return new Set(
    ranked
      .slice(0, most)
      .filter((one) => one.problems > bound)
      .map((one) => one.key),
  );
};
