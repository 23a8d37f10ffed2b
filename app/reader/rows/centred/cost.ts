import { matchLabels } from "../../labels/match.ts";
import { isOtherLabel } from "../../labels/wordings.ts";
import { isPlaceholder } from "../../marks.ts";
import { enumerator, fold, letters } from "../../text.ts";
import { isBlank } from "../model.ts";
import type { Line } from "./line.ts";

/** What speaks against some lines being one row, and against a row ending between two of them. */

export const COST = {
  label: 3,
  noLabel: 1.5,
  strayContent: 3,
  askew: 2,
  otherWay: 0.4,
  blankWithin: 0.6,
  blankBetween: -1.5,
  openEnd: 0.5,
  shortEnd: 0.1,
  fullEnd: 0.5,
  listWithin: 0.8,
  listLeft: 0.8,
  sameSign: 1.2,
  hangingEnd: 1.5,
  goesOn: 2.5,
  left: 1,
} as const;

/** Cost of words taken for a row's label. */
export const labelCost = (text: string): number => {
  if (text === "") return COST.noLabel;
  const match = matchLabels(text)[0];
  if (!match) return isOtherLabel(text) ? 1 : COST.label;
  if (!match.complete || match.similarity < 0.9) return 2;
  const rest = letters(text.slice(match.end)).length;
  return rest <= 3 ? 0 : 1 + Math.min(2, rest / 10);
};

const HANGING =
  /^No\.?\s|(?:-->|\b(?:dan|atau|yang|untuk|di|ke|dari|dengan|pada|dalam|oleh|tentang|serta|nomor|tahun)|[,:\-/(])$/i;

/** A sentence, or a table's next row ("3 Menyerahkan …"), that the border would tear. */
const GOES_ON = /^[a-z]{2,}|^[),;]|^(?:[2-9]|1\d)\s[A-Z]/;

/** A list without numbers. */
const SIGN = /^[-–•▪✓]\s/;

/** An item behind which another one stands: the last one ends with a full stop. */
const LISTED = /;(?:\s?dan)?$/;

/** The next word would have stood on this line: it was ended on purpose. */
const hasRoom = (before: string, after: string, width: number): boolean =>
  before.length + 1 + after.split(" ", 1).join("").length <= width;

/** Cost of a row ending behind `before` and the next one beginning with `after`, in a column of `width` characters. */
const borderCost = (before: string, after: string, width: number): number => {
  if (before === "" || after === "" || isPlaceholder(before)) return 0;
  const room = hasRoom(before, after, width);
  let cost = room ? 0 : COST.fullEnd;
  if (HANGING.test(before)) cost += COST.hangingEnd;
  else if (!/[.;!?)]$/.test(before)) cost += room ? COST.shortEnd : COST.openEnd;
  const mark = enumerator(after);
  if (mark ? mark.value > 1 : GOES_ON.test(after)) cost += COST.goesOn;
  else if (SIGN.test(after) && SIGN.test(before) && !before.endsWith(".")) cost += COST.sameSign;
  return cost;
};

type Range = readonly [number, number];

/** Cost of the middles of two ranges lying apart. */
const offCentre = (label: Range, content: Range, lean: number): number => {
  const off = (label[0] + label[1] - content[0] - content[1]) / 2;
  // Half a line is rounded down or up, the same way all through a document.
  if (Math.abs(off) > 0.5) return (Math.abs(off) - 0.5) * COST.askew + COST.otherWay;
  const taller = label[1] - label[0] > content[1] - content[0];
  return off * (taller ? -lean : lean) < 0 ? COST.otherWay : 0;
};

/** Lines `from` to `to` (included) taken for one row. */
export class Blocks {
  readonly #lines: readonly Line[];
  readonly #labelCosts = new Map<string, number>();
  /** Characters of the widest content. */
  readonly #width: number;

  constructor(lines: readonly Line[]) {
    this.#lines = lines;
    this.#width = lines.reduce((most, line) => Math.max(most, line.text.length), 0);
  }

  label(from: number, to: number): string {
    let text = "";
    for (let at = from; at <= to; at++) {
      const own = (this.#lines[at] as Line).label.text.trim();
      if (own !== "") text += text === "" ? own : ` ${own}`;
    }
    return fold(text);
  }

  #labelCost(text: string): number {
    let cost = this.#labelCosts.get(text);
    if (cost === undefined) {
      cost = labelCost(text);
      this.#labelCosts.set(text, cost);
    }
    return cost;
  }

  /** Text of the last line with content from `to` upwards, and of the first one from `from` downwards. */
  last(from: number, to: number): string {
    for (let at = to; at >= from; at--) if (this.#lines[at]?.text) return (this.#lines[at] as Line).text;
    return "";
  }

  first(from: number, to: number): string {
    for (let at = from; at <= to; at++) if (this.#lines[at]?.text) return (this.#lines[at] as Line).text;
    return "";
  }

  /** `lean`: which way half a line is rounded, 1 down, -1 up; 0 where labels stand on top. */
  cost(from: number, to: number, lean: number): number {
    const label = this.#labelCost(this.label(from, to));
    let cost = label;
    let before = "";
    let marked = false;
    let listed = false;
    for (let at = from; at <= to; at++) {
      const { text, gap, begins } = this.#lines[at] as Line;
      if (at > from && gap === "blank") cost += COST.blankWithin;
      if (before !== "" && text !== "") {
        if (isPlaceholder(before)) cost += COST.goesOn;
        else if (listed && before.endsWith(".") && SIGN.test(text)) cost += COST.listWithin;
        else if (begins && !before.endsWith(":")) cost += COST.listWithin;
        else if (marked && /^[A-Z]/.test(text) && !enumerator(text) && hasRoom(before, text, this.#width))
          cost += COST.listLeft;
      }
      if (text !== "" && before === "") marked = SIGN.test(text) || enumerator(text) !== null;
      if (text !== "") before = text;
      listed ||= LISTED.test(text);
    }
    const filled = before !== "";
    if (filled && label >= COST.label) cost += COST.strayContent;
    if (lean !== 0 && filled) cost += this.#askew(from, to, lean);
    return cost;
  }

  /** Cost of the middles of label and content lying apart; a page break may have parted the cell before it was centred. */
  #askew(from: number, to: number, lean: number): number {
    let least = this.#apart(from, to, lean);
    for (let at = from + 1; at <= to && least > 0; at++) {
      if ((this.#lines[at] as Line).gap !== "page") continue;
      least = Math.min(least, this.#apart(from, at - 1, lean), this.#apart(at, to, lean));
    }
    return least;
  }

  #apart(from: number, to: number, lean: number): number {
    let number: Range | null = null;
    let label: Range | null = null;
    let content: Range | null = null;
    for (let at = from; at <= to; at++) {
      const line = this.#lines[at] as Line;
      if (line.own) number = number ? [number[0], at] : [at, at];
      if (!isBlank(line.no) || !isBlank(line.label)) label = label ? [label[0], at] : [at, at];
      if (line.text !== "") content = content ? [content[0], at] : [at, at];
    }
    if (!label || !content) return Number.POSITIVE_INFINITY;
    const cost = offCentre(label, content, lean);
    return number ? Math.max(cost, offCentre(number, [from, to], lean)) : cost;
  }

  between(from: number, border: number, to: number): number {
    const gap = (this.#lines[border + 1] as Line).gap;
    const cost = borderCost(this.last(from, border), this.first(border + 1, to), this.#width);
    return gap === "blank" ? cost + COST.blankBetween : cost;
  }
}
