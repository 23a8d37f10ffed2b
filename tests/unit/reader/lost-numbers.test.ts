import { describe, expect, it } from "vitest";
import { readDecree } from "#app/reader/index.ts";

const HEAD = `KEPUTUSAN CAMAT ARUNIKA BARAT
NOMOR 065/12 TAHUN 2023
TENTANG
STANDAR PELAYANAN KECAMATAN ARUNIKA BARAT
MEMUTUSKAN:
KESATU : Standar Pelayanan tercantum dalam Lampiran Keputusan ini.
Ditetapkan di Arunika
pada tanggal 2 Mei 2023
CAMAT ARUNIKA BARAT,

LAMPIRAN KEPUTUSAN CAMAT ARUNIKA BARAT

`;

/** A table that a scan leaves as lines; `produk`, `pengawasan` and `jaminan` begin their lines. */
const table = (
  produk: string,
  pengawasan: string,
  jaminan: string,
): string => `Jenis Pelayanan : Sewa Tenda Kecamatan
No. Komponen Uraian
1. Persyaratan 1. Surat permohonan warga
2. Fotokopi KTP pemohon
2. Prosedur 1. Pemohon mengisi buku sewa
2. Petugas menyerahkan tenda
3. Jangka Waktu 1 (satu) hari kerja
4. Biaya Rp150.000,00 per hari
${produk} Kuitansi dan surat jalan
6. Penanganan Pengaduan 1. Telepon (0999) 41235
7. Dasar Hukum 1. Peraturan Daerah Nomor 3 Tahun 2019
8. Sarana dan Prasarana Gudang tenda
9. Kompetensi Pelaksana 1. Mampu menghitung sewa
2. Santun kepada warga
${pengawasan} Dilakukan camat setiap pekan
11. Jumlah Pelaksana 2 (dua) orang
${jaminan} Tenda diganti bila rusak
13. Jaminan Keamanan Gudang dijaga
14. Evaluasi Kinerja Pelaksana Setiap semester
`;

const textsOf = (annex: string): Record<string, string | undefined> => {
  const { services } = readDecree(new TextEncoder().encode(HEAD + annex), "keputusan.txt");
  expect(services).toHaveLength(1);
  return Object.fromEntries(
    Object.entries(services[0]?.components ?? {}).map(([key, component]) => [key, component?.text]),
  );
};

describe("labels on lines whose number a scan lost", () => {
  const whole = textsOf(table("5. Produk", "10. Pengawasan Internal", "12. Jaminan Pelayanan"));

  it("are rows where the numbers around leave theirs out", () => {
    expect(whole).toMatchObject({
      biaya: "Rp150.000,00 per hari",
      produk: "Kuitansi dan surat jalan",
      pengawasan: "Dilakukan camat setiap pekan",
      jaminan_pelayanan: "Tenda diganti bila rusak",
    });
    expect(textsOf(table("Produk", "Pengawasan Internal", "Jaminan Pelayanan"))).toEqual(whole);
  });

  it("are sentences where the numbers leave none out", () => {
    const sentence = table("5. Produk", "10. Pengawasan Internal", "12. Jaminan Pelayanan").replace(
      "Gudang tenda\n",
      "Gudang tenda\nProduk pendukung disimpan di dalamnya\n",
    );
    expect(textsOf(sentence)).toEqual({
      ...whole,
      sarana: "Gudang tenda Produk pendukung disimpan di dalamnya",
    });
  });
});

describe("labels with figures for letters", () => {
  it("are the labels that they were, also where the first word is torn by one", () => {
    const whole = textsOf(table("5. Produk", "10. Pengawasan Internal", "12. Jaminan Pelayanan"));
    const misread = table("5. Pr0duk", "10. Pengawas4n Internal", "12. Jam1nan Pe1ayanan")
      .replace("Evaluasi Kinerja", "Ev4luasi K1nerja")
      .replace("3. Jangka", "3. J4ngka");
    expect(textsOf(misread)).toEqual(whole);
  });
});

describe("rows of a drawn table whose border the scan lost", () => {
  /** Twelve rows with their columns, two of them on a plain line. */
  const rows = `Jenis Pelayanan : Sewa Tenda Kecamatan

No.\tKomponen\tUraian
1.\tPersyaratan\t1. Surat permohonan warga
\t\t2. Fotokopi KTP pemohon
2. Prosedur Pemohon mengisi buku sewa
3.\tJangka Waktu\t1 (satu) hari kerja
4.\tBiaya\tRp150.000,00 per hari
5.\tProduk\tKuitansi dan surat jalan
6.\tPenanganan Pengaduan\t1. Telepon (0999) 41235
\t\t2. Datang ke kantor camat
7.\tDasar Hukum\t1. Peraturan Daerah Nomor 3 Tahun 2019
8. Sarana dan Prasarana a. Gudang tenda
\t\tb. Mobil angkut
9.\tKompetensi Pelaksana\tMampu menghitung sewa
10.\tPengawasan Internal\tDilakukan camat setiap pekan
`;

  it("open their components, and rows below go on with them", () => {
    expect(textsOf(rows)).toMatchObject({
      persyaratan: "1. Surat permohonan warga\n2. Fotokopi KTP pemohon",
      prosedur: "Pemohon mengisi buku sewa",
      jangka_waktu: "1 (satu) hari kerja",
      dasar_hukum: "1. Peraturan Daerah Nomor 3 Tahun 2019",
      sarana: "a. Gudang tenda\nb. Mobil angkut",
      kompetensi: "Mampu menghitung sewa",
    });
  });

  it("stay what they are where the numbers around leave none out", () => {
    const listed = rows.replace("2. Prosedur Pemohon", "5. Prosedur Pemohon");
    expect(textsOf(listed).prosedur).toBeUndefined();
  });
});
