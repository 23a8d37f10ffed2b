import type { Layout } from "../columns/layout.ts";
import { edition, type UnsurKey } from "../editions.ts";
import { Refusal, type Row } from "../files/table.ts";
import type { Place, Profile } from "../model.ts";
import type { SkmOptions, SkmRejected } from "../schema.ts";
import { clean } from "../text.ts";
import { type Answer, answerReader } from "./answers.ts";
import { FieldReader, type Rules } from "./fields.ts";
import { Groups, totalOf } from "./groups.ts";
import { Keeper, rowsToCome } from "./keeper.ts";
import { rejection } from "./messages.ts";
import type { RowsToCome } from "./persons.ts";
import { type Context, Placer } from "./place.ts";
import { printedIndex } from "./printed.ts";
import { type ReadLimits, ROWS_A_STEP, type RowsResult, type Steps } from "./result.ts";
import { Suspicions } from "./suspicions.ts";
import { unsurReader } from "./unsur-reader.ts";

/** A respondent whose rows are not all there yet. */
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

/** Respondents whose rows may still be missing at one time; more and the file is in no order that can be read. */
const MAX_OPEN = 50_000;
/** Characters of an example that a message shows. */
const EXAMPLE = 20;

export interface LongResult extends RowsResult {
  /** Some unsur were named by their numbers alone. */
  numbered: boolean;
  /** Most respondents have an answer out of scale. */
  mostlyWrong: boolean;
}

/** What the two passes over a long file share. */
interface LongFile {
  layout: Layout;
  rules: Rules;
  context: Context;
  options: SkmOptions;
  limits: ReadLimits;
  /** The unsur that a row's cell names; null for a blank or foot row, or a question that is none. */
  namedBy: (row: Row) => { key: UnsurKey; byNumber: boolean } | null;
  /** How many rows each respondent has. */
  toCome: RowsToCome;
  /** Columns of numbers that count answers and name no respondent. */
  counters: ReadonlySet<number>;
}

/** Takes rows of one answer each, and counts a respondent at his last row. */
class LongRows {
  readonly #file: LongFile;
  readonly #keys: readonly UnsurKey[];
  readonly #answerAt: number;
  readonly #answerHeader: string;
  readonly #readers: readonly ((cell: string) => Answer)[];
  readonly #fields: FieldReader;
  readonly #placer: Placer;
  readonly #keeper: Keeper;
  readonly #open = new Map<string, Person>();
  readonly #asked = new Set<UnsurKey>();
  readonly #groups: Groups;
  readonly #suspicions = new Suspicions();
  readonly #counts = { read: 0, accepted: 0, rejected: 0, duplicate: 0, ignored: 0 };
  readonly #rejected: SkmRejected[] = [];
  readonly #outOfScale = { rows: 0, example: "" };
  #printed: string | null = null;
  #numbered = false;
  #persons = 0;
  #wrongPersons = 0;

  constructor(file: LongFile) {
    const { layout, rules, context, options, counters } = file;
    this.#file = file;
    this.#keys = edition(layout.edition).unsur.map((one) => one.key);
    this.#answerAt = layout.long?.answer ?? -1;
    this.#answerHeader = layout.columns[this.#answerAt]?.header ?? "";
    this.#readers = this.#keys.map((key) => answerReader(key, rules));
    this.#fields = new FieldReader(layout, rules);
    this.#placer = new Placer(layout, context, options);
    this.#keeper = new Keeper(layout, counters);
    this.#groups = new Groups(layout.edition);
  }

  /** Rows read so far, this one counted. */
  take(row: Row): number {
    const { cells } = row;
    const named = this.#file.namedBy(row);
    if (named) {
      this.#numbered ||= named.byNumber;
      this.#asked.add(named.key);
      const { key, identity } = this.#keeper.of(cells, named.key);
      const person = this.#open.get(key) ?? this.#opened(key, identity, row);
      this.#answer(person, this.#keys.indexOf(named.key), row);
      if (this.#file.toCome.take(key)) {
        this.#open.delete(key);
        this.#close(person);
      }
    } else {
      this.#counts.ignored++;
      this.#printed ??= printedIndex(cells);
    }
    return ++this.#counts.read;
  }

