import {
  EDITION_IDS,
  EDITIONS,
  type EditionId,
  edition,
  type UnsurKey,
  type UnsurOrder,
  unsurByNumber,
} from "../editions.ts";
import { Refusal, type Row } from "../files/table.ts";
import { looksPersonal } from "../personal.ts";
import { readAnswer, strengthOf } from "../rows/answers.ts";
import { readMoment } from "../rows/dates.ts";
import { FIELD_KEYS, type FieldKey, type Shape, type SkmOptions } from "../schema.ts";
import { clean, isEmptyAnswer, words } from "../text.ts";
import { fieldByWords, LONG_ANSWER } from "./fields.ts";
import { ASKED_COLUMNS, bareRun, type Header } from "./header.ts";
import { legendOrder } from "./legend.ts";
import { unsurByWords, unsurNumber } from "./unsur-words.ts";

/** What a column was understood to be, how, and how surely. */
export interface Column {
  /** 0-based. */
  index: number;
  header: string;
  unsur: UnsurKey | null;
  field: FieldKey | null;
  /** Calibrated by hand: words 0.8-1, codes 0.9, order 0.5, options 1. */
  confidence: number;
  by: "option" | "words" | "code" | "order" | "content" | null;
}

export interface Layout {
  shape: Shape;
  edition: EditionId;
  header: Header;
  columns: Column[];
  /** U8 and U9 were told apart by the order of the questionnaire alone. */
  orderAssumed: boolean;
  /** The order that a legend of the file gives them; null where none does. */
  legend: UnsurOrder | null;
  /** Long form: the columns of the unsur and of the answer. */
  long: { unsur: number; answer: number } | null;
  /** Headers named in the options that the table does not have. */
  unknownOptions: string[];
}

const OLD_WORDS =
  /\bkedisiplinan|\bkejelasan petugas|\btanggung ?jawab|\bkeadilan|\bkepastian biaya|\bkepastian jadwal|\bkenyamanan|\bkeamanan/;
const CITED: readonly (readonly [EditionId, RegExp])[] = [
  ["25/2004", /\b25 (?:m ?pan 2 )?(?:tahun )?2004\b|\b25 m pan\b/],
  ["16/2014", /\b16 (?:tahun )?2014\b/],
  ["14/2017", /\b14 (?:tahun )?2017\b/],
];

/** Option, then citation in a title, then words that only one edition has, then fourteen codes; else 14/2017. */
const editionOf = (texts: readonly string[], titles: readonly string[], options: SkmOptions): EditionId => {
  if (options.edition) return options.edition;
  const wanted = Object.values(options.columns ?? {});
  const only = EDITION_IDS.find((id) =>
    wanted.some((key) => {
      const holders = EDITIONS.filter((one) => one.unsur.some((unsur) => unsur.key === key));
      return holders.length === 1 && holders[0]?.id === id && id !== "14/2017";
    }),
  );
  if (only) return only;
  const title = words(titles.join(" "));
  const cited = CITED.find(([, pattern]) => pattern.test(title));
  if (cited) return cited[0];
  const folded = texts.map(words);
  if (new Set(folded.map((text) => OLD_WORDS.exec(text)?.[0]).filter(Boolean)).size >= 4) return "25/2004";
  const numbers = new Set(texts.map(unsurNumber).filter((one) => one !== null));
  const run = bareRun(texts).length;
  const wordless = folded.filter((text) => unsurByWords(text, "14/2017")).length === 0;
  if (wordless && (run === 14 || (numbers.size === 14 && Math.max(...(numbers as Set<number>)) === 14)))
    return "25/2004";
  const has = (pattern: RegExp) => folded.some((text) => pattern.test(text));
  return has(/\bmaklumat\b/) && !has(/\bsarana|\bprasarana|\bsarpras/) ? "16/2014" : "14/2017";
};

