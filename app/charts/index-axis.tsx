import { formatDecimal } from "../format/numbers.ts";
import type { IndexScale } from "./index-scale.ts";
import { MUTED, SECOND, SMALL_FONT } from "./ink.ts";

interface Props {
  scale: IndexScale;
  /** Pixels: the low end of the scale, and the two ends of its lines. */
  bottom: number;
  left: number;
  right: number;
}

/** Width kept left of an upright scale, and right of it for the letters. */
export const AXIS_WIDTH = 44;
export const LETTER_WIDTH = 20;

/** An upright scale of the index: its ends and bounds in figures, bounds as lines, letters of the bands at the right end. */
export const indexAxis = ({ scale, bottom, left, right }: Props) => [
  ...[scale.from, ...scale.bounds, scale.to].map((tick) => (
    <text
      key={`tick-${tick}`}
      x={left - 6}
      y={bottom - scale.at(tick) + 4}
      fontSize={SMALL_FONT}
      fill={SECOND}
      textAnchor="end"
    >
      {formatDecimal(tick, scale.bounds.includes(tick) ? 2 : 0)}
    </text>
  )),
  ...scale.bounds.map((bound) => (
    <line
      key={`bound-${bound}`}
      x1={left}
      x2={right}
      y1={bottom - scale.at(bound)}
      y2={bottom - scale.at(bound)}
      stroke={MUTED}
      strokeDasharray="4 3"
    />
  )),
  ...scale.letters.map(({ letter, middle }) => (
    <text key={`letter-${letter}`} x={right + 6} y={bottom - middle + 4} fontSize={SMALL_FONT} fill={SECOND}>
      {letter}
    </text>
  )),
];
