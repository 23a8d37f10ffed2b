import { MONTHS } from "./dates.ts";

const ROMAN = ["I", "II", "III", "IV"] as const;
const QUARTER_MONTHS = ["Januari–Maret", "April–Juni", "Juli–September", "Oktober–Desember"] as const;
const HALF_MONTHS = ["Januari–Juni", "Juli–Desember"] as const;

export interface PeriodNames {
  /** For headings: `Triwulan II 2025 (April–Juni)`. */
  long: string;
  /** For sentences: `Triwulan II 2025`. */
  name: string;
  /** For tables: `TW II 2025`. */
  short: string;
  /** Two short lines under an axis. */
  axis: readonly [string, string];
}

/** Names of a quarter, half, month or year as the survey spells it; a text of another spelling names itself. */
export function periodNames(period: string): PeriodNames {
  const [, year = "", quarter, half, month, upTo] =
    /^(\d{4})(?:-(?:TW([1-4])|S([12])|(0[1-9]|1[0-2])|sd-TW([1-4])))?$/.exec(period) ?? [];
  const named = (name: string, short: string, months?: string): PeriodNames => ({
    long: months ? `${name} ${year} (${months})` : `${name} ${year}`,
    name: `${name} ${year}`,
    short: `${short} ${year}`,
    axis: [short, year],
  });
  if (quarter) {
    const nth = Number(quarter) - 1;
    return named(`Triwulan ${ROMAN[nth]}`, `TW ${ROMAN[nth]}`, QUARTER_MONTHS[nth]);
  }
  if (half) {
    const nth = Number(half) - 1;
    return named(`Semester ${ROMAN[nth]}`, `Smt ${ROMAN[nth]}`, HALF_MONTHS[nth]);
  }
  if (month) {
    const name = MONTHS[Number(month) - 1] as string;
    return named(name, name.slice(0, 3));
  }
  if (upTo) return named(`s.d. Triwulan ${ROMAN[Number(upTo) - 1]}`, `s.d. TW ${ROMAN[Number(upTo) - 1]}`);
  if (year) return { long: `Tahun ${year}`, name: `Tahun ${year}`, short: year, axis: [year, ""] };
  return { long: period, name: period, short: period, axis: [period, ""] };
}

/** Name of the month `YYYY-MM`: `Juni`. */
export const monthName = (month: string): string => MONTHS[Number(month.slice(5)) - 1] ?? month;
