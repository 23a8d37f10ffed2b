import type { ComponentInfo } from "#app/reader/components.ts";
import type { ComponentPlace } from "#app/server/views.ts";
import type { Filters } from "../filters.ts";
import { link, paths } from "../links.ts";
import { type Table, text } from "../table.ts";
import { bagianName } from "../words-of.ts";
import { levelColumns } from "./dashboard.ts";

/** One component by place, regencies by name and bagian in the order of the decree; each figure opens its services. */
export function componentPlacesTable(
  info: ComponentInfo,
  rows: readonly ComponentPlace[],
  filters: Filters,
): Table<ComponentPlace> {
  const ofBagian = rows.some((row) => row.bagian !== null);
  const opens = ({ regency, bagian }: ComponentPlace, tingkat: readonly string[]): string =>
    link(paths.peta(regency.slug), filters, {
      change: { komponen: [info.slug], tingkat, ...(bagian ? { bagian: [bagian.slug] } : {}) },
    });
  return {
    id: "tabel-tempat",
    caption: `${info.name} per ${ofBagian ? "bagian" : "kabupaten"}`,
    fileName: `komponen-${info.slug}`,
    rowHead: ofBagian ? "bagian" : "kabupaten",
    shortNames: true,
    rows,
    rowKey: (row) => `${row.regency.slug}/${row.bagian?.slug ?? ""}`,
    columns: [
      {
        key: "kabupaten",
        head: "Kabupaten",
        csvOnly: ofBagian,
        cell: ({ regency }) =>
          text(
            regency.name,
            link(paths.kabupaten(regency.slug), filters),
            regency.sample ? "(data contoh)" : undefined,
          ),
      },
      ...(ofBagian
        ? [
            {
              key: "bagian",
              head: "Bagian",
              cell: ({ regency, bagian }: ComponentPlace) =>
                text(
                  bagianName(bagian),
                  bagian ? link(paths.bagian(regency.slug, bagian.slug), filters) : undefined,
                ),
            },
          ]
        : []),
      ...levelColumns<ComponentPlace>((row) => row.levels, opens),
    ],
  };
}
