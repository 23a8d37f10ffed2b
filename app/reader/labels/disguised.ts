import { ENGLISH_WORDS } from "./wordings.ts";

/** Labels that do not begin with their own words: where those begin, and where the whole of the label ends. */
export interface Disguised {
  /** The label's own words, as a label prints them. */
  words: string;
  /** Offset of those words; null where they are not printed as they are. */
  from: number | null;
  /** Offset behind the label, where it is not the end of its own words. */
  end: number | null;
}

/** A label's English name stands before it: "Requirements / Persyaratan", "Legal Basis (Dasar Hukum)". */
const ENGLISH_HEAD = /^[\s*_]{0,6}[A-Z][A-Za-z ]{2,30}\s?[/(]\s{0,2}(?=[A-Z])/;
const CLOSES = /^[^()\n]{3,60}\)/;

/** Has a text words, and are all of them words of labels in English? */
export const isEnglish = (text: string): boolean =>
  text
    .toLowerCase()
    .match(/[a-z]+/g)
    ?.every((word) => ENGLISH_WORDS.has(word)) ?? false;

/** The label behind its English name; null where none stands there. */
export const behindEnglishName = (text: string): Disguised | null => {
  const head = ENGLISH_HEAD.exec(text)?.[0];
  // Any other word may be explained by the label, or stand beside it.
  if (head === undefined || !isEnglish(head)) return null;
  const rest = text.slice(head.length);
  if (!head.includes("(")) return { words: rest, from: head.length, end: null };
  const closed = CLOSES.exec(rest)?.[0];
  if (closed === undefined) return null;
  return { words: closed.slice(0, -1), from: head.length, end: head.length + closed.length };
};

/** No question that stands for a label is longer. */
const MAX_QUESTION = 90;
/** Its sign, where questions and answers have one. */
const QUESTION_SIGN = /^[\s*_#]*(?:(?:[TQ]|tanya|pertanyaan)\s?[:.]\s*)?/i;
const ASKING =
  /^(?:apa|apakah|bagaimana|bagaimanakah|berapa|berapakah|siapa|siapakah|ke|kemana|di|dimana|kapan)$/i;
/** The label's words begin with one of so many words behind the first. */
const ASKED_WITHIN = 4;
/** "biayanya": the ending says whose. */
const OWNED = /(?<=[a-z]{4})nya$/i;

/** A question that asks for a component ("Berapa lama jangka waktunya?"): the words from each on that may begin its label. */
export function* askedFor(text: string): Iterable<Disguised> {
  const mark = text.slice(0, MAX_QUESTION).indexOf("?");
  if (mark < 0) return;
  const words = text.slice(QUESTION_SIGN.exec(text)?.[0].length ?? 0, mark).match(/[A-Za-z]+/g) ?? [];
  if (!ASKING.test(words[0] ?? "")) return;
  const plain = words.map((word) => word.replace(OWNED, ""));
  for (let at = 1; at <= Math.min(ASKED_WITHIN, plain.length - 1); at++)
    yield { words: plain.slice(at).join(" "), from: null, end: mark + 1 };
}
