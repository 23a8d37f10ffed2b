import type { Category, Dimension, Edition, Figure, Indicator } from "../instruments/edition.ts";
import { add, type Fraction, fraction, scaledHalfUp, sumOf, times } from "../survey/figures/exact.ts";
import { type Answers, fits } from "./self-check.ts";

/**
 * A *simulasi*, always under that word: what the weights of the edition make of the answers, out of 100, in hundredths.
 * Else why there is none, in Indonesian.
 */
export type Simulation =
  | { hundredths: number; category: Category | null; because: readonly [] }
  | { hundredths: null; category: null; because: readonly [string, ...string[]] };

const HUNDRED = fraction(100);

/** Weights come with two decimals at most; a double can't hold 21.85, its hundredths can. */
const exact = ({ value }: Figure): Fraction => fraction(Math.round(value * 10_000), 10_000);

/** A weight counts where somebody saw it and the place leaves no doubt. */
const isSourced = (weight: Figure | null): weight is Figure =>
  weight !== null && weight.confidence !== "unverified";

const equals = (a: Fraction, b: Fraction): boolean => a.num * b.den === b.num * a.den;

const share = (indicator: Indicator, answers: Answers): Fraction | null => {
  const answer = answers.get(indicator.id);
  if (!answer || !fits(indicator, answer)) return null;
  if ("met" in answer) return fraction(answer.met ? 1 : 0);
  const top = indicator.scale?.steps.at(-1)?.value;
  return top ? fraction(answer.step, top) : null;
};

const scaleIsKnown = (edition: Edition, { scale }: Indicator): boolean => {
  const own = scale ?? edition.scale;
  return own !== null && own.confidence !== "unverified";
};

/** What stands in the way of a figure. A dimension of weight 0 gives nothing and asks for nothing. */
const obstacles = (edition: Edition, answers: Answers): string[] => {
  if (!edition.weighted) return ["Edisi ini tidak mengenal bobot."];
  const found = new Set<string>();
  const { dimensions } = edition;
  if (dimensions.some(({ weight }) => !isSourced(weight)))
    found.add("Bobot sebagian dimensi belum ada sumber yang pasti.");
  for (const { weight, announced, indicators } of dimensions.filter(counts)) {
    if (indicators.length === 0 || !announced || announced.value !== indicators.length)
      found.add("Sebagian indikator edisi ini belum terlihat pada sumbernya.");
    if (indicators.some((one) => !isSourced(one.weight)))
      found.add("Bobot sebagian indikator belum ada sumber yang pasti.");
    if (indicators.some((one) => !scaleIsKnown(edition, one)))
      found.add("Skala nilai sebagian indikator belum ada sumber.");
    if (indicators.some((one) => share(one, answers) === null))
      found.add("Sebagian indikator belum dijawab; menunggu penilai.");
    if (
      weight &&
      indicators.length > 0 &&
      !indicators.some((one) => !isSourced(one.weight)) &&
      !isWhole(indicators)
    )
      found.add("Bobot indikator dalam sebuah dimensi tidak berjumlah 100.");
  }
  if (found.size === 0 && !isWhole(dimensions)) found.add("Bobot dimensi tidak berjumlah 100.");
  return [...found];
};

const counts = ({ weight }: Dimension): boolean => !isSourced(weight) || weight.value > 0;

const isWhole = (parts: readonly { weight: Figure | null }[]): boolean =>
  equals(sumOf(parts.map(({ weight }) => (weight ? exact(weight) : fraction(0)))), HUNDRED);

/**
 * The figure, only where every indicator of the edition was seen and is answered, and every weight and scale has a source
 * without doubt. Exact until the one rounding at the end (half up, two decimals).
 */
export const simulate = (edition: Edition, answers: Answers): Simulation => {
  const [first, ...others] = obstacles(edition, answers);
  if (first !== undefined) return { hundredths: null, category: null, because: [first, ...others] };
  const total = edition.dimensions.filter(counts).reduce((sum, { weight, indicators }) => {
    const inside = sumOf(
      indicators.map((one) => times(exact(one.weight as Figure), share(one, answers) ?? fraction(0))),
    );
    return add(sum, times(times(exact(weight as Figure), inside), fraction(1, 100)));
  }, fraction(0));
  const hundredths = scaledHalfUp(total, 2);
  const ofHundred = edition.categories.some(({ max }) => max?.value === 100);
  return { hundredths, category: ofHundred ? categoryOf(edition, hundredths) : null, because: [] };
};

/** The band that holds a result in hundredths; null where none of known bounds does. */
export const categoryOf = (
  { categories }: Pick<Edition, "categories">,
  hundredths: number,
): Category | null =>
  categories.find(
    ({ min, max }) =>
      min !== null &&
      max !== null &&
      Math.round(min.value * 100) <= hundredths &&
      hundredths <= Math.round(max.value * 100),
  ) ?? null;
