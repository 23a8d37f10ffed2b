import { formatCount, formatShare } from "#app/format/numbers.ts";
import { capitalise, countWord, joinList, lowerFirst } from "#app/format/words.ts";
import { COMPONENTS, type ComponentKey, component } from "#app/reader/components.ts";
import type { Cells, Level, LevelTally, ReviewCount, SubstanceSummary } from "#app/server/views.ts";
import { judgedOf, leadingProblem, mostProblems, problemsOf } from "./level-counts.ts";
import { serviceSentence } from "./sentences.ts";

/**
 * Findings of substance that stand as h1 or as title of a chart. Each is made from the same rows as the table below it;
 * none begins with a figure (EYD). A problem is level 0 or 1, of what is at levels 0-3.
 */

export const SCALE_NOTE = "Skala 0–3 adalah alat kerja, bukan ketentuan Permenpan RB 15/2014.";

/** "x dari y putusan telah direviu"; figures stay preliminary until all are. */
export const reviewSentence = ({ reviewed, verdicts }: ReviewCount): string =>
  verdicts === 0
    ? "Belum ada putusan yang dapat direviu."
    : reviewed >= verdicts
      ? `Semua ${formatCount(verdicts)} putusan telah direviu.`
      : `Angka sementara (hasil mesin): ${formatShare(reviewed, verdicts)} putusan telah direviu.`;

const nameOf = (key: ComponentKey): string => lowerFirst(component(key).short);

/**
 * Components whose ending is what their core asks: without it they are at level 0-1, with it at 2 or 3. Of the others
 * ("pengawasan internal yang terjadwal") level 2 does not tell, so they are only said to have problems.
 */
const ENDING_IS_CORE: ReadonlySet<ComponentKey> = new Set([
  "prosedur",
  "jangka_waktu",
  "biaya",
  "produk",
  "sarana",
  "kompetensi",
]);

/** "jangka waktu yang terukur" → ["jangka waktu", "terukur"]. */
const partsOfEnding = (key: ComponentKey): [thing: string, quality: string] => {
  const [thing = "", quality = ""] = component(key).ending.split(" yang ");
  return [thing, quality];
};

/** "Jangka waktu belum terukur", "Pengawasan bermasalah". */
const trouble = (key: ComponentKey): string => {
  if (!ENDING_IS_CORE.has(key)) return `${capitalise(nameOf(key))} bermasalah`;
  const [thing, quality] = partsOfEnding(key);
  return `${capitalise(thing)} belum ${quality}`;
};

type Judged = Pick<SubstanceSummary, "all" | "byComponent" | "levels">;

/** ", terbanyak A dan B (masing-masing 10)" where exactly two lead. */
function twoLead(byComponent: Judged["byComponent"]): string {
  const [first, second, third] = mostProblems(byComponent);
  return first && second && third && third.problems < first.problems
    ? `, terbanyak ${nameOf(first.key)} dan ${nameOf(second.key)} (masing-masing ${formatCount(first.problems)})`
    : "";
}

/** Where are problems, on which component most? `lead` ends in its own mark: "Di Balangan," or "Bagian Umum:". */
export function problemsSentence(lead: string, services: number, substance: Judged): string {
  const { problems, judged, unreadable } = substance.all;
  if (services === 0) return `${lead} tidak ada layanan yang cocok`;
  if (judged === 0)
    return unreadable > 0
      ? `${lead} tidak ada komponen yang dapat dibaca`
      : `${lead} belum ada komponen yang dinilai`;
  const left = substance.levels.unjudged > 0 ? "; sebagian belum dinilai" : "";
  if (problems === 0) return `${lead} tidak ada yang bermasalah dari ${formatCount(judged)} komponen${left}`;
  const most = leadingProblem(substance.byComponent);
  if (problems === 1)
    return `${lead} satu dari ${formatCount(judged)} komponen bermasalah${most ? `, yaitu ${nameOf(most.key)}` : ""}${left}`;
  const where = most
    ? `, terbanyak ${nameOf(most.key)} (${formatCount(most.problems)})`
    : twoLead(substance.byComponent);
  return `${lead} ${formatShare(problems, judged)} komponen bermasalah${where}${left}`;
}

/** Dasbor: the component that is worst over all places, in its own words. */
export function dashboardSentence(place: string, services: number, substance: Judged): string {
  const most = leadingProblem(substance.byComponent);
  if (!most || substance.levels.unjudged > 0) return problemsSentence(`Di ${place},`, services, substance);
  const k = most.problems === 1 ? "satu" : formatCount(most.problems);
  return `${trouble(most.key)} pada ${k} dari ${formatCount(most.judged)} standar di ${place}`;
}

