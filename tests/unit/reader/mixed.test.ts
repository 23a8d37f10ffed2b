import { describe, expect, it } from "vitest";
import { readDecree } from "#app/reader/index.ts";

const HEAD = [
  "KEPUTUSAN BUPATI LEMBAYUNG",
  "NOMOR 12 TAHUN 2024",
  "TENTANG",
  "STANDAR PELAYANAN",
  "MEMUTUSKAN:",
  "KESATU : Menetapkan standar pelayanan.",
  "Ditetapkan di Lembayung",
  "pada tanggal 5 Mei 2024",
  "BUPATI LEMBAYUNG,",
  "ttd",
  "SARI WULAN",
  "LAMPIRAN",
  "KEPUTUSAN BUPATI LEMBAYUNG",
  "1. Izin Sandar Perahu",
];

/** Rows as a converter prints a table cell after cell: the number, the label and the content on lines of their own. */
const ROWS: readonly (readonly string[])[] = [
  ["Persyaratan", "1. Surat permohonan;", "2. Fotokopi kartu nelayan."],
  ["Prosedur", "a) Pemohon menyerahkan berkas;", "b) Petugas memeriksa berkas."],
  ["Jangka waktu penyelesaian", "3 (tiga) hari kerja"],
  ["Biaya / tarif", "Tidak dipungut biaya"],
  ["Produk layanan", "Kartu sandar"],
  ["Penanganan pengaduan", "Telepon (0281) 665544"],
  ["Dasar hukum", "Undang-Undang Nomor 45 Tahun 2009 tentang Perikanan"],
  ["Sarana dan prasarana", "Meja dan komputer"],
  ["Kompetensi pelaksana", "Pendidikan paling rendah SLTA"],
  ["Pengawasan internal", "Supervisi oleh atasan langsung"],
  ["Jumlah pelaksana", "2 (dua) orang"],
  ["Jaminan pelayanan", "Pelayanan sesuai dengan standar"],
  ["Jaminan keamanan dan keselamatan pelayanan", "Kerahasiaan data pemohon dijaga"],
  ["Evaluasi kinerja pelaksana", "Evaluasi setiap enam bulan"],
];

const numbered = (rows: readonly (readonly string[])[]): string[] =>
  rows.flatMap((row, at) => [`${at + 1}.`, "", ...row, ""]);

const read = (lines: readonly string[]) => {
  const { services, findings } = readDecree(
    new TextEncoder().encode([...HEAD, ...lines].join("\n")),
    "a.txt",
  );
  const said = findings
    .filter((one) => one.service === 0 && one.component !== null)
    .map((one) => `${one.code} ${one.component}`);
  return { said, components: services[0]?.components, services };
};

describe("contents that may stand below another row's label", () => {
  it("are said of none where every label has its content right below it", () => {
    const { said, services } = read(numbered(ROWS));
    expect(services).toHaveLength(1);
    expect(said).toEqual([]);
  });

  it("are said of both rows where two labels stand above the contents of both", () => {
    const [first, second, ...rest] = ROWS as [readonly string[], readonly string[], ...(readonly string[])[]];
    const together = [
      "1.",
      "",
      first[0],
      "",
      "2.",
      "",
      second[0],
      "",
      ...first.slice(1),
      ...second.slice(1),
      "",
    ];
    const { said, components } = read([...(together as string[]), ...numbered(rest)]);
    // The first row has nothing right below it; what stands below the second is no sure reading.
    expect(said).toContain("blank persyaratan");
    expect(said).toContain("rows_mixed prosedur");
    expect(components?.persyaratan).toBeNull();
    expect(components?.prosedur?.confidence).toBe(0.5);
    expect(components?.biaya?.confidence).toBeGreaterThan(0.8);
  });

  it("are said where the form of a line is that of a row whose label is lost", () => {
    const rows = ROWS.map((row) => (row[0] === "Biaya / tarif" ? row.slice(1) : row));
    const lines = rows.flatMap((row) => [...row, ""]);
    const { said } = read(lines);
    expect(said).toContain("missing biaya");
    expect(said).toContain("rows_mixed jangka_waktu");
  });

  it("are said where marks of a list stand apart from more words than there are marks", () => {
    const rows = ROWS.map((row) =>
      row[0] === "Kompetensi pelaksana"
        ? [
            row[0],
            "",
            "a.",
            "b.",
            "",
            "Pendidikan SLTA;",
            "Mengenal perahu;",
            "Dilakukan oleh atasan langsung;",
          ]
        : row,
    );
    expect(read(numbered(rows)).said).toContain("rows_mixed kompetensi");
  });
});

describe("marks of lists below one another, their words behind them", () => {
  const apart = (words: readonly string[]): string[] => [
    ...["1.", "", "Persyaratan", "", "a.", "b.", "", "2.", "", "Prosedur", "", "1)", "2)", ""],
    ...words,
    "",
    ...numbered(ROWS.slice(2)),
  ];

  it("get their words where these are as many as the marks", () => {
    const { components, said } = read(
      apart([
        "Surat permohonan;",
        "Kartu nelayan.",
        "Pemohon menyerahkan berkas;",
        "Petugas memeriksa berkas.",
      ]),
    );
    expect(components?.persyaratan?.text).toBe("a. Surat permohonan;\nb. Kartu nelayan.");
    expect(components?.prosedur?.text).toBe("1) Pemohon menyerahkan berkas;\n2) Petugas memeriksa berkas.");
    expect(said).toEqual([]);
  });

  it("stay as printed, and say so, where one word too many leaves open whose it is", () => {
    const { said } = read(
      apart(["Surat permohonan;", "Kartu nelayan;", "Foto perahu.", "Pemohon datang;", "Petugas memeriksa."]),
    );
    expect(said.some((one) => one === "rows_mixed prosedur" || one === "ocr_damage prosedur")).toBe(true);
  });
});
