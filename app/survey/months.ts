/**
 * Periods as the contract spells them (`2025-TW2`, `2025-S1`, `2025-06`, `2025`, `2025-sd-TW3`) and the months they
 * hold, `YYYY-MM`. Pure.
 */
export interface Months {
  from: string;
  to: string;
}

const PERIOD = /^(\d{4})(?:-(?:TW([1-4])|S([12])|(0[1-9]|1[0-2])|sd-TW([1-4])))?$/;

const month = (year: string | number, number: number): string => `${year}-${String(number).padStart(2, "0")}`;

/** The months of a period; null where the text is none of these spellings. */
export function monthsOf(period: string): Months | null {
  const match = PERIOD.exec(period);
  if (!match) return null;
  const [, year = "", quarter, half, single, upTo] = match;
  if (quarter) return { from: month(year, Number(quarter) * 3 - 2), to: month(year, Number(quarter) * 3) };
  if (half) return { from: month(year, Number(half) * 6 - 5), to: month(year, Number(half) * 6) };
  if (single) return { from: `${year}-${single}`, to: `${year}-${single}` };
  return { from: month(year, 1), to: month(year, upTo ? Number(upTo) * 3 : 12) };
}

const numbersOf = ({ from, to }: Months) => ({
  year: Number(from.slice(0, 4)),
  first: Number(from.slice(5)),
  last: Number(to.slice(5)),
  sameYear: from.slice(0, 4) === to.slice(0, 4),
});

/** The shortest quarter, half or whole year that holds these months; null where they reach over a year's end. */
export function periodHolding(months: Months): string | null {
  const { year, first, last, sameYear } = numbersOf(months);
  if (!sameYear) return null;
  const quarter = Math.ceil(first / 3);
  if (Math.ceil(last / 3) === quarter) return `${year}-TW${quarter}`;
  const half = first <= 6 ? 1 : 2;
  if ((last <= 6 ? 1 : 2) === half) return `${year}-S${half}`;
  return `${year}`;
}

/** Do all months of the first lie inside the second? */
export const within = (months: Months, whole: Months): boolean =>
  months.from >= whole.from && months.to <= whole.to;

/** The period of the same kind before it; null for periods that begin with the year and end inside it. */
export function periodBefore(period: string): string | null {
  const match = PERIOD.exec(period);
  if (!match) return null;
  const [, text = "", quarter, half, single, upTo] = match;
  const year = Number(text);
  if (upTo) return null;
  if (quarter) return quarter === "1" ? `${year - 1}-TW4` : `${year}-TW${Number(quarter) - 1}`;
  if (half) return half === "1" ? `${year - 1}-S2` : `${year}-S1`;
  if (single) return single === "01" ? `${year - 1}-12` : month(year, Number(single) - 1);
  return `${year - 1}`;
}

/** The same period one year earlier. */
export function yearBefore(period: string): string | null {
  const match = PERIOD.exec(period);
  return match ? `${Number(match[1]) - 1}${period.slice(4)}` : null;
}

/**
 * Periods that the surveyed months allow, newest first: for each span the shortest quarter, half or year that holds it.
 */
export function periodsOf(spans: readonly Months[]): string[] {
  const found = new Map<string, Months>();
  for (const span of spans) {
    const period = periodHolding(span);
    const months = period && monthsOf(period);
    if (months) found.set(period, months);
  }
  return [...found]
    .sort(
      ([a, one], [b, other]) =>
        other.to.localeCompare(one.to) || other.from.localeCompare(one.from) || a.localeCompare(b),
    )
    .map(([period]) => period);
}

/** Periods of the same kind from the first to the last of these, oldest first: a missing one is there too. */
export function everyPeriod(periods: readonly string[], last: string, most: number): string[] {
  const wanted: string[] = [];
  const oldest = periods.reduce<string | null>((least, period) => {
    const from = monthsOf(period)?.from ?? null;
    return from !== null && (least === null || from < least) ? from : least;
  }, null);
  for (
    let period: string | null = last;
    period !== null && wanted.length < most;
    period = periodBefore(period)
  ) {
    const months = monthsOf(period);
    if (!months || oldest === null || months.from < oldest) break;
    wanted.unshift(period);
  }
  return wanted;
}
