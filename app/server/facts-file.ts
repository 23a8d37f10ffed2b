import { z } from "zod";
import { COMPONENT_KEYS, type ComponentKey } from "#app/reader/components.ts";
import { FINDING_CODES, type FindingCode } from "#app/reader/findings-registry.ts";
import { LineRange } from "#app/reader/schema.ts";
import { ALL_FINDING_CODES, type AnyFindingCode } from "#app/scoring/all-findings.ts";
import { PENGGUNA } from "#app/scoring/pengguna.ts";
import { Level } from "#app/scoring/schema.ts";
import { CITATION_FAULTS, COMPONENT_STATES } from "#db/schema.ts";
import type { CutCitation, CutDecree, CutScores, CutServiceScore } from "./cut-model.ts";
import { CURRENT_INSTRUMENT, CURRENT_SCORING } from "./score-cuts.ts";
import { CutCoverage, StoredFacts, StoredHead } from "./stored-json.ts";

/**
 * The facts of a reading without its sentences: names, lines, figures and codes, and our own sentences about them. What
 * db/samples holds of real decrees.
 */
const FactsComponent = z.strictObject({
  state: z.enum(COMPONENT_STATES),
  label: z.string().max(120).nullable(),
  lines: LineRange.nullable(),
  confidence: z.number().min(0).max(1).nullable(),
  facts: StoredFacts.nullable(),
  level: Level,
  /** Answers to the component's criteria, by their names without the component's: places in the file's `answers`. */
  criteria: z.record(z.string(), z.int().nonnegative()).optional(),
});

/** What is left out is null, or an empty list. */
const FactsCitation = z.strictObject({
  type: z.string().nullable(),
  number: z.string().nullable(),
  year: z.int().nullable(),
  amends: z.int().nonnegative().optional(),
  fault: z.enum(CITATION_FAULTS).optional(),
  certain: z.boolean().optional(),
  instead: z.array(z.string()).optional(),
});

const FactsService = z.strictObject({
  ordinal: z.int().nonnegative(),
  bagian: z.string().nullable(),
  no: z.string().nullable(),
  name: z.string(),
  line: z.int().positive(),
  sameAs: z.int().nonnegative().nullable(),
  pengguna: z.enum(PENGGUNA).nullable(),
  citations: z.array(FactsCitation),
  components: z.strictObject(
    Object.fromEntries(COMPONENT_KEYS.map((key) => [key, FactsComponent])) as Record<
      ComponentKey,
      typeof FactsComponent
    >,
  ),
});

const FactsDecree = z.strictObject({
  index: z.int().nonnegative(),
  regencyName: z.string().nullable(),
  issuer: z.string().nullable(),
  number: z.string().nullable(),
  numberAnnex: z.string().nullable(),
  year: z.int().nullable(),
  signed: z.string().nullable(),
  maklumat: z.boolean(),
  head: StoredHead,
  lines: LineRange,
  textHash: z.string(),
  coverage: CutCoverage,
  declared: z.array(
    z.strictObject({
      bagian: z.string().nullable(),
      name: z.string(),
      service: z.int().nonnegative().nullable(),
    }),
  ),
  services: z.array(FactsService),
  findings: z.array(
    z.strictObject({
      code: z.enum(FINDING_CODES as [FindingCode, ...FindingCode[]]),
      severity: z.enum(["error", "warning", "note"]),
      service: z.int().nonnegative().nullable(),
      component: z.enum(COMPONENT_KEYS).nullable(),
      lines: LineRange.nullable(),
    }),
  ),
  substance: z.array(
    z.strictObject({
      code: z.enum(ALL_FINDING_CODES as [AnyFindingCode, ...AnyFindingCode[]]),
      severity: z.enum(["error", "warning", "note"]),
      service: z.int().nonnegative().nullable(),
      component: z.enum(COMPONENT_KEYS).nullable(),
      bagian: z.string().nullable(),
      criterion: z.string().nullable(),
      reason: z.string().nullable(),
      lines: LineRange.nullable(),
      source: z.int().nonnegative().nullable(),
    }),
  ),
  units: z.array(
    z.strictObject({
      of: z.enum(["bagian", "keputusan"]),
      bagian: z.string().nullable(),
      criterion: z.string(),
      met: z.boolean().nullable(),
      reason: z.string().nullable(),
      service: z.int().nonnegative().nullable(),
      lines: LineRange.nullable(),
    }),
  ),
});

