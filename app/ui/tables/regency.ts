import { formatShortDate } from "#app/format/dates.ts";
import { REVIEW_YEARS } from "#app/scoring/decree-age.ts";
import type { AgedDecree, BagianRow, RegencyView, SubstanceSummary } from "#app/server/views.ts";
import type { Filters } from "../filters.ts";
import { link, paths } from "../links.ts";
import { type Cell, SHARE, share, type Table, text } from "../table.ts";
import { bagianName, decreeName } from "../words-of.ts";
import {
  type ComponentRow,
  componentLevelsTable,
  findingsCell,
  groupColumns,
  mostProblemsWords,
} from "./dashboard.ts";

/** Bagian of a regency, those with most problems first; ties in the decree's order. */
export function bagianTable(kab: string, rows: readonly BagianRow[], filters: Filters): Table<BagianRow> {
  const sorted = [...rows].sort((a, b) => b.substance.all.problems - a.substance.all.problems);
  return {
    id: "tabel-bagian",
    caption: "Kelengkapan dan substansi per bagian, yang terbanyak masalahnya lebih dahulu",
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
        key: "terbanyak_di",
        head: "Terbanyak di",
        cell: (row) => text(mostProblemsWords(row) || "–"),
      },
      {
        key: "temuan",
        head: "Temuan",
        cell: (row) =>
          findingsCell(
            row,
            link(paths.temuan(), filters, { change: { kabupaten: [kab], bagian: [row.bagian.slug] } }),
          ),
      },
    ],
  };
}

/** The 14 components in a regency; a figure leads to the map of its services. */
export const regencyComponentsTable = (
  kab: string,
  substance: Pick<SubstanceSummary, "byComponent">,
  filters: Filters,
): Table<ComponentRow> => {
  const table = componentLevelsTable(
    substance,
    filters,
    (komponen, tingkat) => link(paths.peta(kab), filters, { change: { komponen: [komponen], tingkat } }),
    kab,
  );
  return { ...table, fileName: `${kab}-komponen` };
};

/** How old a decree is, against the working threshold. */
function ageWords(age: AgedDecree["age"]): string {
  if (!age) return "–";
  const words = [
    ...(age.years > 0 ? [`${age.years} tahun`] : []),
    ...(age.months > 0 ? [`${age.months} bulan`] : []),
  ].join(" ");
  const due = formatShortDate(age.due);
  return `${words || "kurang dari sebulan"}; ${age.overdue ? `melewati batas kerja ${REVIEW_YEARS} tahun sejak ${due}` : `batas kerja ${REVIEW_YEARS} tahun pada ${due}`}`;
}

const answerWords = { true: "ada", false: "tidak disebut", null: "tidak dapat dinilai" } as const;

/** The decree's own points: signed when and how old, list against annex, maklumat, konsultasi, predecessor, lines without owner. */
export function decreesTable(
  kab: string,
  rows: readonly AgedDecree[],
  { decreeVerdicts }: Pick<RegencyView, "decreeVerdicts">,
  filters: Filters,
): Table<AgedDecree> {
  const answer = (row: AgedDecree, id: string): Cell => {
    const verdict = decreeVerdicts.find((one) => one.decree === row.slug && one.id === id);
    return text(verdict ? answerWords[`${verdict.met}`] : "belum dinilai");
  };
  return {
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
      { key: "umur", head: "Umur", cell: (row) => text(ageWords(row.age)) },
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
      {
        key: "maklumat",
        head: "Maklumat pelayanan",
        cell: (row) => text(row.maklumat ? "ada" : "tidak ada"),
      },
      {
        key: "konsultasi",
        head: "Forum konsultasi publik",
        cell: (row) => answer(row, "keputusan.konsultasi"),
      },
      {
        key: "pendahulu",
        head: "Keputusan terdahulu",
        cell: (row) => answer(row, "keputusan.pendahulu"),
      },
      {
        key: "tanpa_pemilik",
        twoFigures: SHARE,
        head: "Baris lampiran tanpa pemilik",
        cell: ({ coverage }) => share(coverage.unassignedLines, coverage.annexLines),
      },
    ],
  };
}
