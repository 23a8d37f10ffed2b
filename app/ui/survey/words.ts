import { formatCount, formatDecimal, formatRange, NO_FIGURE } from "#app/format/numbers.ts";
import type { FeeSignal } from "#app/server/survey/fees.ts";
import type { Change, IndexView, Interval } from "#app/server/survey/index-view.ts";
import type { ProfileRow, UnitRef } from "#app/server/survey/views.ts";
import { bagianName } from "../words-of.ts";

/** How the survey's figures read on a page. */

export const indexWords = (value: number | null): string =>
  value === null ? NO_FIGURE : formatDecimal(value, 2);

export const gradedWords = (value: number | null, mutu: string | null): string =>
  value === null ? NO_FIGURE : `${formatDecimal(value, 2)} (${mutu ?? NO_FIGURE})`;

export const intervalWords = (interval: Interval | null): string =>
  interval ? formatRange(formatDecimal(interval[0], 1), formatDecimal(interval[1], 1)) : NO_FIGURE;

/** `+0,51`, `−2,14`, `0,00`. */
const signedWords = (difference: number): string =>
  `${difference > 0 ? "+" : ""}${formatDecimal(difference, 2)}`;

/** A change is *naik* or *turun* only when its interval excludes 0. */
export function changeWords(change: Change | null, against: string): string {
  if (!change) return "";
  const points = formatDecimal(Math.abs(change.difference), 2);
  if (change.direction === "belum pasti")
    return `${signedWords(change.difference)} terhadap ${against}, belum dapat disebut naik atau turun`;
  return `${change.direction} ${points} terhadap ${against}`;
}

export function unitName(unit: UnitRef): string {
  if (unit.kind === "setda") return "Seluruh sekretariat daerah";
  return unit.kind === "bagian" ? bagianName(unit.bagian) : unit.service.name;
}

export const LEVEL_WORDS: Record<UnitRef["kind"], string> = {
  layanan: "layanan",
  bagian: "bagian",
  setda: "seluruh sekretariat daerah",
};

export const PROFILE_WORDS: Record<ProfileRow["group"], string> = {
  sex: "Jenis kelamin",
  age: "Usia",
  education: "Pendidikan",
  occupation: "Pekerjaan",
};

const SEX: Record<string, string> = { L: "laki-laki", P: "perempuan" };

export const profileValue = ({ group, value, joined }: ProfileRow): string =>
  joined
    ? "lainnya, digabung"
    : group === "sex"
      ? (SEX[value] ?? value)
      : group === "age" && /^\d/.test(value)
        ? `${value.replace("-", "–")} tahun`
        : value;

/** "n = 29 dari sampel 44": respondents, beside the target where the people served are known. */
export const respondents = ({ n, target }: Pick<IndexView, "n" | "target">): string =>
  target === null ? `${n} responden` : `${n} responden dari sampel ${target}`;

/** Worded as a question: the answers ask, they do not accuse. */
export const feeQuestion = ({ free, against, n }: FeeSignal): string =>
  free
    ? `Standar menjanjikan gratis, tetapi ${formatCount(against)} dari ${formatCount(n)} responden menyatakan membayar. Apakah ada pungutan, atau pertanyaannya disalahpahami?`
    : `Standar menyebut tarif, tetapi ${formatCount(against)} dari ${formatCount(n)} responden menyatakan gratis. Apakah tarifnya masih berlaku?`;

/** A change in the cell of a table. */
export function shortChange(change: Change | null): string {
  if (!change) return "belum ada pembanding";
  if (change.direction === "belum pasti") return `${signedWords(change.difference)} (belum pasti)`;
  return `${change.direction} ${formatDecimal(Math.abs(change.difference), 2)}`;
}

/** What a page of survey figures says first of an invented regency. */
export const surveyBand = ({ sample }: { sample: boolean }): string[] =>
  sample ? ["Data contoh: bukan hasil survei yang sebenarnya."] : [];
