import type { ComponentKey } from "../components.ts";
import { matchLabels, mayBeLabel } from "../labels/match.ts";
import { isLabelTail } from "../labels/tails.ts";
import { isHeadWord, isPageNumber } from "../marks.ts";
import { enumerator } from "../text.ts";
import { type Cell, joinCells, type Row, rowOf, sliceCell } from "./model.ts";

/**
 * Lists whose marks stand on lines of their own and their words further below, as a converter prints a page whose columns
 * it takes one after the other: "Persyaratan / a. / b. / Prosedur / 1. / Surat …; / Kartu …. / Petugas …". As many words as
 * there are marks show what belongs to which label: then every mark gets its words. Where the numbers do not agree, all
 * stays as it is printed.
 */

/** A list's mark alone on its line. */
const LONE_MARK = /^\s*(?:\(?(?:\d{1,2}|[a-z])\s?[.)]|[-–•▪✓])\s*$/;
/** The same behind the words of a label. */
const MARK_BEHIND = /\s(?:\(?(?:\d{1,2}|[a-z])[.)]|[-–•▪✓])\s*$/;
const SIGN_FIRST = /^\s*[-–•▪✓]\s/;
const ROW_NUMBER = /^\s*[([]?\d{1,2}\s?[.)]?\s*$/;
/** A label on a line is no longer. */
const MAX_LABEL = 90;
const SURE = 0.9;
const MIN_MATCHED = 6;
/** Words after which a line goes on. */
const HANGS =
  /(?:\b(?:dan|atau|yang|untuk|di|ke|dari|dengan|pada|dalam|oleh|tentang|serta|nomor|tahun|kepada|melalui)|[,:\-/(])$/i;
const DASH = /^[-–]$/;
const ENDS = /[.;]$/;

type Kind = "label" | "tail" | "mark" | "number" | "text" | "own" | "skip" | "other";

/** One row of plain text, and what it is to a list. */
interface Line {
  at: number;
  kind: Kind;
  text: string;
  /** The mark on it, alone or behind the words of a label, and where it stands. */
  mark: string;
  markAt: number;
  /** A blank line stands above it. */
  gap: boolean;
}

/** Marks of one list that wait for their words. */
interface Claim {
  /** Each with its row, and where in the row it stands. */
  marks: { at: number; from: number }[];
  value: number;
  sign: string;
}

const textOf = (row: Row): string => (row.cells[0] as Cell).text;
const isPlain = (row: Row): boolean => row.kind === "prose" && !row.separator && row.cells.length === 1;

const labelOf = (text: string): { key: ComponentKey; rest: string } | null => {
  const own = text.slice(/^\s*\d{1,2}\s?[.)]\s+/.exec(text)?.[0].length ?? 0);
  if (own.length > MAX_LABEL || !mayBeLabel(own)) return null;
  const match = matchLabels(own)[0];
  if (!match || match.similarity < SURE || match.matched < MIN_MATCHED) return null;
  return { key: match.key, rest: own.slice(match.end) };
};

const isRest = (rest: string, key: ComponentKey): boolean =>
  !/[a-z0-9]/i.test(rest) || isLabelTail(rest, key) || /^\W*(?:dan|atau|serta)\W*$/i.test(rest);

/** What a row of plain text is, below the label of `key`; and where a mark stands behind the words of a label. */
const kindOf = (
  row: Row,
  text: string,
  key: ComponentKey | null,
): { kind: Kind; key: ComponentKey | null; markAt: number } => {
  const end = text.length;
  if (row.foot || isHeadWord(text) || (isPageNumber(text) && !ROW_NUMBER.test(text)))
    return { kind: "skip", key, markAt: end };
  if (LONE_MARK.test(text)) return { kind: "mark", key, markAt: 0 };
  const words = text.slice(0, MARK_BEHIND.exec(text)?.index ?? end);
  const label = labelOf(words);
  if (label && isRest(label.rest, label.key))
    return { kind: key === label.key ? "tail" : "label", key: label.key, markAt: words.length };
  if (key !== null && isLabelTail(words, key)) return { kind: "tail", key, markAt: words.length };
  if (ROW_NUMBER.test(text)) return { kind: "number", key, markAt: end };
  const own = enumerator(text) !== null || SIGN_FIRST.test(text);
  return { kind: own ? "own" : "text", key: null, markAt: end };
};

/** What every row is to a list. */
const linesOf = (rows: readonly Row[]): Line[] => {
  const lines: Line[] = [];
  let key: ComponentKey | null = null;
  for (const [at, row] of rows.entries()) {
    if (!isPlain(row)) {
      if (!row.foot && !row.separator) key = null;
      const kind = row.foot || row.separator ? "skip" : "other";
      lines.push({ at, kind, text: "", mark: "", markAt: 0, gap: false });
      continue;
    }
    const text = textOf(row);
    const own = kindOf(row, text, key);
    key = own.key;
    const above = rows[at - 1];
    const gap = above !== undefined && row.line - above.lineTo > 1;
    lines.push({
      at,
      kind: own.kind,
      text: text.trim(),
      mark: text.slice(own.markAt).trim(),
      markAt: own.markAt,
      gap,
    });
  }
  // A figure above a label is its row's number.
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i] as Line;
    if (line.kind !== "mark" || !ROW_NUMBER.test(line.text)) continue;
    let next = i + 1;
    while (lines[next]?.kind === "skip") next++;
    if (lines[next]?.kind === "label") line.kind = "number";
  }
  return lines;
};

