import { distance } from "fastest-levenshtein";
import type { UnsurKey } from "../editions.ts";
import { clean, isEmptyAnswer, words } from "../text.ts";

/** What one cell of an unsur column says. A score is in hundredths (400 = 4). */
export type Answer =
  | { kind: "score"; score: number }
  | { kind: "blank" }
  | { kind: "out_of_scale" }
  | { kind: "not_a_number" };

const BLANK: Answer = { kind: "blank" };
const OUT: Answer = { kind: "out_of_scale" };
const UNKNOWN: Answer = { kind: "not_a_number" };
const SCORES: readonly Answer[] = [0, 100, 200, 300, 400].map((score) => ({ kind: "score", score }));
const point = (value: number): Answer => SCORES[value] as Answer;

/**
 * `official`: tidak 1, kurang 2, plain 3, sangat 4 (sample questionnaire of Permenpan RB 14/2017, seen in print).
 * `likert`: sangat tidak 1, tidak 2, plain 3, sangat 4, where a file says "sangat tidak" and never "kurang".
 */
export type WordScale = "official" | "likert";

/** Special scales of single unsur, tested in this order on folded text. */
const OWN: Partial<Record<UnsurKey, readonly (readonly [RegExp, number])[]>> = {
  biaya: [
    [/^sangat mahal$/, 1],
    [/^(?:cukup |agak |kurang )?mahal$/, 2],
    [/^sangat murah$/, 4],
    [/^(?:cukup )?murah$/, 3],
    [
      /\bgratis\b|\btidak (?:di)?(?:pungut|kenakan|bayar|ada)(?: biaya)?\b|\btanpa biaya\b|\bcuma cuma\b|^bebas biaya$|^nol rupiah$/,
      4,
    ],
  ],
  sarana: [
    [/^(?:sangat )?buruk$/, 1],
    [/^cukup(?: baik)?$/, 2],
  ],
  pengaduan: [
    [/\btidak berfungsi\b/, 2],
    [/\b(?:kurang|tidak|belum) (?:maksimal|optimal)\b/, 3],
    [/\b(?:di)?kelola(?: dengan)? (?:sangat )?baik\b|\bpengelolaan baik\b/, 4],
    [/^tidak ada(?: (?:sarana|penanganan|pengaduan))?$/, 1],
  ],
  kepastian_biaya: [
    [/^selalu tidak sesuai$/, 1],
    [/^kadang(?: kadang)? sesuai$/, 2],
    [/^banyak sesuai(?:nya)?$/, 3],
    [/^selalu sesuai$/, 4],
  ],
  kepastian_jadwal: [
    [/^selalu tidak tepat$/, 1],
    [/^kadang(?: kadang)? tepat$/, 2],
    [/^banyak tepat(?:nya)?$/, 3],
    [/^selalu tepat$/, 4],
  ],
};

const QUALITIES = [
  "sesuai",
  "mudah",
  "cepat",
  "tepat",
  "kompeten",
  "mampu",
  "terampil",
  "cakap",
  "sopan",
  "ramah",
  "baik",
  "bagus",
  "puas",
  "memuaskan",
  "jelas",
  "wajar",
  "lengkap",
  "setuju",
  "disiplin",
  "bertanggungjawab",
  "bertanggung",
  "adil",
  "nyaman",
  "aman",
  "memadai",
  "terjangkau",
  "maksimal",
  "optimal",
  "responsif",
  "tanggap",
  "berkualitas",
  "profesional",
  "sederhana",
];
/** Words that say nothing of their own in an answer. */
const FILLERS = new Set([
  "dan",
  "atau",
  "dengan",
  "yang",
  "jawab",
  "sekali",
  "nya",
  "pelayanan",
  "petugas",
  "dalam",
  "sangat",
]);
const NOT = ["tidak", "tdk", "tak", "bukan"];
const LESS = ["kurang", "krg", "kurg"];
const VERY = ["sangat", "sgt", "amat"];

const near = (token: string, known: readonly string[]): boolean =>
  known.some((word) => {
    if (token === word) return true;
    const allowed = word.length >= 8 ? 2 : word.length >= 5 ? 1 : 0;
    return allowed > 0 && Math.abs(token.length - word.length) <= allowed && distance(token, word) <= allowed;
  });

/** Words that say the contrary of a quality. */
const OPPOSITE = /^(?:(sangat|agak|cukup) )?(?:buruk|jelek|sulit|rumit|lambat|lamban)$/;

export type Strength = "very not" | "not" | "less" | "plain" | "very" | "middle";

