import type { FindingKind } from "../reader/findings-registry.ts";

export interface SubstanceKind extends FindingKind {
  /** True where it may only be asked (*perlu konfirmasi*), never charged (*temuan*). */
  question: boolean;
  /**
   * Set where it is no defect, so that no count of findings holds it and lists show it only when it is asked for.
   * `menuju_3`: a criterion of level 3 is not met. `pemutakhiran`: right when the decree was signed, out of date since.
   */
  apart: Apart | null;
}

/** What is told beside the findings, and counted with none of them. */
export type Apart = "menuju_3" | "pemutakhiran";

const kind = (
  label: string,
  severity: FindingKind["severity"],
  remedy: string,
  { question = false, apart = null }: Partial<Pick<SubstanceKind, "question" | "apart">> = {},
): SubstanceKind => ({
  label,
  slug: label.replaceAll(" ", "-"),
  severity,
  scan: false,
  remedy,
  question,
  apart,
});

/** Every finding of substance. The only list, beside the reader's own: labels, filters and exports are made from it. */
export const SUBSTANCE_FINDINGS = {
  not_measurable: kind("tidak terukur", "error", "Sebutkan angka dan satuannya, atau tenggat yang tetap."),
  not_a_completion_time: kind(
    "bukan waktu penyelesaian",
    "error",
    "Ganti dengan lama penyelesaian satu permohonan, dihitung sejak berkas lengkap diterima.",
  ),
  contradiction: kind(
    "angka bertentangan",
    "error",
    "Tetapkan satu angka, lalu samakan angka dan kata bilangannya.",
  ),
  wrong_content: kind(
    "isi komponen lain",
    "warning",
    "Ganti dengan isi yang diminta komponen ini; pindahkan isi yang sekarang ke tempatnya.",
  ),
  copied: kind(
    "disalin dari layanan lain",
    "warning",
    "Sesuaikan dengan layanan ini; isi yang sekarang berasal dari layanan lain.",
  ),
  no_user: kind(
    "pengguna tidak tampak",
    "warning",
    "Tuliskan apa yang dilakukan pemohon pada tiap langkah, dari mengajukan sampai menerima hasil.",
  ),
  foreign_name: kind(
    "nama daerah lain",
    "error",
    "Ganti nama atau zona waktu daerah lain dengan milik daerah sendiri, lalu periksa bagian lain yang ikut tersalin.",
  ),
  revoked_basis: kind(
    "dasar hukum dicabut",
    "error",
    "Ganti dengan peraturan penggantinya, lalu periksa apakah isi layanan masih sesuai.",
  ),
  outdated_basis: kind(
    "perlu pemutakhiran",
    "note",
    "Pada perubahan keputusan berikutnya, ganti dengan peraturan penggantinya.",
    { apart: "pemutakhiran" },
  ),
  miscited_basis: kind(
    "dasar hukum salah kutip",
    "error",
    "Tulis jenis, nomor, tahun, dan judul peraturan seperti pada naskah resminya.",
  ),
  basis_to_confirm: kind(
    "dasar hukum perlu dikonfirmasi",
    "warning",
    "Periksa pada jaringan dokumentasi dan informasi hukum, lalu perbaiki bila memang demikian.",
    { question: true },
  ),
  near_twin_contact: kind(
    "kontak hampir sama",
    "note",
    "Cocokkan alamat atau nomor ini dengan yang sebenarnya, lalu samakan penulisannya.",
    { question: true },
  ),
  no_maklumat: kind(
    "maklumat tidak dimuat",
    "warning",
    "Susun dan tetapkan maklumat pelayanan, lalu muat dalam keputusan atau lampirannya.",
  ),
  no_consultation: kind(
    "konsultasi publik tidak disebut",
    "note",
    "Sebutkan berita acara forum konsultasi publiknya dalam konsiderans; bila belum ada, laksanakan lebih dahulu.",
    { question: true },
  ),
  no_predecessor: kind(
    "keputusan terdahulu tidak disebut",
    "note",
    "Bila ada keputusan terdahulu, nyatakan dicabut dengan menyebut nomor dan tahunnya.",
    { question: true },
  ),
  no_vulnerable_access: kind(
    "fasilitas kelompok rentan tidak disebut",
    "note",
    "Sebutkan fasilitas bagi kelompok rentan yang tersedia pada unit ini dalam komponen sarana.",
  ),
  short_of_level_3: kind(
    "untuk naik ke tingkat 3",
    "note",
    "Lengkapi ukuran ini bila keadaannya memang demikian, agar komponen ini lengkap dan terukur.",
    { apart: "menuju_3" },
  ),
} as const satisfies Record<string, SubstanceKind>;

export type SubstanceCode = keyof typeof SUBSTANCE_FINDINGS;
export const SUBSTANCE_CODES = Object.keys(SUBSTANCE_FINDINGS) as SubstanceCode[];

/**
 * What an unmet criterion is called. Every criterion of the instrument is here but `unit.maklumat`, whose one fact, that
 * the decree holds no maklumat, is told once of the decree. Those of level 3 are notes, unless what they find is wrong.
 */
export const FINDING_OF: Readonly<Record<string, SubstanceCode>> = {
  "persyaratan.objek": "wrong_content",
  "persyaratan.bagi_pemohon": "wrong_content",
  "persyaratan.bentuk": "short_of_level_3",
  "prosedur.langkah": "wrong_content",
  "prosedur.pengguna": "no_user",
  "prosedur.akhir": "short_of_level_3",
  "jangka_waktu.terukur": "not_measurable",
  "jangka_waktu.penyelesaian": "not_a_completion_time",
  "jangka_waktu.konsisten": "contradiction",
  "jangka_waktu.pemicu": "short_of_level_3",
  "biaya.jelas": "not_measurable",
  "biaya.dasar": "short_of_level_3",
  "produk.hasil": "wrong_content",
  "produk.hasil_saja": "short_of_level_3",
  "pengaduan.kontak": "wrong_content",
  "pengaduan.penangan": "short_of_level_3",
  "pengaduan.tenggat": "short_of_level_3",
  "dasar_hukum.dikutip": "wrong_content",
  "dasar_hukum.peraturan": "wrong_content",
  "dasar_hukum.sektoral": "short_of_level_3",
  "sarana.daftar": "wrong_content",
  "sarana.bagi_pengguna": "short_of_level_3",
  "kompetensi.isi": "wrong_content",
  "kompetensi.bukan_peraturan": "wrong_content",
  "kompetensi.lengkap": "short_of_level_3",
  "pengawasan.pengawas": "wrong_content",
  "pengawasan.cara": "short_of_level_3",
  "jumlah_pelaksana.angka": "not_measurable",
  "jumlah_pelaksana.konsisten": "contradiction",
  "jumlah_pelaksana.pasti": "short_of_level_3",
  "jaminan_pelayanan.janji": "wrong_content",
  "jaminan_pelayanan.akibat": "short_of_level_3",
  "jaminan_keamanan.perlindungan": "wrong_content",
  "jaminan_keamanan.tindakan": "short_of_level_3",
  "evaluasi_kinerja.cara_atau_waktu": "not_measurable",
  "evaluasi_kinerja.cara_dan_waktu": "short_of_level_3",
  "unit.kelompok_rentan": "no_vulnerable_access",
  "keputusan.maklumat": "no_maklumat",
  "keputusan.konsultasi": "no_consultation",
  "keputusan.pendahulu": "no_predecessor",
};
