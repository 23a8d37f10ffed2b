/**
 * The formats in which something can be taken away. The only list: addresses, links, headers and renderers are made from it.
 * `table`: the rows of a page, every one of its selection. `paper`: a document, to be printed (PDF) or edited (DOCX).
 */
export const FORMATS = {
  csv: { name: "CSV", of: "table", mime: "text/csv; charset=utf-8" },
  xlsx: {
    name: "XLSX",
    of: "table",
    mime: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  },
  pdf: { name: "PDF", of: "paper", mime: "application/pdf" },
  docx: {
    name: "DOCX",
    of: "paper",
    mime: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  },
} as const satisfies Record<string, { name: string; of: "table" | "paper"; mime: string }>;

export type Format = keyof typeof FORMATS;
export type FormatOf<Kind extends "table" | "paper"> = {
  [Key in Format]: (typeof FORMATS)[Key]["of"] extends Kind ? Key : never;
}[Format];
export type TableFormat = FormatOf<"table">;
export type PaperFormat = FormatOf<"paper">;

/** Formats of a kind, in the order in which links name them. */
export const formatsOf = <Kind extends "table" | "paper">(kind: Kind): FormatOf<Kind>[] =>
  (Object.keys(FORMATS) as Format[]).filter((key): key is FormatOf<Kind> => FORMATS[key].of === kind);

/** The format that an address asks for by its ending; undefined where it asks for the page. */
export const formatOfPath = (path: string): Format | undefined =>
  (Object.keys(FORMATS) as Format[]).find((key) => path.endsWith(`.${key}`));
