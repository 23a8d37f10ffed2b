import { distance } from "fastest-levenshtein";

/** Folded forms by which names are compared and sorted. Pure; the database stores what they return. */

/** Words that come and go between two printings of one name. */
const FILLERS = new Set(["dan", "atau", "dan/atau", "serta"]);

const plain = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

const tokens = (text: string): string[] => plain(text).match(/[a-z0-9]+/g) ?? [];

/** Name of a service: its words in lower case, without marks and fillers. */
export const nameKey = (name: string): string =>
  tokens(name)
    .filter((word) => !FILLERS.has(word))
    .join(" ");

/** Name of a bagian without the word "bagian" before it; "" for none. */
export const bagianKey = (name: string | null): string => nameKey(name ?? "").replace(/^bagian /, "");

/** "Kabupaten X", "KABUPATEN X" and "X" are one; "Kota X" is another. */
export const regencyKey = (name: string): string => {
  const words = tokens(name);
  return words[0] === "kabupaten" || words[0] === "kota"
    ? words.join(" ")
    : ["kabupaten", ...words].join(" ");
};

/** Number of a decree: no blanks, no mark-up, without "Nomor" before and "Tahun 2024" after it. */
export const numberKey = (number: string | null): string =>
  plain(number ?? "")
    .replace(/[*_`]/g, "")
    .replace(/^\s*nomor\s*:?/, "")
    .replace(/\s*tahun\s*\d{4}\s*$/, "")
    .replace(/\s+/g, "");

export const issuerKey = (issuer: string | null): string => tokens(issuer ?? "").join(" ");

/** For sorting: folded, with figures padded so that 2 stands before 10. */
export const sortKey = (text: string): string =>
  tokens(text)
    .join(" ")
    .replace(/\d+/g, (digits) => digits.padStart(8, "0"));

/** Key by which a word is found in a line: each word after a blank, mark-up left out. */
export const searchKey = (line: string): string => {
  const words = tokens(line.replace(/<[^>]*>/g, " "));
  return words.length === 0 ? "" : ` ${words.join(" ")}`;
};

/** A form of the figures and Roman numerals in a key: two names that differ there are two services. */
const numerals = (key: string): string => (key.match(/\b(\d+|[ivx]{1,4})\b/g) ?? []).join(" ");

/** Likeness of two keys, 0-1: share of letters that need no edit; 0 where their numerals differ. */
export const likeness = (a: string, b: string): number => {
  if (a === b) return 1;
  if (numerals(a) !== numerals(b)) return 0;
  return 1 - distance(a, b) / Math.max(a.length, b.length, 1);
};

/** Regulations that every regency numbers for itself. */
const LOCAL_TYPES = /^(?:perda|perbup|perwal|kepbup|kepwal|kepsekda)$/i;

/**
 * One key for one regulation: type, number and year ("uu-25-2009"); a regency's own regulations carry its id. Null where
 * one of the three can't be read.
 */
export const regulationKey = (
  { type, number, year }: { type: string | null; number: string | null; year: number | null },
  r: number,
): string | null => {
  if (type === null || number === null || year === null) return null;
  const key = [...tokens(type), ...tokens(number), year].join("-");
  return LOCAL_TYPES.test(type) ? `${r}-${key}` : key;
};
