import { COMPONENT_KEYS } from "../components.ts";
import {
  isAside,
  isConverterLine,
  isHeadWord,
  isNoise,
  isPageNumber,
  isParticular,
  isWithinHalfTitle,
} from "../marks.ts";
import { enumerator, hasLetters, letters, likeness } from "../text.ts";
import { countedOn } from "./counted-on.ts";
import type { Features } from "./features.ts";
import {
  bagianName,
  bestKnown,
  explicitName,
  isBareCaption,
  isMisreadHead,
  isSingle,
  isTitle,
  KNOWN,
  type KnownKeys,
  MAX_HEADING,
  numberAndName,
  plainOf,
  plainText,
  SERVICE_WORD,
} from "./heading-names.ts";
import { namesServiceLikeLabel } from "./named-like-label.ts";
import { endsPublicHalf, following, opensInnerHalf, opensTable } from "./opens-table.ts";

/** A heading that opens a service or a bagian; `rows` are the indexes of the rows it stands on. */
export interface Heading {
  kind: "service" | "bagian";
  /** First row, and last row included. */
  from: number;
  to: number;
  no: string | null;
  /** As printed, mark-up, number and closing sign removed; null where the heading names nothing. */
  name: string | null;
  /** The words "Jenis Layanan" or the like stand there. */
  explicit: boolean;
}

/** Names that the decree's own list gives, used to tell a heading from a sentence. */
export interface KnownNames {
  services: readonly string[];
}

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
    (/[;,]$/.test(text) && !/^\d/.test(text))
  )
    return false;
  const strong =
    features.row.emphasis ||
    SERVICE_WORD.test(numberAndName(text).name) ||
    (text === text.toUpperCase() && hasLetters(text, 9));
  const apart = features.gap > 0 || features.row.kind === "table" || standsOverTable(all, index);
  if (features.row.kind === "table" && standsOverTable(all, index)) return true;
  return strong || (apart && features.row.kind === "prose") || (features.gap > 0 && features.filled[0] === 0);
};

/** All headings of an annex, in order. */
export const findHeadings = (all: readonly Features[], names: KnownNames): Heading[] => {
  const known = names.services.map(letters);
  const headings: Heading[] = [];
  const taken = new Set<number>();
  const add = (heading: Heading): void => {
    headings.push(heading);
    for (let i = heading.from; i <= heading.to; i++) taken.add(i);
  };

  all.forEach((features, index) => {
    if (taken.has(index)) return;
    const rest = explicitName(features, () =>
      [1, 2, 3, 4].some((step) => index + step < all.length && opensTable(all, index + step)),
    );
    if (rest === null) return;
    let to = index;
    let text = rest;
    if (!hasLetters(text, 1)) {
      // "Jenis Layanan" alone: the name stands on the next line.
      const next = all[index + 1];
      if (!next || !isSingle(next) || next.half || next.tableHead || next.filled.length !== 1) return;
      if (isConverterLine(next.text)) return;
      if (next.candidates.some((one) => one.complete && one.restLetters === 0 && one.key === "persyaratan"))
        return;
      // A bare title may stand above a bagian as well as above a service.
      if (
        isTitle(plainText(features)) &&
        (bagianName(next) !== null || explicitName(next, () => true) !== null)
      )
        return;
      text = plainText(next);
      to = index + 1;
    }
    to = continuedName(all, to, text, known);
    if (to > index && hasLetters(rest, 1)) text = joinRows(all, index, to, rest);
    else if (to > index + 1) text = joinRows(all, index + 1, to, text);
    const { no, name } = numberAndName(text);
    if (!hasLetters(name, 3)) return;
    add({ kind: "service", from: index, to, no, name, explicit: true });
  });

  for (let index = 0; index < all.length; index++) {
    if (!opensTable(all, index)) continue;
    let above = index - 1;
    let bagianAt = -1;
    const rows: number[] = [];
    let innerTitle = opensInnerHalf(all, index);
    while (above >= 0 && index - above <= MAX_ROWS_ABOVE) {
      const features = all[above] as Features;
      if (taken.has(above)) break;
      if (
        (features.row.foot ||
          isPageNumber(features.text) ||
          isConverterLine(features.text) ||
          isAside(features.text)) &&
        features.filled.length === 1
      ) {
        above--;
        continue;
      }
      if (rows.length === 0 && (isBareCaption(features) || isTornHalfTitle(all, above))) {
        above--;
        continue;
      }
      if (features.row.separator || features.half || features.tableHead) {
        if (rows.length === 0) {
          if (features.half === "pengelolaan") innerTitle = true;
          above--;
          continue;
        }
        break;
      }
      const unit = bagianName(features) !== null;
      if (unit && bagianAt < 0) bagianAt = above;
      if (rows.length === 0 && features.row.kind === "prose" && isParticular(features.text)) {
        above--;
        continue;
      }
      if (unit) break;
      if (!isSingle(features) || features.filled.length !== 1) break;
      if (features.candidates.some((one) => one.complete && one.similarity > 0.85)) {
        if (rows.length === 0 && namesServiceLikeLabel(all, above)) rows.unshift(above);
        break;
      }
      rows.unshift(above);
      above--;
      // Under the inner half's title the line right above is either the heading or the end of the first half.
      if (innerTitle) break;
    }
    const chosen =
      chooseHeading(all, rows, known, innerTitle) ??
      (innerTitle || endsPublicHalf(all, index) ? null : countedOn(all, rows, headings));
    if (chosen) add(chosen);
    if (bagianAt >= 0 && !taken.has(bagianAt)) add(bagianHeading(all, bagianAt));
    else if (rows.length === 0 || chosen)
      markBagianAbove(all, chosen ? chosen.from - 1 : index - 1, taken, add);
  }
  all.forEach((features, index) => {
    if (
      taken.has(index) ||
      !isSingle(features) ||
      features.filled.length !== 1 ||
      features.text.length > MAX_HEADING
    )
      return;
    // The first row may be missing: a listed name, or a heading's mark-up right above the first title, is enough.
    const leads = features.gap > 0 && leadsToTable(all, index);
    const marked = features.row.emphasis && (titleFollows(all, index) || numberOneFollows(all, index));
    if (!leads && !marked) return;
    if (features.half || features.tableHead || bagianName(features) !== null) return;
    if (isConverterLine(features.text) || standsBetweenLabels(all, index)) return;
    if (
      features.candidates.some((one) => one.complete && one.similarity > 0.85) &&
      !namesServiceLikeLabel(all, index)
    )
      return;
    const { no, name } = numberAndName(plainText(features));
    const listed = leads && hasLetters(name, 8) && bestKnown(name, known, LISTED) >= LISTED;
    if (!listed && !(marked && no !== null)) return;
    add({ kind: "service", from: index, to: index, no, name, explicit: false });
  });
  all.forEach((features, index) => {
    if (
      taken.has(index) ||
      features.gap === 0 ||
      features.row.kind !== "prose" ||
      bagianName(features) === null
    )
      return;
    const next = following(all, index, 2).findIndex((row) => row.half !== "pengelolaan");
    // Nothing but a table's title or a service's heading may follow: an address may name a bagian too.
    if (next >= 0 && (titleFollows(all, index) || taken.has(index + 1))) add(bagianHeading(all, index));
  });
  for (const heading of [...headings]) if (heading.kind === "service") climb(all, heading, taken, add);
  return headings.sort((a, b) => a.from - b.from);
};

