import { askedHeader, findHeader, HEAD_ROWS, type Header, headless, silentHeader } from "./columns/header.ts";
import { type Column, type Layout, layoutOf, placeOfKey } from "./columns/layout.ts";
import type { EditionId, UnsurOrder } from "./editions.ts";
import { toSkmGroup } from "./figures/figures.ts";
import { reconcile } from "./figures/reconcile.ts";
import { type OpenedFile, openFile } from "./files/open.ts";
import { type ByteSource, DELIMITERS, type Delimiter, Refusal, type Row, type Table } from "./files/table.ts";
import type { SurveySink } from "./model.ts";
import { readAggregate } from "./rows/aggregate/index.ts";
import { mapKey } from "./rows/answers.ts";
import { DateOrder, type DayMonthOrder } from "./rows/dates.ts";
import type { Rules } from "./rows/fields.ts";
import type { Group } from "./rows/groups.ts";
import { readLong } from "./rows/long.ts";
import { contextOf } from "./rows/place.ts";
import { printedIndex } from "./rows/printed.ts";
import { readRespondents } from "./rows/respondents.ts";
import { type ReadLimits, ROWS_A_STEP, type RowsResult, type Steps } from "./rows/result.ts";
import { WordScales } from "./rows/word-scale.ts";
import type { Shape, SkmJson, SkmOptions } from "./schema.ts";
import { clean, isEmptyAnswer, words } from "./text.ts";
import { warningsOf } from "./warnings.ts";

/** Rows below the header by which columns are understood. */
const SAMPLE = 400;
/** A share of rows with values outside the scale from which on the file has another scale. */
const WRONG_SHARE = 5;

/** What a file was understood to be, before its rows are counted: what the wizard shows. */
export interface Understanding {
  sha256: string;
  encoding: string;
  /** Sheet that is read; null where the file has none. */
  sheet: string | null;
  /** All sheets of a workbook. */
  sheets: string[];
  /** Of delimited text; null for workbooks and pages. */
  delimiter: Delimiter | null;
  /** Last row of the header, 1-based; 0 where there is none. */
  headerRow: number;
  shape: Shape;
  edition: EditionId;
  columns: Column[];
  /** First rows below the header, as printed. Personal columns are blanked. */
  samples: string[][];
  orderAssumed: boolean;
  /** The order of U8 and U9 that a legend of the file gives; null where none does. */
  legend: UnsurOrder | null;
}

/** A whole reading: what the contract prints, and what storage and pages need besides. */
export interface SurveyReading {
  json: SkmJson;
  understanding: Understanding;
  /** Groups with exact figures and their histograms (empty for aggregates), in the order of `json.groups`. */
  groups: Group[];
  total: Group;
  /** Scores were mapped to fractions: counts of 1-4 have no meaning. */
  fractions: boolean;
}

interface Chosen {
  table: Table;
  header: Header;
  rows: Row[];
  others: string[];
}

const headOf = (table: Table): Row[] => {
  const rows: Row[] = [];
  for (const row of table.rows()) {
    rows.push(row);
    if (rows.length >= HEAD_ROWS + SAMPLE) break;
  }
  return rows;
};

const noUnsur = () =>
  new Refusal(
    "no_unsur",
    "Tidak ada kolom unsur SKM dalam berkas ini. Periksa apakah berkasnya hasil survei, atau cocokkan kolomnya.",
  );

