import type { Layout } from "../columns/layout.ts";
import { bareNumber, unsurByWords, unsurNumber } from "../columns/unsur-words.ts";
import { edition, type UnsurKey, unsurByNumber } from "../editions.ts";
import type { Row } from "../files/table.ts";
import type { Place, Profile } from "../model.ts";
import type { SkmOptions, SkmRejected } from "../schema.ts";
import { clean } from "../text.ts";
import { readAnswer } from "./answers.ts";
import { Groups, totalOf } from "./groups.ts";
import { rejection } from "./messages.ts";
import { type Context, Placer } from "./place.ts";
import { printedIndex } from "./printed.ts";
import { FieldReader, type Rules } from "./respondents.ts";
import type { ReadLimits, RowsResult } from "./result.ts";
import { Suspicions } from "./suspicions.ts";

interface Person {
  firstRow: number;
  scores: (number | null)[];
  seen: Set<number>;
  rows: number[];
  problems: SkmRejected[];
  place: Place;
  profile: Profile;
  date: string | null;
  time: string | null;
  identity: string | null;
  saran: string | null;
}

/** Which unsur a cell of the long form names, by words, then by number. */
export const unsurReader = (
  layout: Layout,
  options: SkmOptions,
): ((cell: string) => { key: UnsurKey; byNumber: boolean } | null) => {
  const order = unsurByNumber(layout.edition, options.order ?? "kuesioner");
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

/**
 * One row per answer. A respondent with one wrong answer is rejected with all of his rows, as in the wide form. Rows of a
 * respondent are held together by submission id or respondent; without one, an unsur that comes back begins the next.
 */
export const readLong = (
  rows: Iterable<Row>,
  layout: Layout,
  rules: Rules,
  context: Context,
  options: SkmOptions,
  limits: ReadLimits,
): RowsResult & { numbered: boolean; mostlyWrong: boolean } => {
  const keys = edition(layout.edition).unsur.map((one) => one.key);
  const { unsur: unsurAt, answer: answerAt } = layout.long as { unsur: number; answer: number };
  const unsurOf = unsurReader(layout, options);
  const fields = new FieldReader(layout, rules);
  const placer = new Placer(layout, context, options);
  const answerHeader = layout.columns[answerAt]?.header ?? "";
  const idColumns = layout.columns.filter((column) => column.field === "submission");
  const personColumns = idColumns.length
    ? idColumns
    : layout.columns.filter((column) => ["number", "timestamp", "personal"].includes(column.field ?? ""));
  const persons = new Map<string, Person>();
  const counts = { read: 0, accepted: 0, rejected: 0, duplicate: 0, ignored: 0 };
  const outOfScale = { rows: 0, example: "" };
  let printed: string | null = null;
  let numbered = false;
  let strays: SkmRejected[] = [];
  let block = 0;
  let blockSeen = new Set<number>();
  const asked = new Set<UnsurKey>();
  for (const row of rows) {
    counts.read++;
    const { cells } = row;
    const unsurCell = clean(cells[unsurAt] ?? "");
    const answerCell = cells[answerAt] ?? "";
    const found = unsurCell === "" ? null : unsurOf(unsurCell);
    if (!found) {
      // A blank or foot row, or a further question of the form that is no unsur.
      counts.ignored++;
      printed ??= printedIndex(cells);
      continue;
    }
    numbered ||= found.byNumber;
    asked.add(found.key);
    const at = keys.indexOf(found.key);
    // A running number that counts answers holds nobody together.
    const idText = personColumns.map((column) => clean(cells[column.index] ?? "")).join("\u001f");
    let key = `p${idText}`;
    if (!idColumns.length && !idText.replaceAll("\u001f", "")) {
      if (blockSeen.has(at)) {
        block++;
        blockSeen = new Set();
      }
      blockSeen.add(at);
      key = `b${block}`;
    }
    let person = persons.get(key);
    if (!person) {
      const moment = fields.moment(row);
      person = {
        firstRow: row.row,
        scores: keys.map(() => null),
        seen: new Set(),
        rows: [],
        problems: [],
        place: placer.place(cells, moment.date),
        profile: fields.profile(cells),
        date: moment.date,
        time: moment.time,
        identity: idColumns.length ? `id:${idText}` : null,
        saran: fields.saran(cells),
      };
      persons.set(key, person);
    }
    if (person.seen.has(at)) {
      counts.duplicate++;
      continue;
    }
    person.seen.add(at);
    person.rows.push(row.row);
    const answer = readAnswer(answerCell, found.key, rules);
    if (answer.kind === "score") person.scores[at] = answer.score;
    else if (answer.kind !== "blank") {
      if (answer.kind === "out_of_scale") {
        outOfScale.example ||= clean(answerCell).slice(0, 20);
      }
      person.problems.push(rejection(row.row, answer.kind, answerHeader, answerCell));
    }
  }
  const groups = new Groups(layout.edition);
  const suspicions = new Suspicions();
  const rejected: SkmRejected[] = [];
  let wrongPersons = 0;
  for (const person of persons.values()) {
    const outside = person.problems.filter((one) => one.code === "out_of_scale").length;
    outOfScale.rows += outside;
    if (outside) wrongPersons++;
    const none = person.scores.every((score) => score === null);
    if (person.problems.length === 0 && none)
      person.problems = person.rows.map((row) => rejection(row, "missing"));
    if (person.problems.length) {
      counts.rejected += person.rows.length;
      for (const row of person.rows)
        strays.push(person.problems.find((one) => one.row === row) ?? rejection(row, "same_respondent"));
      continue;
    }
    counts.accepted += person.rows.length;
    groups.add(person.place, person.scores);
    suspicions.add(person.date, person.time, person.profile);
    const { firstRow, seen: _seen, rows: _rows, problems: _problems, place, ...rest } = person;
    limits.sink.response?.({ ...rest, ...place, row: firstRow });
  }
  strays = strays.sort((a, b) => a.row - b.row);
  for (const one of strays) {
    if (rejected.length < limits.rejected) rejected.push(one);
    limits.sink.rejected?.(one);
  }
  const questions = keys.filter((key) => asked.has(key));
  const found = groups.groups(questions, rules.fractions);
  return {
    rows: counts,
    rejected,
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
    mostlyWrong: wrongPersons * 2 >= persons.size && wrongPersons > 1,
  };
};
