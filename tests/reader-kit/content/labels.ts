import type { ComponentKey } from "#app/reader/components.ts";

/** Names under which decrees print each component; the first is the commonest. */
export const LABELS: Record<ComponentKey, readonly string[]> = {
  persyaratan: [
    "Persyaratan",
    "Persyaratan Pelayanan",
    "Persyaratan Layanan",
    "Syarat Pelayanan",
    "Persyaratan Teknis dan Administratif",
  ],
  prosedur: [
    "Sistem, Mekanisme, dan Prosedur",
    "Sistem Mekanisme dan Prosedur",
    "Prosedur",
    "Prosedur Pelayanan",
    "Mekanisme dan Prosedur",
    "Alur Pelayanan",
    "Sistem, Mekanisme dan Prosedur Pelayanan",
  ],
  jangka_waktu: [
    "Jangka Waktu Penyelesaian",
    "Jangka Waktu Pelayanan",
    "Jangka Waktu",
    "Waktu Pelayanan",
    "Waktu Penyelesaian",
  ],
  biaya: ["Biaya/Tarif", "Biaya", "Tarif", "Biaya / Tarif", "Biaya (Tarif)", "Biaya Pelayanan"],
  produk: ["Produk Pelayanan", "Produk Layanan", "Produk", "Hasil Pelayanan"],
  pengaduan: [
    "Penanganan Pengaduan, Saran, dan Masukan",
    "Penanganan Pengaduan",
    "Pengelolaan Pengaduan, Saran dan Masukan",
    "Pengaduan, Saran dan Masukan",
    "Layanan Pengaduan",
  ],
  dasar_hukum: ["Dasar Hukum", "Dasar Hukum Pelayanan", "Landasan Hukum"],
  sarana: [
    "Sarana, Prasarana, dan/atau Fasilitas",
    "Sarana dan Prasarana",
    "Sarana dan Prasarana/Fasilitas",
    "Sarana Prasarana dan Fasilitas",
    "Fasilitas",
  ],
  kompetensi: ["Kompetensi Pelaksana", "Kompetensi Petugas", "Kompetensi", "Kompetensi SDM Pelaksana"],
  pengawasan: ["Pengawasan Internal", "Pengawasan Intern", "Pengawasan"],
  jumlah_pelaksana: ["Jumlah Pelaksana", "Jumlah Petugas", "Jumlah Pelaksana Layanan"],
  jaminan_pelayanan: ["Jaminan Pelayanan", "Jaminan Layanan", "Jaminan Mutu Pelayanan"],
  jaminan_keamanan: [
    "Jaminan Keamanan dan Keselamatan Pelayanan",
    "Jaminan Keamanan dan Keselamatan",
    "Jaminan Keamanan",
    "Keamanan dan Keselamatan Pelayanan",
  ],
  evaluasi_kinerja: [
    "Evaluasi Kinerja Pelaksana",
    "Evaluasi Kinerja",
    "Evaluasi Kinerja Pelayanan",
    "Evaluasi Pelaksana",
  ],
};

/** Titles over the two halves, the user's side first. */
export const DIVIDERS: readonly (readonly [string, string])[] = [
  ["A. Penyampaian Layanan (Service Delivery)", "B. Pengelolaan Layanan (Manufacturing)"],
  ["PENYAMPAIAN LAYANAN (Service Delivery)", "PENGELOLAAN PELAYANAN (Manufacturing)"],
  ["A. Service Delivery", "B. Manufacturing"],
  ["SERVICE DELIVERY", "MANUFACTURING"],
  [
    "Komponen yang terkait dengan proses penyampaian pelayanan (service delivery)",
    "Komponen yang terkait dengan proses pengelolaan pelayanan di internal organisasi (manufacturing)",
  ],
  ["Proses Penyampaian Pelayanan", "Proses Pengelolaan Pelayanan"],
];

/** Head rows of three columns. */
export const TABLE_HEADS: readonly (readonly [string, string, string])[] = [
  ["No.", "Komponen", "Uraian"],
  ["NO", "KOMPONEN", "URAIAN"],
  ["No", "Unsur", "Standar Pelayanan"],
  ["No.", "Komponen Standar Pelayanan", "Keterangan"],
];
