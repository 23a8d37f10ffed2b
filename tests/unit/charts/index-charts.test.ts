import { describe, expect, it } from "vitest";
import { chartSvg } from "#app/charts/chart-svg.ts";
import { indexScale } from "#app/charts/index-scale.ts";
import { placeLabels } from "#app/charts/place-labels.ts";
import { problemDomain } from "#app/charts/quadrant.tsx";
import type { DotSpec, QuadrantSpec, TrendPoint, TrendSpec } from "#app/charts/spec.ts";
import { editionStarts, trendRuns } from "#app/charts/trend.tsx";

const bands = [
  { from: 25, letter: "D" },
  { from: 65, letter: "C" },
  { from: 76.61, letter: "B" },
  { from: 88.31, letter: "A" },
];

const circles = (svg: string) =>
  [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="[\d.]+" fill="([^"]+)"/g)].map((found) => ({
    x: Number(found[1]),
    y: Number(found[2]),
    fill: found[3],
  }));

describe("scale of the index", () => {
  it("begins at 50, and at 25 once a value is below 55", () => {
    expect(indexScale([55, 90], bands, 100).from).toBe(50);
    expect(indexScale([54.99, 90], bands, 100).from).toBe(25);
  });

  it("puts a value at its share of the length: 75 on 50-100 is half way", () => {
    expect(indexScale([80], bands, 300).at(75)).toBe(150);
  });

  it("letters each band at its middle: C from 65 to 76.61 on 50-100 of 500 pixels at 208.05", () => {
    const { letters, bounds } = indexScale([80], bands, 500);
    expect(bounds).toEqual([65, 76.61, 88.31]);
    expect(letters.map(({ letter }) => letter)).toEqual(["D", "C", "B", "A"]);
    expect(letters[1]?.middle).toBeCloseTo(208.05, 5);
    // D is seen from 50 to 65 only.
    expect(letters[0]?.middle).toBeCloseTo(75, 5);
  });
});

describe("dots of unsur", () => {
  const spec: DotSpec = {
    kind: "dots",
    id: "unsur",
    title: "Waktu paling lemah",
    desc: "Titik: nilai.",
    bands,
    rows: [
      { label: "Waktu penyelesaian", value: 74.2, interval: [70, 78.4], before: 72, end: "74,20 C" },
      { label: "Persyaratan", value: 90, interval: null, before: null, end: "90,00 A" },
    ],
  };

  it("draws a filled dot a value and a hollow one for the period before, on one scale", () => {
    const dots = circles(chartSvg(spec, "wide"));
    expect(dots.map(({ fill }) => fill)).toEqual(["#FFFFFF", "#2F5D8A", "#2F5D8A"]);
    const [before = 0, now = 0, other = 0] = dots.map(({ x }) => x);
    // 74.2 - 72 = 2.2 and 90 - 74.2 = 15.8 in the same unit.
    expect((other - now) / (now - before)).toBeCloseTo(15.8 / 2.2, 5);
  });

  it("writes every label and figure at both widths", () => {
    for (const width of ["wide", "narrow"] as const) {
      const svg = chartSvg(spec, width);
      for (const text of ["Persyaratan", "74,20 C", "90,00 A", "65,00", "76,61", "88,31"]) {
        expect(svg).toContain(`>${text}</text>`);
      }
      expect(svg).not.toContain("style=");
    }
  });
});

describe("trend", () => {
  const point = (index: number | null, edition = "14/2017", belowTarget = false): TrendPoint => ({
    label: ["TW I", "2025"],
    index,
    interval: null,
    belowTarget,
    edition,
  });

  it("joins neighbours only: not over a missing period, not from one edition to another", () => {
    const points = [point(70, "16/2014"), point(71), point(72), point(null), point(74), point(75)];
    expect(trendRuns(points)).toEqual([[0], [1, 2], [4, 5]]);
    expect(editionStarts(points)).toEqual([1]);
    expect(trendRuns([])).toEqual([]);
  });

  it("draws a hollow point under the sample target and names the edition that begins", () => {
    const spec: TrendSpec = {
      kind: "trend",
      id: "tren",
      title: "IKM belum dapat disebut naik",
      desc: "Garis.",
      bands,
      points: [point(70, "16/2014"), point(80, "14/2017", true), point(82)],
    };
    const svg = chartSvg(spec, "wide");
    expect(circles(svg).map(({ fill }) => fill)).toEqual(["#2F5D8A", "#FFFFFF", "#2F5D8A"]);
    expect(svg).toContain(">14/2017</text>");
    expect(svg.match(/<polyline/g)).toHaveLength(2);
  });
});

describe("quadrant", () => {
  const spec: QuadrantSpec = {
    kind: "quadrant",
    id: "kuadran",
    title: "Dua bagian perlu dibenahi",
    desc: "Titik: bagian.",
    points: [
      { label: "Bagian Umum", problems: 3, index: 70, interval: [66, 74], certain: true },
      { label: "Bagian Hukum", problems: 1, index: 85, interval: [74, 96], certain: false },
    ],
    indexBound: { at: 76.61, label: "76,61: batas mutu B" },
    problemBound: { at: 2, label: "Dua komponen: batas kerja, bukan dari peraturan." },
    deeds: {
      manyLow: "Benahi keduanya",
      fewLow: "Tepati janji",
      manyHigh: "Tuliskan praktik baik",
      fewHigh: "Pertahankan",
    },
  };

  it("puts fewer problems to the right and a higher index above; uncertain ones are hollow", () => {
    const drawn = circles(chartSvg(spec, "wide"));
    const [umum = 0, hukum = 0] = drawn.map(({ x }) => x);
    const [umumHeight = 0, hukumHeight = 0] = drawn.map(({ y }) => y);
    expect(hukum).toBeGreaterThan(umum);
    expect(hukumHeight).toBeLessThan(umumHeight);
    expect(drawn.map(({ fill }) => fill)).toEqual(["#2F5D8A", "#FFFFFF"]);
  });

  it("cuts the axis to the data and keeps the bound on it", () => {
    expect(problemDomain(spec.points, 2)).toEqual([0, 4]);
    expect(problemDomain([], 2)).toEqual([1, 3]);
  });

  it("names the four deeds, and says that the bound is ours", () => {
    const svg = chartSvg(spec, "narrow");
    for (const deed of Object.values(spec.deeds)) expect(svg).toContain(`>${deed}</text>`);
    expect(svg).toContain("batas kerja");
  });
});

describe("labels of points", () => {
  const frame = { left: 0, right: 400, top: 0, bottom: 200 };

  it("stand right of the point, left of it where the frame ends", () => {
    expect(placeLabels([{ x: 100, y: 100, label: "Bagian Umum" }], frame, 6, 14)[0]?.anchor).toBe("start");
    expect(placeLabels([{ x: 390, y: 100, label: "Bagian Umum" }], frame, 6, 14)[0]?.anchor).toBe("end");
  });

  it("give way to each other", () => {
    const [first, second] = placeLabels(
      [
        { x: 100, y: 100, label: "Bagian Umum" },
        { x: 110, y: 100, label: "Bagian Hukum" },
      ],
      frame,
      6,
      14,
    );
    expect(first?.anchor).not.toBe(second?.anchor);
  });
});
