import { Parser } from "htmlparser2";
import { lengthsOf, StyleSheet } from "./style-sheet.ts";
import { isBlankText, words } from "./text.ts";

/**
 * Pages whose texts stand at places of their own: PDF pages as HTML, and OCR with the box of each word. Set in lines as a
 * reader sees them, columns apart by blanks, so that everything behind reads them like any other text in columns.
 */

/** A quick look: marks of such a file, each with what it must hold besides. */
const MARKS: readonly RegExp[] = [
  /position:\s?absolute/i,
  /class=["']?ocr(?:x_word|_line)\b/i,
  /<word\s[^<>]*\bxMin=/i,
  /\bid=["']?page-container\b/i,
];
/** Words of such files, as tools write them near the head: looked for first, since most files have none. */
const HINTS = ["absolute", "ocrx_word", "ocr_line", "xMin=", "page-container"];
const NEAR_HEAD = 20_000;
/** So many texts with a place make a page. */
const LEAST = 40;
/** So little of the text may have no place, what stands on the pages too (an outline for clicking) left out. */
const MAY_BE_LOOSE = 0.1;

interface Part {
  page: number;
  x: number;
  /** Right edge; null where the file does not say. */
  right: number | null;
  /** Middle of the line's height, from the page's top downwards. */
  y: number;
  /** Height of the line. */
  height: number;
  text: string;
}

interface Place {
  x: number;
  right: number | null;
  y: number;
  height: number | null;
  /** Distance of a line broken inside this text from the one above. */
  leading: number | null;
}

const BOX = /\bbbox (-?\d+) (-?\d+) (-?\d+) (-?\d+)/;

/** Where an element says that it stands; null where it does not. */
const placeOf = (
  name: string,
  attributes: Record<string, string>,
  sheet: StyleSheet,
  page: number,
): Place | null => {
  if (name === "word" && attributes.xmin !== undefined) {
    const [x, top, right, bottom] = [attributes.xmin, attributes.ymin, attributes.xmax, attributes.ymax].map(
      Number,
    );
    return boxed(x, top, right, bottom);
  }
  const kind = attributes.class ?? "";
  if (kind.startsWith("ocr")) {
    const box = kind === "ocrx_word" || kind === "ocr_line" ? BOX.exec(attributes.title ?? "") : null;
    return box ? boxed(...(box.slice(1).map(Number) as [number, number, number, number])) : null;
  }
  const own = attributes.style && /absolute/i.test(attributes.style) ? lengthsOf(attributes.style) : {};
  const all = { ...sheet.lengths(kind, page), ...own };
  if (all.left === undefined || (all.top === undefined && all.bottom === undefined)) return null;
  const height = all["font-size"] ?? null;
  // Sheets that count from the page's foot count upwards.
  const y = all.top ?? -(all.bottom as number);
  return { x: all.left, right: null, y, height, leading: all["line-height"] ?? null };
};

const boxed = (x = Number.NaN, top = Number.NaN, right = Number.NaN, bottom = Number.NaN): Place | null =>
  [x, top, right, bottom].every(Number.isFinite)
    ? { x, right, y: (top + bottom) / 2, height: bottom - top, leading: null }
    : null;

const isPage = (name: string, attributes: Record<string, string>): boolean =>
  name === "page" ||
  /\b(?:ocr_page|pf)\b/.test(attributes.class ?? "") ||
  /^page\d{1,5}-div$/.test(attributes.id ?? "");

const HIDDEN = new Set(["script", "style", "title", "svg"]);
/** A text without a height of its own is as high as most. */
const USUAL_HEIGHT = 16;

/** All texts of a file with their places; null where too few have one. */
const partsOf = (text: string): Part[] | null => {
  const sheet = new StyleSheet();
  const parts: Part[] = [];
  const open: { name: string; place: Place | null; line: Place | null }[] = [];
  let page = 0;
  let hidden = "";
  const loose: string[] = [];
  let place: Place | null = null;
  let line: Place | null = null;
  let dropped = 0;
  let last: Part | null = null;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (isPage(name, attributes)) page++;
      open.push({ name, place, line });
      if (HIDDEN.has(name)) hidden = name;
      if (name === "br" && place) {
        dropped += place.leading ?? (place.height ?? USUAL_HEIGHT) * LEADING;
        last = null;
        return;
      }
      const own = placeOf(name, attributes, sheet, page);
      if (!own) return;
      const isLine = attributes.class === "ocr_line";
      // The words of a line stand at its height, however high each is.
      place = line && !isLine ? { ...own, y: line.y, height: line.height } : own;
      if (isLine) line = own;
      dropped = 0;
      last = null;
    },
    onclosetag(name) {
      if (name === hidden) hidden = "";
      const at = open.findLastIndex((one) => one.name === name);
      if (at < 0) return;
      const closed = open[at] as (typeof open)[number];
      open.length = at;
      if (closed.place !== place) last = null;
      place = closed.place;
      line = closed.line;
    },
    ontext(data) {
      if (hidden !== "") {
        if (hidden === "style") sheet.read(data, page + 1);
        return;
      }
      const said = data.replace(/[\s\u00a0]+/g, " ");
      if (isBlankText(said) && last === null) return;
      if (!place) {
        loose.push(said);
        return;
      }
      if (last) {
        last.text += said;
        return;
      }
      const height = place.height ?? USUAL_HEIGHT;
      last = { page, x: place.x, right: place.right, y: place.y + dropped, height, text: said };
      parts.push(last);
    },
  });
  parser.end(text);
  if (parts.length < LEAST) return null;
  const letters = parts.reduce((sum, part) => sum + part.text.length, 0);
  const placed = new Set(parts.flatMap((part) => words(part.text)));
  const strange = loose.filter((one) => !words(one).every((word) => placed.has(word)));
  const left = strange.reduce((sum, one) => sum + one.length, 0);
  return left <= MAY_BE_LOOSE * (letters + left) ? parts : null;
};

