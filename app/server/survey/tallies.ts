import type { EditionId } from "#app/survey/editions.ts";
import { Tally } from "#app/survey/figures/tally.ts";
import type { GroupKey, Profile } from "#app/survey/model.ts";
import type { Months } from "#app/survey/months.ts";
import type { HistTable, HistTotalTable } from "#db/schema-survey.ts";
import type { UnitId } from "./places.ts";

/** Where and when one respondent answered, and the hundredths of each unsur. */
export interface PlacedAnswers {
  unit: UnitId;
  months: Months;
  profile: Profile;
  scores: readonly (number | null)[];
}

type Cell = { unit: UnitId; months: Months; group: GroupKey; value: string; tally: Tally };

/** Marginal groups of one respondent: never crossed; what was not said is in none but `all`. */
const groupsOf = ({ sex, age, education, occupation }: Profile): [GroupKey, string][] => {
  const said: [GroupKey, string | null][] = [
    ["sex", sex],
    ["age", age],
    ["education", education],
    ["occupation", occupation],
  ];
  return [
    ["all", ""],
    ...said.flatMap(([key, value]): [GroupKey, string][] => (value === null ? [] : [[key, value]])),
  ];
};

/** Counts respondents into histograms per unit, months and marginal group. */
export class PlacedTallies {
  readonly #edition: EditionId;
  readonly #cells = new Map<string, Cell>();

  constructor(edition: EditionId) {
    this.#edition = edition;
  }

  add({ unit, months, profile, scores }: PlacedAnswers): void {
    for (const [group, value] of groupsOf(profile)) {
      const key = [unit.kind, unit.id, months.from, months.to, group, value].join("\u0000");
      let cell = this.#cells.get(key);
      if (!cell) {
        cell = { unit, months, group, value, tally: new Tally(this.#edition) };
        this.#cells.set(key, cell);
      }
      cell.tally.add(scores);
    }
  }

  rows(r: number, batchId: string): { hist: HistTable[]; hist_total: HistTotalTable[] } {
    const hist: HistTable[] = [];
    const totals: HistTotalTable[] = [];
    for (const { unit, months, group, value, tally } of this.#cells.values()) {
      const place = {
        r,
        batch_id: batchId,
        unit_kind: unit.kind,
        unit_id: unit.id,
        from_month: months.from,
        to_month: months.to,
        group_key: group,
        group_value: value,
      };
      const { hist: scores, hist_total: sums } = tally.histograms();
      for (const { unsur, score, n } of scores) hist.push({ ...place, unsur, score, n });
      for (const { sum, answered, flat, n } of sums)
        totals.push({ ...place, sum, answered, flat: flat ? 1 : 0, n });
    }
    return { hist, hist_total: totals };
  }
}
