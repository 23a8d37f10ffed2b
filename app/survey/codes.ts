/** Codes of the survey contract: why a row is rejected, why a file is refused, what a reader must be warned of. */

export const REJECT_CODES = ["out_of_scale", "missing", "not_a_number", "same_respondent"] as const;
export type RejectCode = (typeof REJECT_CODES)[number];

export const REFUSAL_CODES = [
  "wrong_scale",
  "no_unsur",
  "empty",
  "unreadable",
  "too_large",
  "no_sheet",
  "bad_options",
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

export const WARNING_CODES = [
  "u8_u9_order",
  "missing_unsur",
  "below_sample",
  "small_n",
  "straight_lining",
  "wrong_scale",
  "grade_uncertain",
  "burst",
  "identical_profile",
  "date_order",
  "date_unread",
  "encoding",
  "broken_quotes",
  "no_header",
  "other_sheets",
  "hidden",
  "unknown_option",
  "scale_rounded",
  "printed_differs",
  "many_groups",
] as const;
export type WarningCode = (typeof WARNING_CODES)[number];

/** Short Indonesian names, for lists and filters. */
export const REJECT_NAMES: Record<RejectCode, string> = {
  out_of_scale: "di luar skala",
  missing: "tanpa jawaban",
  not_a_number: "bukan jawaban yang dikenal",
  same_respondent: "responden yang sama ditolak",
};

/** Short Indonesian names, for lists and filters. */
export const WARNING_NAMES: Record<WarningCode, string> = {
  u8_u9_order: "urutan U8 dan U9",
  missing_unsur: "unsur tidak lengkap",
  below_sample: "di bawah sampel",
  small_n: "responden sedikit",
  straight_lining: "jawaban seragam",
  wrong_scale: "nilai di luar skala",
  grade_uncertain: "mutu belum pasti",
  burst: "kiriman beruntun",
  identical_profile: "profil sama",
  date_order: "urutan tanggal",
  date_unread: "tanggal tidak terbaca",
  encoding: "pengodean berkas",
  broken_quotes: "tanda petik rusak",
  no_header: "tanpa judul kolom",
  other_sheets: "lembar lain",
  hidden: "baris atau kolom tersembunyi",
  unknown_option: "pilihan tidak dipakai",
  scale_rounded: "skala dibulatkan",
  printed_differs: "indeks tercetak berbeda",
  many_groups: "tempat terlalu banyak",
};
