/** A decree is to be reviewed after so many years: a working threshold (*batas kerja*), no law that was seen. */
export const REVIEW_YEARS = 3;

export interface DecreeAge {
  /** Whole years and the months beyond them, from signing to today. */
  years: number;
  months: number;
  /** The day on which the threshold is reached, `YYYY-MM-DD`. */
  due: string;
  overdue: boolean;
}

/**
 * Age of a decree on a day; both are ISO dates. Null where the day of signing is not known or lies after today.
 *
 * @param reviewYears threshold in years.
 */
export const decreeAge = (
  signed: string | null,
  today: string,
  reviewYears = REVIEW_YEARS,
): DecreeAge | null => {
  if (signed === null || signed > today) return null;
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = signed.split("-").map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = today.split("-").map(Number);
  const months = (toYear - fromYear) * 12 + (toMonth - fromMonth) - (toDay < fromDay ? 1 : 0);
  // 29 February has no day of its own in most years: the first of March stands for it.
  const leap = signed.endsWith("-02-29") && !isLeap(fromYear + reviewYears);
  const due = `${String(fromYear + reviewYears).padStart(4, "0")}${leap ? "-03-01" : signed.slice(4)}`;
  return { years: Math.floor(months / 12), months: months % 12, due, overdue: due <= today };
};

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
