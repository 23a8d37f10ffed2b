import { formatDate } from "../../format/dates.ts";
import { formatCount, formatDecimal, formatShare, NO_FIGURE } from "../../format/numbers.ts";
import { periodNames } from "../../format/periods.ts";
import { countWord, joinList, lowerFirst } from "../../format/words.ts";
import { LEAST_ANSWERS } from "../../promise/judge.ts";
import { monthsOf } from "../../survey/months.ts";
import { changeWords, gradedWords } from "../../survey/words.ts";
import type { Of, QuarterInput, StandardsInput, SurveyInput, UnsurInput } from "./input.ts";

/** How the figures of a quarter are said. */

/** Where nobody settled it yet: it is what the reader decides. */
export const NOT_SETTLED = "belum ditetapkan";

/** "13 dari 63"; a dash where there is nothing to count. */
export const ofWords = ({ k, n }: Of): string => (n === 0 ? NO_FIGURE : formatShare(k, n));

export const graded = (survey: SurveyInput): (UnsurInput & { nilai: number })[] =>
  survey.unsur
    .filter((one): one is UnsurInput & { nilai: number } => one.nilai !== null)
    .sort((a, b) => a.nilai - b.nilai);

/** Index of the place that is the official one. */
export const officialIndex = (survey: SurveyInput): { ikm: number | null; mutu: string | null } =>
  survey.official === "rata_unit" && survey.meanOfUnits ? survey.meanOfUnits : survey;

const PERFORMANCE: Readonly<Record<string, string>> = {
  A: "sangat baik",
  B: "baik",
  C: "kurang baik",
  D: "tidak baik",
};

/** Is the weakest unsur the same as in the period before, by the figures of the unsur that both have? */
function stillWeakest(survey: SurveyInput, weakest: UnsurInput): boolean {
  const before = survey.unsur.filter((one) => one.before !== null);
  const lowest = [...before].sort((a, b) => (a.before ?? 0) - (b.before ?? 0))[0];
  return before.length === survey.unsur.length && lowest?.key === weakest.key;
}

/** State, change, weakest: one sentence of two lines at most. */
export function findingSentence({ regency, period, survey, surveyedLast }: QuarterInput): string {
  const { name } = periodNames(period);
  if (!survey) {
    const last = surveyedLast ? `; survei terakhir ada pada ${periodNames(surveyedLast).name}` : "";
    return `Di ${regency.shortName}, belum ada survei kepuasan masyarakat pada ${name}${last}`;
  }
  const { ikm, mutu } = officialIndex(survey);
  if (ikm === null || mutu === null)
    return `Di ${regency.shortName}, IKM ${name} belum dapat dihitung karena ada unsur yang tidak ditanyakan`;
  const state = `Kepuasan masyarakat ${PERFORMANCE[mutu] ?? ""} (IKM ${formatDecimal(ikm, 2)})`;
  const { change } = survey;
  const changed = !change
    ? " dan belum ada pembandingnya"
    : change.direction === "belum pasti"
      ? " dan belum dapat disebut naik atau turun"
      : ` dan ${change.direction} ${formatDecimal(Math.abs(change.difference), 2)}`;
  const [weakest] = graded(survey);
  if (!weakest) return state + changed;
  const still = stillWeakest(survey, weakest) ? " tetap" : "";
  return `${state}${changed}; ${lowerFirst(weakest.name)}${still} yang terlemah`;
}

export const changeSentence = (survey: SurveyInput): string =>
  survey.comparedWith && survey.change
    ? changeWords(survey.change, periodNames(survey.comparedWith).name)
    : "belum ada pembanding";

/** "n = 290 dari sampel 320". */
export const respondentsWords = ({ n, target }: Pick<SurveyInput, "n" | "target">): string =>
  target === null
    ? `sasaran sampel belum ditetapkan`
    : n < target
      ? `kurang ${formatCount(target - n)} dari sampel ${formatCount(target)}`
      : `sampel ${formatCount(target)} terpenuhi`;

