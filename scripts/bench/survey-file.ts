import { closeSync, openSync, writeSync } from "node:fs";
import { SEGARA_BIRU } from "#tests/browser/decree.ts";

/** A survey file as wide as the table of responses, so that `.import` can put it there as it is. */
export const COLUMNS = 14;

const HEADER = "No,Jenis Layanan,Tanggal,Jenis Kelamin,Pendidikan,U1,U2,U3,U4,U5,U6,U7,U8,U9";
const SCHOOLS = ["SD", "SMP", "SMA", "S1", "S2"];
const LONGEST_NAME = 40;
const DAYS = 90;
const PART = 1 << 20;

/** Numbers in [0, 1), the same for the same seed. */
const seeded = (seed: number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
};

const dayOf = (at: number): string => new Date(Date.UTC(2025, 3, 1 + at)).toISOString().slice(0, 10);

/** Writes invented answers about the services of the bench's regency: one row a respondent, second quarter of 2025. */
export function writeSurvey(path: string, rows: number): void {
  const random = seeded(20_250_401);
  const services = SEGARA_BIRU.bagian
    .flatMap(({ services: all }) => all.map(({ name }) => name))
    .filter((name) => name.length <= LONGEST_NAME)
    .slice(0, 3);
  const days = Array.from({ length: DAYS }, (_, at) => dayOf(at));
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? "";
  const file = openSync(path, "w");
  let text = `${HEADER}\n`;
  for (let row = 1; row <= rows; row++) {
    text += `${row},${pick(services)},${pick(days)},${random() < 0.5 ? "L" : "P"},${pick(SCHOOLS)}`;
    for (let unsur = 0; unsur < 9; unsur++) text += `,${1 + Math.floor(Math.sqrt(random()) * 4)}`;
    text += "\n";
    if (text.length > PART) {
      writeSync(file, text);
      text = "";
    }
  }
  writeSync(file, text);
  closeSync(file);
}
