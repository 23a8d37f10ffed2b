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

const QUOTE_LENGTH = 160;

/** A quotation: white space folded, at most 160 characters. */
export const quoted = (text: string | Text): string => {
  const folded = (typeof text === "string" ? text : text.raw).replace(/\s+/g, " ").trim();
  return folded.length > QUOTE_LENGTH ? `${folded.slice(0, QUOTE_LENGTH - 1).trimEnd()}…` : folded;
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
