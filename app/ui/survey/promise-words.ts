import { formatCount, formatDecimal, NO_FIGURE } from "#app/format/numbers.ts";
import { periodNames } from "#app/format/periods.ts";
import { capitalise, countWord, joinList, lowerFirst } from "#app/format/words.ts";
import type { JoinedPair } from "#app/promise/join.ts";
import { DEED_NAMES } from "#app/promise/judge.ts";
import type { Priority, PriorityKind } from "#app/promise/priorities.ts";
import { type ComponentKey, component } from "#app/reader/components.ts";
import type { PromiseView, ServicePromise } from "#app/server/survey/promise.server.ts";
import type { RegencyRef } from "#app/server/views.ts";
import { edition } from "#app/survey/editions.ts";
import { surveyBand } from "./words.ts";

/** Short name of an unsur of the nine. */
export const unsurShort = (key: string): string =>
  edition("14/2017").unsur.find((one) => one.key === key)?.short ?? key;

const LEVEL_STATES: Readonly<Record<string, string>> = { "0": "tidak ada", "1": "belum tepat" };

/** "Jangka waktu tidak ada, dan penilaian waktu 69,50 (n = 24) di bawah 76,61." */
function pairReason(
  { component: key, unsur, level, promised, experience }: JoinedPair,
  bound: number,
): string {
  const name = component(key).short;
  const said =
    promised === "lemah"
      ? `${name} ${LEVEL_STATES[String(level)] ?? "belum tepat"}`
      : `${name} sudah dijanjikan`;
  const felt = experience
    ? `penilaian ${unsurShort(unsur).toLowerCase()} ${formatDecimal(experience.nilai, 2)} (n = ${formatCount(experience.n)}) di bawah ${formatDecimal(bound, 2)}`
    : "";
  return promised === "lemah" ? `${said}, dan ${felt}` : `${said}, tetapi ${felt}`;
}

const componentNames = (keys: readonly ComponentKey[]): string =>
  capitalise(joinList(keys.map((key) => lowerFirst(component(key).short))));

export const priorityReason = (
  { kind, pairs, service }: Pick<Priority<ServicePromise>, "kind" | "pairs" | "service">,
  bound: number,
): string => {
  if (pairs.length > 0) {
    return `${capitalise(pairs.map((pair, at) => (at === 0 ? pairReason(pair, bound) : lowerFirst(pairReason(pair, bound)))).join("; "))}.`;
  }
  return kind === "tidak_ada"
    ? `${componentNames(service.absent)} tidak ada.`
    : `${componentNames(service.wrong)}: isinya belum tepat.`;
};

export const PRIORITY_WORDS: Record<PriorityKind, string> = {
  benahi: DEED_NAMES.benahi,
  tepati: DEED_NAMES.tepati,
  tidak_ada: "Tulis komponen yang belum ada",
  belum_tepat: "Perbaiki isi komponen",
};

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
export const promiseBand = (regency: Pick<RegencyRef, "sample">): string[] => [
  ...surveyBand(regency),
  "Angka sementara (hasil mesin) untuk tingkat komponen.",
];

/** How promise and experience are judged: at the foot of the page and in its files. */
export const promiseMethod = (bound: number): string =>
  `Rendah: seluruh selang 95% di bawah ${formatDecimal(bound, 2)}; baik: seluruhnya pada atau di atasnya; selain itu belum pasti. Kedua ukuran dinilai terpisah; letak berdekatan bukan bukti sebab-akibat.`;
