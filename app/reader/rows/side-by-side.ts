import { matchLabels } from "../labels/match.ts";
import { dividerHalf, isHeadLine, isPageNumber } from "../marks.ts";
import { enumerator, hasLetters, isBlankText, letters } from "../text.ts";
import { plainCell } from "./html.ts";
import { type Cell, cellOf, EMPTY_CELL, type Row, rowOf } from "./model.ts";
import { cutPages, type SideColumns, type SideLine, type SidePart } from "./side-columns.ts";
import { headingRow, isColumnHead, MIN_COMPONENTS, placeless } from "./wide.ts";

/**
 * Two services or more beside each other on pages of columns made of spaces, under a head that names them ("NO KOMPONEN
 * Izin A  Izin B"). They are laid out one below the other, each with the labels of the page, so that everything behind
 * reads them like any other table.
 */

const HEAD = /^\s{0,16}(?:no(?:mor)?\.?\s{1,20})?(?:komponen|unsur|aspek)(?:\s\S+){0,4}\s{2,}(?=\S)/i;
const MAX_HEAD = 400;
/** No line of such a page is longer. */
const MAX_LINE = 1000;
const MAX_SERVICES = 4;
/** Lines over which the names of a head may run. */
const MAX_NAME_LINES = 3;
const NAME = /\S+(?:\s\S+)*/g;

interface Named {
  from: number;
  to: number;
  text: string;
}

/** The names of so many services at least in a table's head; null where it has none. */
const namesIn = (line: string, least = 2): Named[] | null => {
  if (line.length > MAX_HEAD) return null;
  const head = HEAD.exec(line);
  if (!head) return null;
  const names: Named[] = [];
  for (const match of line.slice(head[0].length).matchAll(NAME)) {
    const from = head[0].length + match.index;
    names.push({ from, to: from + match[0].length, text: match[0] });
  }
  if (names.length < least || names.length > MAX_SERVICES) return null;
  return names.every(({ text }) => hasLetters(text, 6) && !isColumnHead(text)) ? names : null;
};

const sameNames = (one: readonly Named[], other: readonly Named[]): boolean =>
  one.length === other.length &&
  one.every(({ text }, at) => letters(text) === letters((other[at] as Named).text));

/** A line of the table itself: a row's number or a label stands at its head. */
const opensRow = (line: string): boolean => {
  const text = line.trim();
  const mark = enumerator(text)?.length ?? /^\d{1,2}\s+/.exec(text)?.[0].length;
  if (mark !== undefined && line.length - line.trimStart().length < MAX_INDENT) return true;
  const match = matchLabels(text.slice(0, 90))[0];
  return match !== undefined && match.similarity >= 0.9;
};

/** Lines below a head with the rest of its words, each with the name that every part of it belongs to (-1: the label's). */
const restOfNames = (
  lines: readonly string[],
  head: number,
  names: readonly Named[],
): { line: number; parts: (Named & { service: number })[] }[] => {
  const found: { line: number; parts: (Named & { service: number })[] }[] = [];
  for (let at = head + 1; at <= head + MAX_NAME_LINES; at++) {
    const line = lines[at] ?? "";
    if (isBlankText(line) || opensRow(line)) return found;
    const parts = [...line.matchAll(NAME)].map((match) => {
      const from = match.index;
      const to = from + match[0].length;
      let service = -1;
      let most = -NEAR_NAME;
      names.forEach((name, nth) => {
        const overlap = Math.min(to, name.to) - Math.max(from, name.from);
        if (overlap > most) {
          service = nth;
          most = overlap;
        }
      });
      return { from, to, text: match[0], service };
    });
    found.push({ line: at, parts });
  }
  // So many lines are a content, not a name.
  return [];
};
/** A name's second line may stand so far beside its first. */
const NEAR_NAME = 6;

interface Page {
  from: number;
  to: number;
  /** The table's head stands above it. */
  headed: boolean;
}

