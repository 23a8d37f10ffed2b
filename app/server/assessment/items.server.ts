import { partHashes, unitHash } from "#app/assessment/bound.ts";
import { type CriterionAnswers, type ItemValue, proposedValue } from "#app/assessment/values.ts";
import { decreeIsEnough, proofsOf, proveService, proveUnit } from "#app/evidence/prove.ts";
import type { Proof } from "#app/evidence/subject.ts";
import type { Indicator } from "#app/instruments/edition.ts";
import { canonicalHash } from "#app/instruments/instrument.ts";
import { COMPONENTS, type ComponentKey } from "#app/reader/components.ts";
import type { LineRange } from "#app/reader/schema.ts";
import type { Db } from "#db/connection.ts";
import type { AssessmentRow } from "#db/queries/assessments.ts";
import { fullComponents } from "#db/queries/components.ts";
import { type InForceRow, servicesInForce } from "#db/queries/in-force.ts";
import { verdictsOfTable } from "#db/queries/levels.ts";
import type { Scope } from "#db/scope.ts";
import { criterionView } from "../criteria-views.ts";
import { type EditionView, editionViews } from "../instruments/editions.server.ts";
import { type JudgedUnit, judgedUnits } from "../instruments/evidence.server.ts";
import { bagianRef, cellOf, decreeRef, lineRange } from "../refs.ts";
import { CURRENT_INSTRUMENT } from "../score-cuts.ts";
import type { Cell, CriterionView, DecreeRef } from "../views.ts";

/** One criterion of a component as the sheet shows it: the machine's answer, or none where it could not ask. */
export interface ItemCriterion extends CriterionView {
  level: 2 | 3;
}

/** One item of an assessment with all that it is answered on. */
export interface Item {
  key: string;
  name: string;
  /** Number of the component, or name of the dimension. */
  place: string;
  /** Of the words that it is answered on. */
  hash: string;
  machine: ItemValue | null;
  /** The machine's verdict is the whole answer, so that it may be kept. */
  decisive: boolean;
  reason: string;
  quotes: string[];
  lines: LineRange | null;
  /** The decree's own words; null where they are not there, or not stored. */
  text: string | null;
  component: { key: ComponentKey; cell: Cell; criteria: ItemCriterion[] } | null;
  indicator: Indicator | null;
}

/** What an assessment is about, as it is printed now. */
export interface Subject {
  /** The edition that is answered now: the one in force while it is open, else the one it was handed in by. */
  instrumentId: string;
  edition: EditionView;
  /** Null of a bagian, and where no decree in force prints the service. */
  row: InForceRow | null;
  decree: DecreeRef | null;
  contentHash: string | null;
  parts: Record<string, string>;
  items: Item[];
}

const ITEM_TEXTS = new Map(CURRENT_INSTRUMENT.content.components.map((one) => [one.key, one]));

/** The yardstick of substance: its items are components, not indicators. */
export const isSubstance = ({ kind }: Pick<EditionView, "kind">): boolean => kind === "standar";

type Component = Awaited<ReturnType<typeof fullComponents>>[number];
type StoredVerdict = Awaited<ReturnType<typeof verdictsOfTable>>[number];

/** The machine's level, whether or not a person's took its place. */
export const machineLevel = (row: Pick<Component, "level" | "overruled_level">): Component["level"] =>
  row.overruled_level ?? row.level;

const criteriaOf = (key: ComponentKey, verdicts: readonly StoredVerdict[]): ItemCriterion[] =>
  (ITEM_TEXTS.get(key)?.criteria ?? []).map(({ id, level }) => {
    const found = verdicts.find(({ criterion }) => criterion === id);
    const view = criterionView(
      found ?? { criterion: id, met: null, reason: "", quote: null, line_from: null, line_to: null },
    );
    return { ...view, level };
  });

const ABSENT = { state: "missing", text: null, line_from: null, line_to: null, level: null } as const;

const componentItems = (
  components: readonly Component[],
  verdicts: readonly StoredVerdict[],
  parts: Readonly<Record<string, string>>,
): Item[] =>
  COMPONENTS.map(({ key, number, name }): Item => {
    const row = components.find((one) => one.key === key);
    const stored = row ?? ABSENT;
    const cell = cellOf(stored);
    const criteria = criteriaOf(key, verdicts);
    const machine = row ? machineLevel(row) : null;
    const unmet = criteria.filter(({ met }) => met === false);
    return {
      key,
      name,
      place: String(number),
      hash: parts[key] ?? "",
      machine,
      decisive: machine !== null,
      reason: unmet.map(({ reason }) => reason).join(" "),
      quotes: (unmet.length > 0 ? unmet : criteria).flatMap(({ quote }) => quote ?? []),
      lines: lineRange(stored),
      text: stored.text,
      component: { key, cell, criteria },
      indicator: null,
    };
  });

/** The component whose words answer an indicator, where its rule names one. */
const textKeyOf = (indicator: Indicator): ComponentKey | null => {
  for (const rule of proofsOf(indicator)) if ("component" in rule) return rule.component;
  return null;
};

