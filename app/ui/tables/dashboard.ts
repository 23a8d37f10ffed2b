import { COMPONENTS, component } from "#app/reader/components.ts";
import type { DashboardRegency, GroupSummary } from "#app/server/views.ts";
import type { Filters } from "../filters.ts";
import { link, paths } from "../links.ts";
import { mostAbsent } from "../sentences.ts";
import { type Column, count, SHARE, share, type Table, text } from "../table.ts";
import { fewNamed } from "../words-of.ts";

/** Columns that every table of groups (regencies, bagian) shares. `cellsPath` opens the services behind a figure. */
export function groupColumns<Row extends GroupSummary>(
  cellsPath: (row: Row) => string,
  filters: (row: Row) => Filters,
): Column<Row>[] {
  const cells = (row: Row, tingkat: "0" | "T"): string =>
    link(cellsPath(row), filters(row), { change: { tingkat: [tingkat] } });
  return [
    {
      key: "layanan",
      head: "Layanan",
      cell: (row) => count(row.services, row.services > 0 ? link(cellsPath(row), filters(row)) : undefined),
    },
    {
      key: "lengkap_14",
      twoFigures: SHARE,
      head: "Lengkap 14",
      cell: (row) =>
        share(
          row.complete,
          row.complete + row.incomplete,
          undefined,
          row.uncertain > 0 ? `(${row.uncertain} belum pasti)` : undefined,
        ),
    },
    { key: "belum_pasti", head: "Belum pasti", csvOnly: true, cell: (row) => count(row.uncertain) },
    {
      key: "komponen_tidak_ada",
      twoFigures: SHARE,
      head: "Komponen tidak ada",
      cell: (row) => {
        const { present, absent } = row.completeness.all;
        return share(absent, present + absent, absent > 0 ? cells(row, "0") : undefined);
      },
    },
    {
      key: "publik_tidak_ada",
      twoFigures: SHARE,
      head: "Di antaranya publik",
      cell: (row) => {
        const { present, absent } = row.completeness.public;
        return share(absent, present + absent);
      },
    },
    {
      key: "tidak_terbaca",
      head: "Tidak terbaca (T)",
      cell: (row) => {
        const { unreadable } = row.completeness.all;
        return count(unreadable, unreadable > 0 ? cells(row, "T") : undefined);
      },
    },
    {
      key: "terbanyak_tidak_ada",
      head: "Terbanyak tidak ada",
      cell: (row) => text(mostAbsentWords(row) || "–"),
    },
  ];
}

const mostAbsentWords = (summary: GroupSummary): string =>
  fewNamed(
    mostAbsent(summary.absentByComponent).map(({ key, count: n }) => ({
      name: component(key).short,
      count: n,
    })),
  );

/** All findings of a group. */
export const findingTotal = (summary: Pick<GroupSummary, "findings">): number =>
  summary.findings.reduce((sum, one) => sum + one.count, 0);

const noteOn = ({ regency, services }: DashboardRegency): string | undefined => {
  const notes = [...(regency.sample ? ["data contoh"] : []), ...(services === 0 ? ["belum ada naskah"] : [])];
  return notes.length > 0 ? `(${notes.join("; ")})` : undefined;
};

/** Regencies by name: listed, not ranked, until every verdict is reviewed. */
export function dashboardTable(rows: readonly DashboardRegency[], filters: Filters): Table<DashboardRegency> {
  return {
    id: "tabel-kabupaten",
    caption: "Kelengkapan standar per kabupaten, menurut nama",
    fileName: "dasbor",
    rowHead: "kabupaten",
    shortNames: true,
    rows,
    rowKey: (row) => row.regency.slug,
    columns: [
      {
        key: "kabupaten",
        head: "Kabupaten",
        cell: (row) => text(row.regency.name, link(paths.kabupaten(row.regency.slug), filters), noteOn(row)),
      },
      { key: "tahun_keputusan", head: "Tahun keputusan", cell: (row) => text(row.years.join(", ") || "–") },
      ...groupColumns<DashboardRegency>(
        (row) => paths.peta(row.regency.slug),
        () => filters,
      ),
      {
        key: "temuan",
        head: "Temuan",
        cell: (row) =>
          count(
            findingTotal(row),
            link(paths.temuan(), filters, { change: { kabupaten: [row.regency.slug] } }),
          ),
      },
    ],
  };
}

interface ComponentRow {
  key: (typeof COMPONENTS)[number]["key"];
  name: string;
  absent: number;
  unreadable: number;
  n: number;
}

/** The 14 components in the decree's order: in how many services each is not there. */
export function componentCountsTable(
  summary: GroupSummary,
  filters: Filters,
  fileName = "komponen",
): Table<ComponentRow> {
  return {
    id: "tabel-komponen",
    caption: "Layanan yang komponennya tidak ada, per komponen",
    fileName,
    rowHead: "komponen",
    shortNames: true,
    rowKey: (row) => row.key,
    rows: COMPONENTS.map(({ key, number, short }) => ({
      key,
      name: `${number}. ${short}`,
      absent: summary.absentByComponent[key],
      unreadable: summary.unreadableByComponent[key],
      n: summary.services - summary.unreadableByComponent[key],
    })),
    columns: [
      {
        key: "komponen",
        head: "Komponen",
        cell: (row) => text(row.name, link(paths.komponen(component(row.key).slug), filters)),
      },
      { key: "tidak_ada", twoFigures: SHARE, head: "Tidak ada", cell: (row) => share(row.absent, row.n) },
      { key: "tidak_terbaca", head: "Tidak terbaca (T)", cell: (row) => count(row.unreadable) },
    ],
  };
}
