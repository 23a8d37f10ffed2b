/** A point with its label, pixels. */
export interface Labelled {
  x: number;
  y: number;
  label: string;
}

export interface Placed {
  x: number;
  y: number;
  anchor: "start" | "end" | "middle";
}

interface Box {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

const MARK = 7;
/** Lines above and below a point where its label may stand, nearest first. */
const LINES_AWAY = [-1, 1, -2, 2, -3, 3] as const;

const overlap = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.x2, b.x2) - Math.max(a.x1, b.x1)) *
  Math.max(0, Math.min(a.y2, b.y2) - Math.max(a.y1, b.y1));

/**
 * Puts each label beside its point where it covers least of the points and of the labels placed before it, inside the
 * frame. Deterministic: the order of the points decides.
 */
export function placeLabels(
  points: readonly Labelled[],
  frame: { left: number; right: number; top: number; bottom: number },
  character: number,
  lineHeight: number,
): Placed[] {
  const taken: Box[] = points.map(({ x, y }) => ({ x1: x - MARK, y1: y - MARK, x2: x + MARK, y2: y + MARK }));
  return points.map(({ x, y, label }, own) => {
    const length = label.length * character;
    const tries: Placed[] = [
      { x: x + MARK + 2, y, anchor: "start" },
      { x: x - MARK - 2, y, anchor: "end" },
      ...LINES_AWAY.flatMap((lines): Placed[] => {
        const away = y + lines * lineHeight + Math.sign(lines) * (MARK - lineHeight / 2);
        return [
          { x, y: away, anchor: "middle" },
          { x, y: away, anchor: "start" },
          { x, y: away, anchor: "end" },
        ];
      }),
    ];

    const costs = tries.map((place) => {
      const box = boxOf(place, length, lineHeight);
      const outside =
        Math.max(0, frame.left - box.x1) +
        Math.max(0, box.x2 - frame.right) +
        Math.max(0, frame.top - box.y1) +
        Math.max(0, box.y2 - frame.bottom);
      const covered = taken.reduce(
        (sum, other, index) => (index === own ? sum : sum + overlap(box, other)),
        0,
      );
      return outside * 1000 + covered;
    });
    const best = tries[costs.indexOf(Math.min(...costs))] as Placed;
    taken.push(boxOf(best, length, lineHeight));
    return best;
  });
}

const boxOf = ({ x, y, anchor }: Placed, length: number, lineHeight: number): Box => {
  const x1 = anchor === "start" ? x : anchor === "end" ? x - length : x - length / 2;
  return { x1, y1: y - lineHeight / 2, x2: x1 + length, y2: y + lineHeight / 2 };
};
