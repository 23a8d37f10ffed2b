import { formatCount, formatShare } from "#app/format/numbers.ts";
import { capitalise, countWord, joinList } from "#app/format/words.ts";
import { component } from "#app/reader/components.ts";
import { ALL_FINDINGS, pairWords } from "#app/scoring/all-findings.ts";
import type { AssignmentsView } from "#app/server/assignments/assignments.server.ts";
import type { AssignmentView } from "#app/server/assignments/views.ts";
import type { Filters } from "../filters.ts";
import { link, paths } from "../links.ts";
import { adviceOf, bagianName, decreeName, findingSentence } from "../words-of.ts";

export const STATE_WORDS: Record<AssignmentView["state"], string> = {
  ditugaskan: "menunggu jawaban",
  dijawab: "dijawab, menunggu penilai",
  dikembalikan: "dikembalikan",
  ditutup: "ditutup",
};

export const ANSWER_WORDS: Record<NonNullable<AssignmentView["answer"]>, string> = {
  akan: "akan diperbaiki",
  sudah: "sudah diperbaiki",
  tidak_sependapat: "tidak sependapat",
};

export const OUTCOME_WORDS: Record<NonNullable<AssignmentView["outcome"]>, string> = {
  diterima: "jawaban diterima",
  tidak_ditemukan: "tidak lagi ditemukan",
  ditarik: "ditarik",
};

/** "dijawab, menunggu penilai: sudah diperbaiki"; "ditutup: jawaban diterima". */
export const stateWords = ({
  state,
  answer,
  outcome,
}: Pick<AssignmentView, "state" | "answer" | "outcome">): string => {
  if (state === "ditutup") return outcome ? `ditutup: ${OUTCOME_WORDS[outcome]}` : "ditutup";
  return state === "dijawab" && answer
    ? `${STATE_WORDS.dijawab}: ${ANSWER_WORDS[answer]}`
    : STATE_WORDS[state];
};

/** "Jangka waktu: tidak terukur". */
export const assignmentName = ({
  component: key,
  code,
}: Pick<AssignmentView, "component" | "code">): string => pairWords({ component: key, code });

/** The service, or the decree, that the finding is on. */
export const subjectName = ({ service, found }: Pick<AssignmentView, "service" | "found">): string =>
  service?.name ?? found.service ?? decreeName(found.decree);

/** Its sheet at the component; of a finding on a decree the text. */
export const subjectLink = (
  kab: string,
  { service, component: key, found }: Pick<AssignmentView, "service" | "component" | "found">,
  filters: Filters,
): string =>
  service
    ? link(paths.layanan(kab, service), filters, key ? { hash: component(key).slug } : {})
    : link(paths.teks(found.decree.slug, found.decree.version), filters);

/** What was found, sentence by sentence, each once. */
export const foundSentences = ({ code, found }: Pick<AssignmentView, "code" | "found">): string[] => [
  ...new Set(found.items.map((item) => findingSentence({ ...item, code }))),
];

/** How to mend it, each way once. */
export const adviceSentences = ({ code, found }: Pick<AssignmentView, "code" | "found">): string[] => [
  ...new Set(found.items.map(({ criterion }) => adviceOf({ code, criterion }))),
];

/** What has changed since it was sent; null where it is all as it was. */
export function presenceSentence({
  presence,
  textChanged,
  decreeNow,
  found,
}: Pick<AssignmentView, "presence" | "textChanged" | "decreeNow" | "found">): string | null {
  const now = decreeNow ?? found.decree;
  const named = `${decreeName(now)}, versi ${now.version}`;
  if (presence === "tanpa_naskah") return "Layanan ini tidak lagi dimuat dalam keputusan yang berlaku.";
  if (presence === "hilang") return `Temuan ini tidak lagi ditemukan pada naskah ${named}.`;
  return textChanged
    ? `Teks layanan berubah sejak ditugaskan; temuan ini masih ada pada naskah ${named}.`
    : null;
}

export const lateWords = ({ late }: Pick<AssignmentView, "late">): string =>
  late === null ? "" : `terlambat ${formatCount(late)} hari`;

/** The finding of the list: what is late, else what waits and for whom. */
export function assignmentsSentence(
  place: string,
  { total, late, counts }: Pick<AssignmentsView, "total" | "late" | "counts">,
): string {
  if (total === 0) return `Belum ada temuan yang ditugaskan di ${place}`;
  const open = total - counts.ditutup;
  if (late > 0) return `Di ${place}, ${formatShare(late, total)} penugasan belum dijawab setelah tenggatnya`;
  if (open === 0)
    return total === 1
      ? `Di ${place}, satu-satunya penugasan sudah ditutup`
      : `Di ${place}, semua ${formatCount(total)} penugasan sudah ditutup`;
  if (open < total)
    return `Di ${place}, ${formatShare(open, total)} penugasan belum ditutup; tidak ada yang terlambat`;
  return total === 1
    ? `Di ${place}, satu penugasan belum ditutup dan belum terlambat`
    : `Di ${place}, semua ${formatCount(total)} penugasan belum ditutup; tidak ada yang terlambat`;
}

export const assignmentsScope = ({ counts, gone }: Pick<AssignmentsView, "counts" | "gone">): string =>
  [
    capitalise(
      joinList([
        `menunggu jawaban ${formatCount(counts.ditugaskan)}`,
        `dijawab ${formatCount(counts.dijawab)}`,
        `dikembalikan ${formatCount(counts.dikembalikan)}`,
        `ditutup ${formatCount(counts.ditutup)}`,
      ]),
    ),
    gone > 0 && `${capitalise(countWord(gone))} temuan yang belum ditutup tidak lagi ditemukan pada naskah`,
  ]
    .filter(Boolean)
    .map((one) => `${one}.`)
    .join(" ");

export const ASSIGNMENT_METHOD =
  "Satu penugasan memuat semua temuan sejenis pada satu komponen satu layanan. Penugasan tetap berlaku ketika naskah dibaca atau dinilai ulang, dan hanya ditutup oleh penilai. Terlambat: tenggatnya lewat dan bagian belum menjawab.";

export const labelOf = (code: AssignmentView["code"]): string => capitalise(ALL_FINDINGS[code].label);

export const placeName = (
  { bagian }: Pick<AssignmentsView, "bagian">,
  asked: readonly string[],
  shortName: string,
): string => {
  if (asked.length === 0) return shortName;
  const one = asked.length === 1 ? bagian.find(({ slug }) => slug === asked[0]) : null;
  return one ? `${bagianName(one)} ${shortName}` : `bagian yang dipilih di ${shortName}`;
};
