/**
 * `npx tsx tests/reader-kit/score.ts [WORD…] [--seeds=N] [--verbose]`: the reader against every layout and fixture, a line each.
 * WORD keeps the layouts and fixtures whose name contains it.
 */
import { readDecree } from "#app/reader/index.ts";
import { loadFixtures } from "./fixtures.ts";
import { makeDecree } from "./generate.ts";
import { addMeasures, contentShare, f1, linesShare, type Measure, measure } from "./measure.ts";
import { LAYOUTS } from "./render/index.ts";

const args = process.argv.slice(2);
const words = args.filter((a) => !a.startsWith("--"));
const verbose = args.includes("--verbose");
const seeds = Number(args.find((a) => a.startsWith("--seeds="))?.slice(8) ?? 10);
const wanted = (name: string) => words.length === 0 || words.some((w) => name.includes(w));

function print(name: string, m: Measure): void {
  const numbers = `services ${m.found}/${m.services}+${m.extra}  F1 ${f1(m).toFixed(1)}  content ${contentShare(m).toFixed(1)}  lines ${linesShare(m).toFixed(1)}`;
  const rest = `names ${m.namesOk}/${m.found}  bagian ${m.bagianOk}/${m.found}  reasons ${m.nullsOk}/${m.nulls}`;
  console.log(
    `${m.misses.length === 0 ? "ok  " : "FAIL"} ${name.padEnd(34)} ${numbers}  ${rest}  misses ${m.misses.length}`,
  );
  if (verbose) for (const miss of m.misses) console.log(`       ${miss}`);
}

for (const layout of seeds > 0 ? LAYOUTS.filter((l) => wanted(l.name)) : []) {
  const all = Array.from({ length: seeds }, (_, i) => {
    const seed = i + 1;
    const rendering = layout.render(makeDecree(seed, { gaps: seed % 3 === 0 ? 0.06 : 0 }), seed);
    const m = measure(
      readDecree(new TextEncoder().encode(rendering.text), rendering.fileName),
      rendering.truth,
    );
    return { ...m, misses: m.misses.map((x) => `seed ${seed}: ${x}`) };
  });
  print(layout.name, addMeasures(all));
}
for (const fixture of loadFixtures().filter((f) => wanted(f.name))) {
  print(
    fixture.name,
    measure(
      readDecree(fixture.bytes, fixture.fileName),
      fixture.truth,
      new TextDecoder().decode(fixture.bytes).split("\n"),
    ),
  );
}
