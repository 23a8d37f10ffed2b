import { describe, expect, it } from "vitest";
import { toCsv } from "#app/reports/csv.ts";
import { sheetOf } from "#app/ui/sheet.ts";
import { count, decimal, LINES, SHARE, share, type Table, text } from "#app/ui/table.ts";

interface Row {
  name: string;
  k: number;
  n: number;
  unread: number | null;
  lines: [number, number] | null;
}

const table = (rows: Row[]): Table<Row> => ({
  id: "uji",
  caption: "Uji",
  fileName: "uji",
  rowHead: "nama",
  rows,
  rowKey: (row) => row.name,
  columns: [
    { key: "nama", head: "Nama", cell: (row) => text(row.name, "/ke-sini") },
    { key: "lengkap", twoFigures: SHARE, head: "Lengkap", cell: (row) => share(row.k, row.n) },
    { key: "tidak_terbaca", head: "T", cell: (row) => count(row.unread) },
    { key: "baris", twoFigures: LINES, head: "Baris", cell: (row) => ({ kind: "lines", lines: row.lines }) },
  ],
});

const row = (name: string): Row => ({ name, k: 2, n: 8, unread: 1200, lines: [102, 104] });
/** The lines after the byte order mark, without the last line end. */
const linesOf = (csv: string): string[] => csv.slice(1).replace(/\r\n$/, "").split("\r\n");

describe("tables as files", () => {
  it("begins with a byte order mark, ends each line with CRLF and parts fields by semicolons", () => {
    const csv = toCsv(sheetOf(table([row("Bagian Umum")])));
    expect(csv.startsWith("\uFEFFnama;lengkap;lengkap_dari;tidak_terbaca;baris_awal;baris_akhir\r\n")).toBe(
      true,
    );
    expect(linesOf(csv)[1]).toBe("Bagian Umum;2;8;1200;102;104");
    expect(csv.endsWith("\r\n")).toBe(true);
  });

  it("leaves what is missing empty, never 0", () => {
    expect(linesOf(toCsv(sheetOf(table([{ ...row("a"), unread: null, lines: null }]))))[1]).toBe("a;2;8;;;");
  });

  it("closes formulas, also behind white space", () => {
    const names = ["=1+1", "+62 811", "-", "@x", " =2", "\t=3"];
    const fields = linesOf(toCsv(sheetOf(table(names.map(row)))))
      .slice(1)
      .map((line) => line.split(";2;8")[0]);
    expect(fields).toEqual(["'=1+1", "'+62 811", "'-", "'@x", "' =2", '"\'\t=3"']);
  });

  it("quotes separators, quotes and line breaks", () => {
    expect(toCsv(sheetOf(table([row('a;b "c"\nd')])))).toContain('"a;b ""c""\nd";2;8');
  });

  it("rounds a decimal as the page does, also where binary figures lie below the half", () => {
    const decimals: Table<number> = {
      id: "uji",
      caption: "Uji",
      fileName: "uji",
      rowHead: "nrr",
      rows: [3.0515, 3.0514848, -1.005],
      rowKey: String,
      columns: [{ key: "nrr", head: "NRR", cell: (value) => decimal(value, value < 0 ? 2 : 3) }],
    };
    expect(linesOf(toCsv(sheetOf(decimals))).slice(1)).toEqual(["3,052", "3,051", "-1,01"]);
  });

  it("gives the head alone where there is no row", () => {
    expect(linesOf(toCsv(sheetOf(table([]))))).toEqual([
      "nama;lengkap;lengkap_dari;tidak_terbaca;baris_awal;baris_akhir",
    ]);
  });
});
