/**
 * The 14 components of a service standard, in the order in which decrees print them.
 * Source of the list: UU 25/2009 Pasal 21 and the annex of Permenpan RB 15/2014.
 */
export const COMPONENT_KEYS = [
  "persyaratan",
  "prosedur",
  "jangka_waktu",
  "biaya",
  "produk",
  "pengaduan",
  "dasar_hukum",
  "sarana",
  "kompetensi",
  "pengawasan",
  "jumlah_pelaksana",
  "jaminan_pelayanan",
  "jaminan_keamanan",
  "evaluasi_kinerja",
] as const;

export type ComponentKey = (typeof COMPONENT_KEYS)[number];

/** Six components that the user meets (penyampaian layanan) and eight inside the office (pengelolaan layanan). */
export type ComponentGroup = "penyampaian" | "pengelolaan";

export interface ComponentInfo {
  key: ComponentKey;
  /** 1-14, the order printed in decrees (not the order of UU 25/2009 Pasal 21). */
  number: number;
  group: ComponentGroup;
  /** Official name, as a heading on a page. */
  name: string;
  /** Short name for columns and chips. */
  short: string;
  /** Path segment and filter value. */
  slug: string;
  /** How a finding's sentence ends: "… belum mempunyai {ending}". */
  ending: string;
}

const info = (
  number: number,
  key: ComponentKey,
  name: string,
  short: string,
  ending: string,
): ComponentInfo => ({
  key,
  number,
  group: number <= 6 ? "penyampaian" : "pengelolaan",
  name,
  short,
  slug: key.replaceAll("_", "-"),
  ending,
});

/** The only list of components; menus, columns, exports and documentation are made from it. */
export const COMPONENTS: readonly ComponentInfo[] = [
  info(1, "persyaratan", "Persyaratan", "Persyaratan", "persyaratan yang rinci"),
  info(2, "prosedur", "Sistem, mekanisme, dan prosedur", "Prosedur", "prosedur yang berurutan"),
  info(3, "jangka_waktu", "Jangka waktu penyelesaian", "Jangka waktu", "jangka waktu yang terukur"),
  info(4, "biaya", "Biaya/tarif", "Biaya", "biaya yang jelas"),
  info(5, "produk", "Produk pelayanan", "Produk", "produk yang jelas"),
  info(
    6,
    "pengaduan",
    "Penanganan pengaduan, saran, dan masukan",
    "Pengaduan",
    "saluran pengaduan yang lengkap",
  ),
  info(7, "dasar_hukum", "Dasar hukum", "Dasar hukum", "dasar hukum yang lengkap"),
  info(8, "sarana", "Sarana, prasarana, dan/atau fasilitas", "Sarana", "sarana yang terperinci"),
  info(9, "kompetensi", "Kompetensi pelaksana", "Kompetensi", "kompetensi pelaksana yang tepat"),
  info(10, "pengawasan", "Pengawasan internal", "Pengawasan", "pengawasan internal yang terjadwal"),
  info(11, "jumlah_pelaksana", "Jumlah pelaksana", "Jumlah pelaksana", "jumlah pelaksana yang pasti"),
  info(
    12,
    "jaminan_pelayanan",
    "Jaminan pelayanan",
    "Jaminan pelayanan",
    "jaminan pelayanan yang dapat ditagih",
  ),
  info(
    13,
    "jaminan_keamanan",
    "Jaminan keamanan dan keselamatan pelayanan",
    "Jaminan keamanan",
    "jaminan keamanan yang nyata",
  ),
  info(
    14,
    "evaluasi_kinerja",
    "Evaluasi kinerja pelaksana",
    "Evaluasi kinerja",
    "evaluasi kinerja yang terjadwal",
  ),
];

/** Registry entry of a component. */
export const component = (key: ComponentKey): ComponentInfo =>
  COMPONENTS[COMPONENT_KEYS.indexOf(key)] as ComponentInfo;

export const PUBLIC_KEYS: readonly ComponentKey[] = COMPONENT_KEYS.slice(0, 6);
/** The eight of the half on the unit's own affairs. */
export const INNER_KEYS: readonly ComponentKey[] = COMPONENT_KEYS.slice(6);

/** The order with the legal basis first, in which other decrees print them. */
export const LAW_ORDER: readonly ComponentKey[] = [
  "dasar_hukum",
  "persyaratan",
  "prosedur",
  "jangka_waktu",
  "biaya",
  "produk",
  "sarana",
  "kompetensi",
  "pengawasan",
  "pengaduan",
  "jumlah_pelaksana",
  "jaminan_pelayanan",
  "jaminan_keamanan",
  "evaluasi_kinerja",
];
