import { quarterOf } from "#app/followup/quarter.ts";
import { periodBefore } from "#app/survey/months.ts";

/** The last quarter that has ended on a day (`YYYY-MM-DD`), as the survey spells it. */
export const lastEndedQuarter = (today: string): string => {
  const running = quarterOf(today);
  return periodBefore(running) ?? running;
};
