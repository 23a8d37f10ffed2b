import { formatInstant, type ZoneName } from "#app/format/dates.ts";
import type { Given } from "#app/server/assessment/sheet.server.ts";
import { valueWords } from "./words.ts";

/** Who answered what and when, in words. */
export const givenWords = (given: Given, zone: ZoneName): string => {
  const what = given.kind === "tetap" ? "putusan mesin dipertahankan" : valueWords(given.value);
  const reason = given.reason ? `, alasan: ${given.reason}` : "";
  return `${what}${reason} (${given.by}, ${formatInstant(given.at, zone)})`;
};
