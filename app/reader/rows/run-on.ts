import { COMPONENT_KEYS } from "../components.ts";
import { type LabelMatch, matchLabels, mayBeLabel } from "../labels/match.ts";
import { isLabelTail } from "../labels/tails.ts";
import { isBlankText } from "../text.ts";
import { labelChains } from "./label-chain.ts";
import { type Cell, type Row, rowWith, sliceCell } from "./model.ts";

/**
 * Lines on which a label runs on into its content without any sign between ("2. Persyaratan 1) Surat permohonan"), as
 * text taken out of a table gives them. A sentence may begin with the same words, so labels are believed by their numbers,
 * or where many follow one another in the order of components.
 */

/** A number before the label, with the strokes of a border beside it that a scan takes for signs. */
const LEAD = /^\s{0,12}(?:[|(["'_]{0,2}(\d{1,2})\s?[.,:;)]{0,2}\s{1,4}[|([]?\s?)?/;
/** Characters in which a label ends. */
const LOOKED_AT = 90;
/** Fewer letters of a label are a word like any other; behind a number fewer are enough. */
const MIN_LABEL = 8;
const MIN_NUMBERED = 5;
/** A list's mark behind the comma with which a label stops at the end of its line. */
const MARK_BEHIND_COMMA = /^[,/]\s{1,3}(?=(?:[a-z]|\d{1,2})[.)]\s|[-–•]\s)/;
const begins = (rest: string): boolean =>
  CONTENT.test(rest) || NOTHING.test(rest) || MARK_BEHIND_COMMA.test(rest);
/** Words with which labels end. */
const LABEL_WORD =
  /^(?:pe)?(?:layanan|laksana|nyelesaian|gawai|tugas)$|^(?:dan|atau|serta|dan\/atau|internal|publik|sdm|kerja|kinerja|tarif|teknis|administra(?:tif|si)|keamanan|keselamatan|prasarana|fasilitas|mekanisme|prosedur|saran|masukan|pengaduan)[,/]?$/i;
/** A longer label may be a little further from any that is known. */
const LONGER = 0.9;
/** Characters behind a label among which a longer one may end. */
const MAX_TAIL = 40;
/** The content begins with a capital, a figure, a sign or the mark of a list. */
const CONTENT =
  /^\s{1,3}[|}\]("“”«»‘’]{0,2}\s?(?=[A-Z0-9±+<]|[a-z]{1,4}[.)]\s|[-–•]\s|[-–—.…][-–—.…\s]{0,60}$)/;
const SIGN = /^[^A-Za-z0-9]{0,5}[:：=]/;
const NOTHING = /^\W*$/;
/** So many labels in order show a table without borders. */
const MIN_CHAIN = 5;

interface Anchor {
  row: number;
  value: number | null;
  component: number;
  /** Where the label begins and ends; `runsOn` where content follows on the line. */
  from: number;
  end: number;
  runsOn: boolean;
  /** Where the label's rest ends at the head of the next line; 0 where all of it stands on this one. */
  tail: number;
  /** Too short to show anything by itself. */
  weak: boolean;
}

/** A label whose last word is the content's first: "Biaya Tarif sewa …". */
const shorterLabel = (text: string, match: LabelMatch): LabelMatch => {
  const shorter = matchLabels(text.slice(0, Math.max(0, text.lastIndexOf(" ", match.end - 1))))[0];
  return shorter?.key === match.key && shorter.complete && begins(text.slice(shorter.end)) ? shorter : match;
};

/** Where a label ends that words behind it make longer: "Kompetensi" goes on with "Pelaksana", if a label does. */
const wholeLabel = (text: string, match: LabelMatch): number => {
  let { end, matched } = begins(text.slice(match.end)) ? match : shorterLabel(text, match);
  for (const word of text.slice(match.end).matchAll(/\S+/g)) {
    if (word.index > MAX_TAIL || !LABEL_WORD.test(word[0])) break;
    const to = match.end + word.index + word[0].length;
    const longer = matchLabels(text.slice(0, to))[0];
    if (longer?.key !== match.key || !longer.complete || longer.similarity < LONGER) continue;
    // The rest must still begin as a content does.
    if (longer.end > end && longer.matched >= matched && begins(text.slice(longer.end))) {
      end = longer.end;
      matched = longer.matched;
    }
  }
  return end;
};

/**
 * Where a label ends whose last words stand on the next line of its narrow column: "Penanganan Pengaduan, Saran, 1. …" has
 * words of the label behind a shorter one.
 */
const behindCutLabel = (text: string, end: number, { key }: LabelMatch): number => {
  const rest = text.slice(end);
  if (begins(rest)) return end;
  let to = 0;
  for (const word of rest.slice(0, MAX_TAIL).matchAll(/[^\s,/]+[,/]?/g)) {
    if (!LABEL_WORD.test(word[0])) break;
    to = word.index + word[0].length;
  }
  return to > 0 && isLabelTail(rest.slice(0, to), key) && begins(rest.slice(to)) ? end + to : end;
};

/** A label with which a text begins: where it stands, and whether content follows without any sign between. */
interface LeadingLabel {
  match: LabelMatch;
  number: number | null;
  from: number;
  end: number;
  runsOn: boolean;
  weak: boolean;
}

/** The label, behind its number if it has one, with which a text begins; null where none does or a sign parts the two. */
export const leadingLabel = (text: string): LeadingLabel | null => {
  const lead = LEAD.exec(text);
  const from = lead?.[0].length ?? 0;
  const window = text.slice(from, from + LOOKED_AT);
  if (!mayBeLabel(window)) return null;
  const match = matchLabels(window)[0];
  const numbered = lead?.[1] !== undefined;
  if (!match?.complete || match.similarity < 0.95) return null;
  if (match.matched < MIN_NUMBERED) return null;
  // A sign parts label and content: the line is read as it stands.
  if (SIGN.test(window.slice(match.end))) return null;
  const whole = wholeLabel(window, match);
  const cut = behindCutLabel(window, whole, match);
  let end = from + (cut > whole ? cut : window.slice(0, whole).replace(/[^A-Za-z)]+$/, "").length);
  if (MARK_BEHIND_COMMA.test(text.slice(end))) end++;
  const rest = text.slice(end);
  const runsOn = CONTENT.test(rest);
  if (!runsOn && !NOTHING.test(rest)) return null;
  const weak = !numbered && match.matched < MIN_LABEL;
  return { match, number: numbered ? Number(lead?.[1]) : null, from, end, runsOn, weak };
};

/** A number on a line of its own above the label that it numbers. */
const LONE_NUMBER = /^\s*[([]?(\d{1,2})\s?[.)]\s*$/;

const numberAbove = (above: Row | undefined): number | null => {
  const alone = above?.kind === "prose" && above.cells.length === 1;
  const match = alone ? LONE_NUMBER.exec((above.cells[0] as Cell).text) : null;
  return match ? Number(match[1]) : null;
};

const anchorIn = (row: Row, at: number, rows: readonly Row[]): Anchor | null => {
  if (row.kind !== "prose" || row.separator || row.cells.length !== 1) return null;
  const { text } = row.cells[0] as Cell;
  const cut = cutLabel(text, rows[at + 1]);
  if (cut) return { row: at, runsOn: true, weak: false, ...cut };
  const label = leadingLabel(text);
  if (!label) return null;
  const { match, from, end, runsOn } = label;
  const value = label.number ?? numberAbove(rows[at - 1]);
  const weak = label.weak && value === null;
  return { row: at, value, component: COMPONENT_KEYS.indexOf(match.key), from, end, runsOn, tail: 0, weak };
};

/** The first mark of a list behind a label, with a stroke of the border before it. */
const FIRST_MARK = /\s[|}\]]{0,2}\s?(?=(?:1|a)[.)]\s)/;
/** Words of a label at the head of a line, and the list's next mark behind them. */
const TAIL = /^\s{0,12}([A-Za-z][A-Za-z,/ ]{2,40}?)\s[|}\]]{0,2}\s?(?=(?:2|b)[.)]\s)/;

