import { countColumns } from "../columns/counts.ts";
import type { Layout } from "../columns/layout.ts";
import { edition, type UnsurKey } from "../editions.ts";
import { add, type Fraction, fraction, parseDecimal, times } from "../figures/exact.ts";
import { aggregateUnsur, assemble, type Figures, type UnsurFigures } from "../figures/figures.ts";
import { reconcile, roundingDoubt } from "../figures/reconcile.ts";
import type { Row } from "../files/table.ts";
import type { Place } from "../model.ts";
import type { SkmOptions, SkmRejected } from "../schema.ts";
import { clean, isEmptyAnswer, words } from "../text.ts";
import { Blocks } from "./blocks.ts";
import { CarriedDown } from "./carried.ts";
import { atLeast, atMost, type Cell, countsOf, emptyCell, readingsOf, settled } from "./counted.ts";
import { type Group, sharedPlace } from "./groups.ts";
import { unsurReader } from "./long.ts";
import { rejection } from "./messages.ts";
import { type Context, Placer } from "./place.ts";
import { printedIndex } from "./printed.ts";
import type { ReadLimits, RowsResult } from "./result.ts";

type Measure = "n" | "sum" | "nrr" | "nilai" | "value" | "ikm";

const MEASURES: readonly (readonly [Measure | null, RegExp])[] = [
  [
    null,
    /\btertimbang|\bbobot\b|\bmutu\b|\bkinerja\b|\bkategori|\bperingkat|\branking|\bpredikat|\bketerangan|\bpersepsi\b/,
  ],
  ["n", /^n$|\bresponden\b|\bjumlah pengisi|\bterisi\b|\bjumlah sampel/],
  ["nilai", /\bkonversi|\bx 25\b|\bnik\b|\binterval konversi/],
  ["ikm", /\bikm\b|\bskm\b|\bindeks\b/],
  ["nrr", /\bnrr\b|\brata rata|\brerata|\bmean\b|\bnilai rata/],
  ["sum", /^jumlah|^total|\bjumlah nilai|\btotal nilai|\bjumlah skor|^sum$|^jml/],
  ["value", /^nilai|^skor|^score$/],
];

const measureOf = (header: string): Measure | null => {
  if (/^[Σ∑]/.test(header)) return "sum";
  const text = words(header);
  return MEASURES.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
};

const HUNDRED = fraction(1, 25);
/** A mean on either scale: 1-4 as it is, 25-100 divided by 25. Null where it is neither. */
const meanOn4 = (value: Fraction, digits: number): { nrr: Fraction; digits: number } | null => {
  if (atLeast(value, 1) && atMost(value, 4)) return { nrr: value, digits };
  return atLeast(value, 25) && atMost(value, 100)
    ? { nrr: times(value, HUNDRED), digits: digits + 1.4 }
    : null;
};

const RESPONDENTS = /\b(?:jumlah|total|banyak(?:nya)?)\s+responden\b[^\d]{0,20}(\d[\d.]*)|\bn\s*=\s*(\d+)/i;

/** "Jumlah responden: 29" in titles or foot; null where none stands there. */
const respondentsIn = (cells: readonly string[]): number | null => {
  const text = cells.map(clean).filter(Boolean).join(" ");
  const match = RESPONDENTS.exec(text);
  const number = match ? Number((match[1] ?? match[2] ?? "").replaceAll(".", "")) : 0;
  return number > 0 ? number : null;
};

/** A figure with its decimals; where only thousands parted more than once make it one, a whole number. */
const figureOf = (text: string): { value: Fraction; digits: number } | undefined => {
  const whole = readingsOf(text)[0];
  return parseDecimal(text) ?? (whole && { value: whole, digits: 0 });
};

const keyOf = (place: Place): string => JSON.stringify(place);

