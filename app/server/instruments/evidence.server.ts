import { coreCriteria } from "#app/evidence/rules.ts";
import type {
  ComponentEvidence,
  CriterionAnswer,
  ServiceEvidence,
  UnitEvidence,
} from "#app/evidence/subject.ts";
import type { ProofRule } from "#app/instruments/proofs.ts";
import { COMPONENT_KEYS, type ComponentKey } from "#app/reader/components.ts";
import type { Level } from "#app/scoring/schema.ts";
import type { Db } from "#db/connection.ts";
import { componentEvidence, criterionEvidence } from "#db/queries/evidence.ts";
import { type InForceRow, type ServiceSelection, servicesInForce } from "#db/queries/in-force.ts";
import { decreeVerdictsInForce, unitVerdictsInForce } from "#db/queries/levels.ts";
import type { StoredLevel } from "#db/schema.ts";
import type { Scope } from "#db/scope.ts";
import { groupBy } from "../group-by.ts";
import { bagianRef, cellOf, lineRange } from "../refs.ts";
import type { BagianRef } from "../views.ts";

/** A service in force with what its decree has to say. */
export interface JudgedService {
  row: InForceRow;
  evidence: ServiceEvidence;
}

export interface JudgedUnit {
  bagian: BagianRef;
  services: JudgedService[];
  evidence: UnitEvidence;
}

const LEVELS: Record<StoredLevel, Level> = { "0": 0, "1": 1, "2": 2, "3": 3, T: "T" };

const answerOf = (row: {
  met: number | null;
  reason: string;
  quote: string | null;
  line_from: number | null;
  line_to: number | null;
}): CriterionAnswer => ({
  met: row.met === null ? null : row.met === 1,
  reason: row.reason,
  quote: row.quote,
  lines: lineRange(row),
});

const ABSENT: ComponentEvidence = { state: "tidak_ada", level: null, text: null, lines: null };

/** Criteria and texts that these rules look at: nothing else is read. */
const needsOf = (rules: readonly ProofRule[]) => {
  const criteria = new Set<string>();
  const texts = new Set<ComponentKey>();
  for (const rule of rules) {
    if (rule.rule === "komponen") for (const id of coreCriteria(rule.component)) criteria.add(id);
    if (rule.rule === "kriteria") criteria.add(rule.criterion);
    if (rule.rule === "kata") texts.add(rule.component);
  }
  return { criteria: [...criteria], texts: [...texts] };
};

/** The bagian of a selection, in the order of their decrees, with what reading and scoring left for these rules. */
export const judgedUnits = async (
  db: Db,
  scope: Scope,
  selection: ServiceSelection,
  rules: readonly ProofRule[],
): Promise<JudgedUnit[]> => {
  const needs = needsOf(rules);
  const asksUnits = rules.some(({ rule }) => rule === "unit");
  const [rows, { states, texts }, answers, units, decrees] = await Promise.all([
    servicesInForce(db.read, scope, selection),
    componentEvidence(db.read, scope, selection, needs.texts),
    criterionEvidence(db.read, scope, selection, needs.criteria),
    asksUnits ? unitVerdictsInForce(db.read, scope, selection) : [],
    asksUnits ? decreeVerdictsInForce(db.read, scope, selection) : [],
  ]);
  const parts = groupBy(states, (row) => row.service_text_id);
  const words = new Map(texts.map((row) => [`${row.service_text_id} ${row.key}`, row.text]));
  const criteria = groupBy(answers, (row) => row.service_text_id);
  const judged = rows.map((row): JudgedService => {
    const byKey = new Map(
      (parts.get(row.text_id) ?? []).map((part): [ComponentKey, ComponentEvidence] => [
        part.key,
        {
          state: cellOf(part).state,
          level: part.level === null ? null : LEVELS[part.level],
          text: words.get(`${row.text_id} ${part.key}`) ?? null,
          lines: lineRange(part),
        },
      ]),
    );
    return {
      row,
      evidence: {
        components: Object.fromEntries(
          COMPONENT_KEYS.map((key) => [key, byKey.get(key) ?? ABSENT]),
        ) as ServiceEvidence["components"],
        criteria: new Map((criteria.get(row.text_id) ?? []).map((one) => [one.criterion, answerOf(one)])),
      },
    };
  });
  return [...groupBy(judged, ({ row }) => bagianRef(row).slug)].map(([slug, services]): JudgedUnit => {
    const printed = new Map(services.map(({ row }) => [`${row.decree_slug} ${row.version}`, row]));
    const own = [
      ...units.filter((one) => bagianRef(one).slug === slug),
      ...decrees.filter((one) => printed.has(`${one.slug} ${one.version}`)),
    ];
    return {
      bagian: bagianRef((services[0] as JudgedService).row),
      services,
      evidence: {
        services: services.map(({ evidence }) => evidence),
        criteria: new Map(
          [...groupBy(own, ({ criterion }) => criterion)].map(([id, all]) => [id, all.map(answerOf)]),
        ),
        decrees: [...printed.values()].map(({ number, year }) => ({ number, year })),
      },
    };
  });
};
