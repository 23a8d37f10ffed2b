import { type AgainstMachine, againstMachine } from "#app/assessment/against-machine.ts";
import { clopperPearson, type ShareInterval } from "#app/assessment/interval.ts";
import { COMPONENT_KEYS, type ComponentKey } from "#app/reader/components.ts";
import type { Db } from "#db/connection.ts";
import { levelsAgainst, meetingsOf, overridesOf } from "#db/queries/against-machine.ts";
import type { Scope } from "#db/scope.ts";
import { sentenceOf } from "../criteria-views.ts";
import { regencyRefs } from "../lookup.server.ts";
import { bagianRef, serviceRef } from "../refs.ts";
import { parseStored } from "../stored-json.ts";
import type { BagianRef, RegencyRef, ServiceRef } from "../views.ts";
import { StoredAnswers } from "./stored.ts";

export interface CriterionAgainst extends AgainstMachine {
  sentence: string;
  /** Of the share changed, 95 %. */
  interval: ShareInterval;
}

/** Verdicts on one component, the machine's level beside the person's. */
export interface ComponentAgainst {
  component: ComponentKey;
  judged: number;
  changed: number;
  /** The person's level is lower, higher; the rest of the changed ones went to or came from "tidak terbaca". */
  lower: number;
  higher: number;
}

/** One verdict of the machine that a person changed. */
export interface Override {
  assessmentId: string;
  regency: RegencyRef;
  bagian: BagianRef;
  service: ServiceRef;
  component: ComponentKey;
  machine: string | null;
  value: string;
  /** By id of the criterion, as the person sees it. */
  answers: Readonly<Record<string, boolean | null>>;
  reason: string;
  at: string;
  by: string;
}

export interface AgainstMachineView {
  /** Most changed first. */
  criteria: CriterionAgainst[];
  /** In the order of the law. */
  components: ComponentAgainst[];
  judged: number;
  changed: number;
  /** Judged on a text that has changed since: in no figure here. */
  outdated: number;
  overrides: Override[];
  regencies: RegencyRef[];
}

const isComponent = (item: string): item is ComponentKey => COMPONENT_KEYS.some((key) => key === item);

const answersOf = (json: string | null) => (json === null ? {} : parseStored(StoredAnswers, json));

/** Where people and machine judged the same words: how often people changed the verdict, per criterion and component. */
export const getAgainstMachine = async (
  db: Db,
  scope: Scope,
  { kab = [] }: { kab?: readonly string[] } = {},
): Promise<AgainstMachineView> => {
  const regencies = await regencyRefs(db, scope);
  const asked = [...regencies.values()].filter(({ slug }) => kab.includes(slug)).map(({ r }) => r);
  const r = kab.length > 0 && asked.length === 0 ? [-1] : asked;
  const [meetings, levels, overrides] = await Promise.all([
    meetingsOf(db.read, scope, r),
    levelsAgainst(db.read, scope, r),
    overridesOf(db.read, scope, r),
  ]);
  const criteria = againstMachine(
    meetings.map(({ component, criterion, met, answers, n }) => ({
      component,
      criterion,
      machine: met === null ? null : met === 1,
      person: answersOf(answers)[criterion],
      times: Number(n),
    })),
  ).map((row) => ({
    ...row,
    sentence: sentenceOf(row.criterion),
    interval: clopperPearson(row.changed, row.compared) as ShareInterval,
  }));
  const sameText = levels.filter(({ same_text }) => Number(same_text) === 1);
  const components = COMPONENT_KEYS.flatMap((component): ComponentAgainst[] => {
    const own = sameText.filter(({ item }) => item === component);
    const sum = (of: (row: (typeof own)[number]) => boolean) =>
      own.filter(of).reduce((total, { n }) => total + Number(n), 0);
    const judged = sum(() => true);
    return judged === 0
      ? []
      : [
          {
            component,
            judged,
            changed: sum(({ machine, value }) => machine !== value),
            lower: sum(({ machine, value }) => Number(value) < Number(machine)),
            higher: sum(({ machine, value }) => Number(value) > Number(machine)),
          },
        ];
  });
  return {
    criteria: criteria.sort(
      (a, b) => b.changed - a.changed || b.compared - a.compared || (a.criterion < b.criterion ? -1 : 1),
    ),
    components,
    judged: components.reduce((total, { judged }) => total + judged, 0),
    changed: components.reduce((total, { changed }) => total + changed, 0),
    outdated: levels
      .filter(({ item, same_text }) => isComponent(item) && Number(same_text) !== 1)
      .reduce((total, { n }) => total + Number(n), 0),
    overrides: overrides.flatMap((row): Override[] => {
      const regency = regencies.get(row.r);
      if (!regency || !isComponent(row.item)) return [];
      return [
        {
          assessmentId: row.assessment_id,
          regency,
          bagian: bagianRef(row),
          service: serviceRef(row),
          component: row.item,
          machine: row.machine,
          value: row.value,
          answers: answersOf(row.answers),
          reason: row.reason,
          at: row.at,
          by: row.by,
        },
      ];
    }),
    regencies: [...regencies.values()],
  };
};
