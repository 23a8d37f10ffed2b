import type { CostSignal } from "#app/survey/figures/gratis.ts";
import { parseStored, StoredFacts } from "../stored-json.ts";

/** What each service's standard says of its fee: free, a fee, or neither. By id of the service. */
export const freeByService = (
  rows: readonly { service_id: string; facts: string | null }[],
): Map<string, boolean | null> =>
  new Map(
    rows.map(({ service_id, facts }) => [
      service_id,
      facts === null ? null : (parseStored(StoredFacts, facts).gratis ?? null),
    ]),
  );

/** Answers to the unsur of cost against what the standard promises. */
export interface FeeSignal extends CostSignal {
  /** The standard promises that it is free; else it states a fee. */
  free: boolean;
}
