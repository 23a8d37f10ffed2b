import { formatCount } from "#app/format/numbers.ts";
import { periodNames } from "#app/format/periods.ts";
import { countWord, joinList, lowerFirst } from "#app/format/words.ts";
import type { IndexView, UnsurView } from "#app/server/survey/index-view.ts";
import type { SurveyView } from "#app/server/survey/views.ts";
import { SMALL_N } from "#app/survey/warnings.ts";
import { gradedWords, LEVEL_WORDS } from "./words.ts";

/** The findings that stand as h1 of the survey's pages, from the same rows as chart and table below them. */

const graded = (view: IndexView): (UnsurView & { nilai: number })[] =>
  view.unsur
    .filter((one): one is UnsurView & { nilai: number } => one.nilai !== null)
    .sort((a, b) => a.nilai - b.nilai);

const below = (one: UnsurView): boolean => one.mutu === "C" || one.mutu === "D";

/** Which unsur is weakest, and is it alone below mutu B? `place` begins the sentence: "Di Balangan", "Bagian Umum". */
export function surveySentence(place: string, view: SurveyView): string {
  if (!view.period) return `${place}, belum ada survei kepuasan masyarakat`;
  const name = periodNames(view.period).name;
  const { index } = view;
  if (!index) {
    const [only] = view.aggregates;
    if (!only) return `${place}, belum ada survei pada ${name}`;
    return `${place}, hasil ${name} hanya ada sebagai tabel jadi: IKM ${gradedWords(only.ikm, only.mutu)}`;
  }
  if (index.n < SMALL_N)
    return `${place}, survei ${name} baru dijawab ${countWord(index.n)} orang: terlalu sedikit untuk menilai unsur`;
  const [weakest, ...rest] = graded(index);
  if (!weakest) return `${place}, survei ${name} tidak memuat jawaban yang dapat dihitung`;
  const lead = `${place}, ${lowerFirst(weakest.name)} paling lemah: ${gradedWords(weakest.nilai, weakest.mutu)}`;
  const low = [weakest, ...rest].filter(below).length;
  if (low === 0) return `${lead}, dan semua unsur bermutu B atau lebih baik`;
  if (low === 1) return `${lead}, satu-satunya unsur di bawah mutu B`;
  return low === index.unsur.length
    ? `${lead}, dan semua unsur di bawah mutu B`
    : `${lead}, salah satu dari ${countWord(low)} unsur di bawah mutu B`;
}

/** "Triwulan II 2025 (April–Juni); survei sampai tingkat layanan dan bagian": the scope line. */
export function surveyScope(view: SurveyView): string {
  if (!view.period) return "";
  const levels = view.levels.map((level) => LEVEL_WORDS[level]);
  const parts = [
    periodNames(view.period).long,
    levels.length > 0
      ? `survei sampai tingkat ${joinList(levels)}; tidak disebar ke tingkat di bawahnya`
      : "",
    view.otherEditions.length > 0
      ? `jawaban menurut instrumen ${joinList(view.otherEditions)} tidak digabung ke dalamnya`
      : "",
    view.neverSurveyed.length > 0 && view.unit?.kind !== "layanan"
      ? `${view.neverSurveyed.length} layanan belum disurvei pada periode ini`
      : "",
  ];
  return `${parts.filter(Boolean).join("; ")}.`;
}

/** Warnings that belong beside the headline figure. */
export function surveyNotes(index: IndexView): string[] {
  const notes: string[] = [];
  if (index.missing.length > 0) {
    notes.push(
      `IKM belum dapat dihitung karena unsur ${joinList(index.missing.map((key) => index.unsur.find((one) => one.key === key)?.short.toLowerCase() ?? key))} tidak ditanyakan.`,
    );
  }
  if (index.n < SMALL_N)
    notes.push("Responden kurang dari lima. Baca angka ini sebagai catatan, bukan sebagai penilaian.");
  else if (index.target !== null && index.n < index.target) {
    notes.push(
      `Responden ${formatCount(index.n)} dari sampel ${formatCount(index.target)}. Indeks tetap ditampilkan; baca dengan hati-hati.`,
    );
  }
  if (index.flat && index.n > 1)
    notes.push("Semua responden memberi jawaban yang sama. Selang tidak berarti di sini.");
  if (index.withoutCost !== null) {
    notes.push(
      `Tanpa unsur biaya, indeksnya ${gradedWords(index.withoutCost, null).replace(/ \(.*/, "")}. Layanan gratis bernilai 4 pada unsur biaya menurut kuesioner.`,
    );
  }
  return notes;
}

/** How the figures were made, in a few sentences: at the foot of the pages and in their files. */
export const SURVEY_METHOD =
  "NRR: jumlah nilai dibagi jumlah responden yang menjawab. IKM: rata-rata NRR semua unsur dikali 25, dengan bobot 1/n yang tepat, dibulatkan satu kali ke dua desimal. Selang 95% memperhitungkan banyaknya responden.";
