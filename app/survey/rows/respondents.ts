import type { Layout } from "../columns/layout.ts";
import { edition, type UnsurKey } from "../editions.ts";
import { parseDecimal } from "../figures/exact.ts";
import { reconcile } from "../figures/reconcile.ts";
import type { Row } from "../files/table.ts";
import type { SurveyResponse } from "../model.ts";
import type { SkmOptions, SkmRejected } from "../schema.ts";
import { clean } from "../text.ts";
import { type Answer, answerReader, strengthOf } from "./answers.ts";
import { Blocks } from "./blocks.ts";
import { Classifier } from "./classify.ts";
import { FieldReader, type Rules } from "./fields.ts";
import { Groups, totalOf } from "./groups.ts";
import { rejection } from "./messages.ts";
import { type Context, Placer } from "./place.ts";
import { printedIndex } from "./printed.ts";
import { type ReadLimits, ROWS_A_STEP, type RowsResult, type Steps } from "./result.ts";
import { SeenTexts } from "./seen.ts";
import { Suspicions } from "./suspicions.ts";

/** Indices that the foot rows of a file print. */
const MOST_INDICES = 50;
/** Foot rows whose figures are kept to be held against ours. */
const MOST_FEET = 20;
/** Characters of an example that a message shows. */
const EXAMPLE = { figure: 20, words: 40 };

/** A column of answers to one unsur. */
interface AnswerColumn {
  index: number;
  header: string;
  /** Place of the unsur in the edition's order. */
  at: number;
  read: (cell: string) => Answer;
}

/** Takes rows of one respondent each, one after the other. */
class RespondentRows {
  readonly #layout: Layout;
  readonly #rules: Rules;
  readonly #options: SkmOptions;
  readonly #limits: ReadLimits;
  readonly #keys: readonly UnsurKey[];
  readonly #unsur: readonly AnswerColumn[];
  readonly #answersAt: readonly number[];
  readonly #classifier: Classifier;
  readonly #fields: FieldReader;
  readonly #blocks: Blocks;
  #placer: Placer;
  readonly #groups: Groups;
  readonly #ids = new SeenTexts();
  readonly #whole = new SeenTexts();
  readonly #suspicions = new Suspicions();
  readonly #counts = { read: 0, accepted: 0, rejected: 0, duplicate: 0, ignored: 0 };
  readonly #rejected: SkmRejected[] = [];
  readonly #foot: RowsResult["foot"] = [];
  readonly #outOfScale = { rows: 0, example: "" };
  readonly #indices: string[] = [];
  /** The scores of the row at hand, in the edition's order. */
  readonly #scores: (number | null)[];

