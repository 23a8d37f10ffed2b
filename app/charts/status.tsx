import { BAR_HEIGHT, GAP } from "./bar-layout.ts";
import { CHARACTER, type Drawing, EDGE, FONT_SIZE, INK, LINE_HEIGHT } from "./ink.ts";
import { PATTERNS } from "./patterns.tsx";
import { CHART_WIDTHS, type ChartWidth, STATUS_FILLS, type StatusSegment, type StatusSpec } from "./spec.ts";

/** Twice the height of a bar in a list: it stands alone. */
const HEIGHT = 2 * BAR_HEIGHT;
/** No segment is so narrow that it is overlooked. */
const LEAST = 4;
const ROOM_FOR_NUMBER = 24;

interface Placed extends StatusSegment {
  x: number;
  width: number;
  words: string;
  /** Line of its label under the bar; 0 stands right under it. */
  line: number;
  anchor: "start" | "end";
}

const wordsOf = ({ label, n }: StatusSegment): string => `${label} ${n}`;

const lengthOf = (words: string): number => words.length * CHARACTER + 8;

/**
 * Where segments and labels stand. A label as wide as its segment at most stands under it; the others are led to a line
 * of their own, those further left lower, so that no leader goes through a label.
 */
const place = (segments: readonly StatusSegment[], width: number): Placed[] => {
  const shown = segments.filter(({ n }) => n > 0);
  const total = shown.reduce((sum, { n }) => sum + n, 0);
  const free = width - GAP * Math.max(0, shown.length - 1) - LEAST * shown.length;
  let x = 0;
  const placed = shown.map((segment): Placed => {
    const own = LEAST + (segment.n / total) * free;
    const words = wordsOf(segment);
    const one = { ...segment, x, width: own, words, line: 0, anchor: "start" as const };
    x += own + GAP;
    return one;
  });
  const led = placed.filter((one) => lengthOf(one.words) > one.width);
  return placed.map((one) => {
    const at = led.indexOf(one);
    if (at < 0) return one;
    const fits = one.x + lengthOf(one.words) <= width;
    return { ...one, line: led.length - at, anchor: fits ? "start" : "end" };
  });
};

const Segment = ({ segment }: { segment: Placed }) => {
  const { key, x, width, n, words, line, anchor } = segment;
  const { fill, pattern, stroke, ink } = STATUS_FILLS[key];
  const centre = x + width / 2;
  const box = { x, y: 0.5, width, height: HEIGHT };
  const base = HEIGHT + (line + 1) * LINE_HEIGHT + line * 2;
  const half = (String(n).length * CHARACTER) / 2 + 4;
  const lead = anchor === "start" ? x + 2 : x + width - 2;
  return (
    <g>
      <rect {...box} fill={fill} stroke={stroke} />
      {pattern && <rect {...box} fill={`url(#${pattern})`} stroke={stroke} />}
      {width >= ROOM_FOR_NUMBER && (
        <>
          {pattern && <rect x={centre - half} y={HEIGHT / 2 - 9} width={half * 2} height={18} fill={fill} />}
          <text x={centre} y={HEIGHT / 2 + 5} fontSize={FONT_SIZE} fill={ink} textAnchor="middle">
            {n}
          </text>
        </>
      )}
      {line > 0 && <path d={`M${lead} ${HEIGHT + 1}V${base - 11}`} stroke={EDGE} fill="none" />}
      <text
        x={anchor === "start" ? x : x + width}
        y={base}
        fontSize={FONT_SIZE}
        fill={INK}
        textAnchor={anchor}
      >
        {words}
      </text>
    </g>
  );
};

/** Form G, Batang status: one stacked row, each segment labelled with its word and count. */
export function drawStatus(spec: StatusSpec, at: ChartWidth): Drawing {
  const width = CHART_WIDTHS[at];
  const segments = place(spec.segments, width - 1);
  const lines = Math.max(0, ...segments.map(({ line }) => line));
  const height = HEIGHT + (lines + 1) * (LINE_HEIGHT + 2) + 6;
  const element = (
    // biome-ignore lint/a11y/noSvgWithoutTitle: chartSvg takes what is inside and names it.
    <svg width={width} height={height}>
      {PATTERNS}
      {segments.map((segment) => (
        <Segment key={segment.key} segment={segment} />
      ))}
    </svg>
  );
  return { width, height, element };
}