const signOf = (mark: string): { value: number; sign: string } => {
  const own = enumerator(mark);
  return own ? { value: own.value, sign: `${own.kind}${mark.at(-1)}` } : { value: 0, sign: mark };
};

/** The words of a block as items, so many as are wanted; null where the lines do not show them. */
const itemsOf = (block: readonly Line[], wanted: number): Line[][] | null => {
  const width = block.reduce((most, { text }) => Math.max(most, text.length), 0);
  const cut = (weak: boolean): Line[][] => {
    const items: Line[][] = [];
    let ended = true;
    for (const [at, line] of block.entries()) {
      if (ended) items.push([]);
      (items.at(-1) as Line[]).push(line);
      const first = block[at + 1]?.text.split(" ", 1)[0] ?? "";
      const room = line.text.length + 1 + first.length <= width;
      const capital = /^[A-Z0-9]/.test(first);
      ended = ENDS.test(line.text) || (weak && capital && room && !HANGS.test(line.text));
    }
    return items;
  };
  const strong = cut(false);
  if (wanted === strong.length) return strong;
  const all = cut(true);
  return wanted === all.length ? all : null;
};

/** Which lines belong behind which mark. */
type Given = Map<{ at: number; from: number }, Line[]>;

const give = (claims: readonly Claim[], items: readonly Line[][], given: Given): void => {
  let next = 0;
  for (const { marks } of claims) for (const mark of marks) given.set(mark, items[next++] as Line[]);
};

const countOf = (claims: readonly Claim[]): number =>
  claims.reduce((sum, { marks }) => sum + marks.length, 0);

/** Which words belong to which marks: those right below the marks of one list or several, as many as there are marks. */
const givenIn = (lines: readonly Line[]): Given => {
  const given: Given = new Map();
  let claims: Claim[] = [];
  let open: Claim | null = null;
  /** A label has stood since the last mark: what follows is its own. */
  let bare = false;
  const begin = (): void => {
    claims = [];
    open = null;
  };
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    if (line.kind === "skip" || line.kind === "number") continue;
    if (line.kind === "label") {
      bare = true;
      open = null;
    }
    const { mark } = line;
    if (mark !== "" && (line.kind === "mark" || line.kind === "label" || line.kind === "tail")) {
      bare = false;
      const { value, sign } = signOf(mark);
      const place = { at: line.at, from: line.markAt };
      if (open && open.sign === sign && (value === 0 || value === open.value + 1)) {
        open.marks.push(place);
        open.value = value;
      } else if (value <= 1 && !DASH.test(mark)) {
        open = { marks: [place], value, sign };
        claims.push(open);
      } else {
        // A converter takes dashes for hyphens and drops them: their number says nothing.
        begin();
        bare = true;
      }
      continue;
    }
    if (line.kind === "label" || line.kind === "tail") continue;
    if (line.kind === "text" && !bare && countOf(claims) >= MIN_MARKS) {
      let to = i + 1;
      while ((lines[to]?.kind === "text" && !lines[to]?.gap) || lines[to]?.kind === "skip") to++;
      const block = lines.slice(i, to).filter(({ kind }) => kind === "text");
      const items = itemsOf(block, countOf(claims));
      if (items) give(claims, items, given);
    }
    begin();
    bare = false;
  }
  return given;
};
/** One mark with words below it stands as it was meant. */
const MIN_MARKS = 2;

const plainRow = (row: Row, cell: Cell, pieced: boolean): Row =>
  rowOf({
    line: cell.pieces[0]?.line ?? row.line,
    lineTo: cell.pieces.at(-1)?.line ?? row.lineTo,
    kind: "prose",
    table: row.table,
    cells: [cell],
    pieced,
  });

/** Rows with every such list put together. */
export const gatherMarks = (rows: readonly Row[]): readonly Row[] => {
  if (!rows.some((row) => isPlain(row) && LONE_MARK.test(textOf(row)) && !ROW_NUMBER.test(textOf(row))))
    return rows;
  const given = givenIn(linesOf(rows));
  if (given.size === 0) return rows;
  const moved = new Set<number>();
  const behind = new Map<number, Row[]>();
  for (const [{ at, from }, words] of given) {
    const row = rows[at] as Row;
    const mark = sliceCell(row.cells[0] as Cell, from);
    const [first, ...rest] = words.map((line) => rows[line.at] as Row) as [Row, ...Row[]];
    for (const line of words) moved.add(line.at);
    behind.set(at, [plainRow(first, joinCells([mark, first.cells[0] as Cell], " "), false), ...rest]);
  }
  const cutAt = new Map([...given.keys()].map(({ at, from }) => [at, from]));
  const result: Row[] = [];
  let held: Row[] = [];
  rows.forEach((row, at) => {
    const from = cutAt.get(at);
    if (from === undefined) {
      if (moved.has(at)) return;
      // The rest of a label stands before the list.
      const text = isPlain(row) ? textOf(row) : "";
      const tail =
        held.length > 0 &&
        /^[a-z/,\s]+$/i.test(text) &&
        text.length < MAX_LABEL &&
        nextIsMark(at, cutAt, rows);
      if (!tail) {
        result.push(...held);
        held = [];
      }
      result.push(row);
      return;
    }
    if (from > 0) result.push(plainRow(row, sliceCell(row.cells[0] as Cell, 0, from), false));
    held.push(...(behind.get(at) as Row[]));
  });
  result.push(...held);
  return result;
};

/** The next row, or this one, has a mark of a list that is put together. */
const nextIsMark = (at: number, cutAt: ReadonlyMap<number, number>, rows: readonly Row[]): boolean =>
  cutAt.has(at + 1) && at + 1 < rows.length;
