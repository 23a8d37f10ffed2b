import type { Layout } from "../columns/layout.ts";
import { bareNumber, unsurByWords, unsurNumber } from "../columns/unsur-words.ts";
import { edition, type UnsurKey, unsurByNumber } from "../editions.ts";
import { Refusal, type Row } from "../files/table.ts";
import type { Place, Profile } from "../model.ts";
import type { SkmOptions, SkmRejected } from "../schema.ts";
import { clean } from "../text.ts";
import { answerReader } from "./answers.ts";
import { Groups, totalOf } from "./groups.ts";
import { rejection } from "./messages.ts";
import { RowsToCome } from "./persons.ts";
import { type Context, Placer } from "./place.ts";
import { printedIndex } from "./printed.ts";
import { FieldReader, type Rules } from "./respondents.ts";
import { type ReadLimits, ROWS_A_STEP, type RowsResult, type Steps } from "./result.ts";
import { SeenTexts } from "./seen.ts";
import { Suspicions } from "./suspicions.ts";

interface Person {
  firstRow: number;
  scores: (number | null)[];
  /** One bit for each unsur that was met. */
  seen: number;
  rows: number[];
  problems: readonly SkmRejected[];
  place: Place;
  profile: Profile;
  date: string | null;
  time: string | null;
  identity: string | null;
  saran: string | null;
}

const NO_PROBLEMS: readonly SkmRejected[] = [];

/** Which unsur a cell of the long form names, by words, then by number. */
export const unsurReader = (
  layout: Layout,
  options: SkmOptions,
): ((cell: string) => { key: UnsurKey; byNumber: boolean } | null) => {
  const order = unsurByNumber(layout.edition, options.order ?? layout.legend ?? "kuesioner");
  const keys = edition(layout.edition).unsur.map((one) => one.key);
  const seen = new Map<string, { key: UnsurKey; byNumber: boolean } | null>();
  return (cell) => {
    const known = seen.get(cell);
    if (known !== undefined) return known;
    const text = clean(cell);
    const named = (keys as string[]).includes(text.toLowerCase())
      ? (text.toLowerCase() as UnsurKey)
      : unsurByWords(text, layout.edition)?.unsur;
    const number = unsurNumber(text) ?? bareNumber(text);
    const numbered = number === null ? undefined : order[number - 1];
    const found = named
      ? { key: named, byNumber: false }
      : numbered
        ? { key: numbered, byNumber: true }
        : null;
    if (seen.size < 5000) seen.set(cell, found);
    return found;
  };
};

/** Respondents whose rows may still be missing at one time; more and the file is in no order that can be read. */
const MAX_OPEN = 50_000;

/** Which respondent a row belongs to: by submission id or respondent; without one, an unsur that comes back begins the next. */
class Keeper {
  readonly #columns: readonly number[];
  readonly #byId: boolean;
  #block = 0;
  #seen = new Set<UnsurKey>();
  #last: { key: string; identity: string | null } | null = null;

  constructor({ columns }: Layout, counters: ReadonlySet<number>) {
    const held = columns.filter(({ index }) => !counters.has(index));
    const ids = held.filter((column) => column.field === "submission");
    const persons = held.filter((column) => ["number", "timestamp", "personal"].includes(column.field ?? ""));
    this.#byId = ids.length > 0;
    this.#columns = (this.#byId ? ids : persons).map(({ index }) => index);
  }

