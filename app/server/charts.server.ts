import { chartSvg, markedTitle } from "#app/charts/chart-svg.ts";
import type { ChartSpec } from "#app/charts/spec.ts";
import { SAMPLE_MARK } from "./refs.ts";
import type { RegencyRef } from "./views.ts";

/** A chart as a page takes it: its finding and its drawing for both widths. */
export interface DrawnChart {
  /** Of the drawing on its page: the name of its file. */
  id: string;
  title: string;
  svg: string;
}

const drawn = new Map<string, DrawnChart>();
/** Drawings kept: the same few pages are asked for again and again. */
const KEEP = 200;

/**
 * Draws a chart, or takes the drawing kept of the same spec: one takes 5-15 ms.
 *
 * @param regency whose figures they are; those of an invented one say so in title and drawing
 */
export function drawChart(asked: ChartSpec, regency?: Pick<RegencyRef, "sample">): DrawnChart {
  const spec = regency?.sample ? { ...asked, mark: SAMPLE_MARK } : asked;
  const key = JSON.stringify(spec);
  let chart = drawn.get(key);
  if (!chart) {
    chart = { id: spec.id, title: markedTitle(spec), svg: chartSvg(spec, "wide") + chartSvg(spec, "narrow") };
    const oldest = drawn.keys().next().value;
    if (drawn.size >= KEEP && oldest !== undefined) drawn.delete(oldest);
    drawn.set(key, chart);
  }
  return chart;
}
