import type { Token } from "./tokens.ts";

export interface Marker {
  /** Index of its first token. */
  at: number;
  /** Index of the first token of the item. */
  content: number;
  /** Ordinal of "3." or "c."; null for a bullet. */
  ordinal: number | null;
  kind: "digit" | "letter" | "bullet";
}

const BULLET = /^[•●▪◦∙·\uf0a7\uf0b7*]$/u;
const DASH = /^[-–—]$/;
const DIGITS = /^\d{1,3}$/;
const LETTER = /^[a-z]$/;
/** No mark is longer; one of letters has a single one. */
const MAX_MARK = 3;
/** Words after which a number is part of a citation or a date, not the number of a list item. */
const NUMBERED = new Set([
  "nomor",
  "no",
  "tahun",
  "pasal",
  "ayat",
  "angka",
  "huruf",
  "lampiran",
  "jam",
  "pukul",
]);
const MAX_ORDINAL = 199;

/** Does an item end before token `at`: start of text, line break, or closing punctuation? */
function atBoundary(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return !before || before.kind === "break" || /^[;:.,]$/.test(before.text);
}

/** A dash with blanks around it and a capital behind it, in a text whose first item has one: "- Undang-Undang … - Peraturan …". */
function isDashBetween(tokens: readonly Token[], at: number): boolean {
  const [before, dash, next] = [tokens[at - 1], tokens[at] as Token, tokens[at + 1]];
  return (
    DASH.test(tokens[0]?.text ?? "") &&
    before !== undefined &&
    next?.kind === "word" &&
    before.end < dash.start &&
    dash.end < next.start &&
    /^\p{Lu}/u.test(next.text)
  );
}

function markerAt(tokens: readonly Token[], at: number): Omit<Marker, "at"> | null {
  const token = tokens[at] as Token;
  if (token.text.length > (token.kind === "word" ? 1 : MAX_MARK)) return null;
  if (BULLET.test(token.text)) return { content: at + 1, ordinal: null, kind: "bullet" };
  const before = tokens[at - 1];
  if (DASH.test(token.text)) {
    const opens = !before || before.kind === "break" || isDashBetween(tokens, at);
    return opens ? { content: at + 1, ordinal: null, kind: "bullet" } : null;
  }
  const digit = DIGITS.test(token.text);
  if (!digit && !LETTER.test(token.text)) return null;
  if (!/^[.)]$/.test(tokens[at + 1]?.text ?? "")) return null;
  const ordinal = digit ? Number(token.text) : token.text.charCodeAt(0) - 96;
  if (ordinal === 0 || ordinal > MAX_ORDINAL) return null;
  const content = tokens[at + 2]?.text === "." ? at + 3 : at + 2;
  return { content, ordinal, kind: digit ? "digit" : "letter" };
}

/** Is the number at `at` the end of "Nomor 5", or of "Nomor" and a line break? */
function isNumbered(tokens: readonly Token[], at: number): boolean {
  let i = at - 1;
  while (i >= 0 && (tokens[i]?.kind === "break" || tokens[i]?.text === "." || tokens[i]?.text === ":")) i--;
  return NUMBERED.has(tokens[i]?.lower ?? "") && i >= at - 4;
}

/**
 * The numbers, letters and bullets that begin list items, whether the items stand on lines of their own or run together
 * ("… Publik 2. Peraturan …"). Away from a boundary a number counts only where it begins a list or continues one and a
 * capital, a figure or a quotation mark follows.
 */
export function listMarkers(tokens: readonly Token[]): Marker[] {
  const markers: Marker[] = [];
  const last = { digit: 0, letter: 0 };
  for (let at = 0; at < tokens.length; at++) {
    const marker = markerAt(tokens, at);
    if (!marker) continue;
    if (marker.kind !== "bullet") {
      const first = tokens[marker.content];
      if (!first || isNumbered(tokens, at)) continue;
      const inParentheses = tokens[at - 1]?.text === "(";
      const continues = (marker.ordinal === last[marker.kind] + 1 || marker.ordinal === 1) && !inParentheses;
      const opening = /^[\p{Lu}\d"“'(]/u.test(first.text);
      if (!atBoundary(tokens, inParentheses ? at - 1 : at) && !(continues && opening)) continue;
      last[marker.kind] = marker.ordinal as number;
    }
    markers.push({ at, ...marker });
    at = marker.content - 1;
  }
  return markers;
}
