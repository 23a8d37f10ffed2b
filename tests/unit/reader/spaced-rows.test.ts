import { describe, expect, it } from "vitest";
import { readText } from "#tests/reader-kit/read.ts";

const HEAD = `KEPUTUSAN BUPATI ARUNIKA
NOMOR 21 TAHUN 2024
TENTANG
STANDAR PELAYANAN BAGIAN UMUM

LAMPIRAN KEPUTUSAN BUPATI ARUNIKA

Jenis Pelayanan : Sewa Gedung Kesenian

`;

const textsOf = (table: string): Record<string, string | undefined> => {
  const { services } = readText(HEAD + table);
  expect(services.map(({ name }) => name)).toEqual(["Sewa Gedung Kesenian"]);
  return Object.fromEntries(
    Object.entries(services[0]?.components ?? {}).map(([key, component]) => [key, component?.text]),
  );
};

describe("rows of a table in columns of spaces with a blank line between each two", () => {
  it("are one table, though each alone is too short to show its columns", () => {
    const read = textsOf(`No. Komponen                        Uraian

1   Persyaratan Pelayanan               1. Surat permohonan sewa;
                                        2. Fotokopi KTP penyewa.

2   Sistem Mekanisme dan            Pelayanan di loket:
    Prosedur
                                        1. Penyewa mengisi formulir;
                                        2. Petugas mencatat tanggal
                                           pemakaian.

3   Jangka Waktu Pelayanan          2 (dua) hari kerja

4   Biaya / Tarif                   Rp1.500.000,00 per hari

5   Produk Layanan                  Surat izin pemakaian

6   Pengelolaan Pengaduan               1. Kotak saran di lobi;
                                        2. Telepon (0777) 4501.

7   Dasar Hukum                     Peraturan Daerah Nomor 4 Tahun 2021

8   Sarana dan                      Panggung dan kursi
    Prasarana

9   Kompetensi                      Mampu merawat gedung
    Pelaksana

10  Pengawasan Internal             Diawasi kepala bagian

11  Jumlah Pelaksana                3 (tiga) orang

12  Jaminan Pelayanan               Uang kembali bila gedung rusak
`);
    expect(read).toMatchObject({
      persyaratan: "1. Surat permohonan sewa;\n2. Fotokopi KTP penyewa.",
      jangka_waktu: "2 (dua) hari kerja",
      biaya: "Rp1.500.000,00 per hari",
      produk: "Surat izin pemakaian",
      pengaduan: "1. Kotak saran di lobi;\n2. Telepon (0777) 4501.",
      sarana: "Panggung dan kursi",
      kompetensi: "Mampu merawat gedung",
      jumlah_pelaksana: "3 (tiga) orang",
      jaminan_pelayanan: "Uang kembali bila gedung rusak",
    });
    expect(read.prosedur).toMatch(/^Pelayanan di loket:\n1\. Penyewa mengisi formulir;\n2\. Petugas/);
  });
});

describe("a title of the contents printed over two columns", () => {
  it("makes one column of them, however wide the cells are padded", () => {
    const row = (no: string, label: string, one: string, two: string): string =>
      `| ${no.padEnd(4)} | ${label.padEnd(24)} | ${one.padEnd(48)} | ${two.padEnd(48)} |`;
    const read = textsOf(
      [
        row("No.", "Komponen", "Uraian", "Uraian"),
        `|${"-".repeat(6)}|${"-".repeat(26)}|${"-".repeat(50)}|${"-".repeat(50)}|`,
        row("1.", "Persyaratan", "1.", "Surat permohonan sewa"),
        row("1.", "Persyaratan", "2.", "Fotokopi KTP penyewa"),
        row("2.", "Prosedur", "Penyewa datang ke loket", "Penyewa datang ke loket"),
        row("3.", "Jangka Waktu", "2 (dua) hari kerja", "2 (dua) hari kerja"),
        row("4.", "Biaya", "Gratis", "Gratis"),
        row("5.", "Produk", "Surat izin pemakaian", "Surat izin pemakaian"),
      ].join("\n"),
    );
    expect(read).toMatchObject({
      prosedur: "Penyewa datang ke loket",
      jangka_waktu: "2 (dua) hari kerja",
      biaya: "Gratis",
      produk: "Surat izin pemakaian",
    });
    expect(read.persyaratan).toMatch(/^1\. Surat permohonan sewa\s2\. Fotokopi KTP penyewa$/);
  });
});
