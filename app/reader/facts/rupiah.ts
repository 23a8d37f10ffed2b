import { fold } from "../text.ts";
import { parseNumberWords, parseRupiah } from "./numbers.ts";
import { type Token, tokenize } from "./tokens.ts";

/** An amount of money in a text: whole rupiah, and the characters `start` to `end` (excluded) that print it. */
export interface Amount {
  rupiah: number;
  start: number;
  end: number;
}

/** "Rp250.000,-", "Rp. 1.500.000,00", "Rp 250 ribu", "Rp. -", "Rp,-"; a scan's O counts as 0. */
const PREFIXED = /\b(?:R\s?p|IDR)\s?[.:]?\s{0,3}(?:(\d[\dOo.,]*)|[.,]?\s?[-–—])/giu;
/** "250.000 rupiah", "250 ribu rupiah", "50 rb". */
const SUFFIXED = /(?<![\dOo.,])(\d[\dOo.,]*)\s?(?:(ribu|rb|juta|jt)\b(?:\s?rupiah)?|rupiah\b|,-)/giu;
const SCALE = /\s{0,2}(ribu|rb|juta|jt)\b/iuy;
const TIMES: Record<string, number> = { ribu: 1e3, rb: 1e3, juta: 1e6, jt: 1e6 };

/** Value of a printed amount with its scale word; "2,5 juta" is a decimal, "250.000" is grouped. */
function rupiahOf(digits: string, scale: string | undefined): number | null {
  const times = scale ? TIMES[scale.toLowerCase()] : undefined;
  if (!times) return parseRupiah(digits);
  const figure = Number(digits.replace(/[.,]+$/, "").replace(",", "."));
  const rupiah = Math.round(figure * times);
  return Number.isSafeInteger(rupiah) ? rupiah : null;
}

/** Amounts in figures. A figure whose groups contradict each other ("5,000,0000") is not guessed at: it is left out. */
function figureAmounts(text: string): Amount[] {
  const amounts: Amount[] = [];
  for (const match of text.matchAll(PREFIXED)) {
    const printed = match[1];
    let end = match.index + match[0].length;
    SCALE.lastIndex = end;
    const scale = printed ? SCALE.exec(text) : null;
    if (scale) end += scale[0].length;
    const rupiah = printed ? rupiahOf(printed, scale?.[1]) : 0;
    if (rupiah !== null) amounts.push({ rupiah, start: match.index, end });
  }
  const taken = new Set(amounts.map((amount) => amount.end));
  for (const match of text.matchAll(SUFFIXED)) {
    const prefixed = /(?:R\s?p|IDR)\s?[.:]?\s{0,3}$/iu.test(
      text.slice(Math.max(0, match.index - 8), match.index),
    );
    const rupiah = prefixed ? null : rupiahOf(match[1] as string, match[2]);
    const end = match.index + match[0].length;
    if (rupiah !== null && !taken.has(end)) amounts.push({ rupiah, start: match.index, end });
  }
  return amounts.sort((a, b) => a.start - b.start);
}

/** How far the amount in words may stand behind the amount in figures that it repeats. */
const REPEATED_WITHIN = 12;

/** Amounts that stand in words only: "lima puluh ribu rupiah"; the words that repeat a figure before them are none. */
function wordAmounts(tokens: readonly Token[], figures: readonly Amount[]): Amount[] {
  const amounts: Amount[] = [];
  let figure = 0;
  for (let at = 0; at < tokens.length; at++) {
    const read = parseNumberWords(tokens, at);
    if (!read) continue;
    const start = (tokens[at] as Token).start;
    while (figure < figures.length && (figures[figure] as Amount).end <= start) figure++;
    const before = figures[figure - 1];
    const repeats = before !== undefined && start - before.end <= REPEATED_WITHIN;
    const unit = tokens[read.next];
    if (unit?.lower === "rupiah" && !repeats) amounts.push({ rupiah: read.value, start, end: unit.end });
    at = read.next - 1;
  }
  return amounts;
}

/** Every amount of money in a text in order, noughts included. */
export function amountsOf(text: string): Amount[] {
  const figures = figureAmounts(text);
  if (!/rupiah/iu.test(text)) return figures;
  return [...figures, ...wordAmounts(tokenize(text), figures)].sort((a, b) => a.start - b.start);
}

const PER_WORDS = "([\\p{L}\\d²³][\\p{L}\\d²³ ]{0,30})";
const PER_AFTER = new RegExp(
  `[\\s,.\\-–]{0,6}(?:\\([^()\\n]{0,80}\\)\\s?)?(?:/|\\b(?:per|tiap|setiap|untuk\\s(?:se)?tiap)\\b)\\s?-?${PER_WORDS}`,
  "iuy",
);
const PER_BEFORE = new RegExp(`\\b(?:per|tiap|setiap)\\s+${PER_WORDS}`, "giu");
const PER_ENDS = /\s(?:rp|dan|untuk|dengan|bagi|atau|sesuai|yang|sebesar|adalah)\b.*$/iu;
/** A new item or label between two amounts: what stood over the first no longer holds for the second. */
const NEW_ITEM = /(?:^|\s)[a-z\d]{1,2}[.)]|:/u;

const perPhrase = (words: string | undefined): string | null =>
  fold(words?.replace(PER_ENDS, "") ?? "") || null;

/**
 * What each amount is for: the words behind "per", "tiap", "/" after it; else those of the heading over it
 * ("Gedung per 1 hari", then one line for each kind of user); null where none stand there.
 */
export function perWhat(text: string, amounts: readonly Amount[]): (string | null)[] {
  let heading: string | null = null;
  let end = 0;
  return amounts.map((amount) => {
    const gap = text.slice(end, amount.start);
    const over = [...gap.matchAll(PER_BEFORE)].at(-1)?.[1];
    if (over) heading = perPhrase(over);
    else if (NEW_ITEM.test(gap)) heading = null;
    PER_AFTER.lastIndex = amount.end;
    const after = PER_AFTER.exec(text);
    end = amount.end + (after?.[0].length ?? 0);
    return after ? perPhrase(after[1]) : heading;
  });
}
