import { formatInstant, type ZoneName } from "#app/format/dates.ts";
import { capitalise } from "#app/format/words.ts";
import type { CorrectionView } from "#app/server/correction/correct.server.ts";
import type { Filters } from "../filters.ts";
import { linkToLines } from "../links.ts";
import { CONFLICT_WORDS, OPERATION_WORDS, operationSentence, STATE_WORDS } from "./words.ts";

interface Props {
  correction: CorrectionView;
  text: { slug: string; version: number };
  zone: ZoneName;
  filters: Filters;
  /** Where its undoing is sent; null for who only reads. */
  action: string | null;
}

const firstLines = ({ operation }: CorrectionView): readonly [number, number] | null => {
  const anchor =
    operation.op === "pindah" ? operation.spans[0] : "at" in operation ? operation.at : undefined;
  return anchor ? [anchor.line, anchor.line + anchor.count - 1] : null;
};

/** One correction: what it says, who made it, when and why, how it stands, and the way to undo it. */
export function CorrectionItem({ correction, text, zone, filters, action }: Props) {
  const { seq, operation, at, by, reason, state, conflict, undone } = correction;
  const lines = firstLines(correction);
  return (
    <section className="component" aria-labelledby={`koreksi-${seq}`}>
      <h3 id={`koreksi-${seq}`} tabIndex={-1}>
        Koreksi {seq}: {OPERATION_WORDS[operation.op].toLowerCase()}
      </h3>
      <p>{capitalise(operationSentence(operation))}.</p>
      <p>
        Keadaan: <strong>{STATE_WORDS[state]}</strong>.{conflict !== null && ` ${CONFLICT_WORDS[conflict]}`}
      </p>
      <p className="note">
        Oleh {by}, {formatInstant(at, zone)}. Alasan: {reason}
        {undone &&
          `. Dibatalkan oleh ${undone.by}, ${formatInstant(undone.at, zone)}${undone.reason === null ? "" : `. Alasan: ${undone.reason}`}`}
        {lines && (
          <>
            {" · "}
            <a href={linkToLines(text.slug, text.version, lines, filters)}>
              Lihat di naskah, baris {lines[0]}
            </a>
          </>
        )}
      </p>
      {action !== null && undone === null && (
        <form method="post" action={action} className="no-print">
          <input type="hidden" name="langkah" value="batal" />
          <input type="hidden" name="koreksi" value={seq} />
          <div className="field">
            <label htmlFor={`alasan-${seq}`}>Alasan pembatalan</label>
            <input id={`alasan-${seq}`} name="alasan" type="text" required maxLength={500} />
          </div>
          <p>
            <button type="submit" className="second">
              Batalkan koreksi
            </button>
          </p>
        </form>
      )}
    </section>
  );
}
