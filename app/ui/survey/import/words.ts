import { formatCount, formatDecimal } from "#app/format/numbers.ts";
import { monthName, periodNames } from "#app/format/periods.ts";
import { joinList, lowerFirst } from "#app/format/words.ts";
import type { ColumnView } from "#app/server/survey/import-steps/columns.server.ts";
import type { ImportView } from "#app/server/survey/import-steps/done.server.ts";
import type { PlaceView } from "#app/server/survey/import-steps/places.server.ts";
import type { PrintedPlace } from "#app/server/survey/places.ts";
import { columnLetters } from "#app/survey/columns/layout.ts";
import type { EditionId } from "#app/survey/editions.ts";
import { edition, U8_U9_ORDERS, unsurName } from "#app/survey/editions.ts";
import type { Explanation, FieldKey, Shape } from "#app/survey/schema.ts";

/** Words of the steps of an import. */

export const STEPS = 5;
export const stepWords = (step: number, what: string): string => `Langkah ${step} dari ${STEPS}: ${what}`;

export const FIELD_NAMES: Record<FieldKey, string> = {
  number: "Nomor urut",
  submission: "Nomor kiriman",
  timestamp: "Tanggal dan jam pengisian",
  date: "Tanggal",
  time: "Jam",
  period: "Periode",
  regency: "Kabupaten atau kota",
  bagian: "Bagian atau unit kerja",
  service: "Layanan",
  sex: "Jenis kelamin",
  age: "Usia",
  education: "Pendidikan",
  occupation: "Pekerjaan",
  saran: "Saran",
  personal: "Data pribadi (tidak disimpan)",
};

export const SHAPE_NAMES: Record<Shape, string> = {
  respondents: "satu baris satu responden",
  long: "satu baris satu jawaban",
  aggregate: "tabel rekapitulasi, tanpa jawaban per responden",
};

/** How sure a column is, and why. */
export function sureWords({
  by,
  confidence,
  holds,
}: Pick<ColumnView, "by" | "confidence" | "holds">): string {
  if (by === "option") return "pilihan Anda";
  if (holds === null) return "tidak dikenali";
  const why = {
    words: "menurut kata pada judul",
    code: "menurut nomor unsur",
    order: "menurut urutan kolom",
    content: "menurut isinya",
  } as const;
  const reason = by === null ? "menurut judul" : why[by];
  return confidence >= 0.8 ? reason : `${reason}, perlu diperiksa`;
}

/** Both orders of U8 and U9, spelled out. */
export const orderWords = (id: EditionId): { value: "kuesioner" | "definisi"; words: string }[] =>
  (["kuesioner", "definisi"] as const).map((value) => {
    const [eighth, ninth] = U8_U9_ORDERS[value];
    const source = value === "kuesioner" ? "urutan contoh kuesioner" : "urutan daftar pengertian unsur";
    return {
      value,
      words: `U8 ${lowerFirst(unsurName(id, eighth))}, lalu U9 ${lowerFirst(unsurName(id, ninth))} (${source} ${edition(id).basis})`,
    };
  });

export const placeWords = ({ bagian, service }: PrintedPlace): string =>
  [service, bagian].filter(Boolean).join(", ") || "Berkas tidak menyebut layanan atau bagian";

export const HOW_WORDS: Record<PlaceView["how"], string> = {
  alias: "sudah dikenal",
  sama: "namanya sama",
  usul: "diusulkan, perlu diperiksa",
  "tidak dikenal": "belum dikenal",
};

export const STATE_WORDS: Record<ImportView["state"], string> = {
  disiapkan: "sedang disiapkan",
  terbit: "terbit",
  dibatalkan: "dibatalkan",
  diganti: "diganti",
};

const EXPLAINED: Record<Explanation, string> = {
  "0.11": "karena bobot 1/9 dipotong menjadi 0,11",
  "0.111": "karena bobot 1/9 dipotong menjadi 0,111",
  "0.071": "karena bobot 1/14 dipotong menjadi 0,071",
  rounded_parts: "karena nilai tiap unsur dibulatkan sebelum dijumlahkan",
  foot_rows: "karena baris jumlah atau rata-rata ikut dihitung sebagai responden",
};

/** The index that the file prints, beside ours; `ours` undefined where it is not at hand. */
export function printedWords(
  printed: NonNullable<ImportView["printed"]>,
  ours: number | null | undefined,
): string {
  const theirs = `Berkas mencetak IKM ${formatDecimal(printed.ikm, 2)}`;
  if (printed.agrees) return `${theirs}, sama dengan hitungan ini.`;
  if (ours === undefined)
    return printed.explained_by
      ? `${theirs}, berbeda dari hitungan ini ${EXPLAINED[printed.explained_by]}.`
      : `${theirs}, berbeda dari hitungan ini; selisihnya belum dapat dijelaskan. Cocokkan dengan lembar pengolahannya.`;
  const own = ours === null ? "tidak ada" : formatDecimal(ours, 2);
  return printed.explained_by
    ? `${theirs}, hitungan ini ${own}: berbeda ${EXPLAINED[printed.explained_by]}.`
    : `${theirs}, hitungan ini ${own}; selisihnya belum dapat dijelaskan. Cocokkan dengan lembar pengolahannya.`;
}

/** Months of an import: `April–Juni 2025`, `Juni 2025`, `November 2024–Januari 2025`. */
export function monthsWords({ from, to }: ImportView["months"]): string {
  const [year, last] = [from.slice(0, 4), to.slice(0, 4)];
  if (from === to) return `${monthName(from)} ${year}`;
  return year === last
    ? `${monthName(from)}–${monthName(to)} ${year}`
    : `${monthName(from)} ${year}–${monthName(to)} ${last}`;
}

/** Regencies with the respondents that stand under their names. */
export const elsewhereWords = (elsewhere: readonly { name: string; n: number | null }[]): string =>
  joinList(elsewhere.map(({ name, n }) => (n === null ? name : `${name} (${formatCount(n)} responden)`)));

/** A column by its header and letters; by its letters where it has none. */
export const columnName = ({ header, index }: Pick<ColumnView, "header" | "index">): string =>
  header === "" ? columnLetters(index) : `“${header}” (${columnLetters(index)})`;

/** A warning of the reading as a page says it: periods by their names, `2025-TW3` as `TW III 2025`, `2025-08` as `Agu 2025`. */
export const warningWords = (message: string): string =>
  message.replace(
    /\b\d{4}-(?:TW[1-4]|S[12]|sd-TW[1-4]|(?:0[1-9]|1[0-2])(?!-\d))\b/g,
    (period) => periodNames(period).short,
  );
