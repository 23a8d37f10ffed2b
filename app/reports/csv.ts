import { roundedAsPrinted } from "../format/numbers.ts";
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
      return value.value === null
        ? ""
        : roundedAsPrinted(value.value, value.digits).toFixed(value.digits).replace(".", ",");
    case "ordinal":
      return numberField(value.number);
    case "date":
      return textField(value.date ?? "");
  }
}

const headLine = ({ columns }: Sheet): string => BOM + line(columns.map(({ key }) => key));
const rowLines = ({ rows }: Sheet): string => rows.map((row) => line(row.map(field))).join("");
const line = (fields: readonly string[]): string => `${fields.join(SEPARATOR)}\r\n`;

/** The whole file as text. */
export const toCsv = (sheet: Sheet): string => headLine(sheet) + rowLines(sheet);

/**
 * The same file in parts, for more rows than are held at one time.
 *
 * @param head a sheet for its columns. @param parts sheets with the same columns, whose rows follow one another
 */
export async function* csvParts(head: Sheet, parts: AsyncIterable<Sheet>): AsyncGenerator<string> {
  yield headLine(head);
  for await (const part of parts) yield rowLines(part);
}
