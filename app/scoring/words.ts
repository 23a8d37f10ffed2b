import { parseNumberWords } from "../reader/facts/numbers.ts";
import { tokenize } from "../reader/facts/tokens.ts";

/** Tools on the text of a component, and the words that several criteria share. Pure and linear. */

/** White space folded, letters as printed. */
export const foldedOf = (text: string): string => {
  const normal = text.normalize("NFC");
  return (UNFOLDED.test(normal) ? normal.replace(/\s+/g, " ") : normal).trim();
};

/** Lower case, white space folded: what patterns are held against. */
export const plainOf = (text: string): string => foldedOf(text).toLowerCase();

/** White space other than single blanks. */
const UNFOLDED = /\s\s|[^\S ]/;

/**
 * Letters only, for texts that a scan broke inside words ("seca ra b erjenjang"). Only long words may be looked for in
 * it: short ones arise by chance.
 */
export const squeezedOf = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, "");

/** A list mark that lost the blank before it ("Ruang tunggu2) Komputer"); short words may be codes ("S1)"). */
const GLUED = /([a-z]{4,})(?=\d{1,2}\)\s?[A-Z])/g;

/** Cheaper to look for than the whole. */
const MAY_BE_GLUED = /[a-z]\d{1,2}\)/;

/** List marks ("1.", "a)", "•", "- ") with what must stand before them. */
const MARK = /(?:^|[\s;,.:])(?:(?:\d{1,2}|[a-hA-H]|[ivx]{1,4})[.)]\s?(?=[^\d\s])(?![a-z]\.)|[•✓●▪–-]\s)/g;

/**
 * Items of a list: parted at line breaks, semicolons and list marks. A text without any is one item. Marks and
 * closing signs are removed; empty items too.
 */
export const itemsOf = (text: string): string[] =>
  text
    .split(/\n|;/)
    .flatMap((line) => line.replace(MARK, "\n").split("\n"))
    .map((item) => item.replace(/^[\s.,:)•–-]+|[\s.,:]+$|\s+dan$/g, "").trim())
    .filter((item) => /[a-z]/i.test(item) && !/^dan$/i.test(item));

/** Words of three letters and more that say what a text is about. */
export const contentWords = (text: string): string[] =>
  (text.toLowerCase().match(/[a-z]{3,}/g) ?? []).filter((word) => !EMPTY_WORDS.has(word));

const EMPTY_WORDS = new Set(
  (
    "yang dan atau dari untuk pada dengan dalam oleh para bagi ini itu akan dapat serta tentang terkait sebagai antara secara " +
    "layanan pelayanan fasilitas fasilitasi daerah kabupaten kota sekretariat setda bagian penyusunan pelaksanaan " +
    "peningkatan pengelolaan penyelenggaraan kegiatan proses"
  ).split(" "),
);

/** Value of Indonesian number words ("dua puluh satu" is 21); null where the words are not one number and nothing else. */
export const numberOf = (words: string): number | null => {
  const tokens = tokenize(words);
  const read = parseNumberWords(tokens, 0);
  return read?.next === tokens.length ? read.value : null;
};

/** The first "2 (satu)": a figure and a number word that differ; null where all agree. Ranges are left alone. */
export const figureAgainstWord = (text: string): string | null => {
  for (const match of text.matchAll(/(?<![\d.,–-]\s?)\b(\d{1,3})\s*\(\s*([a-z]+(?: [a-z]+){0,3})\s*\)/gi)) {
    const value = numberOf(match[2] as string);
    if (value !== null && value !== Number(match[1])) return match[0];
  }
  return null;
};

export const NUMBER_WORD =
  "(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas)(?: (?:belas|puluh|ratus))?";

/** How many of something, in figures or in words, the other beside it in brackets: "3 (tiga)", "tiga". */
export const COUNT = `(?:\\d+|${NUMBER_WORD})(?: \\([a-z\\d ]+\\))?`;

export const MONTH =
  "(?:januari|[fp]ebruari|maret|april|mei|juni|juli|agustus|september|oktober|[nop]+ember|desember)";

/** A text with its forms, each made once and only when asked for. */
export class Text {
  readonly raw: string;
  #folded: string | undefined;
  #plain: string | undefined;
  #squeezed: string | undefined;
  #items: readonly string[] | undefined;

  constructor(raw: string) {
    this.raw = MAY_BE_GLUED.test(raw) ? raw.replace(GLUED, "$1 ") : raw;
  }

  /** White space folded, letters as printed. */
  get folded(): string {
    this.#folded ??= foldedOf(this.raw);
    return this.#folded;
  }

  /** Lower case, white space folded. */
  get plain(): string {
    this.#plain ??= this.folded.toLowerCase();
    return this.#plain;
  }

  /** Lower-case letters alone. */
  get squeezed(): string {
    this.#squeezed ??= squeezedOf(this.raw);
    return this.#squeezed;
  }

  /** Items of the list that the text is. */
  get items(): readonly string[] {
    this.#items ??= itemsOf(this.raw);
    return this.#items;
  }
}
