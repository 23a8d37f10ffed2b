import type { ComponentInfo } from "#app/reader/components.ts";
import type { RegencyRef } from "#app/server/views.ts";
import type { Filters } from "../filters.ts";
import { link, paths } from "../links.ts";
import type { ComponentPlace } from "../sentences.ts";
import { count, SHARE, share, type Table, text } from "../table.ts";

export interface ComponentPlaceRow extends ComponentPlace {
  regency: RegencyRef;
}

/** Where one component is not there, per regency by name; each figure opens its services. */
export function componentPlacesTable(
  info: ComponentInfo,
  rows: readonly ComponentPlaceRow[],
  filters: Filters,
): Table<ComponentPlaceRow> {
  const services = (row: ComponentPlaceRow, tingkat: "0" | "T"): string =>
    link(paths.peta(row.regency.slug), filters, { change: { komponen: [info.slug], tingkat: [tingkat] } });
  return {
    id: "tabel-kabupaten",
    caption: `${info.name} per kabupaten`,
    fileName: `komponen-${info.slug}`,
    rowHead: "kabupaten",
    shortNames: true,
    rows,
    rowKey: (row) => row.regency.slug,
    columns: [
      {
        key: "kabupaten",
        head: "Kabupaten",
        cell: ({ regency }) =>
          text(
            regency.name,
            link(paths.kabupaten(regency.slug), filters),
            regency.sample ? "(data contoh)" : undefined,
          ),
      },
      {
        key: "tidak_ada",
        twoFigures: SHARE,
        head: "Tidak ada",
        cell: (row) =>
          share(row.absent, row.services - row.unreadable, row.absent > 0 ? services(row, "0") : undefined),
      },
      {
        key: "tidak_terbaca",
        head: "Tidak terbaca (T)",
        cell: (row) => count(row.unreadable, row.unreadable > 0 ? services(row, "T") : undefined),
      },
    ],
  };
}
