import { describe, expect, it } from "vitest";
import { SKELETONS, SLOT } from "#app/instruments/skeletons.ts";
import { COMPONENT_KEYS, COMPONENTS, type ComponentKey } from "#app/reader/components.ts";
import { scoreStandards } from "#app/scoring/index.ts";
import { readingOf, serviceOf } from "#tests/unit/scoring/subject.ts";

/** What an office of an invented regency would write into the brackets, in their order. */
const FILLED: Record<ComponentKey, readonly string[]> = {
  persyaratan: ["Surat permohonan peminjaman", "asli", "1", "Fotokopi KTP pemohon"],
  prosedur: [
    "mengajukan surat permohonan kepada petugas",
    "Petugas",
    "dikembalikan kepada pemohon disertai penjelasan tertulis",
    "Kepala Bagian",
    "menandatangani surat izin",
    "surat izin pemakaian gedung",
  ],
  jangka_waktu: ["2", "dua", "hari kerja", "berkas diterima lengkap"],
  biaya: ["", "", "50.000", "hari", "Peraturan Daerah Nomor 4 Tahun 2023"],
  produk: ["Surat izin pemakaian gedung"],
  pengaduan: [
    "(0555) 123456",
    "aduan@arunika.example",
    "kotak saran di ruang tunggu",
    "Kepala Subbagian Tata Usaha",
    "3",
  ],
  dasar_hukum: [
    "Peraturan Bupati Arunika Nomor 12 Tahun 2022 tentang Pemakaian Gedung Milik Daerah",
    "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
  ],
  sarana: ["ruang tunggu dan meja layanan", "kursi prioritas dan jalur landai", "komputer dan pencetak"],
  kompetensi: ["Diploma III administrasi", "penjadwalan gedung dan tata naskah"],
  pengawasan: ["Kepala Bagian", "bulan", "pemeriksaan register"],
  jumlah_pelaksana: ["2", "dua", "satu petugas loket dan satu petugas gedung"],
  jaminan_pelayanan: ["pengguna menerima kompensasi berupa layanan antar hasil"],
  jaminan_keamanan: ["dokumen pemohon", "lemari terkunci dan CCTV"],
  evaluasi_kinerja: ["triwulan", "survei kepuasan masyarakat"],
};

/** Fills the brackets one after another; of lines to choose from, the first or the last is kept. */
const fill = (key: ComponentKey, choice: "first" | "last" = "first"): string => {
  const values = [...FILLED[key]];
  const lines = SKELETONS[key].map((line) => line.replace(SLOT, () => values.shift() ?? "?"));
  expect([key, values]).toEqual([key, []]);
  const choices = SKELETONS[key].filter((line) => line.startsWith("[pilih]"));
  const dropped = choice === "first" ? choices.slice(1) : choices.slice(0, -1);
  return lines
    .filter((_, at) => !dropped.includes(SKELETONS[key][at] as string))
    .map((line) => line.trim())
    .join("\n");
};

const levelsOf = (choice: "first" | "last") => {
  const texts = Object.fromEntries(COMPONENT_KEYS.map((key) => [key, fill(key, choice)]));
  return scoreStandards(readingOf([serviceOf("Peminjaman Gedung Balai Arunika", texts)])).levels[0];
};

describe("skeletons of a new text", () => {
  it("reach level 3 in every component once the brackets are filled", () => {
    expect(levelsOf("first")).toEqual(Object.fromEntries(COMPONENT_KEYS.map((key) => [key, 3])));
  });

  it("reach level 3 whichever of the lines to choose from is kept", () => {
    // The fee line: the first bracket of each line is the choice itself.
    expect(fill("biaya", "last")).toBe("Rp50.000 per hari, berdasarkan Peraturan Daerah Nomor 4 Tahun 2023.");
    expect(levelsOf("last")?.biaya).toBe(3);
  });

  it("leave to the bagian what only it knows: each has brackets, and no figure or name outside them", () => {
    for (const { key } of COMPONENTS) {
      const own = SKELETONS[key].map((line) => line.replace(SLOT, "").replace(/^\d+\.\s/, ""));
      expect([key, SKELETONS[key].some((line) => line.includes("[isi: "))]).toEqual([key, true]);
      expect([key, own.join(" ").match(/\d/g)]).toEqual([key, null]);
    }
  });
});
