import type { EditionId } from "#app/survey/editions.ts";
import { Tally } from "#app/survey/figures/tally.ts";
import type { GroupKey, Profile } from "#app/survey/model.ts";
import type { Months } from "#app/survey/months.ts";
import type { HistTable, HistTotalTable } from "#db/schema-survey.ts";
import type { UnitId } from "./places.ts";

/** Unit and months to which a respondent belongs. */
export interface Spot {
  unit: UnitId;
  months: Months;
}

/** Where and when one respondent answered, and the hundredths of each unsur. */
export interface PlacedAnswers {
  /** The same object for many respondents, as `profile` is: their cells are found by it. */
  spot: Spot;
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

/** Pairs of spot and profile that are counted apart before they are added to their cells. */
const MOST_APART = 10_000;

/** Counts respondents into histograms per unit, months and marginal group. */
export class PlacedTallies {
  readonly #edition: EditionId;
  readonly #cells = new Map<string, Cell>();
  /** Respondents who share spot and profile are counted once; the marginal groups get them together. */
  readonly #apart = new Map<Spot, Map<Profile, Tally>>();
  #size = 0;

  constructor(edition: EditionId) {
    this.#edition = edition;
  }

  add({ spot, profile, scores }: PlacedAnswers): void {
    (this.#apart.get(spot)?.get(profile) ?? this.#next(spot, profile)).add(scores);
  }

  #next(spot: Spot, profile: Profile): Tally {
    if (this.#size >= MOST_APART) this.#settle();
    this.#size++;
    const tally = new Tally(this.#edition);
    const ofSpot = this.#apart.get(spot) ?? new Map<Profile, Tally>();
    this.#apart.set(spot, ofSpot.set(profile, tally));
    return tally;
  }

  /** Adds what was counted apart to its cells. */
  #settle(): void {
    for (const [{ unit, months }, ofSpot] of this.#apart) {
      for (const [profile, tally] of ofSpot) {
        for (const [group, value] of groupsOf(profile)) {
          const key = [unit.kind, unit.id, months.from, months.to, group, value].join("\u0000");
          let cell = this.#cells.get(key);
          if (!cell) {
            cell = { unit, months, group, value, tally: new Tally(this.#edition) };
            this.#cells.set(key, cell);
          }
          cell.tally.merge(tally);
        }
      }
    }
    this.#apart.clear();
    this.#size = 0;
  }

  rows(r: number, batchId: string): { hist: HistTable[]; hist_total: HistTotalTable[] } {
    this.#settle();
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
