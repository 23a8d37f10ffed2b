import type { Features } from "./assign/features.ts";
import type { Assignment } from "./assign/path.ts";
import type { Profile } from "./assign/profile.ts";
import type { ComponentKey } from "./components.ts";
import { isLabelTail, LABEL_LETTERS, matchLabels } from "./lexicon.ts";
import { dividerHead, dividerTail, isCatchword, isMadeUp, isMisreadTitle, isNoise } from "./marks.ts";
import { remembered } from "./memory.ts";
import {
  type Cell,
  cellOf,
  EMPTY_CELL,
  joinCells,
  type Piece,
  pieceWith,
  rowWith,
  sliceCell,
} from "./rows/index.ts";
import { enumerator, fold, hasLetters, letters, likeness } from "./text.ts";

/** What is looked at to split a row. */
type RowFeatures = Pick<Features, "row" | "number" | "filled">;

/** What one row gives to its component. */
export interface RowParts {
  /** Label, row number and what belongs to them. */
  label: Cell[];
  content: Cell;
  /** Scan noise that is kept out of the text but not out of the account. */
  noise: Cell[];
  /** Half titles that a scan put into the row. */
  divider: Cell[];
  /** A second print of the content by the converter: among the component's lines, not in its text. */
  echo?: Cell[];
}

/** No label is longer than what this leaves before the colon. */
const COLON_WITHIN = 201;
const hasColon = (text: string): boolean => {
  const head = text.slice(0, COLON_WITHIN);
  return head.includes(":") || head.includes("：");
};

/** The label once more at the head of the content: "Sarana dan Prasarana: …". */
const withoutSecondLabel = (cell: Cell, key: ComponentKey, parts: RowParts, label: string): Cell => {
  const head = cell.text.replace(/^[\s*_]+/, "");
  if (!hasColon(head)) return cell;
  const match = matchLabels(head)[0];
  if (!match || match.key !== key || !match.complete || match.similarity < 0.9) return cell;
  const offset = cell.text.length - head.length + match.end;
  const sign = /^[\s*_]*[:：][\s*_]*/.exec(cell.text.slice(offset));
  if (!sign) return cell;
  // "Prosedur:" may be a title of the content itself; only the whole name of the component, or the very label, is a second print.
  const same = letters(head.slice(0, match.end)) === letters(label.slice(enumerator(label)?.length ?? 0));
  if (!same && (match.matched < 12 || !hasLetters(cell.text.slice(offset), 4))) return cell;
  parts.label.push(sliceCell(cell, 0, offset + sign[0].length));
  return sliceCell(cell, offset + sign[0].length);
};

const SEPARATOR = /^[\s)*_]*(?:[:：=.][\s*_]*|[-–—]\s+(?=\S))?/;
/** More letters than this behind a label are content, not part of the label. */
const LABEL_REMARK = 30;
/** A garbled second print of the label is likelier than this to the label. */
const GARBLED_LABEL = 0.34;
const SHORT_NOISE = 12;
/** Nothing behind a label but what leads to its own next line. */
const GOES_ON = /^[\s,]*(?:dan|atau|serta)?[\s,]*$/i;

const isGarbledLabel = (text: string, key: ComponentKey): boolean => {
  const plain = letters(text);
  if (plain.length < 4 || plain.length > 60) return false;
  return LABEL_LETTERS[key].some((label) => likeness(plain, label, GARBLED_LABEL) > 0);
};

/** Removes half titles from the head and the end of a content cell. */
const withoutDividers = (cell: Cell, divider: Cell[]): Cell => {
  const head = dividerHead(cell.text);
  const tail = Math.max(head, dividerTail(cell.text));
  if (head > 0) divider.push(sliceCell(cell, 0, head));
  if (tail < cell.text.length && hasLetters(cell.text.slice(tail), 8)) {
    divider.push(sliceCell(cell, tail));
    return sliceCell(cell, head, tail);
  }
  return sliceCell(cell, head);
};

/** Cells behind a label as one; a colon set in a column of its own parts the two and belongs to neither. */
const withoutColon = (cells: readonly Cell[]): Cell => {
  const joined = joinCells(cells, " ");
  return sliceCell(joined, /^\s*[:：](?=\s+\S)/.exec(joined.text)?.[0].length ?? 0);
};

