import { sameWords } from "./misread.ts";
import { sameBagian } from "./services.ts";
import { letters, likeness, words } from "./text.ts";

/** A service as it is held against the earlier ones. */
export interface Repeatable {
  /** The decree that prints it: equal for two printings of one decree in a file, and for nothing else. */
  decree: string;
  name: string;
  bagian: string | null;
  /** Entry of the decree's list, null where it is not listed. */
  declared: number | null;
  /** Texts of the components, in the order of the components. */
  texts: readonly (string | null)[];
}

/** Tables with fewer components in common are not compared. */
const LEAST_SHARED = 3;
/** Contents alike above this on average are the same table printed twice. */
const SAME_TABLE = 0.8;
const COMPARED_LETTERS = 400;

/** Units of so many words each are one only word by word: "Kelurahan Tanjung Sari" is not "Kelurahan Tanjung Jati". */
const isOtherUnit = (one: string | null, other: string | null): boolean => {
  if (one === null || other === null) return false;
  const [first, second] = [words(one), words(other)];
  return first.length === second.length ? !sameWords(first, second) : !sameBagian(one, other);
};

const sameContents = (first: readonly string[], second: readonly string[]): boolean => {
  const shared = first.flatMap((text, at) => (text !== "" && second[at] ? [at] : []));
  if (shared.length < LEAST_SHARED) return false;
  // What their likenesses may lack in all; half a part in a million more, so that rounding decides nothing.
  let spare = (1 - SAME_TABLE) * shared.length + 5e-7;
  for (const at of shared) {
    spare -= 1 - likeness(first[at] as string, second[at] as string);
    if (spare < 0) return false;
  }
  return true;
};

/** Beginnings of its texts in letters; "" where a component has none. */
const headsOf = ({ texts }: Repeatable): readonly string[] =>
  texts.map((text) => letters(text ?? "").slice(0, COMPARED_LETTERS));

/**
 * For each service the index of the earlier one that it repeats, or null. Same name alone is no repeat: two bagian may offer
 * one. Nor is the same table in another decree: each decree fixes its own standards.
 */
export const repeats = (services: readonly Repeatable[]): (number | null)[] => {
  const names = services.map((service) => words(service.name));
  const heads: (readonly string[] | undefined)[] = [];
  const headsAt = (index: number): readonly string[] => {
    heads[index] ??= headsOf(services[index] as Repeatable);
    return heads[index];
  };
  /** Those before, by decree and by the number of words in the name. */
  const before = new Map<string, number[]>();
  return services.map(({ decree, bagian, declared, texts }, index) => {
    if (texts.filter(Boolean).length < LEAST_SHARED) return null;
    const name = names[index] as string[];
    const group = `${name.length} ${decree}`;
    const earlier = before.get(group) ?? [];
    const found = earlier.find((at) => {
      const other = services[at] as Repeatable;
      // The decree itself lists them as two services.
      if (declared !== null && other.declared !== null && declared !== other.declared) return false;
      // One word more or less ("non litigasi") is another service.
      return (
        sameWords(name, names[at] as string[]) &&
        !isOtherUnit(bagian, other.bagian) &&
        sameContents(headsAt(index), headsAt(at))
      );
    });
    before.set(group, earlier);
    earlier.push(index);
    return found ?? null;
  });
};
