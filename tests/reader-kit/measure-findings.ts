import type { ReadingJson } from "#app/reader/schema.ts";
import { bagianKey, letters } from "./likeness.ts";
import type { Truth } from "./model.ts";

/** Findings that say why a component has no content. */
export const NULL_CODES = ["missing", "blank", "placeholder", "page_lost"] as const;
/** Findings about services and decrees that a fixture must name when they are due. */
const WHOLE_CODES = [
  "duplicate_service",
  "undeclared",
  "no_table",
  "name_differs",
  "number_differs",
  "component_omitted",
  "empty",
  "binary",
  "too_large",
  "not_a_decree",
  "no_annex",
];

/** Findings about whole services and decrees: exactly those due; and none that denies a component that is there. */
export function measureFindings(
  reading: ReadingJson,
  truth: Truth,
  pairs: readonly [number, number][],
): string[] {
  const misses: string[] = [];
  const toTruth = new Map(pairs.map(([i, j]) => [j, i]));
  const found = reading.findings
    .filter((f) => WHOLE_CODES.includes(f.code))
    .map((f) => (f.service === null ? f.code : `${f.code}:${toTruth.get(f.service) ?? "?"}`))
    .sort();
  const due = [...truth.findings].sort();
  if (found.join(" ") !== due.join(" "))
    misses.push(`findings: [${due.join(", ")}] wanted, [${found.join(", ")}] found`);
  for (const f of reading.findings) {
    if (f.service === null || f.component === null || !(NULL_CODES as readonly string[]).includes(f.code))
      continue;
    if (reading.services[f.service]?.components[f.component])
      misses.push(
        `finding ${f.code} denies a component that was read: service ${f.service} / ${f.component}`,
      );
  }
  return misses;
}

/** What differs in the decrees' heads and lists. */
export function measureDecrees(reading: ReadingJson, truth: Truth): string[] {
  const misses: string[] = [];
  truth.decrees.forEach((want, i) => {
    const got = reading.decrees[i];
    if (!got) return;
    const pairs: [string, string | number | boolean | null, string | number | boolean | null][] = [
      ["regency", want.regency, got.regency],
      ["issuer", want.issuer, got.issuer],
      [
        "number",
        want.number?.replace(/\s+/g, "").toLowerCase() ?? null,
        got.number?.replace(/\s+/g, "").toLowerCase() ?? null,
      ],
      ["year", want.year, got.year],
      ["signed", want.signed, got.signed],
      ["maklumat", want.maklumat, got.maklumat],
    ];
    for (const [name, a, b] of pairs) if (a !== b) misses.push(`decree ${i} ${name}: ${a} wanted, ${b} read`);
    const listed = (list: typeof want.declared) =>
      list.map((d) => `${bagianKey(d.bagian)}:${d.services.map((s) => letters(s)).join(",")}`).join(";");
    if (listed(want.declared) !== listed(got.declared))
      misses.push(`decree ${i} declared list: ${count(want.declared)} wanted, ${count(got.declared)} read`);
  });
  return misses;
}

const count = (declared: { bagian: string | null; services: string[] }[]) =>
  declared.map((d) => `${d.bagian ?? "-"} ${d.services.length}`).join(", ") || "none";
