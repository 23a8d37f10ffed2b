import { matchLabels } from "../labels/match.ts";
import { isOtherLabel } from "../labels/wordings.ts";
import { dividerHalf, isCatchword, isPageNumber, isPlaceholder, isTableHead } from "../marks.ts";
import { enumerator, fold, letters } from "../text.ts";
import { type Cell, EMPTY_CELL, joinCells, type Row, rowWith, sliceCell } from "./model.ts";

/**
 * Columns of spaces whose cells are centred vertically: number and label stand in the middle of a row's height, and lines
 * of its content stand above as well as below them. Such rows are laid out anew with the label on the first line. Where
 * one row ends and the next begins is the cheapest choice over sentences, lists, blank lines, labels and symmetry.
 */

/** One printed line of the table. */
interface Line {
  row: Row;
  /** Index of its row. */
  at: number;
  no: Cell;
  /** Its number stands in a column of its own. */
  own: boolean;
  label: Cell;
  content: Cell[];
  text: string;
  /** Its content begins a list. */
  begins: boolean;
  /** A blank line, or a page break, stands above it. */
  gap: "blank" | "page" | null;
}

const OWN_NUMBER = /^\s*(?:\d{1,2}|[A-Oa-o]|[IVX]{1,5})\s?[.)]?\s*$/;
const LED_NUMBER = /^\s*(?:\d{1,2}|[A-Oa-o]|[IVX]{1,5})(?:\s?[.)]\s{1,12}|\s{2,12})(?=\S)/;
/** So many numbers show that rows are numbered; so many labels, that there is a table at all. */
const MIN_ANCHORS = 3;
/** Ends of a row that are weighed, on either side of what lies between two labels. */
const MOST_BORDERS = 30;
/** What the centred reading must be cheaper than the one that begins each row at its number. */
const MARGIN = 2;

