import { formatCount } from "#app/format/numbers.ts";
import type { ImportView } from "#app/server/survey/import-steps/done.server.ts";
import type { FieldError } from "../../ErrorSummary.tsx";
import { Field } from "../../Fields.tsx";
import { paths } from "../../links.ts";

export const undoReason = (batchId: string): string => `alasan-${batchId}`;

interface Props {
  batch: ImportView;
  errors: readonly FieldError[];
  typed: Readonly<Record<string, string>>;
}

/** Takes a whole import back, with the reason. */
export function UndoForm({ batch, errors, typed }: Props) {
  const name = undoReason(batch.id);
  return (
    <details open={errors.some(({ field }) => field === name)}>
      <summary>Batalkan impor ini</summary>
      <form method="post" action={paths.riwayatImpor()} className="wizard-form">
        <p>
          {batch.shape === "aggregate"
            ? "Tabel rekapitulasi ini tidak ditampilkan lagi."
            : `Sebanyak ${formatCount(batch.stored)} responden tidak dihitung lagi.`}{" "}
          Impor yang digantikannya dihitung kembali. Berkas yang sama dapat diimpor lagi kemudian.
        </p>
        <Field id={name} label="Alasan pembatalan" errors={errors}>
          {(attributes) => (
            <input {...attributes} type="text" maxLength={300} defaultValue={typed[name] ?? ""} />
          )}
        </Field>
        <input type="hidden" name="impor" value={batch.id} />
        <div>
          <button type="submit" className="second">
            Batalkan impor ini
          </button>
        </div>
      </form>
    </details>
  );
}
