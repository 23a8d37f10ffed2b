import { fractionSign, parseFigure, parseNumberWords, type Read } from "./numbers.ts";
import type { Token } from "./tokens.ts";

export interface Quantity extends Read {
  /** Words in parentheses after the figure ("tiga" of "3 (tiga)"), lower case. */
  gloss: string[];
  /** How it was printed: a figure, a number in words, or a digit that the scan lost or misread. */
  form: "figure" | "words" | "guess";
}

/** A gloss such as "(dua puluh lima)" or "(satu - dua)" is never longer than this. */
const GLOSS_TOKENS = 8;
/** What a scan makes of a lone "1". */
const MISREAD_ONE = /^[lIi|!]$/;

interface Gloss {
  words: string[];
  next: number;
}

/** The parentheses that open at token `at`; a lost closing one is forgiven where a number stands inside. */
function glossAt(tokens: readonly Token[], at: number): Gloss | null {
  if (tokens[at]?.text !== "(") return null;
  const words: string[] = [];
  for (let i = at + 1; i < tokens.length && i <= at + GLOSS_TOKENS; i++) {
    const token = tokens[i] as Token;
    if (token.text === ")") return { words, next: i + 1 };
    if (token.kind === "word") words.push(token.lower);
    else if (token.kind === "mark" && !/^[-–—/.…]$/.test(token.text)) return null;
  }
  const unclosed = parseNumberWords(tokens, at + 1);
  return unclosed ? { words: [], next: unclosed.next } : null;
}

const FRACTION_LIMIT = 10;

/** "1/2" and its like; a fraction of ten or more is a pair of numbers. */
function slashFraction(tokens: readonly Token[], at: number): Read | null {
  if (tokens[at + 1]?.text !== "/" || tokens[at + 2]?.kind !== "number") return null;
  const over = Number(tokens[at]?.text);
  const under = Number(tokens[at + 2]?.text);
  return over > 0 && over < under && under < FRACTION_LIMIT ? { value: over / under, next: at + 3 } : null;
}

/** A half or quarter that stands after a whole number: "1 ½", "1 1/2", "1 setengah". */
function addedFraction(tokens: readonly Token[], at: number): Read | null {
  const token = tokens[at];
  if (!token) return null;
  if (token.lower === "setengah") return { value: 0.5, next: at + 1 };
  const sign = fractionSign(token.text);
  return sign === undefined ? slashFraction(tokens, at) : { value: sign, next: at + 1 };
}

/**
 * The quantity that begins at token `at`: a figure with or without gloss, a fraction, number words, or a digit that the
 * scan misread ("l (satu)") or lost ("(satu)"). Figure against gloss ("2 (satu)"): the figure. Line breaks must have been
 * left out of the tokens. A guess is no more than that: the caller asks for a unit after it.
 */
export function quantityAt(tokens: readonly Token[], at: number): Quantity | null {
  const token = tokens[at];
  if (!token) return null;
  if (token.kind === "number") {
    const fraction = slashFraction(tokens, at);
    const value = fraction?.value ?? parseFigure(token.text);
    if (value === null) return null;
    const added = fraction ? null : addedFraction(tokens, at + 1);
    const end = added?.next ?? fraction?.next ?? at + 1;
    return withGloss(tokens, { value: value + (added?.value ?? 0), next: end }, "figure");
  }
  const sign = token.kind === "mark" ? fractionSign(token.text) : undefined;
  if (sign !== undefined) return withGloss(tokens, { value: sign, next: at + 1 }, "figure");
  if (MISREAD_ONE.test(token.text)) {
    const words = tokens[at + 1]?.text === "(" ? parseNumberWords(tokens, at + 2) : null;
    return withGloss(tokens, { value: words?.value ?? 1, next: at + 1 }, "guess");
  }
  if (token.text === "(") {
    const inside = parseNumberWords(tokens, at + 1);
    return inside && tokens[inside.next]?.text === ")"
      ? { value: inside.value, next: inside.next + 1, gloss: [], form: "guess" }
      : null;
  }
  const words = parseNumberWords(tokens, at);
  return words && withGloss(tokens, words, "words");
}

function withGloss(tokens: readonly Token[], read: Read, form: Quantity["form"]): Quantity {
  const gloss = glossAt(tokens, read.next);
  return { value: read.value, next: gloss?.next ?? read.next, gloss: gloss?.words ?? [], form };
}

/** Index after the words of a range ("-", "s/d", "s.d.", "sampai dengan", "hingga", "atau") at token `at`; null if none. */
export function rangeWordAt(tokens: readonly Token[], at: number): number | null {
  const lower = tokens[at]?.lower;
  if (lower === undefined) return null;
  if (/^[-–—~]$/.test(lower) || lower === "hingga" || lower === "atau" || lower === "sd") {
    return lower === "sd" && tokens[at + 1]?.text === "." ? at + 2 : at + 1;
  }
  if (lower === "sampai") return tokens[at + 1]?.lower === "dengan" ? at + 2 : at + 1;
  if (lower === "s" && /^[./]$/.test(tokens[at + 1]?.text ?? "") && tokens[at + 2]?.lower === "d") {
    return tokens[at + 3]?.text === "." ? at + 4 : at + 3;
  }
  return null;
}