/** A numbered label in a narrow column, its rest on the next line before the second item of the list beside it. */
const cutLabel = (
  text: string,
  next: Row | undefined,
): Pick<Anchor, "value" | "component" | "from" | "end" | "tail"> | null => {
  const mark = FIRST_MARK.exec(text.slice(0, LOOKED_AT));
  const lead = mark ? LEAD.exec(text) : null;
  if (!mark || !lead?.[1] || next?.kind !== "prose" || next.cells.length !== 1) return null;
  const from = lead[0].length;
  const head = text.slice(from, mark.index);
  const tail = TAIL.exec((next.cells[0] as Cell).text);
  if (!tail || !mayBeLabel(head)) return null;
  const whole = `${head} ${tail[1]}`;
  const match = matchLabels(whole)[0];
  if (!match?.complete || match.similarity < 0.95 || match.end < whole.length) return null;
  const component = COMPONENT_KEYS.indexOf(match.key);
  return { value: Number(lead[1]), component, from, end: mark.index, tail: tail[0].length };
};

const isNext = (one: Anchor, other: Anchor | undefined): boolean =>
  other !== undefined &&
  one.value !== null &&
  other.value === one.value + 1 &&
  other.component !== one.component;

/** The anchors whose numbers follow one another, whatever words like a label stand between. */
const counted = (anchors: readonly Anchor[]): Anchor[] => {
  const numbered = anchors.filter((one) => one.value !== null);
  return numbered.filter((one, at) => {
    const before = numbered[at - 1];
    return isNext(one, numbered[at + 1]) || (before !== undefined && isNext(before, one));
  });
};

