import { COMPONENT_KEYS, type ComponentKey } from "../components.ts";
import { isLabelTail } from "../labels/tails.ts";
import { dividerHead, isNoise } from "../marks.ts";
import { letterCount } from "../text.ts";
import type { Candidate, Features } from "./features.ts";
import type { Profile } from "./profile.ts";
import { isSure } from "./row-labels.ts";

/**
 * What it costs to read a row in one way or another. The unit is arbitrary: one is a small oddity (a number that does not
 * fit), five is denying a clear label. The cheapest reading of a whole annex wins.
 */
export const COST = {
  cutLabel: 0.8,
  unlikeLabel: 6,
  wrongColumn: 2.5,
  noNumber: 0.8,
  noNumberOnOwnRow: 3,
  wordyLabelCell: 2.5,
  proseLabel: 0.5,
  lostLabel: 5,
  fittingNumber: -2.6,
  unknownLabel: -0.9,
  foreignLabelCell: 1.5,
  noContent: 1,
  evidenceCap: 1.5,
  denyLabel: 5,
  denyCutLabel: 3,
  denyNumberToo: 1.2,
  strayNumber: 2.2,
  strayNumberInText: 1.2,
  repeatedNumber: 0.3,
  proseContinues: 0.4,
  emphasisContinues: 1.5,
  unowned: 1,
  unownedRow: 4,
  unownedLabel: 2.5,
  typicalElsewhere: 2.6,
  typicalAnswer: -3,
  freeBelowTime: 0.4,
  bareFirst: 2,
  titleInLabelCell: -2,
  repeatedLabel: 1.2,
  labelTakenForText: 2,
  repeatedComponent: 7,
  skip: 1.1,
  skipCap: 4,
  backwards: 2,
  badNumber: 0.7,
  restart: 6,
} as const;

export const N = COMPONENT_KEYS.length;

/** The row number, where it stands left of the labels; a figure in the label column or right of it is none. */
export const rowNumber = (features: Features, profile: Profile | null): Features["number"] => {
  const { number } = features;
  if (!number?.own || profile === null || number.cell < profile.labelColumn) return number;
  // Labels in the first column carry no number of their own.
  return null;
};

/**
 * The number of a row that may open a component without its label: in a cell of its own, or before a few words in the label's
 * cell where the labels around have theirs so.
 */
const openingNumber = (
  features: Features,
  profile: Profile | null,
  number = rowNumber(features, profile),
): Features["number"] => {
  if (number?.own || !features.number?.led) return number;
  const { cell } = features.number;
  if (!profile?.numbered || profile.ownNumber || profile.ownRow || cell !== profile.labelColumn)
    return number;
  return { ...features.number, own: true };
};

const inPlace = (features: Features, candidate: Candidate, profile: Profile | null): boolean =>
  features.row.kind === "prose" ||
  (candidate.numbered &&
    !profile?.ownNumber &&
    (profile === null || candidate.cell <= profile.labelColumn)) ||
  (features.number?.own === true && features.number.cell === candidate.cell - 1) ||
  profile === null ||
  (profile.labelColumn === candidate.cell &&
    !(candidate.numbered && profile.ownNumber && !features.number?.own));

/** Cost of the row opening component `j` by its printed label; infinite where no label of `j` is there. */
export const labelledStart = (
  features: Features,
  key: ComponentKey,
  profile: Profile | null,
): { cost: number; candidate: Candidate | null } => {
  let best = Number.POSITIVE_INFINITY;
  let chosen: Candidate | null = null;
  for (const candidate of features.candidates) {
    if (candidate.key !== key) continue;
    let cost = (1 - candidate.similarity) * COST.unlikeLabel + (candidate.complete ? 0 : COST.cutLabel);
    if (!inPlace(features, candidate, profile)) cost += COST.wrongColumn;
    if (profile?.numbered && !features.number)
      cost += profile.ownRow && profile.ownNumber ? COST.noNumberOnOwnRow : COST.noNumber;
    const contentRight = features.filled.some((at) => at > candidate.cell);
    if (contentRight && candidate.restLetters > 25 && !candidate.piled) cost += COST.wordyLabelCell;
    // A label cut short fills its cell; with text behind it, it is the beginning of a sentence.
    if (!candidate.complete && candidate.restLetters > 3) cost += COST.wordyLabelCell;
    if (features.row.kind === "prose") cost += COST.proseLabel;
    if (cost < best) {
      best = cost;
      chosen = candidate;
    }
  }
  return { cost: best, candidate: chosen };
};