/** Kabupaten: component and bagian that have most, each only where no other equals it. */
export function regencySentence(
  place: string,
  services: number,
  substance: Judged,
  bagian: readonly { name: string; problems: number; judged: number }[],
): string {
  const sentence = problemsSentence(`Di ${place},`, services, substance);
  const [first, second] = [...bagian].sort((a, b) => b.problems - a.problems);
  if (!first || bagian.length < 2 || substance.all.problems < 2 || first.problems === second?.problems)
    return sentence;
  const link = sentence.includes(", terbanyak ") ? " dan pada" : ", terbanyak pada";
  return `${sentence}${link} ${first.name} (${formatShare(first.problems, first.judged)})`;
}

/** One component over a place: "Di Temanggung, 9 dari 29 standar belum mempunyai jangka waktu yang terukur". */
export function componentLevelSentence(key: ComponentKey, place: string, levels: LevelTally): string {
  const { ending } = component(key);
  const judged = judgedOf(levels);
  const problems = problemsOf(levels);
  const core = ENDING_IS_CORE.has(key);
  const k = problems === 1 ? "satu" : formatCount(problems);
  if (judged + levels.unjudged + levels.T === 0) return `Belum ada standar ${place} yang dinilai`;
  if (judged === 0)
    return levels.unjudged > 0
      ? `Di ${place}, ${nameOf(key)} belum dinilai`
      : `Di ${place}, ${nameOf(key)} tidak terbaca pada semua standar`;
  if (levels.unjudged > 0) {
    const all = judged + levels.unjudged;
    const what = core ? `belum ${partsOfEnding(key)[1]}` : "bermasalah";
    return `Di ${place}, ${nameOf(key)} sudah dinilai pada ${formatShare(judged, all)} standar; ${problems === 0 ? "tidak ada" : k} di antaranya yang ${what}`;
  }
  if (problems > 0)
    return core
      ? `Di ${place}, ${k} dari ${formatCount(judged)} standar belum mempunyai ${ending}`
      : `Di ${place}, ${nameOf(key)} bermasalah pada ${k} dari ${formatCount(judged)} standar`;
  const read = levels.T > 0 ? " yang terbaca" : "";
  return core
    ? `Semua ${formatCount(judged)} standar di ${place}${read} mempunyai ${ending}`
    : `Di ${place}, inti ${nameOf(key)} terpenuhi pada semua ${formatCount(judged)} standar${read}`;
}

/** Which component has problems in most services? Title of the chart per component. */
export function worstComponentsSentence({ byComponent, all }: Judged): string {
  if (all.judged === 0) return "Belum ada komponen yang dinilai";
  if (all.problems === 0) return "Tidak ada komponen yang bermasalah";
  const most = leadingProblem(byComponent);
  return most
    ? `${capitalise(nameOf(most.key))} paling sering bermasalah: ${formatShare(most.problems, most.judged)} standar`
    : `Tidak ada satu komponen yang paling sering bermasalah di antara ${formatCount(all.problems)} komponen bermasalah`;
}

/** What of one service is weak, and what of it can't be read. */
export function sheetSentence(levels: Readonly<Record<ComponentKey, Level | null>>, cells: Cells): string {
  const named = (...wanted: (Level | null)[]): string[] =>
    COMPONENTS.filter(({ key }) => wanted.includes(levels[key])).map(({ key }) => nameOf(key));
  const unjudged = named(null).length;
  if (unjudged === COMPONENTS.length) return serviceSentence(cells);
  const [weak, unread] = [named("0", "1"), named("T")];
  if (unread.length === COMPONENTS.length) return "Layanan ini tidak terbaca, sehingga belum dapat dinilai";
  const tail = [
    ...(unread.length > 0 ? [`; ${countWord(unread.length)} tidak terbaca: ${joinList(unread)}`] : []),
    ...(unjudged > 0 ? [`; ${countWord(unjudged)} belum dinilai`] : []),
  ].join("");
  if (weak.length === 0) return `Layanan ini tidak mempunyai komponen bermasalah${tail}`;
  return `Layanan ini mempunyai ${countWord(weak.length)} komponen bermasalah: ${joinList(weak)}${tail}`;
}

/** "Pada layanan ini 4 dari 14 komponen bermasalah, 2 di antaranya komponen publik." */
export const problemCountWords = ({ all, public: open }: Pick<SubstanceSummary, "all" | "public">): string =>
  `${formatShare(all.problems, all.judged)} komponen bermasalah, ${formatCount(open.problems)} di antaranya komponen publik`;
