import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ComponentKey } from "#app/reader/components.ts";
import { readDecree } from "#app/reader/index.ts";
import { withoutTextBeside } from "#app/reader/rows/beside.ts";
import { tokenise } from "#app/reader/rows/index.ts";
import { FIXTURE_DIR } from "#tests/reader-kit/fixtures.ts";

const HEAD = `KEPUTUSAN BUPATI LEMBAYUNG
NOMOR 065/12 TAHUN 2023
TENTANG
STANDAR PELAYANAN SEKRETARIAT DAERAH KABUPATEN LEMBAYUNG
BUPATI LEMBAYUNG,
Menimbang : bahwa standar pelayanan perlu ditetapkan;
MEMUTUSKAN:
Menetapkan :
KESATU : Standar Pelayanan tercantum dalam Lampiran Keputusan ini.
Ditetapkan di Sukasari
pada tanggal 2 Mei 2023
BUPATI LEMBAYUNG,

LAMPIRAN KEPUTUSAN BUPATI LEMBAYUNG

Bagian Umum

`;

type Reading = ReturnType<typeof readDecree>;
const read = (annex: string): Reading => readDecree(new TextEncoder().encode(HEAD + annex), "keputusan.txt");
const textOf = (reading: Reading, service: number, key: ComponentKey): string | undefined =>
  reading.services[service]?.components[key]?.text;
const row = (...cells: (string | number)[]): string => `${cells.join("\t")}\n`;

describe("a page that a scan tore", () => {
  const reading = readDecree(readFileSync(join(FIXTURE_DIR, "77-page-torn-by-a-scan.txt")), "keputusan.txt");

  it("gives a row that stands below its table from its end, and nothing of it to the last row", () => {
    expect(textOf(reading, 0, "jangka_waktu")).toBe("3 (tiga) hari kerja");
    expect(textOf(reading, 0, "evaluasi_kinerja")).toBe("Dilaporkan setiap semester kepada atasan");
    expect(reading.services[0]?.facts.waktu).toMatchObject([{ min: 3, max: 3, unit: "hari" }]);
  });

  it("gives the words that only the text beside the numbers prints, each figure once", () => {
    expect(textOf(reading, 1, "persyaratan")).toBe("Laporan gangguan dari perangkat daerah");
    expect(textOf(reading, 1, "prosedur")?.match(/\d+/g)).toEqual(["1", "2", "3"]);
    expect(textOf(reading, 1, "jangka_waktu")?.match(/\d+/g)).toEqual(["1", "08", "00", "15", "30", "2"]);
    expect(textOf(reading, 1, "biaya")).toBe("Tanpa dipungut biaya");
  });

  it("leaves a list to the heading that the row above ends with", () => {
    expect(textOf(reading, 2, "jangka_waktu")).toBe("4 (empat) hari kerja");
    expect(textOf(reading, 2, "prosedur")?.match(/\d+/g)).toEqual(["1", "2", "1", "2"]);
  });

  it("leaves out a number and a label that are printed twice, and what a scan made up beside them", () => {
    expect(textOf(reading, 3, "persyaratan")?.match(/\d+/g)).toEqual(["1", "2"]);
    expect(textOf(reading, 3, "prosedur")?.match(/\d+/g)).toEqual(["1", "2", "3", "4"]);
    expect(textOf(reading, 3, "pengaduan")).toBe("Bagian Umum, Jalan Kenanga Nomor 3; telepon (0999) 41235");
    for (const key of ["kompetensi", "pengawasan"] as const)
      expect(textOf(reading, 3, key)).not.toMatch(/\d|cligawasan/);
  });
});

describe("a first line behind a page break that is printed misread and once more", () => {
  const time = "Lama pelayanan sejak berkas diterima petugas 2 (dua) jam";
  const table = (no: number, name: string, ...lines: string[]): string =>
    `Jenis Layanan : ${no}. ${name}\n\n${row("1.", "Persyaratan", "Surat")}${row("2.", "Prosedur", "Pemohon menyerahkan surat.")}\n${lines.join("")}${row("4.", "Biaya/Tarif", "Gratis")}${row("5.", "Produk Pelayanan", "Peta")}\n`;

  /** Two services, the second with these words before its time. */
  const behindBreak = (words: string) =>
    read(
      table(1, "Cetak Peta", row("3.", "Jangka Waktu", time)) +
        table(2, "Salin Peta", row("3.", "Jangka Waktu", words), row("", "Pelayanan", time)),
    );

  it("is the row above no word more", () => {
    const reading = behindBreak("1 Lana polovonan sejok borkas ditenma pelugas");
    expect(textOf(reading, 1, "prosedur")).toBe("Pemohon menyerahkan surat.");
    expect(textOf(reading, 1, "jangka_waktu")).toBe(time);
  });

  it("but other words that slipped behind the break stay the row's above", () => {
    const reading = behindBreak("Petugas menyerahkan salinan kepada pemohon");
    expect(textOf(reading, 1, "prosedur")).toContain("Petugas menyerahkan salinan kepada pemohon");
    expect(textOf(reading, 1, "jangka_waktu")).toBe(time);
  });
});