  constructor(layout: Layout, rules: Rules, context: Context, options: SkmOptions, limits: ReadLimits) {
    const keys = edition(layout.edition).unsur.map((one) => one.key);
    this.#layout = layout;
    this.#rules = rules;
    this.#options = options;
    this.#limits = limits;
    this.#keys = keys;
    this.#unsur = layout.columns.flatMap(({ unsur, index, header }) =>
      unsur
        ? {
            index,
            header: header || `kolom ${index + 1}`,
            at: keys.indexOf(unsur),
            read: answerReader(unsur, { ...rules, ...rules.ofColumn(index) }),
          }
        : [],
    );
    this.#answersAt = this.#unsur.map(({ at }) => at);
    this.#classifier = new Classifier(layout);
    this.#fields = new FieldReader(layout, rules);
    this.#blocks = new Blocks(layout, context, options);
    this.#placer = new Placer(layout, context, options);
    this.#groups = new Groups(layout.edition);
    this.#scores = keys.map(() => null);
  }

  /** Rows read so far, this one counted. */
  take(printed: Row): number {
    const cells = this.#blocks.arranged(printed.cells);
    const row = cells === printed.cells ? printed : { row: printed.row, cells };
    const kind = this.#classifier.kind(row);
    if (kind === "data") this.#data(row);
    else {
      this.#counts.ignored++;
      if (kind === "header") {
        this.#blocks.header(printed.cells);
        this.#classifier.block();
      } else if (kind === "foot" || kind === "note") this.#footRow(cells);
    }
    return ++this.#counts.read;
  }

  /** A row below or between the respondents: what it prints of the whole. */
  #footRow(cells: readonly string[]): void {
    this.#blocks.title(cells);
    const index = printedIndex(cells);
    if (index !== null && this.#indices.length < MOST_INDICES) this.#indices.push(index);
    const values = this.#keys.map((key) => {
      const column = this.#layout.columns.find((one) => one.unsur === key);
      return (column && parseDecimal(clean(cells[column.index] ?? ""))?.value) ?? null;
    });
    if (values.some((value) => value !== null) && this.#foot.length < MOST_FEET) this.#foot.push(values);
  }

  #data(row: Row): void {
    const { cells } = row;
    if (this.#blocks.begins()) {
      this.#placer = new Placer(this.#layout, this.#blocks.context, this.#options);
      this.#classifier.block();
    }
    const moment = this.#fields.moment(row);
    const submission = this.#fields.submission(cells);
    const all = submission === null && moment.stamped ? cells.map(clean).join("\u001f") : null;
    if (submission !== null ? this.#ids.seen(submission) : all !== null && this.#whole.seen(all)) {
      this.#counts.duplicate++;
      return;
    }
    const problem = this.#answers(row);
    if (problem) {
      this.#reject(problem);
      return;
    }
    this.#counts.accepted++;
    const scores = this.#scores;
    const place = this.#placer.place(cells, moment.date);
    const profile = this.#fields.profile(cells);
    this.#groups.add(place, scores);
    this.#suspicions.add(moment.date, moment.time, profile);
    this.#classifier.accepted(scores, this.#answersAt);
    this.#limits.sink.response?.({
      place,
      row: row.row,
      scores: scores.slice(),
      profile,
      date: moment.date,
      time: moment.time,
      identity: submission !== null ? `id:${submission}` : all !== null ? `row:${all}` : null,
      saran: this.#fields.saran(cells),
    } satisfies SurveyResponse);
  }

  /** Reads the row's answers into the scores; why the row counts for nothing, or null. */
  #answers({ row, cells }: Row): SkmRejected | null {
    let answered = 0;
    let problem: SkmRejected | null = null;
    let outside = false;
    this.#scores.fill(null);
    for (const { index, header, at, read } of this.#unsur) {
      const cell = cells[index] ?? "";
      const answer = read(cell);
      if (answer.kind === "score") {
        this.#scores[at] = answer.score;
        answered++;
      } else if (answer.kind !== "blank") {
        const isFigure = answer.kind === "out_of_scale";
        if (isFigure || strengthOf(clean(cell)) === "middle") {
          outside = true;
          this.#outOfScale.example ||= clean(cell).slice(0, isFigure ? EXAMPLE.figure : EXAMPLE.words);
        }
        problem ??= rejection(row, answer.kind, header, cell);
      }
    }
    if (outside) this.#outOfScale.rows++;
    return problem ?? (answered === 0 ? rejection(row, "missing") : null);
  }

  #reject(problem: SkmRejected): void {
    this.#counts.rejected++;
    if (this.#rejected.length < this.#limits.rejected) this.#rejected.push(problem);
    this.#limits.sink.rejected?.(problem);
  }

  result(): RowsResult {
    const { edition: used, columns } = this.#layout;
    const asked = this.#keys.filter((key) => columns.some((column) => column.unsur === key));
    const groups = this.#groups.groups(asked, this.#rules.fractions);
    const total = totalOf(used, groups, asked, this.#rules.fractions);
    // Tables one below the other print an index each; only one that is the whole file's can be held against ours.
    const own =
      this.#blocks.changes > 0
        ? this.#indices.find((index) => reconcile(index, total.figures)?.agrees)
        : this.#indices[0];
    return {
      rejected: this.#rejected,
      foot: this.#foot,
      outOfScale: this.#outOfScale,
      printed: own ?? null,
      rows: this.#counts,
      groups,
      total,
      suspicions: this.#suspicions,
      dates: { unread: this.#fields.unread, firstRow: this.#fields.firstUnread, uncertain: false },
      doubt: 0,
      groupsOverflow: this.#groups.overflow,
    };
  }
}

/** One row per respondent. Streams: memory grows with rejected rows kept and with groups, not with rows. */
export function* readRespondents(
  rows: Iterable<Row>,
  layout: Layout,
  rules: Rules,
  context: Context,
  options: SkmOptions,
  limits: ReadLimits,
): Steps<RowsResult> {
  const respondents = new RespondentRows(layout, rules, context, options, limits);
  for (const row of rows) if (respondents.take(row) % ROWS_A_STEP === 0) yield;
  return respondents.result();
}
