import { formatInstant, type ZoneName } from "#app/format/dates.ts";
import { periodNames } from "#app/format/periods.ts";
import type { Difference } from "#app/reports/report/differences.ts";
import type { ReportsView } from "#app/server/leadership/reports.server.ts";
import type { Filters } from "../filters.ts";
import { link, paths } from "../links.ts";
import { type Table, text } from "../table.ts";

type Head = ReportsView["reports"][number];

export const reportsTable = (
  kab: string,
  zone: ZoneName,
  reports: readonly Head[],
  filters: Filters,
): Table<Head> => ({
  id: "tabel-laporan",
  caption: "Laporan yang sudah dibuat",
  fileName: `${kab}-laporan`,
  rowHead: "laporan",
  rows: reports,
  rowKey: ({ id }) => id,
  columns: [
    {
      key: "laporan",
      head: "Laporan",
      cell: (row) => text(periodNames(row.period).name, link(paths.satuLaporan(kab, row.id), filters)),
    },
    { key: "status", head: "Status", cell: (row) => text(row.draft === 1 ? "DRAF" : "terbit") },
    { key: "nomor", head: "Nomor", cell: (row) => text(row.number || "tanpa nomor") },
    { key: "dibuat", head: "Dibuat", cell: (row) => text(formatInstant(row.issued_at, zone)) },
    { key: "oleh", head: "Oleh", cell: (row) => text(row.by) },
  ],
});

export const differencesTable = (
  kab: string,
  rows: readonly Difference[],
): Table<Difference & { at: number }> => ({
  id: "tabel-perbedaan",
  caption: "Yang kini berbeda dari laporan ini",
  fileName: `${kab}-laporan-perbedaan`,
  rowHead: "hal",
  rows: rows.map((row, at) => ({ ...row, at })),
  rowKey: ({ at }) => String(at),
  columns: [
    { key: "tabel", head: "Tabel", cell: ({ where }) => text(where) },
    { key: "hal", head: "Hal", cell: ({ what }) => text(what) },
    { key: "kolom", head: "Kolom", cell: ({ column }) => text(column) },
    { key: "dalam_laporan", head: "Dalam laporan", cell: ({ was }) => text(was) },
    { key: "kini", head: "Kini", cell: ({ is }) => text(is) },
  ],
});