/** How strongly a phrase says a good quality; null where it says something else. */
export const strengthOf = (answer: string): Strength | null => {
  const text = words(answer);
  if (/^(?:netral|ragu ragu|ragu|biasa(?: saja)?|sedang)$/.test(text)) return "middle";
  const tokens = text.split(" ").filter(Boolean);
  if (tokens.length === 0 || tokens.length > 7) return null;
  const [first = "", second = ""] = tokens;
  const opposite = OPPOSITE.exec(text);
  if (opposite) return opposite[1] === "sangat" ? "very not" : opposite[1] ? "less" : "not";
  if (text === "cukup") return "middle";
  const very = near(first, VERY);
  const negated = near(very ? second : first, NOT);
  const less = near(very ? second : first, LESS);
  const used = (very ? 1 : 0) + (negated || less ? 1 : 0);
  const middle = !used && first === "cukup";
  // "tidak sopan dan tidak ramah" says the same as "tidak sopan dan ramah".
  const again = negated ? NOT : less ? LESS : [];
  const rest = tokens.slice(used + (middle ? 1 : 0)).filter((token) => !near(token, again));
  const quality = rest.some((token) => near(token, QUALITIES));
  const only = rest.every((token) => near(token, QUALITIES) || FILLERS.has(token));
  if (!quality || !only) return null;
  if (middle) return "middle";
  if (very) return negated || less ? "very not" : "very";
  return negated ? "not" : less ? "less" : "plain";
};

const POINTS: Record<WordScale, Record<Strength, number | null>> = {
  official: { "very not": 1, not: 1, less: 2, plain: 3, very: 4, middle: null },
  likert: { "very not": 1, not: 2, less: 2, plain: 3, very: 4, middle: null },
};

/** The special scale of an unsur knows this answer: what "cukup" or "buruk" means there is settled. */
export const isOwnAnswer = (text: string, unsur: UnsurKey): boolean => {
  const folded = words(text);
  return OWN[unsur]?.some(([pattern]) => pattern.test(folded)) ?? false;
};

const byWords = (text: string, unsur: UnsurKey, rules: AnswerRules): number | null => {
  const folded = words(text)
    .replace(/\bdgn\b/g, "dengan")
    .replace(/\b(?:tapi|namun)\b/g, "tetapi");
  if (folded === "") return null;
  if (rules.dearIsOne && folded === "mahal") return 1;
  const own = OWN[unsur]?.find(([pattern]) => pattern.test(folded));
  if (own) return own[1];
  const strength = strengthOf(folded);
  if (strength === "middle") return rules.enoughIsTwo && folded.startsWith("cukup") ? 2 : null;
  return strength && POINTS[rules.words][strength];
};

const NUMBER = /^([+-]?\d{1,9})(?:[.,](\d{1,18}))?$/;
/** "4. Sangat baik", "4 - Sangat Baik", "(4) Sangat baik", "d) sangat sesuai", "4=Sangat baik". */
const MARKED = /^[([]?\s*([1-9]\d?|[a-fA-F])\s*[)\].:=\-–—]+\s*(\S.*)$|^([1-9]\d?)\s+([A-Za-z].*)$/;
/** "Sangat baik (4)", "Sangat baik = 4". */
const TRAILING = /^(\D+?)\s*[([=:–—-]\s*(\d{1,2})\s*[)\]]?$/;

/** Stars of a form, filled before empty: "★★★☆". What people choose from may have five of them. */
const STARS = /^((?:[\u2605\u2b50\u{1f31f}]\ufe0f?\s*)+)(?:\u2606\ufe0f?\s*)*$/u;
/** A figure in words, alone or beside itself: "empat", "4 (empat)", "empat (4)". */
const SPELLED = ["satu", "dua", "tiga", "empat", "lima", "enam"];

const spelled = (text: string): number | null => {
  const tokens = words(text).split(" ");
  if (tokens.length > 2) return null;
  const values = tokens.map((token) => (/^\d$/.test(token) ? Number(token) : SPELLED.indexOf(token) + 1));
  return values.every((value) => value > 0 && value === values[0]) ? (values[0] as number) : null;
};

const figure = (value: number): Answer =>
  value < 1 || value > 4 ? OUT : Number.isInteger(value) ? point(value) : UNKNOWN;

const letter = (text: string): number => text.toLowerCase().charCodeAt(0) - 96;

/** A date that a spreadsheet made of the figures 1 to 4. */
const SERIAL = /^1900-01-0([1-4])$/;

export interface AnswerRules {
  words: WordScale;
  /** "cukup" is the second of four steps here: beside "tidak" or "buruk", without "kurang". */
  enoughIsTwo?: boolean;
  /** "mahal" is the first of four steps here: beside "cukup mahal". */
  dearIsOne?: boolean;
  /** Map of the options: answer as printed (folded) → score in hundredths. Answers it does not name are outside it. */
  map: ReadonlyMap<string, number> | null;
}