export const FactsFile = z.strictObject({
  reader: z.string(),
  scorer: z.string(),
  instrument: z.strictObject({ id: z.string(), edition: z.string(), hash: z.string() }),
  file: z.strictObject({ name: z.string(), sha256: z.string(), lines: z.int().nonnegative() }),
  /** What criteria were answered, in words of ours, each once: met or not (null: not asked), and the reason. */
  answers: z.array(z.tuple([z.boolean().nullable(), z.string()])),
  decrees: z.array(FactsDecree),
});
export type FactsFile = z.infer<typeof FactsFile>;

/** A label longer than this has swallowed content. */
const LONGEST_LABEL = 80;

/**
 * Takes everything that quotes the decree out of its cuts. Their standards are scored together, as they would be when
 * stored.
 */
export const factsOfCuts = (
  reading: { reader: string; file: FactsFile["file"] },
  cuts: readonly CutDecree[],
  scores: readonly CutScores[],
): FactsFile => {
  const answers = answersOfAll(scores);
  const places = new Map(answers.map((answer, place) => [JSON.stringify(answer), place]));
  return {
    reader: reading.reader,
    scorer: CURRENT_SCORING.scorer,
    instrument: {
      id: CURRENT_INSTRUMENT.id,
      edition: CURRENT_INSTRUMENT.edition,
      hash: CURRENT_INSTRUMENT.hash,
    },
    file: { name: reading.file.name, sha256: reading.file.sha256, lines: reading.file.lines },
    decrees: cuts.map(
      ({ text: _text, spans: _spans, scores: _scores, services, findings, ...decree }, index) => ({
        ...decree,
        services: services.map(({ contentHash: _hash, ...service }) => {
          const score = scores[index]?.services.get(service.ordinal) as CutServiceScore;
          return {
            ...service,
            citations: score.citations.map(factsOfCitation),
            components: mapComponents(service.components, ({ text: _content, ...component }, key) => ({
              ...component,
              label: component.label && component.label.length <= LONGEST_LABEL ? component.label : null,
              facts: component.facts && withoutQuotes(component.facts),
              level: score.levels[key],
              ...answersOf(score, key, places),
            })),
          };
        }),
        findings: findings.map(({ message: _message, ...finding }) => finding),
        substance: (scores[index] as CutScores).findings.map(
          ({ message: _message, quote: _quote, ...finding }) => finding,
        ),
        units: (scores[index] as CutScores).units.map(({ quote: _quote, ...unit }) => unit),
      }),
    ),
    answers,
  };
};

type Answer = FactsFile["answers"][number];
const answerOf = ({ met, reason }: CutServiceScore["verdicts"][number]): Answer => [met, reason ?? ""];

/** Every answer that occurs, once, in the order of its words. */
const answersOfAll = (scores: readonly CutScores[]): Answer[] => {
  const all = scores.flatMap(({ services }) =>
    [...services.values()].flatMap(({ verdicts }) => verdicts.map(answerOf)),
  );
  const once = new Map(all.map((answer) => [JSON.stringify([answer[1], answer[0]]), answer]));
  return [...once].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, answer]) => answer);
};

const factsOfCitation = ({ type, number, year, amends, fault, certain, instead }: CutCitation) => ({
  type,
  number,
  year,
  ...(amends !== null && { amends }),
  ...(fault !== null && { fault }),
  ...(certain !== null && { certain }),
  ...(instead.length > 0 && { instead: [...instead] }),
});

/** Criteria are named after their component; a component that is not there was asked nothing. */
const answersOf = ({ verdicts }: CutServiceScore, key: ComponentKey, places: ReadonlyMap<string, number>) => {
  const own = verdicts.filter(({ component }) => component === key);
  if (own.length === 0) return {};
  return {
    criteria: Object.fromEntries(
      own.map((one) => [
        one.criterion.slice(key.length + 1),
        places.get(JSON.stringify(answerOf(one))) as number,
      ]),
    ),
  };
};

