import type { Band, CountSpec, DotSpec, TrendSpec } from "#app/charts/spec.ts";
import { formatCount } from "#app/format/numbers.ts";
import { periodNames } from "#app/format/periods.ts";
import type { IndexView } from "#app/server/survey/index-view.ts";
import type { EditionBands, ProfileRow, SurveyView, TrendRow } from "#app/server/survey/views.ts";
import { gradedWords, PROFILE_WORDS, profileValue } from "./words.ts";

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

/** Bars of form F; what is more is joined under the last one and stands by itself in the table. */
const MOST_BARS = 12;

/** Groups of a profile in the order of the page, each with its rows. */
export const profileGroups = (rows: readonly ProfileRow[]): ProfileRow[][] =>
  [...new Set(rows.map(({ group }) => group))].map((group) => rows.filter((row) => row.group === group));

/** Form F: people per value of one group, in the order of its table. */
export function profileChart(rows: readonly ProfileRow[]): CountSpec | null {
  const [first] = rows;
  if (!first) return null;
  const bars = rows.map((row) => ({ label: profileValue(row), n: row.n }));
  const rest = bars.length > MOST_BARS ? bars.splice(MOST_BARS - 1) : [];
  if (rest.length > 0) bars.push({ label: "lainnya", n: rest.reduce((sum, { n }) => sum + n, 0) });
  return {
    kind: "counts",
    id: `profil-${first.group}`,
    title: profileTitle(rows, first.group),
    desc: "Satu batang untuk setiap kelompok; panjangnya jumlah responden. Kelompok di bawah lima orang digabung. Angka yang sama ada pada tabel.",
    rows: bars.map(({ label, n }) => ({ label, counts: { n }, end: formatCount(n) })),
  };
}

/** Which group gave most answers, of those who said to which they belong. */
function profileTitle(rows: readonly ProfileRow[], group: ProfileRow["group"]): string {
  const all = rows.reduce((sum, { n }) => sum + n, 0);
  const named = rows.filter(({ joined }) => !joined);
  const most = Math.max(0, ...named.map(({ n }) => n));
  const first = named.filter(({ n }) => n === most);
  const [top] = first;
  if (!top)
    return `${PROFILE_WORDS[group]}: ${formatCount(all)} responden, kelompoknya terlalu kecil untuk ditampilkan sendiri`;
  const lead = first.length > 1 ? "terbanyak antara lain" : rows.length > 1 ? "terbanyak" : "semua";
  return `${PROFILE_WORDS[group]}: ${lead} ${profileValue(top)}, ${formatCount(most)} dari ${formatCount(all)} responden`;
}
