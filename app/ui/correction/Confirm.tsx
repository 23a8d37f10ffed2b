import type { CorrectionEffect } from "#app/server/correction/correct.server.ts";
import type { FieldError } from "../ErrorSummary.tsx";
import { Effect } from "./Effect.tsx";
import type { Typed } from "./fields.ts";
import { CONFLICT_WORDS } from "./words.ts";

interface Props {
  effect: CorrectionEffect;
  /** What was asked, sent again with the reason. */
  typed: Typed;
  action: string;
  /** The page without the preview. */
  back: string;
  errors: readonly FieldError[];
}

/** What would change, and the form that makes it so: nothing counts before its reason is given. */
export function Confirm({ effect, typed, action, back, errors }: Props) {
  const wrong = errors.find(({ field }) => field === "alasan");
  return (
    <section aria-labelledby="pratinjau">
      <h2 id="pratinjau" tabIndex={-1}>
        Yang akan berubah
      </h2>
      {effect.conflict !== null ? (
        <p>
          Koreksi ini tidak dapat diterapkan. {CONFLICT_WORDS[effect.conflict]}{" "}
          <a href={back}>Kembali memilih</a>
        </p>
      ) : (
        <>
          <Effect effect={effect} />
          <form method="post" action={action} className="no-print">
            {typed.map(([name, value], at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: hidden fields never move.
              <input key={`${name}-${at}`} type="hidden" name={name} value={value} />
            ))}
            <input type="hidden" name="langkah" value="simpan" />
            <div className="field">
              <label htmlFor="alasan">Alasan koreksi</label>
              <p className="hint" id="alasan-petunjuk">
                Misalnya: pada naskah asli halaman 12, kalimat ini milik komponen Biaya.
              </p>
              {wrong && (
                <p className="wrong" id="alasan-salah">
                  {wrong.message}
                </p>
              )}
              <input
                id="alasan"
                name="alasan"
                type="text"
                required
                maxLength={500}
                aria-describedby={wrong ? "alasan-salah alasan-petunjuk" : "alasan-petunjuk"}
                aria-invalid={wrong ? true : undefined}
              />
            </div>
            <p>
              <button type="submit">Simpan koreksi</button> <a href={back}>Kembali memilih</a>
            </p>
          </form>
        </>
      )}
    </section>
  );
}
