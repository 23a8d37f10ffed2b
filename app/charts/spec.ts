/** What a bar of form A is made of: a state of components, with its fill. Later states are added here. */
export const SEGMENTS = {
  absent: { name: "tidak ada", fill: "#6E1A0C", stroke: "#6E1A0C", ink: "#FFFFFF", apart: false },
  unreadable: { name: "tidak terbaca", fill: "url(#hatch)", stroke: "#5F6B76", ink: "#1A2126", apart: true },
} as const satisfies Record<
  string,
  { name: string; fill: string; stroke: string; ink: string; apart: boolean }
>;
export type SegmentKey = keyof typeof SEGMENTS;
export const SEGMENT_KEYS = Object.keys(SEGMENTS) as SegmentKey[];

/** One bar: its name, a count per segment, and the figure that stands at its right end. */
export interface BarRow {
  label: string;
  counts: Record<SegmentKey, number>;
  /** For example `28 dari 882`. */
  end: string;
}

/**
 * A chart of form A: stacked rows, segments that compare start at the axis, those outside the share stand behind a gap.
 * `title` is the finding, `desc` says what is drawn. `id` is unique on the page.
 */
export interface BarSpec {
  kind: "bars";
  id: string;
  title: string;
  desc: string;
  rows: readonly BarRow[];
}

export type ChartSpec = BarSpec;

/** Widths at which charts are drawn, in CSS pixels: beside a table, and on a phone. */
export const CHART_WIDTHS = { wide: 560, narrow: 358 } as const;
export type ChartWidth = keyof typeof CHART_WIDTHS;
