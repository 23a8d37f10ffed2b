import { describe, expect, it } from "vitest";
import { COMPONENT_KEYS } from "#app/reader/components.ts";
import { readText } from "#tests/reader-kit/read.ts";

const HEAD = `<p>KEPUTUSAN CAMAT ARUNIKA</p>
<p>NOMOR 25 TAHUN 2024</p>
<p>TENTANG</p>
<p>STANDAR PELAYANAN KECAMATAN ARUNIKA</p>
<p>LAMPIRAN KEPUTUSAN CAMAT ARUNIKA</p>
`;

const cell = (from: number, parts: readonly (readonly [string, string])[]): string =>
  `<td>${parts.map(([label, text], at) => `<p><b>${from + at}. ${label}</b></p><div>${text}</div>`).join("")}</td>`;

const service = (name: string, days: number): string => `<h3>${name}</h3>
<table><tr><th>Service Delivery</th><th>Manufacturing</th></tr>
<tr>${cell(1, [
  ["Persyaratan", "Surat pengantar desa"],
  ["Prosedur", "Pemohon datang ke loket, petugas memeriksa, pemohon menerima surat"],
  ["Jangka Waktu", `${days} hari kerja`],
  ["Biaya", "Gratis"],
  ["Produk", "Surat keterangan"],
  ["Pengaduan", "Telepon (0555) 1234"],
])}${cell(1, [
  ["Dasar Hukum", "Peraturan Bupati Arunika Nomor 5 Tahun 2020"],
  ["Sarana", "Meja layanan, komputer"],
  ["Kompetensi", "Diploma III"],
  ["Pengawasan Internal", "Sekretaris camat"],
  ["Jumlah Pelaksana", "2 orang"],
  ["Jaminan Pelayanan", "Sesuai standar operasional"],
  ["Jaminan Keamanan", "Berkas disimpan dalam lemari"],
  ["Evaluasi Kinerja", "Setiap triwulan"],
])}</tr></table>
`;

describe("two halves in two cells of one row", () => {
  it("are read as all fourteen components of the service above them", () => {
    const { services } = readText(
      HEAD + service("Legalisasi Surat Waris", 1) + service("Pengesahan Proposal", 3),
    );
    expect(services.map(({ name }) => name)).toEqual(["Legalisasi Surat Waris", "Pengesahan Proposal"]);
    for (const { components } of services)
      expect(COMPONENT_KEYS.filter((key) => components[key] === null)).toEqual([]);
    expect(
      services.map(({ components: { jangka_waktu, evaluasi_kinerja } }) => [
        jangka_waktu?.text,
        evaluasi_kinerja?.text,
      ]),
    ).toEqual([
      ["1 hari kerja", "Setiap triwulan"],
      ["3 hari kerja", "Setiap triwulan"],
    ]);
    expect(services[1]?.components.pengaduan?.text).toBe("Telepon (0555) 1234");
    expect(services[1]?.facts.jumlah_pelaksana).toBe(2);
  });
});
