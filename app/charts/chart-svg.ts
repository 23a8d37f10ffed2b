import { renderToStaticMarkup } from "react-dom/server";
import { drawBars } from "./bars.tsx";
import { drawCounts } from "./counts.tsx";
import { drawDots } from "./dots.tsx";
import { escapeXml } from "./escape.ts";
import { type Drawing, INK, SMALL_FONT } from "./ink.ts";
import { PATTERN_IDS } from "./patterns.tsx";
import { drawQuadrant } from "./quadrant.tsx";
import type { ChartSpec, ChartWidth } from "./spec.ts";
import { drawStatus } from "./status.tsx";
import { drawTrend } from "./trend.tsx";

/** One drawing function a form. */
function draw(spec: ChartSpec, at: ChartWidth): Drawing {
  if (spec.kind === "bars") return drawBars(spec, at);
  if (spec.kind === "counts") return drawCounts(spec, at);
  if (spec.kind === "dots") return drawDots(spec, at);
  if (spec.kind === "trend") return drawTrend(spec, at);
  if (spec.kind === "status") return drawStatus(spec, at);
  return drawQuadrant(spec, at);
}

/** Room under a drawing for its mark. */
const MARK_ROOM = 18;

/** The finding with the mark of its figures: a title is copied without the page around it. */
export const markedTitle = ({ title, mark }: Pick<ChartSpec, "title" | "mark">): string =>
  mark ? `${title} (${mark})` : title;

/**
 * Draws a chart as one `<svg>` element: named by its finding, described, with ids of its own, without inline styles
 * (the page's security policy forbids them). Pure: the same spec gives the same text.
 */
export function chartSvg(spec: ChartSpec, at: ChartWidth): string {
  const id = `${spec.id}-${at}`;
  const { width, height: drawnHeight, element } = draw(spec, at);
  const height = drawnHeight + (spec.mark ? MARK_ROOM : 0);
  const drawn = renderToStaticMarkup(element);
  const body = /<svg[^>]*>(.*)<\/svg>/s.exec(drawn)?.[1] ?? "";
  let clean = body
    .replace(/<title>.*?<\/title>|<desc>.*?<\/desc>/gs, "")
    .replace(/ (style|class|tabindex|role)="[^"]*"/g, "")
    .replaceAll(`${spec.id}-clip`, `${id}-clip`);
  for (const pattern of PATTERN_IDS) {
    clean = clean
      .replaceAll(`url(#${pattern})`, `url(#${id}-${pattern})`)
      .replaceAll(`id="${pattern}"`, `id="${id}-${pattern}"`);
  }
  const mark = spec.mark
    ? `<text x="${width}" y="${height - 5}" text-anchor="end" font-size="${SMALL_FONT}" font-weight="600" fill="${INK}">${escapeXml(spec.mark)}</text>`
    : "";
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" id="${id}" role="img" aria-labelledby="${id}-title ${id}-desc" ` +
    `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" ` +
    `font-family="inherit" class="chart chart-${at}">` +
    `<title id="${id}-title">${escapeXml(markedTitle(spec))}</title><desc id="${id}-desc">${escapeXml(spec.desc)}</desc>` +
    `${clean}${mark}</svg>`
  );
}
