import { Scatter, ScatterChart, XAxis, YAxis } from "recharts";
import { formatDecimal } from "../format/numbers.ts";
import { wrapLabel } from "./bar-layout.ts";
import { AXIS_WIDTH, indexAxis } from "./index-axis.tsx";
import { indexScale } from "./index-scale.ts";
import { DATA, type Draw, type Drawing, INK, LINE_HEIGHT, SECOND, SMALL_FONT } from "./ink.ts";
import { placeLabels } from "./place-labels.ts";
import { CHART_WIDTHS, type ChartWidth, type QuadrantPoint, type QuadrantSpec } from "./spec.ts";

const TOP = 26;
const PLOT = 300;
/** Below the axis: its figures; the notes come under them. */
const AXIS_FOOT = 24;
const RIGHT = 12;
const MARK = 5;
/** Mean width of a character of the small type. */
const SMALL_CHARACTER = 6;

const AXIS_NOTE = "Komponen bermasalah per layanan; ke kanan makin sedikit.";

/** Ends of the axis of problems, cut to the data and to the bound between few and many. */
export function problemDomain(points: readonly QuadrantPoint[], bound: number): [number, number] {
  const values = [...points.map(({ problems }) => problems), bound];
  return [Math.max(0, Math.floor(Math.min(...values) - 0.5)), Math.ceil(Math.max(...values) + 0.5)];
}

/** Whole numbers to name on the axis, at most eight. */
const ticksOf = ([from, to]: [number, number]): number[] => {
  const step = Math.max(1, Math.ceil((to - from) / 8));
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, nth) => from + nth * step);
};

/** Form E: few problems right, high index above; filled where certain, hollow where not. */
export function drawQuadrant(spec: QuadrantSpec, at: ChartWidth): Drawing {
  const { points, indexBound, problemBound, deeds } = spec;
  const width = CHART_WIDTHS[at];
  const left = AXIS_WIDTH;
  const right = width - RIGHT;
  const notes = [AXIS_NOTE, problemBound.label].flatMap((note) =>
    wrapLabel(note, Math.floor((right - left) / SMALL_CHARACTER)),
  );
  const foot = AXIS_FOOT + notes.length * LINE_HEIGHT + 4;
  const height = TOP + PLOT + foot;
  const bottom = TOP + PLOT;
  const domain = problemDomain(points, problemBound.at);
  const drawn = points.flatMap(({ index, interval }) => [index, ...(interval ?? [])]);
  const scale = indexScale(drawn, [{ from: indexBound.at, letter: "" }], PLOT);
  const x = (problems: number): number =>
    right - ((problems - domain[0]) / (domain[1] - domain[0])) * (right - left);
  const y = (index: number): number => bottom - scale.at(index);
  const labels = placeLabels(
    points.map((point) => ({ x: x(point.problems), y: y(point.index), label: point.label })),
    { left, right, top: TOP + 16, bottom: bottom - 16 },
    SMALL_CHARACTER,
    14,
  );

  const mark: Draw = (props) => {
    const { nth = 0 } = (props as { payload?: { nth?: number } }).payload ?? {};
    const point = points[nth];
    const label = labels[nth];
    if (!point || !label) return <g />;
    const { problems, index, interval, certain } = point;
    return (
      <g>
        {interval && (
          <line x1={x(problems)} x2={x(problems)} y1={y(interval[0])} y2={y(interval[1])} stroke={DATA} />
        )}
        <circle
          cx={x(problems)}
          cy={y(index)}
          r={MARK}
          fill={certain ? DATA : "#FFFFFF"}
          stroke={DATA}
          strokeWidth={1.5}
        />
        <text x={label.x} y={label.y + 4} fontSize={SMALL_FONT} fill={INK} textAnchor={label.anchor}>
          {point.label}
        </text>
      </g>
    );
  };

  const corner = (words: string, side: "left" | "right", line: number) => (
    <text
      key={words}
      x={side === "left" ? left + 4 : right - 4}
      y={line}
      fontSize={SMALL_FONT}
      fontWeight={600}
      fill={SECOND}
      textAnchor={side === "left" ? "start" : "end"}
    >
      {words}
    </text>
  );

  const element = (
    <ScatterChart
      id={spec.id}
      width={width}
      height={height}
      margin={{ top: TOP, right: RIGHT, bottom: foot, left }}
    >
      <XAxis type="number" dataKey="problems" domain={domain} reversed hide interval={0} />
      <YAxis type="number" dataKey="index" domain={[scale.from, scale.to]} hide interval={0} width={0} />
      <rect x={left} y={TOP} width={right - left} height={PLOT} fill="none" stroke="#C3CBD2" />
      {indexAxis({ scale, bottom, left, right })}
      <line
        x1={x(problemBound.at)}
        x2={x(problemBound.at)}
        y1={TOP}
        y2={bottom}
        stroke={SECOND}
        strokeDasharray="4 3"
      />
      {ticksOf(domain).map((tick) => (
        <text key={tick} x={x(tick)} y={bottom + 16} fontSize={SMALL_FONT} fill={SECOND} textAnchor="middle">
          {formatDecimal(tick, 0)}
        </text>
      ))}
      {notes.map((line, nth) => (
        <text key={line} x={left} y={bottom + 34 + nth * LINE_HEIGHT} fontSize={SMALL_FONT} fill={SECOND}>
          {line}
        </text>
      ))}
      <text x={left} y={TOP - 10} fontSize={SMALL_FONT} fill={SECOND}>
        {indexBound.label}
      </text>
      {corner(deeds.manyHigh, "left", TOP + 14)}
      {corner(deeds.fewHigh, "right", TOP + 14)}
      {corner(deeds.manyLow, "left", bottom - 6)}
      {corner(deeds.fewLow, "right", bottom - 6)}
      <Scatter
        data={points.map(({ problems, index }, nth) => ({ problems, index, nth }))}
        isAnimationActive={false}
        shape={mark}
      />
    </ScatterChart>
  );
  return { width, height, element };
}
