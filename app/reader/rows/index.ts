import { enumerator } from "../text.ts";
import { cutLine, shiftedContents } from "./aligned.ts";
import { joinTitledTwice, withoutCopies } from "./copies.ts";
import { delimitedLines } from "./delimited.ts";
import { drawnRows, GRID_BORDER } from "./drawn.ts";
import { joinGridRows } from "./grid.ts";
import { hasMarkup, plainCell } from "./html.ts";
import { htmlRows } from "./html-table.ts";
import { type Cell, EMPTY_CELL, type Row, type RowKind, rowOf } from "./model.ts";
import { unpackCells } from "./packed.ts";
import { mayBeRuled, ruledRows } from "./ruled.ts";
import { runningLines } from "./running-lines.ts";
import { sideBySide } from "./side-by-side.ts";
import { alignedStretches, cutBehindLabel } from "./stretches.ts";
import { isAroundTex, mayBeTex, texRows } from "./tex.ts";
import { markTornHeads } from "./torn-heads.ts";
import { WIKI_OPENS, wikiRows } from "./wiki.ts";

export * from "./model.ts";

const PIPE = /^\s*\|.*\||^[^|]*[^|\\]\|[^|]*\|/;
/** Arrow labels of a flow chart ("-->|ya|") are no table. */
const ARROW = /-->|==>/;
const RULED = /^[\s|:-]*$/;
/** The dashes below the head of a Markdown table. */
const isPipeSeparator = (line: string): boolean => line.includes("--") && RULED.test(line);
/** A fragment that its own line does not close, and how it is closed; a table's tag may go on over the next lines. */
const OPEN_FRAGMENT = /<(pre|table)\b[^>]*>(?![\s\S]*<\/\1>)|<(?=table\b[^<>]*$)(table)/i;
/** A quick look for either: every other tag of a line is passed over. */
const FRAGMENT = /<[pt][ra]/i;
/** A fragment still open after this many lines was never meant to be closed. */
const MAX_FRAGMENT_LINES = 60;
const BLOCK_TAG = /<(table|p|div|h[1-6]|li|tr|td|d[ltd]|br)\b/i;
/** A tag that the line's end cuts. */
const OPEN_TAG = /<[a-zA-Z/][^<>]*$/;
const MAX_TAG_LINES = 12;
const DASHES = /^[\s|:_–—=~-]*$/;
/** A line of a table that is drawn: it begins and ends with a border. */
const DRAWN = /^\s*[\u2500-\u257f](?:.*[\u2500-\u257f])?\s*$/;
const UPRIGHT = /[\u2502\u2503\u2506\u2507\u250a\u250b\u254e\u254f\u2551]/g;
const LEVEL = /[\u2500\u2501\u2504\u2505\u2508\u2509\u254c\u254d\u2550]/g;
const CORNER = /[\u2500-\u257f]/g;

/** Drawn borders as the signs "|", "-" and "+", one for one, so that columns stay where they are. */
const drawnAsSigns = (line: string): string =>
  DRAWN.test(line) ? line.replace(UPRIGHT, "|").replace(LEVEL, "-").replace(CORNER, "+") : line;

/** Asciidoc keeps a number from beginning a list with this sign: it is no text. */
const EMPTY_SIGN = "{empty}";
/** What it writes around the items of a list within a cell, and before a cell that holds more than words. */
const LIST_SIGNS =
  /^(?:\[(?:arabic|loweralpha|upperalpha|lowerroman|upperroman)[^\]]{0,40}\]|[.*]{1,5} \{blank\}|\+|_{4}|--)$/;
const CELL_SIGN = /(?<=\s|^)(?:\d{0,2}\.?\d{0,2}\+)?[aelmsd](?=\|)/g;
const OPENS_ASCIIDOC = /^\|={3,}\s*$/;
const blankOf = (text: string): string => " ".repeat(text.length);