const indicatorItem = (
  indicator: Indicator,
  dimension: string,
  proof: Proof,
  components: readonly Component[],
): Item => {
  const machine = proposedValue(proof);
  const key = textKeyOf(indicator);
  const { state, reason, quote, lines } = proof;
  return {
    key: indicator.id,
    name: indicator.name,
    place: dimension,
    hash: canonicalHash({ state, reason, quote }),
    machine,
    decisive: machine !== null && decreeIsEnough(indicator),
    reason,
    quotes: quote === null ? [] : [quote],
    lines,
    text: components.find((one) => one.key === key)?.text ?? null,
    component: null,
    indicator,
  };
};

/** Is a family's edition in force answered, or the very one it was handed in by? */
const editionOf = (
  editions: readonly EditionView[],
  { instrument_id, family, state }: Pick<AssessmentRow, "instrument_id" | "family" | "state">,
  open: boolean,
): EditionView => {
  const own = editions.find(({ id }) => id === instrument_id);
  const current = editions.find(
    ({ edition, supersededBy }) => supersededBy === null && edition.startsWith(`${family}/`),
  );
  const found = open ? (current ?? own) : own;
  if (!found) throw new Error(`assessment in ${state} names no stored edition`);
  return found;
};

/**
 * What an assessment asks now, with the machine's part of each answer.
 * @param open whether answers may still be given: then the edition in force is asked
 */
export const subjectOf = async (
  db: Db,
  scope: Scope,
  assessment: AssessmentRow,
  open: boolean,
): Promise<Subject> => {
  const edition = editionOf(await editionViews(db, scope), assessment, open);
  return assessment.of === "layanan"
    ? serviceSubject(db, scope, assessment, edition)
    : unitSubject(db, scope, assessment, edition);
};

const serviceSubject = async (
  db: Db,
  scope: Scope,
  { r, subject_id }: AssessmentRow,
  edition: EditionView,
): Promise<Subject> => {
  const base = { instrumentId: edition.id, edition };
  const row =
    (await servicesInForce(db.read, scope, { r: [r] })).find((one) => one.service_id === subject_id) ?? null;
  if (!row) return { ...base, row, decree: null, contentHash: null, parts: {}, items: [] };
  const [components, verdicts] = await Promise.all([
    fullComponents(db.read, scope, r, row.text_id),
    verdictsOfTable(db.read, scope, r, row.text_id),
  ]);
  const texts = Object.fromEntries(components.map(({ key, text }) => [key, text]));
  const parts = partHashes({ name: row.printed_name, bagian: row.printed_bagian, texts });
  const items = isSubstance(edition)
    ? componentItems(components, verdicts, parts)
    : await serviceIndicators(db, scope, row, edition, components);
  const decree = decreeRef({ ...row, slug: row.decree_slug });
  return { ...base, row, decree, contentHash: row.content_hash, parts, items };
};

const placedIndicators = ({ content }: EditionView, of: Indicator["of"]) =>
  content.dimensions.flatMap(({ name, indicators }) =>
    indicators.filter((one) => one.of === of).map((indicator) => ({ indicator, dimension: name })),
  );

const serviceIndicators = async (
  db: Db,
  scope: Scope,
  row: InForceRow,
  edition: EditionView,
  components: readonly Component[],
): Promise<Item[]> => {
  const placed = placedIndicators(edition, "layanan");
  const rules = placed.flatMap(({ indicator }) => proofsOf(indicator));
  const units = await judgedUnits(db, scope, { r: [row.r], bagian: [bagianRef(row).slug] }, rules);
  const judged = units
    .flatMap(({ services }) => services)
    .find((one) => one.row.service_id === row.service_id);
  if (!judged) return [];
  return placed.map(({ indicator, dimension }) =>
    indicatorItem(indicator, dimension, proveService(indicator, judged.evidence), components),
  );
};

const unitSubject = async (
  db: Db,
  scope: Scope,
  { r, bagian_slug }: AssessmentRow,
  edition: EditionView,
): Promise<Subject> => {
  const placed = placedIndicators(edition, "unit");
  const rules = placed.flatMap(({ indicator }) => proofsOf(indicator));
  const [unit] =
    bagian_slug === null ? [] : await judgedUnits(db, scope, { r: [r], bagian: [bagian_slug] }, rules);
  const parts = unit ? partsOfUnit(unit) : {};
  const first = unit?.services[0]?.row;
  return {
    instrumentId: edition.id,
    edition,
    row: null,
    decree: first ? decreeRef({ ...first, slug: first.decree_slug }) : null,
    contentHash: unit ? unitHash(parts) : null,
    parts,
    items: unit
      ? placed.map(({ indicator, dimension }) =>
          indicatorItem(indicator, dimension, proveUnit(indicator, unit.evidence), []),
        )
      : [],
  };
};

const partsOfUnit = ({ services }: JudgedUnit): Record<string, string> =>
  Object.fromEntries(services.map(({ row }) => [row.service_id, row.content_hash ?? ""]));

/** What the machine answered to the criteria of a component, by id. */
export const machineAnswers = (criteria: readonly ItemCriterion[]): CriterionAnswers =>
  Object.fromEntries(criteria.map(({ id, met }) => [id, met]));
