import type { ComponentKey } from "#app/reader/components.ts";
import type { Db } from "#db/connection.ts";
import { countFindings } from "#db/queries/findings.ts";
import { bagianInForce } from "#db/queries/groups.ts";
import { type GroupLevels, goodTexts, groupLevels } from "#db/queries/levels.ts";
import { reviewCounts } from "#db/queries/reviews.ts";
import type { Scope } from "#db/scope.ts";
import { countedRegencies } from "./counted.ts";
import { addCounts } from "./counts.ts";
import { chooseExamples, EXAMPLES } from "./examples.ts";
import { groupBy } from "./group-by.ts";
import { regencyRefs } from "./lookup.server.ts";
import { bagianRef } from "./refs.ts";
import { selectionOf } from "./selection.ts";
import { addLevel, noLevels } from "./substance.ts";
import type { ComponentPlace, ComponentView, RegencyRef, ServiceFilter } from "./views.ts";

export interface ComponentRequest {
  component: ComponentKey;
  /** Slugs of regencies; none for all. */
  kab?: readonly string[];
  /** `komponen` is left out: the component is asked for itself. */
  filter: ServiceFilter;
}

/** One component over the services of a selection: its levels by place, its findings, its good texts. */
export const getComponent = async (
  db: Db,
  scope: Scope,
  { component, kab = [], filter }: ComponentRequest,
): Promise<ComponentView> => {
  const [regencies, everywhere] = await Promise.all([regencyRefs(db, scope), bagianInForce(db.read, scope)]);
  const asked = [...regencies.values()].filter(({ slug }) => kab.includes(slug)).map(({ r }) => r);
  // A name that nobody has filters everything out: -1 is no regency.
  const own = kab.length > 0 && asked.length === 0 ? [-1] : asked;
  const wanted = filter.tingkat?.length ? { ...filter, komponen: [component] } : { ...filter, komponen: [] };
  const selection = selectionOf(db, wanted, own);
  const counted = countedRegencies(regencies.values(), new Set(everywhere.map(({ r }) => r)), kab);
  const [levels, findings, texts, review] = await Promise.all([
    groupLevels(db.read, scope, selection, component),
    countFindings(db.read, scope, { ...selection, components: [component], r: counted }),
    goodTexts(db.read, scope, selection, component, EXAMPLES),
    reviewCounts(db.read, scope, { ...selection, r: counted }, component),
  ]);
  const byRegency = groupBy(levels, ({ r }) => r);
  return {
    component,
    levels: tallyOf(levels.filter(({ r }) => counted.includes(r))),
    regencies: [...regencies.values()]
      .filter(({ r }) => byRegency.has(r))
      .map((regency) => placeOf(regency, null, byRegency.get(regency.r) ?? [])),
    bagian: everywhere.flatMap((row) => {
      const rows = (byRegency.get(row.r) ?? []).filter(({ bagian_id }) => bagian_id === row.bagian_id);
      return rows.length === 0 ? [] : [placeOf(regencies.get(row.r) as RegencyRef, bagianRef(row), rows)];
    }),
    completenessFindings: addCounts(findings.filter(({ origin }) => origin === "pembaca")),
    substanceFindings: addCounts(findings.filter(({ origin }) => origin === "penilai")),
    review,
    examples: chooseExamples(texts, regencies),
  };
};

const tallyOf = (rows: readonly GroupLevels[]) =>
  rows.reduce((tally, { level, services }) => addLevel(tally, level, Number(services)), noLevels());

const placeOf = (
  regency: RegencyRef,
  bagian: ComponentPlace["bagian"],
  rows: readonly GroupLevels[],
): ComponentPlace => ({
  regency,
  bagian,
  services: rows.reduce((sum, { services }) => sum + Number(services), 0),
  levels: tallyOf(rows),
});