const withoutSigns = (lines: readonly string[]): readonly string[] => {
  const asciidoc = lines.some((line) => OPENS_ASCIIDOC.test(line));
  return lines.map((line) => {
    if (line.startsWith(EMPTY_SIGN)) return line.replace(EMPTY_SIGN, blankOf);
    if (!asciidoc) return line;
    if (LIST_SIGNS.test(line)) return "";
    return line.startsWith("|") ? line.replace(CELL_SIGN, blankOf) : line;
  });
};
/** A quotation that opens as a box to fold out: its title is a heading, and the lines below it lose their mark. */
const CALLOUT = /^> ?\[![a-z]{3,12}\][-+]?/i;
const QUOTE = /^> ?/;
const unquoted = (lines: readonly string[]): readonly string[] => {
  if (!lines.some((line) => CALLOUT.test(line))) return lines;
  let inside = false;
  return lines.map((line) => {
    const opens = CALLOUT.exec(line);
    inside = opens !== null || (inside && QUOTE.test(line));
    if (opens) return line.replace(CALLOUT, (mark) => `#####${" ".repeat(mark.length - 5)}`);
    return inside ? line.replace(QUOTE, (mark) => " ".repeat(mark.length)) : line;
  });
};

/** Splits a Markdown pipe row into character ranges; `\|` is no border. */
const pipeRanges = (line: string): { from: number; to: number }[] => {
  const borders: number[] = [];
  for (let i = 0; i < line.length; i++) if (line[i] === "|" && line[i - 1] !== "\\") borders.push(i);
  const first = line.slice(0, borders[0]).trim() === "" ? 0 : -1;
  const ranges: { from: number; to: number }[] = [];
  let from = first === 0 ? (borders[0] as number) + 1 : 0;
  for (const border of borders.slice(first === 0 ? 1 : 0, MAX_CELLS)) {
    ranges.push({ from, to: border });
    from = border + 1;
  }
  if (line.slice(from).trim() !== "") ranges.push({ from, to: line.length });
  return ranges;
};

const isPipeRow = (line: string): boolean =>
  line.includes("|") && PIPE.test(line) && (/^\s*\|/.test(line) || !ARROW.test(line));

const isPlain = (line: string): boolean =>
  !line.includes("\t") && !isPipeRow(line) && !(line.includes("<") && /<table\b/i.test(line));

/** No table has more columns; what stands behind them stays in the last cell. */
const MAX_CELLS = 64;

/** The cells of a line that end with a tab, and where the last cell begins. */
const tabCells = (text: string, line: number): { cells: Cell[]; behind: number } => {
  const cells: Cell[] = [];
  let from = 0;
  for (let tab = text.indexOf("\t"); tab !== -1 && cells.length < MAX_CELLS; tab = text.indexOf("\t", from)) {
    cells.push(tab === from ? EMPTY_CELL : plainCell({ text: text.slice(from, tab), line, column: from }));
    from = tab + 1;
  }
  return { cells, behind: from };
};

const isEmphasis = (line: string): boolean => {
  // Every pattern begins with a mark or with the number before one.
  if (!line.includes("#") && !line.includes("**") && !line.includes("__") && !line.includes("=="))
    return false;
  const text = line.trim();
  return (
    /^(={2,6})\s\S.*\s\1$/.test(text) ||
    /^#{1,6}\s/.test(text) ||
    /^(\*\*|__).+\1\s*[:;.]?$/.test(text) ||
    /^[-*]?\s*(\d+[.)]\s*)?\*\*[^*]+\*\*\s*[:;.]?$/.test(text)
  );
};

type TableStyle = "tab" | "pipe" | "aligned" | "delimited";

/**
 * All lines of a file as rows, in order. Each line is told apart by what it is made of (tabs, pipes, HTML tables, columns
 * of spaces, a spreadsheet's signs, prose), so that a file may change its layout from page to page.
 */
