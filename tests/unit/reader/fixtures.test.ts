import { describe, expect, it } from "vitest";
import { readDecree } from "#app/reader/index.ts";
import { FIXTURE_DIR, loadFixtures } from "#tests/reader-kit/fixtures.ts";
import { letters } from "#tests/reader-kit/likeness.ts";
import { measure } from "#tests/reader-kit/measure.ts";

const fixtures = loadFixtures();

describe("hand-written decrees, one for each hazard", () => {
  it.each(fixtures.map((f) => [f.name, f] as const))(
    "%s is read as a careful person reads it",
    (_, fixture) => {
      const source = new TextDecoder().decode(fixture.bytes).split("\n");
      expect(measure(readDecree(fixture.bytes, fixture.fileName), fixture.truth, source).misses).toEqual([]);
    },
  );
});

describe("the expected files themselves", () => {
  it("stand in the folder of fixtures, at least one for each of the fifty hazards", () => {
    expect(FIXTURE_DIR).toContain("fixtures/reader");
    expect(fixtures.length).toBeGreaterThanOrEqual(50);
  });

  it.each(fixtures.map((f) => [f.name, f] as const))(
    "%s expects only text that stands on the lines it names",
    (_, fixture) => {
      const source = new TextDecoder().decode(fixture.bytes).split("\n");
      for (const service of fixture.truth.services) {
        for (const part of Object.values(service.components)) {
          if (!part) continue;
          const printed = letters(source.slice(part.lines[0] - 1, part.lines[1]).join(" "));
          for (const line of part.text.split("\n")) {
            const words = line.split(/\s+/).map(letters);
            expect(words.filter((word) => !printed.includes(word))).toEqual([]);
          }
        }
      }
    },
  );
});
