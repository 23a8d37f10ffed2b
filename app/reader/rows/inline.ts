import { COMPONENT_KEYS } from "../components.ts";
import { type LabelMatch, matchLabels } from "../labels/match.ts";
import { isBlankText, letterCount } from "../text.ts";
import { type Cell, joinCells, type Row, rowWith, sliceCell } from "./model.ts";

/**
 * Components that run on in one paragraph ("1. Persyaratan: … 2. Prosedur: …"), as a flattened page or a drafter writes
 * them. Each label that its number and its place in the order confirm opens a row of its own.
 */

/** Shorter lines are read as they stand. */
const MIN_LENGTH = 60;
/** Labels that must follow one another before a paragraph counts as such a run. */
const MIN_LABELS = 3;
/** A single label inside a long line is believed only with this many letters of its own. */
const LONG_LABEL = 14;
/** Where a label may begin: a number or letter with its sign, and a capital behind it. */
const MARK = /(?:^|[\s;.])(\d{1,2}|[a-z])[.)]\s{1,3}(?=\**[A-Z])/g;

/** A label that its own list cuts: "Sistem Mekanisme dan 1. …". */
const GOES_ON = /^\s{1,3}(?:dan|atau|serta)(?=\s{1,3}\d{1,2}[.)])/;

interface Found {
  at: number;
  /** Offsets at which its words begin, and behind them. */
  from: number;
  end: number;
  value: number;
  match: LabelMatch;
  component: number;
}

const labelsIn = (text: string): Found[] => {
  const found: Found[] = [];
  for (const mark of text.matchAll(MARK)) {
    const from = mark.index + mark[0].length;
    const window = text.slice(from, from + 90);
    // "Sistem Mekanisme dan 1. Pengumuman …": the next number cuts the label.
    const cut = /\s\d{1,2}[.)]\s/.exec(window)?.index ?? window.length;
    const match = matchLabels(window.slice(0, cut))[0];
    if (!match || match.similarity < 0.95 || (!match.complete && match.matched < LONG_LABEL)) continue;
    const mine = mark[1] as string;
    const value = /\d/.test(mine) ? Number(mine) : mine.charCodeAt(0) - 96;
    found.push({
      at: from - mark[0].replace(/^[\s;.]/, "").length,
      from,
      end: from + match.end + (GOES_ON.exec(window.slice(match.end))?.[0].length ?? 0),
      value,
      match,
      component: COMPONENT_KEYS.indexOf(match.key),
    });
  }
  return found;
};

/** A colon, or a list, stands behind the label: a mere name of a component in a list has neither. */
const leads = (text: string, found: Found, to: number): boolean => {
  const enough = found.match.matched + 13;
  return (
    /^\W{0,4}[:：]/.test(text.slice(found.end, Math.min(to, found.end + 5))) ||
    letterCount(text, enough, found.end, to) === enough
  );
};

/** The labels at which a text is cut into rows; empty where it is one row. */
const cutsOf = (text: string): Found[] => {
  const all = labelsIn(text);
  const run: Found[] = [];
  for (const [index, one] of all.entries()) {
    const to = all[index + 1]?.at ?? text.length;
    if (!leads(text, one, to)) continue;
    const last = run.at(-1);
    const fits = one.value === one.component + 1 || (one.component >= 6 && one.value === one.component - 5);
    if (last ? one.value === last.value + 1 || fits : fits || one.value === 1) {
      if (run.every((other) => other.match.key !== one.match.key)) run.push(one);
    }
  }
  const sole = run.length < MIN_LABELS && text.length > 4 * MIN_LENGTH;
  if (run.length >= MIN_LABELS) return run;
  return sole
    ? run.filter((one) => one.at > 0 && one.value === one.component + 1 && one.match.matched >= LONG_LABEL)
    : [];
};

/** A heading behind a sentence's end, and the list that it announces: "… arsip. Peminjam baru:" before "1. Surat". */
const ANNOUNCES = /[.;]\s{1,3}([A-Z][^.;:\n]{2,60}:)\s*$/;
const FIRST_ITEM = /^\s*1[.)]\s/;
/** No longer heading is looked for. */
const ANNOUNCED_WITHIN = 72;

/** Where the words before a label begin that announce the list behind it; the label itself where there are none. */
const headOf = (text: string, cut: Found): number => {
  if (!FIRST_ITEM.test(text.slice(cut.end, cut.end + 6))) return cut.at;
  const before = text.slice(Math.max(0, cut.at - ANNOUNCED_WITHIN), cut.at);
  const heading = before.trimEnd().endsWith(":") ? ANNOUNCES.exec(before) : null;
  return heading ? cut.at - before.length + before.indexOf(heading[1] as string, heading.index) : cut.at;
};

/** The text before the first label as it stands, then a row of number, label and content for each. */
const partsOf = (row: Row, cuts: readonly Found[]): Row[] => {
  const cell = row.cells[0] as Cell;
  const end = cell.text.length;
  const heads = cuts.map((cut) => headOf(cell.text, cut));
  const first = sliceCell(cell, 0, heads[0]);
  const rows: Row[] = isBlankText(first.text) ? [] : [rowWith(row, { cells: [first] })];
  for (const [at, cut] of cuts.entries()) {
    const number = sliceCell(cell, cut.at, cut.from);
    const label = sliceCell(cell, cut.from, cut.end);
    const sign = /^\W{0,3}[:：]\s*/.exec(cell.text.slice(cut.end, cut.end + 9))?.[0].length ?? 0;
    const content = sliceCell(cell, cut.end + sign, heads[at + 1] ?? end);
    const head = heads[at] as number;
    const cells = [
      number,
      label,
      head < cut.at ? joinCells([sliceCell(cell, head, cut.at), content], " ") : content,
    ];
    rows.push(rowWith(row, { kind: "table", cells }));
  }
  return rows.map((one) => {
    const pieces = one.cells.flatMap((part) => part.pieces);
    return rowWith(one, { line: pieces[0]?.line ?? row.line, lineTo: pieces.at(-1)?.line ?? row.lineTo });
  });
};

/** Rows with every such paragraph parted at its labels. */
export const partInline = (rows: readonly Row[]): readonly Row[] => {
  let result: Row[] | null = null;
  for (const [index, row] of rows.entries()) {
    const text = row.kind === "prose" && !row.separator ? (row.cells[0]?.text ?? "") : "";
    const cuts = text.length >= MIN_LENGTH ? cutsOf(text) : [];
    if (cuts.length > 0) result ??= rows.slice(0, index);
    result?.push(...(cuts.length > 0 ? partsOf(row, cuts) : [row]));
  }
  return result ?? rows;
};
