import { distance } from "fastest-levenshtein";

export interface Token {
  kind: "number" | "word" | "mark" | "break";
  text: string;
  /** Lower case; the digits 0 and 1 that a scan puts inside words are read as o and i. */
  lower: string;
  start: number;
  end: number;
}

const L = "A-Za-z\\u00C0-\\u024F";
/**
 * Numbers keep their separators ("1.500.000", "08.30"); letters and digits are split ("2x24" is three tokens), except
 * the 0 and 1 with which a scan replaces letters inside a word; a line break is a token; any other sign stands alone.
 */
const TOKEN = new RegExp(
  `0[${L}]{3,}|\\d+(?:[.,:]\\d+)*|[${L}]+(?:[01][${L}]+)*(?:(?<=[${L}]{3})[01](?![\\d@.)]))?|\\n|\\S`,
  "g",
);
const ZERO = 48;

const isLetter = (code: number): boolean =>
  ((code | 32) >= 97 && (code | 32) <= 122) || (code >= 0xc0 && code <= 0x24f);

/** White space that is no line break. */
const isBlank = (code: number): boolean =>
  code === 32 ||
  (code >= 9 && code <= 13 && code !== 10) ||
  (code >= 0xa0 && /\s/.test(String.fromCharCode(code)));

function kindOf(piece: string): Token["kind"] {
  if (piece === "\n") return "break";
  const first = piece.charCodeAt(0);
  if (isLetter(first) || (first === ZERO && isLetter(piece.charCodeAt(1)))) return "word";
  return first >= ZERO && first < ZERO + 10 ? "number" : "mark";
}

/** Small ASCII letters and nothing else, as most words are. */
function isPlain(word: string): boolean {
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at);
    if (code < 97 || code > 122) return false;
  }
  return true;
}

/** Digits that a scan puts inside words. */
const MISREAD = /[01]/;
/** Lower case, with letters for such digits. */
const lowerOf = (word: string): string => {
  const lower = word.toLowerCase();
  return MISREAD.test(lower) ? lower.replaceAll("0", "o").replaceAll("1", "i") : lower;
};

/** Cuts a text into tokens; linear in its length. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let end = 0; TOKEN.test(text); ) {
    // Every sign but a blank begins a token.
    let start = end;
    while (isBlank(text.charCodeAt(start))) start++;
    end = TOKEN.lastIndex;
    const piece = text.slice(start, end);
    const kind = kindOf(piece);
    const lower = kind === "word" && !isPlain(piece) ? lowerOf(piece) : piece;
    tokens.push({ kind, text: piece, lower, start, end });
  }
  return tokens;
}

/**
 * Is `word` (lower case) `target` or a misreading of it by at most `slips` letters? Short words get no slips; the first or
 * the last letter must be right.
 */
export function near(
  word: string,
  target: string,
  slips = target.length >= 7 ? 2 : target.length >= 5 ? 1 : 0,
): boolean {
  if (word === target) return true;
  if (slips === 0 || Math.abs(word.length - target.length) > slips) return false;
  if (
    word.charCodeAt(0) !== target.charCodeAt(0) &&
    word.charCodeAt(word.length - 1) !== target.charCodeAt(target.length - 1)
  )
    return false;
  return distance(word, target) <= slips;
}

/** `near` against a list. */
export const nearAny = (word: string, targets: readonly string[]): boolean =>
  targets.some((target) => near(word, target));
