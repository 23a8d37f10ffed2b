import { formatCount, formatDecimal } from "#app/format/numbers.ts";
import type { SurveyView } from "#app/server/survey/views.ts";
import { gradedWords, unitName } from "./words.ts";

/** Tables that came without single answers, each by itself. */
export function Aggregates({ view }: { view: SurveyView }) {
  if (view.aggregates.length === 0) return null;
  return (
    <section aria-labelledby="tabel-jadi">
      <h2 id="tabel-jadi">Tabel hasil yang sudah jadi</h2>
      <p>Berasal dari berkas tanpa jawaban tiap responden; tidak digabung dengan angka di atas.</p>
      <ul>
        {view.aggregates.map((one) => (
          <li key={`${one.fileName}:${one.unit ? unitName(one.unit) : ""}`}>
            {one.unit ? unitName(one.unit) : "Unit tidak dikenal"}: IKM {gradedWords(one.ikm, one.mutu)}
            {one.n === null ? "" : `, n = ${formatCount(one.n)}`} ({one.fileName}). Unsur:{" "}
            {one.unsur
              .map(({ name, nilai, mutu }) => `${name} ${formatDecimal(nilai, 2)} ${mutu}`)
              .join("; ")}
            .
          </li>
        ))}
      </ul>
    </section>
  );
}
