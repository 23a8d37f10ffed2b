import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { COMPONENT_KEYS } from "#app/reader/components.ts";
import { readDecree } from "#app/reader/index.ts";
import type { Reading } from "#app/reader/schema.ts";
import { scoredJson, scoreStandards } from "#app/scoring/index.ts";
import type { ScoredJson } from "#app/scoring/schema.ts";
import { commandArguments } from "./lib/arguments.ts";

/**
 * `npm run read-decree -- FILE [--json]`: reads and scores one file and prints what stands in it; stores nothing. With
 * --json exactly one ScoredJson. Exit 0 for every file that can be opened, 2 for one that cannot.
 */
const { values, positionals } = commandArguments(
  "npm run read-decree -- BERKAS [--json]",
  { allowPositionals: true, options: { json: { type: "boolean" } } },
  (called) => called.positionals.length === 1,
);
const file = positionals[0] ?? "";

const reading = readDecree(open(file), basename(file));
process.stdout.write(values.json ? `${JSON.stringify(jsonOf(reading))}\n` : summaryOf(reading));

function open(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    console.error(`${path}: berkas tidak dapat dibuka (${code}). Periksa nama dan izinnya.`);
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
