import { citationOf, mentionsIn } from "../../reader/facts/citations.ts";
import { type Token, tokenize } from "../../reader/facts/tokens.ts";
import type { DasarHukum } from "../../reader/schema.ts";

/** A regulation cited as a basis, with those that the text says amended it. */
export interface Citation extends DasarHukum {
  /** "sebagaimana telah diubah dengan …, terakhir dengan …", in order. */
  amendedBy: Amendment[];
  /** The words that cite it, as printed. */
  quote: string;
}

export interface Amendment extends DasarHukum {
  quote: string;
}

/** Words right before a regulation that make it part of another's title. */
const IN_TITLE =
  /^(?:atas|pelaksanaan|pelaksana|perubahan|pengganti|penetapan|pencabutan|penjabaran|rancangan|tentang|undang|kedua|ketiga|keempat|menjadi|pada|dalam|dari|terhadap|oleh|amanat)$/;
const AMENDS = /^(?:diubah|dirubah|terakhir|diganti|disempurnakan|junto|juncto|jo|yo)$/;
/** How many words before a regulation say that it amends the one before. */
const REACH = 8;
const QUOTE = 160;
/** The mark of the next item of the list, and the signs around it. */
const TAIL = /(?:[\s;,.]+(?:\d{1,2}|[a-z])[.)]?|[\s;,]+)$/;

type Standing = "basis" | "amendment" | "title";

const standingOf = (tokens: readonly Token[], at: number, from: number): Standing => {
  const before = tokens[at - 1];
  if (!before || at - 1 < from) return "basis";
  if (IN_TITLE.test(before.lower)) return "title";
  for (let i = at - 1; i >= Math.max(from, at - REACH); i--) {
    const token = tokens[i] as Token;
    if (token.text === ";" || token.kind === "number") break;
    if (AMENDS.test(token.lower)) return "amendment";
  }
  return "basis";
};

/** The words from `start` to `end`, at most 160 characters, without the mark of the next item. */
const quotedFrom = (text: string, start: number, end: number): string =>
  (end - start > QUOTE
    ? text.slice(start, start + QUOTE).replace(/\s+\S*$/, "")
    : text.slice(start, end)
  ).replace(TAIL, "");

/**
 * Regulations that a dasar hukum cites, in order: type, number, year and title, amendments kept with what they amend.
 * Regulations named inside another's title are no citations. Linear in the length of the text.
 */
export const citationsIn = (text: string): Citation[] => {
  const tokens = tokenize(text).filter(({ kind }) => kind !== "break");
  const mentions = mentionsIn(tokens);
  const cited = mentions
    .map((mention, i) => ({
      mention,
      standing: standingOf(tokens, mention.at, mentions[i - 1]?.name.next ?? 0),
    }))
    .filter(({ standing }) => standing !== "title");
  const citations: Citation[] = [];
  cited.forEach(({ mention, standing }, i) => {
    const limit = cited[i + 1]?.mention.at ?? tokens.length;
    const regulation = citationOf(text, tokens, mention, limit);
    if (regulation.number === null && regulation.year === null) return;
    const start = (tokens[mention.at] as Token).start;
    const end = (tokens[Math.min(limit, tokens.length) - 1] as Token).end;
    const quote = quotedFrom(text, start, end);
    const last = citations.at(-1);
    if (standing === "amendment" && last) last.amendedBy.push({ ...regulation, quote });
    else citations.push({ ...regulation, amendedBy: [], quote });
  });
  return citations;
};
