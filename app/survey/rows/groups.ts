import type { EditionId, UnsurKey } from "../editions.ts";
import { type Figures, figuresOf } from "../figures/figures.ts";
import { mergeHistograms, Tally } from "../figures/tally.ts";
import type { Histograms, Place } from "../model.ts";
import { nameKey } from "../text.ts";

/** More groups than this and a column was no group at all; the rest is counted without a service. */
export const MAX_GROUPS = 20_000;

export interface Group {
  place: Place;
  histograms: Histograms;
  figures: Figures;
}

interface Counted {
  place: Place;
  tally: Tally;
  /** First row, where respondents do not come in order. */
  first: number;
}

const keyOf = ({ regency, bagian, service, period }: Place): string =>
  [regency, bagian, service, period].map((one) => (one === null ? "" : nameKey(one))).join("\u0001");

/** Counts respondents per place, in the order in which places first appear. */
export class Groups {
  readonly #edition: EditionId;
  readonly #byKey = new Map<string, Counted>();
  /** Places that readers share are found without being spelled out. */
  readonly #byPlace = new Map<Place, Counted>();
  overflow = false;

  constructor(id: EditionId) {
    this.#edition = id;
  }

  /** `row`: the respondent's first, where respondents do not come in its order. */
  add(place: Place, scores: readonly (number | null)[], row = 0): void {
    const group = this.#byPlace.get(place) ?? this.#find(place, row);
    if (row < group.first) group.first = row;
    group.tally.add(scores);
  }

  #find(place: Place, row: number): Counted {
    let key = keyOf(place);
    let group = this.#byKey.get(key);
    if (!group && this.#byKey.size >= MAX_GROUPS && place.service !== null) {
      this.overflow = true;
      const kept = { ...place, service: null };
      key = keyOf(kept);
      group = this.#byKey.get(key) ?? { place: kept, tally: new Tally(this.#edition), first: row };
      this.#byKey.set(key, group);
    }
    if (!group) {
      group = { place, tally: new Tally(this.#edition), first: row };
      this.#byKey.set(key, group);
    }
    if (this.#byPlace.size < MAX_GROUPS) this.#byPlace.set(place, group);
    return group;
  }

  groups(asked: readonly UnsurKey[], fractions: boolean): Group[] {
    const inOrder = [...this.#byKey.values()].sort((a, b) => a.first - b.first);
    return inOrder.map(({ place, tally }) => {
      const histograms = tally.histograms();
      return { place, histograms, figures: figuresOf(histograms, asked, { fractions }) };
    });
  }
}

/** All groups together: *gabungan responden*. A part of the place stands only where all groups share it. */
export const totalOf = (
  id: EditionId,
  groups: readonly Group[],
  asked: readonly UnsurKey[],
  fractions: boolean,
): Group => {
  const histograms = mergeHistograms(
    id,
    groups.map((group) => group.histograms),
  );
  return {
    place: sharedPlace(groups.map((group) => group.place)),
    histograms,
    figures: figuresOf(histograms, asked, { fractions }),
  };
};

export const sharedPlace = (places: readonly Place[]): Place => {
  const shared = (part: keyof Place): string | null => {
    const first = places[0]?.[part] ?? null;
    return places.every((one) => one[part] === first) ? first : null;
  };
  return {
    regency: shared("regency"),
    bagian: shared("bagian"),
    service: shared("service"),
    period: shared("period"),
  };
};
