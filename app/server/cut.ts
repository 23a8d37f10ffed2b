import { createHash } from "node:crypto";
import { COMPONENT_KEYS, type ComponentKey } from "#app/reader/components.ts";
import { contentHash } from "#app/reader/content-hash.ts";
import { headFacts } from "#app/reader/decree/head-facts.ts";
import type { Facts, Finding, LineRange, ReadDecree, Reading, ReadService } from "#app/reader/schema.ts";
import { penggunaSubject, proposePengguna } from "#app/scoring/pengguna.ts";
import type { ComponentState } from "#db/schema.ts";
import { cutCoverage } from "./coverage.ts";
import type { CutComponent, CutDecree, CutFinding, CutService } from "./cut-model.ts";
import type { StoredFacts } from "./stored-json.ts";

/** Lines that each decree takes of a file: from its head to the line before the next one; the first from line 1. */
export const cutLines = (decrees: readonly Pick<ReadDecree, "line">[], fileLines: number): LineRange[] =>
  decrees.map((decree, index) => [
    index === 0 ? 1 : decree.line,
    (decrees[index + 1]?.line ?? fileLines + 1) - 1,
  ]);

/** Cuts a whole reading. Empty where the file holds no decree. */
export const cutReading = (reading: Reading): CutDecree[] => {
  const heads = headFacts(reading);
  return cutLines(reading.decrees, reading.file.lines).map((lines, index) => {
    const decree = reading.decrees[index] as ReadDecree;
    const text = reading.text.slice(lines[0] - 1, lines[1]);
    const services = reading.services
      .map((service, ordinal) => ({ service, ordinal }))
      .filter(({ service }) => service.decree === index)
      .map(({ service, ordinal }) => cutService(service, ordinal, reading.findings));
    const findings = reading.findings.filter((finding) => belongsTo(finding, index, reading)).map(cutFinding);
    const spans = reading.spans.filter((span) => span.line >= lines[0] && span.line <= lines[1]);
    return {
      index,
      regencyName: decree.regency,
      issuer: decree.issuer,
      number: decree.number,
      numberAnnex: decree.number_annex,
      year: decree.year,
      signed: decree.signed,
      maklumat: decree.maklumat,
      head: heads[index] ?? null,
      lines,
      textHash: textHash(text),
      coverage: cutCoverage(lines, spans, services[0]?.line ?? null),
      declared: reading.listed
        .filter((one) => one.decree === index)
        .map(({ bagian, name, service }) => ({ bagian, name, service })),
      services,
      findings,
      text,
      spans,
      scores: null,
    };
  });
};

/** Findings on the file as a whole go with its first decree. */
const belongsTo = (finding: Finding, decree: number, reading: Reading): boolean => {
  const service = finding.service === null ? undefined : reading.services[finding.service];
  return (service?.decree ?? finding.decree ?? 0) === decree;
};

const cutFinding = ({ code, severity, service, component, message, lines }: Finding): CutFinding => ({
  code,
  severity,
  service,
  component,
  message,
  lines,
});

const cutService = (service: ReadService, ordinal: number, findings: readonly Finding[]): CutService => {
  const own = findings.filter((finding) => finding.service === ordinal);
  const texts = Object.fromEntries(COMPONENT_KEYS.map((key) => [key, service.components[key]?.text ?? null]));
  const cutComponent = (key: ComponentKey): CutComponent => {
    const read = service.components[key];
    return {
      state: read ? "ada" : absenceOf(key, own),
      label: read?.label ?? null,
      text: read?.text ?? null,
      lines: read?.lines ?? own.find((finding) => finding.component === key)?.lines ?? null,
      confidence: read?.confidence ?? null,
      facts: factsOf(key, service.facts),
    };
  };
  return {
    ordinal,
    bagian: service.bagian,
    no: service.no,
    name: service.name,
    line: service.line,
    sameAs: service.same_as,
    contentHash: contentHash({ name: service.name, bagian: service.bagian, texts }),
    pengguna: proposePengguna(penggunaSubject(service)),
    components: Object.fromEntries(
      COMPONENT_KEYS.map((key) => [key, cutComponent(key)]),
    ) as CutService["components"],
  };
};

/** Damage goes before absence: what can't be read is not known to be absent. */
const ABSENCES = ["page_lost", "ocr_damage", "placeholder", "blank", "missing"] as const;

/** Why a component without content is not there: its finding says so, else a page lost from the whole table. */
export const absenceOf = (
  key: ComponentKey,
  findings: readonly Pick<Finding, "code" | "component">[],
): Exclude<ComponentState, "ada"> => {
  const own = findings.filter((finding) => finding.component === key);
  const said = ABSENCES.find((code) => own.some((finding) => finding.code === code));
  if (said) return said;
  const pageLost = findings.some((finding) => finding.component === null && finding.code === "page_lost");
  return pageLost ? "page_lost" : "missing";
};

/** The facts that each component yields; null for the others and where there are none. */
export const factsOf = (key: ComponentKey, facts: Facts): StoredFacts | null => {
  switch (key) {
    case "jangka_waktu":
      return facts.waktu.length > 0 ? { waktu: facts.waktu } : null;
    case "biaya":
      return facts.gratis === null && facts.tarif.length === 0
        ? null
        : { gratis: facts.gratis, tarif: facts.tarif };
    case "jumlah_pelaksana":
      return facts.jumlah_pelaksana === null ? null : { jumlah_pelaksana: facts.jumlah_pelaksana };
    case "pengaduan":
      return facts.channels.length > 0 ? { channels: facts.channels } : null;
    case "dasar_hukum":
      return facts.dasar_hukum.length === 0 && facts.dasar_hukum_count === null
        ? null
        : { dasar_hukum: facts.dasar_hukum, dasar_hukum_count: facts.dasar_hukum_count };
    default:
      return null;
  }
};

/** Fingerprint of a text: NFC, white space folded, blank lines left out, so that only its words count. */
export const textHash = (lines: readonly string[]): string => {
  const hash = createHash("sha256");
  for (const line of lines) {
    const folded = line.normalize("NFC").replace(/\s+/g, " ").trim();
    if (folded !== "") hash.update(`${folded}\n`);
  }
  return hash.digest("hex");
};
