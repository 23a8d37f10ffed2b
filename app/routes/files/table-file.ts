import type { LoaderFunctionArgs } from "@remix-run/node";
import { maskedDeep } from "#app/format/personal.ts";
import { type FormatOf, formatOfPath, formatsOf } from "#app/reports/formats.ts";
import { TABLE_RENDERERS } from "#app/reports/render.ts";
import type { Sheet } from "#app/reports/sheet.ts";
import { database } from "#app/server/database.server.ts";
import { notFound } from "#app/server/errors.ts";
import { fileResponse } from "#app/server/file-response.server.ts";
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
    const { table, regencies = [], decrees = [], names, band, method, rules } = await tableOf(data, args);
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
    const full = sheetOf(table);
    const sheet = args.context.viewer ? full : { ...full, rows: maskedDeep(full.rows) };
    const body = await TABLE_RENDERERS[format]({ about, sheet: invented ? withSampleMark(sheet) : sheet });
    return fileResponse(about.fileName, format, body);
  };

/** A last column that says of every row that it is invented: a row that is copied takes it along. */
const withSampleMark = ({ columns, rows }: Sheet): Sheet => ({
  columns: [...columns, { key: "status_data", head: "Status data" }],
  rows: rows.map((row) => [...row, { kind: "text", text: SAMPLE_MARK }]),
});

const isTableFormat = (format: string | undefined): format is FormatOf<"table"> =>
  formatsOf("table").some((one) => one === format);
