import type { AgeBand, Profile } from "../model.ts";
import { clean, isEmptyAnswer, words } from "../text.ts";

/** L or P from "L", "Laki-laki", "pria", "Perempuan", "wanita"; null where blank or unknown. */
export const readSex = (cell: string): Profile["sex"] => {
  const text = words(cell);
  if (/^(?:l|lk|laki|laki laki|pria|cowok|male|m|1 laki laki|bapak)$/.test(text)) return "L";
  return /^(?:p|pr|perempuan|wanita|female|f|w|2 perempuan|ibu)$/.test(text) ? "P" : null;
};

const BOUNDS: readonly (readonly [number, AgeBand])[] = [
  [16, "<17"],
  [25, "17-25"],
  [35, "26-35"],
  [45, "36-45"],
  [55, "46-55"],
  [65, "56-65"],
  [120, ">65"],
];

/** Age band of an age in years; of a printed range ("20 - 29 tahun") the band of its middle. */
export const readAge = (cell: string): AgeBand | null => {
  const text = clean(cell);
  const figures = [...text.matchAll(/\d{1,3}/g)].map(Number).filter((one) => one <= 120);
  if (!figures.length) return null;
  const below = /^(?:<|di ?bawah|kurang)/i.test(text) && !text.startsWith("<=");
  const above = /^(?:>|di ?atas|lebih)/i.test(text);
  const [a = 0, b = a] = figures;
  const age = below ? a - 1 : above ? a + 1 : Math.floor((a + b) / 2);
  return BOUNDS.find(([to]) => age <= to)?.[1] ?? null;
};

const EDUCATION: readonly (readonly [string, RegExp])[] = [
  ["S3", /\bs ?3\b|\bdoktor\b|\bstrata 3\b/],
  ["S2", /\bs ?2\b|\bmagister\b|\bpascasarjana\b|\bstrata 2\b/],
  ["S1", /\bs ?1\b|\bd ?(?:4|iv)\b|\bsarjana\b|\bdiploma (?:4|iv)\b|\bstrata 1\b/],
  ["D1-D3", /\bd ?(?:[123]|i{1,3})\b|\bdiploma\b|\bakademi\b/],
  ["SMA", /\bsma\b|\bsmk\b|\bslta\b|\bsmu\b|\baliyah\b|\bpaket c\b|\bma\b|\bstm\b/],
  ["SMP", /\bsmp\b|\bsltp\b|\bmts\b|\btsanawiyah\b|\bpaket b\b/],
  ["SD", /\bsd\b|\bmi\b|\bsekolah dasar\b|\bpaket a\b|\btidak (?:tamat )?sekolah\b|\bibtidaiyah\b/],
];

const OCCUPATION: readonly (readonly [string, RegExp])[] = [
  ["PNS", /\bpns\b|\basn\b|\bpppk\b|\bp3k\b|\bpegawai negeri\b/],
  ["TNI", /\btni\b|\btentara\b/],
  ["POLRI", /\bpolri\b|\bpolisi\b/],
  ["Wirausaha", /\bwira ?(?:usaha|swasta)\b|\bpengusaha\b|\bpedagang\b|\bdagang\b|\bumkm\b|\busaha\b/],
  ["Swasta", /\bswasta\b|\bkaryawan\b|\bburuh\b|\bbumn\b|\bbumd\b/],
];

const canonical =
  (list: readonly (readonly [string, RegExp])[], other: string) =>
  (cell: string): string | null => {
    const text = words(cell);
    if (isEmptyAnswer(clean(cell)) || text === "") return null;
    return list.find(([, pattern]) => pattern.test(text))?.[0] ?? other;
  };

/** SD, SMP, SMA, D1-D3, S1, S2, S3 or Lainnya (the questionnaire's own list, with diploma); null where blank. */
export const readEducation = canonical(EDUCATION, "Lainnya");
/** PNS, TNI, POLRI, Swasta, Wirausaha or Lainnya (the questionnaire's own list); null where blank. */
export const readOccupation = canonical(OCCUPATION, "Lainnya");
