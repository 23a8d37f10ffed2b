import type { Column, Layout } from "../columns/layout.ts";
import type { Row } from "../files/table.ts";
import type { Profile } from "../model.ts";
import { maskPersonal } from "../personal.ts";
import type { FieldKey } from "../schema.ts";
import { clean, isEmptyAnswer } from "../text.ts";
import type { AnswerRules } from "./answers.ts";
import { ByCells } from "./by-cells.ts";
import { type DayMonthOrder, type LocalMoment, readMoment, readTime } from "./dates.ts";
import { readAge, readEducation, readOccupation, readSex } from "./profile.ts";

/** How answers and dates of a file are read. */
export interface Rules extends Pick<AnswerRules, "words" | "map"> {
  /** How the words of one column are read. */
  ofColumn: (column: number) => Pick<AnswerRules, "words" | "enoughIsTwo" | "dearIsOne">;
  fractions: boolean;
  dateOrders: ReadonlyMap<number, DayMonthOrder>;
}

/** Different profiles or days that are kept to be given again. */
const MOST_SHARED = 20_000;
/** A cell of at most so many characters names a day without the time of day. */
const DAY_LENGTH = 10;

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
