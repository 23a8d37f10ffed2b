import { clean } from "../text.ts";

/** Order of day and month in a column of dates written with figures. */
export type DayMonthOrder = "dmy" | "mdy";

export interface LocalMoment {
  /** `YYYY-MM-DD` as printed: the zone of the machine or of the stamp moves nothing. */
  date: string;
  /** `HH:MM:SS`; null where no time of day stands there. */
  time: string | null;
}

const MONTHS: Record<string, number> = {};
[
  ["januari", "january", "jan"],
  ["februari", "february", "feb", "pebruari", "peb"],
  ["maret", "march", "mar"],
  ["april", "apr"],
  ["mei", "may"],
  ["juni", "june", "jun"],
  ["juli", "july", "jul"],
  ["agustus", "august", "agu", "agt", "ags", "aug", "agust"],
  ["september", "sep", "sept"],
  ["oktober", "october", "okt", "oct"],
  ["november", "nov", "nop", "nopember"],
  ["desember", "december", "des", "dec"],
].forEach((names, at) => {
  for (const name of names) MONTHS[name] = at + 1;
});

/** Number of a month (1-12) by its Indonesian or English name, long or short; undefined where it is none. */
export const monthOf = (name: string): number | undefined => MONTHS[name.toLowerCase().replace(/\.$/, "")];

const pad = (value: number): string => String(value).padStart(2, "0");

const iso = (year: number, month: number, day: number): string | null => {
  const full = year < 100 ? (year < 80 ? 2000 : 1900) + year : year;
  if (full < 1990 || full > 2100 || month < 1 || month > 12 || day < 1) return null;
  return day <= new Date(Date.UTC(full, month, 0)).getUTCDate() ? `${full}-${pad(month)}-${pad(day)}` : null;
};

const TIME =
  /(?:^|[\sT,])(?:pukul |jam )?([01]?\d|2[0-4])[:.]([0-5]\d)(?:[:.]([0-5]\d)(?:[.,]\d+)?)?\s*([ap])?\.?m?\b/i;

/** Time of day in a text as `HH:MM:SS`, 12-hour clocks included; null where there is none. */
export const readTime = (text: string): string | null => {
  const match = TIME.exec(clean(text));
  if (!match) return null;
  let hour = Number(match[1]);
  const half = match[4]?.toLowerCase();
  if (half === "p" && hour < 12) hour += 12;
  if (half === "a" && hour === 12) hour = 0;
  return `${pad(hour % 24)}:${match[2]}:${match[3] ?? "00"}`;
};

const YMD = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/;
const FIGURES = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{2})(?!\d)/;
const NAMED = /^(\d{1,2})(?:st|nd|rd|th)?[\s\-/.]+([a-z]+)\.?[\s\-/.,]+(\d{4}|\d{2})(?!\d)/i;
const NAMED_FIRST = /^([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/i;
const WEEKDAY =
  /^(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad|mon|tue|wed|thu|fri|sat|sun)[a-z]*[\s,./]+/i;

/** First and second figure of a date such as 4/7/2025: what decides the order of a column. Null for other forms. */
export const dayMonthPair = (cell: string): readonly [number, number, number] | null => {
  const match = FIGURES.exec(clean(cell).replace(WEEKDAY, ""));
  return match ? [Number(match[1]), Number(match[2]), Number(match[3])] : null;
};

/** Reads a date, with its time of day where it has one; null where it is no date between 1990 and 2100. */
export const readMoment = (cell: string, order: DayMonthOrder): LocalMoment | null => {
  const text = clean(cell).replace(WEEKDAY, "");
  if (text.length < 5 || text.length > 60) return null;
  const found = datePart(text, order);
  if (!found) return null;
  return { date: found.date, time: readTime(` ${text.slice(found.length)}`) };
};

const datePart = (text: string, order: DayMonthOrder): { date: string; length: number } | null => {
  const whole = (date: string | null, length: number) => (date ? { date, length } : null);
  let match = YMD.exec(text);
  if (match) return whole(iso(Number(match[1]), Number(match[2]), Number(match[3])), match[0].length);
  match = FIGURES.exec(text);
  if (match) {
    const [a, b, year] = [Number(match[1]), Number(match[2]), Number(match[3])];
    const [day, month] = order === "dmy" ? [a, b] : [b, a];
    return whole(iso(year, month, day), match[0].length);
  }
  match = NAMED.exec(text);
  const month = match && monthOf(match[2] as string);
  if (match && month) return whole(iso(Number(match[3]), month, Number(match[1])), match[0].length);
  match = NAMED_FIRST.exec(text);
  const first = match && monthOf(match[1] as string);
  if (match && first) return whole(iso(Number(match[3]), first, Number(match[2])), match[0].length);
  return serial(text);
};

/** A date serial of the 1900 system left as a number (32874 is 1 January 1990). */
const serial = (text: string): { date: string; length: number } | null => {
  const match = /^(\d{5})(?:[.,](\d{1,15}))?$/.exec(text);
  const days = match ? Number(match[1]) : 0;
  if (!match || days < 32_874 || days > 73_050) return null;
  return {
    date: new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10),
    length: match[0].length,
  };
};

/** The quarter of a date: `2025-05-31` → `2025-TW2`. */
export const quarterOf = (date: string): string =>
  `${date.slice(0, 4)}-TW${Math.ceil(Number(date.slice(5, 7)) / 3)}`;

/**
 * Evidence for the order of day and month in one column, gathered row by row. A figure above 12 decides; else the order in
 * which the dates run forward (forms are exported in the order they came in); else Indonesian custom, day first.
 */
export class DateOrder {
  #dayFirst = 0;
  #monthFirst = 0;
  #undecided = 0;
  #backDmy = 0;
  #backMdy = 0;
  #lastDmy = "";
  #lastMdy = "";
  #quarterDiffers = false;

  see(cell: string): void {
    const pair = dayMonthPair(cell);
    if (!pair) return;
    const [a, b, year] = pair;
    if (a > 12 && b <= 12) this.#dayFirst++;
    else if (b > 12 && a <= 12) this.#monthFirst++;
    else if (a !== b) this.#undecided++;
    const dmy = iso(year, b, a);
    const mdy = iso(year, a, b);
    if (dmy && this.#lastDmy > dmy) this.#backDmy++;
    if (mdy && this.#lastMdy > mdy) this.#backMdy++;
    if (dmy) this.#lastDmy = dmy;
    if (mdy) this.#lastMdy = mdy;
    if (dmy && mdy && quarterOf(dmy) !== quarterOf(mdy)) this.#quarterDiffers = true;
  }

  get order(): DayMonthOrder {
    if (this.#dayFirst || this.#monthFirst) return this.#monthFirst > this.#dayFirst ? "mdy" : "dmy";
    return this.#undecided >= 3 && this.#backMdy === 0 && this.#backDmy > 0 ? "mdy" : "dmy";
  }

  /** Nothing in the column decides, and the quarter hangs on it. */
  get uncertain(): boolean {
    return !this.#dayFirst && !this.#monthFirst && this.#undecided > 0 && this.#quarterDiffers;
  }
}
