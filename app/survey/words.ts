import { formatDecimal, formatRange, NO_FIGURE } from "../format/numbers.ts";
import type { Direction } from "./figures/interval.ts";

/** How figures of the survey are written, on pages and in reports alike. */

/** Ends of a 95 % interval on the scale of the index. */
type Ends = readonly [number, number];
/** Points of the index, now less before. */
interface Difference {
  difference: number;
  direction: Direction;
}

export const indexWords = (value: number | null): string =>
  value === null ? NO_FIGURE : formatDecimal(value, 2);

export const gradedWords = (value: number | null, mutu: string | null): string =>
  value === null ? NO_FIGURE : `${formatDecimal(value, 2)} (${mutu ?? NO_FIGURE})`;

export const intervalWords = (interval: Ends | null): string =>
  interval ? formatRange(formatDecimal(interval[0], 1), formatDecimal(interval[1], 1)) : NO_FIGURE;

/** `+0,51`, `−2,14`, `0,00`. */
const signedWords = (difference: number): string =>
  `${difference > 0 ? "+" : ""}${formatDecimal(difference, 2)}`;

/** A change is *naik* or *turun* only when its interval excludes 0. */
export function changeWords(change: Difference | null, against: string): string {
  if (!change) return "";
  const points = formatDecimal(Math.abs(change.difference), 2);
  if (change.direction === "belum pasti")
    return `${signedWords(change.difference)} terhadap ${against}, belum dapat disebut naik atau turun`;
  return `${change.direction} ${points} terhadap ${against}`;
}

/** A change in the cell of a table. */
export function shortChange(change: Difference | null): string {
  if (!change) return "belum ada pembanding";
  if (change.direction === "belum pasti") return `${signedWords(change.difference)} (belum pasti)`;
  return `${change.direction} ${formatDecimal(Math.abs(change.difference), 2)}`;
}

type ProfileGroup = "sex" | "age" | "education" | "occupation";
interface ProfileValue {
  group: ProfileGroup;
  value: string;
  /** Groups of fewer than five people, put together. */
  joined: boolean;
}

export const PROFILE_WORDS: Record<ProfileGroup, string> = {
  sex: "Jenis kelamin",
  age: "Usia",
  education: "Pendidikan",
  occupation: "Pekerjaan",
};

const SEX: Record<string, string> = { L: "laki-laki", P: "perempuan" };

export const profileValue = ({ group, value, joined }: ProfileValue): string =>
  joined
    ? "lainnya, digabung"
    : group === "sex"
      ? (SEX[value] ?? value)
      : group === "age"
        ? ageValue(value)
        : value;

const ageValue = (band: string): string =>
  /^\d/.test(band)
    ? `${band.replace("-", "–")} tahun`
    : band.replace(/^<(\d+)$/, "di bawah $1 tahun").replace(/^>(\d+)$/, "di atas $1 tahun");
