import type { BagianRow, DecreeSummary } from "#app/server/views.ts";
import type { Filters } from "../filters.ts";
import { link, paths } from "../links.ts";
import { count, SHARE, share, type Table, text } from "../table.ts";
import { bagianName, decreeName } from "../words-of.ts";
import { findingTotal, groupColumns } from "./dashboard.ts";

/** Bagian of a regency, those that lack most first; ties in the decree's order. */
export function bagianTable(kab: string, rows: readonly BagianRow[], filters: Filters): Table<BagianRow> {
  const sorted = [...rows].sort((a, b) => b.completeness.all.absent - a.completeness.all.absent);
  return {
    id: "tabel-bagian",
    caption: "Kelengkapan standar per bagian, yang terbanyak kekurangannya lebih dahulu",
    fileName: `${kab}-bagian`,
    rowHead: "bagian",
    shortNames: true,
    rows: sorted,
    rowKey: (row) => row.bagian.slug,
    columns: [
      {
        key: "bagian",
        head: "Bagian",
        cell: (row) => text(bagianName(row.bagian), link(paths.bagian(kab, row.bagian.slug), filters)),
      },
      ...groupColumns<BagianRow>(
        () => paths.peta(kab),
        (row) => ({ ...filters, bagian: [row.bagian.slug] }),
      ),
      {
        key: "temuan",
        head: "Temuan",
        cell: (row) =>
          count(
            findingTotal(row),
            link(paths.temuan(), filters, { change: { kabupaten: [kab], bagian: [row.bagian.slug] } }),
          ),
      },
    ],
  };
}

/** The decree's own points: signed when, list against annex, maklumat, lines without owner. */
export const decreesTable = (
  kab: string,
  rows: readonly DecreeSummary[],
  filters: Filters,
): Table<DecreeSummary> => ({
  id: "tabel-keputusan",
  caption: "Keputusan yang berlaku",
  fileName: `${kab}-keputusan`,
  rowHead: "keputusan",
  rows,
  rowKey: (row) => row.slug,
  columns: [
    {
      key: "keputusan",
      head: "Keputusan",
      cell: (row) => text(decreeName(row), link(paths.teks(row.slug, row.version), filters)),
    },
    {
      key: "ditetapkan",
      head: "Ditetapkan",
      cell: (row) => ({ kind: "date", date: row.signed, why: "tanggal tidak terbaca" }),
    },
    {
      key: "daftar",
      head: "Daftar lawan lampiran",
      cell: (row) =>
        row.declared === 0
          ? text("tidak memuat daftar layanan", link(paths.daftar(row.slug), filters))
          : text(
              `${row.declared} ditetapkan: ${row.withoutTable} tanpa tabel, ${row.undeclared} tabel di luar daftar`,
              link(paths.daftar(row.slug), filters),
            ),
    },
    { key: "maklumat", head: "Maklumat pelayanan", cell: (row) => text(row.maklumat ? "ada" : "tidak ada") },
    {
      key: "tanpa_pemilik",
      twoFigures: SHARE,
      head: "Baris lampiran tanpa pemilik",
      cell: ({ coverage }) => share(coverage.unassignedLines, coverage.annexLines),
    },
  ],
});