const COST = {
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

const isBlank = (cell: Cell | undefined): boolean => (cell?.text ?? "").trim() === "";

const rowText = (row: Row): string => fold(row.cells.map((cell) => cell.text).join(" "));

/** A page's number: it interrupts a table without ending it. */
const isPageFoot = (row: Row): boolean => {
  const filled = row.cells.filter((cell) => !isBlank(cell));
  if (filled.length !== 1 || row.separator) return false;
  const text = (filled[0] as Cell).text.trim();
  return isPageNumber(text) && !(row.kind === "table" && /^\d+\.?$/.test(text));
};

/** Rows between a catchword and the line that it announces. */
const CATCHWORD_ROWS = 4;

/** Indexes of page numbers, and of the catchwords above them. */
const pageFeet = (rows: readonly Row[]): ReadonlySet<number> => {
  const feet = new Set<number>();
  rows.forEach((row, at) => {
    if (row.foot || isPageFoot(row)) feet.add(at);
    const text = row.cells.at(-1)?.text ?? "";
    if (!CATCHWORD.test(text) || row.cells.filter((cell) => !isBlank(cell)).length !== 1) return;
    for (let i = at + 1; i < Math.min(rows.length, at + CATCHWORD_ROWS); i++)
      if (isCatchword(text, rowText(rows[i] as Row))) {
        feet.add(at);
        break;
      }
  });
  return feet;
};

const CATCHWORD = /(?:\.\.|…)\s*$/;

/** Cells of a line as number, label and contents; `numbered` where the numbers have a column of their own. */
const lineOf = (row: Row, at: number, numbered: boolean, gap: Line["gap"]): Line => {
  let no = EMPTY_CELL;
  let label = row.cells[numbered ? 1 : 0] ?? EMPTY_CELL;
  const content = row.cells.slice(numbered ? 2 : 1).filter((cell) => !isBlank(cell));
  const first = row.cells[0] ?? EMPTY_CELL;
  const led = LED_NUMBER.exec(first.text)?.[0].length ?? 0;
  if (numbered && led > 0) {
    no = sliceCell(first, 0, led);
    label = joinCells([sliceCell(first, led), label], " ");
  } else if (numbered && OWN_NUMBER.test(first.text)) no = first;
  else if (numbered) label = joinCells([first, label], " ");
  else if (led > 0) {
    no = sliceCell(first, 0, led);
    label = sliceCell(first, led);
  } else if (OWN_NUMBER.test(first.text)) {
    no = first;
    label = EMPTY_CELL;
  }
  const text = fold(content.map((cell) => cell.text).join(" "));
  const own = OWN_NUMBER.test(no.text) && /^\s|\s{2}$|^\s*\S+$/.test(no.text);
  return { row, at, no, own, label, content, text, begins: enumerator(text)?.value === 1, gap };
};

/** Cost of words taken for a row's label. */
const labelCost = (text: string): number => {
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
class Blocks {
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

interface Choice {
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
interface Centred {
  lines: readonly Line[];
  anchors: readonly [number, number][];
  down: Choice;
  up: Choice;
}

const centredOf = (lines: readonly Line[]): Centred | null => {
  const anchors = anchorsOf(lines);
  if (anchors.length < MIN_ANCHORS) return null;
  const blocks = new Blocks(lines);
  const down = cheapest(lines, anchors, blocks, 1);
  const up = cheapest(lines, anchors, blocks, -1);
  if (!down || !up || Math.min(down.cost, up.cost) + MARGIN > topCost(lines, anchors, blocks)) return null;
  return { lines, anchors, down, up };
};

/** The rows of a centred table as ranges of lines. */
const blocksOf = (last: Choice): { from: number; to: number }[] => {
  const found: { from: number; to: number }[] = [];
  for (let choice: Choice | null = last; choice; choice = choice.before)
    found.unshift({ from: choice.from, to: choice.to });
  return found;
};

/** The rows of one block: number and label beside the first line of the content. */
const raised = (lines: readonly Line[], from: number, to: number): Map<number, Row> => {
  const own = lines.slice(from, to + 1);
  const no = joinCells(
    own.map((line) => line.no),
    " ",
  );
  const label = joinCells(
    own.map((line) => line.label),
    " ",
  );
  const result = new Map<number, Row>();
  const first = own[0] as Line;
  const contents = own.filter((line) => line.text !== "");
  const opening = contents[0] ?? first;
  result.set(
    first.at,
    rowWith(first.row, {
      lineTo: Math.max(first.row.lineTo, opening.row.lineTo),
      cells: [no, label, ...(opening.content.length ? opening.content : [EMPTY_CELL])],
    }),
  );
  for (const line of contents.slice(1))
    result.set(line.at, rowWith(line.row, { cells: [EMPTY_CELL, EMPTY_CELL, ...line.content] }));
  return result;
};

/** Rows between blank lines that bear words in the first columns only, and none of a label: a heading. */
const headingRows = (rows: readonly Row[]): ReadonlySet<number> => {
  const found = new Set<number>();
  const endsAt = (at: number): boolean => {
    const next = rows[at + 1];
    return !next || next.line - (rows[at] as Row).lineTo > 1;
  };
  for (let from = 0; from < rows.length; from++) {
    let to = from;
    while (!endsAt(to)) to++;
    const run = rows.slice(from, to + 1);
    if (run.length <= MAX_HEADING_ROWS && run.every((row) => row.columns && isBlank(row.cells.at(-1)))) {
      const text = fold(run.map(rowText).join(" "));
      if (labelCost(text.slice(LED_NUMBER.exec(text)?.[0].length ?? 0)) >= COST.label)
        for (let at = from; at <= to; at++) found.add(at);
    }
    from = to;
  }
  return found;
};

const MAX_HEADING_ROWS = 4;

/** Rows of columns between two that end a table, `to` excluded. */
const stretches = (rows: readonly Row[], feet: ReadonlySet<number>): { from: number; to: number }[] => {
  const found: { from: number; to: number }[] = [];
  let from = -1;
  let broken = false;
  /** The last row that is neither a page's number nor a head. */
  let inside = -1;
  const headings = headingRows(rows);
  const close = (to: number): void => {
    if (from >= 0 && to - from >= 2 * MIN_ANCHORS) found.push({ from, to });
    from = -1;
  };
  rows.forEach((row, at) => {
    if (feet.has(at)) {
      broken = true;
      return;
    }
    const head = row.columns && !row.separator && isTableHead(row);
    // Right below a row of the table its head is printed once more, on the next page.
    if (head && from >= 0 && (broken || at - 1 === inside)) return;
    inside = at;
    broken = false;
    if (!row.columns || row.separator || head || headings.has(at) || dividerHalf(rowText(row)) !== null)
      close(at);
    else if (from < 0) from = at;
  });
  close(rows.length);
  return found;
};

/** Rows of columns that have numbers in a column of their own. */
const numberColumns = (rows: readonly Row[]): ReadonlySet<readonly number[]> => {
  const counts = new Map<readonly number[], number>();
  for (const { columns, cells } of rows)
    if (columns && cells.length >= 3 && OWN_NUMBER.test(cells[0]?.text ?? ""))
      counts.set(columns, (counts.get(columns) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= 2).map(([columns]) => columns));
};

const linesOf = (
  rows: readonly Row[],
  from: number,
  to: number,
  numbered: ReadonlySet<readonly number[]>,
  feet: ReadonlySet<number>,
): Line[] => {
  const lines: Line[] = [];
  let page = false;
  for (let at = from; at < to; at++) {
    const row = rows[at] as Row;
    if (feet.has(at) || !row.columns || isTableHead(row)) {
      page = true;
      continue;
    }
    const previous = rows[at - 1];
    const blank = at > from && previous !== undefined && row.line - previous.lineTo > 1;
    lines.push(lineOf(row, at, numbered.has(row.columns), page ? "page" : blank ? "blank" : null));
    page = false;
  }
  return lines;
};

/** Rows with every vertically centred table of columns laid out with its labels on top. */
export const raiseCentred = (rows: readonly Row[]): readonly Row[] => {
  if (!rows.some((row) => row.columns)) return rows;
  const numbered = numberColumns(rows);
  const feet = pageFeet(rows);
  const found: (Centred & { from: number; to: number })[] = [];
  for (const { from, to } of stretches(rows, feet)) {
    const centred = centredOf(linesOf(rows, from, to, numbered, feet));
    if (centred) found.push({ ...centred, from, to });
  }
  if (found.length === 0) return rows;
  // Half a line is rounded the same way in all tables.
  const lean = found.reduce((sum, { down, up }) => sum + down.cost - up.cost, 0);
  const result: Row[] = [];
  let done = 0;
  for (const { lines, from, to, down, up } of found) {
    result.push(...rows.slice(done, from));
    const laid = new Map<number, Row | null>();
    for (const block of blocksOf(lean > 0 ? up : down)) {
      for (let at = block.from; at <= block.to; at++) laid.set((lines[at] as Line).at, null);
      for (const [at, row] of raised(lines, block.from, block.to)) laid.set(at, row);
    }
    for (let at = from; at < to; at++) {
      const row = laid.get(at);
      if (row !== null) result.push(row ?? (rows[at] as Row));
    }
    done = to;
  }
  const known = new Set([...feet].map((at) => rows[at]));
  return [...result, ...rows.slice(done)].map((row) => (known.has(row) ? rowWith(row, { foot: true }) : row));
};
