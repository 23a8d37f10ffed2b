import type { ReactElement } from "react";
import { Bar, BarChart, LabelList, XAxis, YAxis } from "recharts";
import { type BarRow, type BarSpec, type ChartWidth, SEGMENT_KEYS, SEGMENTS } from "./spec.ts";

const INK = "#1A2126";
const ROW_HEIGHT = { wide: 30, narrow: 46 } as const;
const BAR_HEIGHT = 18;
const FONT_SIZE = 14;
/** Mean width of a character of the page's type at that size, in pixels; generous, so that nothing is cut. */
const CHARACTER = 7;
const GAP = 6;
/** A count is written inside its segment from this width on; narrower segments are told by the figure at the end. */
const ROOM_FOR_NUMBER = 24;

/** Space in pixels left of the axis for labels: none on a phone, where each stands above its bar. */
function labelSpace(rows: readonly BarRow[], at: ChartWidth): number {
  if (at === "narrow") return 0;
  return Math.min(220, Math.max(...rows.map((row) => row.label.length)) * CHARACTER + 12);
}

/** Breaks a label at words into lines that fit; nothing is ever cut. */
export function wrapLabel(label: string, characters: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of label.split(" ")) {
    if (line !== "" && `${line} ${word}`.length > characters) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** What Recharts hands to a drawing function, of which this chart uses these (pixels, and the row's index). */
interface Place {
  x?: number;
  y?: number;
  width?: number;
  height?: number;
  index?: number;
}

/**
 * Form A on the server. Gives the element and its height; all sizes in CSS pixels.
 * The axis has one scale for all rows; segments outside the share stand behind a gap of {@link GAP} pixels.
 */
export function barChart(
  spec: BarSpec,
  width: number,
  at: ChartWidth,
): { element: ReactElement; height: number } {
  const left = labelSpace(spec.rows, at);
  const right = Math.max(...spec.rows.map((row) => row.end.length)) * CHARACTER + 12;
  const plot = width - left - right;
  const total = (row: BarRow): number => SEGMENT_KEYS.reduce((sum, key) => sum + row.counts[key], 0);
  const max = Math.max(1, ...spec.rows.map(total));
  const gap = (GAP * max) / plot;
  const data = spec.rows.map((row) => ({
    ...row.counts,
    gap: row.counts.absent > 0 && row.counts.unreadable > 0 ? gap : 0,
  }));
  const pixels = (count: number): number => (count / (max + gap)) * plot;
  const height = spec.rows.length * ROW_HEIGHT[at] + 4;
  const barTop = (index: number): number =>
    index * ROW_HEIGHT[at] +
    (at === "narrow" ? ROW_HEIGHT[at] - BAR_HEIGHT - 4 : (ROW_HEIGHT[at] - BAR_HEIGHT) / 2) +
    2;

  const rowText = (props: unknown): ReactElement => {
    const { index = 0 } = props as Place;
    const row = spec.rows[index] as BarRow;
    const middle = barTop(index) + BAR_HEIGHT / 2;
    const end = left + pixels(total(row)) + (data[index]?.gap ? GAP : 0) + 8;
    const lines = at === "narrow" ? [row.label] : wrapLabel(row.label, Math.floor((left - 12) / CHARACTER));
    return (
      <g>
        {lines.map((line, lineAt) => (
          <text
            key={line}
            x={at === "narrow" ? 0 : left - 8}
            y={at === "narrow" ? barTop(index) - 8 : middle + 5 + (lineAt - (lines.length - 1) / 2) * 14}
            fontSize={FONT_SIZE}
            fill={INK}
            textAnchor={at === "narrow" ? "start" : "end"}
          >
            {line}
          </text>
        ))}
        <text x={end} y={middle + 5} fontSize={FONT_SIZE} fill={INK}>
          {row.end}
        </text>
      </g>
    );
  };

  const segmentNumber =
    (key: (typeof SEGMENT_KEYS)[number]) =>
    (props: unknown): ReactElement => {
      const { x = 0, index = 0, width: room = 0 } = props as Place;
      const count = spec.rows[index]?.counts[key] ?? 0;
      if (room < ROOM_FOR_NUMBER) return <g />;
      const centre = x + room / 2;
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

  const element = (
    <BarChart
      id={spec.id}
      width={width}
      height={height}
      data={data}
      layout="vertical"
      margin={{ top: 2, right, bottom: 2, left }}
      barSize={BAR_HEIGHT}
      barCategoryGap={0}
    >
      <defs>
        <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" fill="#FFFFFF" />
          <rect width="1.5" height="6" fill="#808C98" />
        </pattern>
      </defs>
      <XAxis type="number" hide domain={[0, max + gap]} interval={0} />
      <YAxis type="category" hide interval={0} width={0} />
      <Bar dataKey="absent" stackId="a" isAnimationActive={false} shape={segmentShape("absent", barTop)}>
        <LabelList content={segmentNumber("absent")} />
      </Bar>
      <Bar dataKey="gap" stackId="a" isAnimationActive={false} fill="none" />
      <Bar
        dataKey="unreadable"
        stackId="a"
        isAnimationActive={false}
        shape={segmentShape("unreadable", barTop)}
      >
        <LabelList content={segmentNumber("unreadable")} />
        <LabelList content={rowText} />
      </Bar>
    </BarChart>
  );
  return { element, height };
}

const segmentShape =
  (key: (typeof SEGMENT_KEYS)[number], top: (index: number) => number) =>
  (props: unknown): ReactElement => {
    const { x = 0, width = 0, index = 0 } = props as Place;
    return width > 0 ? (
      <rect
        x={x}
        y={top(index)}
        width={Math.max(width, 2)}
        height={BAR_HEIGHT}
        fill={SEGMENTS[key].fill}
        stroke={SEGMENTS[key].stroke}
      />
    ) : (
      <g />
    );
  };
