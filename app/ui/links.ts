import type { Format } from "#app/reports/formats.ts";
import {
  FILTER_KEYS,
  type Filters,
  type IgnoredValue,
  MANY_KEYS,
  type ManyKey,
  NO_FILTERS,
} from "./filters.ts";

/** Every address of the program, as a path without query. */
export const paths = {
  dasbor: () => "/",
  /** The second and the third table of the dashboard, as files. */
  semuaKomponen: () => "/komponen",
  rumpun: () => "/rumpun",
  metode: () => "/metode",
  /** Verdicts of people beside those of the machine. */
  penilaiDanMesin: () => "/metode/penilai-dan-mesin",
  komponenPenilaiDanMesin: () => "/metode/penilai-dan-mesin/komponen",
  putusanDiubah: () => "/metode/penilai-dan-mesin/putusan",
  jejak: () => "/jejak",
  /** Tables of the metode page, as files. */
  kriteria: () => "/metode/kriteria",
  peranBaris: () => "/metode/peran",
  komponenStandar: () => "/metode/komponen",
  komponen: (komponen: string) => `/komponen/${segment(komponen)}`,
  /** The second table of the jangka waktu page, as a file. */
  satuan: () => "/komponen/jangka-waktu/satuan",
  temuan: () => "/temuan",
  /** The table of the findings' kinds, as a file. */
  jenisTemuan: () => "/temuan/jenis",
  regulasi: () => "/regulasi",
  unggah: () => "/unggah",
  pratinjau: (id: string) => `/unggah/${segment(id)}/pratinjau`,
  tersimpan: (id: string) => `/unggah/${segment(id)}/selesai`,
  pekerjaan: (id: string) => `/pekerjaan/${segment(id)}`,
  kabupaten: (kab: string) => `/kabupaten/${segment(kab)}`,
  /** The second and the third table of a regency's page, as files. */
  komponenKabupaten: (kab: string) => `/kabupaten/${segment(kab)}/komponen`,
  keputusanKabupaten: (kab: string) => `/kabupaten/${segment(kab)}/keputusan`,
  bagian: (kab: string, bagian: string) => `/kabupaten/${segment(kab)}/bagian/${segment(bagian)}`,
  perbaikan: (kab: string, bagian: string) =>
    `/kabupaten/${segment(kab)}/bagian/${segment(bagian)}/perbaikan`,
  /** Boards for the counter, as a file only. */
  papanLayanan: (kab: string, { no, slug }: { no: number; slug: string }) =>
    `/kabupaten/${segment(kab)}/layanan/${no}-${segment(slug)}/papan`,
  papanBagian: (kab: string, bagian: string) => `/kabupaten/${segment(kab)}/bagian/${segment(bagian)}/papan`,
  pekppp: (kab: string) => `/kabupaten/${segment(kab)}/pekppp`,
  /** The second table of the PEKPPP page, as a file. */
  pekpppBagian: (kab: string) => `/kabupaten/${segment(kab)}/pekppp/bagian`,
  sippn: (kab: string) => `/kabupaten/${segment(kab)}/sippn`,
  peta: (kab: string) => `/kabupaten/${segment(kab)}/peta`,
  /** The leading number decides; the name is for people. */
  layanan: (kab: string, { no, slug }: { no: number; slug: string }) =>
    `/kabupaten/${segment(kab)}/layanan/${no}-${segment(slug)}`,
  /** The register: bagian and services as people settle them. */
  register: (kab: string) => `/kabupaten/${segment(kab)}/register`,
  /** The table of its bagian, as a file. */
  registerDaftarBagian: (kab: string) => `/kabupaten/${segment(kab)}/register/bagian`,
  registerLayanan: (kab: string, no: number) => `/kabupaten/${segment(kab)}/register/layanan/${no}`,
  registerBagian: (kab: string, bagian: string) =>
    `/kabupaten/${segment(kab)}/register/bagian/${segment(bagian)}`,
  ombudsman: (kab: string) => `/kabupaten/${segment(kab)}/ombudsman`,
  instrumen: () => "/instrumen",
  edisi: (edisi: string) => `/instrumen/${segment(edisi)}`,
  skm: (kab: string) => `/kabupaten/${segment(kab)}/skm`,
  skmLayanan: (kab: string, { no, slug }: { no: number; slug: string }) =>
    `/kabupaten/${segment(kab)}/skm/layanan/${no}-${segment(slug)}`,
  hitungan: (kab: string) => `/kabupaten/${segment(kab)}/skm/hitungan`,
  janji: (kab: string) => `/kabupaten/${segment(kab)}/janji`,
  tindakLanjut: (kab: string) => `/kabupaten/${segment(kab)}/tindak-lanjut`,
  /** The form of a new plan; its cause stands in the query. */
  rencanaBaru: (kab: string) => `/kabupaten/${segment(kab)}/tindak-lanjut/baru`,
  rencana: (kab: string, no: number) => `/kabupaten/${segment(kab)}/tindak-lanjut/${no}`,
  buktiRencana: (kab: string, no: number, seq: number) =>
    `/kabupaten/${segment(kab)}/tindak-lanjut/${no}/bukti/${seq}`,
  penugasan: (kab: string) => `/kabupaten/${segment(kab)}/penugasan`,
  /** The form that sends findings to their bagian; which, stands in the query. */
  penugasanBaru: (kab: string) => `/kabupaten/${segment(kab)}/penugasan/baru`,
  notaDinas: (kab: string) => `/kabupaten/${segment(kab)}/penugasan/nota`,
  satuPenugasan: (id: string) => `/penugasan/${segment(id)}`,
  berkasPenugasan: (id: string, seq: number) => `/penugasan/${segment(id)}/berkas/${seq}`,
  ringkasan: (kab: string) => `/kabupaten/${segment(kab)}/ringkasan`,
  ringkasanDaerah: () => "/ringkasan",
  laporan: (kab: string) => `/kabupaten/${segment(kab)}/laporan`,
  satuLaporan: (kab: string, id: string) => `/kabupaten/${segment(kab)}/laporan/${segment(id)}`,
  imporSkm: () => "/skm/impor",
  /** A step of one import. */
  langkahImpor: (id: string, langkah: "kolom" | "layanan" | "periksa" | "selesai") =>
    `/skm/impor/${segment(id)}/${langkah}`,
  riwayatImpor: () => "/skm/impor/riwayat",
  antrean: () => "/antrean",
  penilaian: (id: string) => `/penilaian/${segment(id)}`,
  /** Where a script sends one answer. */
  simpanButir: (id: string) => `/penilaian/${segment(id)}/butir`,
  tambahBukti: () => "/penilaian/bukti",
  bukti: (id: string, bukti: string) => `/penilaian/${segment(id)}/bukti/${segment(bukti)}`,
  ujiPetik: (id: string) => `/uji-petik/${segment(id)}`,
  masuk: () => "/masuk",
  keluar: () => "/keluar",
  akun: () => "/akun",
  sandiBaru: (token: string) => `/akun/sandi-baru/${segment(token)}`,
  pengguna: () => "/pengguna",
  satuPengguna: (id: string) => `/pengguna/${segment(id)}`,
  pengaturan: () => "/pengaturan",
  naskah: () => "/naskah",
  teks: (sk: string, versi: number) => `/naskah/${segment(sk)}/${versi}`,
  /** Where the reading of a text is corrected line by line, and where its corrections are listed. */
  perbaiki: (sk: string, versi: number) => `/naskah/${segment(sk)}/${versi}/perbaiki`,
  koreksi: (sk: string, versi: number) => `/naskah/${segment(sk)}/${versi}/koreksi`,
  /** `sk` is the later text. */
  banding: (sk: string, lain: string) => `/naskah/${segment(sk)}/banding/${segment(lain)}`,
  daftar: (sk: string) => `/naskah/${segment(sk)}/daftar`,
} as const;

