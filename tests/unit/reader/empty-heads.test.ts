import { describe, expect, it } from "vitest";
import { readText } from "#tests/reader-kit/read.ts";

const HEAD = `KEPUTUSAN BUPATI ARUNIKA
NOMOR 22 TAHUN 2024
TENTANG
STANDAR PELAYANAN SEKRETARIAT DAERAH

LAMPIRAN KEPUTUSAN BUPATI ARUNIKA

`;

/** A service whose name stands in its table's first row, below the empty head that Markdown asks for. */
const service = (name: string): string => `||||
|---|---|---|
|Jenis Pelayanan : ${name}|||
|A. Service Delivery|||
|No.|Unsur|Uraian|
|1.|Persyaratan|Surat permohonan peminjaman|
|2.|Prosedur|Pemohon datang ke loket dan dilayani petugas|
|3.|Jangka waktu|2 hari kerja|
|4.|Biaya|Gratis|
|5.|Produk|Surat izin|

`;

describe("Markdown tables with an empty head", () => {
  it("leave the heading of a bagian above them to its services", () => {
    const { services } = readText(
      `${HEAD}BAGIAN UMUM\n\n${service("1. Peminjaman Aula")}${service("2. Peminjaman Kendaraan")}BAGIAN HUKUM\n\n${service("3. Telaah Naskah Kerja Sama")}`,
    );
    expect(services.map(({ name, bagian }) => [name, bagian])).toEqual([
      ["Peminjaman Aula", "BAGIAN UMUM"],
      ["Peminjaman Kendaraan", "BAGIAN UMUM"],
      ["Telaah Naskah Kerja Sama", "BAGIAN HUKUM"],
    ]);
  });
});
