import { z } from "zod";
import { COMPONENT_KEYS, type ComponentKey } from "#app/reader/components.ts";
import { FINDING_CODES, type FindingCode } from "#app/reader/findings-registry.ts";
import { LineRange } from "#app/reader/schema.ts";
import { COMPONENT_STATES } from "#db/schema.ts";
import type { CutDecree } from "./cut-model.ts";
import { CutCoverage, StoredFacts } from "./stored-json.ts";

/**
 * The facts of a reading without its sentences: names, lines, figures and codes. What db/samples holds of real decrees.
 */
const FactsComponent = z.strictObject({
  state: z.enum(COMPONENT_STATES),
  label: z.string().max(120).nullable(),
  lines: LineRange.nullable(),
  confidence: z.number().min(0).max(1).nullable(),
  facts: StoredFacts.nullable(),
});

const FactsService = z.strictObject({
  ordinal: z.int().nonnegative(),
  bagian: z.string().nullable(),
  no: z.string().nullable(),
  name: z.string(),
  line: z.int().positive(),
  sameAs: z.int().nonnegative().nullable(),
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
});

export const FactsFile = z.strictObject({
  reader: z.string(),
  file: z.strictObject({ name: z.string(), sha256: z.string(), lines: z.int().nonnegative() }),
  decrees: z.array(FactsDecree),
});
export type FactsFile = z.infer<typeof FactsFile>;

/** A label longer than this has swallowed content. */
const LONGEST_LABEL = 80;

/** Takes everything that quotes the decree out of its cuts. */
export const factsOfCuts = (
  reading: { reader: string; file: FactsFile["file"] },
  cuts: readonly CutDecree[],
): FactsFile => ({
  reader: reading.reader,
  file: { name: reading.file.name, sha256: reading.file.sha256, lines: reading.file.lines },
  decrees: cuts.map(({ text: _text, spans: _spans, services, findings, ...decree }) => ({
    ...decree,
    services: services.map(({ contentHash: _hash, ...service }) => ({
      ...service,
      components: mapComponents(service.components, ({ text: _content, ...component }) => ({
        ...component,
        label: component.label && component.label.length <= LONGEST_LABEL ? component.label : null,
        facts: component.facts && withoutQuotes(component.facts),
      })),
    })),
    findings: findings.map(({ message: _message, ...finding }) => finding),
  })),
});

/** Cuts as they are stored, flagged facts only by their missing text. */
export const cutsOfFacts = (file: FactsFile): CutDecree[] =>
  file.decrees.map((decree) => ({
    ...decree,
    services: decree.services.map((service) => ({
      ...service,
      contentHash: null,
      components: mapComponents(service.components, (component) => ({ ...component, text: null })),
    })),
    findings: decree.findings.map((finding) => ({ ...finding, message: "" })),
    text: null,
    spans: [],
  }));

const mapComponents = <From, To>(
  components: Record<ComponentKey, From>,
  map: (component: From) => To,
): Record<ComponentKey, To> =>
  Object.fromEntries(COMPONENT_KEYS.map((key) => [key, map(components[key])])) as Record<ComponentKey, To>;

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
  const decrees = file.decrees.map(({ services: _services, findings, declared, ...decree }, index) => {
    const head = line(decree).slice(0, -1);
    const own = services(file.decrees[index] as FactsFile["decrees"][number]);
    return `${head},\n"declared":[${declared.map(line).join(",\n")}],\n"services":[${own}],\n"findings":[${findings.map(line).join(",\n")}]}`;
  });
  return `{"reader":${line(file.reader)},"file":${line(file.file)},"decrees":[\n${decrees.join(",\n")}]}\n`;
};
