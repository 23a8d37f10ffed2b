import type { ComponentKey } from "../components.ts";
import { matchLabels, mayBeLabel } from "../labels/match.ts";
import { enumerator, hasLetters } from "../text.ts";
import { plainCell } from "./html.ts";
import { type Cell, cellOf, type Piece, pieceWith, type Row, rowOf } from "./model.ts";

/**
 * Tables drawn with signs, a border below every row: "+---+----+" over "| 1 | … |". What stands between two borders is one
 * row, and the borders say where its columns are, however narrow these are.
 */

/** The borders of a table drawn with signs: "+----+====+". */
export const GRID_BORDER = /^\s*\+[-=:+]+\+\s*$/;
/** A border that a cell over several rows interrupts. */
const PART_BORDER = /^\s*[|+].*\+[-=:]{2,}(?:\+|$)/;
const LINE = /^\s*\|.*\|\s*$/;
/** No table runs over more lines. */
const MAX_LINES = 6000;
/** Rows at least: a table with fewer borders than these prints a row on each line. */
const MIN_ROWS = 3;
/** A column this narrow breaks words at every letter. */
const NARROW = 2;
/** What a quotation's mark says of a list's second line. */
const QUOTED = /^>\s/;

interface Column {
  from: number;
  /** Excluded. */
  to: number;
}

/** Between two borders, its lines. */
interface Band {
  from: number;
  to: number;
}

const columnsOf = (border: string): Column[] => {
  const columns: Column[] = [];
  let from = border.indexOf("+");
  for (let to = border.indexOf("+", from + 1); to !== -1; to = border.indexOf("+", to + 1)) {
    columns.push({ from: from + 1, to });
    from = to;
  }
  return columns;
};

/** The parts of a line under the columns; a part over several columns stands in the first. Null where they do not fit. */
const partsOf = (line: string, columns: readonly Column[]): (Column | null)[] | null => {
  const first = columns[0] as Column;
  const last = columns.at(-1) as Column;
  if (line[first.from - 1] !== "|" || line[last.to] !== "|") return null;
  const parts: (Column | null)[] = [];
  let open = 0;
  columns.forEach((column, at) => {
    parts.push(null);
    if (line[column.to] === "|") {
      parts[open] = { from: (columns[open] as Column).from, to: column.to };
      open = at + 1;
    }
  });
  return parts;
};

/** Where the bands of the table lie that opens on line `from`, and its last line; no bands where it is none of such rows. */
const bandsOf = (lines: readonly string[], from: number): { bands: Band[] | null; to: number } => {
  const bands: Band[] = [];
  let begin = from + 1;
  let at = begin;
  for (; at < lines.length && at - from < MAX_LINES; at++) {
    const line = lines[at] as string;
    const border = GRID_BORDER.test(line) || (line.includes("+-") && PART_BORDER.test(line));
    if (border) {
      if (at > begin) bands.push({ from: begin, to: at });
      begin = at + 1;
    } else if (!LINE.test(line)) break;
  }
  return { bands: at === begin && bands.length >= MIN_ROWS ? bands : null, to: at - 1 };
};

const OWN_NUMBER = /^\s*\d{1,2}\s?[.)]?\s*$/;
const labelOf = (text: string): ComponentKey | undefined =>
  mayBeLabel(text)
    ? matchLabels(text).find(
        (one) => one.complete && one.similarity > LIKE && !hasLetters(text.slice(one.end), 1),
      )?.key
    : undefined;
const LIKE = 0.95;

/** Two numbers or two labels among the lines of one band: a border between them is lost, or was never drawn. */
const holdsRows = (lines: readonly string[], parts: readonly (readonly (Column | null)[])[]): boolean => {
  let numbers = 0;
  const labels = new Set<ComponentKey>();
  for (const [at, columns] of parts.entries()) {
    const text = (nth: number): string => {
      const part = columns[nth];
      return part ? (lines[at] as string).slice(part.from, part.to).trim() : "";
    };
    const width = (columns[0]?.to ?? 0) - (columns[0]?.from ?? 0) - 2;
    if (width > NARROW && OWN_NUMBER.test(text(0))) numbers++;
    for (const nth of [0, 1]) {
      const key = labelOf(text(nth));
      if (key) labels.add(key);
    }
  }
  return numbers > 1 || labels.size > 1;
};

/** Sentences go on from line to line; a word that its column breaks does so without a blank. */
const glueOf = (before: string, text: string, width: number, last: boolean): Piece["glue"] => {
  if (enumerator(text)) return "\n";
  if (width <= NARROW && before.length <= width) return "";
  // A word longer than its column fills the line below with all but its beginning.
  const broken =
    !last &&
    text.length === width &&
    /^[a-z*]\S*$/.test(text) &&
    /(?:^|\s)(?:[A-Z][a-z]?|\*{1,2})$/.test(before);
  return broken ? "" : " ";
};

/** The rows of the table that opens with the border on line `from`, and its last line; no rows where it is read line by line. */
export const drawnRows = (
  lines: readonly string[],
  from: number,
  table: number,
): { rows: Row[] | null; to: number } => {
  const found = bandsOf(lines, from);
  if (!found.bands) return { rows: null, to: found.to };
  const byLine = { rows: null, to: found.to };
  const columns = columnsOf(lines[from] as string);
  const rows: Row[] = [];
  for (const band of found.bands) {
    const texts = lines.slice(band.from, band.to);
    const parts = texts.map((line) => partsOf(line, columns));
    if (parts.some((one) => one === null)) return byLine;
    const fitting = parts as (Column | null)[][];
    if (holdsRows(texts, fitting)) return byLine;
    const cells: Cell[] = columns.map((_, nth) => {
      const pieces: Piece[] = [];
      let before = "";
      let blank = false;
      fitting.forEach((one, at) => {
        const part = one[nth];
        const line = texts[at] as string;
        const whole = part ? line.slice(part.from, part.to) : "";
        const trimmed = whole.trim();
        const text = trimmed.replace(QUOTED, "");
        if (!part || text === "" || text === ">") {
          blank = before !== "";
          return;
        }
        const column = part.from + whole.indexOf(trimmed) + trimmed.length - text.length;
        const [first, ...rest] = plainCell({ text, line: band.from + at + 1, column }).pieces;
        if (!first) return;
        const width = part.to - part.from - 2;
        const glue = blank ? "\n" : glueOf(before, text, width, nth === columns.length - 1);
        pieces.push(pieceWith(first, { glue: pieces.length > 0 ? glue : "" }), ...rest);
        before = text;
        blank = false;
      });
      return cellOf(pieces);
    });
    rows.push(rowOf({ line: band.from + 1, lineTo: band.to, kind: "table", table, cells }));
  }
  return { rows, to: found.to };
};
