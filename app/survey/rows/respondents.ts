import type { Column, Layout } from "../columns/layout.ts";
import { edition } from "../editions.ts";
import { parseDecimal } from "../figures/exact.ts";
import { reconcile } from "../figures/reconcile.ts";
import type { Row } from "../files/table.ts";
import type { Profile, SurveyResponse } from "../model.ts";
import { maskPersonal } from "../personal.ts";
import type { FieldKey, SkmOptions } from "../schema.ts";
import { clean, isEmptyAnswer } from "../text.ts";
import { type AnswerRules, answerReader, strengthOf } from "./answers.ts";
import { Blocks } from "./blocks.ts";
import { ByCells } from "./by-cells.ts";
import { Classifier } from "./classify.ts";
import type { DayMonthOrder, LocalMoment } from "./dates.ts";
import { readMoment, readTime } from "./dates.ts";
import { Groups, totalOf } from "./groups.ts";
import { rejection } from "./messages.ts";
import { type Context, Placer } from "./place.ts";
import { printedIndex } from "./printed.ts";
import { readAge, readEducation, readOccupation, readSex } from "./profile.ts";
import { type ReadLimits, ROWS_A_STEP, type RowsResult, type Steps } from "./result.ts";
import { SeenTexts } from "./seen.ts";
import { Suspicions } from "./suspicions.ts";

export interface Rules extends Pick<AnswerRules, "words" | "map"> {
  /** How the words of one column are read. */
  ofColumn: (column: number) => Pick<AnswerRules, "words" | "enoughIsTwo" | "dearIsOne">;
  fractions: boolean;
  dateOrders: ReadonlyMap<number, DayMonthOrder>;
}

/** Remembers the readings of a column of few values. */
const remembered = <Value>(read: (cell: string) => Value): ((cell: string) => Value) => {
  const seen = new Map<string, Value>();
  return (cell) => {
    let value = seen.get(cell);
    if (value === undefined) {
      value = read(cell);
      if (seen.size < 2000) seen.set(cell, value);
    }
    return value;
  };
};

/** Reads profile, moment and identity of a row: the same for wide and long tables. */
export class FieldReader {
  readonly #rules: Rules;
  readonly #at: Record<"sex" | "age" | "education" | "occupation" | "submission", number>;
  readonly #saran: readonly number[];
  readonly #profileColumns: readonly number[];
  readonly #profiles = new ByCells<Profile>(MOST_SHARED);
  readonly #days = new Map<number, Map<string, LocalMoment | null>>();
  readonly #sex = remembered(readSex);
  readonly #age = remembered(readAge);
  readonly #education = remembered(readEducation);
  readonly #occupation = remembered(readOccupation);
  readonly #dates: readonly number[];
  readonly #time: number;
  unread = 0;
  firstUnread = 0;

  constructor({ columns }: Layout, rules: Rules) {
    const first = (field: FieldKey) => columns.findIndex((column: Column) => column.field === field);
    this.#rules = rules;
    this.#at = {
      sex: first("sex"),
      age: first("age"),
      education: first("education"),
      occupation: first("occupation"),
      submission: first("submission"),
    };
    const { sex, age, education, occupation } = this.#at;
    this.#profileColumns = [sex, age, education, occupation].filter((at) => at >= 0);
    this.#saran = columns.filter(({ field }) => field === "saran").map(({ index }) => index);
    this.#dates = [first("date"), first("timestamp")].filter((at) => at >= 0);
    this.#time = first("time");
    for (const at of this.#dates) this.#days.set(at, new Map());
  }

  /** Equal cells share one profile: there are few different ones. */
  profile(cells: readonly string[]): Profile {
    const known = this.#profiles.get("", cells, this.#profileColumns);
    if (known) return known;
    const { sex, age, education, occupation } = this.#at;
    const profile = {
      sex: this.#sex(cells[sex] ?? ""),
      age: this.#age(cells[age] ?? ""),
      education: this.#education(cells[education] ?? ""),
      occupation: this.#occupation(cells[occupation] ?? ""),
    };
    this.#profiles.set("", cells, this.#profileColumns, profile);
    return profile;
  }

