import { describe, expect, it } from "vitest";
import { csv, EIGHT, read, refusalOf, WORDS } from "./kit.ts";

/** Which column holds which unsur, where words mislead. EIGHT has the sums 28 25 23 32 27 28 29 24 25, index 83.68. */

const CODES = "U1,U2,U3,U4,U5,U6,U7,U8,U9";
const unsurOf = (text: string) => read(text).json.columns.map(({ unsur }) => unsur);
const KEYS = [
  "persyaratan",
  "prosedur",
  "waktu",
  "biaya",
  "produk",
  "kompetensi",
  "perilaku",
  "sarana",
  "pengaduan",
];

describe("columns beside the unsur", () => {
  it("whose words name an unsur yield to nine codes", () => {
    const text = csv(
      `No,Sarana informasi,Waktu kunjungan,${CODES}`,
      ...EIGHT.map((row, at) => [at + 1, "Brosur", "Pagi", ...row]),
    );
    expect(unsurOf(text)).toEqual([null, null, null, ...KEYS]);
    expect(read(text).json.total.ikm).toBe(83.68);
  });

  it("whose words name an unsur yield to the one among other unsur", () => {
    const text = csv(
      `Berapa kali mengurus persyaratan?,Jenis layanan,${WORDS}`,
      ...EIGHT.map((row, at) => [(at % 3) + 1, "Legalisasi", ...row]),
    );
    expect(unsurOf(text)).toEqual([null, null, ...KEYS]);
    expect(read(text).json.total).toMatchObject({ service: "Legalisasi", ikm: 83.68 });
  });
});

it("a part of a form before a question is no bagian, and a name is not told", () => {
  const { json } = read(
    csv(
      `Bagian A. Identitas: Nama,Bagian A. Identitas: Jenis Kelamin,${CODES}`,
      ...EIGHT.map((row, at) => [`Sulastri ${at}`, "P", ...row]),
    ),
  );
  expect(json.groups).toHaveLength(1);
  expect(json.total).toMatchObject({ bagian: null, n: 8, ikm: 83.68 });
  expect(JSON.stringify(json)).not.toContain("Sulastri");
});

describe("the order of U8 and U9", () => {
  const swapped = EIGHT.map((row) => [...row.slice(0, 7), row[8] as number, row[7] as number]);
  const table = csv(CODES, ...swapped);
  const legend = (sign: string) => `U8${sign}Penanganan pengaduan\nU9${sign}Sarana dan prasarana\n`;

  it.each([
    ["above the table", `${legend(" = ")}${table}`],
    ["below it", `${table}\n${legend(",")}`],
    ["below it with a colon in between", `${table}\nKeterangan\n${legend(",: ")}`],
  ])("follows a legend %s and is still told of", (_, text) => {
    const { json } = read(text);
    expect(json.total.unsur.sarana).toMatchObject({ sum: 24 });
    expect(json.total.unsur.pengaduan).toMatchObject({ sum: 25 });
    expect(json.total).toMatchObject({ n: 8, ikm: 83.68 });
    expect(json.rejected).toEqual([]);
    expect(json.warnings.map(({ code }) => code)).toEqual(["u8_u9_order"]);
  });

  it("follows the option rather than the legend", () => {
    const { json } = read(`${legend(" = ")}${table}`, { order: "kuesioner" });
    expect(json.total.unsur.sarana).toMatchObject({ sum: 25 });
  });
});

describe("label and name in cells of their own", () => {
  it("say what holds for the table, whatever the words of the name", () => {
    const { json } = read(
      csv("Nama Layanan,Pengelolaan Pengaduan Masyarakat", "Unit Kerja,Bagian Umum", CODES, ...EIGHT),
    );
    expect(json.total).toMatchObject({
      service: "Pengelolaan Pengaduan Masyarakat",
      bagian: "Bagian Umum",
      ikm: 83.68,
    });
  });
});

describe("answers of another scale in words", () => {
  it("are refused with the word that gives them away", () => {
    const words = ["Kurang Baik", "Cukup Baik", "Baik", "Sangat Baik"];
    const text = csv(WORDS, ...EIGHT.map((row) => row.map((score) => words[score - 1] as string)));
    expect(refusalOf(() => read(text))).toBe("wrong_scale");
    expect(() => read(text)).toThrow("Cukup Baik");
  });

  it("are rejected row by row where they are few", () => {
    const rows = EIGHT.map((row) =>
      row.map((score) => ["", "Kurang Baik", "Baik", "Sangat Baik"][score - 1]),
    );
    (rows[0] as string[])[0] = "Netral";
    expect(read(csv(WORDS, ...(rows as string[][]))).json.rejected).toMatchObject([
      { row: 2, code: "not_a_number", value: "Netral" },
    ]);
  });
});

it("figures that an export wraps in a formula are read", () => {
  const text = csv(CODES, ...EIGHT.map((row) => row.map((score) => `"=""${score}"""`)));
  expect(read(text).json.total.ikm).toBe(83.68);
});
