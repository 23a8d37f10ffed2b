import { PERMENPAN_15_2014 } from "../../instruments/permenpan-15-2014.ts";
import { SKELETONS } from "../../instruments/skeletons.ts";
import { COMPONENT_KEYS, type ComponentKey } from "../../reader/components.ts";
import type {
  JudgedComponent,
  JudgedService,
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

function rowOf(component: JudgedComponent, factsOnly: boolean): RevisionRow {
  const { key, level, text, lines, problems, unmet } = component;
  const wanted = (level === 0 ? coreOf(key) : unmet).flatMap((id) => CRITERIA.get(id) ?? []);
  const sources = wanted.map(({ source }) => source ?? OWN_MEASURE);
  return {
    key,
    level,
    text,
    factsOnly: factsOnly && level !== 0,
    lines,
    problems,
    wanted: wanted.map(({ sentence }) => sentence),
    draft: level === 0 || level === 1 ? SKELETONS[key] : KEEP,
    basis: [...new Set([COMPONENT_BASIS, ...sources])],
  };
}

function serviceOf(service: JudgedService, decrees: RevisionInput["decrees"]): RevisionService {
  const decree = decrees[service.decree] as RevisionInput["decrees"][number];
  const { no, slug, name, printedNo, line, components } = service;
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
  for (const { no, slug, name, rows } of services) {
    for (const { key, problems } of rows) {
      const kinds = new Map(problems.map((one) => [one.label, one.remedy]));
      for (const [label, remedy] of kinds) {
        const pair = pairs.get(`${key}|${label}`) ?? { key, label, remedy, services: [] };
        pair.services.push({ no, slug, name });
        pairs.set(`${key}|${label}`, pair);
      }
    }
  }
  const place = (key: ComponentKey): number => COMPONENT_KEYS.indexOf(key);
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
