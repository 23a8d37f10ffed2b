import type { Status } from "../followup/timeline.ts";

/**
 * What a bar of form A is made of: levels of components, with fill, pattern and ink. 0 and 1 start at the axis, so that
 * they compare; T stands behind a gap, outside the share.
 */
export const SEGMENTS = {
  "0": { fill: "#6E1A0C", pattern: null, stroke: "#6E1A0C", ink: "#FFFFFF", apart: false },
  "1": { fill: "#D9793B", pattern: "diagonal", stroke: "#1A2126", ink: "#1A2126", apart: false },
  "2": { fill: "#D6E3F1", pattern: "dots", stroke: "#5F6B76", ink: "#1A2126", apart: false },
  "3": { fill: "#F7F9FB", pattern: null, stroke: "#5F6B76", ink: "#1A2126", apart: false },
  T: { fill: "#FFFFFF", pattern: "hatch", stroke: "#5F6B76", ink: "#1A2126", apart: true },
} as const satisfies Record<
  string,
  { fill: string; pattern: "diagonal" | "dots" | "hatch" | null; stroke: string; ink: string; apart: boolean }
>;
export type SegmentKey = keyof typeof SEGMENTS;
export const SEGMENT_KEYS = Object.keys(SEGMENTS) as SegmentKey[];

interface Named {
  /** Unique on the page. */
  id: string;
  /** The finding. */
  title: string;
  /** What is drawn. */
  desc: string;
  /** Drawn inside the chart and said in its title, so that it stays when the chart is copied: "data contoh". */
  mark?: string;
}

/** One bar: its name, a count per segment, and the figure that stands at its right end. */
export interface BarRow {
  label: string;
  counts: Partial<Record<SegmentKey, number>>;
  /** For example `28 dari 882`. */
  end: string;
}

/** Form A, Batang tingkat: stacked rows on one scale. */
export interface BarSpec extends Named {
  kind: "bars";
  rows: readonly BarRow[];
}

/** Form F, Batang jawaban: plain counts in one hue, in the order given. */
export interface CountSpec extends Named {
  kind: "counts";
  rows: readonly { label: string; counts: { n: number }; end: string }[];
}

/** A bound of mutu on the scale 25-100 with the letter of the band that begins there ("C" at 65.00). */
export interface Band {
  from: number;
  letter: string;
}

/** One unsur: NRR × 25 with the 95 % interval (null where there is none) and the value of the period before. */
export interface DotRow {
  label: string;
  value: number;
  interval: readonly [number, number] | null;
  before: number | null;
  /** For example `74,20 C`. */
  end: string;
}

/** Form C, Titik unsur: dots without a false baseline, lowest first. */
export interface DotSpec extends Named {
  kind: "dots";
  rows: readonly DotRow[];
  bands: readonly Band[];
}

/** One period; `index` null where nothing was surveyed: the line is broken there. */
export interface TrendPoint {
  /** Two short lines, for example `TW II` and `2025`. */
  label: readonly [string, string];
  index: number | null;
  interval: readonly [number, number] | null;
  /** Under the sample target: drawn hollow. */
  belowTarget: boolean;
  /** Edition of the instrument; no line crosses from one to another. */
  edition: string;
}

/** Form D, Garis tren: oldest first. */
export interface TrendSpec extends Named {
  kind: "trend";
  points: readonly TrendPoint[];
  bands: readonly Band[];
}

/** One bagian or service: problems a service, and the index with its interval. */
export interface QuadrantPoint {
  label: string;
  problems: number;
  index: number;
  interval: readonly [number, number] | null;
  /** The interval lies wholly on one side of the bound. */
  certain: boolean;
}

/** Form E, Kuadran: fewer problems to the right, higher index above; the four deeds stand in the corners. */
export interface QuadrantSpec extends Named {
  kind: "quadrant";
  points: readonly QuadrantPoint[];
  /** Bound of mutu B, with its words. */
  indexBound: { at: number; label: string };
  /** Working bound between few and many problems, with its words. */
  problemBound: { at: number; label: string };
  /** Words of the corners. */
  deeds: { manyLow: string; fewLow: string; manyHigh: string; fewHigh: string };
}

/** Fills of form G: dark means act; what is over is quiet. */
export const STATUS_FILLS = {
  terlambat: { fill: "#6E1A0C", pattern: null, stroke: "#6E1A0C", ink: "#FFFFFF" },
  berjalan: { fill: "#2F5D8A", pattern: null, stroke: "#2F5D8A", ink: "#FFFFFF" },
  rencana: { fill: "#D6E3F1", pattern: "dots", stroke: "#5F6B76", ink: "#1A2126" },
  selesai: { fill: "#F7F9FB", pattern: null, stroke: "#5F6B76", ink: "#1A2126" },
  batal: { fill: "#FFFFFF", pattern: "hatch", stroke: "#5F6B76", ink: "#1A2126" },
} as const satisfies Record<
  Status,
  { fill: string; pattern: "dots" | "hatch" | null; stroke: string; ink: string }
>;

/** Part of the row: what has this status, and how many. */
export interface StatusSegment {
  key: Status;
  label: string;
  n: number;
}

/** Form G, Batang status: one stacked row in the order given; what is nought is not drawn. */
export interface StatusSpec extends Named {
  kind: "status";
  segments: readonly StatusSegment[];
}

export type ChartSpec = BarSpec | CountSpec | DotSpec | TrendSpec | QuadrantSpec | StatusSpec;

/** Widths at which charts are drawn, in CSS pixels: beside a table, and on a phone. */
export const CHART_WIDTHS = { wide: 560, narrow: 358 } as const;
export type ChartWidth = keyof typeof CHART_WIDTHS;