const LEADING = 1.2;
/** Two texts stand on one line that are less than this part of its height apart. */
const SAME_LINE = 0.5;
/**
 * Words so many times further apart than most stand in columns of their own: where lines are filled to both margins the
 * blanks are wide. As parts of the line's height, never nearer and always further than these.
 */
const WIDER = 2.2;
const LEAST_GAP = 0.4;
const COLUMN_GAP = 0.75;

/** The distance from which words stand in columns of their own, as a part of the line's height. */
const columnGap = (lines: readonly Line[]): number => {
  const gaps: number[] = [];
  for (const { parts, height } of lines) {
    const sorted = [...parts].sort((a, b) => a.x - b.x);
    sorted.forEach(({ right }, at) => {
      const next = sorted[at + 1];
      const gap = next && right !== null ? (next.x - right) / height : COLUMN_GAP;
      if (gap > 0 && gap < COLUMN_GAP) gaps.push(gap);
    });
  }
  const usual = gaps.sort((a, b) => a - b)[gaps.length >> 1] ?? COLUMN_GAP;
  return Math.min(Math.max(WIDER * usual, LEAST_GAP), COLUMN_GAP);
};

/** Texts side by side, from left to right. */
interface Line {
  y: number;
  height: number;
  parts: Part[];
}

const linesOf = (parts: readonly Part[]): Line[] => {
  const lines: Line[] = [];
  for (const part of [...parts].sort((a, b) => a.y - b.y)) {
    const line = lines.at(-1);
    if (line && part.y - line.y < SAME_LINE * Math.min(line.height, part.height)) line.parts.push(part);
    else lines.push({ y: part.y, height: part.height, parts: [part] });
  }
  return lines;
};

/** Words of one text put together: those with no more than a blank between them. */
const joined = ({ parts, height }: Line, gap: number): Part[] => {
  const result: Part[] = [];
  for (const part of [...parts].sort((a, b) => a.x - b.x)) {
    const before = result.at(-1);
    if (before?.right != null && part.x - before.right < gap * height) {
      before.text = `${before.text.trimEnd()} ${part.text.trimStart()}`;
      before.right = Math.max(before.right, part.right ?? before.right);
    } else result.push({ ...part, text: part.text.trim() });
  }
  // A table's rule that a scan took for a letter.
  for (const part of result) part.text = part.text.replace(/^\|+\s*|\s*\|+$/g, "");
  return result.filter((part) => part.text !== "");
};