/** Pages of one table, `to` excluded, and its names. */
interface Found {
  from: number;
  to: number;
  heads: number[];
  /** Each name as printed. */
  names: Cell[];
  pages: Page[];
}

const nameCells = (head: number, names: readonly Named[], rest: ReturnType<typeof restOfNames>): Cell[] =>
  names.map((name, nth) => {
    const pieces = [{ line: head + 1, from: name.from, to: name.to, text: name.text, glue: "" as "" | " " }];
    for (const { line, parts } of rest)
      for (const { from, to, text, service } of parts)
        if (service === nth) pieces.push({ line: line + 1, from, to, text, glue: " " });
    return cellOf(pieces);
  });

/** The table that begins with a head, over all pages that repeat it; it ends where another head begins. */
const tableFrom = (
  lines: readonly string[],
  head: number,
  names: readonly Named[],
  isPlain: (at: number) => boolean,
): Found => {
  const rest = restOfNames(lines, head, names);
  const restWords = rest.map(({ line }) => letters(lines[line] as string));
  const found: Found = {
    from: head,
    to: head + 1,
    heads: [head],
    names: nameCells(head, names, rest),
    pages: [],
  };
  let from = head + 1 + rest.length;
  for (const { line } of rest) found.heads.push(line);
  let at = from;
  const close = (): void => {
    if (at > from) found.pages.push({ from, to: at, headed: found.heads.at(-1) === from - 1 });
  };
  for (; at < lines.length; at++) {
    const line = lines[at] as string;
    if (isBlankText(line) && !line.startsWith("\f")) continue;
    if (line.length > MAX_LINE || !isPlain(at) || isHeadLine(line)) break;
    const other = namesIn(line, 1);
    const again = other !== null && sameNames(names, other);
    if (!again && HEAD.test(line) && line.length <= MAX_HEAD) break;
    if (again) {
      close();
      found.heads.push(at);
      from = at + 1;
      // The names' second lines stand below every head.
      for (const words of restWords) {
        if (letters(lines[from] ?? "") !== words) break;
        found.heads.push(from++);
      }
      at = from - 1;
    } else if (line.startsWith("\f") && at > from) {
      close();
      from = at;
    }
  }
  close();
  found.to = at;
  return found;
};

/** A title between two tables: words of their own, at no content's column and no label. */
const isTitle = (line: string, above: string, columns: SideColumns): boolean => {
  const text = line.trim();
  if (/\S\s{2,}\S/.test(text) || !hasLetters(text, 6)) return false;
  const indent = line.length - line.trimStart().length;
  if (dividerHalf(text) !== null) return false;
  if (text === text.toUpperCase() && indent >= MAX_INDENT) return true;
  if (columns.starts.some((starts) => starts.some((start) => Math.abs(start - indent) <= HANGING)))
    return false;
  const mark = enumerator(text);
  const match = matchLabels(text.slice(mark?.length ?? 0).slice(0, 90))[0];
  if (match && match.similarity >= 0.9) return false;
  if (mark && indent < MAX_INDENT) return true;
  return isBlankText(above) && /^[A-Z]/.test(text) && !/[.,;:]$/.test(text);
};
/** Left of this the numbers of rows and titles stand. */
const MAX_INDENT = 12;
/** The lines of an item hang so far behind its mark. */
const HANGING = 6;

/** Where the last page of a table ends: before the titles of the next one, or what else stands behind its last row. */
const endOf = (
  lines: readonly string[],
  { from, to }: Page,
  parts: readonly SidePart[],
  columns: SideColumns,
): number => {
  const last = parts.findLast((part): part is SideLine => "labelled" in part && part.labelled);
  for (let at = (last?.at ?? from - 1) + 1; at < to; at++) {
    const line = lines[at] as string;
    if (isBlankText(line) || isPageNumber(line.trim())) continue;
    if (isTitle(line, lines[at - 1] ?? "", columns)) return at;
  }
  return to;
};

const cut = (lines: readonly string[], at: number, span: { from: number; to: number } | null): Cell =>
  span
    ? plainCell({ text: (lines[at] as string).slice(span.from, span.to), line: at + 1, column: span.from })
    : EMPTY_CELL;

