import { describe, expect, it } from "vitest";
import { readText } from "#tests/reader-kit/read.ts";

const table = `| No | Komponen | Uraian |
| --- | --- | --- |
| 1 | Persyaratan | Kartu identitas |
| 2 | Prosedur | Pasien mendaftar, petugas memeriksa |
| 3 | Jangka Waktu | 30 menit |
| 4 | Biaya | Gratis |
| 5 | Produk | Pemeriksaan |
| 6 | Pengaduan | Kotak saran |
`;

const services = (annex: string) =>
  readText(`KEPUTUSAN DIREKTUR RSUD ARUNIKA
NOMOR 7 TAHUN 2024
TENTANG STANDAR PELAYANAN
MEMUTUSKAN:
KESATU : Standar Pelayanan sebagaimana tercantum dalam Lampiran.
LAMPIRAN KEPUTUSAN DIREKTUR RSUD ARUNIKA
NOMOR 7 TAHUN 2024

${annex}`).services.map(({ name, bagian }) => [name, bagian]);

describe("a unit whose heading stands right above a table without one", () => {
  it("names the service where the unit is one itself", () => {
    expect(services(`A. INSTALASI GAWAT DARURAT\n\n${table}\nB. INSTALASI FARMASI\n\n${table}`)).toEqual([
      ["INSTALASI GAWAT DARURAT", "INSTALASI GAWAT DARURAT"],
      ["INSTALASI FARMASI", "INSTALASI FARMASI"],
    ]);
  });

  it("names none where it has several services, or where its tables have names", () => {
    expect(services(`A. BIDANG PELAYANAN\n\n${table}`)).toEqual([["Layanan tanpa nama", "BIDANG PELAYANAN"]]);
    expect(
      services(`A. INSTALASI RAWAT JALAN\n\n1) Poli Anak\n\n${table}\n2) Poli Gigi\n\n${table}`),
    ).toEqual([
      ["Poli Anak", "INSTALASI RAWAT JALAN"],
      ["Poli Gigi", "INSTALASI RAWAT JALAN"],
    ]);
  });
});