/** Cuts as they are stored, flagged facts only by their missing text. */
export const cutsOfFacts = (file: FactsFile): CutDecree[] =>
  file.decrees.map(({ substance, units, ...decree }) => ({
    ...decree,
    services: decree.services.map(({ citations: _citations, ...service }) => ({
      ...service,
      contentHash: null,
      components: mapComponents(
        service.components,
        ({ level: _level, criteria: _criteria, ...component }) => ({ ...component, text: null }),
      ),
    })),
    findings: decree.findings.map((finding) => ({ ...finding, message: "" })),
    text: null,
    spans: [],
    scores: {
      scorer: file.scorer,
      instrument: file.instrument,
      services: new Map(decree.services.map((service) => [service.ordinal, scoreOf(service, file.answers)])),
      findings: substance.map((finding) => ({ ...finding, message: "", quote: null })),
      units: units.map((unit) => ({ ...unit, quote: null })),
    },
  }));

const scoreOf = (
  service: FactsFile["decrees"][number]["services"][number],
  answers: FactsFile["answers"],
): CutServiceScore => ({
  levels: mapComponents(service.components, ({ level }) => level),
  basisLines: service.components.dasar_hukum.lines,
  citations: service.citations.map(({ amends, fault, certain, instead, ...cited }) => ({
    ...cited,
    title: null,
    amends: amends ?? null,
    fault: fault ?? null,
    certain: certain ?? null,
    instead: instead ?? [],
  })),
  verdicts: COMPONENT_KEYS.flatMap((component) => {
    const { criteria = {}, lines } = service.components[component];
    return Object.entries(criteria).map(([name, place]) => {
      const [met, reason] = answers[place] ?? [null, ""];
      return { component, criterion: `${component}.${name}`, met, reason, quote: null, lines };
    });
  }),
});

const mapComponents = <From, To>(
  components: Record<ComponentKey, From>,
  map: (component: From, key: ComponentKey) => To,
): Record<ComponentKey, To> =>
  Object.fromEntries(COMPONENT_KEYS.map((key) => [key, map(components[key], key)])) as Record<
    ComponentKey,
    To
  >;

const withoutQuotes = (facts: StoredFacts): StoredFacts => ({
  ...facts,
  ...(facts.waktu && { waktu: facts.waktu.map(({ text: _text, ...figures }) => figures) }),
  ...(facts.tarif && { tarif: facts.tarif.map(({ rupiah, lines }) => ({ rupiah, lines })) }),
  ...(facts.dasar_hukum && {
    dasar_hukum: facts.dasar_hukum.map(({ title: _title, ...citation }) => citation),
  }),
});

/** One line a component, decree and finding, so that a difference can be read. Ends with a line end. */
export const writeFacts = (file: FactsFile): string => {
  const line = (value: unknown) => JSON.stringify(value);
  const services = (decree: FactsFile["decrees"][number]) =>
    decree.services
      .map(({ components, ...service }) => {
        const rows = COMPONENT_KEYS.map((key) => `${line(key)}:${line(components[key])}`);
        return `${line(service).slice(0, -1)},"components":{\n${rows.join(",\n")}}}`;
      })
      .join(",\n");
  const decrees = file.decrees.map((whole) => {
    const { services: _services, findings, declared, substance, units, ...decree } = whole;
    const head = line(decree).slice(0, -1);
    const lists = { findings, substance, units };
    const tails = Object.entries(lists).map(([name, rows]) => `"${name}":[${rows.map(line).join(",\n")}]`);
    return `${head},\n"declared":[${declared.map(line).join(",\n")}],\n"services":[${services(whole)}],\n${tails.join(",\n")}}`;
  });
  return `{"reader":${line(file.reader)},"scorer":${line(file.scorer)},"instrument":${line(file.instrument)},"file":${line(file.file)},\n"answers":[${file.answers.map(line).join(",\n")}],\n"decrees":[\n${decrees.join(",\n")}]}\n`;
};
