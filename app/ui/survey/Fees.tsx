import { formatCount } from "#app/format/numbers.ts";
import type { SurveyView } from "#app/server/survey/views.ts";
import type { Filters } from "../filters.ts";
import { link, paths } from "../links.ts";
import { feeQuestion } from "./words.ts";

/** *Gratis against U4*: a note at one answer, a signal to the pereviu at the working threshold. */
export function Fees({ view, filters }: { view: SurveyView; filters: Filters }) {
  const rows = view.bagian.flatMap(({ services }) =>
    services.flatMap(({ unit, fee }) => (fee && unit.kind === "layanan" ? [{ unit, fee }] : [])),
  );
  if (rows.length === 0) return null;
  const signals = rows.filter(({ fee }) => fee.weight === "signal");
  const notes = rows.filter(({ fee }) => fee.weight === "note");
  const list = (some: typeof rows) => (
    <ul>
      {some.map(({ unit, fee }) => (
        <li key={unit.service.no}>
          {view.unit?.kind !== "layanan" && (
            <>
              <a href={link(paths.skmLayanan(view.regency.slug, unit.service), filters)}>
                {unit.service.name}
              </a>
              :{" "}
            </>
          )}
          {feeQuestion(fee)}
        </li>
      ))}
    </ul>
  );
  return (
    <section aria-labelledby="biaya-dan-jawaban">
      <h2 id="biaya-dan-jawaban">Biaya menurut standar dan menurut responden</h2>
      {signals.length > 0 && (
        <>
          <p>
            Perlu diperiksa pereviu (batas kerja: paling sedikit lima jawaban dan sepersepuluh responden):
          </p>
          {list(signals)}
        </>
      )}
      {notes.length > 0 && (
        <details>
          <summary>Catatan: {formatCount(notes.length)} layanan dengan sedikit jawaban yang berbeda</summary>
          {list(notes)}
        </details>
      )}
    </section>
  );
}
