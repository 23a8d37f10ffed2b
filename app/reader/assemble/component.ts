import type { Features } from "../assign/features.ts";
import type { Assignment } from "../assign/path.ts";
import type { Profile } from "../assign/profile.ts";
import type { ComponentKey } from "../components.ts";
import { isLabelTail } from "../labels/tails.ts";
import { withOneMore } from "../lists.ts";
import { isCatchword } from "../marks.ts";
import { remembered } from "../memory.ts";
import { type Cell, EMPTY_CELL } from "../rows/index.ts";
import { fold, isBlankText } from "../text.ts";
import { continuingParts } from "./continuing.ts";
import { hasWords, joined } from "./joined.ts";
import { openingParts, withoutSecondLabel } from "./opening.ts";
import { dropRepeat, type Echoed, echoOf, withoutEcho } from "./repeats.ts";
import type { RowFeatures, RowParts } from "./row-parts.ts";

export interface ComponentRows {
  /** Rows in order, the opening row first. */
  rows: { features: Features; parts: RowParts }[];
  label: string | null;
  content: Cell;
  /** Last line on which the content is printed, its echo included; 0 without echo. */
  echoTo: number;
}

const ownNumber = (row: { features: Features } | undefined): number | null =>
  row?.features.number?.own ? row.features.number.value : null;

/** Does the row that opens its component print the content in a column of its own? */
const isBesideContent = (opening: { features: Features; assignment: Assignment } | undefined): boolean => {
  const label = opening?.assignment.candidate?.cell;
  return label !== undefined && opening?.features.filled.some((at) => at > label) === true;
};

/** A row with what it was taken for. */
interface AssignedRow {
  features: Features;
  assignment: Assignment;
  profile: Profile | null;
}

/** Columns of spaces are others on every page: there the label's own row says where labels stand, not the tables around. */
const profileAt = (rows: readonly AssignedRow[], at: number): Profile | null => {
  const { features, profile } = rows[at] as AssignedRow;
  const { columns } = features.row;
  const opening = rows[0] as AssignedRow;
  const labelColumn = opening.assignment.candidate?.cell;
  if (!columns || !profile || labelColumn === undefined || labelColumn === profile.labelColumn)
    return profile;
  return opening.features.row.columns === columns ? { ...profile, labelColumn } : profile;
};

const labelText = (features: RowFeatures, parts: RowParts): string => {
  const { number, row } = features;
  const numberCell = number?.own ? row.cells[number.cell] : undefined;
  let text = "";
  for (const cell of parts.label)
    if (cell !== numberCell) text = text === "" ? cell.text : `${text} ${cell.text}`;
  return cleanLabel(text);
};

const cleanLabel = remembered((printed) =>
  fold(printed)
    .replace(/^[\s\-•#*>]+/, "")
    .replace(/^(?:\(?\d{1,2}\s?[.)]\s*)+/, "")
    .replace(/\*\*/g, "")
    .replace(/[\s:=.]+$/, "")
    .trimStart(),
);

/** A page's last line, where it prints what the next page begins with ("Surat …"). */
const dropCatchword = (parts: RowParts, next: RowFeatures | undefined): void => {
  const { text } = parts.content;
  if (!next || text.length >= 90 || !WAITS.test(text) || !isCatchword(text, next.row.cells.at(-1)?.text))
    return;
  parts.noise.push(parts.content);
  parts.content = EMPTY_CELL;
};
const WAITS = /(?:\.\.|…)\s*$/;

/** Joins the rows of one component into its label and content. */
export const assembleComponent = (rows: readonly AssignedRow[], key: ComponentKey): ComponentRows => {
  const result: ComponentRows = { rows: [], label: null, content: EMPTY_CELL, echoTo: 0 };
  let labels: string[] = [];
  let contents: Cell[] = [];
  let labelOpen = false;
  // Content of the last row that had one.
  let before = EMPTY_CELL;
  let echoed: Echoed | null = null;
  for (let at = 0; at < rows.length; at++) {
    const { features: printed, assignment } = rows[at] as AssignedRow;
    const profile = profileAt(rows, at);
    const squares = withoutEcho(printed);
    const features: RowFeatures = squares?.features ?? printed;
    const echo = squares || !echoed || assignment.opens ? null : echoOf(printed, echoed);
    if (echo) {
      result.echoTo = printed.row.lineTo;
      const parts = { label: [], content: EMPTY_CELL, noise: [], divider: [], echo };
      result.rows = withOneMore(result.rows, { features: printed, parts });
      continue;
    }
    echoed = squares ? { source: squares.source, at: 0 } : null;
    const parts: RowParts = assignment.opens
      ? openingParts(features, assignment, key)
      : continuingParts(features, key, profile, {
          labelOpen,
          below: at === 1 && isBesideContent(rows[0]) ? { number: ownNumber(rows[0]) } : null,
          hasContent: contents.length > 0,
          above: before,
        });
    if (assignment.opens && assignment.candidate) {
      labelOpen = true;
      if (labels.length === 0) labels = [labelText(features, parts)];
    } else if (parts.label.length > 0 && labels.length > 0) {
      const more = parts.label.map((cell) => fold(cell.text)).filter((text) => isLabelTail(text, key));
      labels.push(...more);
      labelOpen = more.length > 0;
    } else if (!isBlankText(parts.content.text))
      labelOpen = labelOpen && contents.length === 0 && profile?.ownRow !== true;
    if (squares) {
      parts.echo = squares.echo;
      result.echoTo = features.row.lineTo;
    }
    dropCatchword(parts, rows[at + 1]?.features);
    const { content } = parts;
    // A row alone repeats nothing.
    if (rows.length > 1) dropRepeat(parts, before.text, assignment.opens);
    if (!isBlankText(content.text)) before = content;
    if (contents.length === 0) parts.content = withoutSecondLabel(parts.content, key, parts, labels[0] ?? "");
    if (hasWords(parts.content.text)) contents = withOneMore(contents, parts.content);
    result.rows = withOneMore(result.rows, { features: printed, parts });
  }
  result.content = joined(contents);
  result.label = labels.filter((label) => label !== "").join(" ") || null;
  return result;
};
