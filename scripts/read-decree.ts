import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { COMPONENT_KEYS } from "#app/reader/components.ts";
import { readDecree } from "#app/reader/index.ts";
import type { Reading } from "#app/reader/schema.ts";
import { scoredJson, scoreStandards } from "#app/scoring/index.ts";
import type { ScoredJson } from "#app/scoring/schema.ts";

/**
 * `npm run read-decree -- FILE [--json]`: reads and scores one file and prints what stands in it; stores nothing. With
 * --json exactly one ScoredJson. Exit 0 for every file that can be opened, 2 for one that cannot.
 */
const args = process.argv.slice(2);
const [file] = args.filter((arg) => arg !== "--json");
if (!file) {
  console.error("Pemakaian: npm run read-decree -- BERKAS [--json]");
  process.exit(2);
}

const reading = readDecree(open(file), basename(file));
process.stdout.write(args.includes("--json") ? `${JSON.stringify(jsonOf(reading))}\n` : summaryOf(reading));

function open(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    console.error(`${path}: berkas tidak dapat dibuka (${error instanceof Error ? error.message : error}).`);
    process.exit(2);
  }
}

function jsonOf({ text: _text, spans: _spans, ...json }: Reading): ScoredJson {
  return scoredJson(json, scoreStandards(json));
}

function summaryOf({ file: { name, lines }, decrees, services, coverage, findings }: Reading): string {
  const rows = [`${name}: ${lines} baris, ${decrees.length} keputusan, ${services.length} layanan`];
  for (const [index, { issuer, regency, number, year, line }] of decrees.entries()) {
    rows.push(`\nBaris ${line}: ${issuer ?? "?"} ${regency ?? "?"}, Nomor ${number ?? "?"}, ${year ?? "?"}`);
    let bagian: string | null | undefined;
    for (const service of services.filter((one) => one.decree === index)) {
      if (service.bagian !== bagian) rows.push(`  ${service.bagian ?? "Bagian tidak disebut"}`);
      bagian = service.bagian;
      const present = COMPONENT_KEYS.filter((key) => service.components[key]).length;
      const again = service.same_as === null ? "" : " (tercetak ulang)";
      rows.push(`    ${present}/14  ${service.name} (baris ${service.line})${again}`);
    }
  }
  const unassigned = coverage.by_role.unassigned ?? 0;
  rows.push(`\n${findings.length} temuan; ${unassigned} baris tanpa pemilik`);
  for (const { message, lines: range } of findings) {
    rows.push(`  ${message}${range ? ` (baris ${range.join("–")})` : ""}`);
  }
  return `${rows.join("\n")}\n`;
}
