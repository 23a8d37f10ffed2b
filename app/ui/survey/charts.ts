import type { Band, DotSpec, TrendSpec } from "#app/charts/spec.ts";
import { periodNames } from "#app/format/periods.ts";
import type { IndexView } from "#app/server/survey/index-view.ts";
import type { EditionBands, SurveyView, TrendRow } from "#app/server/survey/views.ts";
import { gradedWords } from "./words.ts";

const bandsOf = (bands: EditionBands): Band[] =>
  bands.map(({ mutu, from }) => ({ from: Math.max(25, from), letter: mutu }));

/** Form C: nine unsur, lowest first; null where nothing was answered. */
export function unsurChart(index: IndexView, bands: EditionBands, title: string): DotSpec | null {
  const rows = index.unsur
    .flatMap((one) => (one.nilai === null ? [] : [{ ...one, nilai: one.nilai }]))
    .sort((a, b) => a.nilai - b.nilai)
    .map(({ short, nilai, mutu, interval, before }) => ({
      label: short,
      value: nilai,
      interval,
      before,
      end: gradedWords(nilai, mutu),
    }));
  if (rows.length === 0) return null;
  return {
    kind: "dots",
    id: "unsur",
    title,
    desc: "Titik: NRR × 25 tiap unsur, dari yang terendah. Garis: selang 95 persen. Titik kosong: periode sebelumnya. Angka yang sama ada pada tabel.",
    rows,
    bands: bandsOf(bands),
  };
}

/** Form D; null below two surveyed periods: then a sentence says that there is nothing to compare with. */
export function trendChart(view: SurveyView, bands: EditionBands): TrendSpec | null {
  const surveyed = view.trend.filter(({ ikm }) => ikm !== null);
  if (surveyed.length < 2) return null;
  return {
    kind: "trend",
    id: "tren",
    title: trendTitle(view),
    desc: "Titik: IKM tiap periode. Garis tegak: selang 95 persen. Titik kosong: responden di bawah sampel. Garis putus pada periode tanpa survei dan pada pergantian instrumen.",
    points: view.trend.map((row) => ({
      label: periodNames(row.period).axis,
      index: row.ikm,
      interval: row.interval,
      belowTarget: row.belowTarget,
      edition: editionAt(view.trend, row),
    })),
    bands: bandsOf(bands),
  };
}

/** A period without survey belongs to the edition before it: only a change of edition breaks the line there. */
const editionAt = (rows: readonly TrendRow[], row: TrendRow): string => {
  const at = rows.indexOf(row);
  const known = [...rows.slice(0, at + 1)].reverse().find(({ edition }) => edition !== null);
  return known?.edition ?? rows.find(({ edition }) => edition !== null)?.edition ?? "";
};

export function trendTitle({ index, comparedWith, trend }: SurveyView): string {
  const surveyed = trend.filter(({ ikm }) => ikm !== null).length;
  if (!index?.change || !comparedWith) return `IKM selama ${surveyed} periode yang disurvei`;
  const against = periodNames(comparedWith).name;
  if (index.change.direction === "belum pasti")
    return `IKM belum dapat disebut naik atau turun terhadap ${against}`;
  return `IKM ${index.change.direction} terhadap ${against}`;
}
