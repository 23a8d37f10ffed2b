import { createHash } from "node:crypto";
import { formatOverBound } from "#app/format/numbers.ts";
import { Account, accountAnnex, accountHead, coverageOf } from "./account.ts";
import { type AssembledService, assembleDecree, eachComponent, partFile } from "./assembled.ts";
import { COMPONENT_KEYS, type ComponentKey } from "./components.ts";
import { confidenceOf } from "./confidence.ts";
import { type BinaryKind, binaryKind, decode, MAX_BYTES } from "./decode.ts";
import { extractFacts, FACT_KEYS } from "./facts/index.ts";
import { type FactSource, sourceOf } from "./facts/source.ts";
import { componentFindings, decreeFindings, finding, lostHeadingFinding, repeatFinding } from "./findings.ts";
import { isGarbled } from "./garbled.ts";
import { bagianAfterLoss } from "./lost-bagian.ts";
import { forget } from "./memory.ts";
import { mixedComponents } from "./mixed.ts";
import { repeats } from "./repeats.ts";
import type { Finding, ReadComponent, ReadDecree, Reading, ReadService } from "./schema.ts";
import { declaredServices, type SettledTable } from "./services.ts";
import type { Table, TableComponent } from "./table.ts";

/** Changes whenever a reading of the same bytes may change. */
export const READER_VERSION = "1.7.0";

const HOLDS: Readonly<Record<BinaryKind, string>> = {
  image: "berisi gambar, bukan teks",
  pdf: "berbentuk PDF, bukan teks",
  office: "berbentuk dokumen pengolah kata, bukan teks",
  other: "bukan teks",
};

const refusal = (code: "empty" | "binary" | "too_large", bytes: Uint8Array): Finding => {
  if (code === "empty")
    return finding("empty", "Berkas ini kosong. Simpan ulang naskahnya, lalu unggah kembali.");
  if (code === "binary") {
    return finding(
      "binary",
      `Berkas ini ${HOLDS[binaryKind(bytes)]}. Unggah hasil pindai yang sudah menjadi teks (.txt, .md, atau .html).`,
    );
  }
  return finding(
    "too_large",
    `Ukuran berkas ${formatOverBound(bytes.length, MAX_BYTES)}. Pisahkan lampirannya, lalu unggah satu per satu.`,
  );
};

/** One key for all printings of a decree: regency, issuer, number and year. Without a number each printing is its own. */
const sameDecreeKey = (decrees: readonly ReadDecree[], index: number): string => {
  const { regency, issuer, number, year } = decrees[index] as ReadDecree;
  return JSON.stringify(number === null ? index : [regency, issuer, number, year]);
};

/** Components of which much is damaged. */
const garbledOf = ({ components }: AssembledService): ReadonlySet<ComponentKey> =>
  new Set(COMPONENT_KEYS.filter((key) => isGarbled(components[key]?.text ?? "")));

const withConfidence = (
  { table, components }: AssembledService,
  garbled: ReadonlySet<ComponentKey>,
  mixed: ReadonlySet<ComponentKey>,
  key: ComponentKey,
): ReadComponent | null => {
  const component = components[key];
  if (component === null) return null;
  const { label, text, lines } = component;
  const part = table.table.components[key] as TableComponent;
  return { label, text, lines, confidence: confidenceOf(part, text, garbled.has(key), mixed.has(key), key) };
};

const factsOf = ({ components, printed }: AssembledService): ReadService["facts"] => {
  const sources: Partial<Record<ComponentKey, FactSource>> = {};
  for (const key of FACT_KEYS)
    if (components[key]) sources[key] = sourceOf(printed[key].text, printed[key].starts);
  return extractFacts(sources);
};

/**
 * Reads one file: its decrees, every printed service with its 14 components, and what every line is.
 *
 * @param bytes the file as it is, at most 25 MB; more, or what is no text, gives an empty reading with a finding.
 * @param fileName only repeated in the result; it decides nothing.
 * @returns a reading after the contract of `schema.ts`. Never throws on content.
 */
export const readDecree = (bytes: Uint8Array, fileName: string): Reading => {
  const steps = readDecreeSteps(bytes, fileName);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
};

/** How far a reading has come, in lines of the file. */
export interface ReadingStep {
  done: number;
  total: number;
}

/**
 * The same reading in steps, for callers that have something else to do in between: one step once the lines are parted
 * into decrees, then one after each decree. The reading is the generator's result.
 */
