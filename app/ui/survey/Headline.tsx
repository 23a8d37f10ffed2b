import { formatCount } from "#app/format/numbers.ts";
import { periodNames } from "#app/format/periods.ts";
import type { SurveyView } from "#app/server/survey/views.ts";
import { surveyNotes } from "./sentences.ts";
import { changeWords, gradedWords, intervalWords, respondents } from "./words.ts";

/**
 * IKM, mutu, interval, n of target, change; above the unit both figures, the official one first.
 *
 * @param opens address of the calculation of both
 */
export function Headline({ view, opens }: { view: SurveyView; opens: string }) {
  const { index, meanOfUnits, official, comparedWith, sameLastYear, yearIndex } = view;
  if (!index) return null;
  const pooledLine = (
    <li key="gabungan">
      {meanOfUnits ? "IKM gabungan responden" : "IKM"}:{" "}
      <a href={opens}>
        <strong>{gradedWords(index.ikm, index.mutu)}</strong>
      </a>
      {index.kinerja ? `, ${index.kinerja.toLowerCase()}` : ""}; selang 95% {intervalWords(index.interval)};{" "}
      {respondents(index)}.
    </li>
  );
  const meanLine = meanOfUnits && (
    <li key="rata">
      IKM rata-rata unit:{" "}
      <a href={`${opens}#rata-rata-unit`}>
        <strong>{gradedWords(meanOfUnits.ikm, meanOfUnits.mutu)}</strong>
      </a>{" "}
      dari {formatCount(meanOfUnits.units)} unit.
    </li>
  );
  const changes = [
    comparedWith && changeWords(index.change, periodNames(comparedWith).name),
    sameLastYear && changeWords(yearIndex?.change ?? null, periodNames(sameLastYear).name),
  ].filter(Boolean);
  return (
    <>
      <ul className="statements plain">
        {official === "rata_unit" ? [meanLine, pooledLine] : [pooledLine, meanLine]}
        {changes.length > 0 && <li>Perubahan: {changes.join("; ")}.</li>}
        {view.whole && view.bagian.length > 0 && (
          <li>
            Di antaranya survei tingkat sekretariat daerah: {gradedWords(view.whole.ikm, view.whole.mutu)},{" "}
            {respondents(view.whole)}.
          </li>
        )}
      </ul>
      {surveyNotes(index).map((note) => (
        <p key={note} className="note">
          {note}
        </p>
      ))}
    </>
  );
}
