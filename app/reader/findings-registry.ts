/** Severity of a finding: must be mended, must be looked at, good to know. */
export type Severity = "error" | "warning" | "note";

export interface FindingKind {
  /** Name on the page (shared by every code that shares a cause). */
  label: string;
  /** Value of the filter `temuan=` and of links. */
  slug: string;
  severity: Severity;
  /** True where the cause is the scan or the file, not the standard: never held against a bagian. */
  scan: boolean;
  /** What the person in charge does about it. */
  remedy: string;
}

const kind = (label: string, severity: Severity, remedy: string, scan = false): FindingKind => ({
  label,
  slug: label.replaceAll(" ", "-"),
  severity,
  scan,
  remedy,
});

/** Every finding the reader can make. The only list: labels, filters, exports and documentation are made from it. */
export const FINDINGS = {
  missing: kind("baris tidak ada", "error", "Tambahkan baris komponen ini beserta isinya."),
  blank: kind("isi kosong", "error", "Isi baris komponen ini."),
  placeholder: kind("hanya tanda", "error", "Ganti tanda itu dengan isi yang sebenarnya."),
  page_lost: kind(
    "halaman hilang",
    "warning",
    "Cocokkan dengan naskah asli; halaman ini hilang atau rusak pada hasil pindai.",
    true,
  ),
  ocr_damage: kind(
    "teks rusak",
    "note",
    "Cocokkan dengan naskah asli; sebagian teks rusak pada hasil pindai.",
    true,
  ),
  rows_mixed: kind(
    "isi tercampur",
    "warning",
    "Cocokkan dengan naskah asli; isi baris ini dapat tertukar atau tercampur dengan baris lain ketika berkas diubah menjadi teks.",
    true,
  ),
  duplicate_service: kind(
    "layanan ganda",
    "warning",
    "Hapus salah satu tabel, atau beri nama yang berbeda bila memang dua layanan.",
  ),
  undeclared: kind(
    "di luar daftar",
    "warning",
    "Tambahkan layanan ini ke daftar dalam keputusan, atau keluarkan tabelnya dari lampiran.",
  ),
  no_table: kind(
    "tanpa tabel",
    "error",
    "Susun tabel standar pelayanannya, atau keluarkan layanan ini dari daftar.",
  ),
  name_differs: kind("nama berbeda", "note", "Samakan nama layanan dalam daftar dan dalam lampiran."),
  number_differs: kind(
    "nomor berbeda",
    "note",
    "Samakan nomor keputusan pada kepala keputusan dan pada lampiran.",
  ),
  component_omitted: kind(
    "komponen terlewat",
    "warning",
    "Lengkapi rincian komponen dalam diktum menjadi 14 komponen.",
  ),
  empty: kind("berkas kosong", "error", "Simpan ulang naskahnya, lalu unggah kembali."),
  binary: kind("bukan teks", "error", "Unggah hasil pindai yang sudah menjadi teks (.txt, .md, atau .html)."),
  encoding: kind(
    "pengodean diubah",
    "note",
    "Simpan berkas dalam pengodean UTF-8 bila ada huruf yang tampak salah.",
  ),
  too_large: kind("berkas terlalu besar", "error", "Pisahkan lampirannya, lalu unggah satu per satu."),
  not_a_decree: kind(
    "bukan keputusan",
    "error",
    "Periksa apakah berkas ini keputusan penetapan standar pelayanan.",
  ),
  no_annex: kind("tanpa lampiran", "error", "Periksa apakah lampirannya berada di berkas lain."),
} as const satisfies Record<string, FindingKind>;

export type FindingCode = keyof typeof FINDINGS;
export const FINDING_CODES = Object.keys(FINDINGS) as FindingCode[];
