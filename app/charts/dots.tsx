import { Scatter, ScatterChart, XAxis, YAxis } from "recharts";
import { formatDecimal } from "../format/numbers.ts";
import { wrapLabel } from "./bar-layout.ts";
import { type IndexScale, indexScale } from "./index-scale.ts";
import {
  CHARACTER,
  DATA,
  type Draw,
  type Drawing,
  FONT_SIZE,
  INK,
  LINE_HEIGHT,
  MUTED,
  SECOND,
  SMALL_FONT,
} from "./ink.ts";
import { CHART_WIDTHS, type ChartWidth, type DotRow, type DotSpec } from "./spec.ts";

const MOST_LABEL = 232;
const HEAD = 20;
const FOOT = 22;
const SPACE = 14;
const MARK = 5;

interface Layout {
  left: number;
  /** Right end of the scale. */
  right: number;
  rowHeight: number;
  labels: readonly string[][];
  scale: IndexScale;
  /** Height of a row's dot. */
  y(index: number): number;
}

const ends = ({ value, interval, before }: DotRow): number[] => [
  value,
  ...(interval ?? []),
  ...(before === null ? [] : [before]),
];

function layoutDots({ rows, bands }: DotSpec, width: number, at: ChartWidth): Layout {
  const beside = at === "wide";
  const longest = Math.max(0, ...rows.map((row) => row.label.length));
  const left = beside ? Math.min(MOST_LABEL, longest * CHARACTER + 12) : MARK + 2;
  const endWidth = Math.max(0, ...rows.map((row) => row.end.length)) * CHARACTER + 12;
  const right = width - endWidth;
  const labels = rows.map((row) => wrapLabel(row.label, Math.floor((beside ? left : width) / CHARACTER)));
  const lines = Math.max(1, ...labels.map((label) => label.length));
  const rowHeight = (beside ? Math.max(2 * MARK, lines * LINE_HEIGHT) : lines * LINE_HEIGHT + 16) + SPACE;
  return {
    left,
    right,
    rowHeight,
    labels,
    scale: indexScale(rows.flatMap(ends), bands, right - left),
    y: (index) => HEAD + index * rowHeight + (beside ? rowHeight / 2 : rowHeight - SPACE),
  };
}

const row =
  ({ rows }: DotSpec, { left, right, labels, scale, y, rowHeight }: Layout, beside: boolean): Draw =>
  (props) => {
    const { index = 0 } = (props as { payload?: { index?: number } }).payload ?? {};
    const { value, interval, before, end } = rows[index] as DotRow;
    const lines = labels[index] ?? [];
    const middle = y(index);
    const x = (of: number) => left + scale.at(of);
    const first = beside
      ? middle + 5 - ((lines.length - 1) * LINE_HEIGHT) / 2
      : HEAD + index * rowHeight + LINE_HEIGHT;
    return (
      <g>
        {lines.map((line, nth) => (
          <text
            key={line}
            x={beside ? left - 12 : 0}
            y={first + nth * LINE_HEIGHT}
            textAnchor={beside ? "end" : "start"}
            fontSize={FONT_SIZE}
            fill={INK}
          >
            {line}
          </text>
        ))}
        {interval && (
          <line
            x1={x(interval[0])}
            x2={x(interval[1])}
            y1={middle}
            y2={middle}
            stroke={DATA}
            strokeWidth={2}
          />
        )}
        {before !== null && (
          <circle
            cx={x(before)}
            cy={middle}
            r={MARK - 0.5}
            fill="#FFFFFF"
            stroke={SECOND}
            strokeWidth={1.5}
          />
        )}
        <circle cx={x(value)} cy={middle} r={MARK} fill={DATA} />
        <text x={right + 12} y={middle + 5} fontSize={FONT_SIZE} fill={INK}>
          {end}
        </text>
      </g>
    );
  };

/** Form C: one dot a row on the scale of the index, bounds of mutu as lines, letters of the bands above. */
export function drawDots(spec: DotSpec, at: ChartWidth): Drawing {
  const width = CHART_WIDTHS[at];
  const layout = layoutDots(spec, width, at);
  const { left, right, rowHeight, scale } = layout;
  const plotEnd = HEAD + spec.rows.length * rowHeight;
  const height = plotEnd + FOOT;
  const ticks = [scale.from, ...scale.bounds, scale.to];
  const element = (
    <ScatterChart
      id={spec.id}
      width={width}
      height={height}
      margin={{ top: HEAD, right: width - right, bottom: FOOT, left }}
    >
      <XAxis type="number" dataKey="value" domain={[scale.from, scale.to]} hide interval={0} />
      <YAxis
        type="number"
        dataKey="index"
        domain={[0, Math.max(1, spec.rows.length - 1)]}
        hide
        interval={0}
        width={0}
      />
      {scale.bounds.map((bound) => (
        <line
          key={bound}
          x1={left + scale.at(bound)}
          x2={left + scale.at(bound)}
          y1={HEAD - 4}
          y2={plotEnd}
          stroke={MUTED}
          strokeDasharray="4 3"
        />
      ))}
      {scale.letters.map(({ letter, middle }) => (
        <text
          key={letter}
          x={left + middle}
          y={HEAD - 6}
          fontSize={SMALL_FONT}
          fill={SECOND}
          textAnchor="middle"
        >
          {letter}
        </text>
      ))}
      {ticks.map((tick) => (
        <text
          key={tick}
          x={left + scale.at(tick)}
          y={plotEnd + 15}
          fontSize={SMALL_FONT}
          fill={SECOND}
          textAnchor="middle"
        >
          {formatDecimal(tick, scale.bounds.includes(tick) ? 2 : 0)}
        </text>
      ))}
      <Scatter
        data={spec.rows.map(({ value }, index) => ({ value, index }))}
        isAnimationActive={false}
        shape={row(spec, layout, at === "wide")}
      />
    </ScatterChart>
  );
  return { width, height, element };
}
