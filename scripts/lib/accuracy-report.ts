import { COMPONENTS } from "#app/reader/components.ts";
import type { Reading } from "#app/reader/schema.ts";
import { confidenceAuc, confidenceBins, type Judged, judgedOf } from "#tests/reader-kit/confidence.ts";
import { contentShare, f1, linesShare, type Measure } from "#tests/reader-kit/measure.ts";
import { figures } from "#tests/reader-kit/spec-figures.ts";
import type { TruthScore, Verdict } from "#tests/reader-kit/spec-truth.ts";
import { disagreements, isDisagreement } from "./disagreements.ts";

/** One decree document held against its hand-read truth. */
export interface DocumentResult {
  name: string;
  score: TruthScore;
}

/** A fixture, or a layout with the sum over its seeds. */
export interface KitResult {
  name: string;
  measure: Measure;
}

/** How many of the annex lines that bear something have an honest role. */
export interface CoverageResult {
  name: string;
  /** `decree 1 of 8`, or empty for the only one. */
  part: string;
  lines: number;
  assigned: number;
}

const one = (share: number | undefined) => (share === undefined ? "–" : share.toFixed(1));

/** Share of the lines from a decree's first service to its end that have a role other than `unassigned`. */
export function coverageResults(name: string, reading: Reading): CoverageResult[] {
  const unassigned = new Set(reading.spans.filter((s) => s.role === "unassigned").map((s) => s.line));
  const known = new Set(reading.spans.map((s) => s.line));
  return reading.decrees.flatMap((_, i) => {
    const own = reading.services.filter((s) => s.decree === i);
    if (own.length === 0) return [];
    const from = Math.min(...own.map((s) => s.line));
    const to = reading.decrees[i + 1]?.line ?? reading.text.length + 1;
    const result = {
      name,
      part: reading.decrees.length > 1 ? `decree ${i + 1} of ${reading.decrees.length}` : "",
      lines: 0,
      assigned: 0,
    };
    for (let line = from; line < to; line++) {
      if (!reading.text[line - 1]?.trim()) continue;
      result.lines += 1;
      if (known.has(line) && !unassigned.has(line)) result.assigned += 1;
    }
    return [result];
  });
}

const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string[] => [
  `| ${head.join(" | ")} |`,
  `| ${head.map((_, i) => (i === 0 ? "---" : "---:")).join(" | ")} |`,
  ...rows.map((row) => `| ${row.join(" | ")} |`),
];

const HEADLINES: readonly [string, string][] = [
  ["services_recall", "services found"],
  ["services_precision", "of those read, real"],
  ["component_f1", "component F1"],
  ["content_ok", "content"],
  ["lines_iou", "lines"],
  ["digits", "digits"],
  ["names", "names"],
  ["bagian", "bagian"],
  ["staff", "staff"],
  ["gratis", "free or not"],
  ["waktu", "durations"],
  ["channels_f1", "channels"],
  ["laws", "legal bases"],
  ["defects_precision", "flagged components, rightly"],
  ["defects_recall", "defects that are flagged"],
  ["levels", "levels, equal"],
  ["levels_near", "levels, within one"],
];

export const documentTable = (results: readonly DocumentResult[]): string[] =>
  table(
    ["measure (%)", ...results.map((r) => r.name)],
    [
      ["decrees", ...results.map((r) => figures(r.score.tally).decrees ?? "")],
      ...HEADLINES.map(([key, title]) => [title, ...results.map((r) => figures(r.score.tally)[key] ?? "")]),
      ["confidence AUC", ...results.map((r) => confidenceAuc(judgedOf(r.score.verdicts))?.toFixed(3) ?? "–")],
    ],
  );

/** Presence F1, content and lines of each component, over all documents with truth. */
export function componentTable(verdicts: readonly Verdict[]): string[] {
  const rows = COMPONENTS.map((component) => {
    const own = verdicts.filter((v) => v.key === component.key);
    const count = (...kinds: Verdict["outcome"][]) => own.filter((v) => kinds.includes(v.outcome)).length;
    const tp = count("right", "content");
    const all = 2 * tp + count("false", "absent");
    const overlap = own.reduce((sum, v) => sum + v.overlap, 0);
    return [
      component.name,
      tp + count("absent"),
      one(all ? (200 * tp) / all : undefined),
      one(tp ? (100 * count("right")) / tp : undefined),
      one(tp ? (100 * overlap) / tp : undefined),
      count("content"),
      count("false"),
      count("absent"),
    ];
  });
  return table(
    ["component", "present", "F1", "content", "lines", "wrong content", "false", "not read"],
    rows,
  );
}

export const kitTable = (results: readonly KitResult[]): string[] =>
  table(
    ["layout or fixture", "services", "extra", "F1", "content", "lines", "differences"],
    results.map(({ name, measure: m }) => [
      name,
      `${m.found}/${m.services}`,
      m.extra,
      one(f1(m)),
      one(contentShare(m)),
      one(linesShare(m)),
      m.misses.length,
    ]),
  );

