import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { COMPONENT_KEYS, COMPONENTS } from "#app/reader/components.ts";
import { FINDINGS } from "#app/reader/findings-registry.ts";
import { readDecree } from "#app/reader/index.ts";
import type { Reading } from "#app/reader/schema.ts";
import { SUBSTANCE_FINDINGS } from "#app/scoring/findings-registry.ts";
import { scoredJson, scoreStandards } from "#app/scoring/index.ts";
import { standardsOf } from "#app/scoring/join.ts";
import type { ScoredJson } from "#app/scoring/schema.ts";
import { commandArguments } from "./lib/arguments.ts";

/**
 * `npm run read-decree -- FILE [--json]`: reads and scores one file and prints what stands in it; stores nothing. With
 * --json exactly one ScoredJson. Exit 0 for every file that can be opened, 2 for one that cannot.
 */
const KINDS = { ...FINDINGS, ...SUBSTANCE_FINDINGS };
const PUBLIC = COMPONENTS.filter(({ group }) => group === "penyampaian").length;

const { values, positionals } = commandArguments(
  "npm run read-decree -- BERKAS [--json]",
  { allowPositionals: true, options: { json: { type: "boolean" } } },
  (called) => called.positionals.length === 1,
);
const file = positionals[0] ?? "";

const reading = readDecree(open(file), basename(file));
const scores = scoreStandards(standardsOf(reading));
const scored = jsonOf(reading);
process.stdout.write(values.json ? `${JSON.stringify(scored)}\n` : summaryOf(reading, scored));

function open(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    console.error(`${path}: berkas tidak dapat dibuka (${code}). Periksa nama dan izinnya.`);
    process.exit(2);
  }
}

function jsonOf({ text: _text, spans: _spans, listed: _listed, ...json }: Reading): ScoredJson {
  return scoredJson(json, scores);
}

/** One sign a component, in the order of the 14: its level, "T" where it cannot be read. */
function levelsOf({ levels }: ScoredJson["services"][number]): string {
  const signs = COMPONENT_KEYS.map((key) => String(levels[key]));
  return `${signs.slice(0, PUBLIC).join("")} ${signs.slice(PUBLIC).join("")}`;
}

function summaryOf({ coverage }: Reading, { file: { name, lines }, ...json }: ScoredJson): string {
  const { decrees, services, findings } = json;
  const rows = [`${name}: ${lines} baris, ${decrees.length} keputusan, ${services.length} layanan`];
  for (const [index, { issuer, regency, number, year, line }] of decrees.entries()) {
    rows.push(`\nBaris ${line}: ${issuer ?? "?"} ${regency ?? "?"}, Nomor ${number ?? "?"}, ${year ?? "?"}`);
    let bagian: string | null | undefined;
    for (const service of services.filter((one) => one.decree === index)) {
      if (service.bagian !== bagian) rows.push(`  ${service.bagian ?? "Bagian tidak disebut"}`);
      bagian = service.bagian;
      const present = COMPONENT_KEYS.filter((key) => service.components[key]).length;
      const problems = COMPONENT_KEYS.filter((key) => service.levels[key] === 0 || service.levels[key] === 1);
      const again = service.same_as === null ? "" : " (tercetak ulang)";
      rows.push(
        `    ${present}/14  ${levelsOf(service)}  ${problems.length} bermasalah  ${service.name} (baris ${service.line})${again}`,
      );
    }
  }
  const unassigned = coverage.by_role.unassigned ?? 0;
  rows.push(
    "\nTingkat: 0 tidak ada, 1 isi belum tepat, 2 inti terpenuhi, 3 lengkap dan terukur, T tidak terbaca.",
    `${findings.length} temuan; ${unassigned} baris tanpa pemilik`,
  );
  const kinds = new Map<string, ScoredJson["findings"]>();
  for (const finding of findings) {
    const { label } = KINDS[finding.code];
    kinds.set(label, [...(kinds.get(label) ?? []), finding]);
  }
  for (const [label, own] of kinds) {
    rows.push(`\n${label} (${own.length})`);
    for (const { message, lines: range } of own) {
      rows.push(`  ${message}${range ? ` (baris ${range.join("–")})` : ""}`);
    }
  }
  return `${rows.join("\n")}\n`;
}
