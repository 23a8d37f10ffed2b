import type { ReactElement } from "react";
import { Line, LineChart, XAxis, YAxis } from "recharts";
import { AXIS_WIDTH, indexAxis, LETTER_WIDTH } from "./index-axis.tsx";
import { indexScale } from "./index-scale.ts";
import { DATA, type Draw, type Drawing, SECOND, SMALL_FONT } from "./ink.ts";
import { CHART_WIDTHS, type ChartWidth, type TrendPoint, type TrendSpec } from "./spec.ts";

const TOP = 22;
const PLOT = 220;
const FOOT = 38;
const MARK = 5;
/** Room that a label of two short lines needs. */
const LABEL_ROOM = 44;

/** Places after which the line is broken because another edition begins. */
export const editionStarts = (points: readonly TrendPoint[]): number[] =>
  points.flatMap(({ edition }, index) =>
    index > 0 && points[index - 1]?.edition !== edition ? [index] : [],
  );

/** Runs of neighbours that one line may join: no missing period inside, one edition. */
export function trendRuns(points: readonly TrendPoint[]): number[][] {
  const runs: number[][] = [];
  let run: number[] = [];
  for (const [index, point] of points.entries()) {
    const broken = point.index === null || points[index - 1]?.edition !== point.edition;
    if (broken && run.length > 0) {
      runs.push(run);
      run = [];
    }
    if (point.index !== null) run.push(index);
  }
  return run.length > 0 ? [...runs, run] : runs;
}

/** Form D: the index of period after period on its scale. */
export function drawTrend(spec: TrendSpec, at: ChartWidth): Drawing {
  const { points, bands } = spec;
  const width = CHART_WIDTHS[at];
  const height = TOP + PLOT + FOOT;
  const left = AXIS_WIDTH;
  const right = width - LETTER_WIDTH;
  const bottom = TOP + PLOT;
  const drawn = points.flatMap(({ index, interval }) => (index === null ? [] : [index, ...(interval ?? [])]));
  const scale = indexScale(drawn, bands, PLOT);
  const step = (right - left) / Math.max(1, points.length);
  const x = (index: number): number => left + (index + 0.5) * step;
  const y = (value: number): number => bottom - scale.at(value);
  const labelEvery = Math.max(1, Math.ceil(LABEL_ROOM / step));

  const mark: Draw = (props) => {
    const { index = 0 } = props as { index?: number };
    const point = points[index];
    if (!point || point.index === null) return <g key={index} />;
    return (
      <g key={index}>
        {point.interval && (
          <line
            x1={x(index)}
            x2={x(index)}
            y1={y(point.interval[0])}
            y2={y(point.interval[1])}
            stroke={DATA}
            strokeWidth={1.5}
          />
        )}
        <circle
          cx={x(index)}
          cy={y(point.index)}
          r={MARK}
          fill={point.belowTarget ? "#FFFFFF" : DATA}
          stroke={DATA}
          strokeWidth={1.5}
        />
      </g>
    );
  };

  const label = ({ label: [first, second] }: TrendPoint, index: number): ReactElement[] =>
    // The newest period is always named; from there every so many back.
    (points.length - 1 - index) % labelEvery !== 0
      ? []
      : [first, second].map((text, nth) => (
          <text
            key={`${index}-${text}`}
            x={x(index)}
            y={bottom + 16 + nth * 15}
            fontSize={SMALL_FONT}
            fill={SECOND}
            textAnchor="middle"
          >
            {text}
          </text>
        ));

  const element = (
    <LineChart
      id={spec.id}
      width={width}
      height={height}
      data={points.map(({ index }) => ({ index }))}
      margin={{ top: TOP, right: LETTER_WIDTH, bottom: FOOT, left }}
    >
      <XAxis hide interval={0} />
      <YAxis hide domain={[scale.from, scale.to]} interval={0} width={0} />
      {indexAxis({ scale, bottom, left, right })}
      {editionStarts(points).map((index) => (
        <g key={`edition-${index}`}>
          <line x1={left + index * step} x2={left + index * step} y1={TOP - 6} y2={bottom} stroke={SECOND} />
          <text x={left + index * step + 4} y={TOP - 8} fontSize={SMALL_FONT} fill={SECOND}>
            {points[index]?.edition}
          </text>
        </g>
      ))}
      {trendRuns(points).map((run) => (
        <polyline
          key={`run-${run[0]}`}
          points={run.map((index) => `${x(index)},${y(points[index]?.index ?? 0)}`).join(" ")}
          fill="none"
          stroke={DATA}
          strokeWidth={2}
        />
      ))}
      {points.map(label)}
      <Line dataKey="index" stroke="none" isAnimationActive={false} dot={mark} activeDot={false} />
    </LineChart>
  );
  return { width, height, element };
}
