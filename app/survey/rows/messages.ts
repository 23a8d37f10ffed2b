import type { RejectCode } from "../codes.ts";
import { safeValue } from "../personal.ts";
import type { SkmRejected } from "../schema.ts";
import { clean } from "../text.ts";

/** One rejected row with words that say what, where and what to do. */
export const rejection = (
  row: number,
  code: RejectCode,
  column: string | null = null,
  cell: string | null = null,
): SkmRejected => {
  const value = cell === null ? null : safeValue(clean(cell));
  const where = column ? `Baris ${row}, kolom ${column}` : `Baris ${row}`;
  const text: Record<RejectCode, string> = {
    out_of_scale: `${where}: nilai ${value} di luar skala 1–4. Perbaiki nilainya atau lewati baris ini.`,
    not_a_number: `${where}: "${value}" bukan jawaban yang dikenal. Tulis 1–4 atau pilihan jawaban kuesioner, atau lewati baris ini.`,
    missing: `${where}: tidak ada satu unsur pun yang dijawab. Lengkapi jawabannya atau lewati baris ini.`,
    same_respondent: `${where}: jawaban lain responden ini ditolak. Perbaiki jawaban itu atau lewati respondennya.`,
  };
  return { row, code, column, value, message: text[code] };
};
