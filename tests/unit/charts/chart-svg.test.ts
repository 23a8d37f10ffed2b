import { describe, expect, it } from "vitest";
import { layoutBars, wrapLabel } from "#app/charts/bar-layout.ts";
import { chartSvg } from "#app/charts/chart-svg.ts";
import type { BarRow, BarSpec } from "#app/charts/spec.ts";

const spec: BarSpec = {
  kind: "bars",
  id: "kabupaten",
  title: "Biaya <b>tidak</b> ada & lain",
  desc: "Batang padat: tidak ada.",
  rows: [
    { label: "Arunika · 20 layanan", counts: { 0: 6, T: 2 }, end: "6 dari 18; T 2" },
    { label: "Segara <Biru>", counts: { 0: 3, T: 0 }, end: "3 dari 20" },
    { label: "Lembayung", counts: {}, end: "0 dari 20" },
  ],
};

/** Widths of the bars of one fill, in drawing order. */
const widths = (svg: string, fill: string): number[] =>
  [...svg.matchAll(/<rect x="[\d.]+" y="[\d.]+" width="([\d.]+)" height="18" fill="([^"]+)"/g)]
    .filter((match) => match[2] === fill)
    .map((match) => Number(match[1]));

describe("charts", () => {
  it("are named by their finding and described, with ids of their own", () => {
    const svg = chartSvg(spec, "wide");
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="kabupaten-wide-title kabupaten-wide-desc"/);
    expect(svg).toContain(
      '<title id="kabupaten-wide-title">Biaya &#60;b&#62;tidak&#60;/b&#62; ada &#38; lain</title>',
    );
    expect(svg.match(/<title/g)).toHaveLength(1);
    const idsOf = (drawn: string) => [...drawn.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    const both = [...idsOf(svg), ...idsOf(chartSvg(spec, "narrow"))];
    expect(new Set(both).size).toBe(both.length);
  });

  it("escape what decrees and registers call things", () => {
    expect(chartSvg(spec, "wide")).toContain("Segara &lt;Biru&gt;");
    expect(chartSvg(spec, "wide")).not.toContain("<Biru>");
  });

  it("carry no inline style, which the page's policy forbids", () => {
    expect(chartSvg(spec, "wide")).not.toContain("style=");
  });

  it("draw lengths in proportion, from one axis", () => {
    const [six, three] = widths(chartSvg(spec, "wide"), "#6E1A0C") as [number, number];
    expect(six / three).toBeCloseTo(2, 5);
  });

  it("write every figure at the end of its bar, also where nothing is drawn", () => {
    for (const width of ["wide", "narrow"] as const) {
      for (const { end, label } of spec.rows) {
        const svg = chartSvg(spec, width);
        expect(svg).toContain(`>${end}</text>`);
        expect(svg).toContain(label.split(" ")[0]);
      }
    }
  });

  it("give the same text for the same spec", () => {
    expect(chartSvg(spec, "narrow")).toBe(chartSvg(spec, "narrow"));
  });

  it("give every row the height of the longest label, so that lines of neighbours never meet", () => {
    const long =
      "Bagian Perekonomian, Sumber Daya Alam, Administrasi Pembangunan, dan Layanan Pengadaan · 4 layanan";
    const layout = layoutBars(
      { ...spec, rows: [{ ...(spec.rows[0] as BarRow), label: long }, ...spec.rows] },
      560,
      "wide",
    );
    const ends = layout.labels.map(({ lines, firstBaseline }) => [
      firstBaseline - 12,
      firstBaseline + (lines.length - 1) * 16,
    ]);
    expect(layout.labels[0]?.lines.length).toBeGreaterThan(2);
    expect(ends[1]?.[0]).toBeGreaterThan(ends[0]?.[1] as number);
    expect(ends[0]?.[0]).toBeGreaterThanOrEqual(0);
  });

  it("break long labels at words and cut none", () => {
    expect(wrapLabel("Bagian Administrasi Pembangunan dan Perekonomian", 20)).toEqual([
      "Bagian Administrasi",
      "Pembangunan dan",
      "Perekonomian",
    ]);
  });
});