/** Could these cells be answers? Prices, dates and long remarks are not. */
const couldBeAnswers = (cells: readonly string[], key: UnsurKey): boolean => {
  const filled = cells.map(clean).filter((cell) => !isEmptyAnswer(cell));
  if (filled.length === 0) return true;
  const distinct = new Set(filled).size;
  if (
    filled.every((cell) => /^\d{1,2}[.:]\d{2}(?:[.:]\d{2})?$/.test(cell)) &&
    filled.some((cell) => Number.parseInt(cell, 10) > 4)
  )
    return false;
  const good = filled.filter((cell) => {
    if (readAnswer(cell, key, PLAIN).kind === "score") return true;
    if (/^[+-]?\d+(?:[.,]\d+)?$/.test(cell)) return Number(cell.replace(",", ".")) <= 100;
    if (/^#|^=/.test(cell) || /^[a-f]$/i.test(cell) || strengthOf(cell)) return true;
    if (/^\d+\s*(?:menit|jam|hari|minggu|bulan|tahun|rupiah|rp)\b|^rp/i.test(cell)) return false;
    if (readMoment(cell, "dmy") || /^\d{1,2}[.:]\d{2}/.test(cell)) return false;
    return cell.length <= 60 && (distinct <= 8 || filled.length < 5);
  }).length;
  return good * 2 >= filled.length;
};

const PLAIN = { words: "official", map: null } as const;
const ANSWERED = new Set(["score", "out_of_scale"]);

interface Guess {
  column: Column;
  number: number | null;
  weight: number;
}

/**
 * Understands the columns of a table: by the options, then words, then codes, then order; a column whose cells cannot be
 * answers is no unsur, whatever its header says.
 *
 * @param sample rows below the header. @param titles texts above it.
 * @param asking where columns of answers are there that nothing names, their user is asked instead of refused.
 * @throws Refusal `bad_options` where an option names no unsur of the edition, `no_unsur` where no unsur is found.
 */
export const layoutOf = (
  header: Header,
  sample: readonly Row[],
  titles: readonly string[],
  options: SkmOptions,
  asking = false,
): Layout => {
  const cells = (column: number) => sample.map((row) => row.cells[column] ?? "");
  const tallUnsur = header.unsurColumn === null ? [] : cells(header.unsurColumn).map((cell) => clean(cell));
  const id = editionOf([...header.texts, ...tallUnsur.slice(0, 30)], titles, options);
  const keys = edition(id).unsur.map((one) => one.key);
  const run = header.unsurColumn === null ? bareRun(header.texts) : [];
  const width = Math.max(header.texts.length, 0);
  const override = overrides(options, header.texts, id);
  const guesses: Guess[] = Array.from({ length: width }, (_, index) => {
    const text = header.texts[index] ?? "";
    const column: Column = { index, header: text, unsur: null, field: null, confidence: 0, by: null };
    const guess: Guess = { column, number: null, weight: 0 };
    if (override.byIndex.has(index)) {
      const chosen = override.byIndex.get(index) ?? null;
      column.by = "option";
      column.confidence = 1;
      if (chosen !== null && (keys as string[]).includes(chosen)) column.unsur = chosen as UnsurKey;
      else column.field = chosen as FieldKey | null;
      return guess;
    }
    if (header.unsurColumn !== null) {
      column.field = index === header.unsurColumn ? null : fieldByWords(text);
      column.confidence = column.field ? 0.9 : 0;
      return guess;
    }
    const hit = unsurByWords(text, id);
    const number = unsurNumber(text) ?? (run.includes(index) ? run.indexOf(index) + 1 : null);
    const field = fieldByWords(text);
    const personalFirst =
      field === "personal" || field === "sex" || field === "submission" || field === "timestamp";
    if (hit && !(personalFirst && hit.weight < 3) && couldBeAnswers(cells(index), hit.unsur)) {
      column.unsur = hit.unsur;
      column.by = "words";
      column.confidence =
        hit.weight >= 3 ? (words(text).split(" ").length <= 4 ? 1 : 0.95) : hit.weight >= 2 ? 0.8 : 0.7;
      const scored = cells(index).filter(
        (cell) => readAnswer(cell, hit.unsur, PLAIN).kind === "score",
      ).length;
      guess.weight = hit.weight + (scored / Math.max(1, sample.length)) * 0.4;
    } else if (number !== null && couldBeAnswers(cells(index), "persyaratan")) guess.number = number;
    else {
      column.field = field ?? byContent(cells(index));
      column.confidence = field ? 0.9 : column.field ? 0.6 : 0;
      if (column.field) column.by = field ? "words" : "content";
    }
    return guess;
  });
  yieldToCodes(guesses, keys.length, cells);
  dropRepeats(guesses);
  const legend = legendOrder([...titles.map((text) => [text]), ...sample.map((row) => row.cells)]);
  const order = unsurByNumber(id, options.order ?? legend ?? "kuesioner");
  const orderAssumed = assignNumbers(guesses, id, options, order) || assignOrder(guesses, order, cells);
  for (const { column } of guesses)
    if (!column.unsur && !column.field && column.by !== "option") {
      column.field = fieldByWords(column.header) ?? byContent(cells(column.index));
      if (column.field) column.confidence = 0.6;
    }
  const columns = guesses.map((guess) => guess.column);
  const tall = header.unsurColumn === null ? null : tallShape(header, sample);
  const unsurColumns = columns.filter((column) => column.unsur);
  const few = unsurColumns.length < 3 && unsurColumns.every((column) => column.by === "words");
  const answered = (column: Column) =>
    cells(column.index).some((cell) => ANSWERED.has(readAnswer(cell, column.unsur as UnsurKey, PLAIN).kind));
  const askable = asking && columns.filter(({ index }) => holdsAnswers(cells(index))).length >= ASKED_COLUMNS;
  if (
    !askable &&
    !tall &&
    (unsurColumns.length === 0 || (few && sample.length > 0 && !unsurColumns.some(answered)))
  )
    throw new Refusal(
      "no_unsur",
      "Tidak ada kolom unsur SKM dalam berkas ini. Periksa apakah berkasnya hasil survei, atau cocokkan kolomnya.",
    );
  return {
    shape:
      tall?.shape ??
      (looksAggregate(unsurColumns, sample) || countsRespondents(columns, sample)
        ? "aggregate"
        : "respondents"),
    edition: id,
    header,
    columns,
    orderAssumed: orderAssumed && !options.order,
    legend,
    long: tall?.long ?? null,
    unknownOptions: override.unknown,
  };
};

/** A column of the options that is named by its place, `#5` for the fifth; 0-based, null for any other key. */
export const placeOfKey = (key: string): number | null => {
  const match = /^#([1-9]\d{0,3})$/.exec(key.trim());
  return match ? Number(match[1]) - 1 : null;
};

/** The letters of a column, 0-based, as a sheet writes them: A … Z, AA … */
export const columnLetters = (index: number): string =>
  (index >= 26 ? columnLetters(Math.floor(index / 26) - 1) : "") + String.fromCharCode(65 + (index % 26));

/** How the options name a column: by its header, or by its place where it has none or shares it with another. */
export const keyOfColumn = (columns: readonly Pick<Column, "index" | "header">[], index: number): string => {
  const header = columns.find((column) => column.index === index)?.header ?? "";
  const same = columns.filter((column) => words(column.header) === words(header)).length;
  return header === "" || same > 1 ? `#${index + 1}` : header;
};

const overrides = (options: SkmOptions, texts: readonly string[], id: EditionId) => {
  const byIndex = new Map<number, string | null>();
  const unknown: string[] = [];
  const keys = edition(id).unsur.map((one) => one.key) as string[];
  for (const [header, chosen] of Object.entries(options.columns ?? {})) {
    if (chosen !== null && !keys.includes(chosen) && !(FIELD_KEYS as readonly string[]).includes(chosen))
      throw new Refusal(
        "bad_options",
        `Unsur "${chosen}" tidak ada dalam edisi ${id}. Pilih unsur lain atau edisi lain.`,
      );
    let at = texts.indexOf(clean(header));
    if (at < 0)
      at = texts.findIndex((text) => text !== "" && words(text) === words(header) && words(text) !== "");
    const place = at < 0 ? placeOfKey(header) : null;
    if (place !== null && place < texts.length) at = place;
    // A header of two rows is printed joined; either row names it.
    if (at < 0 && words(header) !== "") {
      const parts = texts.flatMap((text, index) =>
        ` ${words(text)} `.startsWith(` ${words(header)} `) ||
        ` ${words(text)} `.endsWith(` ${words(header)} `)
          ? [index]
          : [],
      );
      at = parts.length === 1 ? (parts[0] as number) : -1;
    }
    if (at < 0) unknown.push(header);
    else byIndex.set(at, chosen);
  }
  return { byIndex, unknown };
};

/** Codes that name every unsur leave nothing to columns whose words do, but whose cells are no answers: "Sarana informasi". */
const yieldToCodes = (
  guesses: readonly Guess[],
  count: number,
  cells: (column: number) => string[],
): void => {
  const numbers = new Set(guesses.flatMap(({ number }) => number ?? []));
  for (let number = 1; number <= count; number++) if (!numbers.has(number)) return;
  for (const { column } of guesses)
    if (column.unsur && column.by === "words" && !holdsAnswers(cells(column.index)))
      Object.assign(column, { unsur: null, by: null, confidence: 0 });
};

/** Two columns for one unsur: the option, the clearer header or the one among other unsur keeps it. */
const dropRepeats = (guesses: readonly Guess[]): void => {
  const best = new Map<UnsurKey, Guess>();
  const hit = (at: number) => Boolean(guesses[at]?.column.unsur);
  /** How many columns in a row name an unsur where this one stands: questions about something else stand apart. */
  const run = (at: number): number => {
    let [from, to] = [at, at];
    while (hit(from - 1)) from--;
    while (hit(to + 1)) to++;
    return Math.min(9, to - from + 1);
  };
  for (const guess of guesses) {
    const { unsur, by } = guess.column;
    if (!unsur) continue;
    const other = best.get(unsur);
    const rank = (one: Guess) =>
      one.column.by === "option" ? 100 : one.weight + one.column.confidence + run(one.column.index) / 3;
    const loser = !other ? null : rank(guess) > rank(other) ? other : guess;
    if (loser !== guess) best.set(unsur, guess);
    if (loser && !(by === "option" && loser.column.by === "option")) {
      loser.column.unsur = null;
      loser.column.confidence = 0;
      loser.column.by = null;
    }
  }
};

/** Codes: the unsur of that number, unless words have named it elsewhere. True where U8 and U9 hang on the order alone. */
const assignNumbers = (
  guesses: readonly Guess[],
  id: EditionId,
  options: SkmOptions,
  order: readonly UnsurKey[],
): boolean => {
  const taken = new Set(guesses.flatMap(({ column }) => column.unsur ?? []));
  const wordsKnow = taken.has("sarana") || taken.has("pengaduan");
  let assumed = false;
  const seen = new Set<number>();
  const left = guesses.filter((one) => one.number !== null);
  for (const { column, number } of left) {
    let key = order[(number as number) - 1];
    if (!key || seen.has(number as number)) continue;
    seen.add(number as number);
    // "U8" beside a column that words call pengaduan is the other of the two.
    if (taken.has(key) && id === "14/2017" && (key === "sarana" || key === "pengaduan"))
      key = key === "sarana" ? "pengaduan" : "sarana";
    if (taken.has(key)) continue;
    taken.add(key);
    const swaps = id === "14/2017" && (key === "sarana" || key === "pengaduan");
    column.unsur = key;
    column.by = "code";
    column.confidence = swaps && !wordsKnow && !options.order ? 0.6 : 0.9;
    if (swaps && !wordsKnow) assumed = true;
  }
  return assumed;
};

/** Are these cells, but for a few, answers of the scale? */
const holdsAnswers = (cells: readonly string[]): boolean => {
  const filled = cells.map(clean).filter((cell) => !isEmptyAnswer(cell));
  const scores = filled.filter((cell) => readAnswer(cell, "persyaratan", PLAIN).kind === "score");
  return filled.length > 0 && scores.length >= filled.length * 0.8;
};

/** No words and no codes: a run of exactly as many answer columns as the edition has unsur. */
const assignOrder = (
  guesses: readonly Guess[],
  order: readonly UnsurKey[],
  cells: (column: number) => string[],
): boolean => {
  const named = guesses.filter(({ column }) => column.unsur).length;
  if (named >= order.length) return false;
  const isAnswer = ({ column }: Guess): boolean => {
    if (column.unsur) return true;
    if (column.by === "option" || (column.field && column.field !== "number")) return false;
    return holdsAnswers(cells(column.index));
  };
  for (let from = 0; from + order.length <= guesses.length; from++) {
    const run = guesses.slice(from, from + order.length);
    const next = guesses[from + order.length];
    if (!run.every(isAnswer) || (next && !next.column.unsur && isAnswer(next))) continue;
    if (from > 0 && isAnswer(guesses[from - 1] as Guess) && !guesses[from - 1]?.column.unsur) continue;
    // What words have named must stand where the order says.
    const agrees = run.every(({ column }, at) => !column.unsur || column.unsur === order[at] || at >= 7);
    if (!agrees) continue;
    const taken = new Set(run.flatMap(({ column }) => column.unsur ?? []));
    const free = order.filter((key) => !taken.has(key));
    const assumed = free.includes("sarana") && free.includes("pengaduan");
    for (const [at, { column }] of run.entries()) {
      if (column.unsur) continue;
      const key = taken.has(order[at] as UnsurKey) ? free.find((one) => !taken.has(one)) : order[at];
      if (!key) continue;
      taken.add(key);
      Object.assign(column, { unsur: key, by: "order", confidence: 0.5, field: null });
    }
    return assumed;
  }
  return false;
};

const byContent = (cells: readonly string[]): FieldKey | null => {
  const filled = cells.map(clean).filter((cell) => cell !== "");
  if (filled.length === 0) return null;
  const share = (test: (cell: string) => boolean) => filled.filter(test).length / filled.length;
  if (share(looksPersonal) >= 0.5) return "personal";
  if (share((cell) => Boolean(readMoment(cell, "dmy")?.time ?? readMoment(cell, "mdy")?.time)) >= 0.8)
    return "timestamp";
  return null;
};

/** Long: an unsur comes back for the next respondent. Aggregate: each stands once, beside its figures. */
const tallShape = (header: Header, sample: readonly Row[]): Pick<Layout, "shape" | "long"> => {
  const column = header.unsurColumn as number;
  const folded = header.texts.map(words);
  const answer = folded.findIndex((text, at) => at !== column && LONG_ANSWER.test(text));
  const measures = folded.some((text) =>
    /\bnrr\b|\brata rata|\brerata|\btertimbang|\bikm\b|\bindeks\b|^jumlah|^total/.test(text),
  );
  const seen = new Map<string, number>();
  for (const row of sample) {
    const key = words(row.cells[column] ?? "");
    if (key) seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  const repeats = [...seen.values()].filter((count) => count > 1).length;
  if (answer >= 0 && !measures && repeats * 2 >= seen.size)
    return { shape: "long", long: { unsur: column, answer } };
  const person = folded.some((_, at) =>
    ["submission", "timestamp", "personal"].includes(fieldByWords(header.texts[at] ?? "") ?? ""),
  );
  if (answer >= 0 && !measures && person) return { shape: "long", long: { unsur: column, answer } };
  return { shape: "aggregate", long: null };
};

const FOOT_ONLY = /^(?:jumlah|jml|total|nrr|rata rata|rerata|nilai|ikm)/;

/** Unsur as columns, but means instead of answers: one row a unit, or only the foot of a processing sheet. */
const looksAggregate = (unsur: readonly Column[], sample: readonly Row[]): boolean => {
  let rows = 0;
  let means = 0;
  let foot = 0;
  for (const { cells } of sample) {
    const values = unsur
      .map((column) => clean(cells[column.index] ?? ""))
      .filter((cell) => !isEmptyAnswer(cell));
    if (values.length === 0) continue;
    rows++;
    const label = words(cells.find((cell) => clean(cell) !== "") ?? "");
    if (FOOT_ONLY.test(label) || /^[Σ∑]/.test(clean(cells[0] ?? ""))) foot++;
    else if (
      // "4,0" is an answer that a program wrote with decimals; a mean has some that are not nought.
      values.some((cell) => /[.,]\d*[1-9]/.test(cell)) &&
      values.filter((cell) => /^[1-4][.,]\d+$|^\d{2,3}[.,]\d+$/.test(cell)).length * 2 > values.length
    )
      means++;
  }
  return rows > 0 && (foot === rows || (means > 0 && means * 2 > rows - foot));
};

/** A column that counts respondents makes every row a unit, whole means or not. */
const countsRespondents = (columns: readonly Column[], sample: readonly Row[]): boolean =>
  columns.some(({ unsur, header, index }) => {
    if (unsur || !/^(?:n|(?:jumlah|jml|banyak(?:nya)?) responden)$/.test(words(header))) return false;
    const counts = sample
      .map(({ cells }) => clean(cells[index] ?? ""))
      .filter((cell) => !isEmptyAnswer(cell));
    return counts.every((cell) => /^\d+$/.test(cell)) && counts.some((cell) => Number(cell) > 1);
  });
