import type { Profile } from "../assign/profile.ts";
import type { ComponentKey } from "../components.ts";
import { matchLabels } from "../labels/match.ts";
import { isLabelTail } from "../labels/tails.ts";
import { isMadeUp, isMisreadTitle, isNoise } from "../marks.ts";
import { type Cell, EMPTY_CELL, joinCells } from "../rows/index.ts";
import { hasLetters } from "../text.ts";
import { ENDS } from "./joined.ts";
import {
  isGarbledLabel,
  type RowFeatures,
  type RowParts,
  SHORT_NOISE,
  withoutDividers,
} from "./row-parts.ts";

/** Where a row stands in its component. */
export interface Place {
  /** The label above was cut or fills several rows. */
  labelOpen: boolean;
  /** Right under a label with its content beside it: the number of that label's row, null where it has none. */
  below: { number: number | null } | null;
  /** Rows above have given some content. */
  hasContent: boolean;
  /** The content above. */
  above: Cell;
}

/** A word that waits for another ends the line. */
const HANGS = /\b(?:tentang|dan|atau|serta|dengan|oleh|pada|untuk|dalam|yang|pedoman)\s*$/i;

/** Words of the label itself; all others of its wordings end titles of regulations too ("Pelayanan", "Publik"). */
const OF_LAW = /hukum|dasar|landasan/i;

/** A sentence goes on below with a small letter: no label is printed so. */
const isRestOfSentence = (above: Cell, { text, pieces }: Cell): boolean =>
  /^\s*[a-z]/.test(text) &&
  /[\p{L},]\s*$/u.test(above.text) &&
  pieces[0]?.line === (above.pieces.at(-1)?.line ?? 0) + 1;

const goesOn = (above: Cell, cell: Cell, key: ComponentKey): boolean =>
  HANGS.test(above.text) ||
  isRestOfSentence(above, cell) ||
  (key === "dasar_hukum" && !OF_LAW.test(cell.text));

/** Figures that may be an answer. */
const FEW_FIGURES = /^\D*(?:\d{1,4}\D*){1,3}$/;

/** Fewer letters left of the content are no label. */
const SCRAP_LETTERS = 5;

/** A figure or a letter that is no mark of a list. */
const BARE_SIGN = /^\s*(?:\d{1,3}|[A-Za-z])\s*$/;

/**
 * The number and the label above once more, misread ("9 | Kornpotcnsi | …"). A table in the content counts from one, and
 * its words are no label's.
 */
const isSecondPrint = (features: RowFeatures, key: ComponentKey, column: number, place: Place): boolean => {
  const value = features.number?.own === true ? features.number.value : 0;
  if (place.below === null || value === 0 || !features.filled.some((at) => at > column)) return false;
  if (value === 1 && place.below.number !== 1) return false;
  const text = features.row.cells[column]?.text ?? "";
  // The rest of a label, and a whole one, are no misreading of it.
  return isGarbledLabel(text, key) && !isLabelTail(text, key) && !matchLabels(text)[0]?.complete;
};

/** A row of scan noise below some content, where columns are drawn: a sign alone left of the content, or signs beside signs. */
const isScrap = (features: RowFeatures, column: number, place: Place): boolean => {
  const { row, filled } = features;
  if (!place.hasContent || row.kind !== "table" || row.columns || row.separator) return false;
  const [first = -1] = filled;
  if (filled.length === 1) return first <= column && BARE_SIGN.test(row.cells[first]?.text ?? "");
  return (
    first <= column &&
    features.number?.own !== true &&
    filled.every((at) => {
      const { text } = row.cells[at] as Cell;
      return at <= column ? !hasLetters(text, SCRAP_LETTERS) : isNoise(text) && !FEW_FIGURES.test(text);
    })
  );
};

/** "No | Uraian | Tarif": the head of a table inside the content. */
const nestedHead = (features: RowFeatures, column: number): boolean =>
  /^no\.?$/i.test(
    features.row.cells
      .slice(0, column)
      .map((cell) => cell.text.trim())
      .join(""),
  ) && hasLetters(features.row.cells[column]?.text ?? "", 1);

/** A row of a table inside the content: its number and its second column belong to the content. */
const nestedRow = (features: RowFeatures, column: number, key: ComponentKey): boolean => {
  const text = features.row.cells[column]?.text.trim() ?? "";
  return (
    features.number?.own === true &&
    features.filled.some((at) => at > column) &&
    hasLetters(text, 4) &&
    !isNoise(text) &&
    // The rest of a label is no column of its own; its row prints the number once more.
    !isLabelTail(text, key)
  );
};

/** Splits a row that goes on with its component. */
export const continuingParts = (
  features: RowFeatures,
  key: ComponentKey,
  profile: Profile | null,
  place: Place,
): RowParts => {
  const { labelOpen, below } = place;
  const { row, number } = features;
  const parts: RowParts = { label: [], content: EMPTY_CELL, noise: [], divider: [] };
  if (row.kind === "prose") {
    const cell = row.cells[0] ?? EMPTY_CELL;
    // A stray second print of the label; a regulation's title may end with the same words.
    if (isLabelTail(cell.text, key) && !ENDS.test(cell.text) && !goesOn(place.above, cell, key))
      parts.label.push(cell);
    else parts.content = cell;
    return parts;
  }
  const column = profile?.labelColumn ?? 1;
  // The title of the second half stands below the last component of the first.
  if (key === "pengaduan" && place.hasContent && isMisreadTitle(row.cells[column]?.text ?? "")) {
    parts.divider.push(...features.filled.map((at) => row.cells[at] as Cell));
    return parts;
  }
  const content: Cell[] = [];
  const last = features.filled.at(-1);
  const secondPrint = isSecondPrint(features, key, column, place);
  const scrap = isScrap(features, column, place);
  for (const at of features.filled) {
    const cell = row.cells[at] as Cell;
    const filledRight = at !== last;
    if (scrap || (secondPrint && at <= column)) {
      parts.noise.push(cell);
      continue;
    }
    // Right of the labels stands content, but for the rest of a label behind a page break.
    if (at > column && (filledRight || !below || at >= row.cells.length - 1)) {
      content.push(cell);
      continue;
    }
    const text = cell.text.trim();
    const own = number?.own === true && number.cell === at;
    // Behind a page break the columns may be others.
    if (at > column) {
      (isLabelTail(text, key) ? parts.label : content).push(cell);
      continue;
    }
    if (
      isLabelTail(text, key) &&
      !/[:：]$/.test(text) &&
      (at < column ? filledRight : (filledRight || labelOpen || below) && !profile?.ownRow)
    ) {
      parts.label.push(cell);
      continue;
    }
    if (own && at < column && !nestedRow(features, column, key)) parts.label.push(cell);
    else if (
      at < column &&
      filledRight &&
      !own &&
      !hasLetters(text, SHORT_NOISE) &&
      !nestedRow(features, column, key) &&
      !nestedHead(features, column)
    )
      parts.noise.push(cell);
    else if (at === column && !profile?.ownRow) {
      if (
        filledRight &&
        !nestedHead(features, column) &&
        (isNoise(text) || (!number?.own && (!hasLetters(text, SHORT_NOISE) || isMadeUp(text))))
      )
        parts.noise.push(cell);
      else if (filledRight && !number?.own && isGarbledLabel(text, key)) parts.noise.push(cell);
      else content.push(cell);
    } else if (at === column && labelOpen && isLabelTail(text, key) && !/[:：]$/.test(text))
      parts.label.push(cell);
    else content.push(cell);
  }
  parts.content = withoutDividers(joinCells(content, " "), parts.divider);
  return parts;
};
