import { COMPONENT_KEYS, type ComponentKey } from "#app/reader/components.ts";
import type { Facts, Finding, ReadComponent, ReadDecree, ReadService } from "#app/reader/schema.ts";
import type { Standards } from "#app/scoring/schema.ts";
import type { CutDecree, CutService } from "./cut-model.ts";
import { groupBy } from "./group-by.ts";

/** Of a decree, what scoring looks at. */
export type Scorable = Pick<
  CutDecree,
  | "regencyName"
  | "issuer"
  | "number"
  | "numberAnnex"
  | "year"
  | "signed"
  | "maklumat"
  | "head"
  | "lines"
  | "declared"
  | "services"
  | "findings"
>;

/**
 * Decrees as scoring takes them: services one after another, in the order of the decrees. Ordinals must be unique among
 * them. A component that the scan took carries a finding of its own, so that it is never judged absent.
 */
export const standardsOf = (cuts: readonly Scorable[]): Standards => {
  const flat = cuts.flatMap((cut, decree) => cut.services.map((service) => ({ decree, service })));
  const indexOf = new Map(flat.map(({ service }, index) => [service.ordinal, index]));
  const at = (ordinal: number | null) => (ordinal === null ? null : (indexOf.get(ordinal) ?? null));
  return {
    decrees: cuts.map(decreeOf),
    heads: cuts.map(({ head }) => head),
    services: flat.map(({ decree, service }) => serviceOf(service, decree, at(service.sameAs))),
    findings: cuts.flatMap((cut, decree) => [
      ...cut.findings.map((finding): Finding => ({ ...finding, decree, service: at(finding.service) })),
      ...cut.services.flatMap((service) => damageOf(service, cut.findings, decree, at(service.ordinal))),
    ]),
  };
};

const decreeOf = (cut: Scorable): ReadDecree => ({
  regency: cut.regencyName,
  issuer: cut.issuer,
  number: cut.number,
  number_annex: cut.numberAnnex,
  year: cut.year,
  signed: cut.signed,
  line: cut.lines[0],
  declared: [...groupBy(cut.declared, ({ bagian }) => bagian)].map(([bagian, rows]) => ({
    bagian,
    services: rows.map(({ name }) => name),
  })),
  maklumat: cut.maklumat,
});

const serviceOf = (service: CutService, decree: number, sameAs: number | null): ReadService => ({
  decree,
  bagian: service.bagian,
  no: service.no,
  name: service.name,
  line: service.line,
  same_as: sameAs,
  components: Object.fromEntries(
    COMPONENT_KEYS.map((key): [ComponentKey, ReadComponent | null] => {
      const { text, lines, label, confidence } = service.components[key];
      return [
        key,
        text === null || lines === null ? null : { label, text, lines, confidence: confidence ?? 0 },
      ];
    }),
  ) as ReadService["components"],
  facts: factsOf(service),
});

const NO_FACTS: Facts = {
  waktu: [],
  gratis: null,
  tarif: [],
  jumlah_pelaksana: null,
  channels: [],
  dasar_hukum: [],
  dasar_hukum_count: null,
};

/** Facts lie with their components; texts that are stored keep them whole. */
const factsOf = (service: CutService): Facts =>
  Object.assign({}, NO_FACTS, ...COMPONENT_KEYS.map((key) => service.components[key].facts ?? {}));

const damageOf = (
  service: CutService,
  findings: Scorable["findings"],
  decree: number,
  index: number | null,
): Finding[] =>
  COMPONENT_KEYS.flatMap((component): Finding[] => {
    const { state, lines } = service.components[component];
    if (state !== "page_lost" && state !== "ocr_damage") return [];
    const told = findings.some(
      (one) => one.service === service.ordinal && one.component === component && one.code === state,
    );
    if (told) return [];
    return [{ code: state, severity: "warning", decree, service: index, component, message: "", lines }];
  });
