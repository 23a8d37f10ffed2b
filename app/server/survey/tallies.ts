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

/** Different sets of cells that are kept to be given again. */
const MOST_SHARED = 50_000;

/** Counts respondents into histograms per unit, months and marginal group. */
export class PlacedTallies {
  readonly #edition: EditionId;
  readonly #cells = new Map<string, Cell>();
  /** The cells of respondents who share place, months and profile: found without being spelled out again. */
  readonly #shared = new Map<string, readonly Tally[]>();

  constructor(edition: EditionId) {
    this.#edition = edition;
  }

  add(one: PlacedAnswers): void {
    const { unit, months, profile, scores } = one;
    const { sex, age, education, occupation } = profile;
    const key = `${unit.kind} ${unit.id} ${months.from} ${months.to} ${sex ?? ""}\u0000${age ?? ""}\u0000${education ?? ""}\u0000${occupation ?? ""}`;
    let tallies = this.#shared.get(key);
    if (!tallies) {
      tallies = this.#find(one);
      if (this.#shared.size < MOST_SHARED) this.#shared.set(key, tallies);
    }
    for (const tally of tallies) tally.add(scores);
  }

  #find({ unit, months, profile }: PlacedAnswers): Tally[] {
    return groupsOf(profile).map(([group, value]) => {
      const key = [unit.kind, unit.id, months.from, months.to, group, value].join("\u0000");
      let cell = this.#cells.get(key);
      if (!cell) {
        cell = { unit, months, group, value, tally: new Tally(this.#edition) };
        this.#cells.set(key, cell);
      }
      return cell.tally;
    });
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
