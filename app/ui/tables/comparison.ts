import { component } from "#app/reader/components.ts";
import type { ComparisonView } from "#app/server/comparison.server.ts";
import type { Filters } from "../filters.ts";
import { link, paths } from "../links.ts";
import { type Table, text } from "../table.ts";
import { bagianName, componentChangeWords } from "../words-of.ts";

export type ComparedRow = ComparisonView["rows"][number];

export const SERVICE_CHANGE_WORDS: Record<ComparedRow["change"], string> = {
  baru: "baru",
  tidak_ada_lagi: "tidak dimuat lagi",
  berubah: "berubah",
  sama: "sama",
};

/** A decree that amends another leaves out what goes on: the register still counts it, and the row says so. */
const stateWords = ({ change, before }: ComparedRow): string =>
  change === "tidak_ada_lagi" && before?.service
    ? `${SERVICE_CHANGE_WORDS[change]}, masih dihitung`
    : SERVICE_CHANGE_WORDS[change];

/** The side that names a row: the later one where it has the service. */
export const sideOf = (row: ComparedRow) => {
  const side = row.after ?? row.before;
  if (!side) throw new Error("a compared row has a table on neither side");
  return side;
};

/** Anchor of a changed service on the page. */
export const anchorOf = (row: ComparedRow): string => `layanan-baris-${sideOf(row).line}`;

/** What became of every service, changed ones with their components. */
export function comparisonTable(view: ComparisonView, filters: Filters): Table<ComparedRow> {
  const order: readonly ComparedRow["change"][] = ["baru", "tidak_ada_lagi", "berubah", "sama"];
  return {
    id: "tabel-banding",
    caption: "Layanan pada kedua teks",
    fileName: `banding-${view.after.slug}-${view.before.slug}`,
    rowHead: "layanan",
    rows: [...view.rows].sort((a, b) => order.indexOf(a.change) - order.indexOf(b.change)),
    rowKey: (row) => `${row.after?.line ?? ""}/${row.before?.line ?? ""}`,
    columns: [
      {
        key: "layanan",
        head: "Layanan",
        cell: (row) => {
          const { name, service } = sideOf(row);
          return text(name, service ? link(paths.layanan(view.regency.slug, service), filters) : undefined);
        },
      },
      { key: "bagian", head: "Bagian", cell: (row) => text(bagianName({ name: sideOf(row).bagian })) },
      {
        key: "keadaan",
        head: "Keadaan",
        cell: (row) => text(stateWords(row), row.change === "berubah" ? `#${anchorOf(row)}` : undefined),
      },
      {
        key: "komponen",
        head: "Yang berubah",
        cell: (row) => text(changesOf(row).join("; ") || "–"),
      },
    ],
  };
}

const changesOf = (row: ComparedRow): string[] => [
  ...(row.renamed ? ["nama layanan"] : []),
  ...row.components.map((one) => `${component(one.key).short}: ${componentChangeWords(one.change)}`),
];