/** A line of a half's title, where it runs over two. */
const isTornHalfTitle = (all: readonly Features[], index: number): boolean => {
  const isPart = (at: number): boolean => {
    const one = all[at];
    if (one === undefined || one.filled.length !== 1 || one.row.separator || one.long) return false;
    return one.half !== null || isWithinHalfTitle(plainText(one));
  };
  if (!isPart(index)) return false;
  const above = isPart(index - 1) && (all[index] as Features).gap === 0;
  return above || (isPart(index + 1) && (all[index + 1] as Features).gap === 0);
};

/** The whole content of a label on a line of its own, the next label below it: a product may bear the service's name. */
const standsBetweenLabels = (all: readonly Features[], index: number): boolean => {
  const labelAt = (at: number): number => {
    const one = all[at]?.candidates.find(
      (label) => label.complete && label.similarity > 0.9 && label.restLetters === 0,
    );
    return one === undefined ? -1 : COMPONENT_KEYS.indexOf(one.key);
  };
  const after = (from: number, step: 1 | -1): number => {
    let at = from + step;
    while (all[at] !== undefined && all[at]?.text === "") at += step;
    return at;
  };
  const above = labelAt(after(index, -1));
  return above >= 0 && labelAt(after(index, 1)) === above + 1;
};

/** Likeness from which a line says a listed name and nothing else. */
const LISTED = 0.92;

const leadsToTable = (all: readonly Features[], index: number): boolean =>
  following(all, index, 4).some(
    (features) =>
      features.half !== null ||
      features.tableHead ||
      features.candidates.some((one) => one.complete && one.similarity > 0.85),
  );

const titleFollows = (all: readonly Features[], index: number): boolean =>
  following(all, index, 3).some((features) => features.half === "penyampaian" || features.tableHead);

