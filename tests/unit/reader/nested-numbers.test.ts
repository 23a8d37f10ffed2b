import { describe, expect, it } from "vitest";
import { readText } from "#tests/reader-kit/read.ts";

const DECREE = `KEPUTUSAN KEPALA DINAS SOSIAL KABUPATEN ARUNIKA
NOMOR 24 TAHUN 2024
TENTANG
STANDAR PELAYANAN DINAS SOSIAL

LAMPIRAN KEPUTUSAN KEPALA DINAS SOSIAL

1.1 Surat Keterangan Tidak Mampu

1.1.1 Legal Basis (Dasar Hukum)
Peraturan Bupati Arunika Nomor 3 Tahun 2021

1.1.2 Requirements (Persyaratan)
Kartu keluarga

1.1.3 Service Time (Jangka Waktu)
1 hari kerja

1.1.4 Fee (Biaya)
Gratis

1.2 Bantuan Kursi Roda

1.2.1 Legal Basis (Dasar Hukum)
Peraturan Bupati Arunika Nomor 4 Tahun 2021

1.2.2 Requirements (Persyaratan)
Surat keterangan dokter

1.2.3 Service Time (Jangka Waktu)
5 hari kerja

1.2.4 Fee (Biaya)
Gratis
`;

describe("components numbered within their chapter and service", () => {
  it("are known by their labels behind the whole number, also where the English name comes first", () => {
    const read = readText(DECREE).services.map(({ name, components }) => [
      name,
      components.dasar_hukum?.text,
      components.persyaratan?.text,
      components.jangka_waktu?.text,
      components.biaya?.text,
    ]);
    expect(read).toEqual([
      [
        "Surat Keterangan Tidak Mampu",
        "Peraturan Bupati Arunika Nomor 3 Tahun 2021",
        "Kartu keluarga",
        "1 hari kerja",
        "Gratis",
      ],
      [
        "Bantuan Kursi Roda",
        "Peraturan Bupati Arunika Nomor 4 Tahun 2021",
        "Surat keterangan dokter",
        "5 hari kerja",
        "Gratis",
      ],
    ]);
  });
});
