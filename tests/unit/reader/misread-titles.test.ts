import { describe, expect, it } from "vitest";
import { isTitle } from "#app/reader/assign/heading-names.ts";
import { dividerHalf, isLikeHeadWords, isTableHead } from "#app/reader/marks.ts";
import { tokenise } from "#app/reader/rows/index.ts";
import { readText } from "#tests/reader-kit/read.ts";

const headOf = (line: string): boolean => tokenise([line]).every(isTableHead);

describe("titles in which a scan misread a letter", () => {
  it.each([
    ["Penyampaian Layanan (Servlce Delivery)", "penyampaian"],
    ["A. Service Dclivery", "penyampaian"],
    ["PENYAMPAIAM PELAYANAN", "penyampaian"],
    ["Mamufacturing", "pengelolaan"],
    ["PENGELOLAAN PELAYANAN (MANUFAGTURING)", "pengelolaan"],
  ] as const)("%s announces a half", (text, half) => {
    expect(dividerHalf(text)).toBe(half);
  });

  it.each([
    "Penyampaian Laporan Layanan Kinerja",
    "Layanan Pengelolaan Aset",
    "Pengelolaan Pelayanan Publik Terpadu",
    "Layanan Manajemen Talenta",
    "Pelayanan Persuratan",
  ])("%s names a service", (text) => {
    expect(dividerHalf(text)).toBeNull();
    expect(isTitle(text)).toBe(false);
    expect(isLikeHeadWords(text)).toBe(false);
  });

  it("a head of a table stays one, a row of content does not become one", () => {
    expect(headOf("No.\tUnsur\tStandor Pelayanan")).toBe(true);
    expect(headOf("NO\tKOMPONEN PENILAIAN\tKETERANGA'N")).toBe(true);
    expect(headOf("No.\tUnsur\tSurat permohonan")).toBe(false);
    expect(headOf("No.\tIsian\tUraian tugas")).toBe(false);
  });

  it("the name of a service stays what its heading says", () => {
    const table = (half: string, head: string, name: string): string[] => [
      `Jenis Layanan: ${name}`,
      "",
      half,
      head,
      ...["Persyaratan", "Prosedur", "Jangka Waktu", "Biaya", "Produk", "Pengaduan"].map(
        (label, at) => `${at + 1}.\t${label}\tIsi ${label.toLowerCase()} ${name.toLowerCase()}`,
      ),
      "",
    ];
    const text = [
      "KEPUTUSAN BUPATI ARUNIKA",
      "NOMOR 7 TAHUN 2024",
      "TENTANG",
      "STANDAR PELAYANAN BAGIAN UMUM",
      "",
      "LAMPIRAN KEPUTUSAN BUPATI ARUNIKA",
      "",
      ...table("Penyampaian Layanan (Servlce Delivery)", "No.\tUnsur\tStandor Pelayanan", "Peminjaman Aula"),
      ...table(
        "Penyampaian Layanam (Service Delivery)",
        "No.\tUnsur\tStandar Pelay'anan",
        "Sewa Tenda Dinas",
      ),
    ].join("\n");
    const { services } = readText(text);
    expect(services.map(({ name }) => name)).toEqual(["Peminjaman Aula", "Sewa Tenda Dinas"]);
    expect(services.map(({ components }) => components.produk?.text)).toEqual([
      "Isi produk peminjaman aula",
      "Isi produk sewa tenda dinas",
    ]);
  });
});
