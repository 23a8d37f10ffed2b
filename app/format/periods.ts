const ROMAN = ["I", "II", "III", "IV"] as const;
const QUARTER_MONTHS = ["Januari–Maret", "April–Juni", "Juli–September", "Oktober–Desember"] as const;

/** Names of a quarter given as `2025-TW2`: long for headings, short for tables; undefined where it is no quarter. */
export function quarterNames(period: string): { long: string; short: string } | undefined {
  const match = /^(\d{4})-TW([1-4])$/.exec(period);
  if (!match) return undefined;
  const quarter = Number(match[2]) - 1;
  return {
    long: `Triwulan ${ROMAN[quarter]} ${match[1]} (${QUARTER_MONTHS[quarter]})`,
    short: `TW ${ROMAN[quarter]} ${match[1]}`,
  };
}
