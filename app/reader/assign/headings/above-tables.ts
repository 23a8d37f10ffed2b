import {
  isArticle,
  isAside,
  isChapter,
  isConverterLine,
  isHeadWord,
  isLoneNumber,
  isNoise,
  isPageNumber,
  isParticular,
  isSignedNote,
  isStamp,
  isWithinHalfTitle,
} from "../../marks.ts";
import { enumerator, hasLetters } from "../../text.ts";
import { countedOn } from "../counted-on.ts";
import { type Features, sureLabel } from "../features.ts";
import {
  bagianName,
  bestKnown,
  isBareCaption,
  isMisreadHead,
  isSingle,
  isTitle,
  isWithinSentence,
  KNOWN,
  type KnownKeys,
  MAX_HEADING,
  numberAndName,
  plainOf,
  plainText,
  SERVICE_WORD,
} from "../heading-names.ts";
import { isApart, namesServiceLikeLabel } from "../named-like-label.ts";
import { endsPublicHalf, opensInnerHalf, opensTable } from "../opens-table.ts";
import { bagianHeading, markBagianAbove } from "./bagian.ts";
import { type Found, type Heading, isEmptyRow, joinRows } from "./heading.ts";

/** Headings by where they stand: among the rows right above a table's first row. */

/** Rows that may stand between a heading and the table it opens. */
const MAX_ROWS_ABOVE = 6;

/** Letters of a name that has no mark-up at most. */
const MAX_NAME_LETTERS = 120;

/**
 * A name with no blank line around it: plain between two tables, or in the first cell right above the next table's head.
 * A sentence that leaves its table ends with a sign.
 */
