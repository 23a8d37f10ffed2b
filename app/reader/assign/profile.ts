import type { Candidate, Features } from "./features.ts";

/** How the tables around a row are laid out, learnt from the rows whose label is beyond doubt. */
export interface Profile {
  /** Column in which labels stand. */
  labelColumn: number;
  /** Labels carry row numbers. */
  numbered: boolean;
  /** The numbers stand in a column of their own. */
  ownNumber: boolean;
  /** The label stands on a row of its own and its content below it in the same column. */
  ownRow: boolean;
}

const isAnchor = (features: Features, candidate: Candidate): boolean => {
  if (features.row.kind !== "table" || !candidate.complete || candidate.similarity < 0.9) return false;
  const right = features.filled.some((at) => at > candidate.cell);
  const numberBefore =
    features.number !== null &&
    (features.number.own ? features.number.cell < candidate.cell : candidate.numbered);
  if (numberBefore) return right || !goesOn(features, candidate);
  return right && candidate.restLetters === 0;
};

/** An item of a lettered list that begins with the words of a label: "b. Evaluasi atas pengaduan yang masuk". */
const goesOn = ({ row, number }: Features, { cell, end }: Candidate): boolean =>
  number !== null &&
  /^\s*[a-z]/i.test(row.cells[number.cell]?.text ?? "") &&
  /^[ ,]+\p{Ll}/u.test((row.cells[cell]?.text ?? "").slice(end, end + AFTER_LABEL));
const AFTER_LABEL = 8;

/** Anchors further than this many rows away say nothing about a row. */
const REACH = 60;
/** Anchors that vote on the layout of a row. */
const VOTERS = 5;

/** The column in which most of some labels stand, the earlier one where two have as many. */
const usualColumn = (anchors: readonly Anchor[], from: number, to: number): number => {
  let usual = -1;
  let most = 0;
  for (let at = from; at < to; at++) {
    const { column } = anchors[at] as Anchor;
    let count = 0;
    for (let other = from; other < to; other++) if ((anchors[other] as Anchor).column === column) count++;
    if (count > most) {
      most = count;
      usual = column;
    }
  }
  return usual;
};

/** A row whose label is beyond doubt, and how it is laid out. */
interface Anchor {
  index: number;
  column: number;
  numbered: boolean;
  ownNumber: boolean;
  ownRow: boolean;
}

/** Labels that stand on plain lines: a table among them is part of a content, and its numbers count nothing else. */
const isProseAnchor = (features: Features): boolean =>
  features.row.kind === "prose" && features.candidates.some((one) => one.complete && one.similarity >= 0.9);
/** So many of them show that labels are printed so. */
const OWN_ANCHORS = 3;

/**
 * Tables of one column, in which labels stand above their contents: numbers and columns of the tables around them say
 * nothing of their rows.
 */
const oneColumnTables = (all: readonly Features[]): ReadonlySet<number> => {
  const labels = new Map<number, number>();
  const wide = new Set<number>();
  for (const { row, candidates, number } of all) {
    if (row.kind !== "table" || row.separator) continue;
    if (row.cells.length > 1) wide.add(row.table);
    else if (number === null && candidates.some((one) => one.complete && one.restLetters === 0))
      labels.set(row.table, (labels.get(row.table) ?? 0) + 1);
  }
  const found = new Set<number>();
  for (const [table, count] of labels) if (count >= OWN_ANCHORS && !wide.has(table)) found.add(table);
  return found;
};

/** The profile that holds at each row; null where no sure label is near, or where its table has no second column. */
export const profilesOf = (all: readonly Features[]): (Profile | null)[] => {
  const anchors: Anchor[] = [];
  all.forEach((features, index) => {
    const candidate = features.candidates.find((one) => isAnchor(features, one));
    if (!candidate) return;
    anchors.push({
      index,
      column: candidate.cell,
      numbered: features.number !== null,
      ownNumber: features.number?.own === true,
      ownRow: !features.filled.some((at) => at > candidate.cell),
    });
  });
  const plain = all.flatMap((features, index) => (isProseAnchor(features) ? [index] : []));
  const oneColumn = oneColumnTables(all);
  let next = 0;
  // The anchors that voted last, and what they made: row after row has the same ones.
  let voted = { from: 0, to: 0 };
  let profile: Profile | null = null;
  const indexAt = (at: number): number => (anchors[at] as Anchor).index;
  let past = 0;
  return all.map((features, index) => {
    while (past < plain.length && (plain[past] as number) <= index) past++;
    while (next < anchors.length && indexAt(next) <= index) next++;
    if (features.row.kind === "table" && oneColumn.has(features.row.table)) return null;
    let from = Math.max(0, next - VOTERS + 1);
    let to = Math.min(anchors.length, next + 2);
    while (from < to && index - indexAt(from) > REACH) from++;
    while (to > from && indexAt(to - 1) - index > REACH) to--;
    if (from !== voted.from || to !== voted.to) {
      voted = { from, to };
      profile = from < to ? profileOf(anchors, from, to) : null;
    }
    if (features.row.kind === "prose" ? profile === null : profile !== null) return profile;
    if (plain.length < OWN_ANCHORS) return profile;
    // On plain lines only labels that no table parts from the row count; in a table they speak where nothing else does.
    const [above, below] =
      features.row.kind === "prose"
        ? [next > 0 ? indexAt(next - 1) : -1, next < anchors.length ? indexAt(next) : all.length]
        : [-1, all.length];
    const close = plain
      .slice(Math.max(0, past - OWN_ANCHORS), past + OWN_ANCHORS)
      .filter((at) => Math.abs(at - index) <= REACH && at > above && at < below);
    if (close.length < OWN_ANCHORS) return profile;
    return {
      labelColumn: 0,
      numbered: close.filter((at) => all[at]?.number).length * 2 >= close.length,
      ownNumber: false,
      ownRow: true,
    };
  });
};

/** What the anchors `from` to `to` (excluded) say of the layout. */
const profileOf = (anchors: readonly Anchor[], from: number, to: number): Profile => {
  let numbered = 0;
  let ownNumber = 0;
  let ownRow = 0;
  for (let at = from; at < to; at++) {
    const anchor = anchors[at] as Anchor;
    if (anchor.numbered) numbered++;
    if (anchor.ownNumber) ownNumber++;
    if (anchor.ownRow) ownRow++;
  }
  const half = (to - from) / 2;
  return {
    labelColumn: usualColumn(anchors, from, to),
    numbered: numbered >= half,
    ownNumber: ownNumber > half,
    ownRow: ownRow > half,
  };
};
