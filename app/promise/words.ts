import { formatCount, formatDecimal } from "../format/numbers.ts";
import { capitalise, joinList, lowerFirst } from "../format/words.ts";
import { type ComponentKey, component } from "../reader/components.ts";
import { edition } from "../survey/editions.ts";
import type { JoinedPair } from "./join.ts";
import { DEED_NAMES } from "./judge.ts";
import type { Priority, PriorityKind } from "./priorities.ts";

/** How promises, experience and what to do about them are written, on pages and in reports alike. */

/** Components of a service that are absent, and whose content is not right. */
interface Faulty {
  absent: readonly ComponentKey[];
  wrong: readonly ComponentKey[];
}

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

/** Of more promises that are experienced low than two: the lowest first, what they share said once. */
function keptReasons(pairs: readonly JoinedPair[], bound: number): string {
  const felt = pairs
    .flatMap(({ component: key, experience }) => (experience ? [{ key, ...experience }] : []))
    .sort((a, b) => a.nilai - b.nilai);
  const each = new Set(felt.map(({ n }) => n)).size > 1;
  const answers = (n: number): string => ` (n = ${formatCount(n)})`;
  const items = felt.map(
    ({ key, n, nilai }) =>
      `${lowerFirst(component(key).short)} ${formatDecimal(nilai, 2)}${each ? answers(n) : ""}`,
  );
  const shared = each ? "" : answers(felt[0]?.n ?? 0);
  return `${capitalise(items.join("; "))}${shared}: semuanya sudah dijanjikan, tetapi dinilai di bawah ${formatDecimal(bound, 2)}.`;
}

const componentNames = (keys: readonly ComponentKey[]): string =>
  capitalise(joinList(keys.map((key) => lowerFirst(component(key).short))));

export const priorityReason = (
  { kind, pairs, service }: Pick<Priority<Faulty>, "kind" | "pairs" | "service">,
  bound: number,
): string => {
  if (kind === "tepati" && pairs.length > 2) return keptReasons(pairs, bound);
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
