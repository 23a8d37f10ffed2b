import type { Column, Layout } from "../../columns/layout.ts";
import type { UnsurKey } from "../../editions.ts";
import { parseDecimal } from "../../figures/exact.ts";
import type { Row } from "../../files/table.ts";
import { clean, isEmptyAnswer } from "../../text.ts";
import { countsOf, emptyCell, readingsOf } from "../counted.ts";
import { rejection } from "../messages.ts";
import { printedIndex } from "../printed.ts";
import { figureOf, meanOn4, measureOf, type RowKind, respondentsIn, rowKindOf } from "./measures.ts";
import type { AggregateTable } from "./table.ts";
import { type Unit, unitOf } from "./units.ts";

/** Rows of one unit each, or of one measure of all unsur; the unsur are the columns. */
export class WideRows {
  readonly #table: AggregateTable;
  readonly #layout: Layout;
  readonly #unsur: readonly Column[];
  /** Units that only foot rows tell of. */
  readonly #footUnits = new Set<Unit>();

  constructor(table: AggregateTable, layout: Layout) {
    this.#table = table;
    this.#layout = layout;
    this.#unsur = layout.columns.filter((column) => column.unsur);
  }

  take(row: Row): void {
    const cells = row.cells.map(clean);
    const kind = rowKindOf(cells.find((cell) => cell !== "") ?? "");
    const empty = this.#unsur.every(({ index }) => isEmptyAnswer(cells[index] ?? ""));
    if (kind === "unit" && !empty) this.#unit(row.row, cells);
    else this.#foot(kind, cells, empty);
  }

  /** A row below the units or without figures; where no unit stands above it, it tells the figures of the whole. */
  #foot(kind: RowKind, cells: readonly string[], empty: boolean): void {
    const table = this.#table;
    table.counts.ignored++;
    table.printed ??= printedIndex(cells);
    table.stated ??= respondentsIn(cells);
    table.blocks.title(cells);
    if (empty || kind === "skip" || kind === "unit") return;
    if (!table.units.all().every((one) => this.#footUnits.has(one))) return;
    const unit = table.units.at(table.placer.place([], null));
    this.#footUnits.add(unit);
    table.counts.ignored--;
    table.counts.accepted++;
    for (const { index, unsur } of this.#unsur) {
      const text = cells[index] ?? "";
      const read = figureOf(text);
      if (!read) continue;
      const cell = unit.cells.get(unsur as UnsurKey) ?? emptyCell();
      if (kind === "n") cell.ns = countsOf(text);
      else if (kind === "sum") cell.sums = readingsOf(text);
      else Object.assign(cell, meanOn4(read.value, read.digits) ?? {});
      unit.cells.set(unsur as UnsurKey, cell);
    }
  }

  #unit(row: number, cells: readonly string[]): void {
    const table = this.#table;
    table.begin();
    const unit = unitOf(table.placer.place(cells, null));
    for (const [at, column] of this.#layout.columns.entries())
      if (!column.unsur && measureOf(column.header) === "n") unit.n = countsOf(cells[at] ?? "")[0] ?? unit.n;
    for (const { index, header, unsur } of this.#unsur) {
      const text = cells[index] ?? "";
      if (isEmptyAnswer(text)) continue;
      const read = parseDecimal(text);
      const mean = read && meanOn4(read.value, read.digits);
      if (!mean) {
        table.reject(rejection(row, read ? "out_of_scale" : "not_a_number", header, text));
        return;
      }
      unit.cells.set(unsur as UnsurKey, { ns: unit.n === null ? [] : [unit.n], sums: [], ...mean });
    }
    table.counts.accepted++;
    table.units.add(unit, row);
    const ikm = this.#layout.columns.find((column) => measureOf(column.header) === "ikm");
    if (ikm && table.units.size === 1) table.printed ??= cells[ikm.index] || null;
    else if (table.units.size > 1) table.printed = null;
  }
}
