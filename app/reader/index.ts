import { createHash } from "node:crypto";
import { Account, accountAnnex, accountHead, coverageOf } from "./account.ts";
import { COMPONENT_KEYS, type ComponentKey } from "./components.ts";
import { confidenceOf } from "./confidence.ts";
import { decode, MAX_BYTES } from "./decode.ts";
import { type DecreePart, splitDecrees } from "./decree/index.ts";
import { extractFacts, FACT_KEYS } from "./facts/index.ts";
import { type FactSource, sourceOf } from "./facts/source.ts";
import {
  componentFindings,
  decreeFindings,
  finding,
  lostHeadingFinding,
  type Printed,
  printedOf,
  repeatFinding,
} from "./findings.ts";
import { bagianAfterLoss } from "./lost-bagian.ts";
import { forget } from "./memory.ts";
import { readAnnex } from "./read.ts";
import { type Piece, type Row, tokenise } from "./rows/index.ts";
import type { Finding, ReadComponent, Reading, ReadService } from "./schema.ts";
import { declaredServices, repeats, type SettledTable, settleTables } from "./services.ts";
import type { AnnexReading, Table, TableComponent } from "./table.ts";
import { fold, letterCount, stripMarkdown } from "./text.ts";

/** Changes whenever a reading of the same bytes may change. */
export const READER_VERSION = "1.5.0";

const refusal = (code: "empty" | "binary" | "too_large", bytes: number): Finding => {
  if (code === "empty")
    return finding("empty", "Berkas ini kosong. Simpan ulang naskahnya, lalu unggah kembali.");
  if (code === "binary") {
    return finding(
      "binary",
      "Berkas ini berisi gambar, bukan teks. Unggah hasil pindai yang sudah menjadi teks (.txt, .md, atau .html).",
    );
  }
  const size = Math.round(bytes / (1024 * 1024));
  return finding(
    "too_large",
    `Ukuran berkas ${size} MB melebihi batas ${MAX_BYTES / (1024 * 1024)} MB. Pisahkan lampirannya, lalu unggah satu per satu.`,
  );
};

/** Something for each of the 14 components. */
const eachComponent = <Value>(make: (key: ComponentKey) => Value): Record<ComponentKey, Value> => {
  const made: Partial<Record<ComponentKey, Value>> = {};
  for (const key of COMPONENT_KEYS) made[key] = make(key);
  return made as Record<ComponentKey, Value>;
};

/** Line on which the words of the label begin; null where it has none, or where it stands over a whole column. */
const labelLine = ({ rows: [opening] }: TableComponent): number | null => {
  if (!opening) return null;
  for (const { pieces } of opening.parts.label)
    for (const { line, to, text } of pieces) if (to > 0 && letterCount(text, 2) === 2) return line;
  return null;
};

const componentOf = (
  part: TableComponent | undefined,
  printed: Printed,
  key: ComponentKey,
): ReadComponent | null => {
  if (!part || printed.presence !== "present") return null;
  const { pieces } = part.content;
  const first = (pieces[0] as Piece).line;
  let last = part.echoTo;
  for (const { line } of pieces) if (line > last) last = line;
  // From the line of its label, where that stands above the content, to the last line of the content or of its echo.
  const from = Math.min(labelLine(part) ?? first, first);
  const confidence = confidenceOf(part, printed, key);
  return { label: part.label, text: printed.text, lines: [from, last], confidence };
};

