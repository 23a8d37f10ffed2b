import type { DasarHukum } from "../schema.ts";
import { withSingleBlanks } from "../text.ts";
import { type Opening, openingOf, type RegulationName, regulationAt } from "./regulation-types.ts";
import { near, type Token } from "./tokens.ts";

/** A regulation named in the text; `at` and `name.next` are indexes of tokens. */
export interface Mention {
  at: number;
  name: RegulationName;
}

/** How far a parenthesis reaches that is never closed, in tokens. */
const PARENTHESIS_REACH = 40;
/** How far behind the name of a regulation its number and year may stand, in tokens. */
const NUMBER_REACH = 32;
const TITLE_LIMIT = 400;
const OLDEST_YEAR = 1900;
const NEWEST_YEAR = 2099;

/**
 * Regulations named in the text in order, but for those in parentheses (gazettes, short names). `opening` tells the words
 * that may begin one; a caller with many texts may remember its answers.
 */
export function mentionsIn(
  tokens: readonly Token[],
  opening: (word: string) => Opening | null = openingOf,
): Mention[] {
  const mentions: Mention[] = [];
  let opened = -1;
  for (let at = 0; at < tokens.length; at++) {
    const { text, kind } = tokens[at] as Token;
    if (text === "(") opened = at;
    else if (text === ")" || text === ";" || at - opened > PARENTHESIS_REACH) opened = -1;
    const word = opened < 0 && kind === "word" ? opening(text) : null;
    const name = word && regulationAt(tokens, at, word);
    if (!name) continue;
    mentions.push({ at, name });
    at = Math.max(at, name.next - 1);
  }
  return mentions;
}

const NUMBER_WORD = /^(?:nomor|nomer|nomo|nornor|no)$/;
/** A number as printed: "25", "188.45/38/Setda/Kum", "02/PRT/M/2018", "900 - 4700". */
const PRINTED_NUMBER =
  /[\s.:]{0,6}(?:nomor\s{1,3})?["'“]?([\dOlI]\w{0,20}(?:\.\w{1,20}|\.?\s?\/\s?[\w.]{1,40}|\s?-\s?\d\w{0,20}){0,12})/iuy;

/** A number that is printed as it should be. */
const CLEAN = /^[1-9]\d*$/;

/** A number without the spaces around "/", leading noughts and the letters that a scan makes of digits. */
function cleanNumber(printed: string): string {
  if (CLEAN.test(printed)) return printed;
  const joined = printed
    .replace(/\s+/g, "")
    .replace(/\.+\//g, "/")
    .replace(/[.,]+$/, "");
  const digits = /^[\dOlI]+$/.test(joined) ? joined.replaceAll("O", "0").replace(/[lI]/g, "1") : joined;
  return /^\d+$/.test(digits) ? digits.replace(/^0+(?=\d)/, "") : digits;
}

const isYear = (text: string): boolean =>
  /^\d{4}$/.test(text) && Number(text) >= OLDEST_YEAR && Number(text) <= NEWEST_YEAR;

interface NumberAndYear {
  number: string | null;
  year: number | null;
}

/** Number and year that stand in the tokens `from` to `to` (excluded) behind a name. */
export function numberAndYear(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
): NumberAndYear {
  let number: string | null = null;
  let year: number | null = null;
  let bare: string | null = null;
  for (let i = from; i < to; i++) {
    const token = tokens[i] as Token;
    const before = tokens[i - 1]?.lower ?? "";
    if (number === null && token.lower[0] === "n" && NUMBER_WORD.test(token.lower)) {
      PRINTED_NUMBER.lastIndex = token.end;
      const printed = PRINTED_NUMBER.exec(text)?.[1];
      if (printed) number = cleanNumber(printed);
    }
    if (token.kind !== "number" || year !== null) continue;
    const dated = near(before, "tahun") || before === "th" || before === "thn";
    if (isYear(token.text) && (dated || number !== null || i > from)) {
      if (dated || number !== token.text) year = Number(token.text);
    } else if (bare === null && !dated && !/^(?:tanggal|tgl)$/.test(before)) bare = token.text;
  }
  const plain = number ?? (bare === null ? null : cleanNumber(bare));
  const tail = plain?.includes("/") ? /^(.*?)\/((?:19|20)\d\d)$/.exec(plain) : null;
  if (!tail) return { number: plain, year };
  const short = /^\d+$/.test(tail[1] as string);
  return { number: short ? (tail[1] as string) : plain, year: year ?? Number(tail[2]) };
}

/** What follows speaks of amendments. */
const TITLE_ENDS = /^(?:sebagaimana|seagaimana|sebagimana|junto|juncto|jo)$/;
const endsTitle = ({ lower }: Token): boolean =>
  (lower[0] === "s" || lower[0] === "j") && TITLE_ENDS.test(lower);

/** Index behind the words that lead from a name to its title: the first "tentang", "sebagaimana" or ";", at most `limit`. */
export function headEnd(tokens: readonly Token[], from: number, limit: number): number {
  const last = Math.min(limit, from + NUMBER_REACH, tokens.length);
  for (let i = from; i < last; i++) {
    const token = tokens[i] as Token;
    if (token.text === ";" || isAbout(token) || endsTitle(token)) return i;
  }
  return last;
}

const isAbout = (token: Token | undefined): boolean =>
  token !== undefined && (near(token.lower, "tentang") || token.lower === "perihal" || token.lower === "ttg");

const GAZETTE = /^(?:lembaran|berita|tambahan)$/;

/** The title behind "tentang" at token `at`, up to token `limit`, the amendments or the gazette. */
function titleAt(text: string, tokens: readonly Token[], at: number, limit: number): string | null {
  if (!isAbout(tokens[at])) return null;
  let from = at + 1;
  while (isAbout(tokens[from])) from++;
  let to = from;
  while (to < limit && to < tokens.length) {
    const token = tokens[to] as Token;
    const gazette = token.text === "(" && GAZETTE.test(tokens[to + 1]?.lower ?? "");
    if (token.text === ";" || gazette || endsTitle(token)) break;
    to++;
  }
  const first = tokens[from];
  if (!first || to <= from) return null;
  const end = (tokens[to - 1] as Token).end;
  const title = withSingleBlanks(
    end - first.start <= TITLE_LIMIT
      ? text.slice(first.start, end)
      : text.slice(first.start, first.start + TITLE_LIMIT).replace(/\s+\S*$/, ""),
  )
    .replace(/[\s.,:"”]+$/, "")
    .replace(/[,;]? dan$/, "");
  return title || null;
}

/** The citation of a mention whose item ends at token `limit`. */
export function citationOf(
  text: string,
  tokens: readonly Token[],
  mention: Mention,
  limit: number,
): DasarHukum {
  const { type, next } = mention.name;
  const end = headEnd(tokens, next, limit);
  const { number, year } = numberAndYear(text, tokens, next, end);
  const constitution = type === "UUD";
  return {
    type,
    number: constitution ? null : number,
    year: constitution ? 1945 : year,
    title: titleAt(text, tokens, end, limit),
  };
}
