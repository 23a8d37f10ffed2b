import fc from "fast-check";
import { ZipDeflate, ZipPassThrough } from "fflate";
import { describe, expect, it } from "vitest";
import { PackedTexts } from "#app/survey/files/packed-texts.ts";
import { Refusal } from "#app/survey/files/table.ts";
import { xlsxTables } from "#app/survey/files/xlsx.ts";
import { read, refusalOf } from "./kit.ts";
import { rowXml, streamedWorkbook, withSize, workbook } from "./workbook.ts";

const HEAD = ["Jenis Layanan", "U1", "U2", "U3", "U4", "U5", "U6", "U7", "U8", "U9"];
const answers = (service: string, point: number): string[] => [service, ...Array(9).fill(String(point))];
const rowsXml = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells, at) => rowXml(at + 1, cells)).join("");
const SMALL = { rows: rowsXml([HEAD, answers("Peminjaman Aula", 4), answers("Peminjaman Aula", 3)]) };
const SHEET = "xl/worksheets/sheet1.xml";

/** Why a workbook is refused, in its own words. */
const refusalIn = (bytes: Uint8Array): Refusal => {
  try {
    read(bytes);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error("it was read");
};

describe("a workbook that is read while it is unpacked", () => {
  /** 6,000 rows: some hundred parts of XML, whose ends fall into names, tags and letters of two bytes. */
  const MANY = Array.from({ length: 6000 }, (_, at) =>
    answers(`Layanan é${"ü".repeat(at % 97)} ${at % 7}`, 4),
  );
  const parts = { rows: rowsXml([HEAD, ...MANY]) };

  it("gives every cell as it stands, however its parts are packed", () => {
    for (const bytes of [
      workbook(parts),
      workbook(parts, 0),
      streamedWorkbook(parts, ZipDeflate),
      streamedWorkbook(parts, ZipPassThrough),
    ]) {
      const rows = [...(xlsxTables(bytes)[0]?.rows() ?? [])];
      expect(rows.map(({ cells }) => cells)).toEqual([HEAD, ...MANY]);
      expect(rows.at(-1)?.row).toBe(6001);
    }
  });

  it("takes texts that cells share by their number", () => {
    const strings = [...HEAD, "Peminjaman Aula"].map((one) => `<si><r><t>${one}</t></r></si>`).join("");
    const shared = (row: number, numbers: readonly number[]) =>
      `<row r="${row}">${numbers.map((one) => `<c t="s"><v>${one}</v></c>`).join("")}</row>`;
    const rows = `${shared(1, [...HEAD.keys()])}${rowXml(2, answers("", 4))}<row r="3">${"<c/>".repeat(10)}</row>`;
    const [table] = xlsxTables(workbook({ rows: rows + shared(4, [10, 99]), strings }));
    expect([...(table?.rows() ?? [])].map(({ row, cells }) => [row, cells])).toEqual([
      [1, HEAD],
      [2, answers("", 4)],
      [3, []],
      [4, ["Peminjaman Aula"]],
    ]);
  });

  it("counts blank rows between rows, and lets a cell that is merged downwards hold for them", () => {
    const rows =
      rowXml(1, HEAD) +
      rowXml(2, answers("Peminjaman Aula", 4)) +
      rowXml(3, answers("", 2)) +
      rowXml(9, answers("", 3));
    const after = '<mergeCells count="1"><mergeCell ref="A2:A5"/></mergeCells>';
    const found = [...(xlsxTables(workbook({ rows, after }))[0]?.rows() ?? [])];
    expect(found.map(({ row, cells }) => [row, cells.length === 0 ? "" : cells[0]])).toEqual([
      [1, "Jenis Layanan"],
      [2, "Peminjaman Aula"],
      [3, "Peminjaman Aula"],
      [4, "Peminjaman Aula"],
      [5, "Peminjaman Aula"],
      [6, ""],
      [7, ""],
      [8, ""],
      [9, ""],
    ]);
    // Row 1 is the header: 8 below it, of which 3 hold answers.
    expect(read(workbook({ rows, after })).json.rows).toMatchObject({ read: 8, accepted: 3 });
  });
});

describe("a workbook beyond its bounds", () => {
  const WAY_OUT =
    /terlalu besar untuk dibaca\. Simpan lembar surveinya saja sebagai CSV, lalu unggah kembali\./;

  it("is refused where one part would unpack to more than 384 MiB", () => {
    const refusal = refusalIn(withSize(workbook(SMALL), SHEET, 384 * 1024 * 1024 + 1));
    expect(refusal.code).toBe("too_large");
    expect(refusal.message).toMatch(WAY_OUT);
  });

  it("is refused where all its parts together would unpack to more than a gibibyte, read or not", () => {
    const refusal = refusalIn(withSize(workbook(SMALL), "xl/sharedStrings.xml", 2 ** 30));
    expect(refusal.code).toBe("too_large");
  });

  it("is refused as damaged where a part holds more than its directory says", () => {
    expect(refusalOf(() => read(withSize(workbook(SMALL), SHEET, 40)))).toBe("unreadable");
  });

  it("is refused where the texts that its cells share take more than 64 MiB", () => {
    const strings = `<si><t>${"a".repeat(32_000)}</t></si>`.repeat(2_200);
    const refusal = refusalIn(workbook({ ...SMALL, strings }));
    expect(refusal.code).toBe("too_large");
    expect(refusal.message).toMatch(WAY_OUT);
  });

  it("is refused where more than two hundred thousand cells are merged downwards", () => {
    const merged = (n: number) =>
      `<mergeCells>${Array.from({ length: n }, (_, at) => `<mergeCell ref="Z${2 * at + 1}:Z${2 * at + 2}"/>`).join("")}</mergeCells>`;
    expect(read(workbook({ ...SMALL, after: merged(200_000) })).json.rows.accepted).toBe(2);
    expect(refusalIn(workbook({ ...SMALL, after: merged(200_001) })).code).toBe("too_large");
  });
});

describe("texts that lie packed", () => {
  it("come back as they went in, by their number", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme", maxLength: 60 }), { maxLength: 3000 }), (all) => {
        const texts = new PackedTexts(1 << 20);
        for (const one of all) expect(texts.add(one)).toBe(true);
        // Twice: what was asked for lately is kept ready.
        for (let turn = 0; turn < 2; turn++) expect(all.map((_, at) => texts.at(at))).toEqual(all);
        expect([texts.at(-1), texts.at(all.length), texts.at(0.5), texts.at(Number.NaN)]).toEqual(
          Array(4).fill(undefined),
        );
      }),
      { numRuns: 20 },
    );
  });

  it("take no more than their bound, of which each has eight bytes besides its own", () => {
    const texts = new PackedTexts(30);
    // 12 and 8, then 2 and 8: 30 bytes.
    expect([texts.add("dua belas ya"), texts.add("ya"), texts.add("")]).toEqual([true, true, false]);
    expect([texts.at(0), texts.at(1), texts.at(2)]).toEqual(["dua belas ya", "ya", undefined]);
  });
});
