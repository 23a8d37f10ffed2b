import type { Band } from "./spec.ts";

/** The scale of NRR × 25 and IKM on a line of pixels: 50-100, or 25-100 once a value is below 55. */
export interface IndexScale {
  from: 25 | 50;
  to: 100;
  /** Pixels from the low end; a value outside the scale stands at its end. */
  at(value: number): number;
  /** Bounds that lie on the scale. */
  bounds: readonly number[];
  /** Bands that are seen, with the pixel of their middle. The lowest begins where the scale begins. */
  letters: readonly { letter: string; middle: number }[];
}

/** @param values everything drawn, ends of intervals too; @param pixels length of the line */
export function indexScale(values: readonly number[], bands: readonly Band[], pixels: number): IndexScale {
  const from = values.some((value) => value < 55) ? 25 : 50;
  const to = 100;
  const at = (value: number): number => ((Math.min(to, Math.max(from, value)) - from) / (to - from)) * pixels;
  const rising = [...bands].sort((a, b) => a.from - b.from);
  const letters = rising.flatMap(({ letter, from: begin }, index) => {
    const end = rising[index + 1]?.from ?? to;
    return end <= from ? [] : [{ letter, middle: (at(begin) + at(end)) / 2 }];
  });
  return { from, to, at, bounds: rising.map((band) => band.from).filter((bound) => bound > from), letters };
}
