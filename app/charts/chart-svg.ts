import { renderToStaticMarkup } from "react-dom/server";
import { layoutBars } from "./bar-layout.ts";
import { barChart } from "./bars.tsx";
import { CHART_WIDTHS, type ChartSpec, type ChartWidth } from "./spec.ts";

const escapeXml = (text: string): string => text.replace(/[&<>"']/g, (mark) => `&#${mark.codePointAt(0)};`);

/**
 * Draws a chart as one `<svg>` element: named by its finding, described, with ids of its own, without inline styles
 * (the page's security policy forbids them). Pure: the same spec gives the same text.
 */
export function chartSvg(spec: ChartSpec, width: ChartWidth): string {
  const id = `${spec.id}-${width}`;
  const layout = layoutBars(spec, CHART_WIDTHS[width], width);
  const drawn = renderToStaticMarkup(barChart(spec, layout));
  const body = /<svg[^>]*>(.*)<\/svg>/s.exec(drawn)?.[1] ?? "";
  const clean = body
    .replace(/<title>.*?<\/title>|<desc>.*?<\/desc>/gs, "")
    .replace(/ (style|class|tabindex|role)="[^"]*"/g, "")
    .replace(/\brecharts[\w-]*clip-path\b/g, `${id}-clip`)
    .replaceAll("url(#hatch)", `url(#${id}-hatch)`)
    .replaceAll('id="hatch"', `id="${id}-hatch"`);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" id="${id}" role="img" aria-labelledby="${id}-title ${id}-desc" ` +
    `width="${layout.width}" height="${layout.height}" viewBox="0 0 ${layout.width} ${layout.height}" ` +
    `font-family="inherit" class="chart chart-${width}">` +
    `<title id="${id}-title">${escapeXml(spec.title)}</title><desc id="${id}-desc">${escapeXml(spec.desc)}</desc>` +
    `${clean}</svg>`
  );
}