/** The table that is the survey: the sheet of the options, else the one whose header says most. */
const choose = (file: OpenedFile, options: SkmOptions, asking = false): Chosen => {
  const tables =
    file.tables ??
    DELIMITERS.map((delimiter) => (file.delimited as NonNullable<OpenedFile["delimited"]>)(delimiter));
  let candidates = tables;
  if (options.sheet !== undefined && file.tables) {
    const wanted = words(options.sheet);
    candidates = tables.filter((table) => table.name !== null && table.name === options.sheet);
    if (!candidates.length)
      candidates = tables.filter((table) => table.name !== null && words(table.name) === wanted);
    if (!candidates.length) {
      const names = tables.flatMap((table) => table.name ?? []).join(", ");
      throw new Refusal(
        "no_sheet",
        `Lembar "${options.sheet}" tidak ada. Lembar dalam berkas ini: ${names || "tidak bernama"}.`,
      );
    }
  }
  let anything = false;
  const found = candidates.flatMap((table) => {
    const rows = headOf(table);
    anything ||= rows.some((row) => row.cells.some((cell) => clean(cell) !== ""));
    const header = findHeader(rows) ?? silentHeader(rows) ?? headless(rows);
    if (!header) return [];
    const below = rows.filter(
      (row) => row.row > header.to && row.cells.some((cell) => !isEmptyAnswer(clean(cell))),
    );
    return [
      {
        table,
        header,
        rows,
        below: below.length,
        rank: header.score - (table.hidden ? 1000 : 0) + (below.length ? 0 : -500),
      },
    ];
  });
  if (!anything)
    throw new Refusal("empty", "Berkas ini kosong. Simpan ulang hasil surveinya, lalu coba lagi.");
  const overridden = options.columns && Object.keys(options.columns).length > 0;
  if (!found.length) {
    const forced = overridden ? headerOfOptions(candidates, options) : null;
    const asked = forced ?? (overridden || asking ? answersAlone(candidates) : null);
    if (!asked) throw noUnsur();
    return asked;
  }
  const best = found.reduce((a, b) =>
    b.rank > a.rank + 2 || (b.rank > a.rank && b.below >= a.below) ? b : a,
  );
  if (overridden && best.header.score < 3) {
    const forced = headerOfOptions(candidates, options);
    if (forced) return forced;
  }
  const others = file.tables
    ? found.filter(
        (one) =>
          one !== best &&
          !one.table.hidden &&
          one.below > 0 &&
          one.header.score >= Math.max(9, best.header.score - 6),
      )
    : [];
  return { ...best, others: others.flatMap((one) => one.table.name ?? []) };
};

/** The table whose columns nobody but its user can name. */
const answersAlone = (tables: readonly Table[]): Chosen | null => {
  for (const table of tables) {
    const rows = headOf(table);
    const header = askedHeader(rows);
    if (header) return { table, rows, others: [], header };
  }
  return null;
};

/** Headers that say nothing by themselves but are named in the options. */
const headerOfOptions = (tables: readonly Table[], options: SkmOptions): Chosen | null => {
  const wanted = new Set(
    Object.keys(options.columns ?? {})
      .filter((key) => placeOfKey(key) === null)
      .map(clean),
  );
  for (const table of tables) {
    const rows = headOf(table);
    for (const row of rows.slice(0, HEAD_ROWS)) {
      const texts = row.cells.map(clean);
      const hits = texts.filter((text) => wanted.has(text)).length;
      if (hits && hits * 2 >= wanted.size)
        return {
          table,
          rows,
          others: [],
          header: { from: row.row, to: row.row, texts, score: hits, unsurColumn: null },
        };
    }
  }
  return null;
};

/** Rows from the first below the header on. */
function* below(table: Table, header: Header): Generator<Row> {
  for (const row of table.rows()) if (row.row > header.to) yield row;
}

interface Looked {
  orders: Map<number, DayMonthOrder>;
  uncertain: boolean;
  scales: WordScales;
}

/** Looks through the rows where a decision hangs on all of them: order of day and month, scale of words. */
function* survey(chosen: Chosen, layout: Layout, sample: readonly Row[]): Steps<Looked> {
  const dateColumns = layout.columns.filter(
    (column) => column.field === "date" || column.field === "timestamp",
  );
  const orders = new Map(dateColumns.map((column) => [column.index, new DateOrder()] as const));
  const unsurColumns = layout.long
    ? [{ index: layout.long.answer, unsur: null }]
    : layout.columns.filter((column) => column.unsur);
  const scales = new WordScales();
  const look = (row: Row): void => {
    for (const [index, order] of orders) order.see(row.cells[index] ?? "");
    for (const { index, unsur } of unsurColumns) scales.see(index, unsur, row.cells[index] ?? "");
  };
  sample.forEach(look);
  const figures = [...orders.keys()].some((index) =>
    sample.some((row) => /^\d{1,2}\s*[-/.]\s*\d{1,2}\s*[-/.]/.test(clean(row.cells[index] ?? ""))),
  );
  if (figures || scales.any)
    for (const row of below(chosen.table, chosen.header)) {
      look(row);
      if (row.row % ROWS_A_STEP === 0) yield;
    }
  return {
    orders: new Map<number, DayMonthOrder>([...orders].map(([index, order]) => [index, order.order])),
    uncertain: [...orders.values()].some((order) => order.uncertain),
    scales,
  };
}