/** Text of the label column beside a content column, where it is no label. */
const strayLabelCell = (features: Features, profile: Profile | null): string => {
  const column = profile?.labelColumn ?? 1;
  if (!features.filled.some((at) => at > column)) return "";
  const text = (features.row.cells[column]?.text ?? "").trim();
  return isNoise(text) || dividerHead(text) === text.length ? "" : text;
};

/** A half title where the label should stand: the scan wrote it over the label of the row below. */
const titledHalf = (features: Features): "pengelolaan" | null =>
  features.half === "pengelolaan" ||
  features.row.cells.some((cell) => /^\s*PENGELOLAAN\s*(?:PE|PELAYANAN|LAYANAN)?\s*$/.test(cell.text))
    ? "pengelolaan"
    : null;

/**
 * Whether the row may open a component without its label at all: by a number of its own, or by a typical answer, and only
 * where no sure label stands.
 */
export const mayOpenUnlabelled = (features: Features, profile: Profile | null): boolean =>
  features.row.kind === "table" &&
  !features.nested &&
  (openingNumber(features, profile)?.own === true || (!profile?.numbered && features.typical !== null)) &&
  !features.candidates.some((one) => isSure(one) && inPlace(features, one, profile));

/**
 * Costs of a row that may open unlabelled opening one component or another, carried by its number and its content:
 * infinite where neither speaks for the component. `fittingNumber`: the number points at that very component.
 */
export const unlabelledStart = (
  features: Features,
  profile: Profile | null,
): ((key: ComponentKey, fittingNumber: boolean) => number) => {
  const number = openingNumber(features, profile);
  const own = number?.own === true;
  const typicalOf = own || !profile?.numbered ? features.typical : null;
  const stray = strayLabelCell(features, profile);
  const foreign = letterCount(stray, FOREIGN_LETTERS) >= FOREIGN_LETTERS;
  const unknownLabel =
    profile?.numbered && stray !== "" && stray.length <= 60 && /^[A-Z]/.test(stray) && !/[.;:]$/.test(stray);
  const content = features.filled.some((at) => at > (number?.cell ?? -1));
  return (key, fittingNumber) => {
    const typical = typicalOf === key;
    if (!own && !(typical && stray === "")) return Number.POSITIVE_INFINITY;
    let cost: number = COST.lostLabel;
    if (fittingNumber) cost += COST.fittingNumber;
    if (foreign) cost += COST.foreignLabelCell;
    // A short phrase under the very number that is due is a label nobody has listed yet.
    if (fittingNumber && unknownLabel) cost += COST.unknownLabel;
    if (!content) cost += COST.noContent;
    if (typical) cost += COST.typicalAnswer;
    if (key === "dasar_hukum" && titledHalf(features) === "pengelolaan") cost += COST.titleInLabelCell;
    return own ? cost - Math.min(COST.evidenceCap, features.evidence[key] ?? 0) : cost;
  };
};

/** So many letters in the label column are words of their own. */
const FOREIGN_LETTERS = 6;

/** Letters of a content that stands where label and number are both lost. */
const BARE_LETTERS = 20;

/**
 * A row whose label and number are both lost: what stands first under a heading is the first component, and a price of
 * nothing right under the time is the next row's. Null for every other row.
 */
export const bareStart = (features: Features): { component: number; after: number; cost: number } | null => {
  const { row, filled, candidates } = features;
  if (row.kind !== "table" || filled.length !== 1 || filled[0] === 0 || candidates.length > 0) return null;
  if (features.typical === "biaya") return { component: 3, after: 2, cost: COST.freeBelowTime };
  if (features.typical !== null) return null;
  if (!features.long && letterCount(features.text, BARE_LETTERS) < BARE_LETTERS) return null;
  return { component: 0, after: -1, cost: COST.bareFirst };
};

/** A sentence that begins with the words of its own label: "1) Evaluasi bulanan". */
const GOES_ON = /^\s+\p{Ll}/u;
/** A title inside the content, over a part of it: "Persyaratan khusus:". */
const PART = /\s(?:umum|khusus|teknis|administra(?:si|tif)|tambahan|lainnya|baru|perpanjangan)\s*$/i;

