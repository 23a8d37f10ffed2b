import type { Token } from "./tokens.ts";

const FRACTIONS: Record<string, number> = { "½": 0.5, "¼": 0.25, "¾": 0.75 };
const DIGIT_WORDS: Record<string, number> = {
  nol: 0,
  satu: 1,
  dua: 2,
  tiga: 3,
  empat: 4,
  lima: 5,
  enam: 6,
  tujuh: 7,
  delapan: 8,
  sembilan: 9,
};
const WHOLE_WORDS: Record<string, number> = {
  sepuluh: 10,
  sebelas: 11,
  seratus: 100,
  seribu: 1000,
  sejuta: 1e6,
};
const SCALES: Record<string, number> = { ribu: 1e3, juta: 1e6, miliar: 1e9, milyar: 1e9 };
const JOINED = /^(satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)(belas|puluh|ratus|ribu)$/;

const DIGIT_NAMES = Object.keys(DIGIT_WORDS);
/** Every word with which a number may begin. */
const NUMBER_WORDS: ReadonlySet<string> = new Set([
  "setengah",
  ...DIGIT_NAMES,
  ...Object.keys(WHOLE_WORDS),
  ...DIGIT_NAMES.flatMap((digit) => ["belas", "puluh", "ratus", "ribu"].map((scale) => digit + scale)),
]);

/** A longer row of figures is no quantity: as a number it would lose digits, or be none at all. */
const MOST_FIGURES = 15;

/**
 * Value of a figure as printed in Indonesia: the point groups thousands, the comma is the decimal sign
 * ("1.500" is 1500, "1,5" is 1.5). A lone point or comma before one digit is decimal; hours of a clock ("08.30") and
 * figures whose groups contradict each other are null.
 */
export function parseFigure(text: string): number | null {
  if (text.length > MOST_FIGURES) return null;
  if (/^\d+$/.test(text)) return Number(text);
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(text)) return Number(text.replaceAll(".", "").replace(",", "."));
  if (/^\d{1,3}(?:,\d{3})+$/.test(text)) return Number(text.replaceAll(",", ""));
  if (/^\d+,\d{1,2}$/.test(text)) return Number(text.replace(",", "."));
  if (/^\d+\.\d$/.test(text)) return Number(text);
  return null;
}

/** Value of a fraction sign such as "½"; undefined for any other text. */
export const fractionSign = (text: string): number | undefined => FRACTIONS[text];

export interface Read {
  value: number;
  /** Index of the first token that does not belong to it. */
  next: number;
}

/** Value of one number word, with "dua belas" and its like in one or two tokens, below a thousand. */
function belowHundred(tokens: readonly Token[], at: number): Read | null {
  const word = tokens[at]?.lower ?? "";
  const following = tokens[at + 1]?.lower;
  const digit = DIGIT_WORDS[word];
  if (digit !== undefined) {
    if (following === "belas") return { value: digit + 10, next: at + 2 };
    if (following === "puluh") return tens(tokens, at + 2, digit * 10);
    return { value: digit, next: at + 1 };
  }
  const joined = JOINED.exec(word);
  if (joined) {
    const part = DIGIT_WORDS[joined[1] as string] as number;
    if (joined[2] === "belas") return { value: part + 10, next: at + 1 };
    if (joined[2] === "puluh") return tens(tokens, at + 1, part * 10);
  }
  const whole = WHOLE_WORDS[word];
  return whole === 10 || whole === 11 ? { value: whole, next: at + 1 } : null;
}

function tens(tokens: readonly Token[], at: number, value: number): Read {
  const unit = DIGIT_WORDS[tokens[at]?.lower ?? ""];
  return unit ? { value: value + unit, next: at + 1 } : { value, next: at };
}

function belowThousand(tokens: readonly Token[], at: number): Read | null {
  const word = tokens[at]?.lower ?? "";
  const joined = JOINED.exec(word);
  let hundreds: Read | null = null;
  if (WHOLE_WORDS[word] === 100) hundreds = { value: 100, next: at + 1 };
  else if (joined?.[2] === "ratus")
    hundreds = { value: (DIGIT_WORDS[joined[1] as string] as number) * 100, next: at + 1 };
  else if (DIGIT_WORDS[word] !== undefined && tokens[at + 1]?.lower === "ratus")
    hundreds = { value: (DIGIT_WORDS[word] as number) * 100, next: at + 2 };
  if (!hundreds) return belowHundred(tokens, at);
  const rest = belowHundred(tokens, hundreds.next);
  return rest ? { value: hundreds.value + rest.value, next: rest.next } : hundreds;
}

/** One group of a number in words with its scale: "dua ratus ribu", "seribu", "lima puluh". */
function scaled(tokens: readonly Token[], at: number): (Read & { scale: number }) | null {
  const word = tokens[at]?.lower ?? "";
  const joined = JOINED.exec(word);
  if (joined?.[2] === "ribu")
    return { value: (DIGIT_WORDS[joined[1] as string] as number) * 1000, next: at + 1, scale: 1000 };
  const whole = WHOLE_WORDS[word];
  if (whole && whole >= 1000) return { value: whole, next: at + 1, scale: whole };
  const group = belowThousand(tokens, at);
  if (!group) return null;
  const scale = SCALES[tokens[group.next]?.lower ?? ""];
  return scale ? { value: group.value * scale, next: group.next + 1, scale } : { ...group, scale: 1 };
}

/**
 * A number written out in words from token `at`: "dua puluh lima", "seratus sepuluh", "satu setengah", "setengah",
 * "lima ratus ribu". Groups must fall in scale (juta, ribu, units). Null where no number word stands there.
 */
export function parseNumberWords(tokens: readonly Token[], at: number): Read | null {
  if (!NUMBER_WORDS.has(tokens[at]?.lower ?? "")) return null;
  if (tokens[at]?.lower === "setengah") return { value: 0.5, next: at + 1 };
  const groups: Read[] = [];
  let ceiling = Number.POSITIVE_INFINITY;
  let next = at;
  while (ceiling > 1) {
    const group = scaled(tokens, next);
    if (!group || group.scale >= ceiling) break;
    groups.push(group);
    ceiling = group.scale;
    next = group.next;
  }
  if (groups.length === 0) return null;
  const value = groups.reduce((sum, group) => sum + group.value, 0);
  return tokens[next]?.lower === "setengah" ? { value: value + 0.5, next: next + 1 } : { value, next };
}

/** Whole rupiah of a printed amount ("1.500.000,00", "250,000", "50.000.-"); null where the groups contradict each other. */
export function parseRupiah(text: string): number | null {
  const digits = text
    .replace(/[Oo]/g, "0")
    .replace(/[.,]+$/, "")
    .replace(/[.,]\d{2}$/, "");
  if (digits.length > MOST_FIGURES) return null;
  if (/^\d+$/.test(digits)) return Number(digits);
  return /^\d{1,3}(?:\.\d{3})+$/.test(digits) || /^\d{1,3}(?:,\d{3})+$/.test(digits)
    ? Number(digits.replace(/[.,]/g, ""))
    : null;
}
