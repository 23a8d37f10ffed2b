import { fold } from "../../text.ts";
import { isBlank } from "../model.ts";
import { Blocks, COST, labelCost } from "./cost.ts";
import { type Line, MIN_ANCHORS } from "./line.ts";

/** The cheapest way to part the lines of a stretch into rows. */

/** Ends of a row that are weighed, on either side of what lies between two labels. */
const MOST_BORDERS = 30;

/** What the centred reading must be cheaper than the one that begins each row at its number. */
const MARGIN = 2;

/** Lines between which rows may end: `from` to `to`, thinned where there are many. */
const bordersIn = (lines: readonly Line[], from: number, to: number): number[] => {
  const borders: number[] = [];
  let blanks = 0;
  for (let at = from; at <= to; at++) {
    const near = at - from < MOST_BORDERS || to - at < MOST_BORDERS;
    if (near || (lines[at + 1]?.gap === "blank" && blanks++ < MOST_BORDERS)) borders.push(at);
  }
  return borders;
};

/** First and last line of each label, in order. */
const anchorsOf = (lines: readonly Line[]): [number, number][] => {
  const numbered = lines.flatMap((line, at) => (isBlank(line.no) ? [] : [at]));
  if (numbered.length >= MIN_ANCHORS) return numbered.map((at) => [at, at]);
  const runs: [number, number][] = [];
  let text = "";
  lines.forEach((line, at) => {
    if (isBlank(line.label)) return;
    const last = runs.at(-1);
    const own = fold(line.label.text);
    const joins = last !== undefined && last[1] === at - 1 && line.gap === null;
    if (joins && !(labelCost(text) === 0 && labelCost(own) === 0)) {
      last[1] = at;
      text = `${text} ${own}`;
    } else {
      runs.push([at, at]);
      text = own;
    }
  });
  return runs;
};

export interface Choice {
  cost: number;
  /** First line of the block, and the choice of the block before it. */
  from: number;
  to: number;
  before: Choice | null;
}

/** The cheapest way to part the lines into rows around their labels. */
const cheapest = (
  lines: readonly Line[],
  anchors: readonly [number, number][],
  blocks: Blocks,
  lean: number,
): Choice | null => {
  const firstAnchor = (anchors[0] as [number, number])[0];
  const starts = [0];
  for (let at = 1; at <= firstAnchor; at++) if ((lines[at] as Line).gap === "blank") starts.push(at);
  let open: { from: number; cost: number; before: Choice | null }[] = starts
    .slice(-MOST_BORDERS)
    .map((from) => ({ from, cost: from === 0 ? 0 : COST.left, before: null }));
  let ends: Choice[] = [];
  anchors.forEach(([, last], index) => {
    const next = anchors[index + 1];
    const limit = next ? next[0] - 1 : lines.length - 1;
    let borders = bordersIn(lines, last, limit);
    if (!next) borders = borders.filter((to) => to === limit || lines[to + 1]?.gap === "blank");
    ends = [];
    for (const to of borders) {
      let best: Choice | null = null;
      for (const { from, cost, before } of open) {
        let sum = cost + blocks.cost(from, to, lean);
        if (before) sum += blocks.between(before.from, before.to, to);
        if (!next && to < limit) sum += COST.left;
        if (!best || sum < best.cost) best = { cost: sum, from, to, before };
      }
      if (best) ends.push(best);
    }
    open = ends.map((choice) => ({ from: choice.to + 1, cost: choice.cost, before: choice }));
  });
  return ends.reduce<Choice | null>((a, b) => (a && a.cost <= b.cost ? a : b), null);
};

/** Cost of every row beginning at its number or at the first line of its label. */
const topCost = (lines: readonly Line[], anchors: readonly [number, number][], blocks: Blocks): number => {
  let cost = 0;
  anchors.forEach(([from], index) => {
    const limit = (anchors[index + 1]?.[0] ?? lines.length) - 1;
    cost += blocks.cost(from, limit, 0);
    const before = anchors[index - 1];
    if (before) cost += blocks.between(before[0], from - 1, limit);
    else if (from > 0 && lines[from]?.gap !== "blank") cost += Math.min(2 * from, 4);
  });
  return cost;
};

/** A stretch that is read better with its cells centred: the cheapest choice for either rounding. */
export interface Centred {
  lines: readonly Line[];
  anchors: readonly [number, number][];
  down: Choice;
  up: Choice;
}

export const centredOf = (lines: readonly Line[]): Centred | null => {
  const anchors = anchorsOf(lines);
  if (anchors.length < MIN_ANCHORS) return null;
  const blocks = new Blocks(lines);
  const down = cheapest(lines, anchors, blocks, 1);
  const up = cheapest(lines, anchors, blocks, -1);
  if (!down || !up || Math.min(down.cost, up.cost) + MARGIN > topCost(lines, anchors, blocks)) return null;
  return { lines, anchors, down, up };
};

/** The rows of a centred table as ranges of lines. */
export const blocksOf = (last: Choice): { from: number; to: number }[] => {
  const found: { from: number; to: number }[] = [];
  for (let choice: Choice | null = last; choice; choice = choice.before)
    found.unshift({ from: choice.from, to: choice.to });
  return found;
};
