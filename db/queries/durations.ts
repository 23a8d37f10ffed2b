import type { Reader } from "../connection.ts";
import type { ComponentState } from "../schema.ts";
import type { Scope } from "../scope.ts";
import { inForce, type ServiceSelection } from "./in-force.ts";

export interface DurationRow {
  r: number;
  /** Leading number of the service's address. */
  no: number;
  slug: string;
  name: string;
  state: ComponentState | null;
  /** JSON, see StoredFacts. */
  facts: string | null;
}

/** The jangka waktu of every service of a selection: its state and what figures were read. */
export const durationsInForce = (
  db: Reader,
  scope: Scope,
  selection: ServiceSelection,
): Promise<DurationRow[]> =>
  inForce(db, scope, selection)
    .leftJoin("component as k", (j) =>
      j.onRef("k.r", "=", "st.r").onRef("k.service_text_id", "=", "st.id").on("k.key", "=", "jangka_waktu"),
    )
    .select(["s.r", "s.no", "s.slug", "s.name", "k.state", "k.facts"])
    .orderBy("s.r")
    .orderBy("s.no")
    .execute();
