import { Parser } from "htmlparser2";
import { Refusal, type Table } from "./table.ts";

/** An HTML file is held in memory; one larger than this is no survey sheet. */
export const MAX_HTML = 32 * 1024 * 1024;
const MAX_SPAN = 200;

interface Open {
  rows: string[][];
  row: string[] | null;
  text: string | null;
  colspan: number;
  /** Cells that reach down from rows above: column → text and rows left. */
  down: Map<number, { text: string; left: number }>;
  rowspan: number;
}

const span = (text: string | undefined): number => {
  const number = Number.parseInt(text ?? "1", 10);
  return Number.isFinite(number) ? Math.min(MAX_SPAN, Math.max(1, number)) : 1;
};

/**
 * Tables of an HTML page, or the sheets of a "XML Spreadsheet 2003" file: programs save both under the name .xls.
 * A cell that spans columns stands in the first; one that spans rows stands in each.
 */
export const htmlTables = (text: string): Table[] => {
  if (text.length > MAX_HTML)
    throw new Refusal(
      "too_large",
      "Halaman ini terlalu besar. Simpan tabelnya sebagai CSV, lalu unggah kembali.",
    );
  const tables: { name: string | null; rows: string[][] }[] = [];
  const stack: Open[] = [];
  let silent = 0;
  let sheet: string | null = null;
  const finishCell = (open: Open): void => {
    if (open.text === null || !open.row) return;
    skipSpanned(open);
    const cell = open.text.replace(/[ \t\r\n\u00a0]+/g, " ").trim();
    const column = open.row.length;
    open.row.push(cell);
    for (let extra = 1; extra < open.colspan; extra++) open.row.push("");
    if (open.rowspan > 1) open.down.set(column, { text: cell, left: open.rowspan - 1 });
    open.text = null;
  };
  const skipSpanned = (open: Open): void => {
    for (;;) {
      const above = open.row && open.down.get(open.row.length);
      if (!above || !open.row) return;
      if (--above.left === 0) open.down.delete(open.row.length);
      open.row.push(above.text);
    }
  };
  const finishRow = (open: Open): void => {
    finishCell(open);
    if (!open.row) return;
    skipSpanned(open);
    open.rows.push(open.row);
    open.row = null;
  };
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const tag = name.slice(name.indexOf(":") + 1).toLowerCase();
        const top = stack.at(-1);
        if (tag === "worksheet") sheet = attributes["ss:name"] ?? null;
        if (tag === "script" || tag === "style") silent++;
        else if (tag === "table")
          stack.push({ rows: [], row: null, text: null, colspan: 1, rowspan: 1, down: new Map() });
        else if (top && (tag === "tr" || tag === "row")) {
          finishRow(top);
          const at = Number(attributes["ss:index"]);
          while (at > top.rows.length + 1 && at < 100_000) top.rows.push([]);
          top.row = [];
        } else if (top && (tag === "td" || tag === "th" || tag === "cell")) {
          top.row ??= [];
          finishCell(top);
          const at = Number(attributes["ss:index"]);
          while (at > top.row.length + 1 && at < 1000) top.row.push("");
          top.text = "";
          top.colspan = attributes.colspan
            ? span(attributes.colspan)
            : span(attributes["ss:mergeacross"]) + (attributes["ss:mergeacross"] ? 1 : 0);
          top.rowspan = span(attributes.rowspan);
        } else if (top && tag === "br" && top.text !== null) top.text += " ";
      },
      ontext: (part) => {
        const top = stack.at(-1);
        if (top && top.text !== null && silent === 0) top.text += part;
      },
      onclosetag: (name) => {
        const tag = name.slice(name.indexOf(":") + 1).toLowerCase();
        const top = stack.at(-1);
        if (tag === "script" || tag === "style") silent = Math.max(0, silent - 1);
        else if (top && (tag === "td" || tag === "th" || tag === "cell")) finishCell(top);
        else if (top && (tag === "tr" || tag === "row")) finishRow(top);
        else if (top && tag === "table") {
          finishRow(top);
          tables.push({ name: sheet, rows: top.rows });
          stack.pop();
        }
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(text);
  for (const open of stack) {
    finishRow(open);
    tables.push({ name: sheet, rows: open.rows });
  }
  return tables.map(({ name, rows }) => ({
    name,
    hidden: false,
    notes: new Set(),
    rows: () => rows.map((cells, index) => ({ row: index + 1, cells })),
  }));
};
