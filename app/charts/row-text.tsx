import { BAR_HEIGHT, type BarLayout, type LabelledRow, rowTotal } from "./bar-layout.ts";
import { type Draw, FONT_SIZE, INK, LINE_HEIGHT } from "./ink.ts";

/** What Recharts hands to a drawing function, of which bars use these (pixels, and the row's index). */
export interface Place {
  x?: number;
  width?: number;
  index?: number;
}

/** A row's label, line by line, and the figure at the end of its bar. `gaps`: pixels inside each bar that count nothing. */
export const rowText =
  (
    rows: readonly LabelledRow[],
    { labels, barTop, left, pixels }: BarLayout,
    gaps: readonly number[] = [],
  ): Draw =>
  (props) => {
    const { index = 0 } = props as Place;
    const row = rows[index];
    const label = labels[index];
    if (!row || !label) return <g />;
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
          x={left + pixels(rowTotal(row)) + (gaps[index] ?? 0) + 8}
          y={barTop(index) + BAR_HEIGHT / 2 + 5}
          fontSize={FONT_SIZE}
          fill={INK}
        >
          {row.end}
        </text>
      </g>
    );
  };
