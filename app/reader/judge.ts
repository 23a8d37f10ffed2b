import { type Account, accountAnnex, accountHead } from "./account.ts";
import {
  type AssembledDecree,
  type AssembledService,
  assembleDecree,
  eachComponent,
  type PartedFile,
} from "./assembled.ts";
import { COMPONENT_KEYS, type ComponentKey } from "./components.ts";
import { confidenceOf } from "./confidence.ts";
import type { DecreePart } from "./decree/index.ts";
import { extractFacts, FACT_KEYS } from "./facts/index.ts";
import { type FactSource, sourceOf } from "./facts/source.ts";
import { componentFindings, decreeFindings, finding, lostHeadingFinding, repeatFinding } from "./findings.ts";
import { isGarbled } from "./garbled.ts";
import { bagianAfterLoss } from "./lost-bagian.ts";
import { mixedComponents } from "./mixed.ts";
import { noAnnex } from "./refusals.ts";
import { repeats } from "./repeats.ts";
import type { Finding, ReadComponent, ReadDecree, Reading, ReadService } from "./schema.ts";
import { declaredServices, type SettledTable } from "./services.ts";
import type { Table, TableComponent } from "./table.ts";

/** What assembled standards say, how sure that is and what is wrong with it: facts, confidence, findings, the account of every line. */

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

/** A service of the reading, and the table that prints it. */
interface Placed {
  table: SettledTable;
  /** Index in the reading. */
  service: number;
}

/** Fills a reading decree by decree. */
export class Judge {
  readonly #reading: Reading;
  readonly #account: Account;
  /** Per service: the texts of its components, and its entry on the decree's list. */
  readonly #texts: (string | null)[][] = [];
  readonly #entries: (number | null)[] = [];

  constructor(reading: Reading, account: Account) {
    this.#reading = reading;
    this.#account = account;
  }

  /** Adds the next decree of the file with its services. */
  add(file: PartedFile, part: DecreePart): void {
    const { decrees, findings, listed } = this.#reading;
    const decree = decrees.length;
    accountHead(this.#account, part);
    decrees.push({
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
    const list = declaredServices(part);
    const assembled = assembleDecree(file, part);
    if (assembled === null) {
      for (const { bagian, name } of list) listed.push({ decree, bagian, name, service: null });
      findings.push(finding("no_annex", noAnnex(file.lines.length), { decree, lines: [part.line, part.to] }));
      return;
    }
    const settled = assembled.services.map(
      (one): Placed => ({
        table: one.table,
        service: this.#addService(one, assembled, decree),
      }),
    );
    this.#mendBagian(settled, part, file.lines);
    findings.push(...decreeFindings(part, settled, decree));
    list.forEach(({ bagian, name }, entry) => {
      const service = settled.find(({ table }) => table.declared === entry)?.service ?? null;
      listed.push({ decree, bagian, name, service });
    });
    const indexOf = new Map<Table, number>(settled.map(({ table, service }) => [table.table, service]));
    accountAnnex(this.#account, assembled.annex, (table) => indexOf.get(table) as number);
  }

  #addService(one: AssembledService, { annex }: AssembledDecree, decree: number): number {
    const { table, printed, components } = one;
    const { services, findings } = this.#reading;
    const service = services.length;
    const garbled = garbledOf(one);
    const mixed = mixedComponents(table.table, printed, annex);
    services.push({
      decree,
      bagian: table.bagian,
      no: table.no,
      name: table.name,
      line: table.table.line,
      same_as: null,
      components: eachComponent((key) => withConfidence(one, garbled, mixed, key)),
      facts: factsOf(one),
    });
    this.#entries.push(table.declared);
    this.#texts.push(COMPONENT_KEYS.map((key) => components[key]?.text ?? null));
    findings.push(...componentFindings(table.table, annex, printed, garbled, mixed, { decree, service }));
    return service;
  }

  /** Services whose bagian's heading a lost page took with it get the bagian that their own words name. */
  #mendBagian(settled: readonly Placed[], part: DecreePart, lines: readonly string[]): void {
    const { services, findings } = this.#reading;
    const list = declaredServices(part);
    const placed = settled.map(({ table, service }) => ({
      heading: table.table.bagian,
      bagian: table.bagian,
      listed: table.declared === null ? null : (list[table.declared]?.bagian ?? null),
      headLost: table.table.heading === null && table.table.components.persyaratan === undefined,
      complaint: services[service]?.components.pengaduan?.text ?? null,
    }));
    bagianAfterLoss(placed, lines.slice(part.from - 1, part.to)).forEach((bagian, at) => {
      if (bagian === null) return;
      const index = (settled[at] as Placed).service;
      const service = services[index] as ReadService;
      service.bagian = bagian;
      findings.push(lostHeadingFinding(service, index));
    });
  }

  /** Once all decrees are there: tables printed twice, which answer for one service. */
  markRepeats(): void {
    const { decrees, services, listed } = this.#reading;
    const listedElsewhere = new Set<number>();
    const repeated: Finding[] = [];
    repeats(
      services.map((service, index) => ({
        decree: sameDecreeKey(decrees, service.decree),
        name: service.name,
        bagian: service.bagian,
        declared: this.#entries[index] ?? null,
        texts: this.#texts[index] as (string | null)[],
      })),
    ).forEach((first, index) => {
      if (first === null) return;
      const service = services[index] as ReadService;
      service.same_as = first;
      listedElsewhere.add(index);
      // One listing covers both printings.
      if (this.#entries[first] !== null || this.#entries[index] !== null) listedElsewhere.add(first);
      repeated.push(repeatFinding(service, index, services[first] as ReadService));
    });
    this.#reading.findings = this.#reading.findings.filter(
      (one) => one.code !== "undeclared" || one.service === null || !listedElsewhere.has(one.service),
    );
    this.#reading.findings.push(...repeated);
    for (const one of listed)
      if (one.service !== null) one.service = services[one.service]?.same_as ?? one.service;
  }
}
