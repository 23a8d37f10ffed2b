import type { ReactElement } from "react";
import { Bar, BarChart, LabelList, XAxis, YAxis } from "recharts";
import { BAR_HEIGHT, type BarLayout, GAP, hasGap, layoutBars } from "./bar-layout.ts";
import { CHARACTER, type Draw, type Drawing, FONT_SIZE } from "./ink.ts";
import { PATTERNS } from "./patterns.tsx";
import { type Place, rowText } from "./row-text.tsx";
import {
  type BarSpec,
  CHART_WIDTHS,
  type ChartWidth,
  SEGMENT_KEYS,
  SEGMENTS,
  type SegmentKey,
} from "./spec.ts";

/** A count is written inside its segment from this width on; narrower segments are told by the figure at the end. */
const ROOM_FOR_NUMBER = 24;

const segment =
  (key: SegmentKey, { barTop }: BarLayout): Draw =>
  (props) => {
    const { x = 0, width = 0, index = 0 } = props as Place;
    if (width <= 0) return <g />;
    const { fill, pattern, stroke } = SEGMENTS[key];
    const place = { x, y: barTop(index), width: Math.max(width, 2), height: BAR_HEIGHT };
    return (
      <g>
        <rect {...place} fill={fill} stroke={stroke} />
        {pattern && <rect {...place} fill={`url(#${pattern})`} stroke={stroke} />}
      </g>
    );
  };

const segmentNumber =
  (key: SegmentKey, { rows }: BarSpec, { barTop }: BarLayout): Draw =>
  (props) => {
    const { x = 0, index = 0, width = 0 } = props as Place;
    if (width < ROOM_FOR_NUMBER) return <g />;
    const count = rows[index]?.counts[key] ?? 0;
    const centre = x + width / 2;
    const middle = barTop(index) + BAR_HEIGHT / 2;
    const half = (String(count).length * CHARACTER) / 2 + 4;
    return (
      <g>
        {SEGMENTS[key].pattern && (
          <rect x={centre - half} y={middle - 8} width={half * 2} height={16} fill={SEGMENTS[key].fill} />
        )}
        <text x={centre} y={middle + 5} fontSize={FONT_SIZE} fill={SEGMENTS[key].ink} textAnchor="middle">
          {count}
        </text>
      </g>
    );
  };

/** Form A on the server: one scale for all rows; segments outside the share stand behind a gap. */
export function drawBars(spec: BarSpec, at: ChartWidth): Drawing {
  const layout = layoutBars(spec, CHART_WIDTHS[at], at);
  const { width, height, left, right, gapUnits, domain } = layout;
  const data = spec.rows.map((row) => ({ ...row.counts, gap: hasGap(row) ? gapUnits : 0 }));
  const last = SEGMENT_KEYS.at(-1);
  const gaps = spec.rows.map((row) => (hasGap(row) ? GAP : 0));
  const bar = (key: SegmentKey): ReactElement => (
    <Bar key={key} dataKey={key} stackId="a" isAnimationActive={false} shape={segment(key, layout)}>
      <LabelList content={segmentNumber(key, spec, layout)} />
      {key === last && <LabelList content={rowText(spec.rows, layout, gaps)} />}
    </Bar>
  );
  const compared = SEGMENT_KEYS.filter((key) => !SEGMENTS[key].apart);
  const apart = SEGMENT_KEYS.filter((key) => SEGMENTS[key].apart);
  const element = (
    <BarChart
      id={spec.id}
      width={width}
      height={height}
      data={data}
      layout="vertical"
      margin={{ top: 0, right, bottom: 0, left }}
      barSize={BAR_HEIGHT}
      barCategoryGap={0}
    >
      {PATTERNS}
      <XAxis type="number" hide domain={[0, domain]} interval={0} />
      <YAxis type="category" hide interval={0} width={0} />
      {compared.map(bar)}
      <Bar key="gap" dataKey="gap" stackId="a" isAnimationActive={false} fill="none" />
      {apart.map(bar)}
    </BarChart>
  );
  return { width, height, element };
}
