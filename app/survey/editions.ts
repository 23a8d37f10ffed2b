/**
 * The editions of the questionnaire: their unsur, bands and printed weights. The only list of unsur and of mutu.
 *
 * `verified` says that the sentence or table was seen in a reproduction; what is not, is shown as our working copy and
 * never as law. The annexes themselves could only be read through reproductions.
 */

export const EDITION_IDS = ["14/2017", "16/2014", "25/2004"] as const;
export type EditionId = (typeof EDITION_IDS)[number];

export const MUTU = ["A", "B", "C", "D"] as const;
export type Mutu = (typeof MUTU)[number];

/** Every unsur of every edition. Rows are stored by these keys, never by number: editions and prints disagree on order. */
export const UNSUR_KEYS = [
  "persyaratan",
  "prosedur",
  "waktu",
  "biaya",
  "produk",
  "kompetensi",
  "perilaku",
  "sarana",
  "pengaduan",
  "maklumat",
  "kejelasan_petugas",
  "kedisiplinan",
  "tanggung_jawab",
  "kemampuan",
  "kecepatan",
  "keadilan",
  "kesopanan",
  "kewajaran_biaya",
  "kepastian_biaya",
  "kepastian_jadwal",
  "kenyamanan",
  "keamanan",
] as const;
export type UnsurKey = (typeof UNSUR_KEYS)[number];

export interface Unsur {
  key: UnsurKey;
  /** Official name, as a heading. */
  name: string;
  /** Name for columns and sentences. */
  short: string;
}

export interface Band {
  mutu: Mutu;
  kinerja: string;
  /** Lowest index of the band in hundredths (8831 = 88.31), compared after rounding once to two decimals. */
  from: number;
}

export interface Edition {
  id: EditionId;
  /** The regulation as it is cited. */
  basis: string;
  /** In the order of the sample questionnaire (U1, U2, …). */
  unsur: readonly Unsur[];
  /** Best first. */
  bands: readonly Band[];
  /** Weights as forms print 1/n, in millionths: each is a cut decimal and lowers the index. */
  printedWeights: readonly { printed: string; millionths: number }[];
  verified: { unsur: boolean; bands: boolean; weights: boolean };
  /** Where unsur and bands were seen. */
  source: string;
}

const unsur = (key: UnsurKey, name: string, short = name): Unsur => ({ key, name, short });

const bands = (a: number, b: number, c: number): Band[] => [
  { mutu: "A", kinerja: "Sangat Baik", from: a },
  { mutu: "B", kinerja: "Baik", from: b },
  { mutu: "C", kinerja: "Kurang Baik", from: c },
  { mutu: "D", kinerja: "Tidak Baik", from: 0 },
];

const NINTHS = [
  { printed: "0.11", millionths: 110_000 },
  { printed: "0.111", millionths: 111_000 },
] as const;

const FIRST_SEVEN = [
  unsur("persyaratan", "Persyaratan"),
  unsur("prosedur", "Sistem, mekanisme, dan prosedur", "Prosedur"),
  unsur("waktu", "Waktu penyelesaian", "Waktu"),
  unsur("biaya", "Biaya/tarif", "Biaya"),
  unsur("produk", "Produk spesifikasi jenis pelayanan", "Produk"),
  unsur("kompetensi", "Kompetensi pelaksana", "Kompetensi"),
  unsur("perilaku", "Perilaku pelaksana", "Perilaku"),
] as const;

const PENGADUAN = unsur("pengaduan", "Penanganan pengaduan, saran, dan masukan", "Pengaduan");