  of(cells: readonly string[], unsur: UnsurKey): { key: string; identity: string | null } {
    let text = "";
    for (let at = 0; at < this.#columns.length; at++)
      text += (at === 0 ? "" : "\u001f") + clean(cells[this.#columns[at] as number] ?? "");
    if (text.replaceAll("\u001f", "") !== "") {
      const person = { key: `p${text}`, identity: this.#byId ? `id:${text}` : null };
      if (this.#last?.key !== person.key) this.#seen = new Set();
      this.#seen.add(unsur);
      this.#last = person;
      return person;
    }
    // Named once, at the first of his answers: cells that were merged on the sheet.
    if (this.#last && !this.#seen.has(unsur)) {
      this.#seen.add(unsur);
      return this.#last;
    }
    this.#last = null;
    if (this.#seen.has(unsur)) {
      this.#block++;
      this.#seen = new Set();
    }
    this.#seen.add(unsur);
    return { key: `b${this.#block}`, identity: null };
  }
}

/** After so many cells most numbers are known for what they are. */
const FIRST_LOOK = 400;
/** Fewer cells than this tell nothing. */
const LEAST_CELLS = 4;

/** A running number as programs write it: only then do equal numbers have equal texts. */
const RUNNING = /^[1-9]\d{0,8}$/;

/**
 * Do the cells of a column never come back, or seldom? Then they count answers. Numbers that follow one another, as most
 * such columns have them, are kept as the first and the last: a million of them take no room.
 */
class ComingBack {
  readonly index: number;
  readonly #seen = new SeenTexts();
  #first = 0;
  #last = -1;
  filled = 0;
  #distinct = 0;

  constructor(index: number) {
    this.index = index;
  }

  see(cells: readonly string[]): void {
    const text = clean(cells[this.index] ?? "");
    if (text === "") return;
    this.filled++;
    if (!this.#sawBefore(text)) this.#distinct++;
  }

  #sawBefore(text: string): boolean {
    const number = RUNNING.test(text) ? Number(text) : null;
    if (number === null) return this.#seen.seen(text);
    if (number >= this.#first && number <= this.#last) return true;
    if (this.filled > 1 && number !== this.#last + 1) return this.#seen.seen(text);
    if (this.filled === 1) this.#first = number;
    this.#last = number;
    return this.#seen.has(text);
  }

  get countsAnswers(): boolean {
    return this.filled >= LEAST_CELLS && this.#distinct * 2 > this.filled;
  }
}

/**
 * How many rows each respondent has, and which columns of numbers or ids hold no respondent together because they count
 * answers. Where rows are sorted by question an id comes back only after all respondents: the first rows raise the doubt,
 * all rows decide, and are gone through once more where they decide otherwise.
 */
function* rowsToCome(
  rows: () => Iterable<Row>,
  layout: Layout,
  unsurOf: (row: Row) => UnsurKey | null,
): Steps<{ toCome: RowsToCome; counters: ReadonlySet<number> }> {
  const looks = layout.columns
    .filter(({ field }) => field === "number" || field === "submission")
    .map(({ index }) => new ComingBack(index));
  for (const { cells } of rows()) {
    if (looks.every(({ filled }) => filled >= FIRST_LOOK)) break;
    for (const one of looks) if (one.filled < FIRST_LOOK) one.see(cells);
  }
  let doubtful = looks.filter((one) => one.countsAnswers).map(({ index }) => new ComingBack(index));
  for (;;) {
    const counters = new Set(doubtful.map(({ index }) => index));
    const toCome = new RowsToCome();
    const keeper = new Keeper(layout, counters);
    for (const row of rows()) {
      for (const one of doubtful) one.see(row.cells);
      const key = unsurOf(row);
      if (key) toCome.add(keeper.of(row.cells, key).key);
      if (row.row % ROWS_A_STEP === 0) yield;
    }
    const sure = doubtful.filter((one) => one.countsAnswers);
    if (sure.length === doubtful.length) return { toCome, counters };
    doubtful = sure.map(({ index }) => new ComingBack(index));
  }
}

/**
 * One row per answer. A respondent with one wrong answer is rejected with all of his rows, as in the wide form. Read
 * twice, and once more where it is in doubt which column names the respondent: first to know how many rows each has, then
 * each is counted at his last row. Memory grows with the respondents whose rows are not all there yet, and by some bytes
 * with each respondent.
 *
 * @throws Refusal `too_large` where the rows of very many respondents are scattered over the file
 */
export function* readLong(
  rows: () => Iterable<Row>,
  layout: Layout,
  rules: Rules,
  context: Context,
  options: SkmOptions,
  limits: ReadLimits,
): Steps<RowsResult & { numbered: boolean; mostlyWrong: boolean }> {
  const keys = edition(layout.edition).unsur.map((one) => one.key);
  const { unsur: unsurAt, answer: answerAt } = layout.long as { unsur: number; answer: number };
  const unsurOf = unsurReader(layout, options);
  const namedBy = ({ cells }: Row) => {
    const text = clean(cells[unsurAt] ?? "");
    return text === "" ? null : unsurOf(text);
  };
  const { toCome, counters } = yield* rowsToCome(rows, layout, (row) => namedBy(row)?.key ?? null);
  const fields = new FieldReader(layout, rules);
  const placer = new Placer(layout, context, options);
  const readers = keys.map((key) => answerReader(key, rules));
  const answerHeader = layout.columns[answerAt]?.header ?? "";
  const keeper = new Keeper(layout, counters);
  const open = new Map<string, Person>();
  const counts = { read: 0, accepted: 0, rejected: 0, duplicate: 0, ignored: 0 };
  const outOfScale = { rows: 0, example: "" };
  const groups = new Groups(layout.edition);
  const suspicions = new Suspicions();
  const rejected: SkmRejected[] = [];
  let printed: string | null = null;
  let numbered = false;
  let persons = 0;
  let wrongPersons = 0;
  const asked = new Set<UnsurKey>();

  const close = (person: Person): void => {
    persons++;
    if (person.problems.length > 0) {
      const outside = person.problems.filter((one) => one.code === "out_of_scale").length;
      outOfScale.rows += outside;
      if (outside) wrongPersons++;
    } else if (person.scores.every((score) => score === null))
      person.problems = person.rows.map((row) => rejection(row, "missing"));
    if (person.problems.length) {
      counts.rejected += person.rows.length;
      for (const row of person.rows) {
        const one =
          person.problems.find((problem) => problem.row === row) ?? rejection(row, "same_respondent");
        if (rejected.length < limits.rejected) rejected.push(one);
        limits.sink.rejected?.(one);
      }
      return;
    }
    counts.accepted += person.rows.length;
    groups.add(person.place, person.scores, person.firstRow);
    suspicions.add(person.date, person.time, person.profile);
    const { firstRow: row, scores, place, profile, date, time, identity, saran } = person;
    limits.sink.response?.({ row, scores, place, profile, date, time, identity, saran });
  };

  for (const row of rows()) {
    if (++counts.read % ROWS_A_STEP === 0) yield;
    const { cells } = row;
    const answerCell = cells[answerAt] ?? "";
    const named = namedBy(row);
    if (!named) {
      // A blank or foot row, or a further question of the form that is no unsur.
      counts.ignored++;
      printed ??= printedIndex(cells);
      continue;
    }
    numbered ||= named.byNumber;
    asked.add(named.key);
    const at = keys.indexOf(named.key);
    const { key, identity } = keeper.of(cells, named.key);
    let person = open.get(key);
    if (!person) {
      if (open.size >= MAX_OPEN) throw scattered();
      const moment = fields.moment(row);
      person = {
        firstRow: row.row,
        scores: keys.map(() => null),
        seen: 0,
        rows: [],
        problems: NO_PROBLEMS,
        place: placer.place(cells, moment.date),
        profile: fields.profile(cells),
        date: moment.date,
        time: moment.time,
        identity,
        saran: fields.saran(cells),
      };
      open.set(key, person);
    }
    if (person.seen & (1 << at)) counts.duplicate++;
    else {
      person.seen |= 1 << at;
      person.rows.push(row.row);
      const answer = (readers[at] as ReturnType<typeof answerReader>)(answerCell);
      if (answer.kind === "score") person.scores[at] = answer.score;
      else if (answer.kind !== "blank") {
        if (answer.kind === "out_of_scale") outOfScale.example ||= clean(answerCell).slice(0, 20);
        person.problems = [...person.problems, rejection(row.row, answer.kind, answerHeader, answerCell)];
      }
    }
    if (toCome.take(key)) {
      open.delete(key);
      close(person);
    }
  }
  const questions = keys.filter((key) => asked.has(key));
  const found = groups.groups(questions, rules.fractions);
  return {
    rows: counts,
    rejected: rejected.sort((a, b) => a.row - b.row),
    groups: found,
    total: totalOf(layout.edition, found, questions, rules.fractions),
    printed,
    foot: [],
    suspicions,
    outOfScale,
    dates: { unread: fields.unread, firstRow: fields.firstUnread, uncertain: false },
    doubt: 0,
    groupsOverflow: groups.overflow,
    numbered,
    mostlyWrong: wrongPersons * 2 >= persons && wrongPersons > 1,
  };
}

const scattered = (): Refusal =>
  new Refusal(
    "too_large",
    "Baris jawaban tiap responden tersebar di seluruh berkas, sedangkan respondennya terlalu banyak. Urutkan barisnya menurut responden, lalu coba lagi.",
  );
