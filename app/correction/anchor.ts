import { createHash } from "node:crypto";
import type { Anchor } from "./model.ts";

/** A text whose lines are asked for by number and by what stands in them. */
export interface AnchoredText {
  first: number;
  lines: readonly string[];
}

const folded = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ").trim();
const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 32);

const lineAt = ({ first, lines }: AnchoredText, line: number): string => lines[line - first] ?? "";

/** Words of a stretch: each line folded, so that other blanks or another form of a letter are no other text. */
const wordsAt = (text: AnchoredText, line: number, count: number): string => {
  const parts: string[] = [];
  for (let at = line; at < line + count; at++) parts.push(folded(lineAt(text, at)));
  return parts.join("\n");
};

/** The nearest line with words in one direction; "" at the end of the text. */
const neighbour = (text: AnchoredText, line: number, step: 1 | -1): string => {
  const last = text.first + text.lines.length - 1;
  for (let at = line + step; at >= text.first && at <= last; at += step) {
    const words = folded(lineAt(text, at));
    if (words !== "") return words;
  }
  return "";
};

/**
 * The anchor of `count` lines from `line` on, or of columns `from` to `to` (excluded) of one line.
 * @throws RangeError where the text has no such lines or columns, or no words there
 */
export const anchorAt = (
  text: AnchoredText,
  line: number,
  count: number,
  columns: { from: number; to: number } | null = null,
): Anchor => {
  const inside = line >= text.first && line + count - 1 < text.first + text.lines.length && count > 0;
  const words = columns
    ? folded(lineAt(text, line).slice(columns.from, columns.to))
    : wordsAt(text, line, count);
  if (!inside || words.trim() === "" || (columns && count !== 1)) {
    throw new RangeError(`no words at line ${line} (${count})`);
  }
  return {
    line,
    count,
    from: columns?.from ?? null,
    to: columns?.to ?? null,
    hash: hashOf(words),
    before: hashOf(neighbour(text, line, -1)),
    after: hashOf(neighbour(text, line + count - 1, 1)),
  };
};

/** Where an anchored stretch stands now. */
export interface Place {
  line: number;
  count: number;
  from: number | null;
  to: number | null;
}

export type Found = { place: Place } | { conflict: "teks_hilang" | "teks_ganda" };

/**
 * Finds an anchored stretch again. Its own line goes first; elsewhere it is believed only between a neighbour that stood
 * beside it before, since stock sentences stand in many tables. What stands at several places like that is not guessed.
 */
export const findAnchor = (text: AnchoredText, anchor: Anchor): Found => {
  const here = placesOn(text, anchor, anchor.line);
  const unmoved = here.find(({ from }) => from === anchor.from);
  if (unmoved && neighboursOf(text, anchor, anchor.line) === 2) return { place: unmoved };
  const places: { place: Place; score: number }[] = [];
  for (let line = text.first; line <= text.first + text.lines.length - anchor.count; line++) {
    const own = line === anchor.line ? here : placesOn(text, anchor, line);
    if (own.length === 0) continue;
    const score = neighboursOf(text, anchor, line) + (line === anchor.line ? 0.5 : 0);
    places.push(...own.map((place) => ({ place, score })));
  }
  const best = Math.max(0, ...places.map(({ score }) => score));
  if (best === 0) return { conflict: "teks_hilang" };
  const top = places.filter(({ score }) => score === best);
  if (top.length === 1) return { place: (top[0] as (typeof top)[number]).place };
  const own = top.find(({ place }) => place.line === anchor.line && place.from === anchor.from);
  return own ? { place: own.place } : { conflict: "teks_ganda" };
};

const neighboursOf = (text: AnchoredText, anchor: Anchor, line: number): number =>
  (hashOf(neighbour(text, line, -1)) === anchor.before ? 1 : 0) +
  (hashOf(neighbour(text, line + anchor.count - 1, 1)) === anchor.after ? 1 : 0);

/** Stretches on this line that hold the anchored words. */
const placesOn = (text: AnchoredText, anchor: Anchor, line: number): Place[] => {
  const { count, from, to } = anchor;
  if (from === null || to === null) {
    return hashOf(wordsAt(text, line, count)) === anchor.hash ? [{ line, count, from: null, to: null }] : [];
  }
  const own = lineAt(text, line);
  const width = to - from;
  const places: Place[] = [];
  for (let at = 0; at + width <= own.length; at++) {
    // Words begin and end a stretch: one that begins with a blank is another one moved by a letter.
    if (at !== from && (/\s/.test(own.charAt(at)) || /\s/.test(own.charAt(at + width - 1)))) continue;
    if (hashOf(folded(own.slice(at, at + width))) === anchor.hash)
      places.push({ line, count, from: at, to: at + width });
  }
  return places;
};
