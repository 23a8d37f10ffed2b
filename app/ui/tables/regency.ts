import type { BagianRow } from "#app/server/views.ts";
import type { Filters } from "../filters.ts";
import { link, paths } from "../links.ts";
import { count, type Table, text } from "../table.ts";
import { bagianName } from "../words-of.ts";
import { findingTotal, groupColumns } from "./dashboard.ts";

/** Bagian of a regency, those that lack most first; ties in the decree's order. */
export function bagianTable(kab: string, rows: readonly BagianRow[], filters: Filters): Table<BagianRow> {
  const sorted = [...rows].sort((a, b) => b.completeness.all.absent - a.completeness.all.absent);
  return {
    id: "tabel-bagian",
    caption: "Kelengkapan standar per bagian, yang terbanyak kekurangannya lebih dahulu",
    fileName: `${kab}-bagian`,
    rowHead: "bagian",
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
