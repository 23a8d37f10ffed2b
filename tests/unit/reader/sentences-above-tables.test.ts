import { describe, expect, it } from "vitest";
import { readText } from "#tests/reader-kit/read.ts";

/** A service whose legal basis stands above its requirements, the law's last words on a line of their own. */
const service = (name: string, law: readonly string[]) => `
${name}

Dasar Hukum

${law.join("\n")}

Persyaratan

Surat permohonan.

Prosedur

Pemohon datang ke loket, petugas memeriksa berkas.

Jangka Waktu

2 hari kerja

Kompetensi Pelaksana

Memahami aturan angkutan.
`;

const decree = (law: readonly string[]) => `KEPUTUSAN KEPALA DINAS PERHUBUNGAN KABUPATEN ARUNIKA
NOMOR 7 TAHUN 2024
TENTANG STANDAR PELAYANAN

LAMPIRAN KEPUTUSAN KEPALA DINAS PERHUBUNGAN

${service("1. Jenis Pelayanan : Izin Trayek", law)}
${service("2. Jenis Pelayanan : Izin Parkir", law)}`;

const read = (law: readonly string[]) =>
  readText(decree(law)).services.map(({ name, components }) => [name, components.dasar_hukum?.text]);

const both = (text: string) => [
  ["Izin Trayek", text],
  ["Izin Parkir", text],
];

describe("sentences right above the requirements", () => {
  it("are no name of a service where they go on with the line above", () => {
    expect(
      read([
        "* Undang-Undang Nomor 22 Tahun 2009 tentang Lalu Lintas dan Angkutan Jalan;",
        "* Peraturan Menteri Perhubungan Nomor 15 Tahun 2019 tentang",
        "Penyelenggaraan Angkutan Orang dengan Kendaraan Bermotor",
      ]),
    ).toEqual(
      both(
        [
          "* Undang-Undang Nomor 22 Tahun 2009 tentang Lalu Lintas dan Angkutan Jalan;",
          "* Peraturan Menteri Perhubungan Nomor 15 Tahun 2019 tentang Penyelenggaraan Angkutan Orang dengan Kendaraan Bermotor",
        ].join("\n"),
      ),
    );
  });

  it("are none where they cite a regulation, whatever number they bear", () => {
    expect(
      read([
        "1. Undang-Undang Nomor 22 Tahun 2009 tentang Lalu Lintas dan Angkutan Jalan",
        "",
        "2. Peraturan Bupati Arunika Nomor 6 Tahun 2021 tentang Pembinaan",
        "Angkutan Kota",
      ]),
    ).toEqual(
      both(
        [
          "1. Undang-Undang Nomor 22 Tahun 2009 tentang Lalu Lintas dan Angkutan Jalan",
          "2. Peraturan Bupati Arunika Nomor 6 Tahun 2021 tentang Pembinaan Angkutan Kota",
        ].join("\n"),
      ),
    );
  });
});

describe("a line right below the annex's title", () => {
  const annex = (line: string) =>
    readText(`KEPUTUSAN KEPALA DINAS PERHUBUNGAN KABUPATEN ARUNIKA
NOMOR 7 TAHUN 2024
TENTANG
STANDAR PELAYANAN DINAS PERHUBUNGAN

LAMPIRAN KEPUTUSAN KEPALA DINAS PERHUBUNGAN
NOMOR 7 TAHUN 2024
TENTANG STANDAR PELAYANAN DINAS PERHUBUNGAN
STANDAR PELAYANAN DINAS PERHUBUNGAN
${line}
Persyaratan
Surat permohonan.
Prosedur
Pemohon datang ke loket, petugas memeriksa berkas.
Jangka Waktu
2 hari kerja
`).services.map(({ name }) => name);

  it("names the first service where it is in small letters and a label follows", () => {
    expect(annex("Izin Parkir Khusus")).toEqual(["Izin Parkir Khusus"]);
  });

  it("belongs to the title where it is in capitals like this", () => {
    expect(annex("KABUPATEN ARUNIKA")).toEqual(["Layanan tanpa nama"]);
  });
});
