import type { Facts, LineRange } from "../reader/schema.ts";
import type { Text } from "./words.ts";

/** What a criterion may look at: one component of one service, and where it stands. Nothing else. */
export interface Subject {
  text: Text;
  lines: LineRange;
  facts: Facts;
  context: Context;
}

export interface Context {
  /** Name of the service, as printed. */
  service: string;
  bagian: string | null;
  /** Name of the decree's regency, without "Kabupaten". */
  regency: string | null;
}

/**
 * A criterion's answer. `met` is null where the question does not arise (a duration that does not exist cannot be the
 * wrong kind of duration); such an answer neither lifts nor lowers a level.
 */
export interface Answer {
  met: boolean | null;
  /** Indonesian, for a head of bagian. */
  reason: string;
  /** The words that decided; null where something is lacking. */
  quote: string | null;
}

/** Pure; never throws on content. */
export type Criterion = (subject: Subject) => Answer;

/** A criterion that looks at nothing but the text, and so answers once for all services that share one. */
export const ofText = (criterion: Criterion): Criterion => {
  const known = new WeakMap<Text, Answer>();
  return (subject) => {
    const before = known.get(subject.text);
    if (before) return before;
    const answer = printed(subject.text, criterion(subject));
    known.set(subject.text, answer);
    return answer;
  };
};

/** A criterion that also looks at facts or at the service's name. */
export const ofSubject =
  (criterion: Criterion): Criterion =>
  (subject) =>
    printed(subject.text, criterion(subject));

/** An answer with its quotation as printed. */
const printed = (text: Text, answer: Answer): Answer => {
  if (answer.quote === null) return answer;
  const quote = asPrinted(text, answer.quote);
  return quote === answer.quote ? answer : { ...answer, quote };
};

const QUOTE_LENGTH = 160;

/** A quotation: white space folded, at most 160 characters, cut between words. */
export const quoted = (text: string | Text): string => {
  const folded = (typeof text === "string" ? text : text.raw).replace(/\s+/g, " ").trim();
  if (folded.length <= QUOTE_LENGTH) return folded;
  const cut = folded.slice(0, QUOTE_LENGTH);
  const blank = cut.lastIndexOf(" ");
  return `${cut.slice(0, blank > QUOTE_LENGTH / 2 ? blank : QUOTE_LENGTH - 1).replace(/[\s,;:(]+$/, "")}…`;
};

const WORD = /[\p{L}\p{N}]/u;

/**
 * A quotation as its text prints it: capitals restored, words whole. Words that stand nowhere in the text (those of a
 * broken scan) are left as they are.
 */
export const asPrinted = ({ folded, plain }: Text, quote: string): string => {
  const open = quote.endsWith("…");
  const words = (open ? quote.slice(0, -1) : quote).toLowerCase();
  const at = folded.length === plain.length ? plain.indexOf(words) : -1;
  if (at < 0) return quote;
  let from = at;
  let to = at + words.length;
  if (WORD.test(words.charAt(0))) while (from > 0 && WORD.test(folded.charAt(from - 1))) from--;
  if (!open && WORD.test(words.slice(-1))) while (to < folded.length && WORD.test(folded.charAt(to))) to++;
  return `${folded.slice(from, to)}${open ? "…" : ""}`;
};

export const met = (reason: string, quote: string | Text | null = null): Answer => ({
  met: true,
  reason,
  quote: quote === null ? null : quoted(quote),
});

/** Not met; where nothing in particular is at fault, the whole text is the quotation. */
export const notMet = (reason: string, quote: string | Text | null = null): Answer => ({
  met: false,
  reason,
  quote: quote === null ? null : quoted(quote),
});

export const notAsked = (reason: string): Answer => ({ met: null, reason, quote: null });

/** The first match of any pattern with the words around it up to the ends of its item; null where none matches. */
export const firstMatch = (text: string, ...patterns: readonly RegExp[]): string | null => {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (match) return match[0];
  }
  return null;
};
