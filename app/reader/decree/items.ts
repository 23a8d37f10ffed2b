import type { Row } from "../rows/index.ts";
import { type Enumerator, enumerator, fold, hasLetters } from "../text.ts";
import { plain } from "./seg.ts";

/** A stretch of text of a list, from one line, with what stands before it. */
export interface ListPiece {
  text: string;
  line: number;
  /** A block began here (cell, `<li>`, `<br>`), which may or may not be a new item. */
  block: boolean;
}

export interface ListItem {
  no: string | null;
  kind: Enumerator["kind"] | null;
  /** As printed, without number; ends not yet trimmed. */
  text: string;
  line: number;
}

/** An item that ends so is over; what follows is the next one. */
const ENDED = /(?:[;.]|[;,]\s*(?:dan|atau|dan\s*\/\s*atau|serta))\s*$/i;
const hasEnded = (text: string): boolean => ENDED.test(text.slice(-24));
/** Words after which a name goes on. */
const OPEN =
  /(?:\b(?:dan|atau|serta|dengan|untuk|pada|di|ke|dari|yang|oleh|bagi|tentang|terkait|secara|dalam)|[,/(&-])\s*$/i;

/** No name is longer; what runs on is text that belongs to no list. */
const MAX_NAME = 1200;

/** Pieces of the cells of a row, one a block; a bare figure in a cell of its own is the number of what follows it. */
export const piecesOf = (row: Row, cells = row.cells): ListPiece[] => {
  const pieces: ListPiece[] = [];
  let number = "";
  for (const cell of cells) {
    const bare = cell.text.trim();
    if (bare === "") continue;
    if (bare.length <= 12 && /^\(?(?:\d{1,3}|[a-z])\s*[.)]*$/.test(bare)) {
      number = `${cell.text.replace(/[^\da-z]/g, "")}. `;
      continue;
    }
    let first = true;
    for (const piece of cell.pieces) {
      const block = first || piece.glue === "\n";
      const last = pieces.at(-1);
      if (block || !last)
        pieces.push({ text: `${first ? number : ""}${piece.text}`, line: piece.line, block: true });
      else last.text += piece.glue + piece.text;
      first = false;
    }
    number = "";
  }
  if (number !== "") pieces.push({ text: number, line: row.line, block: true });
  return pieces.map((piece) => ({ ...piece, text: plain(piece.text) })).filter(({ text }) => text !== "");
};

const successor = ({ kind, value }: Enumerator): string | null => {
  if (kind === "digit") return String(value + 1);
  if (kind === "roman" || value >= 26) return null;
  const letter = String.fromCharCode(97 + value);
  return kind === "lower" ? letter : letter.toUpperCase();
};

const BEFORE = new Map<string, RegExp>();

/** The end of an item right before the one marked `next`, a number or a letter. */
const endBefore = (next: string): RegExp => {
  const known = BEFORE.get(next);
  if (known) return known;
  const pattern = new RegExp(
    `[;.:]\\s?(?:dan\\s)?(?=${next}\\s?[.)]\\s?\\p{L})|\\s(?=${next}\\s?[.)]\\s?\\p{Lu})`,
    "u",
  );
  // Lists are no longer than this; longer numbers in a text would only fill the store.
  if (next.length <= 2) BEFORE.set(next, pattern);
  return pattern;
};

/** Splits "1. X; 2. Y; dan 3. Z" at the numbers that follow on from the first, or from the item before the text. */
const splitSequence = (text: string, before: Enumerator | null): string[] => {
  const parts: string[] = [];
  let rest = text;
  for (let mark = enumerator(rest) ?? before; mark; mark = enumerator(rest)) {
    const next = successor(mark);
    if (next === null) break;
    if (mark === before) mark = { ...mark, length: 0 };
    const found = endBefore(next).exec(rest.slice(mark.length));
    if (!found) break;
    const cut = mark.length + found.index + found[0].length;
    parts.push(rest.slice(0, cut).trim());
    rest = rest.slice(cut).trim();
  }
  parts.push(rest);
  return parts;
};

/** Something behind a semicolon, or white space behind such a colon. */
const MAY_SPLIT = /;\s*\S|\):\s/;

