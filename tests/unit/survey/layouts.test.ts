import { describe, expect, it } from "vitest";
import { csv, EIGHT, read, refusalOf } from "./kit.ts";

/** Layouts as offices print and paste them. Figures by hand: EIGHT has the sums 28 25 23 32 27 28 29 24 25, index 83.68. */

const CODES = "No,U1,U2,U3,U4,U5,U6,U7,U8,U9";
const numbered = EIGHT.map((row, at) => [at + 1, ...row]);
const sums = "28,25,23,32,27,28,29,24,25";
const nrr = "3.50,3.13,2.88,4.00,3.38,3.50,3.63,3.00,3.13";

/** Short names of the nine unsur of 14/2017, in their order. */
const NAMES = [
  "Persyaratan",
  "Prosedur",
  "Waktu",
  "Biaya",
  "Produk",
  "Kompetensi",
  "Perilaku",
  "Sarana",
  "Pengaduan",
];

describe("the print sheet", () => {
  it("is read with its marks, its legend and whoever signed", () => {
    const { json } = read(
      csv(
        "PENGOLAHAN DATA SKM PER RESPONDEN",
        "UNIT PELAYANAN : Bagian Umum",
        CODES,
        ...numbered,
        `∑Nilai/ Unsur,${sums}`,
        `NRR/ Unsur,${nrr}`,
        "NRR tertimbang/ Unsur,0.39,0.34,0.32,0.44,0.37,0.39,0.40,0.33,0.34,*) 3.31",
        "IKM Unit Pelayanan,,,,,,,,,**) 82.84",
        "Keterangan :",
        "- U1 s.d. U9,= Unsur-unsur pelayanan",
        "- NRR,= Nilai rata-rata",
        "**),= Jumlah NRR Tertimbang x 25",
        ",,,,,,Arunika 3 Juli 2025",
        ",,,,,,Kepala Bagian",
      ),
    );
    expect(json.rows).toEqual({ read: 18, accepted: 8, rejected: 0, duplicate: 0, ignored: 10 });
    expect(json.total).toMatchObject({ bagian: "Bagian Umum", n: 8, ikm: 83.68, mutu: "B" });
    expect(json.printed).toEqual({ ikm: 82.84, agrees: false, explained_by: "0.11" });
  });

  it("numbers its pages in rows that are nobody's answers", () => {
    const { json } = read(
      csv(
        CODES,
        ...numbered.slice(0, 4),
        "Halaman,1",
        CODES,
        ...numbered.slice(4),
        "Hal. 2,2",
        "Lembar ke,3",
      ),
    );
    expect(json.rows).toEqual({ read: 12, accepted: 8, rejected: 0, duplicate: 0, ignored: 4 });
    expect(json.total.ikm).toBe(83.68);
  });

  it("has sums of each page that are known without a label", () => {
    const first = EIGHT.slice(0, 4);
    const page = Array.from({ length: 9 }, (_, at) => first.reduce((sum, row) => sum + (row[at] ?? 0), 0));
    const rest = Array.from({ length: 9 }, (_, at) => Number(sums.split(",")[at]) - (page[at] ?? 0));
    const { json } = read(
      csv(CODES, ...numbered.slice(0, 4), `,${page}`, CODES, ...numbered.slice(4), `,${rest}`, `,${sums}`),
    );
    expect(json.rows).toEqual({ read: 12, accepted: 8, rejected: 0, duplicate: 0, ignored: 4 });
    expect(json.total.ikm).toBe(83.68);
  });
});

