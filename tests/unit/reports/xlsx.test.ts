import ExcelJS from "exceljs";
import { describe, expect, it } from "vitest";
import type { Sheet, TableFile, Value } from "#app/reports/sheet.ts";
import { toXlsx } from "#app/reports/xlsx.ts";

const text = (value: string): Value => ({ kind: "text", text: value });

const SHEET: Sheet = {
  columns: [
    { key: "nama", head: "Nama" },
    { key: "jumlah", head: "Jumlah" },
    { key: "tahun", head: "Tahun" },
    { key: "ditetapkan", head: "Ditetapkan" },
  ],
  rows: [
    [
      text("Bagian Umum\nArunika"),
      { kind: "count", count: 1200 },
      { kind: "ordinal", number: 2025 },
      { kind: "date", date: "2025-06-16" },
    ],
    [
      text("Bagian Hukum"),
      { kind: "count", count: -5 },
      { kind: "ordinal", number: null },
      { kind: "date", date: null },
    ],
  ],
};

const file = (sheet: Sheet): TableFile => ({
  about: {
    fileName: "uji",
    title: "Tabel uji & coba",
    notes: [
      ["Saringan", "Tahun keputusan: 2025"],
      ["Status", "=Angka sementara"],
    ],
    at: "2026-02-03T06:45:00.000Z",
  },
  sheet,
});

async function read(sheet: Sheet): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await toXlsx(file(sheet))).buffer as ArrayBuffer);
  return workbook;
}

const dataOf = async (sheet: Sheet): Promise<ExcelJS.Worksheet> => {
  const data = (await read(sheet)).getWorksheet("Data");
  if (!data) throw new Error("no sheet Data");
  return data;
};

describe("a table as a workbook", () => {
  it("keeps numbers numbers, dates dates and text text, and what is missing empty", async () => {
    const data = await dataOf(SHEET);
    expect(data.getRow(2).values).toEqual([
      undefined,
      "Bagian Umum\nArunika",
      1200,
      2025,
      new Date("2025-06-16T00:00:00Z"),
    ]);
    expect(["B2", "C2", "D2"].map((at) => data.getCell(at).numFmt)).toEqual([
      "#,##0",
      "0",
      "[$-421]d mmm yyyy",
    ]);
    expect(data.getCell("B3").value).toBe(-5);
    expect([data.getCell("C3").value, data.getCell("D3").value]).toEqual([null, null]);
  });

  it("has a bold, frozen head with filters over all columns, and prints it on every page", async () => {
    const data = await dataOf(SHEET);
    expect(data.getRow(1).getCell(1).font?.bold).toBe(true);
    expect(data.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
    expect(data.autoFilter).toBe("A1:D1");
    expect(data.pageSetup).toMatchObject({ paperSize: 9, printTitlesRow: "1:1", fitToWidth: 1 });
    expect(data.headerFooter.oddFooter).toContain("Halaman &P dari &N");
  });

  it("gives a column the room of its longest line, up to a bound, and wraps the rest", async () => {
    const long = "kata ".repeat(200).trim();
    const data = await dataOf({ columns: SHEET.columns.slice(0, 1), rows: [[text(long)]] });
    expect(data.getColumn(1).width).toBe(60);
    expect(data.getCell("A2").alignment).toMatchObject({ wrapText: true, vertical: "top" });
    expect((await dataOf(SHEET)).getColumn(1).width).toBe(13); // "Bagian Hukum" has 12 letters.
  });

  it.each(["=1+1", "+62 811", "-", "@x", " =2", "\t=3", "\r=4"])(
    "never turns %j into a formula",
    async (words) => {
      const data = await dataOf({ columns: SHEET.columns.slice(0, 1), rows: [[text(words)]] });
      const cell = data.getCell("A2");
      expect([cell.type, cell.formula, cell.numFmt]).toEqual([ExcelJS.ValueType.String, undefined, "@"]);
      expect(String(cell.value).trim()).toBe(words.trim());
    },
  );

  it("says when a text is longer than a cell can hold", async () => {
    const data = await dataOf({ columns: SHEET.columns.slice(0, 1), rows: [[text("a".repeat(40_000))]] });
    const value = String(data.getCell("A2").value);
    expect(value).toHaveLength(32_767);
    expect(value.endsWith("(terpotong: selengkapnya dalam CSV)")).toBe(true);
  });

  it("is a sound file without rows", async () => {
    const data = await dataOf({ ...SHEET, rows: [] });
    expect(data.rowCount).toBe(1);
    expect(data.getRow(1).getCell(4).value).toBe("Ditetapkan");
  });

  it("explains itself on a second sheet: filters, status, rows, columns; nothing there is a formula", async () => {
    const about = (await read(SHEET)).getWorksheet("Keterangan");
    const lines = new Map<string, unknown>();
    about?.eachRow((row) => {
      lines.set(String(row.getCell(1).value), row.getCell(2).value);
    });
    expect(about?.getCell("A1").value).toBe("Tabel uji & coba");
    expect(lines.get("Saringan")).toBe("Tahun keputusan: 2025");
    expect(lines.get("Status")).toBe("=Angka sementara");
    expect(lines.get("Jumlah baris")).toBe("2");
    expect(lines.get("Kolom dalam CSV")).toBe(
      "Nama = nama; Jumlah = jumlah; Tahun = tahun; Ditetapkan = ditetapkan",
    );
  });

  it("takes its dates from its argument", async () => {
    expect((await read(SHEET)).created).toEqual(new Date("2026-02-03T06:45:00.000Z"));
  });
});
