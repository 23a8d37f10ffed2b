import type { WordRule } from "../instruments/proofs.ts";

/** A promise by its words: what makes it, and what in front of it takes it back. */
const WORDS: Readonly<Record<WordRule, { name: string; pattern: RegExp }>> = {
  kompensasi: {
    name: "kompensasi bagi pengguna",
    pattern: /\b(?:kompensasi|ganti\s+(?:ke)?rugi(?:an)?)\b/gi,
  },
  skm: {
    name: "survei kepuasan masyarakat",
    pattern: /\b(?:surve[iy]\s+kepuasan|indeks\s+kepuasan|skm|ikm)\b/gi,
  },
};
/** Right before the words: "bila tidak ditepati diberikan kompensasi" takes nothing back. */
const TAKEN_BACK =
  /\b(?:tanpa|(?:tidak|belum)(?:\s+(?:ada|diberi|diberikan|memberi|memberikan|menyediakan|mendapat|mendapatkan|melaksanakan|dilaksanakan|disediakan|tersedia))?)\s+(?:\p{L}+\s+(?:atau|maupun|dan)\s+)?$/iu;
const ENDS = /[.;\n]/;

export const wordName = (words: WordRule): string => WORDS[words].name;

/** The sentence of a text in which the words stand and are not taken back; null where there is none. */
export const findWords = (words: WordRule, text: string): string | null => {
  for (const match of text.matchAll(WORDS[words].pattern)) {
    const before = text.slice(0, match.index);
    if (TAKEN_BACK.test(before)) continue;
    const from = Math.max(...[".", ";", "\n"].map((end) => before.lastIndexOf(end))) + 1;
    const rest = text.slice(match.index);
    const end = rest.search(ENDS);
    return text.slice(from, end < 0 ? text.length : match.index + end).trim();
  }
  return null;
};
