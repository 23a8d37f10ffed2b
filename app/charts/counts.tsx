import { Bar, BarChart, LabelList, XAxis, YAxis } from "recharts";
import { BAR_HEIGHT, type BarLayout, layoutBars } from "./bar-layout.ts";
import { DATA, type Draw, type Drawing } from "./ink.ts";
import { type Place, rowText } from "./row-text.tsx";
import { CHART_WIDTHS, type ChartWidth, type CountSpec } from "./spec.ts";

const bar =
  ({ barTop }: BarLayout): Draw =>
  (props) => {
    const { x = 0, width = 0, index = 0 } = props as Place;
    if (width <= 0) return <g />;
    return <rect x={x} y={barTop(index)} width={Math.max(width, 2)} height={BAR_HEIGHT} fill={DATA} />;
  };

/** Form F on the server: one hue, the count at the end of its bar, rows in the order given. */
export function drawCounts(spec: CountSpec, at: ChartWidth): Drawing {
  const layout = layoutBars(spec, CHART_WIDTHS[at], at);
  const { width, height, left, right, domain } = layout;
  const element = (
    <BarChart
      id={spec.id}
      width={width}
      height={height}
      data={spec.rows.map((row) => row.counts)}
      layout="vertical"
      margin={{ top: 0, right, bottom: 0, left }}
      barSize={BAR_HEIGHT}
      barCategoryGap={0}
    >
      <XAxis type="number" hide domain={[0, domain]} interval={0} />
      <YAxis type="category" hide interval={0} width={0} />
      <Bar dataKey="n" isAnimationActive={false} shape={bar(layout)}>
        <LabelList content={rowText(spec.rows, layout)} />
      </Bar>
    </BarChart>
  );
  return { width, height, element };
}
