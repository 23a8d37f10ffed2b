import { describe, expect, it } from "vitest";
import { readDecree } from "#app/reader/index.ts";

const LABELS = [
  "Persyaratan",
  "Sistem, mekanisme dan prosedur",
  "Jangka waktu penyelesaian",
  "Biaya/tarif",
  "Produk layanan",
  "Dasar hukum",
];

/** A decree with one service: its heading's lines, then six plain rows, the lines of the last but one given. */
const read = (heading: readonly string[], rows: readonly string[]) =>
  readDecree(
    new TextEncoder().encode(
      [
        "KEPUTUSAN BUPATI LEMBAYUNG",
        "NOMOR 12 TAHUN 2024",
        "TENTANG",
        "STANDAR PELAYANAN",
        "MEMUTUSKAN:",
        "KESATU : Menetapkan standar pelayanan.",
        "Ditetapkan di Lembayung",
        "LAMPIRAN KEPUTUSAN BUPATI LEMBAYUNG",
        "NOMOR 12 TAHUN 2024",
        "",
        ...heading,
        "No. Komponen Uraian",
        ...LABELS.flatMap((label, at) => [`${at + 1}.`, label, `Isi baris ${at + 1} yang cukup panjang`]),
        ...rows,
      ].join("\n"),
    ),
    "naskah.txt",
  ).services;

describe("lines that a page breaks", () => {
  it("join to one name over the head of a table", () => {
    const [service] = read(["1. Standar Pelayanan Penerbitan Salinan Produk Hukum", "Daerah"], []);
    expect(service?.name).toBe("Penerbitan Salinan Produk Hukum Daerah");
  });

  it("leave an office below the name alone", () => {
    const [service] = read(["1. Standar Pelayanan Penerbitan Salinan Produk Hukum", "Dinas Arsip"], []);
    expect(service?.name).not.toContain("Dinas Arsip");
  });

  it("join to a label of three lines", () => {
    const [service] = read(
      ["1. Standar Pelayanan Konsultasi Hukum"],
      ["7. Penanganan pengaduan,", "saran dan", "masukan/apresiasi", "a. Meja aduan;", "b. Kotak surat."],
    );
    expect(service?.components.pengaduan?.text).toBe("a. Meja aduan;\nb. Kotak surat.");
  });

  it("are no label where a regulation's title goes on", () => {
    const [service] = read(
      ["1. Standar Pelayanan Konsultasi Hukum"],
      ["1) Peraturan Presiden Nomor 76 Tahun 2013 tentang", "Pengelolaan Pengaduan Pelayanan", "Publik"],
    );
    expect(service?.components.pengaduan).toBeNull();
    expect(service?.components.dasar_hukum?.text).toContain("tentang Pengelolaan Pengaduan Pelayanan Publik");
  });
});
