import { lowerFirst } from "../../format/words.ts";
import { ADVICE } from "../../instruments/guidance.ts";
import { PERMENPAN_15_2014 } from "../../instruments/permenpan-15-2014.ts";
import { SKELETONS } from "../../instruments/skeletons.ts";
import { COMPONENT_KEYS, type ComponentKey } from "../../reader/components.ts";
import type {
  JudgedComponent,
  JudgedService,
  Problem,
  Revision,
  RevisionInput,
  RevisionPair,
  RevisionRow,
  RevisionService,
} from "./model.ts";

/** Where the fourteen components come from; the article's number was seen, not its wording. */
const COMPONENT_BASIS = "UU 25/2009 Pasal 21 dan lampiran Permenpan RB 15/2014";
const OWN_MEASURE = "ukuran kerja, bukan bunyi peraturan";

/** The text is good but for what the findings name: its frame is itself. */
const KEEP = ["[isi: teks semula, dengan perbaikan yang disebut pada kolom Masalah]"];

const UNMET = "ukuran belum terpenuhi";

const CRITERIA = new Map(
  PERMENPAN_15_2014.components.flatMap(({ key, criteria }) =>
    criteria.map((one) => [one.id, { ...one, key }] as const),
  ),
);
const coreOf = (key: ComponentKey): string[] =>
  [...CRITERIA.values()].filter((one) => one.key === key && one.level === 2).map(({ id }) => id);

/** A component is written anew where its level is a problem, and where a finding stands against its text. */
const needsChange = ({ level, problems }: JudgedComponent): boolean =>
  typeof level === "number" && (level <= 1 || problems.length > 0);

const unmetCore = ({ unmet }: JudgedComponent): JudgedComponent["unmet"] =>
  unmet.filter(({ criterion }) => CRITERIA.get(criterion)?.level === 2);

/** The findings, and of the core criteria that raise none, the verdict itself: a problem is never without its reason. */
function problemsOf(component: JudgedComponent): Problem[] {
  const { problems, level } = component;
  const said = new Set(problems.map(({ criterion }) => criterion));
  const labels = new Set(problems.map(({ words }) => words));
  const silent = level === 1 ? unmetCore(component) : [];
  return [
    ...problems.map((one) => ({ ...one, remedy: ADVICE[one.criterion ?? ""] ?? one.remedy })),
    ...silent
      .filter(({ criterion, reason }) => !said.has(criterion) && !labels.has(reason))
      .map(
        ({ criterion, reason, quote }): Problem => ({
          label: UNMET,
          words: reason,
          quote,
          remedy:
            ADVICE[criterion] ?? `Penuhi ukuran ini: ${lowerFirst(CRITERIA.get(criterion)?.sentence ?? "")}`,
          criterion,
        }),
      ),
  ];
}

function rowOf(component: JudgedComponent, factsOnly: boolean): RevisionRow {
  const { key, level, text, lines } = component;
  const core = unmetCore(component);
  const wanted = (level === 0 ? coreOf(key) : core.map((one) => one.criterion)).flatMap(
    (id) => CRITERIA.get(id) ?? [],
  );
  const sources = wanted.map(({ source }) => source ?? OWN_MEASURE);
  return {
    key,
    level,
    text,
    factsOnly: factsOnly && level !== 0,
    lines,
    problems: problemsOf(component),
    wanted: wanted.map(({ sentence }) => sentence),
    draft: level === 0 || level === 1 ? SKELETONS[key] : KEEP,
    basis: [...new Set([COMPONENT_BASIS, ...sources])],
  };
}

function serviceOf(service: JudgedService, decrees: RevisionInput["decrees"]): RevisionService {
  const decree = decrees[service.decree] as RevisionInput["decrees"][number];
  const { no, slug, name, printedNo, line, problems, components } = service;
  const changed = components.filter(needsChange);
  const keysOf = (some: readonly JudgedComponent[]) => some.map(({ key }) => key);
  const kept = components.filter((one) => !changed.includes(one));
  return {
    no,
    slug,
    name,
    printedNo,
    line,
    decree,
    problems,
    rows: changed.map((one) => rowOf(one, decree.factsOnly)),
    unchanged: keysOf(kept.filter((one) => (one.level === 2 || one.level === 3) && !one.damaged)),
    unreadable: components
      .filter((one) => one.level === "T" || one.damaged)
      .map(({ key, lines }) => ({ key, lines })),
    unjudged: keysOf(kept.filter((one) => one.level === null && !one.damaged)),
  };
}

function pairsOf(services: readonly RevisionService[]): RevisionPair[] {
  const pairs = new Map<string, RevisionPair & { services: RevisionPair["services"][number][] }>();
  for (const { no, slug, name, rows, problems: own } of services) {
    for (const { key, problems } of [...rows, { key: null, problems: own }]) {
      const kinds = new Map(problems.map((one) => [one.label, one.remedy]));
      for (const [label, remedy] of kinds) {
        const pair = pairs.get(`${key}|${label}`) ?? { key, label, remedy, services: [] };
        pair.services.push({ no, slug, name });
        pairs.set(`${key}|${label}`, pair);
      }
    }
  }
  const place = (key: ComponentKey | null): number =>
    key === null ? COMPONENT_KEYS.length : COMPONENT_KEYS.indexOf(key);
  return [...pairs.values()].sort(
    (a, b) => b.services.length - a.services.length || place(a.key) - place(b.key),
  );
}

/** What a bagian has to write anew, service by service, and what stays. Pure; nothing of the decree is invented. */
export function revisionOf({ regency, bagian, decrees, services, status, at }: RevisionInput): Revision {
  const composed = services.map((service) => serviceOf(service, decrees));
  const components = services.flatMap((service) => service.components);
  const count = (of: (one: RevisionService) => number): number =>
    composed.reduce((sum, one) => sum + of(one), 0);
  return {
    regency,
    bagian,
    decrees,
    status,
    at,
    services: composed,
    pairs: pairsOf(composed),
    counts: {
      services: services.length,
      rows: count((one) => one.rows.length),
      judged: components.filter((one) => typeof one.level === "number").length,
      unreadable: components.filter((one) => one.level === "T").length,
      unjudged: components.filter((one) => one.level === null).length,
      affected: composed.filter((one) => one.rows.length > 0).length,
    },
  };
}
