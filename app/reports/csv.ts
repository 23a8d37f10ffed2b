import { looksLikeFormula, type Sheet, type Value } from "./sheet.ts";

/**
 * CSV after RFC 4180 (CRLF, quotes doubled) with a byte order mark and semicolons: spreadsheets set to Indonesian, where
 * the comma is the decimal sign, open it without a question.
 */
const SEPARATOR = ";";
const BOM = "\uFEFF";

const quote = (field: string): string =>
  /["\r\n;,\t]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
/** An apostrophe in front keeps a formula text. */
const textField = (text: string): string => quote(looksLikeFormula(text) ? `'${text}` : text);
const numberField = (number: number | null): string => (number === null ? "" : String(number));

function field(value: Value): string {
  switch (value.kind) {
    case "text":
      return textField(value.text);
    case "count":
      return numberField(value.count);
    case "decimal":
      return value.value === null ? "" : value.value.toFixed(value.digits).replace(".", ",");
    case "ordinal":
      return numberField(value.number);
    case "date":
      return textField(value.date ?? "");
  }
}

/** The whole file as text. */
export function toCsv({ columns, rows }: Sheet): string {
  const lines = [columns.map(({ key }) => key), ...rows.map((row) => row.map(field))];
  return BOM + lines.map((line) => `${line.join(SEPARATOR)}\r\n`).join("");
}