export function* readDecreeSteps(bytes: Uint8Array, fileName: string): Generator<ReadingStep, Reading, void> {
  const decoded = decode(bytes);
  const reading: Reading = {
    reader: READER_VERSION,
    file: {
      name: fileName,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      lines: decoded.lines.length,
    },
    decrees: [],
    services: [],
    coverage: { lines: decoded.lines.length, by_role: {}, unassigned: [] },
    findings: [],
    text: decoded.lines,
    spans: [],
    listed: [],
  };
  if (decoded.refused) {
    reading.findings.push(refusal(decoded.refused, bytes));
    reading.coverage = coverageOf([], decoded.lines.length);
    return reading;
  }
  if (decoded.encoding !== "utf-8") {
    reading.findings.push(
      finding("encoding", `Berkas memakai pengodean ${decoded.encoding}; hurufnya telah diubah ke UTF-8.`),
    );
  }
  forget();
  const account = new Account(decoded.lines);
  const file = partFile(decoded.lines);
  const { parts } = file;
  const serviceTexts: (string | null)[][] = [];
  const serviceEntries: (number | null)[] = [];
  const total = decoded.lines.length;
  yield { done: 0, total };
  for (const [decree, part] of parts.entries()) {
    if (decree > 0) yield { done: part.line - 1, total };
    accountHead(account, part);
    reading.decrees.push({
      regency: part.regency,
      issuer: part.issuer,
      number: part.number,
      number_annex: part.numberAnnex,
      year: part.year,
      signed: part.signed,
      line: part.line,
      declared: part.declared.map(({ bagian, services }) => ({
        bagian,
        services: services.map((service) => service.name),
      })),
      maklumat: part.maklumat !== null,
    });
    const assembled = assembleDecree(file, part);
    if (assembled === null) {
      for (const { bagian, name } of declaredServices(part)) {
        reading.listed.push({ decree, bagian, name, service: null });
      }
      reading.findings.push(
        finding("no_annex", noAnnex(decoded.lines.length), { decree, lines: [part.line, part.to] }),
      );
      continue;
    }
    const { annex } = assembled;
    const settled: { table: SettledTable; service: number }[] = [];
    const indexOf = new Map<Table, number>();
    for (const one of assembled.services) {
      const { table, printed } = one;
      const service = reading.services.length;
      const garbled = garbledOf(one);
      const mixed = mixedComponents(table.table, printed, annex);
      settled.push({ table, service });
      indexOf.set(table.table, service);
      reading.services.push({
        decree,
        bagian: table.bagian,
        no: table.no,
        name: table.name,
        line: table.table.line,
        same_as: null,
        components: eachComponent((key) => withConfidence(one, garbled, mixed, key)),
        facts: factsOf(one),
      });
      serviceEntries.push(table.declared);
      serviceTexts.push(COMPONENT_KEYS.map((key) => one.components[key]?.text ?? null));
      reading.findings.push(
        ...componentFindings(table.table, annex, printed, garbled, mixed, { decree, service }),
      );
    }
    const list = declaredServices(part);
    const placed = settled.map(({ table, service }) => ({
      heading: table.table.bagian,
      bagian: table.bagian,
      listed: table.declared === null ? null : (list[table.declared]?.bagian ?? null),
      headLost: table.table.heading === null && table.table.components.persyaratan === undefined,
      complaint: reading.services[service]?.components.pengaduan?.text ?? null,
    }));
    bagianAfterLoss(placed, decoded.lines.slice(part.from - 1, part.to)).forEach((bagian, at) => {
      const service = settled[at]?.service as number;
      if (bagian === null) return;
      (reading.services[service] as ReadService).bagian = bagian;
      reading.findings.push(lostHeadingFinding(reading.services[service] as ReadService, service));
    });
    reading.findings.push(...decreeFindings(part, settled, decree));
    declaredServices(part).forEach(({ bagian, name }, entry) => {
      const service = settled.find(({ table }) => table.declared === entry)?.service ?? null;
      reading.listed.push({ decree, bagian, name, service });
    });
    accountAnnex(account, annex, (table) => indexOf.get(table) as number);
  }
  forget();
  yield { done: total, total };
  // Services listed under another printing of the same table.
  const listedElsewhere = new Set<number>();
  const repeated: Finding[] = [];
  repeats(
    reading.services.map((service, index) => ({
      decree: sameDecreeKey(reading.decrees, service.decree),
      name: service.name,
      bagian: service.bagian,
      declared: serviceEntries[index] ?? null,
      texts: serviceTexts[index] as (string | null)[],
    })),
  ).forEach((first, index) => {
    if (first === null) return;
    const service = reading.services[index] as ReadService;
    service.same_as = first;
    listedElsewhere.add(index);
    // One listing covers both printings.
    if (serviceEntries[first] !== null || serviceEntries[index] !== null) listedElsewhere.add(first);
    repeated.push(repeatFinding(service, index, reading.services[first] as ReadService));
  });
  reading.findings = reading.findings.filter(
    (one) => one.code !== "undeclared" || one.service === null || !listedElsewhere.has(one.service),
  );
  reading.findings.push(...repeated);
  if (parts.length === 0 || ofAnotherMatter(reading)) {
    reading.findings = reading.findings.filter((one) => one.code !== "no_annex");
    reading.findings.push(
      finding(
        "not_a_decree",
        `Terbaca ${decoded.lines.length} baris, tetapi berkas ini bukan keputusan penetapan standar pelayanan. Periksa kembali berkas yang dipilih.`,
      ),
    );
  } else if (reading.services.length === 0 && !reading.findings.some((one) => one.code === "no_annex")) {
    reading.findings.push(finding("no_annex", noAnnex(decoded.lines.length)));
  }
  for (const one of reading.listed) {
    // A repeat answers for the table that it repeats.
    if (one.service !== null) one.service = reading.services[one.service]?.same_as ?? one.service;
  }
  reading.spans = account.spans();
  reading.coverage = coverageOf(reading.spans, decoded.lines.length);
  return reading;
}

/** Decrees that print no table, list no service and never speak of a service standard fix none. */
const ofAnotherMatter = ({ services, listed, text }: Reading): boolean =>
  services.length === 0 && listed.length === 0 && !/STANDAR\s+PELAYANAN/i.test(text.join(" "));

const noAnnex = (lines: number): string =>
  `Terbaca ${lines} baris, tetapi tidak ada lampiran standar pelayanan. Periksa apakah lampirannya berada di berkas lain.`;