const scaleMap = (
  options: SkmOptions,
): { map: Map<string, number> | null; fractions: boolean; rounded: boolean } => {
  if (!options.scale || !Object.keys(options.scale).length)
    return { map: null, fractions: false, rounded: false };
  let rounded = false;
  const map = new Map(
    Object.entries(options.scale).map(([printed, value]) => {
      const hundredths = Math.round(Number(`${value}e2`));
      rounded ||= Math.abs(hundredths / 100 - value) > 1e-9;
      return [mapKey(printed), hundredths] as const;
    }),
  );
  return { map, fractions: [...map.values()].some((score) => score % 100 !== 0), rounded };
};

/**
 * Reads a survey file of any kind.
 *
 * @param source bytes that can be read more than once. @param name only repeated in the result.
 * @param settings.sink takes rows as they are read. @param settings.keepRejected rejected rows kept in the result.
 * @throws Refusal alone, where the file as a whole is none or has another scale. A sink has then seen rows in vain.
 */
export const readSurvey = (
  source: ByteSource,
  name: string,
  options: SkmOptions = {},
  settings: ReadSettings = {},
): SurveyReading => readOpened(openFile(source), name, options, settings);

interface ReadSettings {
  sink?: SurveySink;
  keepRejected?: number;
  /** Rows that were rejected before: many wrong values among them betray no other scale. */
  leftOver?: boolean;
}

/** The same from tables that are open already: of a file, or of a draft that was kept without its personal cells. */
export const readOpened = (
  file: OpenedFile,
  name: string,
  options: SkmOptions = {},
  settings: ReadSettings = {},
): SurveyReading => {
  const steps = readingSteps(file, name, options, settings);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
};

/**
 * The same in steps of some thousand rows: whoever drives them writes what the sink was given, or lets others work, in
 * between. Gives the reading at the end.
 */
