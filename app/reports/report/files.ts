import ExcelJS from "exceljs";
import { toCsv } from "../csv.ts";
import type { Sheet, Value } from "../sheet.ts";
import { COUNT, cellOf, print, TEXT, widthOf } from "../xlsx.ts";
import { DRAFT_MARK, isDraft, type ReportModel, type ReportTable, tablesOf, totalsOf } from "./model.ts";
import { statusWords } from "./paper.ts";

const SAMPLE = "data contoh";

/** What every row says of itself, so that a row that is copied takes it along; none where nothing is to be said. */
const marksOf = (model: ReportModel): string[] =>
  [isDraft(model) ? DRAFT_MARK : "", model.regency.sample ? SAMPLE : ""].filter(Boolean);

/** The rows of a table as plain data; without its foot, which is no row. */
export function tableSheet(table: ReportTable, model: ReportModel): Sheet {
  const marks = marksOf(model);
  const status: Value[] = marks.length > 0 ? [{ kind: "text", text: marks.join(", ") }] : [];
  return {
    columns: [
      ...table.columns.map(({ key, head }) => ({ key, head })),
      ...status.map(() => ({ key: "status_data", head: "Status data" })),
    ],
    rows: table.rows.map((row) => [...row, ...status]),
  };
}

/** One table of a report as CSV. */
export const reportCsv = (table: ReportTable, model: ReportModel): string => toCsv(tableSheet(table, model));

const letterOf = (worksheet: ExcelJS.Worksheet, at: number): string => worksheet.getColumn(at + 1).letter;

function writeTable(workbook: ExcelJS.Workbook, table: ReportTable, model: ReportModel): void {
  const data = tableSheet(table, model);
  const worksheet = workbook.addWorksheet(table.sheet, { views: [{ state: "frozen", ySplit: 1 }] });
  worksheet.columns = data.columns.map(({ head }, at) => ({ header: head, width: widthOf(data, at) }));
  worksheet.getRow(1).font = { bold: true };
  worksheet.getRow(1).alignment = { vertical: "bottom", wrapText: true };
  for (const row of data.rows) {
    const cells = row.map(cellOf);
    const written = worksheet.addRow(cells.map(({ value }) => value));
    for (const [at, { format }] of cells.entries()) {
      const cell = written.getCell(at + 1);
      cell.alignment = { vertical: "top", wrapText: true };
      if (format) cell.numFmt = format;
    }
  }
  const totals = totalsOf(table);
  if (totals && data.rows.length > 0) {
    const last = data.rows.length + 1;
    const foot = worksheet.addRow(
      totals.map((total, at) => {
        if (at === 0) return "Jumlah";
        if (total === null) return null;
        const letter = letterOf(worksheet, at);
        return { formula: `SUM(${letter}2:${letter}${last})`, result: total };
      }),
    );
    foot.font = { bold: true };
    for (const [at, total] of totals.entries()) if (total !== null) foot.getCell(at + 1).numFmt = COUNT;
  }
  worksheet.autoFilter = {
    from: { row: 1, column: 1 },
    to: { row: Math.max(1, data.rows.length + 1), column: data.columns.length },
  };
  print(worksheet, table.title, data.columns.length > 6);
  worksheet.pageSetup.printTitlesRow = "1:1";
}

function writeAbout(workbook: ExcelJS.Workbook, model: ReportModel): void {
  const worksheet = workbook.addWorksheet("Keterangan");
  worksheet.columns = [{ width: 26 }, { width: 90 }];
  worksheet.addRow([model.title]).font = { bold: true, size: 13 };
  const lines: (readonly [string, string])[] = [
    ...statusWords(model).map((words) => ["Status", words] as const),
    ...(model.number === "" ? [] : [["Nomor", model.number] as const]),
    ...model.about,
    ...tablesOf(model).map(({ sheet, title }) => [`Lembar ${sheet}`, title] as const),
    ...model.chapters
      .filter(({ commentary }) => commentary !== "")
      .map(({ title, commentary }) => [`Ulasan, ${title}`, commentary] as const),
  ];
  for (const line of lines) {
    const row = worksheet.addRow([...line]);
    row.alignment = { vertical: "top", wrapText: true };
    row.getCell(1).font = { bold: true };
    row.getCell(2).numFmt = TEXT;
  }
  print(worksheet, model.title, false);
}

/** A workbook: what the figures rest on, then a sheet a table with typed cells; sums are formulas. */
export async function reportXlsx(model: ReportModel): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = "Tolok";
  workbook.title = model.title;
  workbook.created = new Date(model.at);
  workbook.modified = workbook.created;
  writeAbout(workbook, model);
  for (const table of tablesOf(model)) writeTable(workbook, table, model);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
