import ExcelJS, { type CellValue, type Worksheet } from "exceljs";
import { type About, looksLikeFormula, type Sheet, type TableFile, type Value } from "./sheet.ts";

/** Widths in characters of the standard font. */
const NARROWEST = 8;
const WIDEST = 60;
/** Room for the arrow of the filter in a head. */
const ARROW = 3;
/** A cell of the format holds no more; what is longer is in the CSV. */
const LONGEST = 32_767;
const CUT = " (terpotong: selengkapnya dalam CSV)";
/** Day, month and year as an Indonesian spreadsheet shows them. */
const DATE = "[$-421]d mmm yyyy";
export const COUNT = "#,##0";
const ORDINAL = "0";
/** The format "text": what stands in the cell stays text when somebody edits it. */
export const TEXT = "@";

const fitted = (text: string): string =>
  text.length > LONGEST ? text.slice(0, LONGEST - CUT.length) + CUT : text;

/** Value and number format. Text is always stored as a string, so nothing in it is ever a formula. */
export function cellOf(value: Value): { value: CellValue; format?: string } {
  switch (value.kind) {
    case "text": {
      const text = fitted(value.text);
      return looksLikeFormula(text) ? { value: text, format: TEXT } : { value: text === "" ? null : text };
    }
    case "count":
      return { value: value.count, format: COUNT };
    case "decimal":
      return { value: value.value, format: `0.${"0".repeat(value.digits)}` };
    case "ordinal":
      return { value: value.number, format: ORDINAL };
    case "date":
      return { value: value.date === null ? null : new Date(`${value.date}T00:00:00Z`), format: DATE };
  }
}

const lengthOf = (value: Value): number => {
  if (value.kind === "text") return Math.max(0, ...value.text.split("\n").map((line) => line.length));
  return value.kind === "date" ? 12 : 9;
};

/** Characters that a column takes: its longest word at least, and no more than is read with ease. */
export const widthOf = (sheet: Sheet, at: number): number => {
  const head = sheet.columns[at]?.head ?? "";
  const word = Math.max(...head.split(/\s+/).map((one) => one.length)) + ARROW;
  const content = sheet.rows.reduce((most, row) => Math.max(most, row[at] ? lengthOf(row[at]) : 0), 0);
  return Math.min(WIDEST, Math.max(NARROWEST, word, Math.min(content, WIDEST) + 1));
};

/** A4, as wide as the page, with title and page x of y. */
export const print = (sheet: Worksheet, title: string, landscape: boolean): void => {
  sheet.pageSetup = {
    paperSize: 9,
    orientation: landscape ? "landscape" : "portrait",
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
  };
  sheet.headerFooter.oddFooter = `&L${title.replaceAll("&", "&&")}&RHalaman &P dari &N`;
};

function writeData(workbook: ExcelJS.Workbook, data: Sheet, title: string): void {
  const sheet = workbook.addWorksheet("Data", { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.columns = data.columns.map(({ head }, at) => ({ header: head, width: widthOf(data, at) }));
  const head = sheet.getRow(1);
  head.font = { bold: true };
  head.alignment = { vertical: "bottom", wrapText: true };
  for (const row of data.rows) {
    const cells = row.map(cellOf);
    const written = sheet.addRow(cells.map((cell) => cell.value));
    for (const [at, { format }] of cells.entries()) {
      const cell = written.getCell(at + 1);
      cell.alignment = { vertical: "top", wrapText: true };
      if (format) cell.numFmt = format;
    }
  }
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: data.columns.length } };
  print(sheet, title, true);
  sheet.pageSetup.printTitlesRow = "1:1";
}

function writeAbout(workbook: ExcelJS.Workbook, about: About, { columns, rows }: Sheet): void {
  const sheet = workbook.addWorksheet("Keterangan");
  sheet.columns = [{ width: 26 }, { width: 90 }];
  sheet.addRow([about.title]).font = { bold: true, size: 13 };
  const lines: [string, string][] = [
    ...about.notes.map(([label, words]): [string, string] => [label, words]),
    ["Jumlah baris", String(rows.length)],
    ["Kolom dalam CSV", columns.map(({ key, head }) => `${head} = ${key}`).join("; ")],
  ];
  for (const line of lines) {
    const row = sheet.addRow(line);
    row.alignment = { vertical: "top", wrapText: true };
    row.getCell(1).font = { bold: true };
    row.getCell(2).numFmt = TEXT;
  }
  print(sheet, about.title, false);
}

/**
 * A workbook of two sheets: the rows, typed (numbers as numbers, dates as dates, text as text) under a frozen head with
 * filters; and what the figures rest on.
 */
export async function toXlsx({ about, sheet }: TableFile): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = "Tolok";
  workbook.title = about.title;
  workbook.created = new Date(about.at);
  workbook.modified = workbook.created;
  writeData(workbook, sheet, about.title);
  writeAbout(workbook, about, sheet);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
