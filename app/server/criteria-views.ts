import type { InstrumentCriterion, UnitCriterion } from "#app/instruments/instrument.ts";
import { lineRange } from "./refs.ts";
import { CURRENT_INSTRUMENT } from "./score-cuts.ts";
import type { CriterionView } from "./views.ts";

const { components, unit, decree } = CURRENT_INSTRUMENT.content;
const CRITERIA: readonly (InstrumentCriterion | UnitCriterion)[] = [
  ...components.flatMap(({ criteria }) => criteria),
  ...unit,
  ...decree,
];
const PLACES = new Map(CRITERIA.map(({ id }, place) => [id, place]));

/** The sentence of a criterion by its id; "" for one that the instrument no longer has. */
export const sentenceOf = (id: string): string => CRITERIA[PLACES.get(id) ?? -1]?.sentence ?? "";

/** A stored verdict as a page shows it, with the sentence of its criterion. */
export const criterionView = (row: {
  criterion: string;
  met: number | null;
  reason: string;
  quote: string | null;
  line_from: number | null;
  line_to: number | null;
}): CriterionView => {
  const criterion = CRITERIA[PLACES.get(row.criterion) ?? -1];
  return {
    id: row.criterion,
    sentence: criterion?.sentence ?? "",
    kind: criterion?.kind ?? null,
    source: criterion?.source ?? null,
    met: row.met === null ? null : row.met === 1,
    reason: row.reason,
    quote: row.quote,
    lines: lineRange(row),
  };
};

/** In the order of the instrument. */
export const byCriterion = (a: { criterion: string }, b: { criterion: string }): number =>
  (PLACES.get(a.criterion) ?? CRITERIA.length) - (PLACES.get(b.criterion) ?? CRITERIA.length);
