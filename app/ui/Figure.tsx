import type { ReactNode } from "react";
import type { DrawnChart } from "#app/server/charts.server.ts";
import { LevelLegend } from "./Legend.tsx";

interface Props {
  chart: DrawnChart;
  legend: ReactNode;
  /** For a table too wide to stand beside the chart. */
  stacked?: boolean;
  children: ReactNode;
}

/** A chart of levels with its table under it; the table alone where there is nothing to draw. */
export const LevelFigure = ({ chart, children }: { chart: DrawnChart | null; children: ReactNode }) =>
  chart ? (
    <Figure chart={chart} legend={<LevelLegend />} stacked>
      {children}
    </Figure>
  ) : (
    children
  );

/** A chart with the table of the same rows: beside it where there is room, else after it. */
export const Figure = ({ chart, legend, stacked = false, children }: Props) => (
  <div className={stacked ? "with-table stacked" : "with-table"}>
    <figure>
      <figcaption>{chart.title}</figcaption>
      {legend}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own drawing; chartSvg escapes every text in it. */}
      <div className="drawing" dangerouslySetInnerHTML={{ __html: chart.svg }} />
    </figure>
    <div>{children}</div>
  </div>
);
