import { describe, expect, it } from "vitest";
import { chartSvg } from "#app/charts/chart-svg.ts";
import { CHART_WIDTHS, STATUS_FILLS, type StatusSpec } from "#app/charts/spec.ts";
import { STATUSES, type Status } from "#app/followup/timeline.ts";

const spec = (counts: Partial<Record<Status, number>>): StatusSpec => ({
  kind: "status",
  id: "status",
  title: "Di Arunika, 2 dari 11 rencana terlambat",
  desc: "Satu batang.",
  segments: STATUSES.map((key) => ({ key, label: key, n: counts[key] ?? 0 })),
});

/** Places of the segments, in drawing order. */
const segments = (svg: string) =>
  STATUSES.flatMap((key) => {
    const { fill, stroke } = STATUS_FILLS[key];
    const found = new RegExp(
      `<rect x="([\\d.]+)" y="0.5" width="([\\d.]+)" height="36" fill="${fill}" stroke="${stroke}"`,
    ).exec(svg);
    return found ? [{ key, x: Number(found[1]), width: Number(found[2]) }] : [];
  });

describe("the bar of statuses", () => {
  it("draws what there is in one row inside the chart, each labelled with its word and count", () => {
    for (const width of ["wide", "narrow"] as const) {
      const svg = chartSvg(spec({ terlambat: 2, berjalan: 3, selesai: 6 }), width);
      const drawn = segments(svg);
      expect(drawn.map(({ key }) => key)).toEqual(["terlambat", "berjalan", "selesai"]);
      for (const { x, width: own } of drawn) expect(x + own).toBeLessThanOrEqual(CHART_WIDTHS[width]);
      for (const words of ["terlambat 2", "berjalan 3", "selesai 6"])
        expect(svg).toContain(`>${words}</text>`);
      expect(svg).not.toContain("batal 0");
      expect(svg).not.toContain("style=");
    }
  });

  it("is in proportion, beyond the few pixels by which the least is seen", () => {
    const [late, done] = segments(chartSvg(spec({ terlambat: 1, selesai: 3 }), "wide"));
    // 559 less a gap of 6 and twice 4 pixels: 545 in four parts.
    expect((late?.width ?? 0) - 4).toBeCloseTo(545 / 4, 3);
    expect((done?.width ?? 0) - 4).toBeCloseTo((545 * 3) / 4, 3);
  });

  it("leads the words of narrow parts to lines of their own, and keeps them inside", () => {
    const svg = chartSvg(spec({ terlambat: 1, berjalan: 1, rencana: 200, selesai: 1, batal: 1 }), "narrow");
    const lines = [
      ...svg.matchAll(/<text x="([\d.]+)" y="(\d+)"[^>]*text-anchor="(start|end)"[^>]*>(\w+) \d+</g),
    ];
    const led = lines.filter(([, , , , word]) => word !== "rencana");
    expect(new Set(led.map(([, , y]) => y)).size).toBe(4);
    for (const [, x, , anchor, word = ""] of lines) {
      const length = (word.length + 2) * 7;
      const from = anchor === "start" ? Number(x) : Number(x) - length;
      expect(from).toBeGreaterThanOrEqual(0);
      expect(from + length).toBeLessThanOrEqual(CHART_WIDTHS.narrow);
    }
  });
});
