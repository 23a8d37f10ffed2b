import { COMPONENT_KEYS, type ComponentKey } from "#app/reader/components.ts";
import type { FindingCounts } from "#db/queries/findings.ts";
import type { GroupTotals } from "#db/queries/groups.ts";
import type { GroupLevels } from "#db/queries/levels.ts";
import type { LevelCounts, StoredLevel } from "#db/schema.ts";
import { addCounts } from "./counts.ts";
import type { LevelTally, ProblemCount, ReviewCount, Substance, SubstanceSummary } from "./views.ts";

export const noLevels = (): LevelTally => ({ "0": 0, "1": 0, "2": 0, "3": 0, T: 0, unjudged: 0 });

/** Adds `count` things of this level; null: belum dinilai. */
export const addLevel = (tally: LevelTally, level: StoredLevel | null, count = 1): LevelTally => {
  tally[level ?? "unjudged"] += count;
  return tally;
};

const judgedOf = (tally: LevelTally): number => tally["0"] + tally["1"] + tally["2"] + tally["3"];

/**
 * Counts of one table, or of `tables` of them added up. Counts may arrive as text from PostgreSQL.
 * @param tables each has 14 components, of which those in no count are belum dinilai
 */
export const substanceOf = (row: LevelCounts, tables = 1): Substance => {
  const levels: LevelTally = {
    "0": Number(row.level0_n),
    "1": Number(row.level1_n),
    "2": Number(row.level2_n),
    "3": Number(row.level3_n),
    T: Number(row.level_t_n),
    unjudged: 0,
  };
  levels.unjudged = tables * COMPONENT_KEYS.length - judgedOf(levels) - levels.T;
  return {
    levels,
    all: { problems: levels["0"] + levels["1"], judged: judgedOf(levels), unreadable: levels.T },
    public: {
      problems: Number(row.problems_public_n),
      judged: Number(row.judged_public_n),
      unreadable: Number(row.level_t_public_n),
    },
  };
};

export const NO_LEVELS: LevelCounts = {
  level0_n: 0,
  level1_n: 0,
  level2_n: 0,
  level3_n: 0,
  level_t_n: 0,
  problems_public_n: 0,
  judged_public_n: 0,
  level_t_public_n: 0,
};

/** Reviewed verdicts of these tables, of all on them. */
export const reviewOf = (rows: readonly (LevelCounts & { reviewed: number })[]): ReviewCount => ({
  reviewed: rows.reduce((sum, row) => sum + Number(row.reviewed), 0),
  verdicts: rows.reduce((sum, row) => sum + substanceOf(row).all.judged, 0),
});

const addProblems = (a: ProblemCount, b: ProblemCount): ProblemCount => ({
  problems: a.problems + b.problems,
  judged: a.judged + b.judged,
  unreadable: a.unreadable + b.unreadable,
});

export const addSubstance = (a: Substance, b: Substance): Substance => ({
  levels: Object.fromEntries(
    Object.entries(a.levels).map(([level, count]) => [level, count + b.levels[level as keyof LevelTally]]),
  ) as unknown as LevelTally,
  all: addProblems(a.all, b.all),
  public: addProblems(a.public, b.public),
});

/** The 14 levels of one table; null: belum dinilai. */
export const levelsOf = (
  rows: readonly { key: ComponentKey; level: StoredLevel | null }[],
): Record<ComponentKey, StoredLevel | null> => {
  const levels = new Map(rows.map(({ key, level }) => [key, level]));
  return Object.fromEntries(COMPONENT_KEYS.map((key) => [key, levels.get(key) ?? null])) as Record<
    ComponentKey,
    StoredLevel | null
  >;
};

/** Rows of any number of groups → what their substance comes to together. */
export const summariseSubstance = (
  totals: readonly GroupTotals[],
  levels: readonly GroupLevels[],
  findings: readonly Pick<FindingCounts, "code" | "count">[],
): SubstanceSummary => {
  const sum = (column: Exclude<keyof GroupTotals, "r" | "bagian_id">) =>
    totals.reduce((total, row) => total + Number(row[column]), 0);
  const substance = substanceOf(
    {
      level0_n: sum("level0_n"),
      level1_n: sum("level1_n"),
      level2_n: sum("level2_n"),
      level3_n: sum("level3_n"),
      level_t_n: sum("level_t_n"),
      problems_public_n: sum("problems_public_n"),
      judged_public_n: sum("judged_public_n"),
      level_t_public_n: sum("level_t_public_n"),
    },
    sum("services"),
  );
  const byComponent = Object.fromEntries(COMPONENT_KEYS.map((key) => [key, noLevels()])) as Record<
    ComponentKey,
    LevelTally
  >;
  for (const { key, level, services } of levels) addLevel(byComponent[key], level, Number(services));
  return {
    ...substance,
    judgedServices: sum("judged_services"),
    free: sum("free"),
    uncertain: sum("free_but_unread"),
    byComponent,
    findings: addCounts(findings),
    review: { reviewed: sum("reviewed"), verdicts: substance.all.judged },
  };
};