/** Figures without respondents: unsur row by row, or units (or only foot rows) with unsur as columns. Never pooled. */
export const readAggregate = (
  rows: Iterable<Row>,
  titles: readonly (readonly string[])[],
  layout: Layout,
  context: Context,
  options: SkmOptions,
  limits: ReadLimits,
): RowsResult => {
  const counts = { read: 0, accepted: 0, rejected: 0, duplicate: 0, ignored: 0 };
  const rejected: SkmRejected[] = [];
  const groups = new Map<string, { place: Place; cells: Map<UnsurKey, Cell>; n: number | null }>();
  let printed: string | null = null;
  let stated: number | null = null;
  for (const title of titles) stated ??= respondentsIn(title);
  const blocks = new Blocks(layout, context, options);
  let placer = new Placer(layout, context, options);
  const carried = new CarriedDown(layout);
  /** Indices that rows of a tall table print: of each table where several stand one below the other. */
  const indices: string[] = [];
  let current: { n: number | null } | null = null;
  let statedAhead: number | null = null;
  /** Before a row of figures: what titles above it have said. */
  const begin = (): void => {
    if (!blocks.begins()) return;
    placer = new Placer(layout, blocks.context, options);
    carried.forget();
    current = null;
  };
  const groupAt = (place: Place) => {
    const known = groups.get(keyOf(place)) ?? { place, cells: new Map<UnsurKey, Cell>(), n: null };
    groups.set(keyOf(place), known);
    return known;
  };
  const reject = (one: SkmRejected) => {
    counts.rejected++;
    if (rejected.length < limits.rejected) rejected.push(one);
    limits.sink.rejected?.(one);
  };
  const measures = layout.header.texts.map(measureOf);
  const counted = layout.header.unsurColumn === null ? null : countColumns(layout.header.texts);
  const unsurColumns = layout.columns.filter((column) => column.unsur);
  const unsurOf = unsurReader(layout, options);

  const acceptUnsur = (key: UnsurKey, cells: readonly string[], cell: Cell): void => {
    begin();
    const group = groupAt(placer.place(carried.filled(cells), null));
    if (current !== group) group.n ??= statedAhead;
    if (current !== group) statedAhead = null;
    current = group;
    if (group.cells.has(key)) {
      counts.duplicate++;
      return;
    }
    counts.accepted++;
    group.cells.set(key, cell);
  };

  const tallRow = (row: Row): void => {
    const cells = row.cells.map(clean);
    const unsurAt = layout.header.unsurColumn as number;
    const named = cells[unsurAt] ? unsurOf(cells[unsurAt] as string) : null;
    const foot = /^(?:jumlah|total|rata|nrr|ikm|skm|indeks|nilai (?:ikm|skm|indeks)|mutu|kinerja)/.test(
      words(cells.find((cell) => cell !== "") ?? ""),
    );
    if (!named || foot) {
      counts.ignored++;
      const index = printedIndex(cells);
      if (index !== null) indices.push(index);
      blocks.title(cells);
      const said = respondentsIn(cells);
      stated ??= said;
      if (blocks.waits || current === null) statedAhead = said ?? statedAhead;
      else current.n ??= said;
      return;
    }
    const cell = emptyCell();
    const answers = counted
      ?.map((at) => cells[at] ?? "")
      .map((text) => (isEmptyAnswer(text) ? 0 : countsOf(text)[0]));
    if (answers?.every((one) => one !== undefined) && answers.some((one) => one > 0)) {
      cell.ns = [answers.reduce((all, one) => all + one, 0)];
      cell.sums = [fraction(answers.reduce((all, one, at) => all + one * (at + 1), 0))];
      acceptUnsur(named.key, cells, cell);
      return;
    }
    let bad: SkmRejected | null = null;
    measures.forEach((measure, at) => {
      const text = cells[at] ?? "";
      if (!measure || at === unsurAt || isEmptyAnswer(text)) return;
      const read = figureOf(text);
      const header = layout.header.texts[at] ?? "";
      if (!read) {
        if (measure !== "value" || /^[=#]/.test(text))
          bad ??= rejection(row.row, "not_a_number", header, text);
        return;
      }
      const whole = read.value.den === 1n ? Number(read.value.num) : null;
      if (measure === "n") cell.ns = countsOf(text);
      else if (measure === "sum" || (measure === "value" && whole !== null && whole > 100))
        cell.sums = readingsOf(text);
      else if (!cell.nrr || measure === "nrr") {
        const mean = meanOn4(read.value, read.digits);
        if (mean) Object.assign(cell, mean);
        else bad ??= rejection(row.row, "out_of_scale", header, text);
      }
    });
    if (!bad && !cell.nrr && cell.sums.length === 0) bad = rejection(row.row, "missing");
    if (bad) {
      reject(bad);
      return;
    }
    acceptUnsur(named.key, cells, cell);
  };

  const wideRow = (row: Row): void => {
    const cells = row.cells.map(clean);
    const label = words(cells.find((cell) => cell !== "") ?? "");
    const raw = cells.find((cell) => cell !== "") ?? "";
    const values = unsurColumns.map((column) => cells[column.index] ?? "");
    const filled = values.filter((value) => !isEmptyAnswer(value));
    const kind = /^(?:jumlah responden|responden|n$|terisi)/.test(label)
      ? "n"
      : /^[Σ∑]|^(?:jumlah|jml|total)/i.test(raw) || /^(?:jumlah|jml|total)/.test(label)
        ? "sum"
        : /tertimbang|bobot/.test(label)
          ? "skip"
          : /^(?:nrr|rata|rerata|nilai rata|mean)/.test(label)
            ? "nrr"
            : /^(?:ikm|skm|indeks|mutu|kinerja|kategori|nilai|konversi)/.test(label)
              ? "skip"
              : "unit";
    if (kind !== "unit" || filled.length === 0) {
      counts.ignored++;
      printed ??= printedIndex(cells);
      stated ??= respondentsIn(cells);
      blocks.title(cells);
      if (filled.length === 0 || kind === "skip" || kind === "unit") return;
      if (groups.size > 0 && ![...groups.values()].every((one) => footGroups.has(one))) return;
      const group = groupAt(placer.place([], null));
      footGroups.add(group);
      counts.ignored--;
      counts.accepted++;
      for (const [at, column] of unsurColumns.entries()) {
        const read = figureOf(values[at] ?? "");
        if (!read) continue;
        const key = column.unsur as UnsurKey;
        const cell = group.cells.get(key) ?? emptyCell();
        if (kind === "n") cell.ns = countsOf(values[at] ?? "");
        else if (kind === "sum") cell.sums = readingsOf(values[at] ?? "");
        else Object.assign(cell, meanOn4(read.value, read.digits) ?? {});
        group.cells.set(key, cell);
      }
      return;
    }
    begin();
    const group = {
      place: placer.place(cells, null),
      cells: new Map<UnsurKey, Cell>(),
      n: null as number | null,
    };
    for (const [at, column] of layout.columns.entries())
      if (!column.unsur && measureOf(column.header) === "n")
        group.n = countsOf(cells[at] ?? "")[0] ?? group.n;
    for (const [at, column] of unsurColumns.entries()) {
      const text = values[at] ?? "";
      if (isEmptyAnswer(text)) continue;
      const read = parseDecimal(text);
      const mean = read && meanOn4(read.value, read.digits);
      if (!mean) {
        reject(rejection(row.row, read ? "out_of_scale" : "not_a_number", column.header, text));
        return;
      }
      group.cells.set(column.unsur as UnsurKey, { ns: group.n === null ? [] : [group.n], sums: [], ...mean });
    }
    counts.accepted++;
    const key = keyOf(group.place);
    if (groups.has(key)) groups.set(`${key}#${row.row}`, group);
    else groups.set(key, group);
    const ikm = layout.columns.find((column) => measureOf(column.header) === "ikm");
    if (ikm && groups.size === 1) printed ??= cells[ikm.index] || null;
    else if (groups.size > 1) printed = null;
  };
  const footGroups = new Set<unknown>();

  for (const row of rows) {
    counts.read++;
    if (row.cells.every((cell) => clean(cell) === "")) counts.ignored++;
    else if (layout.header.unsurColumn !== null) tallRow(row);
    else wideRow(row);
  }
  const single = groups.size === 1;
  const digits: number[] = [];
  const found: Group[] = [...groups.values()].map(({ place, cells, n }) => {
    const own = n ?? (single ? stated : null);
    const unsur: UnsurFigures[] = [...cells].map(([key, cell]) => {
      const { n: count, sum } = settled(cell, own);
      if (!(sum && count) && cell.digits !== null) digits.push(cell.digits);
      return aggregateUnsur(layout.edition, key, { nrr: cell.nrr, sum, n: count });
    });
    const counted = unsur.map((one) => one.n).filter((one) => one !== null);
    const total = own ?? (counted.length === unsur.length ? Math.max(0, ...counted) : null);
    return {
      place,
      figures: assemble(layout.edition, total, unsur),
      histograms: { edition: layout.edition, hist: [], hist_total: [] },
    };
  });
  const figures = pooled(
    layout,
    found.map((one) => one.figures),
  );
  printed ??= (single ? indices[0] : indices.find((index) => reconcile(index, figures)?.agrees)) ?? null;
  return {
    rows: counts,
    rejected,
    groups: found,
    total: {
      place: sharedPlace(found.map((one) => one.place)),
      figures,
      histograms: { edition: layout.edition, hist: [], hist_total: [] },
    },
    printed,
    foot: [],
    suspicions: null,
    outOfScale: { rows: 0, example: "" },
    dates: { unread: 0, firstRow: 0, uncertain: false },
    doubt: roundingDoubt(digits),
    groupsOverflow: false,
  };
};

/** Units together, weighed by their n; nothing where a unit does not say how many answered. */
const pooled = (layout: Layout, units: readonly Figures[]): Figures => {
  if (units.length === 1) return units[0] as Figures;
  const keys = edition(layout.edition).unsur.map((one) => one.key);
  const unsur = keys.flatMap((key) => {
    const parts = units.flatMap((unit) => unit.unsur.filter((one) => one.key === key));
    if (!parts.length || parts.some((one) => !one.n || !one.nrr)) return [];
    const n = parts.reduce((all, one) => all + (one.n as number), 0);
    const sum = parts.reduce(
      (all, one) => add(all, times(one.nrr as Fraction, fraction(one.n as number))),
      fraction(0),
    );
    return [aggregateUnsur(layout.edition, key, { n, sum, nrr: null })];
  });
  const n = units.every((unit) => unit.n !== null)
    ? units.reduce((all, unit) => all + (unit.n as number), 0)
    : null;
  return assemble(layout.edition, n, unsur);
};
