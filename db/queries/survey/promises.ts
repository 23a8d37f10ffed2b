import type { ComponentKey } from "#app/reader/components.ts";
import type { Reader } from "../../connection.ts";
import { type Scope, servicesInScope } from "../../scope.ts";

export interface LevelRow {
  service_id: string;
  key: ComponentKey;
  level: string | null;
  /** The component again where a finished review stands on its level. */
  reviewed: ComponentKey | null;
}

/** Stored facts of the biaya component of the services in force of one regency, as JSON. */
export const feeFactsInForce = (
  db: Reader,
  scope: Scope,
  r: number,
): Promise<{ service_id: string; facts: string | null }[]> =>
  db
    .selectFrom("service as s")
    .innerJoin("component as c", (j) =>
      j.onRef("c.r", "=", "s.r").onRef("c.service_text_id", "=", "s.text_id"),
    )
    .select(["s.id as service_id", "c.facts"])
    .where(servicesInScope(scope, "s"))
    .where("s.r", "=", r)
    .where("c.key", "=", "biaya")
    .execute();

/** Level of each component of the services in force of one regency. */
export const levelsInForce = (db: Reader, scope: Scope, r: number): Promise<LevelRow[]> =>
  db
    .selectFrom("service as s")
    .innerJoin("component as c", (j) =>
      j.onRef("c.r", "=", "s.r").onRef("c.service_text_id", "=", "s.text_id"),
    )
    .leftJoin("review as v", (j) =>
      j
        .onRef("v.r", "=", "c.r")
        .onRef("v.service_text_id", "=", "c.service_text_id")
        .onRef("v.component", "=", "c.key"),
    )
    .select(["s.id as service_id", "c.key", "c.level", "v.component as reviewed"])
    .where(servicesInScope(scope, "s"))
    .where("s.r", "=", r)
    .execute();