export const tokenise = (printed: readonly string[]): Row[] => {
  const lines = withoutSigns(unquoted(printed).map(drawnAsSigns));
  const rows: Row[] = [];
  let tables = 0;
  const nextTable = (): number => ++tables;
  let tableKind: TableStyle | null = null;
  let tableId = 0;

  const push = (
    kind: RowKind,
    from: number,
    to: number,
    cells: Cell[],
    style: TableStyle | null,
    separator: boolean,
    emphasis = false,
    columns: readonly number[] | null = null,
  ): void => {
    if (style === null || style !== tableKind) tableId = nextTable();
    tableKind = style;
    rows.push(
      rowOf({ line: from + 1, lineTo: to + 1, kind, table: tableId, cells, separator, emphasis, columns }),
    );
  };
  const ranged = (index: number, text: string, ranges: { from: number; to: number }[]): Cell[] =>
    ranges.map(({ from, to }) => plainCell({ text: text.slice(from, to), line: index + 1, column: from }));

  let bordered = false;
  /** Last line of the drawn table that is read line by line. */
  let byLine = -1;
  const delimited = delimitedLines(lines);
  const running = runningLines(lines);
  const sides = sideBySide(lines, (at) => isPlain(lines[at] as string), nextTable);
  const beside = new Set<number>();
  for (const { from, to } of sides?.values() ?? []) for (let at = from; at <= to; at++) beside.add(at);
  const aligned = alignedStretches(lines, (line, at) => !running.has(at) && !beside.has(at) && isPlain(line));
  const shifted = shiftedContents(lines, aligned);
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as string;
    const side = sides?.get(i);
    if (side) {
      rows.push(...side.rows);
      tableKind = null;
      i = side.to;
      continue;
    }
    if (line.trim() === "") {
      if (tableKind === "pipe") tableKind = null;
      continue;
    }
    const hidden = line.includes("<") ? hiddenEnd(lines, i) : null;
    if (hidden !== null) {
      for (; i < hidden; i++) push("prose", i, i, [], null, true);
      push("prose", i, i, [], null, true);
      continue;
    }
    if (running.has(i)) {
      const cell = plainCell({ text: line, line: i + 1, column: 0 });
      rows.push(rowOf({ line: i + 1, lineTo: i + 1, kind: "prose", table: 0, cells: [cell], foot: true }));
      continue;
    }
    const whole = line.startsWith(WIKI_OPENS)
      ? wikiRows(lines, i, tables + 1)
      : mayBeRuled(line)
        ? ruledRows(lines, i, tables + 1)
        : mayBeTex(line)
          ? texRows(lines, i, tables + 1)
          : null;
    if (whole) {
      rows.push(...whole.rows);
      tableId = nextTable();
      tableKind = null;
      i = whole.to;
      continue;
    }
    const record = delimited?.[i];
    if (record) {
      if (record.cells.length === 0) tableKind = null;
      else if (record.prose) push("prose", i, record.to, record.cells, null, false);
      else push("table", i, record.to, record.cells, "delimited", false);
      i = record.to;
      continue;
    }
    const open = line.includes("<") && FRAGMENT.test(line) ? OPEN_FRAGMENT.exec(line) : null;
    const fragment = open && (open[1] ?? open[2] ?? "").toLowerCase();
    if (fragment === "table" && !line.includes("\t")) {
      const end = htmlEnd(lines, i);
      rows.push(...htmlRows({ text: lines.slice(i, end + 1).join("\n"), line: i + 1, column: 0 }, nextTable));
      tableKind = null;
      i = end;
    } else if (line.includes("\t")) {
      // An open <pre> carries a flow chart over several physical lines of one row.
      let end = i;
      if (open) {
        const close = new RegExp(`</${fragment}>`, "i");
        for (let j = i + 1; j < Math.min(lines.length, i + MAX_FRAGMENT_LINES); j++) {
          if (enumerator(lines[j] as string) && (lines[j] as string).includes("\t")) break;
          if (close.test(lines[j] as string)) {
            end = j;
            break;
          }
        }
      }
      const { cells, behind } = tabCells(line, i + 1);
      const rest = line.slice(behind);
      const text = end === i ? rest : [rest, ...lines.slice(i + 1, end + 1)].join("\n");
      cells.push(plainCell({ text, line: i + 1, column: behind }));
      const separator = line.includes("--") && DASHES.test(cells.map((cell) => cell.text).join(""));
      push("table", i, end, withoutCopies(cells), "tab", separator);
      i = end;
    } else if (line.includes("+") && GRID_BORDER.test(line)) {
      const drawn = i > byLine ? drawnRows(lines, i, tables + 1) : null;
      if (drawn) byLine = drawn.to;
      if (drawn?.rows) {
        rows.push(...drawn.rows);
        tableId = nextTable();
        tableKind = null;
        i = drawn.to;
        continue;
      }
      bordered = true;
      push("table", i, i, [], "pipe", true);
    } else if (isPipeRow(line)) {
      const cells = withoutCopies(ranged(i, line, pipeRanges(line)));
      push("table", i, i, cells, "pipe", isPipeSeparator(line));
    } else if (aligned[i]) {
      const columns = aligned[i] as readonly number[];
      const separator = line.includes("---") && DASHES.test(line);
      const ranges = cutBehindLabel(line, cutLine(line, columns, shifted.get(i)));
      push("table", i, i, ranged(i, line, ranges), "aligned", separator, false, columns);
    } else if (hasMarkup(line) && BLOCK_TAG.test(line)) {
      // A tag broken over lines, as word processors write them, ends where its bracket closes.
      let end = i;
      while (end + 1 < lines.length && end - i < MAX_TAG_LINES && OPEN_TAG.test(lines[end] as string)) end++;
      end = paragraphEnd(lines, i, end);
      rows.push(...htmlRows({ text: lines.slice(i, end + 1).join("\n"), line: i + 1, column: 0 }, nextTable));
      i = end;
      tableKind = null;
    } else if (isAroundTex(line) || (DASHES.test(line) && /(?:[-–—_=~]\s*){3}/.test(line))) {
      push("prose", i, i, [], null, true);
    } else {
      const cell = plainCell({ text: line, line: i + 1, column: 0 });
      push("prose", i, i, [cell], null, false, isEmphasis(line));
    }
  }
  return markTornHeads(unpackCells(joinTitledTwice(bordered ? joinGridRows(rows) : rows)));
};

