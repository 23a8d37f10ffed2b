import { causeWords, NO_CAUSE, type Origin, type OriginKind } from "#app/followup/origin.ts";
import type { ActionState, Status } from "#app/followup/timeline.ts";
import { formatShortDate } from "#app/format/dates.ts";
import { formatCount, formatShare } from "#app/format/numbers.ts";
import { periodNames } from "#app/format/periods.ts";
import { capitalise, countWord } from "#app/format/words.ts";
import { component } from "#app/reader/components.ts";
import type { ActionsView } from "#app/server/followup/actions.server.ts";
import type { ActionView } from "#app/server/followup/views.ts";
import type { RegencyRef, ServiceRef } from "#app/server/views.ts";
import type { Filters } from "../filters.ts";
import { type LinkOptions, link, paths } from "../links.ts";

/** Value of the filter for what no single bagian answers for; the use cases know it by the same name. */
export const WHOLE_SETDA = "setda";
export const WHOLE_SETDA_NAME = "Sekretariat daerah";

/** Statuses as pages name them: the word itself. */
export const statusWord = (status: Status | ActionState): string => status;

export const ORIGIN_WORDS: Record<OriginKind, string> = {
  unsur: "Unsur survei",
  temuan: "Temuan",
  komponen: "Komponen",
  ombudsman: "Indikator Ombudsman",
  bebas: "Lainnya",
};

/** Why it was planned: "Survei Triwulan I 2026, unsur waktu penyelesaian; Peminjaman Aula, Bagian Umum". */
export function originWords(origin: Origin, service: Pick<ServiceRef, "name"> | null): string {
  const place = [service?.name, origin.place].filter(Boolean).join(", ");
  const cause = causeWords(origin);
  if (cause === null) return place || NO_CAUSE;
  return place === "" ? cause : `${cause}; ${place}`;
}

/** The page on which the cause can be read; null where there is none. */
export function originLink(
  kab: string,
  { origin, service, assignmentId }: Pick<ActionView, "origin" | "service" | "assignmentId">,
  filters: Filters,
): string | null {
  if (assignmentId) return link(paths.satuPenugasan(assignmentId), filters);
  if (origin.kind === "unsur") {
    const path = service ? paths.skmLayanan(kab, service) : paths.skm(kab);
    return link(path, filters, { change: { periode: origin.period } });
  }
  if (origin.kind === "ombudsman")
    return link(paths.ombudsman(kab), filters, {
      extra: { edisi: origin.edition, indikator: origin.indicator },
    });
  if (!service) return null;
  const key = origin.kind === "bebas" ? null : origin.component;
  return link(paths.layanan(kab, service), filters, key ? { hash: component(key).slug } : {});
}

export const ownerWords = ({ ownerTitle, bagian }: Pick<ActionView, "ownerTitle" | "bagian">): string => {
  const name = bagian?.name;
  if (!name) return ownerTitle;
  return ownerTitle.toLowerCase().includes(name.toLowerCase()) ? ownerTitle : `${ownerTitle}, ${name}`;
};

/** "terlambat 143 hari", "12 hari lagi", "selesai dalam 40 hari"; nothing of what was cancelled. */
export function daysWords({ late, left, took }: Pick<ActionView, "late" | "left" | "took">): string {
  if (late !== null) return `terlambat ${formatCount(late)} hari`;
  if (left !== null) return left === 0 ? "hari ini" : `${formatCount(left)} hari lagi`;
  if (took !== null) return `selesai dalam ${formatCount(took)} hari`;
  return "";
}

/** "30 Jun 2026", or "TW II 2026 (30 Jun 2026)" where a quarter was said. */
export const dueWords = ({ due, dueKind }: Pick<ActionView, "due" | "dueKind">): string =>
  dueKind === "triwulan"
    ? `${periodNames(quarterOfDay(due)).short} (${formatShortDate(due)})`
    : formatShortDate(due);