describe("tables one below the other", () => {
  const other = Array.from({ length: 5 }, (_, at) => [at + 1, 4, 4, 4, 4, 4, 4, 4, 2, 4]);

  it("belong to the bagian and period that stands above each", () => {
    const { json } = read(
      csv(
        "Unit Layanan: Bagian Umum",
        "Triwulan I 2025",
        CODES,
        ...numbered,
        `Jumlah,${sums}`,
        "",
        "SKM BAGIAN HUKUM SETDA KABUPATEN ARUNIKA",
        "Triwulan II",
        CODES,
        ...other,
      ),
    );
    expect(json.groups.map(({ bagian, period, n, ikm }) => [bagian, period, n, ikm])).toEqual([
      ["Bagian Umum", "2025-TW1", 8, 83.68],
      ["BAGIAN HUKUM", "2025-TW2", 5, 94.44],
    ]);
    expect(json.total).toMatchObject({ bagian: null, period: null, n: 13 });
    expect(json.rejected).toEqual([]);
  });

  it("may have their columns in another order", () => {
    const { json } = read(
      csv(
        "Jenis Layanan: Legalisasi",
        CODES,
        ...numbered,
        "Jenis Layanan: Peminjaman Gedung",
        "No,U1,U2,U3,U4,U5,U6,U7,U9,U8",
        ...other,
      ),
    );
    const [first, second] = json.groups;
    expect(first).toMatchObject({ service: "Legalisasi", ikm: 83.68 });
    expect(second?.service).toBe("Peminjaman Gedung");
    // The column of twos is U9 below and U8 nowhere.
    expect(second?.unsur.pengaduan).toMatchObject({ sum: 10 });
    expect(second?.unsur.sarana).toMatchObject({ sum: 20 });
  });

  it("print an index each, which is not the file's", () => {
    const { json } = read(
      csv("Bagian Umum", CODES, ...numbered, "IKM,83.68", "Bagian Hukum", CODES, ...other, "IKM,94.44"),
    );
    expect(json.groups).toHaveLength(2);
    expect(json.printed).toBeNull();
  });

  it("end with signatures and dates that are no place or period of the next", () => {
    const { json } = read(
      csv(
        "Bagian Umum",
        "Triwulan II 2025",
        CODES,
        ...numbered,
        "Arunika: 3 Juli 2025",
        "Kepala Bagian Organisasi",
        CODES,
        ...other,
      ),
    );
    expect(json.groups).toHaveLength(1);
    expect(json.total).toMatchObject({ bagian: "Bagian Umum", period: "2025-TW2", n: 13 });
  });
});

describe("titles above the header", () => {
  it("name no column, whatever their words", () => {
    const { json } = read(csv("Jenis Layanan : Peminjaman Gedung", CODES, ...numbered));
    expect(json.total).toMatchObject({ service: "Peminjaman Gedung", ikm: 83.68 });
    expect(json.columns[8]).toMatchObject({ header: "U8", unsur: "sarana" });
  });

  it.each([
    ["SKM BAGIAN UMUM SEKRETARIAT DAERAH KABUPATEN ARUNIKA", "BAGIAN UMUM"],
    ["Hasil survei pada Bagian Perekonomian dan SDA Triwulan I 2025", "Bagian Perekonomian dan SDA"],
    ["Bagian A: Data Responden", null],
    ["Bagian II. Penilaian", null],
    ["Kepala Bagian Umum", null],
  ])("%s names %s", (title, bagian) => {
    expect(read(csv([`"${title}"`], CODES, ...numbered)).json.total.bagian).toBe(bagian);
  });

  it.each([
    ["TW I - II 2025", "2025-S1"],
    ["Triwulan I s.d. III Tahun 2025", "2025-sd-TW3"],
    ["Triwulan III dan IV 2025", "2025-S2"],
    ["Triwulan II dan III 2025", null],
    ["Caturwulan I 2025", null],
  ])("%s is the period %s", (title, period) => {
    expect(read(csv(title, CODES, ...numbered)).json.total.period).toBe(period);
  });
});

describe("answers", () => {
  const withAnswers = (spell: (score: number) => string) =>
    csv("U1,U2,U3,U4,U5,U6,U7,U8,U9", ...EIGHT.map((row) => row.map(spell)));

  it.each([
    ["stars", (score: number) => "⭐".repeat(score)],
    ["stars of four, empty ones printed", (score: number) => "★".repeat(score) + "☆".repeat(4 - score)],
    ["figures in words", (score: number) => ["satu", "Dua", "tiga", "Empat"][score - 1] as string],
    ["both", (score: number) => `${score} (${["satu", "dua", "tiga", "empat"][score - 1]})`],
    ["figures kept as text", (score: number) => `'${score}`],
  ])("are read from %s", (_, spell) => {
    expect(read(withAnswers(spell)).json.total.ikm).toBe(83.68);
  });

  it("of five stars are another scale", () => {
    expect(refusalOf(() => read(withAnswers((score) => "⭐".repeat(score + 1))))).toBe("wrong_scale");
  });

  it("whose figure and words differ are none", () => {
    const rows = EIGHT.map((row, at) => [at + 1, ...row].map(String));
    (rows[2] as string[])[3] = "3 (empat)";
    expect(read(csv(CODES, ...rows)).json.rejected).toMatchObject([{ row: 4, code: "not_a_number" }]);
  });
});