/** Blanks between two columns at least. */
const APART = 2;
/** No character is narrower or wider, as a part of the line's height. */
const NARROWEST = 0.12;
const WIDEST = 0.6;
/** So few of the texts may run into the column on their right. */
const MAY_RUN = 0.002;
const MAX_COLUMN = 400;

/** Width of a character so that hardly a text runs into the one beside it. */
const widthOf = (lines: readonly Line[]): number => {
  const widths: number[] = [];
  const heights: number[] = [];
  for (const { parts, height } of lines) {
    heights.push(height);
    parts.forEach((part, at) => {
      const next = parts[at + 1];
      if (next) widths.push((next.x - part.x) / (part.text.length + APART));
      else if (part.right !== null) widths.push((part.right - part.x) / part.text.length);
    });
  }
  const height = heights.sort((a, b) => a - b)[heights.length >> 1] ?? USUAL_HEIGHT;
  const width = widths.sort((a, b) => a - b)[Math.floor(widths.length * MAY_RUN)] ?? height / 2;
  return Math.min(Math.max(width, height * NARROWEST), height * WIDEST);
};

/** A line further below the one above it than this part of the usual distance has a blank line over it. */
const BLANK_ABOVE = 1.45;
const BLANK_IN_TABLE = 3;

const isColumned = ({ parts }: Line): boolean => parts.length > 1;

/** Distance of two lines of one paragraph; columns set off by half a line say nothing of it. */
const usualDistance = (lines: readonly Line[]): number => {
  const distances = lines.flatMap((line, at) => {
    const distance = at > 0 ? line.y - (lines[at - 1] as Line).y : 0;
    return distance > HALF_LINE * line.height ? [distance] : [];
  });
  return distances.sort((a, b) => a - b)[distances.length >> 2] ?? USUAL_HEIGHT;
};
const HALF_LINE = 0.85;

const setPage = (lines: readonly Line[], width: number, left: number, distance: number): string[] => {
  const set: string[] = [];
  lines.forEach((line, at) => {
    const above = lines[at - 1];
    if (above) {
      const gap = line.y - above.y;
      // Rows of a table stand a little apart: a blank line there would part what belongs together.
      const inTable = isColumned(above) || isColumned(line);
      const least = inTable
        ? BLANK_IN_TABLE * Math.min(distance, LEADING * line.height)
        : BLANK_ABOVE * distance;
      if (gap > least) set.push("");
    }
    let row = "";
    for (const part of line.parts) {
      const column = Math.min(MAX_COLUMN, Math.max(0, Math.round((part.x - left) / width)));
      row = row === "" ? " ".repeat(column) : `${row.padEnd(column - APART)}${" ".repeat(APART)}`;
      row += part.text;
    }
    set.push(row);
  });
  return set;
};

/**
 * The lines of a page's texts as they stand on it, a form feed before the first of each page but the first. Null for a
 * file whose texts have no places. Linear but for sorting.
 */
export const setPositioned = (text: string): string[] | null => {
  const head = text.slice(0, NEAR_HEAD);
  if (!HINTS.some((hint) => head.includes(hint)) || !MARKS.some((mark) => mark.test(text))) return null;
  const parts = partsOf(text);
  if (!parts) return null;
  const pages = new Map<number, Part[]>();
  for (const part of parts) {
    const page = pages.get(part.page);
    if (page) page.push(part);
    else pages.set(part.page, [part]);
  }
  const set = [...pages.values()].map(linesOf);
  const all = set.flat();
  const gap = columnGap(all);
  for (const line of all) line.parts = joined(line, gap);
  const width = widthOf(all);
  const left = all.reduce(
    (least, { parts: [first] }) => Math.min(least, first?.x ?? least),
    Number.POSITIVE_INFINITY,
  );
  const distance = usualDistance(all.length > 0 ? all : []);
  return set.flatMap((lines, page) => {
    const printed = setPage(lines, width, left, distance);
    return page > 0 && printed.length > 0 ? [`\f${printed[0]}`, ...printed.slice(1)] : printed;
  });
};