const segment = (text: string): string => encodeURIComponent(text);

/** A page as a file: its path with the ending of the format. */
export const filePath = (path: string, format: Format): string => `${path}.${format}`;

export interface LinkOptions {
  /** Filters to set; an empty list or the default takes a filter out. */
  change?: Partial<Filters>;
  /** What only the target page understands (`baris`, `cari`, `markup`), after the filters. */
  extra?: Readonly<Record<string, string | number | undefined>>;
  /** Place on the page, without `#`. */
  hash?: string;
}

/**
 * The only maker of links. Keeps every filter, in fixed order with defaults left out, several values joined by commas;
 * `hal` stays only when the link itself sets it, because a page number means nothing once anything else changes.
 */
export function link(
  path: string,
  filters: Filters,
  { change = {}, extra = {}, hash }: LinkOptions = {},
): string {
  const merged: Filters = { ...filters, hal: NO_FILTERS.hal, ...change };
  const parts: string[] = [];
  for (const key of FILTER_KEYS) {
    const value = merged[key];
    if (Array.isArray(value)) {
      if (value.length > 0) parts.push(`${key}=${value.map(encodeURIComponent).join(",")}`);
    } else if (value !== NO_FILTERS[key]) {
      parts.push(`${key}=${encodeURIComponent(String(value))}`);
    }
  }
  for (const [key, value] of Object.entries(extra)) {
    if (value !== undefined && value !== "") parts.push(`${key}=${encodeURIComponent(String(value))}`);
  }
  return (
    path + (parts.length > 0 ? `?${parts.join("&")}` : "") + (hash ? `#${encodeURIComponent(hash)}` : "")
  );
}

/** The link that takes one value of a filter away. */
export const linkWithout = (
  path: string,
  filters: Filters,
  key: ManyKey,
  value: string,
  extra: LinkOptions["extra"] = {},
): string => link(path, filters, { change: { [key]: filters[key].filter((one) => one !== value) }, extra });

/** The link that takes every narrowing filter away and keeps order and grouping. */
export function linkWithoutAny(path: string, filters: Filters, extra: LinkOptions["extra"] = {}): string {
  const none = Object.fromEntries(MANY_KEYS.map((key) => [key, []])) as Partial<Filters>;
  return link(path, filters, { change: none, extra });
}

/** Does any filter narrow what is shown? */
export const isNarrowed = (filters: Filters): boolean => MANY_KEYS.some((key) => filters[key].length > 0);

/** The sentence that says what in the address was ignored. */
export const ignoredSentence = ({ key, value }: IgnoredValue): string =>
  `Saringan “${key}=${value}” tidak dikenal dan diabaikan.`;

/** The link from a component to its lines: the quote is marked, and the page of the naskah that holds it is opened. */
export function linkToLines(
  sk: string,
  versi: number,
  lines: readonly [number, number],
  filters: Filters,
): string {
  const baris = lines[0] === lines[1] ? String(lines[0]) : `${lines[0]}-${lines[1]}`;
  return link(paths.teks(sk, versi), filters, { extra: { baris }, hash: `b${lines[0]}` });
}

/** Reads `baris=102-104` (or `102`); undefined where it names no lines. */
export function parseLines(text: string | null): [number, number] | undefined {
  const match = /^(\d{1,7})(?:-(\d{1,7}))?$/.exec(text ?? "");
  if (!match) return undefined;
  const from = Number(match[1]);
  const to = Number(match[2] ?? match[1]);
  return from >= 1 && to >= from ? [from, to] : undefined;
}
