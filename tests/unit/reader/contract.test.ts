import { describe, expect, it } from "vitest";
import { type ReadingStep, readDecree, readDecreeSteps } from "#app/reader/index.ts";
import { type Reading, ReadingJson } from "#app/reader/schema.ts";
import { contractBreaches } from "#tests/reader-kit/contract.ts";
import { realDecrees } from "#tests/reader-kit/corpus.ts";
import { loadFixtures } from "#tests/reader-kit/fixtures.ts";
import { makeDecree } from "#tests/reader-kit/generate.ts";
import { readText } from "#tests/reader-kit/read.ts";
import { LAYOUTS } from "#tests/reader-kit/render/index.ts";

const decreeInTabs = (seed: number): string =>
  (LAYOUTS[0] as (typeof LAYOUTS)[number]).render(makeDecree(seed, { gaps: 0 }), seed).text;

const inputs: readonly { name: string; read: () => Reading }[] = [
  ...loadFixtures().map((f) => ({ name: f.name, read: () => readDecree(f.bytes, f.fileName) })),
  ...LAYOUTS.map((layout) => ({
    name: layout.name,
    read: () => readText(layout.render(makeDecree(7, { gaps: 0.05 }), 7).text, `${layout.name}.txt`),
  })),
  ...realDecrees().map((d) => ({ name: d.fileName, read: () => readDecree(d.bytes, d.fileName) })),
];

describe("every reading keeps the contract", () => {
  it.each(inputs.map((i) => [i.name, i] as const))("%s: shape, indices, lines and spans", (_, { read }) => {
    expect(contractBreaches(read())).toEqual([]);
  });

  it.each(inputs.map((i) => [i.name, i] as const))("%s: read twice gives the same", (_, { read }) => {
    expect(JSON.stringify(read())).toBe(JSON.stringify(read()));
  });
});

describe("a reading in steps", () => {
  it("says after each decree how many lines are done, and ends with the same reading", () => {
    const bytes = new TextEncoder().encode([decreeInTabs(1), decreeInTabs(2)].join("\n"));
    const steps = readDecreeSteps(bytes, "dua.txt");
    const said: ReadingStep[] = [];
    let step = steps.next();
    for (; !step.done; step = steps.next()) said.push(step.value);
    const whole = readDecree(bytes, "dua.txt");
    expect(step.value).toEqual(whole);
    const [, second] = whole.decrees;
    expect(whole.decrees).toHaveLength(2);
    const total = whole.file.lines;
    expect(said).toEqual([
      { done: 0, total },
      { done: expect.any(Number), total },
      { done: total, total },
    ]);
    // The second decree begins after what is done and before its title.
    expect(said[1]?.done).toBeGreaterThan(10);
    expect(said[1]?.done).toBeLessThan(second?.line ?? 0);
  });
});

describe("HTML that a converter wrote without line ends", () => {
  it("has one line a block, and reads like the same blocks on lines of their own", () => {
    const name = "65-name-spans-its-components";
    const fixture = loadFixtures().find((one) => one.name === name);
    if (!fixture) throw new Error(`no fixture ${name}`);
    const broken = new TextDecoder().decode(fixture.bytes);
    const reading = readText(broken.replaceAll("\n", ""), fixture.fileName);
    const expected = readText(broken, fixture.fileName);
    // The 12 lines of the head, the table, its head row and 3 times 14 rows.
    expect(reading.file.lines).toBe(11 + 1 + 1 + 42);
    expect(reading.services).toEqual(expected.services);
    expect(reading.findings).toEqual(expected.findings);
  });
});

describe("the contract's own guard", () => {
  it("notices a field that the contract does not print", () => {
    const { text, spans, listed: _listed, ...json } = readText("KEPUTUSAN");
    expect(text.length + spans.length).toBeGreaterThan(0);
    expect(ReadingJson.safeParse({ ...json, extra: 1 }).success).toBe(false);
  });

  it("notices a span outside its line and a line that nobody owns", () => {
    const reading = readText("KEPUTUSAN\nLAMPIRAN\n");
    const broken = {
      ...reading,
      spans: [{ line: 1, from: 0, to: 99, role: "decree_head" as const, service: null, component: null }],
    };
    expect(contractBreaches(broken).join("\n")).toMatch(/line 1: span 0-99/);
    expect(contractBreaches(broken).join("\n")).toMatch(/line 2/);
  });
});
