import { formatCount } from "#app/format/numbers.ts";
import type { FeeSignal } from "#app/server/survey/fees.ts";
import type { IndexView } from "#app/server/survey/index-view.ts";
import type { UnitRef } from "#app/server/survey/views.ts";
import { bagianName } from "../words-of.ts";

export {
  changeWords,
  gradedWords,
  indexWords,
  intervalWords,
  PROFILE_WORDS,
  profileValue,
  shortChange,
} from "#app/survey/words.ts";

/** How the survey's figures read on a page. */

export function unitName(unit: UnitRef): string {
  if (unit.kind === "setda") return "Seluruh sekretariat daerah";
  return unit.kind === "bagian" ? bagianName(unit.bagian) : unit.service.name;
}

export const LEVEL_WORDS: Record<UnitRef["kind"], string> = {
  layanan: "layanan",
  bagian: "bagian",
  setda: "seluruh sekretariat daerah",
};

/** "n = 29 dari sampel 44": respondents, beside the target where the people served are known. */
export const respondents = ({ n, target }: Pick<IndexView, "n" | "target">): string =>
  target === null
    ? `${formatCount(n)} responden`
    : `${formatCount(n)} responden dari sampel ${formatCount(target)}`;

/** Worded as a question: the answers ask, they do not accuse. */
export const feeQuestion = ({ free, against, n }: FeeSignal): string =>
  free
    ? `Standar menjanjikan gratis, tetapi ${formatCount(against)} dari ${formatCount(n)} responden menyatakan membayar. Apakah ada pungutan, atau pertanyaannya disalahpahami?`
    : `Standar menyebut tarif, tetapi ${formatCount(against)} dari ${formatCount(n)} responden menyatakan gratis. Apakah tarifnya masih berlaku?`;

/** What a page of survey figures says first of an invented regency. */
export const surveyBand = ({ sample }: { sample: boolean }): string[] =>
  sample ? ["Data contoh: bukan hasil survei yang sebenarnya."] : [];