const quarterOfDay = (day: string): string =>
  `${day.slice(0, 4)}-TW${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/** "Balangan", "Bagian Umum Balangan" where one owner is asked for. */
export const followUpPlace = (
  { regency, owners }: Pick<ActionsView, "owners"> & { regency: Pick<RegencyRef, "shortName"> },
  asked: readonly string[],
): string => {
  if (asked.length === 0) return regency.shortName;
  if (asked.length > 1) return `bagian yang dipilih di ${regency.shortName}`;
  const name = owners.find(({ slug }) => slug === asked[0])?.name ?? WHOLE_SETDA_NAME;
  return `${name} ${regency.shortName}`;
};

/**
 * The finding of the page, from its counts: "Di Balangan, 2 dari 11 rencana terlambat, yang tertua 143 hari". What was
 * cancelled is no part of it.
 * @param oldest days by which the latest of all is late; null where nothing is
 */
export function followUpSentence(
  place: string,
  counts: ActionsView["counts"],
  oldest: number | null,
): string {
  const { terlambat: late, berjalan, rencana, selesai, batal } = counts;
  const open = late + berjalan + rencana;
  const all = open + selesai;
  if (all === 0)
    return batal === 0
      ? `Belum ada rencana tindak lanjut di ${place}`
      : `Di ${place}, semua rencana tindak lanjut dibatalkan`;
  if (late > 0 && oldest !== null && all === 1)
    return `Di ${place}, satu-satunya rencana terlambat ${formatCount(oldest)} hari`;
  if (late > 0 && oldest !== null)
    return `Di ${place}, ${formatShare(late, all)} rencana terlambat, ${late === 1 ? "" : "yang tertua "}${formatCount(oldest)} hari`;
  if (open === 0)
    return all === 1
      ? `Di ${place}, satu rencana tindak lanjut sudah selesai`
      : `Di ${place}, semua ${formatCount(all)} rencana tindak lanjut sudah selesai`;
  return `Di ${place}, tidak ada rencana yang terlambat; ${formatShare(open, all)} belum selesai`;
}

/** What waits in follow-up, for the head of a queue that has nothing else; null where no bagian owes an answer. */
export const waitingSentence = (rows: readonly { owed: number; owedLate: number }[]): string | null => {
  const owed = rows.reduce((sum, row) => sum + row.owed, 0);
  const late = rows.reduce((sum, row) => sum + row.owedLate, 0);
  if (owed === 0) return null;
  const tail = late > 0 ? `, ${countWord(late)} lewat tenggat` : "";
  return `Menunggu jawaban bagian: ${countWord(owed)} penugasan${tail}`;
};

export const FOLLOW_UP_METHOD =
  "Terlambat: tenggatnya lewat pada tanggal daerah ini, sedangkan tindakannya belum selesai dan tidak dibatalkan; pada hari tenggat belum terlambat. Per triwulan: selesai dihitung dari tindakan yang jatuh tempo dalam triwulan itu, tanpa yang dibatalkan; yang tenggatnya digeser ke triwulan berikutnya disebut tersendiri. Lama: hari dari rencana sampai selesai, nilai tengah dari yang selesai dalam triwulan itu. Cara menghitung ini kerja kami untuk indikator 8 dan 9 PEKPPP; rumus resminya belum terlihat.";

export const followUpScope = (
  { regency, counts, unproven }: Pick<ActionsView, "counts" | "unproven"> & { regency: RegencyRef },
  today: string,
): string =>
  [
    `${regency.name}, keadaan ${formatShortDate(today)}.`,
    counts.batal > 0 && `Di luar hitungan: ${countWord(counts.batal)} dibatalkan.`,
    unproven > 0 && `${capitalise(countWord(unproven))} selesai tanpa bukti.`,
  ]
    .filter(Boolean)
    .join(" ");

export type Extra = LinkOptions["extra"];