describe("words that slipped into the next row together with a first print of that row's own", () => {
  it("go back without the first print", () => {
    const table = (no: number, ...lines: string[]): string =>
      `Jenis Layanan : ${no}. Cetak Peta Nomor ${no}\n\n${row("1.", "Persyaratan", "Surat")}${row("2.", "Prosedur", "Pemohon datang")}${row("5.", "Produk Pelayanan", "Peta")}${row("7.", "Dasar Hukum", "Peraturan Bupati Lembayung Nomor 4 Tahun 2020")}${lines.join("")}${row("10.", "Pengawasan Internal", "Atasan langsung")}\n`;
    const skill = "Sarjana/SLTA/Juru Gambar Tanah";
    const reading = read(
      table(
        1,
        row("8.", "Sarana dan Prasarana", "1. Komputer 2. Meja gambar"),
        row("9.", "Kompetensi Pelaksana", skill),
      ) +
        table(
          2,
          row("8.", "Sarana dan Prasarana", "1. Komputer 2. Meja gambar"),
          row("9.", "Kompetensi", "3. Lemari peta Sarjana / SLTA / Jvrv Gamhar Tonah"),
          row("", "Pelaksana", skill),
        ),
    );
    expect(textOf(reading, 1, "sarana")).toBe("1. Komputer 2. Meja gambar\n3. Lemari peta");
    expect(textOf(reading, 1, "kompetensi")).toBe(skill);
  });
});

describe("what only looks like a torn page", () => {
  it("a column of long names beside the numbers stays, though a content begins with one", () => {
    const name = "Rekomendasi Penyelenggaraan Pameran Kerajinan Daerah";
    const rows = tokenise([
      row(name, "1.", "Persyaratan", "Surat permohonan dan daftar nama").trim(),
      row(name, "2.", "Prosedur", "Pemohon mengajukan surat; petugas memeriksa").trim(),
      row(name, "3.", "Produk Pelayanan", `${name} yang ditandatangani`).trim(),
    ]);
    expect(withoutTextBeside(rows)).toBe(rows);
  });

  it("a fee that tells in one sentence how long it is waived keeps its sentence", () => {
    const fee = "Selama 3 hari kerja layanan ini tidak dipungut biaya";
    const reading = read(
      `Jenis Layanan : 1. Cetak Peta\n\n${row("1.", "Persyaratan", "Surat")}${row("2.", "Prosedur", "Pemohon datang")}${row("3.", "Jangka Waktu", "1 (satu) jam")}\n${row("4.", "Biaya/Tarif", fee)}${row("5.", "Produk Pelayanan", "Peta")}`,
    );
    expect(textOf(reading, 0, "biaya")).toBe(fee);
    expect(textOf(reading, 0, "jangka_waktu")).toBe("1 (satu) jam");
  });

  it("a table in the content keeps its numbers and its words", () => {
    const reading = read(
      `Jenis Layanan : 1. Sewa Ruang\n\n${row("1.", "Persyaratan", "Surat")}${row("2.", "Prosedur", "Pemohon datang")}${row("3.", "Jangka Waktu", "1 (satu) jam")}${row("4.", "Biaya/Tarif", "Menurut luas ruang:")}${row("1", "Ruang kecil", "Rp50.000")}${row("2", "Ruang besar", "Rp90.000")}${row("5.", "Produk Pelayanan", "Izin sewa")}`,
    );
    expect(textOf(reading, 0, "biaya")?.match(/\d+/g)).toEqual(["1", "50", "000", "2", "90", "000"]);
    expect(textOf(reading, 0, "biaya")).toContain("Ruang kecil");
  });

  it("a number below the table that is not the label's own turns no row", () => {
    const reading = read(
      `Jenis Layanan : 1. Cetak Peta\n\n${row("1.", "Persyaratan", "Surat")}${row("2.", "Prosedur", "Pemohon datang")}${row("4.", "Biaya/Tarif", "Gratis")}${row("5.", "Produk Pelayanan", "Peta")}\nWaktu 3 hari\n\nJangka\n\n9.\n`,
    );
    expect(reading.services[0]?.components.jangka_waktu).toBeNull();
  });
});
