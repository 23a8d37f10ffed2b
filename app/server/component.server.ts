import type { ComponentKey } from "#app/reader/components.ts";
import type { Db } from "#db/connection.ts";
import { countFindings } from "#db/queries/findings.ts";
import { bagianInForce } from "#db/queries/groups.ts";
import { type GroupLevels, goodTexts, groupLevels, promisedTimes } from "#db/queries/levels.ts";
import type { Scope } from "#db/scope.ts";
import { addCounts } from "./counts.ts";
import { chooseExamples, EXAMPLES } from "./examples.ts";
import { groupBy } from "./group-by.ts";
import { regencyRefs } from "./lookup.server.ts";
import { bagianRef } from "./refs.ts";
import { selectionOf } from "./selection.ts";
import { parseStored, StoredFacts } from "./stored-json.ts";
import { addLevel, noLevels } from "./substance.ts";
import type { ComponentPlace, ComponentView, RegencyRef, ServiceFilter, WaktuUnit } from "./views.ts";

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
  const regencies = await regencyRefs(db, scope);
  const asked = [...regencies.values()].filter(({ slug }) => kab.includes(slug)).map(({ r }) => r);
  // A name that nobody has filters everything out: -1 is no regency.
  const own = kab.length > 0 && asked.length === 0 ? [-1] : asked;
  const wanted = filter.tingkat?.length ? { ...filter, komponen: [component] } : { ...filter, komponen: [] };
  const selection = selectionOf(wanted, own);
  const [levels, bagian, findings, texts, times] = await Promise.all([
    groupLevels(db.read, scope, selection, component),
    bagianInForce(db.read, scope, own),
    countFindings(db.read, scope, { ...selection, components: [component] }),
    goodTexts(db.read, scope, selection, component, EXAMPLES),
    component === "jangka_waktu" ? promisedTimes(db.read, scope, selection) : [],
  ]);
  const real = <Row extends { r: number }>(rows: readonly Row[]) =>
    rows.filter(({ r }) => regencies.get(r)?.sample === false);
  const byRegency = groupBy(levels, ({ r }) => r);
  const counted = real(levels).length > 0 ? real(levels) : levels;
  const countedTimes = real(levels).length > 0 ? real(times) : times;
  return {
    component,
    levels: tallyOf(counted),
    regencies: [...regencies.values()]
      .filter(({ r }) => byRegency.has(r))
      .map((regency) => placeOf(regency, null, byRegency.get(regency.r) ?? [])),
    bagian: bagian.flatMap((row) => {
      const rows = (byRegency.get(row.r) ?? []).filter(({ bagian_id }) => bagian_id === row.bagian_id);
      return rows.length === 0 ? [] : [placeOf(regencies.get(row.r) as RegencyRef, bagianRef(row), rows)];
    }),
    completenessFindings: addCounts(findings.filter(({ origin }) => origin === "pembaca")),
    substanceFindings: addCounts(findings.filter(({ origin }) => origin === "penilai")),
    units: unitsOf(countedTimes),
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

/** In the order in which bars stand. */
export const WAKTU_UNITS: readonly WaktuUnit[] = [
  "menit",
  "jam",
  "hari",
  "hari kerja",
  "minggu",
  "bulan",
  "tahun",
  "tenggat",
  "tidak terukur",
];

/** Services by the unit that their time is printed in. Absent, unreadable and unjudged ones are in no bar. */
const unitsOf = (rows: Awaited<ReturnType<typeof promisedTimes>>): ComponentView["units"] => {
  const counts = new Map<WaktuUnit, number>();
  for (const { level, facts, unmet } of rows) {
    if (level === null || level === "0" || level === "T") continue;
    const unit = Number(unmet) > 0 ? "tidak terukur" : printedUnit(facts);
    counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  return WAKTU_UNITS.flatMap((unit) => {
    const services = counts.get(unit);
    return services ? [{ unit, services }] : [];
  });
};

/** Unit of the whole time where the text tells it from the steps, else of the first one. */
const printedUnit = (facts: string | null): WaktuUnit => {
  const times = facts === null ? [] : (parseStored(StoredFacts, facts).waktu ?? []);
  const time = times.find(({ of }) => of === "total") ?? times[0];
  if (!time) return "tenggat";
  return time.unit === "hari" && time.basis === "kerja" ? "hari kerja" : time.unit;
};