/** Items separated by semicolons; a colon before a capital is a semicolon that was misread. */
const splitSemicolons = (text: string): string[] => {
  if (!text.includes(";")) return [text];
  const found = MAY_SPLIT.test(text) ? text.split(/(?<=;)\s*(?=\S)|(?<=\):)\s+(?=\p{Lu})/u) : [text];
  return found
    .map((part) => part.trim())
    .reduce<string[]>((parts, part) => {
      // "; dan" belongs to the end of the item before it.
      const joined = /^(?:dan|atau|serta)\s+(?=\p{Lu}|\d)/u.exec(part);
      const own = joined ? part.slice(joined[0].length) : part;
      if (/^(?:dan|atau|serta)$/i.test(own)) return parts;
      parts.push(own);
      return parts;
    }, []);
};

/** Name of an item without the signs that end it: "… Hibah, dan" → "… Hibah". */
export const tidyName = (text: string): string => {
  let name = fold(text).replace(/^[\s.;:,)\-–•·*]+/, "");
  for (let before = ""; before !== name; ) {
    before = name;
    name = name.replace(/[\s;,.:]+$/, "").replace(/[;,]\s*(?:dan|atau|dan\s*\/\s*atau|serta)$/i, "");
  }
  return name;
};

const join = (text: string, rest: string): string => {
  if (/\p{L}-$/u.test(text)) return /^\p{Ll}/u.test(rest) ? text.slice(0, -1) + rest : text + rest;
  return `${text} ${rest}`;
};

/**
 * Pieces of a list as items. Numbers that follow on open an item; a number that does not is noise of the scan. Text without
 * number goes on with the item before it unless that has ended.
 */
export const collectItems = (
  pieces: readonly ListPiece[],
  isHeader: (text: string) => boolean = () => false,
): ListItem[] => {
  const items: ListItem[] = [];
  const numbered = pieces.some(({ text }) => enumerator(text) !== null);
  // Without numbers and semicolons, blocks that each begin like a name are items.
  const blocks =
    !numbered &&
    pieces.length > 1 &&
    pieces.every(
      ({ text, block }) => block && /^\p{Lu}/u.test(text) && !OPEN.test(text) && !text.includes(";"),
    );
  const last = new Map<Enumerator["kind"], number>();
  let latest: Enumerator | null = null;
  const add = (mark: Enumerator | null, text: string, line: number): void => {
    items.push({ no: mark?.mark ?? null, kind: mark?.kind ?? null, text, line });
    if (isHeader(text)) last.clear();
    if (mark) last.set(mark.kind, mark.value);
    latest = mark;
  };
  const opens = (mark: Enumerator, rest: string): boolean => {
    if (mark.value === 0) return false;
    if (isHeader(rest)) return true;
    const current = items.at(-1);
    const before = last.get(mark.kind);
    const ended =
      current === undefined || hasEnded(current.text) || current.text.endsWith(":") || isHeader(current.text);
    if (before === undefined) return ended || mark.value === 1 || mark.value === items.length + 1;
    if (mark.value > before && mark.value <= before + 3) return true;
    if (mark.value === 1) return ended || (/^\p{Lu}/u.test(rest) && !OPEN.test(current?.text ?? ""));
    return ended && /^\p{Lu}/u.test(rest);
  };

  for (const { text, line, block } of pieces) {
    for (const part of splitSequence(text, latest)) {
      const mark = enumerator(part);
      const current = items.at(-1);
      const rest = mark ? part.slice(mark.length).trim() : part;
      if (mark && opens(mark, rest)) {
        add(mark, rest, line);
        continue;
      }
      if (rest === "" || !hasLetters(rest, 1)) continue;
      const [head, ...more] = numbered && items.length > 0 ? [rest] : splitSemicolons(rest);
      const open =
        current !== undefined &&
        !isHeader(current.text) &&
        !(blocks && block) &&
        !(hasEnded(current.text) && /^[\p{Lu}\d]/u.test(head as string));
      if (open && current.text.length > MAX_NAME) continue;
      if (open && !isHeader(head as string))
        current.text = current.text === "" ? (head as string) : join(current.text, head as string);
      else add(null, head as string, line);
      for (const other of more) add(null, other, line);
    }
  }
  return items
    .flatMap((item) =>
      splitSemicolons(item.text).map((text, index) => ({ ...item, no: index === 0 ? item.no : null, text })),
    )
    .filter(({ text }) => hasLetters(text, 2));
};
