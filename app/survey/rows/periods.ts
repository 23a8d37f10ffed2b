import { clean } from "../text.ts";
import { monthOf } from "./dates.ts";

/**
 * Periods as the contract writes them: `2025-TW2`, `2025-S1`, `2025-06`, `2025`, and cumulative `2025-sd-TW3`. A text may
 * name only a part ("Triwulan II"): the year then comes from elsewhere.
 */
export interface PeriodParts {
  year: number | null;
  part: string | null;
  cumulative: boolean;
}

const ROMAN: Record<string, number> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  satu: 1,
  dua: 2,
  tiga: 3,
  empat: 4,
  pertama: 1,
  kedua: 2,
  ketiga: 3,
  keempat: 4,
};
const ordinal = (text: string): number => ROMAN[text] ?? Number(text);

const YEAR = /\b(20\d{2}|199\d)\b/;
const UP_TO = /\b(?:s\s?[./]?\s?d\.?|sampai dengan|hingga|sampai)\s*(?:dengan\s*)?$/;
const QUARTER =
  /\b(?:tri\s?wulan|tribulan|tw|kuartal|kwartal|quartal|quarter|q)(?:\s*ke)?[\s.\-–:]*(iv|iii|ii|i|[1-4]|pertama|kedua|ketiga|keempat|satu|dua|tiga|empat)\b/;
/** "TW I - III", "Triwulan II dan III": several quarters. */
const QUARTERS =
  /\b(?:tri\s?wulan|tribulan|tw|kuartal|kwartal|q)[\s.:]*(iv|iii|ii|i|[1-4])\s*(?:[-–—&,]|s\s?[./]?\s?d\.?|sampai(?: dengan)?|hingga|dan)\s*(?:(?:tri\s?wulan|tribulan|tw|kuartal|kwartal|q)[\s.:]*)?(iv|iii|ii|i|[1-4])\b(?!\d)/;
/** Parts of a year that the contract has no spelling for. */
const OTHER_PARTS = /\b(?:catur\s?wulan|cawu|minggu|pekan|gelombang|tahap)\b/;
const SEMESTER = /\b(?:semester|smt|sem)(?:\s*ke)?[\s.\-–:]*(ii|i|[12]|pertama|kedua|satu|dua)\b/;
const MONTH_RANGE =
  /\b([a-z]{3,9})(?:\s+(?:20\d{2}))?\s*(?:s\s?[./]?\s?d\.?|sampai dengan|sampai|hingga|[-–—])\s*(?:\d{1,2}\s+)?([a-z]{3,9})\b/;

/** Reads the period that a title, a sheet name or a cell names; null where it names none. */
export const readPeriodParts = (text: string): PeriodParts | null => {
  const low = clean(text).toLowerCase().replaceAll("_", " ");
  if (low.length > 300) return null;
  const own = /^(\d{4})-(tw[1-4]|s[12]|sd-tw[1-4]|0[1-9]|1[0-2])$/.exec(low);
  if (own) return fromOwn(Number(own[1]), own[2] as string);
  const year = Number(YEAR.exec(low)?.[1] ?? 0) || null;
  const several = QUARTERS.exec(low);
  if (several) {
    const [from, to] = [ordinal(several[1] as string), ordinal(several[2] as string)];
    if (from < to) return monthRange(year, from * 3 - 2, to * 3);
  }
  const quarter = QUARTER.exec(low);
  if (quarter) {
    const before = low.slice(0, quarter.index);
    const cumulative = UP_TO.test(before.trimEnd());
    return { year, part: `TW${ordinal(quarter[1] as string)}`, cumulative };
  }
  const bare = /^(iv|iii|ii|i)\s*[/\-. ]\s*(20\d{2})$/.exec(low);
  if (bare) return { year, part: `TW${ordinal(bare[1] as string)}`, cumulative: false };
  const month = /^(0[1-9]|1[0-2])\s*[/\-.]\s*20\d{2}$|^20\d{2}\s*[/\-.]\s*(0[1-9]|1[0-2])$/.exec(low);
  if (month) return { year, part: (month[1] ?? month[2]) as string, cumulative: false };
  const semester = SEMESTER.exec(low);
  if (semester) return { year, part: `S${ordinal(semester[1] as string)}`, cumulative: false };
  const range = MONTH_RANGE.exec(low);
  const [from, to] = [monthOf(range?.[1] ?? ""), monthOf(range?.[2] ?? "")];
  if (from && to) return monthRange(year, from, to);
  for (const word of low.split(/[^a-z]+/)) {
    const month = word.length >= 3 && monthOf(word);
    if (month) return { year, part: String(month).padStart(2, "0"), cumulative: false };
  }
  return year && !OTHER_PARTS.test(low) ? { year, part: null, cumulative: false } : null;
};

const fromOwn = (year: number, part: string): PeriodParts => ({
  year,
  part: part.replace(/^sd-/, "").toUpperCase(),
  cumulative: part.startsWith("sd-"),
});

const monthRange = (year: number | null, from: number, to: number): PeriodParts | null => {
  if (from % 3 === 1 && to === from + 2) return { year, part: `TW${(to / 3) | 0}`, cumulative: false };
  if (from === 1 && to === 6) return { year, part: "S1", cumulative: false };
  if (from === 7 && to === 12) return { year, part: "S2", cumulative: false };
  if (from === 1 && to === 12) return { year, part: null, cumulative: false };
  return from === 1 && to === 9 ? { year, part: "TW3", cumulative: true } : null;
};

/** The contract's spelling; null while the year is unknown. */
export const periodOf = (parts: PeriodParts | null, year: number | null = null): string | null => {
  const known = parts?.year ?? year;
  if (!parts || !known) return null;
  if (!parts.part) return String(known);
  return `${known}-${parts.cumulative ? "sd-" : ""}${parts.part}`;
};

/** A period in the contract's spelling where it can be read, else as given: periods may be free. */
export const normalisePeriod = (text: string): string => {
  const parts = readPeriodParts(text);
  if (parts && !parts.part && !isYear(text)) return clean(text);
  return periodOf(parts) ?? clean(text);
};

/** A year and nothing else: inside other words ("Gelombang 1 2025") a year is no reason to drop the words. */
export const isYear = (text: string): boolean => /^(?:(?:tahun|thn?\.?)\s*)?\d{4}$/i.test(clean(text));
