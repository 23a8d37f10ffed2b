import type { Cell, Column, Table } from "./table.ts";

/**
 * CSV after RFC 4180 (CRLF, quotes doubled) with a byte order mark and semicolons: spreadsheets set to Indonesian, where
 * the comma is the decimal sign, open it without a question. Missing values are empty, never 0.
 */
const SEPARATOR = ";";
const BOM = "\uFEFF";

/** Text that a spreadsheet would run as a formula starts with one of these; an apostrophe in front keeps it text. */
const FORMULA = /^[\s]*[=+\-@\t\r]/;

const quote = (field: string): string =>
  /["\r\n;,\t]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
const textField = (value: string): string => quote(FORMULA.test(value) ? `'${value}` : value);

function fields(cell: Cell): string[] {
  switch (cell.kind) {
    case "text":
      return [textField(cell.text)];
    case "count":
      return [cell.value === null ? "" : String(cell.value)];
    case "share":
      return [String(cell.k), String(cell.n)];
    case "year":
      return [cell.year === null ? "" : String(cell.year)];
    case "date":
      return [textField(cell.date ?? "")];
    case "lines":
      return cell.lines ? [String(cell.lines[0]), String(cell.lines[1])] : ["", ""];
  }
}

const heads = <Row>({ key, twoFigures }: Column<Row>): string[] =>
  (twoFigures ?? [""]).map((ending) => key + ending);

/** The whole file as text. All rows of the selection, whatever page of it is on the screen. */
export function toCsv<Row>(table: Table<Row>): string {
  const head = table.columns.flatMap(heads);
  const lines = table.rows.map((row) => table.columns.flatMap((column) => fields(column.cell(row))));
  return BOM + [head, ...lines].map((line) => `${line.join(SEPARATOR)}\r\n`).join("");
}
