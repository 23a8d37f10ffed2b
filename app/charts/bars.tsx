import type { ReactElement } from "react";
import { Bar, BarChart, LabelList, XAxis, YAxis } from "recharts";
import {
  BAR_HEIGHT,
  type BarLayout,
  CHARACTER,
  FONT_SIZE,
  GAP,
  LINE_HEIGHT,
  rowTotal,
} from "./bar-layout.ts";
import { type BarSpec, SEGMENT_KEYS, SEGMENTS, type SegmentKey } from "./spec.ts";

const INK = "#1A2126";
/** A count is written inside its segment from this width on; narrower segments are told by the figure at the end. */
const ROOM_FOR_NUMBER = 24;

/** What Recharts hands to a drawing function, of which this chart uses these (pixels, and the row's index). */
interface Place {
  x?: number;
  width?: number;
  index?: number;
}

type Draw = (props: unknown) => ReactElement;

/** A row's label, line by line, and the figure at the end of its bar. */
const rowText =
  ({ rows }: BarSpec, { labels, barTop, left, pixels }: BarLayout): Draw =>
  (props) => {
    const { index = 0 } = props as Place;
    const row = rows[index];
    const label = labels[index];
    if (!row || !label) return <g />;
    const gap = row.counts.absent > 0 && row.counts.unreadable > 0 ? GAP : 0;
    return (
      <g>
        {label.lines.map((line, at) => (
          <text
            key={line}
            x={label.x}
            y={label.firstBaseline + at * LINE_HEIGHT}
            fontSize={FONT_SIZE}
            fill={INK}
            textAnchor={label.anchor}
          >
            {line}
          </text>
        ))}
        <text
          x={left + pixels(rowTotal(row)) + gap + 8}
          y={barTop(index) + BAR_HEIGHT / 2 + 5}
          fontSize={FONT_SIZE}
          fill={INK}
        >
          {row.end}
        </text>
      </g>
    );
  };

const segment =
  (key: SegmentKey, { barTop }: BarLayout): Draw =>
  (props) => {
    const { x = 0, width = 0, index = 0 } = props as Place;
    if (width <= 0) return <g />;
    const { fill, stroke } = SEGMENTS[key];
    return (
      <rect
        x={x}
        y={barTop(index)}
        width={Math.max(width, 2)}
        height={BAR_HEIGHT}
        fill={fill}
        stroke={stroke}
      />
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
        {SEGMENTS[key].apart && (
          <rect x={centre - half} y={middle - 8} width={half * 2} height={16} fill="#FFFFFF" />
        )}
        <text x={centre} y={middle + 5} fontSize={FONT_SIZE} fill={SEGMENTS[key].ink} textAnchor="middle">
          {count}
        </text>
      </g>
    );
  };

/** Form A on the server: one scale for all rows; segments outside the share stand behind a gap. */
export function barChart(spec: BarSpec, layout: BarLayout): ReactElement {
  const { width, height, left, right, gapUnits, domain } = layout;
  const data = spec.rows.map(({ counts }) => ({
    ...counts,
    gap: counts.absent > 0 && counts.unreadable > 0 ? gapUnits : 0,
  }));
  const last = SEGMENT_KEYS.at(-1);
  const bar = (key: SegmentKey): ReactElement => (
    <Bar key={key} dataKey={key} stackId="a" isAnimationActive={false} shape={segment(key, layout)}>
      <LabelList content={segmentNumber(key, spec, layout)} />
      {key === last && <LabelList content={rowText(spec, layout)} />}
    </Bar>
  );
  return (
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
      <defs>
        <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" fill="#FFFFFF" />
          <rect width="1.5" height="6" fill="#808C98" />
        </pattern>
      </defs>
      <XAxis type="number" hide domain={[0, domain]} interval={0} />
      <YAxis type="category" hide interval={0} width={0} />
      {bar("absent")}
      <Bar key="gap" dataKey="gap" stackId="a" isAnimationActive={false} fill="none" />
      {bar("unreadable")}
    </BarChart>
  );
}
