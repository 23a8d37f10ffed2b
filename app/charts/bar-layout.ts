import { CHARACTER, LINE_HEIGHT } from "./ink.ts";
import { type BarRow, type ChartWidth, SEGMENT_KEYS, SEGMENTS } from "./spec.ts";

export const BAR_HEIGHT = 18;
/** Between what compares and what stands outside the share. */
export const GAP = 6;
const MOST_LABEL = 232;
const ROW_SPACE = 12;

export interface BarLayout {
  width: number;
  height: number;
  /** Where the axis stands, and how much is kept right of the plot for the figures. */
  left: number;
  right: number;
  /** Length of a count, and the same for the gap, in the units of the axis. */
  pixels(count: number): number;
  gapUnits: number;
  /** End of the axis. */
  domain: number;
  labels: { lines: string[]; x: number; anchor: "start" | "end"; firstBaseline: number }[];
  barTop(index: number): number;
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

/** A row of bars, whatever its segments are. */
export interface LabelledRow {
  label: string;
  counts: Partial<Record<string, number>>;
  end: string;
}

export const rowTotal = ({ counts }: LabelledRow): number =>
  Object.values(counts).reduce<number>((sum, count) => sum + (count ?? 0), 0);

/** A gap stands only between two things. */
export const hasGap = ({ counts }: BarRow): boolean => {
  const drawn = SEGMENT_KEYS.filter((key) => counts[key]);
  return drawn.some((key) => SEGMENTS[key].apart) && drawn.some((key) => !SEGMENTS[key].apart);
};

const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => text.length));

/**
 * Places of everything in a chart of bars. Beside a table the label stands left of its bar, on a phone above it; the
 * longest label decides the height of every row, so that bars are evenly spaced.
 */
export function layoutBars(
  { rows }: { rows: readonly LabelledRow[] },
  width: number,
  at: ChartWidth,
): BarLayout {
  const beside = at === "wide";
  const labelWidth = Math.min(MOST_LABEL, longest(rows.map((row) => row.label)) * CHARACTER + ROW_SPACE);
  const left = beside ? labelWidth : 0;
  const right = longest(rows.map((row) => row.end)) * CHARACTER + ROW_SPACE;
  const characters = Math.floor(((beside ? left : width) - ROW_SPACE) / CHARACTER);
  const wrapped = rows.map((row) => wrapLabel(row.label, characters));
  const labelHeight = Math.max(1, ...wrapped.map((lines) => lines.length)) * LINE_HEIGHT;
  const rowHeight = (beside ? Math.max(BAR_HEIGHT, labelHeight) : labelHeight + 4 + BAR_HEIGHT) + ROW_SPACE;
  const max = Math.max(1, ...rows.map(rowTotal));
  const plot = width - left - right;
  const gapUnits = (GAP * max) / plot;
  const barTop = (index: number): number =>
    index * rowHeight + (beside ? (rowHeight - BAR_HEIGHT) / 2 : rowHeight - BAR_HEIGHT - ROW_SPACE / 2);
  return {
    width,
    height: rows.length * rowHeight,
    left,
    right,
    gapUnits,
    domain: max + gapUnits,
    pixels: (count) => (count / (max + gapUnits)) * plot,
    barTop,
    labels: wrapped.map((lines, index) => ({
      lines,
      x: beside ? left - 8 : 0,
      anchor: beside ? "end" : "start",
      firstBaseline: beside
        ? barTop(index) + BAR_HEIGHT / 2 + 5 - ((lines.length - 1) * LINE_HEIGHT) / 2
        : barTop(index) - 6 - (lines.length - 1) * LINE_HEIGHT,
    })),
  };
}