describe("codes", () => {
  it("may stand before the columns of the person", () => {
    const { json } = read(
      csv("1,2,3,4,5,6,7,8,9,No,Jenis kelamin,Usia", ...EIGHT.map((row, at) => [...row, at + 1, 1, 3])),
    );
    expect(json.total).toMatchObject({ n: 8, ikm: 83.68 });
    expect(json.columns.slice(9).map(({ unsur }) => unsur)).toEqual([null, null, null]);
  });
});

describe("tables of counts", () => {
  it("are known by the words of the scale", () => {
    const { json } = read(
      csv("Unsur,Tidak Baik,Kurang Baik,Baik,Sangat Baik", ...NAMES.map((name) => [name, 1, 2, 3, 4])),
    );
    // (1×1 + 2×2 + 3×3 + 4×4) / 10 = 3
    expect(json.total).toMatchObject({ n: 10, ikm: 75, mutu: "C" });
  });

  it("have thousands", () => {
    const { json } = read(
      `Unsur;Jumlah responden;Total nilai;NRR\n${NAMES.map((name) => `${name};5.000;16.400;3,28`).join("\n")}\n`,
    );
    expect(json.total).toMatchObject({ n: 5000, ikm: 82 });
    expect(json.total.unsur.waktu).toMatchObject({ n: 5000, sum: 16400, nrr: 3.28 });
  });

  it("have sums with decimals that are no thousands", () => {
    const { json } = read(`Unsur,Jumlah nilai,n\n${NAMES.map((name) => `${name},82.000,25`).join("\n")}\n`);
    expect(json.total).toMatchObject({ n: 25, ikm: 82 });
  });
});

describe("cells that were merged on the sheet", () => {
  it("name the unit of an aggregate table at its first row", () => {
    const block = (bagian: string, nrr: number, n: number) =>
      NAMES.map((name, at) => [at === 0 ? bagian : "", name, nrr, n]);
    const { json } = read(
      csv("Bagian,Unsur,NRR,Responden", ...block("Bagian Umum", 3, 10), ...block("Bagian Hukum", 4, 30)),
    );
    expect(json.rows).toEqual({ read: 18, accepted: 18, rejected: 0, duplicate: 0, ignored: 0 });
    expect(json.groups.map(({ bagian, n, ikm }) => [bagian, n, ikm])).toEqual([
      ["Bagian Umum", 10, 75],
      ["Bagian Hukum", 30, 100],
    ]);
    // (10 × 75 + 30 × 100) / 40
    expect(json.total).toMatchObject({ bagian: null, n: 40, ikm: 93.75 });
  });

  it("name the respondent of the long form at the first answer", () => {
    const { json } = read(
      csv(
        "Responden,Unsur,Nilai",
        ...EIGHT.flatMap((row, person) =>
          row.map((score, at) => [at === 0 ? `R${person + 1}` : "", NAMES[at] as string, score]),
        ),
      ),
    );
    expect(json.total).toMatchObject({ n: 8, ikm: 83.68 });
  });
});

it("aggregate tables one below the other are units of their own, each with its respondents", () => {
  const block = (bagian: string, nrr: string, n: number) =>
    `${bagian}\nUnsur;NRR\n${["Persyaratan", "Prosedur", "Waktu", "Biaya", "Produk", "Kompetensi", "Perilaku", "Sarana", "Pengaduan"].map((name) => `${name};${nrr}`).join("\n")}\nJumlah responden;${n}\nIKM;1\n\n`;
  const { json } = read(block("Bagian Umum", "3,00", 10) + block("Bagian Hukum", "4,00", 30));
  expect(json.groups.map(({ bagian, n, ikm }) => [bagian, n, ikm])).toEqual([
    ["Bagian Umum", 10, 75],
    ["Bagian Hukum", 30, 100],
  ]);
  expect(json.total).toMatchObject({ n: 40, ikm: 93.75 });
});
