import { bytesSource, Refusal, readSurvey, type SurveyReading } from "#app/survey/index.ts";
import type { SkmOptions } from "#app/survey/schema.ts";

/** Eight respondents of the worked example: totals 28 25 23 32 27 28 29 24 25, index 83.68. */
export const EIGHT = [
  [4, 3, 3, 4, 3, 4, 4, 3, 3],
  [3, 3, 2, 4, 3, 3, 3, 3, 3],
  [4, 4, 4, 4, 4, 4, 4, 4, 4],
  [3, 3, 3, 4, 3, 3, 4, 2, 3],
  [3, 2, 2, 4, 3, 3, 3, 3, 2],
  [4, 4, 3, 4, 4, 4, 4, 3, 4],
  [3, 3, 3, 4, 3, 3, 3, 3, 3],
  [4, 3, 3, 4, 4, 4, 4, 3, 3],
];

export const WORDS =
  "Persyaratan,Prosedur,Waktu penyelesaian,Biaya/Tarif,Produk,Kompetensi,Perilaku,Sarana,Penanganan pengaduan";

export const csv = (...rows: readonly (string | readonly (string | number)[])[]): string =>
  `${rows.map((row) => (typeof row === "string" ? row : row.join(","))).join("\n")}\n`;

export const read = (text: string | Uint8Array, options: SkmOptions = {}): SurveyReading =>
  readSurvey(
    bytesSource(typeof text === "string" ? new TextEncoder().encode(text) : text),
    "uji.csv",
    options,
  );

/** The code with which a file is refused; undefined where it is read. Anything but a Refusal is a bug. */
export const refusalOf = (run: () => unknown): string | undefined => {
  try {
    run();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};