const isOwnTitle = (text: string, { start, end }: Candidate): boolean =>
  GOES_ON.test(text.slice(end)) || PART.test(text.slice(start, end));

/** Cost of the row going on with component `key`. */
export const continuation = (
  features: Features,
  key: ComponentKey,
  profile: Profile | null,
  lastNumber: number | null,
): number => {
  const { row } = features;
  const number = rowNumber(features, profile);
  let cost = 0;
  let denied = 0;
  for (const candidate of features.candidates) {
    if (candidate.key === key) {
      const clear = number !== null || (profile?.numbered === false && candidate.restLetters === 0);
      if (
        candidate.complete &&
        clear &&
        inPlace(features, candidate, profile) &&
        !isOwnTitle(cellText(features, candidate.cell), candidate)
      )
        cost += COST.labelTakenForText;
      continue;
    }
    // A whole label of another component may be like the rest of this one's: "Pengaduan" below "Pengawasan".
    const whole = candidate.similarity === 1 && candidate.restLetters === 0;
    if (!number && !whole && isLabelTail(cellText(features, candidate.cell), key)) continue;
    // Where labels stand on numbered rows of their own, a row without number is content, whatever its first words.
    const placed =
      inPlace(features, candidate, profile) &&
      !(profile?.ownRow && profile.ownNumber && !number && candidate.restLetters > 0);
    if (!placed && candidate.restLetters > 0) continue;
    let price = candidate.complete
      ? COST.denyLabel * candidate.similarity
      : COST.denyCutLabel * candidate.similarity;
    if (candidate.restLetters > 25 && features.filled.some((at) => at > candidate.cell)) price *= 0.5;
    else if (
      candidate.restLetters > 40 &&
      row.kind === "table" &&
      !/^\s*[\n:.]/.test(cellText(features, candidate.cell).slice(candidate.end))
    )
      price *= 0.6;
    if (!candidate.complete && candidate.restLetters > 3) price *= 0.3;
    if (!placed) price *= 0.5;
    if (number?.own) price += COST.denyNumberToo;
    denied = Math.max(denied, price);
  }
  cost += denied;
  const opening = denied === 0 && row.kind === "table" ? openingNumber(features, profile, number) : null;
  if (opening?.own) {
    const inText =
      number?.own === true &&
      letterCount(strayLabelCell(features, profile), FOREIGN_LETTERS) >= FOREIGN_LETTERS;
    if (opening.value === lastNumber) cost += COST.repeatedNumber;
    else cost += inText ? COST.strayNumberInText : COST.strayNumber;
  }
  if (
    denied === 0 &&
    !profile?.numbered &&
    features.typical !== null &&
    features.typical !== key &&
    strayLabelCell(features, profile) === ""
  )
    cost += COST.typicalElsewhere;
  if (row.kind === "prose") {
    cost += COST.proseContinues;
    if (row.emphasis) cost += COST.emphasisContinues;
  }
  return cost;
};

const cellText = (features: Features, cell: number): string => features.row.cells[cell]?.text ?? "";

/** Number of set bits among components `from`+1 … `to`-1 that are still missing. */
const skipped = (from: number, to: number, mask: number): number => {
  let count = 0;
  for (let i = from + 1; i < to; i++) if (!(mask & (1 << i))) count++;
  return count;
};

/** The six components of the first half. */
export const PUBLIC_HALF = 0b111111;

/** Cost of component `j` following component `k` (-1: nothing yet) within one service. Decrees keep the order mostly. */
export const follow = (k: number, j: number, mask: number): number => {
  if (k === -1) return j === 0 || j === 6 ? 0 : Math.min(3, 1 + 0.3 * (j > 6 ? j - 6 : j));
  if (mask & (1 << j)) return j === k ? COST.repeatedLabel : COST.repeatedComponent;
  if (j > k) return Math.min(COST.skipCap, COST.skip * skipped(k, j, mask));
  // The second half may stand first.
  if (j < 6 && k >= 9 && (mask & PUBLIC_HALF) === 0) return 0.1 + 0.3 * j;
  return COST.backwards + Math.min(2, 0.4 * skipped(-1, j, mask));
};