/** Cells with text behind a column; mostly it is one. */
const cellsBehind = ({ row, filled }: RowFeatures, column: number): Cell[] => {
  const last = filled.at(-1) ?? -1;
  if (last <= column) return [];
  if ((filled.at(-2) ?? -1) <= column) return [row.cells[last] as Cell];
  return filled.filter((at) => at > column).map((at) => row.cells[at] as Cell);
};

/** Splits a row that opens its component. */
const openingParts = (features: RowFeatures, assignment: Assignment, key: ComponentKey): RowParts => {
  const { row, number } = features;
  const { candidate } = assignment;
  const labelCell = candidate?.cell ?? (number?.own ? number.cell : -1);
  const label = row.cells.slice(0, labelCell + 1);
  const parts: RowParts = { label, content: EMPTY_CELL, noise: [], divider: [] };
  const right = cellsBehind(features, labelCell);
  if (!candidate) {
    // With the label lost, a short scrap before the content is what is left of it.
    const scrap = right.length > 1 ? letters((right[0] as Cell).text).length : 0;
    // So is a longer one that sounds like the label.
    if (
      scrap > 0 &&
      (scrap < SHORT_NOISE || isGarbledLabel((right[0] as Cell).text, key)) &&
      !/\d/.test((right[0] as Cell).text)
    )
      parts.label.push(right.shift() as Cell);
    parts.content = withoutDividers(withoutColon(right), parts.divider);
    return parts;
  }
  const cell = row.cells[candidate.cell] as Cell;
  const separator = SEPARATOR.exec(cell.text.slice(candidate.end))?.[0].length ?? 0;
  const rest = sliceCell(cell, candidate.end + separator);
  const remark =
    rest.text.trim() !== "" &&
    right.length > 0 &&
    (candidate.piled || !hasLetters(rest.text, LABEL_REMARK + 1));
  if (remark || GOES_ON.test(rest.text)) parts.content = withoutDividers(withoutColon(right), parts.divider);
  else {
    label[candidate.cell] = sliceCell(cell, 0, candidate.end);
    parts.content = withoutDividers(joinCells([rest, ...right], " "), parts.divider);
  }
  return parts;
};

/** Where a row stands in its component. */
interface Place {
  /** The label above was cut or fills several rows. */
  labelOpen: boolean;
  /** Right under a label with its content beside it: the number of that label's row, null where it has none. */
  below: { number: number | null } | null;
  /** Rows above have given some content. */
  hasContent: boolean;
  /** The content above. */
  above: string;
}

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