/** The numbers around a label without one leave one out: a scan lost it. */
const lacksNumber = (chain: readonly Anchor[], at: number): boolean => {
  const before = chain[at - 1]?.value ?? (at === 0 ? 0 : null);
  const after = chain[at + 1]?.value ?? null;
  return before !== null && after === before + 2;
};

/** The anchors that their neighbours confirm. */
const confirmed = (anchors: readonly Anchor[]): Anchor[] => {
  const sure = new Set(counted(anchors).filter((one) => one.runsOn));
  for (const indexes of labelChains(anchors)) {
    const chain = indexes.map((at) => anchors[at] as Anchor);
    if (chain.filter((one) => !one.weak).length < MIN_CHAIN) continue;
    // Among numbered labels a sentence that begins like one has no number, and leaves none out.
    const numbered = chain.filter((one) => one.value !== null).length * 2 > chain.length;
    chain.forEach((one, at) => {
      if (one.runsOn && !(numbered && one.value === null && !lacksNumber(chain, at))) sure.add(one);
    });
  }
  return [...sure];
};

/** The number with which a table's row opens a component, and which one; null for any other row. */
const numberedRow = (row: Row): { value: number; component: number } | null => {
  if (row.kind !== "table" || row.separator) return null;
  const filled = row.cells.filter(({ text }) => !isBlankText(text));
  const lead = ROW_NUMBER.exec(filled[0]?.text ?? "");
  if (!lead) return null;
  const label = lead[2] === "" ? (filled[1]?.text ?? "") : (lead[2] as string);
  const match = mayBeLabel(label) ? matchLabels(label)[0] : undefined;
  return match?.complete ? { value: Number(lead[1]), component: COMPONENT_KEYS.indexOf(match.key) } : null;
};
const ROW_NUMBER = /^\s*(\d{1,2})\s?[.)]?\s*((?:[A-Za-z].{0,90})?)$/s;
/** So many rows of content may stand between two labels. */
const ROWS_BETWEEN = 12;

/** A numbered label on a plain line that the rows of a table around it leave out: its border was lost with the column's sign. */
const fillsTable = (rows: readonly Row[], { row: at, value, component, end }: Anchor): boolean => {
  // Dots alone announce the next page.
  if (!/[A-Za-z0-9]/.test((rows[at] as Row).cells[0]?.text.slice(end) ?? "")) return false;
  const beside = (step: 1 | -1): ReturnType<typeof numberedRow> => {
    for (let i = at + step; Math.abs(i - at) <= ROWS_BETWEEN && i >= 0 && i < rows.length; i += step) {
      const found = numberedRow(rows[i] as Row);
      if (found) return found;
    }
    return null;
  };
  if (value === null) return false;
  const before = beside(-1);
  if (before && before.value === value - 1 && before.component < component) return true;
  const after = beside(1);
  return after !== null && after.value === value + 1 && after.component > component;
};

/** The line as a row of number, label and content. */
const parted = (row: Row, { from, end }: Pick<Anchor, "from" | "end">): Row => {
  const cell = row.cells[0] as Cell;
  const cells = [sliceCell(cell, 0, from), sliceCell(cell, from, end), sliceCell(cell, end)];
  return rowWith(row, { kind: "table", cells });
};

/** Rows with every such line parted behind its label. */
export const partRunOn = (rows: readonly Row[]): readonly Row[] => {
  const anchors: Anchor[] = [];
  let runsOn = false;
  rows.forEach((row, at) => {
    const anchor = row.kind === "prose" ? anchorIn(row, at, rows) : null;
    if (!anchor) return;
    anchors.push(anchor);
    runsOn ||= anchor.runsOn;
  });
  const cuts = runsOn ? confirmed(anchors) : [];
  for (const one of anchors)
    if (one.runsOn && one.tail === 0 && !cuts.includes(one) && fillsTable(rows, one)) cuts.push(one);
  if (cuts.length === 0) return rows;
  const result = [...rows];
  for (const cut of cuts) {
    result[cut.row] = parted(rows[cut.row] as Row, cut);
    const below = rows[cut.row + 1];
    if (cut.tail > 0 && below) result[cut.row + 1] = parted(below, { from: 0, end: cut.tail });
  }
  return result;
};
