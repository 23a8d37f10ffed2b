import type { FindingKind } from "../reader/findings-registry.ts";

export interface SubstanceKind extends FindingKind {
  /** True where it may only be asked (*perlu konfirmasi*), never charged (*temuan*). */
  question: boolean;
}

const kind = (
  label: string,
  severity: FindingKind["severity"],
  remedy: string,
  question = false,
): SubstanceKind => ({
  label,
  slug: label.replaceAll(" ", "-"),
  severity,
  scan: false,
  remedy,
  question,
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
    "dasar hukum perlu diperbarui",
    "warning",
    "Pada perubahan keputusan berikutnya, ganti dengan peraturan penggantinya.",
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
    true,
  ),
  near_twin_contact: kind(
    "kontak hampir sama",
    "note",
    "Cocokkan alamat atau nomor ini dengan yang sebenarnya, lalu samakan penulisannya.",
    true,
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
    true,
  ),
  no_predecessor: kind(
    "keputusan terdahulu tidak disebut",
    "note",
    "Bila ada keputusan terdahulu, nyatakan dicabut dengan menyebut nomor dan tahunnya.",
    true,
  ),
  no_vulnerable_access: kind(
    "fasilitas kelompok rentan tidak disebut",
    "note",
    "Sebutkan fasilitas bagi kelompok rentan yang tersedia pada unit ini dalam komponen sarana.",
  ),
} as const satisfies Record<string, SubstanceKind>;

export type SubstanceCode = keyof typeof SUBSTANCE_FINDINGS;
export const SUBSTANCE_CODES = Object.keys(SUBSTANCE_FINDINGS) as SubstanceCode[];

/** What an unmet criterion is called. Every criterion of the core is here: level 1 and a finding are the same statement. */
export const FINDING_OF: Readonly<Record<string, SubstanceCode>> = {
  "persyaratan.objek": "wrong_content",
  "persyaratan.bagi_pemohon": "wrong_content",
  "prosedur.langkah": "wrong_content",
  "prosedur.pengguna": "no_user",
  "jangka_waktu.terukur": "not_measurable",
  "jangka_waktu.penyelesaian": "not_a_completion_time",
  "jangka_waktu.konsisten": "contradiction",
  "biaya.jelas": "not_measurable",
  "produk.hasil": "wrong_content",
  "pengaduan.kontak": "wrong_content",
  "dasar_hukum.dikutip": "wrong_content",
  "dasar_hukum.peraturan": "wrong_content",
  "sarana.daftar": "wrong_content",
  "kompetensi.isi": "wrong_content",
  "kompetensi.bukan_peraturan": "wrong_content",
  "pengawasan.pengawas": "wrong_content",
  "jumlah_pelaksana.angka": "not_measurable",
  "jumlah_pelaksana.konsisten": "contradiction",
  "jaminan_pelayanan.janji": "wrong_content",
  "jaminan_keamanan.perlindungan": "wrong_content",
  "evaluasi_kinerja.cara_atau_waktu": "not_measurable",
  "unit.kelompok_rentan": "no_vulnerable_access",
  "keputusan.maklumat": "no_maklumat",
  "keputusan.konsultasi": "no_consultation",
  "keputusan.pendahulu": "no_predecessor",
};
