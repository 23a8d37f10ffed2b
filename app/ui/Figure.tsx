import { useLocation } from "@remix-run/react";
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
      <DrawingFiles id={chart.id} />
    </figure>
    <div>{children}</div>
  </div>
);

/** The drawing as a file, with the filters of its page: lines for a layout, points for a letter. */
function DrawingFiles({ id }: { id: string }) {
  const { pathname, search } = useLocation();
  const query = `${search === "" ? "?" : `${search}&`}gambar=${id}`;
  return (
    <p className="table-foot no-print">
      {"Unduh gambar: "}
      <a href={`${pathname}.svg${query}`}>SVG</a>
      {" · "}
      <a href={`${pathname}.png${query}`}>PNG</a>
    </p>
  );
}