  /** The date of the survey before the time stamp of the form; `stamped` where one cell holds date and time of day. */
  moment({ row, cells }: Row): { date: string | null; time: string | null; stamped: boolean } {
    let date: string | null = null;
    let time: string | null = null;
    let stamped = false;
    for (const at of this.#dates) {
      const cell = cells[at] ?? "";
      if (cell === "" || isEmptyAnswer(clean(cell))) continue;
      const read = this.#read(at, cell);
      if (!read) {
        if (!this.unread++) this.firstUnread = row;
        continue;
      }
      const clock = read.time === "00:00:00" ? null : read.time;
      date ??= read.date;
      if (clock) {
        time ??= clock;
        stamped = true;
      }
    }
    if (!time && this.#time >= 0) time = readTime(` ${cells[this.#time] ?? ""}`);
    return { date, time, stamped };
  }

  #read(at: number, cell: string): LocalMoment | null {
    // Days come again and again; moments do not.
    if (cell.length > DAY_LENGTH) return readMoment(cell, this.#rules.dateOrders.get(at) ?? "dmy");
    const days = this.#days.get(at);
    let moment = days?.get(cell);
    if (moment === undefined) {
      moment = readMoment(cell, this.#rules.dateOrders.get(at) ?? "dmy");
      if (days && days.size < MOST_SHARED) days.set(cell, moment);
    }
    return moment;
  }

  submission(cells: readonly string[]): string | null {
    if (this.#at.submission < 0) return null;
    const text = clean(cells[this.#at.submission] ?? "");
    return isEmptyAnswer(text) ? null : text;
  }

  saran(cells: readonly string[]): string | null {
    let all = "";
    for (const at of this.#saran) {
      const text = clean(cells[at] ?? "");
      if (!isEmptyAnswer(text)) all += all === "" ? text : ` · ${text}`;
    }
    return all === "" ? null : maskPersonal(all);
  }
}

/** Indices that the foot rows of a file print. */
const MOST_INDICES = 50;

/** Different profiles or days that are kept to be given again. */
const MOST_SHARED = 20_000;
/** A cell of at most so many characters names a day without the time of day. */
const DAY_LENGTH = 10;

/** One row per respondent. Streams: memory grows with rejected rows kept and with groups, not with rows. */
export function* readRespondents(
  rows: Iterable<Row>,
  layout: Layout,
  rules: Rules,
  context: Context,
  options: SkmOptions,
  limits: ReadLimits,
): Steps<RowsResult> {
  const keys = edition(layout.edition).unsur.map((one) => one.key);
  const asked = keys.filter((key) => layout.columns.some((column) => column.unsur === key));
  const unsur = layout.columns
    .filter((column) => column.unsur)
    .map((column) => ({
      index: column.index,
      header: column.header || `kolom ${column.index + 1}`,
      at: keys.indexOf(column.unsur as (typeof keys)[number]),
      read: answerReader(column.unsur as (typeof keys)[number], {
        ...rules,
        ...rules.ofColumn(column.index),
      }),
    }));
  const answersAt = unsur.map(({ at }) => at);
  const classifier = new Classifier(layout);
  const fields = new FieldReader(layout, rules);
  const blocks = new Blocks(layout, context, options);
  let placer = new Placer(layout, context, options);
  const groups = new Groups(layout.edition);
  const ids = new SeenTexts();
  const whole = new SeenTexts();
  const suspicions = new Suspicions();
  const counts = { read: 0, accepted: 0, rejected: 0, duplicate: 0, ignored: 0 };
  const result: Pick<RowsResult, "rejected" | "foot" | "outOfScale"> = {
    rejected: [],
    foot: [],
    outOfScale: { rows: 0, example: "" },
  };
  const indices: string[] = [];
  const { sink } = limits;
  const scores: (number | null)[] = keys.map(() => null);
  const take = (printedRow: Row): void => {
    const cells = blocks.arranged(printedRow.cells);
    const row = cells === printedRow.cells ? printedRow : { row: printedRow.row, cells };
    const kind = classifier.kind(row);
    if (kind !== "data") {
      counts.ignored++;
      if (kind === "header") {
        blocks.header(printedRow.cells);
        classifier.block();
      } else if (kind === "foot" || kind === "note") blocks.title(cells);
      if (kind === "foot" || kind === "note") {
        const index = printedIndex(cells);
        if (index !== null && indices.length < MOST_INDICES) indices.push(index);
        const values = keys.map((key) => {
          const column = layout.columns.find((one) => one.unsur === key);
          return (column && parseDecimal(clean(cells[column.index] ?? ""))?.value) ?? null;
        });
        if (values.some((value) => value !== null) && result.foot.length < 20) result.foot.push(values);
      }
      return;
    }
    if (blocks.begins()) {
      placer = new Placer(layout, blocks.context, options);
      classifier.block();
    }
    const moment = fields.moment(row);
    const submission = fields.submission(cells);
    const all = submission === null && moment.stamped ? cells.map(clean).join("\u001f") : null;
    if (submission !== null ? ids.seen(submission) : all !== null && whole.seen(all)) {
      counts.duplicate++;
      return;
    }
    let answered = 0;
    let problem: ReturnType<typeof rejection> | null = null;
    let outside = false;
    scores.fill(null);
    for (const { index, header, at, read } of unsur) {
      const cell = cells[index] ?? "";
      const answer = read(cell);
      if (answer.kind === "score") {
        scores[at] = answer.score;
        answered++;
      } else if (answer.kind !== "blank") {
        if (answer.kind === "out_of_scale") {
          outside = true;
          result.outOfScale.example ||= clean(cell).slice(0, 20);
        } else if (strengthOf(clean(cell)) === "middle") {
          outside = true;
          result.outOfScale.example ||= clean(cell).slice(0, 40);
        }
        problem ??= rejection(row.row, answer.kind, header, cell);
      }
    }
    if (outside) result.outOfScale.rows++;
    if (!problem && answered === 0) problem = rejection(row.row, "missing");
    if (problem) {
      counts.rejected++;
      if (result.rejected.length < limits.rejected) result.rejected.push(problem);
      sink.rejected?.(problem);
      return;
    }
    counts.accepted++;
    const place = placer.place(cells, moment.date);
    const profile = fields.profile(cells);
    groups.add(place, scores);
    suspicions.add(moment.date, moment.time, profile);
    classifier.accepted(scores, answersAt);
    sink.response?.({
      place,
      row: row.row,
      scores: scores.slice(),
      profile,
      date: moment.date,
      time: moment.time,
      identity: submission !== null ? `id:${submission}` : all !== null ? `row:${all}` : null,
      saran: fields.saran(cells),
    } satisfies SurveyResponse);
  };
  for (const row of rows) {
    if (++counts.read % ROWS_A_STEP === 0) yield;
    take(row);
  }
  const found = groups.groups(asked, rules.fractions);
  const total = totalOf(layout.edition, found, asked, rules.fractions);
  // Tables one below the other print an index each; only one that is the whole file's can be held against ours.
  const own =
    blocks.changes > 0 ? indices.find((index) => reconcile(index, total.figures)?.agrees) : indices[0];
  return {
    ...result,
    printed: own ?? null,
    rows: counts,
    groups: found,
    total,
    suspicions,
    dates: { unread: fields.unread, firstRow: fields.firstUnread, uncertain: false },
    doubt: 0,
    groupsOverflow: groups.overflow,
  };
}
