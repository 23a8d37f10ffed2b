import type { CheckStep } from "#app/server/survey/import-steps/check.server.ts";
import type { RejectedView } from "#app/server/survey/rejected.server.ts";
import type { FieldError } from "../../ErrorSummary.tsx";
import { sent } from "../../form.ts";

export const CHECK_FIELDS = {
  source: "sumber",
  overlap: (batchId: string) => `timpa-${batchId}`,
  cell: (row: number, column: number) => `baris-${row}-kolom-${column}`,
  reason: (row: number) => `baris-${row}-alasan`,
} as const;

/** Does the person have to say what becomes of what is published already? */
export const asksOverlap = ({ overlaps, withoutIdentity, json }: CheckStep): boolean =>
  overlaps.length > 0 && (withoutIdentity > 0 || json.shape === "aggregate");

/** Reads the answer to the overlap and the name of the source. */
export function readCheck(
  form: FormData,
  step: CheckStep,
): { replaces: string[]; source: string | null; errors: FieldError[] } {
  const errors: FieldError[] = [];
  const replaces: string[] = [];
  if (asksOverlap(step)) {
    for (const { batchId, fileName } of step.overlaps) {
      const answer = sent(form, CHECK_FIELDS.overlap(batchId));
      if (answer === "ganti") replaces.push(batchId);
      else if (answer !== "tambah" || step.json.shape === "aggregate")
        errors.push({
          field: `${CHECK_FIELDS.overlap(batchId)}-ganti`,
          message:
            step.json.shape === "aggregate"
              ? `Tabel rekapitulasi untuk tempat dan bulan yang sama sudah ada dalam ${fileName}. Pilih ganti, atau kembali dan jangan hitung tempat itu.`
              : `Pilih ganti atau tambah untuk ${fileName}.`,
        });
    }
  }
  const source = sent(form, CHECK_FIELDS.source).slice(0, 100);
  return { replaces, source: source || null, errors };
}

/** Reads the mended cells of one rejected row; only those that changed. */
export function readMend(
  form: FormData,
  rejected: RejectedView | undefined,
  row: number,
): { cells: { column: number; text: string }[]; reason: string; errors: FieldError[] } {
  const cells = (rejected?.cells ?? []).flatMap(({ column, text }) => {
    const name = CHECK_FIELDS.cell(row, column);
    const typed = form.has(name) ? sent(form, name).slice(0, 200) : text.trim();
    return typed === text.trim() ? [] : [{ column, text: typed }];
  });
  const reason = sent(form, CHECK_FIELDS.reason(row)).slice(0, 300);
  const errors: FieldError[] = [];
  const [first] = rejected?.cells ?? [];
  if (cells.length === 0 && first)
    errors.push({
      field: CHECK_FIELDS.cell(row, first.column),
      message: `Belum ada jawaban pada baris ${row} yang diubah.`,
    });
  if (reason === "")
    errors.push({
      field: CHECK_FIELDS.reason(row),
      message: `Isi alasan perbaikan baris ${row}, misalnya “dicocokkan dengan formulir kertas”.`,
    });
  return { cells, reason, errors };
}