/** The quarter in which a day lies, as the survey spells it. */
export const quarterOfDay = (day: string): string =>
  `${day.slice(0, 4)}-TW${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/** What a decree's standards last changed by: its signing, its text coming in, or a newer text of it coming in. */
type Since = "signed" | "stored" | "version";

/**
 * Since when the standards stand as they are: the day of the newest decree in force, or, where it can't be read or a newer
 * text took the place of the first, the day on which its text came in. `after`: the figures are not those of the period.
 */
export function standardsSince(
  { decrees }: StandardsInput,
  period: string,
): { day: string; by: Since; when: "before" | "within" | "after" } | null {
  const months = monthsOf(period);
  const newest = decrees
    .map(({ signed, stored, version }): { day: string; by: Since } => {
      if (version > 1) return { day: stored, by: "version" };
      return signed ? { day: signed, by: "signed" } : { day: stored, by: "stored" };
    })
    .sort((a, b) => (a.day < b.day ? 1 : -1))[0];
  if (!newest || !months) return null;
  const month = newest.day.slice(0, 7);
  return { ...newest, when: month < months.from ? "before" : month > months.to ? "after" : "within" };
}

const SINCE: Record<Since, string> = {
  signed: "Keputusan terbaru ditetapkan",
  stored: "Tanggal penetapan keputusan terbaru tidak terbaca; naskahnya disimpan",
  version: "Versi baru naskah keputusan disimpan",
};

/** "Keputusan terbaru ditetapkan 3 Maret 2025." */
export const sinceWords = ({ day, by }: NonNullable<ReturnType<typeof standardsSince>>): string =>
  `${SINCE[by]} ${formatDate(day)}`;

/** What stands beside a figure of the standards as its last quarter. */
export function beforeWords(
  standards: StandardsInput,
  period: string,
  key: "complete" | "measurable" | "review" | "free",
): string {
  const { before } = standards;
  if (before) return `${ofWords(before[key])} (${periodNames(before.period).short})`;
  const since = standardsSince(standards, period);
  if (since?.when === "before" && key !== "review")
    return `naskah tidak berubah sejak ${periodNames(quarterOfDay(since.day)).short}`;
  return "belum ada pembanding";
}

/** Which place has most of something: "Bagian Umum (5)"; null where nobody has any, or more than two share it. */
export function mostIn(rows: readonly { name: string; count: number }[]): string | null {
  const most = Math.max(0, ...rows.map(({ count }) => count));
  const leading = rows.filter(({ count }) => count === most);
  if (most === 0) return null;
  if (leading.length > 2) return `${countWord(leading.length)} bagian, masing-masing ${formatCount(most)}`;
  return `${joinList(leading.map(({ name }) => name))} (${leading.length > 1 ? "masing-masing " : ""}${formatCount(most)})`;
}

/** Sentences on what the figures of a survey leave out, each with its count. What is complete is not mentioned. */
export function surveyNotes(survey: SurveyInput): string[] {
  const notes: string[] = [];
  if (survey.n < LEAST_ANSWERS)
    notes.push("Responden kurang dari lima: baca angka survei sebagai catatan, bukan sebagai penilaian.");
  if (survey.target === null)
    notes.push("Jumlah orang yang dilayani belum diisi, sehingga sasaran sampel tidak diketahui.");
  else if (survey.n < survey.target)
    notes.push(
      `Responden ${formatCount(survey.n)} dari sampel ${formatCount(survey.target)}; baca IKM dengan hati-hati.`,
    );
  if (survey.neverSurveyed.length > 0)
    notes.push(`Tanpa survei sendiri pada periode ini: ${formatCount(survey.neverSurveyed.length)} layanan.`);
  if (survey.otherEditions.length > 0)
    notes.push(`Jawaban menurut instrumen ${joinList([...survey.otherEditions])} tidak digabung.`);
  if (survey.aggregates > 0)
    notes.push(
      `Hasil jadi tanpa jawaban satu per satu tidak ikut dihitung: ${formatCount(survey.aggregates)} berkas.`,
    );
  const blank = survey.unsur.filter(({ n }) => n < survey.n);
  if (blank.length > 0)
    notes.push(
      `Tidak semua responden menjawab setiap unsur: ${joinList(blank.map(({ short, n }) => `${lowerFirst(short)} ${formatShare(n, survey.n)}`))}.`,
    );
  return notes;
}

/** Sentences on what the figures of the period leave out. */
export const methodNotes = ({ survey, standards, period, followUp }: QuarterInput): string[] => [
  ...(survey ? surveyNotes(survey) : [`Tidak ada hasil survei pada ${periodNames(period).name}.`]),
  ...(standards ? standardsNotes(standards, period) : ["Belum ada naskah standar pelayanan yang tersimpan."]),
  ...(followUp ? [] : ["Tindak lanjut hanya dihitung per triwulan yang sudah mulai."]),
];

function standardsNotes(standards: StandardsInput, period: string): string[] {
  const { review, unjudged, unreadable, unassigned } = standards;
  const notes: string[] = [];
  if (review.k < review.n)
    notes.push(
      `Angka standar sementara (hasil mesin): ${formatShare(review.k, review.n)} putusan telah direviu.`,
    );
  if (unjudged > 0) notes.push(`Belum dinilai: ${formatCount(unjudged)} komponen.`);
  if (unreadable > 0)
    notes.push(
      `Di luar hitungan karena tidak terbaca: ${formatCount(unreadable)} komponen; cocokkan dengan naskah asli.`,
    );
  if (standards.uncertain > 0)
    notes.push(
      `Belum dapat dipastikan lengkap karena ada komponen tidak terbaca: ${formatCount(standards.uncertain)} layanan.`,
    );
  if (unassigned.k > 0)
    notes.push(`Baris lampiran tanpa pemilik: ${formatShare(unassigned.k, unassigned.n)}.`);
  const since = standardsSince(standards, period);
  if (since?.when === "after")
    notes.push(`${sinceWords(since)}, sesudah periode ini; angka standar adalah keadaan pada saat dibuka.`);
  return notes;
}

/** Why a paper on this quarter may only be a draft; none: it may be issued. */
export function draftReasons({ survey, standards }: QuarterInput): string[] {
  const reasons: string[] = [];
  if (!survey) reasons.push("Belum ada survei pada periode ini.");
  else {
    if (survey.ikm === null) reasons.push("IKM belum dapat dihitung: ada unsur yang tidak ditanyakan.");
    if (survey.target === null)
      reasons.push("Sasaran sampel belum diketahui: jumlah orang yang dilayani belum diisi.");
    else if (survey.n < survey.target)
      reasons.push(`Responden ${formatCount(survey.n)} dari sampel ${formatCount(survey.target)}.`);
  }
  if (!standards) reasons.push("Belum ada naskah standar pelayanan.");
  else {
    const { review, unjudged, unassigned } = standards;
    if (unjudged > 0) reasons.push(`Belum dinilai: ${formatCount(unjudged)} komponen.`);
    if (review.k < review.n)
      reasons.push(
        `Belum direviu: ${formatCount(review.n - review.k)} dari ${formatCount(review.n)} putusan.`,
      );
    if (unassigned.k > 0)
      reasons.push(`Baris lampiran belum terbaca pemiliknya: ${formatShare(unassigned.k, unassigned.n)}.`);
  }
  return reasons;
}

/** "74,20 (C)". */
export const unsurWords = ({ nilai, mutu }: UnsurInput): string => gradedWords(nilai, mutu);
