import { formatCount, formatDecimal } from "#app/format/numbers.ts";
import type { CalculationView } from "#app/server/survey/calculation.server.ts";
import type { UnsurView } from "#app/server/survey/index-view.ts";
import { gradedWords, unitName } from "./words.ts";

/** The steps as the regulation writes them, with the figures in them. */

/** From answers to the value of one unsur. */
export function UnsurSteps({ unsur }: { unsur: UnsurView }) {
  const { counts, n, sum, nrr, nilai, mutu } = unsur;
  if (nrr === null || nilai === null) return <p>Unsur ini tidak dijawab seorang pun pada periode ini.</p>;
  return (
    <ol className="steps">
      <li>
        Jawaban:{" "}
        {counts
          ? counts.map((count, at) => `nilai ${at + 1} sebanyak ${formatCount(count)}`).join(", ")
          : "skala dipetakan ke nilai pecahan, sehingga tidak dihitung per nilai 1–4"}
        .
      </li>
      <li>
        Jumlah nilai:{" "}
        {counts ? `${counts.map((count, at) => `${at + 1} × ${formatCount(count)}`).join(" + ")} = ` : ""}
        {formatDecimal(sum, Number.isInteger(sum) ? 0 : 2)}.
      </li>
      <li>Responden yang menjawab: {formatCount(n)}.</li>
      <li>
        NRR = jumlah nilai : responden = {formatDecimal(sum, Number.isInteger(sum) ? 0 : 2)} :{" "}
        {formatCount(n)} = {formatDecimal(nrr, 4)}.
      </li>
      <li>
        Nilai unsur = NRR × 25 = <strong>{formatDecimal(nilai, 2)}</strong>, mutu {mutu}.
      </li>
    </ol>
  );
}

/** From the NRR of all unsur to the index, with what printed weights would have given. */
export function IndexSteps({ view }: { view: CalculationView }) {
  const { index, weights, basis } = view;
  if (!index) return null;
  const asked = index.unsur.filter(({ nrr }) => nrr !== null);
  return (
    <ol className="steps">
      <li>
        NRR tiap unsur: {asked.map(({ short, nrr }) => `${short} ${formatDecimal(nrr ?? 0, 4)}`).join("; ")}.
      </li>
      <li>
        Bobot tiap unsur: 1 : {asked.length}, dipakai tepat tanpa dibulatkan ({basis}).
      </li>
      {index.ikm === null ? (
        <li>IKM tidak dihitung karena ada unsur yang tidak ditanyakan.</li>
      ) : (
        <li>
          IKM = jumlah (NRR × bobot) × 25 = <strong>{gradedWords(index.ikm, index.mutu)}</strong>, dibulatkan
          satu kali ke dua desimal.
        </li>
      )}
      {index.ikm !== null &&
        weights.map(({ printed, ikm }) => (
          <li key={printed}>
            Dengan bobot tercetak {printed.replace(".", ",")} hasilnya {formatDecimal(ikm, 2)}: bobot yang
            terpotong menurunkan indeks.
          </li>
        ))}
    </ol>
  );
}

/** The other figure above the unit: each unit counts alike, whatever the number of its respondents. */
export function MeanSteps({ mean }: { mean: NonNullable<CalculationView["mean"]> }) {
  return (
    <ol className="steps">
      <li>
        IKM tiap unit:{" "}
        {mean.of
          .map(({ unit, n, ikm }) => `${unitName(unit)} ${formatDecimal(ikm, 2)} (n = ${formatCount(n)})`)
          .join("; ")}
        .
      </li>
      <li>
        Rata-rata unit = jumlah IKM : {formatCount(mean.of.length)} unit ={" "}
        <strong>{gradedWords(mean.ikm, mean.mutu)}</strong>, dihitung dari IKM yang tepat dan dibulatkan satu
        kali.
      </li>
    </ol>
  );
}
