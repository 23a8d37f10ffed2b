import {
  CONTINUED,
  isArticle,
  isAside,
  isCatchword,
  isChapter,
  isLoneNumber,
  isPageNumber,
  isSignedNote,
  isStamp,
} from "../../marks.ts";
import { type Features, sureLabel } from "../features.ts";
import { isBareCaption, isTitle } from "../heading-names.ts";
import type { Heading } from "../headings/index.ts";
import type { Passed } from "../path.ts";
import { markForeignParts, markGroupTitles, markOtherRows } from "./foreign-parts.ts";
import { markRepeatedCaptions, markRunningHeads } from "./page-heads.ts";
import { markScraps } from "./scraps.ts";
import { markSignatures } from "./signatures.ts";
import { markTornTitles } from "./torn-titles.ts";

/** Rows that no component owns: titles and heads of tables, page heads and numbers, signatures, scraps, other parts of the annex. */

/** A picture that a converter left as a link. */
const isPicture = (text: string): boolean => /^!\[[^\]]*\]\([^)]*\)$/.test(text);

const beginsAsPicture = ({ row, filled }: Features): boolean =>
  /^\s*!/.test(row.cells[filled[0] as number]?.text ?? "");

/** Text of the next row that is neither page number, picture nor separator. */
const nextText = (all: readonly Features[], index: number): string | undefined => {
  for (let i = index + 1; i < Math.min(all.length, index + 6); i++) {
    const features = all[i] as Features;
    if (
      features.row.separator ||
      features.tableHead ||
      isPageNumber(features.text) ||
      isPicture(features.text)
    )
      continue;
    return features.text;
  }
  return undefined;
};

/** A year or a figure with its full stop in the content column is the wrapped end of a sentence, no page number. */
const endsSentence = ({ row, filled, text }: Features): boolean =>
  row.kind === "table" && (filled[0] as number) > 0 && /^(?:19|20)\d\d\W?$|^\d+[.;]$/.test(text);

const isTitleMark = ({ row, filled }: Features): boolean =>
  filled.length === 2 && /^\s*[A-Z]{1,3}\s?[.)]?\s*$/.test(row.cells[filled[0] as number]?.text ?? "");

/** The number of a label, or the head of its article, on a line of its own above it. */
const markNumbersAbove = (all: readonly Features[], passed: (Passed | null)[]): void => {
  all.forEach((features, index) => {
    const { row, filled } = features;
    if (passed[index] !== null || filled.length !== 1 || !(row.kind === "prose" || row.columns)) return;
    const text = row.cells[filled[0] as number]?.text ?? "";
    if (!(text.length <= 8 && isLoneNumber(text.trim())) && !isArticle(text)) return;
    const next = all[index + 1];
    if (next && sureLabel(next)) passed[index] = "skip";
  });
};

/** The note that a paper is signed electronically, and the word above it. */
const isNoteOfSigning = (all: readonly Features[], index: number): boolean => {
  const { row, filled } = all[index] as Features;
  const text = row.cells[filled[0] as number]?.text ?? "";
  return (
    isSignedNote(text) ||
    (text.length < 12 && /^catatan\s*:?$/i.test(text) && isSignedNote(nextText(all, index) ?? ""))
  );
};

/** What each row is passed over as; null for the rows that are read. */
export const passedRows = (all: readonly Features[], headings: readonly Heading[]): (Passed | null)[] => {
  const passed: (Passed | null)[] = all.map((features, index) => {
    if (features.row.separator || features.filled.length === 0 || features.row.foot) return "skip";
    if (features.tableHead) return "table_head";
    // A title with a row's number covers the label of its row: the row itself must be read. "A." and "I." count titles.
    if (features.half) return features.number?.own && !isTitleMark(features) ? null : "divider";
    // A page number, a title and a catchword are short: the text of a long row is not asked for.
    if (features.long)
      return features.filled.length <= 2 && beginsAsPicture(features) && isPicture(features.text)
        ? "skip"
        : null;
    if (features.filled.length === 1 && isNoteOfSigning(all, index)) return "skip";
    if (
      features.filled.length === 1 &&
      isPageNumber(features.text) &&
      !endsSentence(features) &&
      !(features.number?.own && features.row.kind === "table" && features.row.cells.length > 1)
    )
      return "skip";
    if (features.row.kind === "prose" && features.text.length < 60 && isTitle(features.text))
      return "divider";
    if (isBareCaption(features)) return "divider";
    if (features.row.kind === "prose" && isChapter(features.text)) return "divider";
    if (features.row.kind === "prose" && (isAside(features.text) || isStamp(features.text))) return "skip";
    if (features.filled.length > 2) return null;
    if (features.gap > 0 && CONTINUED.test(features.text)) return "skip";
    if (beginsAsPicture(features) && isPicture(features.text)) return "skip";
    if (/(?:\.\.|…)\s*$/.test(features.text) && isCatchword(features.text, nextText(all, index)))
      return "skip";
    return null;
  });
  markScraps(all, passed);
  markOtherRows(all, passed);
  markSignatures(all, passed);
  markTornTitles(all, passed);
  markNumbersAbove(all, passed);
  markForeignParts(all, passed, headings);
  for (const heading of headings) for (let i = heading.from; i <= heading.to; i++) passed[i] = "heading";
  markRepeatedCaptions(all, passed, headings);
  markGroupTitles(all, passed, headings);
  markRunningHeads(all, passed);
  return passed;
};
