import type { ComponentKey } from "#app/reader/components.ts";
import type { Reader } from "../connection.ts";
import type { Scope } from "../scope.ts";
import { inForce, type ServiceSelection } from "./in-force.ts";

/** What reading and scoring left of the components of a selection. Texts only of the components that are asked for. */
export const componentEvidence = async (
  db: Reader,
  scope: Scope,
  selection: ServiceSelection,
  textsOf: readonly ComponentKey[],
) => {
  const components = () =>
    inForce(db, scope, selection).innerJoin("component as c", (j) =>
      j.onRef("c.r", "=", "st.r").onRef("c.service_text_id", "=", "st.id"),
    );
  const [states, texts] = await Promise.all([
    components()
      .select(["c.service_text_id", "c.key", "c.state", "c.level", "c.line_from", "c.line_to"])
      .execute(),
    textsOf.length === 0
      ? []
      : components().where("c.key", "in", textsOf).select(["c.service_text_id", "c.key", "c.text"]).execute(),
  ]);
  return { states, texts };
};

/** Answers to some criteria on the tables of a selection, as the current yardstick gave them. */
export const criterionEvidence = (
  db: Reader,
  scope: Scope,
  selection: ServiceSelection,
  criteria: readonly string[],
) =>
  criteria.length === 0
    ? Promise.resolve([])
    : inForce(db, scope, selection)
        .innerJoin("verdict as v", (j) =>
          j.onRef("v.r", "=", "st.r").onRef("v.service_text_id", "=", "st.id"),
        )
        .where("v.criterion", "in", criteria)
        .select([
          "v.service_text_id",
          "v.criterion",
          "v.met",
          "v.reason",
          "v.quote",
          "v.line_from",
          "v.line_to",
        ])
        .execute();
