import { describe, expect, it } from "vitest";
import { modelFromReading, readingDifferences } from "#tests/reader-kit/from-reading.ts";
import { makeDecree } from "#tests/reader-kit/generate.ts";
import { measureRendering, readText } from "#tests/reader-kit/read.ts";
import { LAYOUTS } from "#tests/reader-kit/render/index.ts";

/** What this one destroys cannot all be read back: it is measured in shares (damage.test.ts). */
const LEGIBLE = LAYOUTS.filter((layout) => layout.name !== "bad-scan");
/** Each layout is read for this many invented decrees. */
const SEEDS = Array.from({ length: 12 }, (_, i) => i + 1);
/** Decrees that go from each layout to each other one. */
const TRIPS = [101, 102];

describe("a decree rendered in any layout", () => {
  it.each(LEGIBLE.map((layout) => [layout.name, layout] as const))(
    "%s: is read as it was written",
    (_, layout) => {
      const misses = SEEDS.flatMap((seed) =>
        measureRendering(layout.render(makeDecree(seed), seed)).misses.map((miss) => `seed ${seed}: ${miss}`),
      );
      expect(misses).toEqual([]);
    },
  );

  it.each(LEGIBLE.map((layout) => [layout.name, layout] as const))(
    "%s: rows without content get the finding that says why",
    (_, layout) => {
      const misses = SEEDS.flatMap((seed) =>
        measureRendering(layout.render(makeDecree(seed + 200, { gaps: 0.08 }), seed)).misses.map(
          (m) => `seed ${seed}: ${m}`,
        ),
      );
      expect(misses).toEqual([]);
    },
  );

  it.each(LEGIBLE.map((layout) => [layout.name, layout] as const))(
    "%s: may name no bagian at all",
    (_, layout) => {
      const misses = [301, 302, 303].flatMap((seed) =>
        measureRendering(layout.render(makeDecree(seed, { bagian: false }), seed)).misses.map(
          (m) => `seed ${seed}: ${m}`,
        ),
      );
      expect(misses).toEqual([]);
    },
  );
});

/** One trip goes to a layout from every other one: long on a busy machine. */
const TRIP_TIMEOUT = 120_000;

/**
 * Where labels stand in the middle of their cells, nothing but blank lines and the shape of lists says where a row ends: a
 * reading that comes from a layout without them can't be told apart again at every border. Such a layout is read exactly
 * as it is written (above), and is where trips begin, never where they end.
 */
const TARGETS = LEGIBLE.filter(({ name }) => !name.startsWith("columns-centred"));

describe.each(TRIPS)("a reading of decree %i rendered again in another layout", (seed) => {
  const model = makeDecree(seed);
  const readings = new Map<string, ReturnType<typeof readText>>();
  const readingOf = (source: (typeof LEGIBLE)[number]): ReturnType<typeof readText> => {
    const known = readings.get(source.name) ?? readText(source.render(model, seed).text);
    readings.set(source.name, known);
    return known;
  };

  it.each(TARGETS.map((layout) => [layout.name, layout] as const))(
    "%s: gives the same services and components",
    (_, target) => {
      const differences = LEGIBLE.flatMap((source) => {
        const first = readingOf(source);
        const second = readText(target.render(modelFromReading(first, model), seed + 7).text);
        return readingDifferences(first, second).map((d) => `from ${source.name}: ${d}`);
      });
      expect(differences).toEqual([]);
    },
    TRIP_TIMEOUT,
  );
});