  #opened(key: string, identity: string | null, row: Row): Person {
    if (this.#open.size >= MAX_OPEN) throw scattered();
    const { date, time } = this.#fields.moment(row);
    const person: Person = {
      firstRow: row.row,
      scores: this.#keys.map(() => null),
      seen: 0,
      rows: [],
      problems: NO_PROBLEMS,
      place: this.#placer.place(row.cells, date),
      profile: this.#fields.profile(row.cells),
      date,
      time,
      identity,
      saran: this.#fields.saran(row.cells),
    };
    this.#open.set(key, person);
    return person;
  }

  /** Gives a person the answer of a row to the unsur at a place of the edition's order. */
  #answer(person: Person, at: number, { row, cells }: Row): void {
    if (person.seen & (1 << at)) {
      this.#counts.duplicate++;
      return;
    }
    person.seen |= 1 << at;
    person.rows.push(row);
    const cell = cells[this.#answerAt] ?? "";
    const answer = (this.#readers[at] as (cell: string) => Answer)(cell);
    if (answer.kind === "score") person.scores[at] = answer.score;
    else if (answer.kind !== "blank") {
      if (answer.kind === "out_of_scale") this.#outOfScale.example ||= clean(cell).slice(0, EXAMPLE);
      person.problems = [...person.problems, rejection(row, answer.kind, this.#answerHeader, cell)];
    }
  }

  #close(person: Person): void {
    this.#persons++;
    if (person.problems.length > 0) {
      const outside = person.problems.filter((one) => one.code === "out_of_scale").length;
      this.#outOfScale.rows += outside;
      if (outside) this.#wrongPersons++;
      this.#reject(person.rows, person.problems);
      return;
    }
    if (person.scores.every((score) => score === null)) {
      this.#reject(
        person.rows,
        person.rows.map((row) => rejection(row, "missing")),
      );
      return;
    }
    this.#counts.accepted += person.rows.length;
    this.#groups.add(person.place, person.scores, person.firstRow);
    this.#suspicions.add(person.date, person.time, person.profile);
    const { firstRow: row, scores, place, profile, date, time, identity, saran } = person;
    this.#file.limits.sink.response?.({ row, scores, place, profile, date, time, identity, saran });
  }

  /** All rows of a respondent, each with its own problem or because it stands beside a wrong one. */
  #reject(rows: readonly number[], problems: readonly SkmRejected[]): void {
    const { rejected: most, sink } = this.#file.limits;
    this.#counts.rejected += rows.length;
    for (const row of rows) {
      const one = problems.find((problem) => problem.row === row) ?? rejection(row, "same_respondent");
      if (this.#rejected.length < most) this.#rejected.push(one);
      sink.rejected?.(one);
    }
  }

  result(): LongResult {
    const { layout, rules } = this.#file;
    const asked = this.#keys.filter((key) => this.#asked.has(key));
    const groups = this.#groups.groups(asked, rules.fractions);
    return {
      rows: this.#counts,
      rejected: this.#rejected.sort((a, b) => a.row - b.row),
      groups,
      total: totalOf(layout.edition, groups, asked, rules.fractions),
      printed: this.#printed,
      foot: [],
      suspicions: this.#suspicions,
      outOfScale: this.#outOfScale,
      dates: { unread: this.#fields.unread, firstRow: this.#fields.firstUnread, uncertain: false },
      doubt: 0,
      groupsOverflow: this.#groups.overflow,
      numbered: this.#numbered,
      mostlyWrong: this.#wrongPersons * 2 >= this.#persons && this.#wrongPersons > 1,
    };
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
): Steps<LongResult> {
  const unsurAt = layout.long?.unsur ?? -1;
  const unsurOf = unsurReader(layout, options);
  const namedBy = ({ cells }: Row) => {
    const text = clean(cells[unsurAt] ?? "");
    return text === "" ? null : unsurOf(text);
  };
  const known = yield* rowsToCome(rows, layout, (row) => namedBy(row)?.key ?? null);
  const answers = new LongRows({ layout, rules, context, options, limits, namedBy, ...known });
  for (const row of rows()) if (answers.take(row) % ROWS_A_STEP === 0) yield;
  return answers.result();
}

const scattered = (): Refusal =>
  new Refusal(
    "too_large",
    "Baris jawaban tiap responden tersebar di seluruh berkas, sedangkan respondennya terlalu banyak. Urutkan barisnya menurut responden, lalu coba lagi.",
  );