const factsOf = (
  components: Record<ComponentKey, ReadComponent | null>,
  printed: Record<ComponentKey, Printed>,
): ReadService["facts"] => {
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

/** Finds the rows that begin on lines `from` up to `to` (excluded), in the order of `rows`. */
const rowsByLine = (rows: readonly Row[]): ((from: number, to: number) => readonly Row[]) => {
  const inOrder = rows.every((row, at) => at === 0 || (rows[at - 1] as Row).line <= row.line);
  // Stray text in an HTML table comes before the table's rows.
  if (!inOrder) return (from, to) => rows.filter((row) => row.line >= from && row.line < to);
  const firstFrom = (line: number): number => {
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((rows[middle] as Row).line < line) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return (from, to) => rows.slice(firstFrom(from), firstFrom(to));
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
    reading.findings.push(refusal(decoded.refused, bytes.length));
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
  const rows = tokenise(decoded.lines);
  const rowsOn = rowsByLine(rows);
  const parts = splitDecrees(decoded.lines, rows);
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
    if (part.annexFrom === null) {
      for (const { bagian, name } of declaredServices(part)) {
        reading.listed.push({ decree, bagian, name, service: null });
      }
      reading.findings.push(
        finding("no_annex", noAnnex(decoded.lines.length), { decree, lines: [part.line, part.to] }),
      );
      continue;
    }
    const { annexFrom, annexTo } = part;
    const excluded = new Uint8Array(total + 1);
    for (const role of part.roles) excluded.fill(1, role.from, role.to + 1);
    const annexRows = rowsOn(annexFrom, annexTo).filter((row) => excluded[row.line] === 0);
    const annex: AnnexReading = readAnnex(annexRows, {
      services: declaredServices(part).map((service) => service.name),
    });
    const settled: { table: SettledTable; service: number }[] = [];
    const indexOf = new Map<Table, number>();
    const title = annex.tables.length === 1 ? titleService(decoded.lines, part) : null;
    const unit = titleBagian(decoded.lines, part) ?? title?.bagian ?? null;
    for (const table of settleTables(annex.tables, part, unit, title?.name ?? null)) {
      const service = reading.services.length;
      const parts = table.table.components;
      const printed = eachComponent((key) => printedOf(parts[key]));
      const components = eachComponent((key) => componentOf(parts[key], printed[key], key));
      settled.push({ table, service });
      indexOf.set(table.table, service);
      reading.services.push({
        decree,
        bagian: table.bagian,
        no: table.no,
        name: table.name,
        line: table.table.line,
        same_as: null,
        components,
        facts: factsOf(components, printed),
      });
      serviceEntries.push(table.declared);
      serviceTexts.push(COMPONENT_KEYS.map((key) => components[key]?.text ?? null));
      reading.findings.push(...componentFindings(table.table, annex, printed, { decree, service }));
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
  if (parts.length === 0)
    reading.findings.push(
      finding(
        "not_a_decree",
        `Terbaca ${decoded.lines.length} baris, tetapi berkas ini bukan keputusan penetapan standar pelayanan. Periksa kembali berkas yang dipilih.`,
      ),
    );
  else if (reading.services.length === 0 && !reading.findings.some((one) => one.code === "no_annex")) {
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

const TITLE_BAGIAN = /standar\s+pelayanan(?:\s+publik)?(?:\s+pada)?\s+((?:bagian|biro|bidang)\s.+)$/i;

/** Without this word, or mark-up in its midst, no line is such a title. */
const MAY_BE_TITLE = /standar|[#*_`]/i;

/** The bagian in a decree's title ("… Standar Pelayanan Bagian X Sekretariat Daerah …"), for tables with no other. */
const titleBagian = (lines: readonly string[], part: DecreePart): string | null => {
  const to = Math.min(part.to, (part.annexFrom ?? part.line) + 12);
  for (let at = part.line; at <= to; at++) {
    const title = `${lines[at - 1] ?? ""} ${lines[at] ?? ""}`;
    const match = MAY_BE_TITLE.test(title) ? TITLE_BAGIAN.exec(fold(stripMarkdown(title))) : null;
    const name = match
      ? (match[1] as string).split(
          /\s+(?:sekretariat|setda|kabupaten|kota|provinsi|tahun|nomor|tercantum|sebagaimana)\b/i,
        )[0]
      : undefined;
    if (name && name.length <= 90) return name.replace(/[,.;:]+$/, "");
  }
  return null;
};

const TITLE_SERVICE =
  /standar\s+(?:pe)?layanan\s+(?:publik\s+)?(?!pada\b|di\b|publik\b|bagian\b|minimal\b)(\S.{3,160}?)\s+(?:pada|di(?:\s+lingkungan)?)\s+((?:bagian|biro|bidang|sekretariat|dinas|badan|kecamatan|kelurahan|kantor)\s.{0,120})/i;

/** A decree of one service names it in its title: "Standar Pelayanan X pada Bagian Y Sekretariat Daerah …". */
const titleService = (
  lines: readonly string[],
  part: DecreePart,
): { name: string; bagian: string | null } | null => {
  const to = Math.min(part.to, (part.annexFrom ?? part.line) + 12);
  for (let at = part.line; at <= to; at++) {
    const match = TITLE_SERVICE.exec(
      fold(stripMarkdown(`${lines[at - 1] ?? ""} ${lines[at] ?? ""}`)).slice(0, 400),
    );
    if (!match) continue;
    const unit =
      (match[2] as string).split(/\s+(?:sekretariat|setda|kabupaten|kota|provinsi|tahun|nomor)\b/i)[0] ?? "";
    const bagian = /^(?:bagian|biro|bidang)\s/i.test(unit) ? unit.replace(/[,.;:]+$/, "") : null;
    return { name: match[1] as string, bagian };
  }
  return null;
};

const noAnnex = (lines: number): string =>
  `Terbaca ${lines} baris, tetapi tidak ada lampiran standar pelayanan. Periksa apakah lampirannya berada di berkas lain.`;