export function* readingSteps(
  file: OpenedFile,
  name: string,
  options: SkmOptions = {},
  settings: ReadSettings = {},
): Steps<SurveyReading> {
  const chosen = choose(file, options);
  const { table, header } = chosen;
  const sample = sampleOf(chosen);
  const titles = chosen.rows.filter((row) => row.row < header.from).map((row) => row.cells);
  const layout = layoutOf(header, sample, titles.flat(), options);
  const looked = yield* survey(chosen, layout, sample);
  const { map, fractions, rounded } = scaleMap(options);
  const rules: Rules = {
    words: looked.scales.scale,
    ofColumn: (column) => looked.scales.of(column),
    map,
    fractions,
    dateOrders: looked.orders,
  };
  const context = contextOf(titles, table.name, options);
  const limits: ReadLimits = {
    rejected: settings.keepRejected ?? Number.POSITIVE_INFINITY,
    sink: settings.sink ?? {},
  };
  const rows = () => below(table, header);
  let orderAssumed = layout.orderAssumed;
  let result: RowsResult;
  if (layout.shape === "aggregate") result = readAggregate(rows(), titles, layout, context, options, limits);
  else if (layout.shape === "long") {
    const long = yield* readLong(rows, layout, rules, context, options, limits);
    orderAssumed = long.numbered && layout.edition === "14/2017" && !options.order;
    // One wrong answer in many rows of a respondent is still another scale where most respondents have one.
    if (long.mostlyWrong && !settings.leftOver) throw wrongScale(long.outOfScale.example, Boolean(map));
    result = long;
  } else result = yield* readRespondents(rows(), layout, rules, context, options, limits);
  const data = result.rows.read - result.rows.ignored;
  if (data === 0)
    throw new Refusal("empty", "Tidak ada baris jawaban di bawah judul kolom. Isi datanya, lalu coba lagi.");
  const wrong = result.outOfScale;
  if (!settings.leftOver && wrong.rows * WRONG_SHARE >= data && wrong.rows > 0)
    throw wrongScale(wrong.example, Boolean(map));
  if (!map && looked.scales.fiveSteps && layout.shape !== "aggregate") throw wrongScale("", false);
  result.dates.uncertain = looked.uncertain && options.period === undefined;
  let printedText = result.printed;
  for (const title of titles) printedText ??= printedIndex(title);
  const printed = printedText ? reconcile(printedText, result.total.figures, result.foot) : null;
  const json: SkmJson = {
    file: { name, sha256: file.sha256 },
    shape: layout.shape,
    edition: layout.edition,
    columns: layout.columns.map(({ index, header: text, unsur, confidence }) => ({
      index,
      header: text,
      unsur,
      confidence,
    })),
    rows: result.rows,
    rejected: result.rejected,
    groups: result.groups.map((group) => toSkmGroup(group.place, group.figures)),
    total: toSkmGroup(result.total.place, result.total.figures),
    printed,
    warnings: warningsOf({
      layout,
      result,
      options,
      printed,
      notes: table.notes,
      encoding: file.encoding,
      otherSheets: chosen.others,
      scaleRounded: rounded,
      orderAssumed,
    }),
  };
  const understanding = understandingOf(file, chosen, layout, orderAssumed);
  return { json, understanding, groups: result.groups, total: result.total, fractions };
}

const sampleOf = ({ rows, header }: Chosen): Row[] => rows.filter((row) => row.row > header.to);

const understandingOf = (
  file: OpenedFile,
  chosen: Chosen,
  layout: Layout,
  orderAssumed: boolean,
): Understanding => {
  return {
    sha256: file.sha256,
    encoding: file.encoding,
    sheet: chosen.table.name,
    sheets: file.tables?.flatMap((one) => one.name ?? []) ?? [],
    delimiter: chosen.table.delimiter ?? null,
    headerRow: chosen.header.to,
    shape: layout.shape,
    edition: layout.edition,
    columns: layout.columns,
    samples: sampleOf(chosen)
      .slice(0, 5)
      .map((row) =>
        layout.columns.map((column) =>
          column.field === "personal" ? "" : clean(row.cells[column.index] ?? ""),
        ),
      ),
    orderAssumed,
    legend: layout.legend,
  };
};

/**
 * How the columns of a file are understood, before its rows are counted.
 *
 * @throws Refusal where the file is no survey. Another scale is no hindrance, nor are columns of answers that nothing
 * names: that is what columns are shown for.
 */
export const understandSurvey = (file: OpenedFile, options: SkmOptions = {}): Understanding => {
  const chosen = choose(file, options, true);
  const titles = chosen.rows.filter((row) => row.row < chosen.header.from).flatMap((row) => row.cells);
  const layout = layoutOf(chosen.header, sampleOf(chosen), titles, options, true);
  return understandingOf(file, chosen, layout, layout.orderAssumed);
};

/** The scale that a value betrays, for the message. */
const wrongScale = (example: string, mapped: boolean): Refusal => {
  const value = Number(example.replace(",", "."));
  const scale = value > 10 ? "0–100" : value > 6 ? "1–10" : value === 6 ? "1–6" : "1–5";
  return new Refusal(
    "wrong_scale",
    mapped
      ? `Nilai ${example} tidak ada dalam peta skala. Lengkapi peta skalanya untuk semua jawaban dalam berkas.`
      : /\p{L}{3}/u.test(example)
        ? `Jawaban memakai pilihan lain daripada kuesioner SKM, misalnya "${example}". Petakan skalanya atau pilih berkas lain.`
        : `Jawaban memakai skala ${scale}, sedangkan SKM memakai 1–4. Petakan skalanya atau pilih berkas lain.`,
  );
};