/** The row right below a heading's mark-up opens a table: its label is the first one, by number or by itself. */
const numberOneFollows = (all: readonly Features[], index: number): boolean => {
  const next = following(all, index, 2)[0];
  if (!next || !/^\s*#/.test((all[index] as Features).text)) return false;
  const labels = next.candidates.filter((one) => one.complete && one.similarity > 0.9);
  return next.number === null
    ? labels.some((one) => one.key === "persyaratan" || one.key === "prosedur" || one.key === "dasar_hukum")
    : next.number.value === 1 && labels.length > 0;
};

const bagianHeading = (all: readonly Features[], index: number): Heading => {
  const features = all[index] as Features;
  return {
    kind: "bagian",
    from: index,
    to: index,
    no: enumerator(plainText(features))?.mark ?? null,
    name: bagianName(features),
    explicit: true,
  };
};

/** A bagian heading stands above a service heading, at most a line or two of titles between. */
const markBagianAbove = (
  all: readonly Features[],
  from: number,
  taken: ReadonlySet<number>,
  add: (heading: Heading) => void,
): void => {
  for (let i = from, steps = 0; i >= 0 && steps < 4; i--, steps++) {
    const features = all[i] as Features;
    if (taken.has(i)) return;
    if (features.row.separator || features.half || features.tableHead) continue;
    if (bagianName(features) !== null) {
      add(bagianHeading(all, i));
      return;
    }
    if (features.filled.length !== 1 || features.candidates.some((one) => one.complete)) return;
  }
};

/**
 * From a service heading upwards: its name may stand there once more, under a bare title, above the table's own name row;
 * above all that stands the bagian.
 */
const climb = (
  all: readonly Features[],
  heading: Heading,
  taken: ReadonlySet<number>,
  add: (heading: Heading) => void,
): void => {
  const name = letters(heading.name ?? "");
  let from = heading.from - 1;
  for (let i = from, steps = 0; i >= 0 && steps < 6; i--, steps++) {
    const features = all[i] as Features;
    if (taken.has(i)) break;
    if (features.row.separator || features.half || features.tableHead) continue;
    if (!isSingle(features) || features.filled.length !== 1) break;
    const text = plainText(features);
    const again = name.length >= 5 && likeness(letters(numberAndName(text).name), name) >= SAME_NAME;
    if (!again && !isTitle(text)) break;
    add({ ...heading, from: i, to: i, explicit: false });
    from = i - 1;
  }
  markBagianAbove(all, from, taken, add);
};

/** Likeness from which a second print of a name is the same name. */
const SAME_NAME = 0.85;

/** Text of rows `from` to `to`, where the first contributes `first` only. */
const joinRows = (all: readonly Features[], from: number, to: number, first: string): string => {
  let text = first;
  for (let i = from + 1; i <= to; i++) text += ` ${plainText(all[i] as Features)}`;
  return text;
};

/** A long name runs on over the next lines: taken while it comes closer to a known name, or while its bracket is open. */
const continuedName = (all: readonly Features[], index: number, text: string, known: KnownKeys): number => {
  let to = index;
  let joined = text;
  let score = bestKnown(numberAndName(text).name, known);
  for (let i = index + 1; i <= index + 3 && i < all.length; i++) {
    const next = all[i] as Features;
    if (next.row.kind !== (all[index] as Features).row.kind || !isSingle(next) || next.filled.length !== 1)
      break;
    if (next.half || next.tableHead || next.candidates.length > 0 || enumerator(next.text) || next.gap > 1)
      break;
    const longer = `${joined} ${plainText(next)}`;
    const better = bestKnown(numberAndName(longer).name, known);
    const open = (joined.match(/\(/g)?.length ?? 0) > (joined.match(/\)/g)?.length ?? 0);
    const cut =
      next.gap === 0 &&
      /(?:\b(?:dan|atau|untuk|di|ke|dari|dengan|pada|dalam|oleh|bagi|tentang|serta)|[-/,])$/i.test(
        joined.trim(),
      );
    const over = score < KNOWN && runsOverHead(all, i);
    if (!(better > score + 0.02 || ((open || cut || over) && score < 0.9))) break;
    joined = longer;
    score = better;
    to = i;
  }
  return to;
};

/** A name that fills its line goes on below it; nothing but the table's head may follow. */
const runsOverHead = (all: readonly Features[], index: number): boolean => {
  const { row, gap, text } = all[index] as Features;
  const above = (all[index - 1] as Features).text;
  if (row.kind !== "prose" || gap > 0 || above.length < FULL_NAME || text.length > above.length) return false;
  if (/[:;.,]|\d/.test(text) || isHeadWord(text) || NO_NAME.test(text) || !/^[A-Z]/.test(text)) return false;
  if ((above === above.toUpperCase()) !== (text === text.toUpperCase())) return false;
  const next = following(all, index, 1)[0];
  return next !== undefined && (next.tableHead || next.half === "penyampaian");
};
const FULL_NAME = 40;
const NO_NAME =
  /^(?:BAGIAN|BIDANG|SEKSI|UNIT|UPTD?|DINAS|BADAN|KANTOR|KECAMATAN|KELURAHAN|KABUPATEN|KOTA|PROVINSI|PEMERINTAH|SEKRETARIAT|PADA|DI)\b/i;

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
      const text = part.map((row) => plainText(all[row] as Features)).join(" ");
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
    let from = nearest;
    // The line above opens the heading when this one has no number and follows without a gap.
    const above = rows.at(-2);
    if (
      above !== undefined &&
      !enumerator(plainText(all[nearest] as Features)) &&
      enumerator(plainText(all[above] as Features)) &&
      (all[nearest] as Features).gap === 0
    ) {
      from = above;
    }
    if (!headingLike(all, from)) return null;
    best = { from, to: nearest, score: 0, text: "" };
    best.text = joinRows(all, from, nearest, plainText(all[from] as Features));
  }
  const { no, name } = numberAndName(best.text);
  if (!hasLetters(name, 3)) return null;
  return { kind: "service", from: best.from, to: best.to, no, name, explicit: false };
};