/** Splits a row that goes on with its component. */
const continuingParts = (
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
    if (isLabelTail(cell.text, key) && !ENDS.test(cell.text) && !goesOn(place.above, cell.text, key))
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

const ENDS = /[.;:]\s*$/;
/** A word that waits for another ends the line. */
const HANGS = /\b(?:tentang|dan|atau|serta|dengan|oleh|pada|untuk|dalam|yang|pedoman)\s*$/i;
/** Words of the label itself; all others of its wordings end titles of regulations too ("Pelayanan", "Publik"). */
const OF_LAW = /hukum|dasar|landasan/i;
const goesOn = (above: string, text: string, key: ComponentKey): boolean =>
  HANGS.test(above) || (key === "dasar_hukum" && !OF_LAW.test(text));
/** Figures that may be an answer. */
const FEW_FIGURES = /^\D*(?:\d{1,4}\D*){1,3}$/;
/** Fewer letters left of the content are no label. */
const SCRAP_LETTERS = 5;
/** A figure or a letter that is no mark of a list. */
const BARE_SIGN = /^\s*(?:\d{1,3}|[A-Za-z])\s*$/;

/** What stands between the content of two rows: a line break before a list item and after a sentence, else a blank. */
export const glueBetween = (before: string, after: string): Piece["glue"] => {
  if (enumerator(after) || /^\s*[•▪◦\-–✓]/.test(after) || ENDS.test(before)) return "\n";
  return " ";
};

export interface ComponentRows {
  /** Rows in order, the opening row first. */
  rows: { features: Features; parts: RowParts }[];
  label: string | null;
  content: Cell;
  /** Last line on which the content is printed, its echo included; 0 without echo. */
  echoTo: number;
}

const HAS_TEXT = /\S/;
/** Characters looked at to tell that two texts begin otherwise. */
const LOOK = 24;

/** False where one text cannot begin as the other does, blanks apart. */
const mayRepeat = (before: string, text: string): boolean => {
  if (before === "" || text === "") return false;
  const a = before.slice(0, LOOK).trimStart();
  const b = text.slice(0, LOOK).trimStart();
  // Up to the first blank both are folded already.
  for (let at = 0; at < a.length && at < b.length; at++) {
    if (!HAS_TEXT.test(a.charAt(at)) || !HAS_TEXT.test(b.charAt(at))) return true;
    if (a.charCodeAt(at) !== b.charCodeAt(at)) return false;
  }
  return true;
};

const hasWords = (text: string): boolean => /[a-zA-Z\d]/.test(text);

/** A scan's stutter: a row that begins with the whole of the row before and adds to it. Shorter repeats are not told apart. */
const STUTTER = 40;

/** What a converter's echo must have in letters: fewer may be chance. */
const ECHO = 20;
/** The cell that holds the table stands behind a number and a label at most. */
const ECHO_WITHIN = 3;

/**
 * A converter's echo of a table inside a cell: its squares again as cells of the row, and once more as rows below. Returns
 * the row without those cells and the letters of the table, or null where there is none.
 */
const withoutEcho = (
  features: RowFeatures,
): { features: RowFeatures; echo: Cell[]; source: string } | null => {
  const { row, number, filled } = features;
  if (row.kind !== "table" || filled.length < 3) return null;
  let size = 0;
  for (const at of filled) size += (row.cells[at] as Cell).text.length;
  // At least two squares stand behind the table.
  for (let order = 0; order < ECHO_WITHIN && order + 2 < filled.length; order++) {
    const at = filled[order] as number;
    const { text } = row.cells[at] as Cell;
    size -= text.length;
    if (text.length < size) continue;
    const squares = filled.slice(order + 1);
    const source = squares.map((square) => letters(row.cells[square]?.text ?? "")).join("");
    if (source.length < ECHO || !letters(text).endsWith(source)) continue;
    const echo = squares.map((square) => row.cells[square] as Cell);
    const cells = row.cells.map((cell, column) => (column > at ? EMPTY_CELL : cell));
    return {
      features: { row: rowWith(row, { cells }), number, filled: filled.slice(0, order + 1) },
      echo,
      source,
    };
  }
  return null;
};

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

/** Joins the rows of one component into its label and content. */
export const assembleComponent = (rows: readonly AssignedRow[], key: ComponentKey): ComponentRows => {
  const result: ComponentRows = { rows: [], label: null, content: EMPTY_CELL, echoTo: 0 };
  const labels: string[] = [];
  const contents: Cell[] = [];
  let labelOpen = false;
  // Content of the last row that had one.
  let before = "";
  // Letters of a table whose echo still runs, and how far the rows have repeated it.
  let echoed: { source: string; at: number } | null = null;
  for (let at = 0; at < rows.length; at++) {
    const { features: printed, assignment } = rows[at] as AssignedRow;
    const profile = profileAt(rows, at);
    const squares: ReturnType<typeof withoutEcho> = withoutEcho(printed);
    const features: RowFeatures = squares?.features ?? printed;
    if (!squares && echoed) {
      const own = letters(printed.row.cells.map((cell) => cell.text).join(""));
      const found: number = own === "" || assignment.opens ? -1 : echoed.source.indexOf(own, echoed.at);
      if (found >= 0) {
        echoed.at = found + own.length;
        result.echoTo = printed.row.lineTo;
        const echo = printed.row.cells.filter((cell) => cell.text.trim() !== "");
        result.rows.push({
          features: printed,
          parts: { label: [], content: EMPTY_CELL, noise: [], divider: [], echo },
        });
        continue;
      }
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
      if (labels.length === 0) labels.push(labelText(features, parts));
    } else if (parts.label.length > 0 && labels.length > 0) {
      const more = parts.label.map((cell) => fold(cell.text)).filter((text) => isLabelTail(text, key));
      labels.push(...more);
      labelOpen = more.length > 0;
    } else if (parts.content.text.trim() !== "")
      labelOpen = labelOpen && contents.length === 0 && profile?.ownRow !== true;
    if (squares) {
      parts.echo = squares.echo;
      result.echoTo = features.row.lineTo;
    }
    const next = rows[at + 1];
    if (
      next &&
      parts.content.text.length < 90 &&
      /(?:\.\.|…)\s*$/.test(parts.content.text) &&
      isCatchword(parts.content.text, next.features.row.cells.at(-1)?.text)
    ) {
      parts.noise.push(parts.content);
      parts.content = EMPTY_CELL;
    }
    // A row alone repeats nothing, nor does one that begins otherwise.
    const text = rows.length === 1 ? "" : parts.content.text;
    const folded = mayRepeat(before, text) ? fold(text) : "";
    const previous = folded === "" ? "" : fold(before);
    if (previous.length >= STUTTER && folded.startsWith(previous)) {
      // Only what the repeat adds is new.
      const added = offsetAfter(parts.content.text, previous.length);
      parts.noise.push(sliceCell(parts.content, 0, added));
      parts.content = sliceCell(parts.content, added);
    } else if (
      folded !== "" &&
      folded === previous &&
      (assignment.opens ? folded.length >= 8 : folded.length >= STUTTER / 2)
    ) {
      parts.noise.push(parts.content);
      parts.content = EMPTY_CELL;
    }
    if (HAS_TEXT.test(text)) before = text;
    if (contents.length === 0) parts.content = withoutSecondLabel(parts.content, key, parts, labels[0] ?? "");
    if (hasWords(parts.content.text)) contents.push(parts.content);
    result.rows.push({ features: printed, parts });
  }
  result.content = joined(contents);
  result.label = labels.filter((label) => label !== "").join(" ") || null;
  return result;
};

/** A row of which a person has given some cells to a component. */
export interface GivenRow {
  features: Features;
  /** Its words stood outside the table's contents: its label may be among them. */
  fresh: boolean;
}

/**
 * The content of rows that a person has put under a component: joined as the reader joins its own. Where the first of them
 * was nobody's content before, a label at its head is no content.
 */
export const assembleGiven = (rows: readonly GivenRow[], key: ComponentKey): Cell => {
  const contents: Cell[] = [];
  for (const { features, fresh } of rows) {
    const candidate =
      fresh && contents.length === 0
        ? features.candidates.find((one) => one.key === key && one.complete)
        : undefined;
    const cell = candidate
      ? openingParts(features, { service: 0, component: 0, opens: true, candidate, margin: 0 }, key).content
      : joinCells(features.row.cells, " ");
    if (hasWords(cell.text)) contents.push(cell);
  }
  return joined(contents);
};

/** The contents of the rows as one, each joined to the one before as their ends ask for. */
const joined = (contents: readonly Cell[]): Cell => {
  if (contents.length < 2) return contents[0] ?? EMPTY_CELL;
  const pieces: Piece[] = [];
  for (let at = 0; at < contents.length; at++) {
    const cell = contents[at] as Cell;
    const before = contents[at - 1];
    for (let nth = 0; nth < cell.pieces.length; nth++) {
      const piece = cell.pieces[nth] as Piece;
      pieces.push(
        before && nth === 0 ? pieceWith(piece, { glue: glueBetween(before.text, cell.text) }) : piece,
      );
    }
  }
  return cellOf(pieces);
};

/** Offset in `text` behind its first `count` characters counted after folding white space. */
const offsetAfter = (text: string, count: number): number => {
  let seen = 0;
  let space = true;
  for (let i = 0; i < text.length; i++) {
    const blank = /\s/.test(text[i] as string);
    if (!blank || !space) seen++;
    space = blank;
    if (seen >= count) return i + 1;
  }
  return text.length;
};

const labelText = (features: RowFeatures, parts: RowParts): string => {
  const { number, row } = features;
  const numberCell = number?.own ? row.cells[number.cell] : undefined;
  let text = "";
  for (const cell of parts.label) if (cell !== numberCell) text += ` ${cell.text}`;
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