const standsOverTable = (all: readonly Features[], index: number): boolean => {
  const { row, text, filled } = all[index] as Features;
  const next = all[index + 1];
  if (!next || hasLetters(text, MAX_NAME_LETTERS) || /[.;,:]\s*$/.test(text)) return false;
  const plain = plainOf(text);
  // Above a head on plain lines an item of a list may stand as well: a name has capitals.
  if (next.row.kind === "prose")
    return next.tableHead && row.kind === "prose" && enumerator(plain) !== null && isCapitalised(plain);
  if (!/^[A-Z"“(]/.test(plain.slice(enumerator(plain)?.length ?? 0))) return false;
  return row.kind === "table"
    ? filled[0] === 0 && next.tableHead
    : all[index - 1]?.row.kind === "table" && all[index - 1]?.row.table !== next.row.table;
};

/** Nearly all words of a name that are no particles begin with a capital. */
const isCapitalised = (text: string): boolean => {
  const words = text.match(/\b[A-Za-z]{5,}/g) ?? [];
  return (
    words.length >= 2 && words.filter((word) => /^[A-Z]/.test(word)).length >= words.length * CAPITALISED
  );
};
const CAPITALISED = 0.75;

/** Words in small letters up to a full stop, with neither number nor type of a heading. */
const isSentence = ({ row }: Features, text: string): boolean =>
  text.endsWith(".") && !row.emphasis && enumerator(text) === null && !isCapitalised(text) && !isUpper(text);

const isUpper = (text: string): boolean => text === text.toUpperCase();

const headingLike = (all: readonly Features[], index: number): boolean => {
  const features = all[index] as Features;
  if (!isSingle(features) || features.filled.length !== 1 || features.text.length > MAX_HEADING) return false;
  if (
    features.candidates.some((one) => one.complete && one.restLetters < 12) &&
    !namesServiceLikeLabel(all, index)
  )
    return false;
  const text = plainText(features);
  if (
    isNoise(text) ||
    isHeadWord(numberAndName(text).name) ||
    isMisreadHead(text) ||
    isTitle(text) ||
    !hasLetters(text, 5) ||
    (/[;,]$/.test(text) && !/^\d/.test(text)) ||
    isSentence(features, text)
  )
    return false;
  const strong =
    features.row.emphasis ||
    SERVICE_WORD.test(numberAndName(text).name) ||
    (isUpper(text) && hasLetters(text, 9));
  const ruled = all[index - 1]?.row.separator === true && all[index + 1]?.row.separator === true;
  const apart = isApart(all, index) || ruled || features.row.kind === "table" || standsOverTable(all, index);
  if (features.row.kind === "table" && standsOverTable(all, index)) return true;
  return strong || (apart && features.row.kind === "prose") || (features.gap > 0 && features.filled[0] === 0);
};

const isPartOfHalfTitle = (one: Features | undefined): boolean =>
  one !== undefined &&
  one.filled.length === 1 &&
  !one.row.separator &&
  !one.long &&
  (one.half !== null || isWithinHalfTitle(plainText(one)));

/** A line of a half's title, where it runs over two. */
const isTornHalfTitle = (all: readonly Features[], index: number): boolean => {
  if (!isPartOfHalfTitle(all[index])) return false;
  const above = isPartOfHalfTitle(all[index - 1]) && (all[index] as Features).gap === 0;
  return above || (isPartOfHalfTitle(all[index + 1]) && (all[index + 1] as Features).gap === 0);
};

/** A name in capitals does not begin on a line in small letters: there an item of the list before ends. */
const isCapitalsBelow = (above: string, text: string): boolean =>
  hasLetters(text, 9) && isUpper(text) && !isUpper(above);

const textOf = (all: readonly Features[], rows: readonly number[]): string =>
  rows.map((row) => plainText(all[row] as Features)).join(" ");

/**
 * The line with which the heading begins that ends on the last of these rows: a numbered one above it, where the lines
 * between have no number and follow without a gap.
 */
const headingFrom = (all: readonly Features[], rows: readonly number[]): number => {
  const nearest = rows.at(-1) as number;
  for (let at = rows.length - 1; at > 0 && at > rows.length - MAX_HEADING_LINES; at--) {
    const below = all[rows[at] as number] as Features;
    const above = rows[at - 1] as number;
    const text = plainText(below);
    const opening = plainText(all[above] as Features);
    if (enumerator(text) || below.gap > 0 || isCapitalsBelow(opening, text)) return nearest;
    // A sentence of three lines is hardly a name, but where it is printed like one.
    if (enumerator(opening))
      return at === rows.length - 1 || isCapitalised(textOf(all, rows.slice(at - 1))) ? above : nearest;
  }
  return nearest;
};
/** A heading has no more lines. */
const MAX_HEADING_LINES = 4;

const chooseHeading = (
  all: readonly Features[],
  rows: readonly number[],
  known: KnownKeys,
  sure: boolean,
): Heading | null => {
  let best: { from: number; to: number; score: number; text: string } | null = null;
  for (let length = 1; length <= Math.min(3, rows.length); length++) {
    for (let at = 0; at + length <= rows.length; at++) {
      const part = rows.slice(at, at + length);
      const text = textOf(all, part);
      if (text.length > MAX_HEADING) continue;
      const score = bestKnown(numberAndName(text).name, known, KNOWN);
      if (score >= KNOWN && (!best || score > best.score + 0.01)) {
        best = { from: part[0] as number, to: part.at(-1) as number, score, text };
      }
    }
  }
  if (sure && best && best.score < 0.85) best = null;
  if (!best) {
    const nearest = rows.at(-1);
    if (nearest === undefined) return null;
    if (
      sure &&
      !(
        (all[nearest] as Features).row.emphasis ||
        (known.length === 0 && SERVICE_WORD.test(numberAndName(plainText(all[nearest] as Features)).name))
      )
    )
      return null;
    const from = headingFrom(all, rows);
    if (!headingLike(all, from)) return null;
    best = { from, to: nearest, score: 0, text: "" };
    best.text = joinRows(all, from, nearest, plainText(all[from] as Features));
  }
  const { no, name } = numberAndName(best.text);
  if (!hasLetters(name, 3) || isWithinSentence(all, best.from, name)) return null;
  return { kind: "service", from: best.from, to: best.to, no, name, explicit: false };
};

/** Right below a label with nothing beside it: its content, whatever it is like ("Produk" above "Pendampingan hukum"). */
const fillsLabel = (all: readonly Features[], index: number): boolean => {
  let at = index - 1;
  while (at > 0 && isEmptyRow(all[at] as Features)) at--;
  const above = all[at];
  const label = above && sureLabel(above);
  return label?.restLetters === 0 && label.cell === above?.filled.at(-1);
};

/** The rows right above a table's first row. */
interface Above {
  /** Those that may name its service, in order. */
  rows: readonly number[];
  /** Row of a bagian's heading; -1 where none stands there. */
  bagianAt: number;
  /** The table opens under the inner half's title. */
  innerTitle: boolean;
}

/** Printed between a heading and its table, or in the midst of a heading: a page's number, a converter's line, an aside. */
const isInterruption = (features: Features): boolean =>
  features.filled.length === 1 && (features.row.foot || interrupts(features.text));

const interrupts = (text: string): boolean =>
  isPageNumber(text) ||
  isStamp(text) ||
  isSignedNote(text) ||
  isArticle(text) ||
  isChapter(text) ||
  isConverterLine(text) ||
  isAside(text);

/** Right below a row with a label, in the column of its content alone: the rest of that content. */
const goesOnBeside = (all: readonly Features[], index: number): boolean => {
  const { row, filled, gap } = all[index] as Features;
  const column = filled[0] ?? 0;
  const above = all[index - 1];
  if (row.kind !== "table" || column === 0 || gap > 0 || above?.row.table !== row.table) return false;
  const label = sureLabel(above);
  return label !== undefined && label.cell < column && above.filled.includes(column);
};

const rowsAbove = (found: Found, index: number): Above => {
  const { all } = found;
  const rows: number[] = [];
  let bagianAt = -1;
  let innerTitle = opensInnerHalf(all, index);
  for (let above = index - 1; above >= 0 && index - above <= MAX_ROWS_ABOVE; above--) {
    const features = all[above] as Features;
    if (found.takes(above)) break;
    if (isInterruption(features)) continue;
    const nearest = rows.length === 0;
    if (nearest && (isBareCaption(features) || isTornHalfTitle(all, above) || isLoneNumber(features.text)))
      continue;
    if (isEmptyRow(features) || features.half || features.tableHead) {
      if (!nearest) break;
      if (features.half === "pengelolaan") innerTitle = true;
      continue;
    }
    const unit = bagianName(features) !== null;
    if (unit && bagianAt < 0) bagianAt = above;
    if (nearest && features.row.kind === "prose" && isParticular(features.text)) continue;
    if (unit || !isSingle(features) || features.filled.length !== 1 || goesOnBeside(all, above)) break;
    if (features.candidates.some((one) => one.complete && one.similarity > 0.85)) {
      if (nearest && namesServiceLikeLabel(all, above)) rows.unshift(above);
      break;
    }
    // Under the inner half's title the line right above is either the heading or the end of the first half.
    if (innerTitle && fillsLabel(all, above)) break;
    rows.unshift(above);
    if (innerTitle) break;
  }
  return { rows, bagianAt, innerTitle };
};

/** The heading of every table, and the bagian's above it. */
export const findAboveTables = (found: Found): void => {
  const { all, known, headings } = found;
  for (let index = 0; index < all.length; index++) {
    if (!opensTable(all, index)) continue;
    const { rows, bagianAt, innerTitle } = rowsAbove(found, index);
    const chosen =
      chooseHeading(all, rows, known, innerTitle) ??
      (innerTitle || endsPublicHalf(all, index) ? null : countedOn(all, rows, headings));
    if (chosen) found.add(chosen);
    if (bagianAt >= 0 && !found.takes(bagianAt)) found.add(bagianHeading(all, bagianAt));
    else if (rows.length === 0 || chosen) markBagianAbove(found, chosen ? chosen.from - 1 : index - 1);
  }
};
