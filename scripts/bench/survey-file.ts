import { closeSync, openSync, writeSync } from "node:fs";
import { SEGARA_BIRU } from "#tests/browser/decree.ts";

/** A survey file as wide as the table of responses, so that `.import` can put it there as it is. */
export const COLUMNS = 14;

const HEADER = {
  wide: "No,Jenis Layanan,Tanggal,Jenis Kelamin,Pendidikan,U1,U2,U3,U4,U5,U6,U7,U8,U9",
  long: "No,Jenis Layanan,Tanggal,Jenis Kelamin,Pendidikan,ID Responden,Unsur,Nilai,Loket,Kanal,Bahasa,Catatan 1,Catatan 2,Catatan 3",
} as const;
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

const UNSUR = [
  "Persyaratan",
  "Prosedur",
  "Waktu pelayanan",
  "Biaya",
  "Produk layanan",
  "Kompetensi pelaksana",
  "Perilaku pelaksana",
  "Sarana dan prasarana",
  "Penanganan pengaduan",
];

/** How a file of survey answers is laid out. */
export type Form = "wide" | "long";

/** Invented answers about the services of the bench's regency, second quarter of 2025, as lines without their end. */
function* answers(form: Form): Generator<string> {
  const random = seeded(20_250_401);
  const services = SEGARA_BIRU.bagian
    .flatMap(({ services: all }) => all.map(({ name }) => name))
    .filter((name) => name.length <= LONGEST_NAME)
    .slice(0, 3);
  const days = Array.from({ length: DAYS }, (_, at) => dayOf(at));
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? "";
  const answer = () => 1 + Math.floor(Math.sqrt(random()) * 4);
  for (let row = 1; ; row++) {
    const person = `${pick(services)},${pick(days)},${random() < 0.5 ? "L" : "P"},${pick(SCHOOLS)}`;
    if (form === "wide") yield `${row},${person},${UNSUR.map(answer).join(",")}`;
    else
      for (const [at, unsur] of UNSUR.entries())
        yield `${(row - 1) * UNSUR.length + at + 1},${person},R${row},${unsur},${answer()},Loket ${at % 4},luring,Indonesia,,,`;
  }
}

/** Writes so many rows of invented answers: a respondent each, or, in the long form, an answer each. */
export function writeSurvey(path: string, rows: number, form: Form = "wide"): void {
  const file = openSync(path, "w");
  let text = `${HEADER[form]}\n`;
  let left = rows;
  for (const line of answers(form)) {
    if (left-- === 0) break;
    text += `${line}\n`;
    if (text.length > PART) {
      writeSync(file, text);
      text = "";
    }
  }
  writeSync(file, text);
  closeSync(file);
}