/** A style, a script or a comment that opens with its line, and how it is closed. */
const HIDDEN_BLOCK = /^\s*<(?:(style|script)\b|!--)/i;
/** What a converter of PDF pages writes below them: the headings once more, for clicking. */
const OUTLINE = /<h1>Document Outline<\/h1>/;
/** One that is still open after this many lines was never meant to be closed. */
const MAX_HIDDEN_LINES = 400;

/** Last line of a block of mark-up that opens on line `from` and shows nothing; null where none does. */
const hiddenEnd = (lines: readonly string[], from: number): number | null => {
  if (OUTLINE.test(lines[from] as string)) return lines.length - 1;
  const open = HIDDEN_BLOCK.exec(lines[from] as string);
  if (!open) return null;
  const end = open[1] ? `</${open[1].toLowerCase()}>` : "-->";
  for (let i = from; i < Math.min(lines.length, from + MAX_HIDDEN_LINES); i++) {
    const line = lines[i] as string;
    const at = line.toLowerCase().indexOf(end, i === from ? open[0].length : 0);
    if (at !== -1) return line.slice(at + end.length).trim() === "" ? i : null;
  }
  return null;
};

/** A block of text that is left open, and one that is opened or closed. */
const OPENS_TEXT =
  /<(p|h[1-6]|dt|dd|caption)\b[^<>]*>(?:(?!<\/?(?:p|h[1-6]|d[ltd]|caption|div|table|li|[ou]l)\b)[\s\S])*$/i;
const NEXT_BLOCK = /<(\/?)(?:p|h[1-6]|d[ltd]|caption|div|table|tr|td|li|[ou]l)\b/i;

/** No line of a broken paragraph is longer. */
const MAX_PARAGRAPH = 4000;

/** Last line of the paragraph that lines `from` to `end` leave open; `end` where nothing closes it soon. */
const paragraphEnd = (lines: readonly string[], from: number, end: number): number => {
  const text = lines.slice(from, end + 1).join("\n");
  if (text.length > MAX_PARAGRAPH || !OPENS_TEXT.test(text)) return end;
  for (let at = end + 1; at < Math.min(lines.length, end + MAX_TAG_LINES); at++) {
    const line = lines[at] as string;
    if (line.trim() === "") return end;
    const block = NEXT_BLOCK.exec(line);
    if (block) return block[1] ? at : end;
  }
  return end;
};

/** Last line of the HTML table that opens on line `from`: where as many were closed as opened, or the file's end. */
const htmlEnd = (lines: readonly string[], from: number): number => {
  let depth = 0;
  for (let i = from; i < lines.length; i++) {
    for (const match of (lines[i] as string).matchAll(/<(\/?)table\b/gi)) depth += match[1] ? -1 : 1;
    if (depth <= 0) return i;
  }
  return lines.length - 1;
};