export const coverageTable = (results: readonly CoverageResult[]): string[] =>
  table(
    ["document", "decree", "lines", "with a role (%)"],
    results.map((r) => [
      r.name,
      r.part.replace("decree ", "") || "1 of 1",
      r.lines,
      r.lines ? ((100 * r.assigned) / r.lines).toFixed(2) : "–",
    ]),
  );

/** How far a confidence keeps its word: what share of the components in each range is right. */
export const confidenceTable = (judged: readonly Judged[]): string[] =>
  table(
    ["confidence", "components", "right (%)"],
    confidenceBins(judged).map((b) => [
      `${b.from}–${b.to}`,
      b.count,
      b.count ? (100 * b.right).toFixed(1) : "–",
    ]),
  );

export interface Report {
  readerVersion: string;
  documents: readonly DocumentResult[];
  coverage: readonly CoverageResult[];
  layouts: readonly KitResult[];
  fixtures: readonly KitResult[];
  seeds: number;
}

/** Levels and defects are the scoring rules' matter: they stand in a section of their own. */
const readerMisses = (score: TruthScore) => score.misses.filter((miss) => !isDisagreement(miss));

/** Levels and defects on which we part from the truth, one row each; names, figures and our own reasons only. */
export const disagreementTable = ({ name, score }: DocumentResult): string[] => {
  const own = disagreements(name, score.misses);
  if (own.length === 0) return ["None."];
  return [
    "| line | service | component | difference | why |",
    "| ---: | --- | --- | --- | --- |",
    ...own.map((one) => `| ${one.line} | ${one.service} | ${one.component} | ${one.how} | ${one.why} |`),
  ];
};

/** The page docs/akurasi.md: names, lines and figures, no sentence of a decree. */
export function reportPage(report: Report): string {
  const verdicts = report.documents.flatMap((d) => d.score.verdicts);
  const auc = confidenceAuc(judgedOf(verdicts));
  const kitAuc = confidenceAuc([...report.layouts, ...report.fixtures].flatMap((r) => r.measure.judged));
  const failing = report.fixtures.filter((f) => f.measure.misses.length > 0);
  return `${[
    "# Accuracy of the reader",
    "",
    `Reader ${report.readerVersion}. Written by \`npm run accuracy\`; not edited by hand.`,
    "",
    "## How it is measured",
    "",
    "Two decree documents were read by hand, service by service: which of the 14 components stand in each table, on which",
    "lines, how each begins and ends, and the facts in it. Services are paired in order by likeness of their names.",
    "",
    "- **Component F1**: present or not, over all pairs of service and component; a service that is missed or made up costs its components.",
    "- **Content**: the letters of beginning and end stand where they should, and the length fits the lines' letters.",
    "- **Lines**: overlap of the line ranges (shared lines over all lines of both). **Digits**: at most one number in twenty is gone.",
    "- **Flagged**, **levels**: what `app/scoring` says against what a person said. Its criteria were tuned on these very documents; on others expect less.",
    "- **Confidence AUC**: probability that a component with right content has a higher confidence than one with wrong content or wrong presence.",
    "- **Coverage**: lines from a decree's first service to its end that bear something and have a role other than `unassigned`.",
    "",
    "Layouts are renderings of invented decrees whose content and lines are known exactly; there and in the fixtures the letters",
    "of the whole text must be the same. Both are held to names, bagian, numbers, dates, lists and findings as well.",
    "",
    "## Hand-read decrees",
    "",
    ...documentTable(report.documents),
    "",
    "## Confidence",
    "",
    `AUC over both documents ${auc?.toFixed(3) ?? "–"}, over layouts and fixtures ${kitAuc?.toFixed(3) ?? "–"}. Both documents:`,
    "",
    ...confidenceTable(judgedOf(verdicts)),
    "",
    "## Per component",
    "",
    ...componentTable(verdicts),
    "",
    "## Coverage",
    "",
    ...coverageTable(report.coverage),
    "",
    `## Layouts (${report.seeds} invented decrees each)`,
    "",
    ...kitTable(report.layouts),
    "",
    `## Fixtures: ${report.fixtures.length - failing.length} of ${report.fixtures.length} read without a difference`,
    "",
    ...(failing.length ? kitTable(failing) : []),
    ...(failing.length ? [""] : []),
    "## Where we read otherwise than the truth",
    "",
    "Levels and defects. A difference is ours (we fall short), the reading's (a broken table), or stands (we hold to the",
    "written scale, which gives the same sentence the same verdict in every decree).",
    "",
    ...report.documents.flatMap((d) => [
      `### ${d.name}: levels and defects`,
      "",
      ...disagreementTable(d),
      "",
    ]),
    "## Misses in the hand-read decrees",
    "",
    ...report.documents.flatMap((d) => [
      `### ${d.name}`,
      "",
      ...(readerMisses(d.score).length ? readerMisses(d.score).map((m) => `- ${m}`) : ["None."]),
      "",
    ]),
  ].join("\n")}`;
}
