/**
 * `npm run accuracy [-- --verbose] [--seeds=N]`: the reader against the hand-read decrees, every layout and every fixture.
 * Prints the tables and writes docs/akurasi.md. Without the hand-read decrees beside the project it prints what it can
 * and leaves the page as it is.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { READER_VERSION, readDecree } from "#app/reader/index.ts";
import { scoredJson, scoreStandards } from "#app/scoring/index.ts";
import { standardsOf } from "#app/scoring/join.ts";
import { confidenceAuc, judgedOf } from "#tests/reader-kit/confidence.ts";
import { realDecrees, truthDocuments } from "#tests/reader-kit/corpus.ts";
import { loadFixtures } from "#tests/reader-kit/fixtures.ts";
import { makeDecree } from "#tests/reader-kit/generate.ts";
import { addMeasures, measure } from "#tests/reader-kit/measure.ts";
import { LAYOUTS } from "#tests/reader-kit/render/index.ts";
import { addTally, figures } from "#tests/reader-kit/spec-figures.ts";
import { scoreAgainstTruth } from "#tests/reader-kit/spec-score.ts";
import {
  componentTable,
  confidenceTable,
  coverageResults,
  coverageTable,
  documentTable,
  kitTable,
  type Report,
  reportPage,
} from "./lib/accuracy-report.ts";
import { commandArguments, isWholeNumber } from "./lib/arguments.ts";
import { ROOT } from "./lib/root.mjs";

const { values } = commandArguments(
  "npm run accuracy [-- --verbose] [--seeds N]",
  { options: { verbose: { type: "boolean" }, seeds: { type: "string", default: "10" } } },
  (called) => isWholeNumber(called.values.seeds),
);
const verbose = values.verbose === true;
const seeds = Number(values.seeds);
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes).split("\n");

const documents = truthDocuments().map(({ name, truth, decree }) => {
  const reading = readDecree(decree.bytes, decree.fileName);
  return {
    name,
    score: scoreAgainstTruth(
      truth,
      scoredJson(reading, scoreStandards(standardsOf(reading))),
      text(decree.bytes),
    ),
  };
});
const coverage = realDecrees().flatMap(({ fileName, bytes }) =>
  coverageResults(fileName.replace(/-\d+\.txt$/, ""), readDecree(bytes, fileName)),
);
const layouts = LAYOUTS.map((layout) => ({
  name: layout.name,
  measure: addMeasures(
    Array.from({ length: seeds }, (_, i) => {
      const seed = i + 1;
      const {
        text: printed,
        fileName,
        truth,
      } = layout.render(makeDecree(seed, { gaps: seed % 3 === 0 ? 0.06 : 0 }), seed);
      return measure(readDecree(new TextEncoder().encode(printed), fileName), truth, printed.split("\n"));
    }),
  ),
}));
const fixtures = loadFixtures().map((fixture) => ({
  name: fixture.name,
  measure: measure(readDecree(fixture.bytes, fixture.fileName), fixture.truth, text(fixture.bytes)),
}));
const report: Report = { readerVersion: READER_VERSION, documents, coverage, layouts, fixtures, seeds };

const show = (title: string, lines: readonly string[]) => console.log(`\n${title}\n${lines.join("\n")}`);
if (documents.length) {
  const verdicts = documents.flatMap((d) => d.score.verdicts);
  show("Hand-read decrees", documentTable(documents));
  show("Per component", componentTable(verdicts));
  if (verbose)
    show(
      "Misses",
      documents.flatMap((d) => d.score.misses.map((m) => `${d.name}: ${m}`)),
    );
  show("Confidence", confidenceTable(judgedOf(verdicts)));
  show("Coverage", coverageTable(coverage));
}
show("Layouts", kitTable(layouts));
show("Fixtures", kitTable(fixtures));
if (documents.length) {
  const total = documents.map((d) => d.score.tally).reduce(addTally);
  const rounded = (share: number | undefined) => (share === undefined ? null : Number(share.toFixed(3)));
  const kitAuc = confidenceAuc([...layouts, ...fixtures].flatMap((r) => r.measure.judged));
  const auc = confidenceAuc(judgedOf(documents.flatMap((d) => d.score.verdicts)));
  console.log(
    `\n${JSON.stringify({ ...figures(total), confidence_auc: rounded(auc), kit_auc: rounded(kitAuc) })}`,
  );
  writeFileSync(join(ROOT, "docs/akurasi.md"), reportPage(report));
} else console.log("\nNo hand-read decrees beside the project: docs/akurasi.md is left as it is.");
