import type { InstrumentCriterion, UnitCriterion } from "#app/instruments/instrument.ts";
import { component } from "#app/reader/components.ts";
import { CURRENT_INSTRUMENT } from "./score-cuts.ts";

/** One criterion of the instrument with what it is asked of. */
export interface CriterionRow extends UnitCriterion {
  /** A component by its short name, "Satuan kerja", or "Keputusan". */
  of: string;
  /** Null: it gives no level. */
  level: InstrumentCriterion["level"] | null;
}

/** The instrument as the metode page shows it: its edition, and every criterion in its order. */
export const getCriteria = (): { edition: string; criteria: CriterionRow[] } => {
  const { edition, components, unit, decree } = CURRENT_INSTRUMENT.content;
  return {
    edition,
    criteria: [
      ...components.flatMap(({ key, criteria }) =>
        criteria.map((one): CriterionRow => ({ ...one, of: component(key).short })),
      ),
      ...unit.map((one): CriterionRow => ({ ...one, of: "Satuan kerja", level: null })),
      ...decree.map((one): CriterionRow => ({ ...one, of: "Keputusan", level: null })),
    ],
  };
};
