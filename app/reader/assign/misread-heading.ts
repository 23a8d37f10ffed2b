import { distance } from "fastest-levenshtein";
import { remembered } from "../memory.ts";
import { formOf } from "../misread.ts";
import { fold } from "../text.ts";

/**
 * Headings open with few words: "Jenis Layanan", "Bagian". Where a scan misread a letter of such a word or joined it to the
 * next one, it is written as it is meant; the name behind it stays as printed, since nothing tells how that is meant.
 */

const BAGIAN = "bagian";
/** First words and second ones of a service's heading. */
const FIRST_WORDS = ["jenis", "judul"].map((word) => ({ word, form: formOf(word) }));
const SECOND_WORDS = ["layanan", "pelayanan"].map((word) => ({ word, form: formOf(word) }));

/** The known word that a printed one is, give or take a letter besides those that scans exchange. */
const meantBy = (printed: string, known: typeof FIRST_WORDS): string | undefined => {
  if (OTHER_WORDS.has(printed.toLowerCase())) return undefined;
  const form = formOf(printed);
  return known.find((one) => Math.abs(form.length - one.word.length) <= 1 && distance(form, one.form) <= 1)
    ?.word;
};

/** Words of their own that differ from one of these by a letter. */
const OTHER_WORDS = new Set(["pelayaran"]);

/** Another letter in the place of one: a word with a letter less is another word ("bagan"). */
const isBagian = (printed: string): boolean => {
  const form = formOf(printed);
  return form.length === BAGIAN.length && distance(form, BAGIAN) <= 1;
};

const inCaseOf = (printed: string, word: string): string => {
  const capitals = printed.match(/\p{Lu}/gu)?.length ?? 0;
  if (capitals > printed.length / 2) return word.toUpperCase();
  return /^\p{Lu}/u.test(printed) ? (word[0] as string).toUpperCase() + word.slice(1) : word;
};

/** A word joined to the one before it, which stands in full: "BAGIANUMUM", "BagianUmum". */
const JOINED_BAGIAN = /^(BAGIAN(?=[A-Z]{4})|[Bb]agian(?=[A-Z][a-z]{3}))/;
/** The same of a service's heading, whose second word may be misread. */
const JOINED_FIRST = /^(jenis|judul|nama)(?=(?:pe)?[l1I]\S{5,6}$)/i;

/** What the opening words of a heading mean; null where they say it themselves, or are other words. */
const meantWords = remembered((opening: string): string | null => {
  const [first = "", second = ""] = opening.split(" ");
  const rest = second === "" ? "" : ` ${second}`;
  if (first.toLowerCase() === BAGIAN) return null;
  if (isBagian(first)) return inCaseOf(first, BAGIAN) + rest;
  if (JOINED_BAGIAN.test(first) && first !== "BAGIANNYA") return first.replace(JOINED_BAGIAN, "$1 ") + rest;
  const joined = JOINED_FIRST.exec(first);
  const words = joined ? [joined[0], first.slice(joined[0].length)] : [first, second];
  const [one = "", two = ""] = words;
  const known = one.toLowerCase() === "nama" ? "nama" : meantBy(one, FIRST_WORDS);
  const layanan = known === undefined ? undefined : meantBy(two, SECOND_WORDS);
  if (known === undefined || layanan === undefined) return null;
  const meant = `${inCaseOf(one, known)} ${inCaseOf(two, layanan)}`;
  if (meant.toLowerCase() === opening.toLowerCase()) return null;
  return joined ? meant + rest : meant;
});

/** A heading's number, words before a unit's name, and the two words that may be misread. */
const OPENING =
  /^([^\p{L}\d]{0,8}(?:(?:\d{1,3}|[A-Za-z]|[IVX]{1,5})\s?[.)]\s{0,3}){0,2}(?:(?:komponen\s)?standar\spelayanan\s(?:publik\s)?)?)([\p{L}\d]{4,24}(?: [\p{L}\d]{5,11})?)(?![\p{L}\d])/iu;

/** "Jenis", "judul", "nama" or "bagian" begins so, its first letter or one of the others misread. */
const MAY_BE_FIRST = /j|nama|b|.?(?:[ecq]+[nu]+[il1]+|[un]+d+[un]+|[ao04]+[gq9]+[il1]+)/iy;
const WORD = /[a-z\d]{4}/gi;
/** Figures of a chapter, and words that stand before a unit's name. */
const BEFORE = /[ivx]{4,5}\s*[.)]|komponen\s|standar\s|pelayanan\s|publik\s/iy;

/** May a text's first words be such an opening? A look that spares most texts the pattern. */
const mayBeOpening = (text: string): boolean => {
  WORD.lastIndex = 0;
  for (let word = WORD.exec(text); word; word = WORD.exec(text)) {
    MAY_BE_FIRST.lastIndex = word.index;
    if (MAY_BE_FIRST.test(text)) return true;
    BEFORE.lastIndex = word.index;
    if (!BEFORE.test(text)) return false;
    WORD.lastIndex = BEFORE.lastIndex;
  }
  return false;
};

/** A text whose opening words are misread, folded and with these words as they are meant; null where they are not. */
export const misreadOpening = (printed: string): string | null => {
  if (!mayBeOpening(printed)) return null;
  const text = fold(printed);
  const match = OPENING.exec(text);
  if (!match) return null;
  const [whole, before = "", opening = ""] = match;
  const meant = meantWords(opening);
  return meant === null ? null : before + meant + text.slice(whole.length);
};
