import { isConverterLine, isNoise, isPageNumber, isParticular, isWithinHalfTitle } from "../marks.ts";
import { enumerator, letterCount, letters, words } from "../text.ts";
import type { Features } from "./features.ts";
import {
  bagianName,
  bestKnown,
  cleanHeading,
  isLoneText,
  isTitle,
  isWithinSentence,
  KNOWN,
  type KnownKeys,
  knownKeys,
  plainText,
  SERVICE_WORD,
} from "./heading-names.ts";
import type { Heading, KnownNames } from "./headings/index.ts";
import type { Assignment, Passed } from "./path.ts";
import { isSure } from "./row-labels.ts";

/**
 * Headings of tables whose beginning only the assignment showed: their first label is printed under an unusual name, torn
 * over several rows, or set apart from its number, so that nothing told beforehand where the table opens.
 */

/** So many rows may stand between a heading and the first label of its table. */
const MOST_ROWS = 16;
/** No name of a service is longer, none shorter. */
const MOST_LETTERS = 220;
const FEWEST_LETTERS = 5;
/** A name runs over so many rows at most. */
const MOST_LINES = 3;
/** A column's title or a row's number on a line of its own. */
const COLUMN_TITLE =
  /^\W*(?:no(?:mor)?|komponen|unsur|uraian|keterangan|deskripsi|component|description|\d{1,2})\W*$/i;
const isColumnTitle = ({ text }: Features): boolean => text.length < 20 && COLUMN_TITLE.test(text);

/** Rows between a heading and its table that say nothing of either. */
const isBetween = (features: Features, passed: Passed | null): boolean =>
  features.row.separator ||
  features.filled.length === 0 ||
  features.half !== null ||
  features.tableHead ||
  passed === "skip" ||
  passed === "divider" ||
  passed === "table_head" ||
  isPageNumber(features.text) ||
  isColumnTitle(features) ||
  isConverterLine(features.text) ||
  isWithinHalfTitle(features.text) ||
  (features.text.length < 60 && isTitle(features.text)) ||
  (features.row.kind === "prose" && isParticular(features.text));

const isCapitals = (text: string): boolean => letterCount(text, 9) > 8 && text === text.toUpperCase();

/** The title of a standard before the name of its service. */
const TITLED = /^STANDAR PELAYANAN\s+(?!PUBLIK\b)[A-Z]/;

interface Place {
  /** The assignment gave the row to the table before. */
  owned: boolean;
  /** Titles of columns or of a half stand between the row and the first label. */
  headed: boolean;
  /** The row is one of the very table. */
  inTable: boolean;
  /** The rows of components have no number in a cell of their own: who has one is no component. */
  unnumbered: boolean;
  /** The row goes on with a list of the table before. */
  countsOn: boolean;
  /** Likeness to a name of the decree's list; null where the decree has none. */
  listed: number | null;
}