export const EDITIONS: readonly Edition[] = [
  {
    id: "14/2017",
    basis: "Permenpan RB 14/2017",
    unsur: [...FIRST_SEVEN, unsur("sarana", "Sarana dan prasarana", "Sarana"), PENGADUAN],
    bands: bands(8831, 7661, 6500),
    printedWeights: NINTHS,
    verified: { unsur: true, bands: true, weights: true },
    source: "Reproductions of the questionnaire and of the band table of Permenpan RB 14/2017",
  },
  {
    id: "16/2014",
    basis: "Permenpan RB 16/2014",
    unsur: [...FIRST_SEVEN, unsur("maklumat", "Maklumat pelayanan", "Maklumat"), PENGADUAN],
    bands: bands(8126, 6251, 4376),
    printedWeights: NINTHS,
    verified: { unsur: false, bands: false, weights: false },
    source: "From memory: as 14/2017 with maklumat in place of sarana; bands as in 25/2004",
  },
  {
    id: "25/2004",
    basis: "Kepmenpan 25/M.PAN/2/2004",
    unsur: [
      unsur("prosedur", "Prosedur pelayanan", "Prosedur"),
      unsur("persyaratan", "Persyaratan pelayanan", "Persyaratan"),
      unsur("kejelasan_petugas", "Kejelasan petugas pelayanan", "Kejelasan petugas"),
      unsur("kedisiplinan", "Kedisiplinan petugas pelayanan", "Kedisiplinan"),
      unsur("tanggung_jawab", "Tanggung jawab petugas pelayanan", "Tanggung jawab"),
      unsur("kemampuan", "Kemampuan petugas pelayanan", "Kemampuan"),
      unsur("kecepatan", "Kecepatan pelayanan", "Kecepatan"),
      unsur("keadilan", "Keadilan mendapatkan pelayanan", "Keadilan"),
      unsur("kesopanan", "Kesopanan dan keramahan petugas", "Kesopanan"),
      unsur("kewajaran_biaya", "Kewajaran biaya pelayanan", "Kewajaran biaya"),
      unsur("kepastian_biaya", "Kepastian biaya pelayanan", "Kepastian biaya"),
      unsur("kepastian_jadwal", "Kepastian jadwal pelayanan", "Kepastian jadwal"),
      unsur("kenyamanan", "Kenyamanan lingkungan", "Kenyamanan"),
      unsur("keamanan", "Keamanan pelayanan", "Keamanan"),
    ],
    bands: bands(8126, 6251, 4376),
    printedWeights: [{ printed: "0.071", millionths: 71_000 }],
    verified: { unsur: true, bands: true, weights: false },
    source:
      "A thesis that reproduces the 14 unsur; a public repository for the bands; the weight from memory",
  },
];

/** Registry entry of an edition. */
export const edition = (id: EditionId): Edition => EDITIONS[EDITION_IDS.indexOf(id)] as Edition;

/** The order of U8 and U9 in the two parts of Permenpan RB 14/2017: sample questionnaire and list of definitions. */
export const U8_U9_ORDERS = {
  kuesioner: ["sarana", "pengaduan"],
  definisi: ["pengaduan", "sarana"],
} as const satisfies Record<string, readonly UnsurKey[]>;
export type UnsurOrder = keyof typeof U8_U9_ORDERS;

/** Unsur keys of an edition by number: index 0 is U1. `order` moves U8 and U9 of 14/2017 only. */
export const unsurByNumber = (id: EditionId, order: UnsurOrder): UnsurKey[] => {
  const keys = edition(id).unsur.map((one) => one.key);
  return id === "14/2017" ? [...keys.slice(0, 7), ...U8_U9_ORDERS[order]] : keys;
};

/** Name of an unsur within an edition; the key itself where the edition does not have it. */
export const unsurName = (id: EditionId, key: UnsurKey): string =>
  edition(id).unsur.find((one) => one.key === key)?.short ?? key;

/**
 * The grade of an index in hundredths, already rounded once to two decimals. The printed bands leave open strips
 * (88.30 to 88.31); they presume two decimals, so the lower bound of each band decides.
 */
export const bandOf = (id: EditionId, hundredths: number): Band =>
  edition(id).bands.find((band) => hundredths >= band.from) as Band;
