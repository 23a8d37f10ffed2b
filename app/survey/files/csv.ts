import Papa from "papaparse";
import { type Delimiter, Row, type TableNote } from "./table.ts";

/** Text is parsed in parts of this many characters: so few rows that they are gone before memory is tidied. */
const PART = 32_768;
/** A quote that is still open after this many characters was never meant as one. */
const MAX_QUOTED = 1_048_576;

const parser = (delimiter: Delimiter, quoted: boolean) =>
  new Papa.Parser({ delimiter, newline: "\n", quoteChar: quoted ? '"' : "\u0000" } as Papa.ParseConfig);

interface Parsed {
  data: string[][];
  errors: { code: string }[];
  meta: { cursor: number };
}

/**
 * Rows of delimited text, in parts: memory does not grow with the file. A quote that is never closed swallows nothing:
 * its line is read as it stands, and the note `broken_quotes` says so.
 */
export function* csvRows(
  text: Iterable<string>,
  delimiter: Delimiter,
  notes: Set<TableNote>,
): Generator<Row> {
  let row = 0;
  let rest = "";
  const parse = (last: boolean): string[][] => {
    const parsed = parser(delimiter, true).parse(rest, 0, !last) as Parsed;
    const broken = last
      ? parsed.errors.some((error) => error.code === "MissingQuotes")
      : parsed.data.length === 0 && rest.length > MAX_QUOTED;
    if (!broken) {
      rest = last ? "" : rest.slice(parsed.meta.cursor);
      return parsed.data;
    }
    notes.add("broken_quotes");
    // Whole rows before the open quote stand; the line that opens it is read without quotes.
    const before = (parser(delimiter, true).parse(rest, 0, true) as Parsed).meta.cursor;
    const end = rest.indexOf("\n", before);
    const line = rest.slice(before, end < 0 ? undefined : end);
    const rows = parsed.data.slice(0, Math.max(0, parsed.data.length - 1));
    rest = end < 0 ? "" : rest.slice(end + 1);
    return [...rows, ...(parser(delimiter, false).parse(line, 0, false) as Parsed).data];
  };
  for (const piece of text) {
    for (let at = 0; at < piece.length; at += PART) {
      rest += piece.slice(at, at + PART);
      if (rest.length < PART) continue;
      for (const cells of parse(false)) yield new Row(++row, cells);
    }
  }
  // The line end of the last row opens no further one.
  if (rest.endsWith("\n")) rest = rest.slice(0, -1);
  while (rest !== "") for (const cells of parse(true)) yield new Row(++row, cells);
}