/** The row prints a name and nothing else: marked as a heading, numbered, in capitals, or with a word that opens such names. */
const printsName = (features: Features, place: Place): boolean => {
  const { owned, headed, inTable, countsOn, listed } = place;
  if (!isLoneText(features)) return false;
  const text = plainText(features);
  const count = letters(text).length;
  if (count < FEWEST_LETTERS || text.length > MOST_LETTERS || isNoise(text)) return false;
  if (features.candidates.some((one) => isSure(one) && one.restLetters < 12)) return false;
  if (/[;,:]$/.test(text) || bagianName(features) !== null) return false;
  if (features.row.emphasis || (listed ?? 0) >= KNOWN) return true;
  if (/\.$/.test(text) || countsOn || listed !== null) return false;
  const mark = enumerator(text);
  const name = mark ? text.slice(mark.length) : text;
  const apart = features.gap > 0 || features.row.kind === "table";
  // A sentence of the table before goes on in small letters, and its list counts on.
  if (!/^["“(]?[A-Z0-9]/.test(name)) return false;
  if (inTable && !(mark || isCapitals(text) || features.filled.length > 1)) return false;
  if (isCapitals(text)) return apart || headed || !owned || TITLED.test(name);
  if (features.filled.length > 1) return headed || (inTable && place.unnumbered);
  return apart ? mark !== null || SERVICE_WORD.test(name) : (headed || !owned) && mark !== null;
};

/** Headings right above the tables that have none, by the assignment of all rows. */
export const headingsOverUnnamed = (
  all: readonly Features[],
  passed: readonly (Passed | null)[],
  headings: readonly Heading[],
  assignments: readonly (Assignment | null)[],
  names: KnownNames,
): Heading[] => {
  const known = knownKeys(names.services);
  const found: Heading[] = [];
  const ends = headings.filter((heading) => heading.kind === "service").map((heading) => heading.to);
  let service = -1;
  let lastOpening = -1;
  let nextEnd = 0;
  for (let index = 0; index < all.length; index++) {
    const assignment = assignments[index];
    if (!assignment || assignment.service === null || !assignment.opens) continue;
    if (assignment.service !== service) {
      service = assignment.service;
      while (nextEnd < ends.length && (ends[nextEnd] as number) < lastOpening) nextEnd++;
      const named = nextEnd < ends.length && (ends[nextEnd] as number) < index;
      const below = assignment.candidate === null && (headFollows(all, index) || labelFollows(all, index));
      const from = below ? index + 1 : index;
      const heading = named ? null : headingAbove(all, passed, assignments, known, lastOpening, from);
      if (heading) found.push(heading);
    }
    lastOpening = index;
  }
  return found;
};

/** The titles of the columns stand below: the row, taken for a first one without label, is above the table. */
const headFollows = (all: readonly Features[], index: number): boolean => {
  const next = all.slice(index + 1, index + 3).find((features) => !features.row.separator);
  return next !== undefined && (next.tableHead || next.half !== null);
};

/** The first label of a standard stands on the next row: this one, taken for a first row without label, is above the table. */
const labelFollows = (all: readonly Features[], index: number): boolean =>
  all[index + 1]?.candidates.some(
    (one) => one.complete && one.similarity > 0.9 && (one.key === "persyaratan" || one.key === "dasar_hukum"),
  ) === true;

const headingAbove = (
  all: readonly Features[],
  passed: readonly (Passed | null)[],
  assignments: readonly (Assignment | null)[],
  known: KnownKeys,
  floor: number,
  first: number,
): Heading | null => {
  const { table } = (all[first] as Features).row;
  const unnumbered = (all[first] as Features).number?.own !== true;
  let headed = (all[first] as Features).tableHead || (all[first] as Features).half !== null;
  for (let at = first - 1; at > floor && first - at <= MOST_ROWS; at--) {
    const features = all[at] as Features;
    const own = passed[at] ?? null;
    if (own === "heading" || own === "signature") return null;
    if (isBetween(features, own)) {
      headed ||= features.tableHead || features.half !== null || isColumnTitle(features);
      continue;
    }
    const inTable = features.row.kind === "table" && features.row.table === table;
    const owned = assignments[at]?.component != null;
    const listed =
      owned && known.length > 0 ? bestKnown(cleanHeading(plainText(features)).name, known) : null;
    const countsOn = owned && goesOnCounting(all, floor, at);
    if (printsName(features, { owned, headed, inTable, unnumbered, countsOn, listed }))
      return nameAt(all, floor, at);
    if (own !== "scrap" && !inTable) return null;
  }
  return null;
};

/** A row above, not far, has the mark before this one's. */
const goesOnCounting = (all: readonly Features[], floor: number, at: number): boolean => {
  const mark = enumerator(plainText(all[at] as Features));
  if (!mark || mark.value === 1) return false;
  for (let above = at - 1; above >= Math.max(0, floor, at - LIST_ROWS); above--) {
    const { row, filled } = all[above] as Features;
    const content = row.cells[filled.at(-1) ?? 0]?.text ?? "";
    // The last item of the content: its mark stands behind a blank or at its head.
    for (const part of content.slice(-LIST_LOOK).split(/\n|(?<=[;.,])\s/)) {
      const other = enumerator(part);
      if (other?.kind === mark.kind && other.value === mark.value - 1) return true;
    }
  }
  return false;
};

/** An item of a list stands on so many rows at most, and within so many characters. */
const LIST_ROWS = 4;
const LIST_LOOK = 300;

/** The heading that ends on a row: its name may begin on the rows above. */
const nameAt = (all: readonly Features[], floor: number, to: number): Heading | null => {
  let from = to;
  while (from - 1 > floor && to - from + 1 < MOST_LINES) {
    const below = all[from] as Features;
    const above = all[from - 1] as Features;
    const text = plainText(above);
    if (below.gap > 0 || enumerator(plainText(below)) || below.row.emphasis || !isLoneText(above)) break;
    if (above.row.kind !== below.row.kind || bagianName(above) !== null || isTitle(text)) break;
    const capitals = isCapitals(plainText(below));
    // A name in capitals does not begin in small letters: there an item of the list before ends.
    if (!(isCapitals(text) ? capitals || enumerator(text) : !capitals && enumerator(text))) break;
    if (/[.;:]$/.test(text)) break;
    from--;
  }
  const text = all
    .slice(from, to + 1)
    .map(plainText)
    .join(" ");
  const { no, name } = cleanHeading(text);
  if (letters(name).length < FEWEST_LETTERS || words(name).length === 0) return null;
  if (isWithinSentence(all, from, name)) return null;
  return { kind: "service", from, to, no, name, explicit: false };
};
