import { countColumns } from "../../columns/counts.ts";
import type { Layout } from "../../columns/layout.ts";
import type { UnsurKey } from "../../editions.ts";
import { fraction } from "../../figures/exact.ts";
import type { Row } from "../../files/table.ts";
import type { SkmOptions, SkmRejected } from "../../schema.ts";
import { clean, isEmptyAnswer, words } from "../../text.ts";
import { CarriedDown } from "../carried.ts";
import { type Cell, countsOf, emptyCell, readingsOf } from "../counted.ts";
import { rejection } from "../messages.ts";
import { printedIndex } from "../printed.ts";
import { unsurReader } from "../unsur-reader.ts";
import { figureOf, type Measure, meanOn4, measureOf, respondentsIn } from "./measures.ts";
import type { AggregateTable } from "./table.ts";
import type { Unit } from "./units.ts";

const FOOT = /^(?:jumlah|total|rata|nrr|ikm|skm|indeks|nilai (?:ikm|skm|indeks)|mutu|kinerja)/;

/** A larger value is no mean on either scale but a sum. */
const LARGEST_MEAN = 100;

/** Rows of one unsur each, its figures in the columns. */
export class TallRows {
  /** Indices that the rows print: of each table where several stand one below the other. */
  readonly indices: string[] = [];
  readonly #table: AggregateTable;
  readonly #headers: readonly string[];
  readonly #unsurAt: number;
  readonly #unsurOf: ReturnType<typeof unsurReader>;
  readonly #measures: readonly (Measure | null)[];
  /** Columns that count the answers of each score, from 1 to 4; null where there are none. */
  readonly #counted: readonly number[] | null;
  readonly #carried: CarriedDown;
  #current: Unit | null = null;
  /** Respondents told above the rows of a unit. */
  #ahead: number | null = null;

  constructor(table: AggregateTable, layout: Layout, options: SkmOptions) {
    this.#table = table;
    this.#headers = layout.header.texts;
    this.#unsurAt = layout.header.unsurColumn as number;
    this.#unsurOf = unsurReader(layout, options);
    this.#measures = this.#headers.map(measureOf);
    this.#counted = countColumns(this.#headers);
    this.#carried = new CarriedDown(layout);
  }

  take(row: Row): void {
    const cells = row.cells.map(clean);
    const name = cells[this.#unsurAt];
    const named = name ? this.#unsurOf(name) : null;
    if (!named || FOOT.test(words(cells.find((cell) => cell !== "") ?? ""))) {
      this.#pass(cells);
      return;
    }
    const read = this.#countedAnswers(cells) ?? this.#figures(row.row, cells);
    if ("code" in read) this.#table.reject(read);
    else this.#accept(named.key, cells, read);
  }

  /** A row that is no unsur's: a title, a foot, an index. */
  #pass(cells: readonly string[]): void {
    const table = this.#table;
    table.counts.ignored++;
    const index = printedIndex(cells);
    if (index !== null) this.indices.push(index);
    table.blocks.title(cells);
    const said = respondentsIn(cells);
    table.stated ??= said;
    if (table.blocks.waits || this.#current === null) this.#ahead = said ?? this.#ahead;
    else this.#current.n ??= said;
  }

  /** Figures from the counts of each score; null where the row has no such counts. */
  #countedAnswers(cells: readonly string[]): Cell | null {
    const answers: number[] = [];
    for (const at of this.#counted ?? []) {
      const text = cells[at] ?? "";
      const count = isEmptyAnswer(text) ? 0 : countsOf(text)[0];
      if (count === undefined) return null;
      answers.push(count);
    }
    if (!answers.some((count) => count > 0)) return null;
    const cell = emptyCell();
    cell.ns = [answers.reduce((all, count) => all + count, 0)];
    cell.sums = [fraction(answers.reduce((all, count, at) => all + count * (at + 1), 0))];
    return cell;
  }

  /** Figures from the columns of sums and means, or why there are none. */
  #figures(row: number, cells: readonly string[]): Cell | SkmRejected {
    const cell = emptyCell();
    for (const [at, measure] of this.#measures.entries()) {
      const text = cells[at] ?? "";
      if (!measure || at === this.#unsurAt || isEmptyAnswer(text)) continue;
      const bad = this.#enter(cell, measure, text);
      if (bad) return rejection(row, bad, this.#headers[at] ?? "", text);
    }
    return cell.nrr || cell.sums.length > 0 ? cell : rejection(row, "missing");
  }

  /** Puts one column's figure into the cell; what is wrong with it where it is none. */
  #enter(cell: Cell, measure: Measure, text: string): "not_a_number" | "out_of_scale" | null {
    const read = figureOf(text);
    if (!read) return measure !== "value" || /^[=#]/.test(text) ? "not_a_number" : null;
    const whole = read.value.den === 1n ? Number(read.value.num) : null;
    if (measure === "n") cell.ns = countsOf(text);
    else if (measure === "sum" || (measure === "value" && whole !== null && whole > LARGEST_MEAN))
      cell.sums = readingsOf(text);
    else if (!cell.nrr || measure === "nrr") {
      const mean = meanOn4(read.value, read.digits);
      if (!mean) return "out_of_scale";
      Object.assign(cell, mean);
    }
    return null;
  }

  #accept(key: UnsurKey, cells: readonly string[], cell: Cell): void {
    const table = this.#table;
    if (table.begin()) {
      this.#carried.forget();
      this.#current = null;
    }
    const unit = table.units.at(table.placer.place(this.#carried.filled(cells), null));
    if (this.#current !== unit) {
      unit.n ??= this.#ahead;
      this.#ahead = null;
    }
    this.#current = unit;
    if (unit.cells.has(key)) table.counts.duplicate++;
    else {
      table.counts.accepted++;
      unit.cells.set(key, cell);
    }
  }
}
