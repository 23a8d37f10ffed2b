/**
 * A table as plain data: what is stored, sent and rendered, without a function in it. Missing figures are null and come
 * out empty in every format, never as 0.
 */
export type Value =
  | { kind: "text"; text: string }
  | { kind: "count"; count: number | null }
  | { kind: "decimal"; value: number | null; digits: number }
  /** A number that names something (year, line): written without a dot for thousands. */
  | { kind: "ordinal"; number: number | null }
  /** `YYYY-MM-DD`. */
  | { kind: "date"; date: string | null };

export interface SheetColumn {
  /** Name in the CSV: lower case, words joined by `_`. */
  key: string;
  /** Name for people. */
  head: string;
}

export interface Sheet {
  columns: readonly SheetColumn[];
  /** One value a column. */
  rows: readonly (readonly Value[])[];
}

/** What a reader of the figures must know once they have left the page. */
export interface About {
  /** First part of the file's name: letters, figures, hyphens. */
  fileName: string;
  title: string;
  /** Label and words: what it holds, filters, status, method, source, instant with zone. In the order of reading. */
  notes: readonly (readonly [label: string, words: string])[];
  /** When it was made, UTC ISO. */
  at: string;
}

export interface TableFile {
  about: About;
  sheet: Sheet;
}

/** Text that a spreadsheet would run as a formula once it is typed or read in again. */
export const looksLikeFormula = (text: string): boolean => /^\s*[=+\-@\t\r]/.test(text);
