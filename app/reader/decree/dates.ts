import { distance } from "fastest-levenshtein";

const MONTHS = [
  "januari",
  "februari",
  "maret",
  "april",
  "mei",
  "juni",
  "juli",
  "agustus",
  "september",
  "oktober",
  "november",
  "desember",
];
const VARIANTS: Record<string, number> = {
  pebruari: 2,
  nopember: 11,
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  jun: 6,
  jul: 7,
  agt: 8,
  agu: 8,
  sep: 9,
  sept: 9,
  okt: 10,
  nov: 11,
  des: 12,
};

/** Month (1-12) of a printed word; a wrong letter is forgiven where only one month is that near. */
const monthOf = (word: string): number | null => {
  const lower = word.toLowerCase();
  const exact = MONTHS.indexOf(lower);
  if (exact >= 0) return exact + 1;
  if (VARIANTS[lower] !== undefined) return VARIANTS[lower] as number;
  if (lower.length < 4) return null;
  const close = MONTHS.flatMap((month, index) =>
    month.length >= 4 && distance(month, lower) === 1 ? [index + 1] : [],
  );
  return close.length === 1 ? (close[0] as number) : null;
};

const two = (value: number): string => String(value).padStart(2, "0");

const iso = (year: number, month: number, day: number): string | null => {
  if (year < 1945 || year > 2100 || month < 1 || month > 12 || day < 1) return null;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day <= days ? `${year}-${two(month)}-${two(day)}` : null;
};

/**
 * Date printed in a text ("25 April 2024", "25-04-2024") as `YYYY-MM-DD`; null where there is none, or day, month or year
 * cannot be read for sure.
 */
export const dateIn = (text: string): string | null => {
  const written = /(?<![\d/.-])(\d{1,2})\s*[-–.]?\s*([A-Za-z]{3,10})\s*[-–.,]?\s*(\d{4})(?!\d)/.exec(text);
  if (written) {
    const month = monthOf(written[2] as string);
    return month === null ? null : iso(Number(written[3]), month, Number(written[1]));
  }
  const figures = /(?<![\d/.-])(\d{1,2})\s*[-/.–]\s*(\d{1,2})\s*[-/.–]\s*(\d{4})(?!\d)/.exec(text);
  return figures ? iso(Number(figures[3]), Number(figures[2]), Number(figures[1])) : null;
};
