/**
 * A table of a page, told once: the page prints it, its files hold it, the chart above it draws the same rows.
 * Cells carry typed values, so that page and file cannot disagree.
 */
export type Cell =
  | { kind: "text"; text: string; href?: string | undefined; note?: string | undefined }
  | { kind: "count"; value: number | null; href?: string | undefined; note?: string | undefined }
  | { kind: "share"; k: number; n: number; href?: string | undefined; note?: string | undefined }
  /** A figure with a fixed number of decimals. */
  | {
      kind: "decimal";
      value: number | null;
      digits: number;
      href?: string | undefined;
      note?: string | undefined;
    }
  | { kind: "year"; year: number | null }
  | { kind: "date"; date: string | null; why: string }
  | { kind: "lines"; lines: readonly [number, number] | null; href?: string | undefined }
  /** Ways to do something about the row; never in a file. */
  | { kind: "deeds"; links: readonly { name: string; href: string }[] };

export interface Column<Row> {
  /** Column name in the CSV: lower case, words joined by `_`. */
  key: string;
  /** Endings of the two names that a cell of two figures has in a file; see SHARE and LINES. */
  twoFigures?: readonly [string, string];
  head: string;
  cell(row: Row): Cell;
  /** Only in the file: what the page says elsewhere (a heading of a group) or not at all. */
  csvOnly?: boolean;
  /** Only on the page: what its reader may do, left out where that is nothing. */
  pageOnly?: boolean;
}

export interface Table<Row> {
  /** Unique on the page; anchors are made from it. */
  id: string;
  caption: string;
  /** First part of the file's name. */
  fileName: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** Unique among the rows. */
  rowKey(row: Row): string;
  /** Key of the column that names the row. */
  rowHead: string;
  /** Rows are named by short names (places, components), so their column needs no room for the name of a service. */
  shortNames?: boolean;
}

/** k and n of a share. */
export const SHARE = ["", "_dari"] as const;
/** First and last line. */
export const LINES = ["_awal", "_akhir"] as const;

export const text = (value: string, href?: string, note?: string): Cell => ({
  kind: "text",
  text: value,
  href,
  note,
});
export const count = (value: number | null, href?: string, note?: string): Cell => ({
  kind: "count",
  value,
  href,
  note,
});
export const share = (k: number, n: number, href?: string, note?: string): Cell => ({
  kind: "share",
  k,
  n,
  href,
  note,
});
export const decimal = (value: number | null, digits: number, note?: string, href?: string): Cell => ({
  kind: "decimal",
  value,
  digits,
  note,
  href: value === null ? undefined : href,
});

/** A column of deeds; who may do none of them does not see it. */
export const deeds = <Row>(
  head: string,
  links: (row: Row) => readonly { name: string; href: string }[],
): Column<Row> => ({
  key: "tindakan_halaman",
  head,
  pageOnly: true,
  cell: (row) => ({ kind: "deeds", links: links(row) }),
});

/** Is a column of figures, set right? Decided by its first row; a table without rows has none. */
export const isNumeric = (cell: Cell | undefined): boolean =>
  cell !== undefined && !["text", "date", "deeds"].includes(cell.kind);