export interface SideTable {
  /** First and last line (0-based, included). */
  from: number;
  to: number;
  rows: Row[];
}

const laidOut = (lines: readonly string[], found: Found, nextTable: () => number): SideTable | null => {
  const services = found.names.length;
  const pages = cutPages(lines, found.pages, services);
  if (!pages) return null;
  const own: SidePart[] = [];
  let to = found.to;
  for (const [nth, { parts, columns }] of pages.entries()) {
    const page = found.pages[nth] as Page;
    // A page whose next one repeats the head is the table's to its end.
    const end = found.pages[nth + 1]?.headed ? page.to : endOf(lines, page, parts, columns);
    own.push(...parts.filter(({ at }) => at < end));
    if (end < page.to) {
      to = end;
      break;
    }
  }
  const keys = new Set<string>();
  let both = 0;
  for (const part of own) {
    if (!("labelled" in part) || !part.labelled || !part.label) continue;
    const match = matchLabels((lines[part.at] as string).slice(part.label.from, part.label.to))[0];
    if (match) keys.add(match.key);
    if (part.contents.filter((one) => one !== null).length >= Math.min(2, services)) both++;
  }
  if (keys.size < MIN_COMPONENTS || both * 2 < keys.size) return null;
  return { from: found.from, to: to - 1, rows: rowsOf(lines, found, own, nextTable) };
};

const rowsOf = (
  lines: readonly string[],
  found: Found,
  own: readonly SidePart[],
  nextTable: () => number,
): Row[] => {
  const plain = (at: number, given: Partial<Row>): Row =>
    rowOf({
      line: at + 1,
      lineTo: at + 1,
      kind: "prose",
      table: nextTable(),
      cells: [plainCell({ text: lines[at] as string, line: at + 1, column: 0 })],
      ...given,
    });
  const result: Row[] = [];
  found.names.forEach((name, nth) => {
    const table = nextTable();
    result.push(
      headingRow(
        rowOf({ line: found.from + 1, lineTo: found.from + 1, kind: "prose", table, cells: [] }),
        "",
        name,
      ),
    );
    if (nth === 0) for (const at of found.heads) result.push(plain(at, { head: true, kind: "table" }));
    const starts = [0, 0, 0];
    for (const part of own) {
      const { at } = part;
      if ("foot" in part) {
        if (nth === 0) result.push(plain(at, { foot: true }));
        continue;
      }
      if ("divider" in part) {
        if (nth === 0) result.push(plain(at, {}));
        continue;
      }
      const content = cut(lines, at, part.contents[nth] ?? null);
      const head = [cut(lines, at, part.no), cut(lines, at, part.label)];
      if (content === EMPTY_CELL && head.every((cell) => cell === EMPTY_CELL)) continue;
      const cells = [...(nth === 0 ? head : head.map(placeless)), content];
      result.push(rowOf({ line: at + 1, lineTo: at + 1, kind: "table", table, cells, columns: starts }));
    }
  });
  return result;
};

/** Every such table of a file by its first line; null where there is none. A head with one name is such a table among others. */
export const sideBySide = (
  lines: readonly string[],
  isPlain: (at: number) => boolean,
  nextTable: () => number,
): ReadonlyMap<number, SideTable> | null => {
  const heads = lines.flatMap((line, at) => (isPlain(at) ? (namesIn(line, 1) ?? []) : []));
  // The same words over every table are no name.
  if (new Set(heads.map(({ text }) => letters(text))).size < 2) return null;
  const tables = new Map<number, SideTable>();
  for (let at = 0; at < lines.length; at++) {
    const names = isPlain(at) ? namesIn(lines[at] as string, 1) : null;
    if (!names) continue;
    const found = tableFrom(lines, at, names, isPlain);
    const table = laidOut(lines, found, nextTable);
    if (table && table.to > at) tables.set(at, table);
    at = Math.max(at, found.to - 1);
  }
  return tables;
};
