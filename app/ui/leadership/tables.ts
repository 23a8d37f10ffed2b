import type { QuarterInput } from "#app/reports/quarter/input.ts";
import type { Decision, Opens, StandardRow, Summary, WeakUnsur } from "#app/reports/quarter/summary.ts";
import { behindWords } from "#app/reports/quarter/summary-paper.ts";
import type { Filters } from "../filters.ts";
import { link, paths } from "../links.ts";
import { type Table, text } from "../table.ts";

/** Tables of the page of the leadership; each figure opens the page that holds its rows. */

type Place = Pick<QuarterInput, "period"> & { kab: string };

/** The page behind a figure, with its period. */
export function opensAt(opens: Opens, { kab, period }: Place, filters: Filters): string {
  const at = { change: { periode: period } };
  switch (opens) {
    case "ikm":
      return link(paths.hitungan(kab), filters, at);
    case "responden":
      return link(paths.skm(kab), filters, at);
    case "jangka-waktu":
      return link(paths.komponen("jangka-waktu"), filters, { change: { kabupaten: [kab] } });
    case "temuan":
      return link(paths.temuan(), filters, { change: { kabupaten: [kab] } });
    case "layanan":
      return link(paths.kabupaten(kab), filters);
  }
}

export const standardsTable = (summary: Summary, place: Place, filters: Filters): Table<StandardRow> => ({
  id: "tabel-standar",
  caption: "Standar pelayanan",
  fileName: `${place.kab}-ringkasan-standar`,
  rowHead: "hal",
  shortNames: true,
  rows: summary.standards,
  rowKey: ({ label }) => label,
  columns: [
    { key: "hal", head: "Standar pelayanan", cell: (row) => text(row.label) },
    { key: "kini", head: "Kini", cell: (row) => text(row.now, opensAt(row.opens, place, filters)) },
    { key: "triwulan_lalu", head: "Triwulan lalu", cell: (row) => text(row.before) },
    { key: "terbanyak", head: "Paling banyak kurang di", cell: (row) => text(row.most) },
  ],
});

export const weakestTable = (
  summary: Summary,
  { kab, period }: Place,
  filters: Filters,
): Table<WeakUnsur> => ({
  id: "tabel-unsur-terlemah",
  caption: "Unsur terlemah",
  fileName: `${kab}-ringkasan-unsur`,
  rowHead: "unsur",
  rows: summary.weakest,
  rowKey: ({ key }) => key,
  columns: [
    {
      key: "unsur",
      head: "Unsur terlemah",
      cell: (row) =>
        text(
          row.name,
          link(paths.hitungan(kab), filters, { change: { periode: period }, extra: { unsur: row.key } }),
        ),
    },
    {
      key: "nilai",
      head: "Nilai, mutu",
      cell: (row) => text(row.words, undefined, `selang ${row.interval}`),
    },
    { key: "triwulan_lalu", head: "Triwulan lalu", cell: (row) => text(row.before) },
    {
      key: "layanan",
      head: "Layanan di belakangnya",
      cell: (row) =>
        text(
          behindWords(row),
          row.services.length > 0
            ? link(paths.janji(kab), filters, { change: { periode: period } })
            : undefined,
        ),
    },
  ],
});

export const prioritiesTable = (
  summary: Summary,
  { kab }: Place,
  filters: Filters,
): Table<Summary["priorities"][number]> => ({
  id: "tabel-prioritas",
  caption: "Prioritas perbaikan",
  fileName: `${kab}-ringkasan-prioritas`,
  rowHead: "layanan",
  rows: summary.priorities,
  rowKey: ({ service }) => String(service.no),
  columns: [
    {
      key: "layanan",
      head: "Layanan dan bagian",
      cell: ({ service, bagian }) => text(service.name, link(paths.layanan(kab, service), filters), bagian),
    },
    { key: "sebab", head: "Sebab", cell: ({ reason }) => text(reason) },
    { key: "tindakan", head: "Tindakan", cell: ({ deed }) => text(deed) },
    {
      key: "siapa_dan_kapan",
      head: "Siapa dan kapan",
      cell: ({ owner, due }) => text(owner === due ? owner : `${owner}; ${due}`),
    },
  ],
});

export const decisionsTable = (summary: Summary, { kab }: Place): Table<Decision> => ({
  id: "tabel-keputusan",
  caption: "Keputusan yang diminta",
  fileName: `${kab}-ringkasan-keputusan`,
  rowHead: "keputusan",
  rows: summary.decisions,
  rowKey: ({ what }) => what,
  columns: [
    { key: "keputusan", head: "Keputusan", cell: ({ what }) => text(what) },
    { key: "siapa", head: "Siapa", cell: ({ who }) => text(who) },
    { key: "kapan", head: "Kapan", cell: ({ when }) => text(when) },
  ],
});
