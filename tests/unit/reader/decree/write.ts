/** Small decrees of invented regions, put together from parts so that a test shows only what it is about. */

export const TABLE = [
  "No.\tKomponen\tUraian",
  "1.\tPersyaratan\tSurat pengantar dari desa.",
  "2.\tSistem, mekanisme, dan prosedur\tPemohon datang ke loket.",
  "3.\tJangka waktu penyelesaian\t1 (satu) hari.",
  "4.\tBiaya/tarif\tGratis.",
  "5.\tProduk pelayanan\tKartu.",
  "6.\tDasar hukum\tPeraturan Daerah Nomor 4 Tahun 2019.",
];

export interface DecreeParts {
  letterhead?: string[];
  title?: string[];
  number?: string[];
  subject?: string[];
  clauses?: string[];
  signing?: string[];
  annexHead?: string[];
  annex?: string[];
  end?: string[];
}

/** Lines of a decree; each part that is given replaces the ordinary one. */
export const decree = (parts: DecreeParts = {}): string[] => [
  ...(parts.letterhead ?? ["PEMERINTAH KABUPATEN ARUNIKA", "SEKRETARIAT DAERAH", ""]),
  ...(parts.title ?? ["KEPUTUSAN SEKRETARIS DAERAH KABUPATEN ARUNIKA"]),
  ...(parts.number ?? ["NOMOR 060/17/ORG TAHUN 2023"]),
  ...(parts.subject ?? ["", "TENTANG", "", "STANDAR PELAYANAN", "", "SEKRETARIS DAERAH,", ""]),
  "Menimbang : a. bahwa warga berhak atas kepastian;",
  "Mengingat : 1. Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;",
  "",
  "MEMUTUSKAN:",
  "Menetapkan :",
  ...(parts.clauses ?? ["KESATU : Standar pelayanan tercantum dalam Lampiran."]),
  ...(parts.signing ?? [
    "",
    "Ditetapkan di Tirtasari",
    "pada tanggal 4 Juni 2023",
    "",
    "SEKRETARIS DAERAH,",
    "",
    "RATNA WULAN",
  ]),
  ...(parts.annexHead ?? [
    "",
    "LAMPIRAN KEPUTUSAN SEKRETARIS DAERAH KABUPATEN ARUNIKA",
    "NOMOR 060/17/ORG TAHUN 2023",
    "",
  ]),
  ...(parts.annex ?? ["Jenis Layanan : 1. Pelayanan Kartu Tamu", ...TABLE]),
  ...(parts.end ?? []),
];
