import { describe, expect, it } from "vitest";
import { makeDecree } from "#tests/reader-kit/generate.ts";
import { addMeasures, contentShare, f1, linesShare, type Measure } from "#tests/reader-kit/measure.ts";
import { measureRendering } from "#tests/reader-kit/read.ts";
import { layoutNamed } from "#tests/reader-kit/render/index.ts";

const COUNT = 30;

const measureScans = (first: number, options: Parameters<typeof makeDecree>[1] = {}): Measure => {
  const layout = layoutNamed("bad-scan");
  if (!layout) throw new Error("no layout bad-scan");
  return addMeasures(
    Array.from({ length: COUNT }, (_, i) =>
      measureRendering(layout.render(makeDecree(first + i, options), i + 1)),
    ),
  );
};

describe("scans whose letters are damaged", () => {
  it("every service is found with its name and bagian, and hardly a component is lost", () => {
    const read = measureScans(1);
    expect([read.found, read.extra, read.namesOk, read.bagianOk]).toEqual([
      read.services,
      0,
      read.services,
      read.services,
    ]);
    expect(f1(read)).toBeGreaterThan(99);
    expect(contentShare(read)).toBeGreaterThan(98);
    expect(linesShare(read)).toBeGreaterThan(98.5);
  });

  it("components without content are told from those that damage hides", () => {
    const read = measureScans(201, { gaps: 0.08 });
    expect([read.found, read.extra]).toEqual([read.services, 0]);
    expect(f1(read)).toBeGreaterThan(99);
    expect(read.nulls).toBeGreaterThan(100);
    expect(read.nullsOk / read.nulls).toBeGreaterThan(0.98);
  });

  it("without bagian and list some boundaries between services are lost with the letters", () => {
    const read = measureScans(301, { bagian: false });
    expect(read.found / read.services).toBeGreaterThan(0.97);
    expect(f1(read)).toBeGreaterThan(97);
    expect(contentShare(read)).toBeGreaterThan(93);
  });
});
