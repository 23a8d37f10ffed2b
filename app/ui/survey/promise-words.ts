import { formatCount, formatDecimal, NO_FIGURE } from "#app/format/numbers.ts";
import { periodNames } from "#app/format/periods.ts";
import { countWord, joinList } from "#app/format/words.ts";
import type { JoinedPair } from "#app/promise/join.ts";
import type { PromiseView } from "#app/server/survey/promise.server.ts";
import { reviewSentence } from "../substance-sentences.ts";
import { surveyBand } from "./words.ts";

export { PRIORITY_WORDS, priorityReason, unsurShort } from "#app/promise/words.ts";

/** "Di Balangan, enam janji lemah juga dirasakan rendah; 271 dari 504 pasangan belum pasti." */
export function promiseSentence(view: PromiseView, place: string): string {
  const { counts, period, levels } = view;
  if (!period) return `${place}, belum ada survei untuk disandingkan dengan janji layanan`;
  if (levels.length === 0) return `${place}, belum ada survei pada ${periodNames(period).name}`;
  if (!levels.includes("layanan")) {
    return levels.includes("bagian")
      ? `${place}, survei ${periodNames(period).name} hanya sampai tingkat bagian`
      : `${place}, survei ${periodNames(period).name} hanya sampai tingkat sekretariat daerah`;
  }
  const open = counts.uncertain + counts.few;
  const tail =
    open > 0 ? `; ${formatCount(open)} dari ${formatCount(counts.pairs)} pasangan belum pasti` : "";
  if (counts.pairs === 0) return `${place}, belum ada pasangan janji dan pengalaman yang dapat dibaca`;
  const { benahi, tepati } = counts.deeds;
  if (benahi === 0 && tepati === 0) return `${place}, tidak ada janji yang pasti dirasakan rendah${tail}`;
  const parts = [
    benahi > 0 ? `${countWord(benahi)} janji lemah juga dirasakan rendah` : "",
    tepati > 0 ? `${countWord(tepati)} janji yang cukup dirasakan rendah` : "",
  ].filter(Boolean);
  return `${place}, ${joinList(parts)}${tail}`;
}

/** What a cell says besides its sign: value, and how sure. */
export function experienceWords(
  { experience, experienced }: Pick<JoinedPair, "experience" | "experienced">,
  bound: number,
): {
  value: string;
  tone: "low" | "unsure-low" | "quiet" | "none";
  words: string;
} {
  if (!experience || !experienced) return { value: NO_FIGURE, tone: "none", words: "tidak disurvei" };
  if (experienced === "sedikit") return { value: "n < 5", tone: "none", words: "kurang dari lima jawaban" };
  const value = formatDecimal(experience.nilai, 2);
  if (experienced === "rendah") return { value, tone: "low", words: "rendah" };
  if (experience.nilai < bound)
    return { value: `${value} ?`, tone: "unsure-low", words: "di bawah batas, belum pasti" };
  return { value, tone: "quiet", words: experienced === "baik" ? "baik" : "belum pasti" };
}

/** What a page of promises and experience says first. */
export const promiseBand = ({ regency, review }: Pick<PromiseView, "regency" | "review">): string[] => [
  ...surveyBand(regency),
  reviewSentence(review),
];

/** How promise and experience are judged: at the foot of the page and in its files. */
export const promiseMethod = (bound: number): string =>
  `Rendah: seluruh selang 95% di bawah ${formatDecimal(bound, 2)}; baik: seluruhnya pada atau di atasnya; selain itu belum pasti. Kedua ukuran dinilai terpisah; letak berdekatan bukan bukti sebab-akibat.`;
