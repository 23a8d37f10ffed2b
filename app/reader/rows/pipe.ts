import { isBlankText } from "../text.ts";
import { MAX_CELLS } from "./model.ts";

const PIPE = /^\s*\|.*\||^[^|]*[^|\\]\|[^|]*\|/;
/** Arrow labels of a flow chart ("-->|ya|") are no table. */
const ARROW = /-->|==>/;
const RULED = /^[\s|:-]*$/;
/** The dashes below the head of a Markdown table. */
export const isPipeSeparator = (line: string): boolean => line.includes("--") && RULED.test(line);

/** Splits a Markdown pipe row into character ranges; `\|` is no border. */
export const pipeRanges = (line: string): { from: number; to: number }[] => {
  const borders: number[] = [];
  for (let i = 0; i < line.length; i++) if (line[i] === "|" && line[i - 1] !== "\\") borders.push(i);
  const first = isBlankText(line.slice(0, borders[0])) ? 0 : -1;
  const ranges: { from: number; to: number }[] = [];
  let from = first === 0 ? (borders[0] as number) + 1 : 0;
  for (const border of borders.slice(first === 0 ? 1 : 0, MAX_CELLS)) {
    ranges.push({ from, to: border });
    from = border + 1;
  }
  if (!isBlankText(line.slice(from))) ranges.push({ from, to: line.length });
  return ranges;
};

export const isPipeRow = (line: string): boolean =>
  line.includes("|") && PIPE.test(line) && (/^\s*\|/.test(line) || !ARROW.test(line));
