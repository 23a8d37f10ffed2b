/** Dates and times as Indonesian official prose writes them, in the zone of a regency. Reads no clock. */

export const MONTHS = [
  "Januari",
  "Februari",
  "Maret",
  "April",
  "Mei",
  "Juni",
  "Juli",
  "Agustus",
  "September",
  "Oktober",
  "November",
  "Desember",
] as const;
const SHORT_MONTHS = [
  "Jan",
  "Feb",
  "Mar",
  "Apr",
  "Mei",
  "Jun",
  "Jul",
  "Agu",
  "Sep",
  "Okt",
  "Nov",
  "Des",
] as const;

/** The three zones of Indonesia and their distance from UTC in hours; none has summer time. */
export const ZONES = { WIB: 7, WITA: 8, WIT: 9 } as const;
export type ZoneName = keyof typeof ZONES;

interface CalendarDate {
  year: number;
  month: number;
  day: number;
}

/** Parses `YYYY-MM-DD`; undefined where it is no date of the calendar. */
function parseDate(text: string): CalendarDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const date = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  const lastDay = new Date(Date.UTC(date.year, date.month, 0)).getUTCDate();
  return date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= lastDay ? date : undefined;
}

/** `2025-06-16` gives `16 Juni 2025`; text that is no date is returned as it stands. */
export function formatDate(isoDate: string): string {
  const date = parseDate(isoDate);
  return date ? `${date.day} ${MONTHS[date.month - 1]} ${date.year}` : isoDate;
}

/** `2025-08-16` gives `16 Agu 2025`, for tables. */
export function formatShortDate(isoDate: string): string {
  const date = parseDate(isoDate);
  return date ? `${date.day} ${SHORT_MONTHS[date.month - 1]} ${date.year}` : isoDate;
}

/** Shifts an instant (UTC ISO text) to the wall clock of a zone: its date as `YYYY-MM-DD` and its time as `13.45`. */
function wallClock(instant: string, zone: ZoneName): { date: string; time: string } | undefined {
  const millis = Date.parse(instant);
  if (Number.isNaN(millis)) return undefined;
  const local = new Date(millis + ZONES[zone] * 3_600_000).toISOString();
  return { date: local.slice(0, 10), time: local.slice(11, 16).replace(":", ".") };
}

/** The date on which an instant falls in a zone: `YYYY-MM-DD`. */
export const dateInZone = (instant: string, zone: ZoneName): string =>
  wallClock(instant, zone)?.date ?? instant;

/** `2025-06-16T06:45:00.000Z, WIB` gives `16 Juni 2025 pukul 13.45 WIB`. */
export function formatInstant(instant: string, zone: ZoneName): string {
  const local = wallClock(instant, zone);
  return local ? `${formatDate(local.date)} pukul ${local.time} ${zone}` : instant;
}

/** `16 Juni 2025`: the day alone, in the zone. */
export const formatInstantDate = (instant: string, zone: ZoneName): string =>
  formatDate(dateInZone(instant, zone));
