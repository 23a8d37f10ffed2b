import type { ReactNode } from "react";
import type { DrawnChart } from "#app/server/charts.server.ts";

/** A chart with the table of the same rows: beside it where there is room, else after it. */
export const Figure = ({
  chart,
  legend,
  children,
}: {
  chart: DrawnChart;
  legend: ReactNode;
  children: ReactNode;
}) => (
  <div className="with-table">
    <figure>
      <figcaption>{chart.title}</figcaption>
      {legend}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own drawing; chartSvg escapes every text in it. */}
      <div className="drawing" dangerouslySetInnerHTML={{ __html: chart.svg }} />
    </figure>
    <div>{children}</div>
  </div>
);