/** The key under which a scale map is asked for an answer. */
export const mapKey = (answer: string): string => {
  const text = clean(answer).toLowerCase();
  const number = NUMBER.exec(text);
  return number ? String(Number(text.replace(",", "."))) : words(text);
};

/** Reads one answer to an unsur. Never throws. */
export const readAnswer = (cell: string, unsur: UnsurKey, rules: AnswerRules): Answer => {
  const text = clean(cell);
  if (isEmptyAnswer(text)) return BLANK;
  if (rules.map) return mapped(text, unsur, rules, rules.map);
  return plain(text, unsur, rules);
};

const plain = (answer: string, unsur: UnsurKey, rules: AnswerRules): Answer => {
  // A figure kept as text: sheets write an apostrophe before it, exports a formula around it.
  const text = /^'\d/.test(answer) ? answer.slice(1) : (/^="([^"=]*)"$/.exec(answer)?.[1] ?? answer);
  const serial = SERIAL.exec(text);
  if (serial) return point(Number(serial[1]));
  if (NUMBER.test(text)) return figure(Number(text.replace(",", ".")));
  if (/^\d+(?:\.\d+)?e[+-]?\d{1,2}$/i.test(text)) return figure(Number(text));
  const stars = STARS.exec(text);
  if (stars) return figure([...(stars[1] as string)].filter((sign) => !/\s|\ufe0f/.test(sign)).length);
  const named = /\p{L}{3}/u.test(text) ? spelled(text) : null;
  if (named !== null) return figure(named);
  const single = /^[([]?([a-z])[)\].]?$/i.exec(text);
  if (single) return letterAnswer(single[1] as string);
  const number = /^[([]?\s*(\d{1,2})\s*[)\].]+$/.exec(text);
  if (number) return figure(Number(number[1]));
  const spoken = byWords(text, unsur, rules);
  if (spoken) return point(spoken);
  const marked = MARKED.exec(text);
  if (marked)
    return markedAnswer(
      (marked[1] ?? marked[3]) as string,
      (marked[2] ?? marked[4]) as string,
      unsur,
      rules,
      marked[1] === undefined,
    );
  const trailing = TRAILING.exec(text);
  if (trailing) return markedAnswer(trailing[2] as string, trailing[1] as string, unsur, rules, false);
  return UNKNOWN;
};

const letterAnswer = (text: string): Answer => {
  const value = letter(text);
  return value <= 4 ? point(value) : value <= 6 ? OUT : UNKNOWN;
};

/** A mark before words: words and figure must not contradict each other; a letter gives way to its words. */
const markedAnswer = (
  mark: string,
  label: string,
  unsur: UnsurKey,
  rules: AnswerRules,
  bare: boolean,
): Answer => {
  const isLetter = /[a-f]/i.test(mark);
  const spoken = byWords(label, unsur, rules);
  if (isLetter) return spoken ? point(spoken) : strengthOf(label) === "middle" ? OUT : letterAnswer(mark);
  // "3.5" has been read as a number before; what follows a mark here is text.
  if (!/[a-z]/i.test(label)) return UNKNOWN;
  const value = Number(mark);
  // "3 hari" is no answer: without a sign between them the words must be known.
  if (bare && spoken === null && strengthOf(label) === null) return UNKNOWN;
  if (value > 4) return OUT;
  return spoken && spoken !== value ? UNKNOWN : figure(value);
};

const mapped = (
  text: string,
  unsur: UnsurKey,
  rules: AnswerRules,
  map: ReadonlyMap<string, number>,
): Answer => {
  const whole = map.get(mapKey(text));
  if (whole !== undefined) return { kind: "score", score: whole };
  const mark = MARKED.exec(text);
  const trailing = TRAILING.exec(text);
  const figureText = mark?.[1] ?? mark?.[3] ?? trailing?.[2];
  const marked = figureText === undefined ? undefined : map.get(mapKey(figureText));
  if (marked !== undefined) return { kind: "score", score: marked };
  // A map that speaks of figures beyond 1-4 alone leaves 1-4 as they are; one that moves any of them must name all.
  const moves = [...map.keys()].some((key) => /^[1-4]$/.test(key) || /^-?\d+\.\d/.test(key));
  if (NUMBER.test(text)) return moves ? OUT : plain(text, unsur, rules);
  return plain(text, unsur, rules);
};

/** Reads the answers of one column and remembers what it has seen: a column knows few answers. */
export const answerReader = (unsur: UnsurKey, rules: AnswerRules): ((cell: string) => Answer) => {
  const seen = new Map<string, Answer>();
  return (cell) => {
    let answer = seen.get(cell);
    if (!answer) {
      answer = readAnswer(cell, unsur, rules);
      if (seen.size < 5000) seen.set(cell, answer);
    }
    return answer;
  };
};
