import type { QuarterFigures } from "#app/followup/quarter.ts";
import { STATUSES, type Status } from "#app/followup/timeline.ts";
import { periodNames } from "#app/format/periods.ts";
import type { ActionView } from "#app/server/followup/views.ts";
import type { Filters } from "../filters.ts";
import {
  daysWords,
  dueWords,
  type Extra,
  originWords,
  ownerWords,
  statusWord,
  WHOLE_SETDA_NAME,
} from "../followup/words.ts";
import { link, paths } from "../links.ts";
import { count, decimal, SHARE, share, type Table, text } from "../table.ts";

/** Rencana · penanggung jawab · tenggat · status · hari · bukti, most urgent first. */
export const actionsTable = (
  kab: string,
  rows: readonly ActionView[],
  filters: Filters,
): Table<ActionView> => ({
  id: "tabel-rencana",
  caption: "Rencana tindak lanjut, yang terlambat di atas",
  fileName: `${kab}-tindak-lanjut`,
  rowHead: "rencana",
  rows,
  rowKey: ({ no }) => String(no),
  columns: [
    { key: "nomor", head: "Nomor", csvOnly: true, cell: ({ no }) => count(no) },
    {
      key: "rencana",
      head: "Rencana",
      cell: ({ no, title, origin, service }) =>
        text(
          title,
          link(paths.rencana(kab, no), filters),
          origin.kind === "bebas" && !service && !origin.place ? undefined : originWords(origin, service),
        ),
    },
    {
      key: "asal",
      head: "Asal",
      csvOnly: true,
      cell: ({ origin, service }) => text(originWords(origin, service)),
    },
    { key: "penanggung_jawab", head: "Penanggung jawab", cell: (row) => text(ownerWords(row)) },
    {
      key: "bagian",
      head: "Bagian",
      csvOnly: true,
      cell: ({ bagian }) => text(bagian?.name ?? WHOLE_SETDA_NAME),
    },
    {
      key: "direncanakan",
      head: "Direncanakan",
      csvOnly: true,
      cell: ({ plannedOn }) => ({ kind: "date", date: plannedOn, why: "" }),
    },
    {
      key: "tenggat_tanggal",
      head: "Tanggal tenggat",
      csvOnly: true,
      cell: ({ due }) => ({ kind: "date", date: due, why: "" }),
    },
    {
      key: "tenggat",
      head: "Tenggat",
      cell: (row) => text(dueWords(row), undefined, row.moved > 0 ? `digeser ${row.moved} kali` : undefined),
    },
    { key: "status", head: "Status", cell: ({ status }) => text(statusWord(status)) },
    { key: "hari", head: "Hari", cell: (row) => text(daysWords(row)) },
    { key: "hari_terlambat", head: "Hari terlambat", csvOnly: true, cell: ({ late }) => count(late) },
    {
      key: "hari_sampai_selesai",
      head: "Hari sampai selesai",
      csvOnly: true,
      cell: ({ took }) => count(took),
    },
    {
      key: "bukti",
      head: "Bukti",
      cell: ({ no, proofs, status }) =>
        count(
          proofs,
          proofs > 0 ? link(paths.rencana(kab, no), filters, { hash: "bukti" }) : undefined,
          proofs === 0 && status === "selesai" ? "belum ada" : undefined,
        ),
    },
    { key: "kendala", head: "Kendala", csvOnly: true, cell: ({ obstacles }) => text(obstacles ?? "") },
  ],
});

/** The numbers of the bar of statuses; each opens its rows. */
export const statusTable = (
  path: string,
  counts: Readonly<Record<Status, number>>,
  filters: Filters,
  extra: Extra,
): Table<Status> => ({
  id: "tabel-status",
  caption: "Rencana menurut status",
  fileName: "status",
  rowHead: "status",
  shortNames: true,
  rows: STATUSES,
  rowKey: (status) => status,
  columns: [
    { key: "status", head: "Status", cell: (status) => text(statusWord(status)) },
    {
      key: "jumlah",
      head: "Jumlah",
      cell: (status) =>
        count(
          counts[status],
          counts[status] > 0
            ? link(path, filters, { extra: { ...extra, status }, hash: "daftar" })
            : undefined,
        ),
    },
  ],
});

/** Realisasi per triwulan, newest first. */
export const quartersTable = (
  kab: string,
  quarters: readonly QuarterFigures[],
  filters: Filters,
  extra: Extra,
): Table<QuarterFigures> => ({
  id: "tabel-realisasi",
  caption: "Realisasi tindak lanjut per triwulan",
  fileName: `${kab}-realisasi-tindak-lanjut`,
  rowHead: "triwulan",
  shortNames: true,
  rows: quarters,
  rowKey: ({ quarter }) => quarter,
  columns: [
    {
      key: "triwulan",
      head: "Triwulan",
      cell: ({ quarter, running }) =>
        text(periodNames(quarter).short, undefined, running ? "sampai hari ini" : undefined),
    },
    { key: "direncanakan", head: "Direncanakan", cell: ({ planned }) => count(planned) },
    {
      key: "selesai",
      twoFigures: SHARE,
      head: "Selesai dari yang jatuh tempo",
      cell: ({ quarter, done, due }) =>
        share(
          done,
          due,
          due > 0
            ? link(paths.tindakLanjut(kab), filters, {
                extra: { ...extra, tenggat: quarter },
                hash: "daftar",
              })
            : undefined,
        ),
    },
    {
      key: "tepat_waktu",
      twoFigures: SHARE,
      head: "Tepat waktu",
      cell: ({ onTime, due }) => share(onTime, due),
    },
    { key: "digeser", head: "Tenggat digeser", cell: ({ moved }) => count(moved) },
    { key: "selesai_dalam_triwulan", head: "Selesai dalam triwulan", cell: ({ closed }) => count(closed) },
    {
      key: "median_hari",
      head: "Nilai tengah hari",
      cell: ({ medianDays }) => decimal(medianDays, 1),
    },
    {
      key: "terlambat",
      head: "Terlambat pada akhirnya",
      cell: ({ counts }) => count(counts.terlambat),
    },
    { key: "dibatalkan", head: "Dibatalkan", cell: ({ cancelled }) => count(cancelled) },
  ],
});
