import type { LoaderFunctionArgs } from "@remix-run/node";
import { formatCount } from "#app/format/numbers.ts";
import { maskedDeep } from "#app/format/personal.ts";
import { csvParts } from "#app/reports/csv.ts";
import { type FormatOf, formatOfPath, formatsOf } from "#app/reports/formats.ts";
import { TABLE_RENDERERS } from "#app/reports/render.ts";
import type { Sheet } from "#app/reports/sheet.ts";
import { database } from "#app/server/database.server.ts";
import { notFound } from "#app/server/errors.ts";
import { fileResponse, streamOf } from "#app/server/file-response.server.ts";
import { SAMPLE_MARK } from "#app/server/refs.ts";
import type { DecreeRef, RegencyRef } from "#app/server/views.ts";
import { aboutOf } from "#app/ui/file-notes.ts";
import { type Filters, type IgnoredValue, NO_FILTERS } from "#app/ui/filters.ts";
import { sheetOf } from "#app/ui/sheet.ts";
import { statusBand } from "#app/ui/status-band.ts";
import type { Table } from "#app/ui/table.ts";

/** What every page's loader gives. */
interface PageData {
  title: string;
  filters?: Filters;
  ignored?: readonly IgnoredValue[];
}

/** The table of a page, and whose figures they are. */
export interface PageTable<Row> {
  table: Table<Row>;
  /** Rows that are too many to be held: they come in parts, and the table itself has none. */
  parts?: () => AsyncIterable<readonly Row[]>;
  regencies?: readonly RegencyRef[];
  decrees?: readonly DecreeRef[];
  /** Names of places by slug, for the filters. */
  names?: ReadonlyMap<string, string>;
  /** Replaces the sentences on whose figures these are. */
  band?: readonly string[];
  /** Replaces the note on how to read the figures. */
  method?: string;
  /** A table of our own rules, not of anybody's figures: without status. */
  rules?: boolean;
}

/**
 * The loader behind every file of a page's table: the page's own loader, so the same query; the page's own table, so the
 * same figures. The ending of the address names the format.
 */
export const tableFile =
  <Data extends PageData, Row>(
    page: (args: LoaderFunctionArgs) => Data | Promise<Data>,
    tableOf: (data: Data, args: LoaderFunctionArgs) => PageTable<Row> | Promise<PageTable<Row>>,
  ) =>
  async (args: LoaderFunctionArgs): Promise<Response> => {
    const { url } = args.request;
    const format = formatOfPath(new URL(url).pathname);
    if (!isTableFormat(format)) throw notFound();
    const data = await page(args);
    const asked = await tableOf(data, args);
    const { table, regencies = [], decrees = [], names, band, method, rules } = asked;
    const invented = regencies.length > 0 && regencies.every(({ sample }) => sample);
    const about = aboutOf(
      {
        fileName: invented ? `${table.fileName}-data-contoh` : table.fileName,
        title: invented ? `${table.caption} (${SAMPLE_MARK})` : table.caption,
        page: data.title,
        filters: data.filters ?? NO_FILTERS,
        ignored: data.ignored ?? [],
        names,
        band: rules ? [] : (band ?? statusBand(regencies, decrees)),
        method,
        regencies,
        decrees,
      },
      url,
      database().now(),
    );
    const sheetFor = (rows: readonly Row[]): Sheet => {
      const full = sheetOf({ ...table, rows });
      const sheet = args.context.viewer ? full : { ...full, rows: maskedDeep(full.rows) };
      return invented ? withSampleMark(sheet) : sheet;
    };
    if (asked.parts && format === "csv") {
      const texts = csvParts(sheetFor([]), eachSheet(asked.parts(), sheetFor));
      const { signal } = args.request;
      return fileResponse(about.fileName, format, streamOf(texts, { signal, flowing: args.context.flowing }));
    }
    const { rows, more } = asked.parts ? await firstRows(asked.parts()) : { rows: table.rows, more: false };
    const notes = more ? [...about.notes, ONLY_FIRST] : about.notes;
    const body = await TABLE_RENDERERS[format]({ about: { ...about, notes }, sheet: sheetFor(rows) });
    return fileResponse(about.fileName, format, body);
  };

/** Rows of a table in parts that a workbook holds: it is made whole, in memory. */
const MOST_IN_WORKBOOK = 20_000;

const ONLY_FIRST = [
  "Batas",
  `Buku kerja ini memuat ${formatCount(MOST_IN_WORKBOOK)} baris pertama; semua baris ada dalam CSV.`,
] as const;

const firstRows = async <Row>(
  parts: AsyncIterable<readonly Row[]>,
): Promise<{ rows: Row[]; more: boolean }> => {
  const rows: Row[] = [];
  for await (const part of parts) {
    rows.push(...part);
    if (rows.length > MOST_IN_WORKBOOK) return { rows: rows.slice(0, MOST_IN_WORKBOOK), more: true };
  }
  return { rows, more: false };
};

async function* eachSheet<Row>(
  parts: AsyncIterable<readonly Row[]>,
  sheetFor: (rows: readonly Row[]) => Sheet,
): AsyncGenerator<Sheet> {
  for await (const part of parts) yield sheetFor(part);
}

/** A last column that says of every row that it is invented: a row that is copied takes it along. */
const withSampleMark = ({ columns, rows }: Sheet): Sheet => ({
  columns: [...columns, { key: "status_data", head: "Status data" }],
  rows: rows.map((row) => [...row, { kind: "text", text: SAMPLE_MARK }]),
});

const isTableFormat = (format: string | undefined): format is FormatOf<"table"> =>
  formatsOf("table").some((one) => one === format);
