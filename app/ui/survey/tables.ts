import { periodNames } from "#app/format/periods.ts";
import type { IndexView, UnsurView } from "#app/server/survey/index-view.ts";
import type { BagianSurvey, ProfileRow, SurveyView, TrendRow, UnitRow } from "#app/server/survey/views.ts";
import { SMALL_N } from "#app/survey/warnings.ts";
import type { Filters } from "../filters.ts";
import { link, paths } from "../links.ts";
import { type Column, count, decimal, deeds, type Table, text } from "../table.ts";
import { bagianName } from "../words-of.ts";
import { intervalWords, PROFILE_WORDS, profileValue, shortChange, unitName } from "./words.ts";

/** Unsur from below that practice plans for, whatever their grade. */
const WEAKEST = 3;

/**
 * Nine unsur, lowest first, as the chart above draws them; each opens its calculation.
 * @param plans the form of a plan; offered of the three lowest, and of all below mutu B
 */
export function unsurTable(
  fileName: string,
  unsur: readonly UnsurView[],
  opens: (unsur: UnsurView) => string | undefined,
  comparedWith: string | null,
  plans?: (unsur: UnsurView) => string,
): Table<UnsurView> {
  const rows = [...unsur].sort((a, b) => (a.nilai ?? 101) - (b.nilai ?? 101));
  const before = comparedWith ? periodNames(comparedWith).short : "Periode lalu";
  return {
    id: "tabel-unsur",
    caption: "Nilai tiap unsur, dari yang terendah",
    fileName: `${fileName}-unsur`,
    rowHead: "unsur",
    shortNames: true,
    rows,
    rowKey: (row) => row.key,
    columns: [
      { key: "unsur", head: "Unsur", cell: (row) => text(row.name, opens(row)) },
      { key: "jumlah", head: "Jumlah nilai", cell: (row) => count(row.n === 0 ? null : row.sum) },
      { key: "n", head: "n", cell: (row) => count(row.n) },
      { key: "nrr", head: "NRR", cell: (row) => decimal(row.nrr, 3) },
      { key: "nilai", head: "NRR × 25", cell: (row) => decimal(row.nilai, 2) },
      { key: "mutu", head: "Mutu", cell: (row) => text(row.mutu ?? "") },
      { key: "selang", head: "Selang 95%", cell: (row) => text(intervalWords(row.interval)) },
      {
        key: "periode_lalu",
        head: before,
        cell: (row) => decimal(row.before, 2, row.change ? changeNote(row) : undefined),
      },
      ...(plans
        ? [
            deeds<UnsurView>("Tindak lanjut", (row) =>
              row.nilai !== null && (rows.indexOf(row) < WEAKEST || row.mutu === "C" || row.mutu === "D")
                ? [{ name: "Buat rencana", href: plans(row) }]
                : [],
            ),
          ]
        : []),
    ],
  };
}

const changeNote = ({ change }: UnsurView): string | undefined =>
  change && change.direction !== "belum pasti" ? change.direction : undefined;

const indexColumns = <Row>(
  index: (row: Row) => IndexView,
  opens: (row: Row) => string | undefined,
): Column<Row>[] => [
  { key: "n", head: "n", cell: (row) => count(index(row).n) },
  { key: "ikm", head: "IKM", cell: (row) => decimal(index(row).ikm, 2, undefined, opens(row)) },
  {
    key: "mutu",
    head: "Mutu",
    cell: (row) => text(index(row).mutu ?? "", undefined, index(row).n < SMALL_N ? "(n < 5)" : undefined),
  },
  { key: "selang", head: "Selang 95%", cell: (row) => text(intervalWords(index(row).interval)) },
  {
    key: "perubahan",
    head: "Perubahan",
    cell: (row) => text(shortChange(index(row).change)),
  },
];

/** Bagian by name order of the register; nothing is ranked inside its interval. */
export const bagianSurveyTable = (kab: string, view: SurveyView, filters: Filters): Table<BagianSurvey> => ({
  id: "tabel-skm-bagian",
  caption: "IKM per bagian: jawaban semua layanan di bawahnya digabung",
  fileName: `${kab}-skm-bagian`,
  rowHead: "bagian",
  shortNames: true,
  rows: view.bagian,
  rowKey: (row) => row.bagian?.slug ?? "tanpa-bagian",
  columns: [
    {
      key: "bagian",
      head: "Bagian",
      cell: (row) =>
        text(
          row.bagian ? bagianName(row.bagian) : "Bagian tidak disebut dalam naskah",
          link(paths.skm(kab), filters, { change: { bagian: [row.bagian?.slug ?? "tanpa-bagian"] } }),
        ),
    },
    { key: "layanan", head: "Layanan disurvei", cell: (row) => count(row.services.length) },
    ...indexColumns<BagianSurvey>(
      (row) => row.index,
      (row) =>
        link(paths.hitungan(kab), filters, {
          change: { bagian: [row.bagian?.slug ?? "tanpa-bagian"], periode: view.period ?? "" },
        }),
    ),
  ],
});

export const serviceSurveyTable = (kab: string, view: SurveyView, filters: Filters): Table<UnitRow> => ({
  id: "tabel-skm-layanan",
  caption: "IKM per layanan",
  fileName: `${kab}-skm-layanan`,
  rowHead: "layanan",
  rows: view.bagian.flatMap(({ services }) => services),
  rowKey: ({ unit }) => (unit.kind === "layanan" ? String(unit.service.no) : unit.kind),
  columns: [
    {
      key: "layanan",
      head: "Layanan",
      cell: ({ unit }) =>
        text(
          unitName(unit),
          unit.kind === "layanan" ? link(paths.skmLayanan(kab, unit.service), filters) : undefined,
        ),
    },
    {
      key: "bagian",
      head: "Bagian",
      cell: ({ unit }) => text(unit.kind === "layanan" && unit.bagian ? bagianName(unit.bagian) : ""),
    },
    ...indexColumns<UnitRow>(
      (row) => row.index,
      ({ unit }) =>
        unit.kind === "layanan"
          ? link(paths.hitungan(kab), filters, {
              change: { periode: view.period ?? "" },
              extra: { layanan: unit.service.no },
            })
          : undefined,
    ),
  ],
});

export const trendTable = (
  fileName: string,
  rows: readonly TrendRow[],
  opens: (row: TrendRow) => string | undefined = () => undefined,
): Table<TrendRow> => ({
  id: "tabel-tren",
  caption: "IKM tiap periode",
  fileName: `${fileName}-tren`,
  rowHead: "periode",
  shortNames: true,
  rows,
  rowKey: (row) => row.period,
  columns: [
    { key: "periode", head: "Periode", cell: (row) => text(periodNames(row.period).name) },
    { key: "n", head: "n", cell: (row) => count(row.n) },
    {
      key: "ikm",
      head: "IKM",
      cell: (row) => decimal(row.ikm, 2, row.ikm === null ? "tidak disurvei" : undefined, opens(row)),
    },
    { key: "mutu", head: "Mutu", cell: (row) => text(row.mutu ?? "") },
    { key: "selang", head: "Selang 95%", cell: (row) => text(intervalWords(row.interval)) },
    { key: "instrumen", head: "Instrumen", cell: (row) => text(row.edition ?? "") },
  ],
});

/** People per group; a page shows each group by itself, a file all of them with the group's name. */
export const profileTable = (
  fileName: string,
  rows: readonly ProfileRow[],
  group?: ProfileRow["group"],
): Table<ProfileRow> => ({
  id: group ? `tabel-profil-${group}` : "tabel-profil",
  caption: group
    ? `${PROFILE_WORDS[group]} responden`
    : "Responden menurut kelompok; kelompok di bawah lima orang digabung sebagai lainnya",
  fileName: `${fileName}-profil`,
  rowHead: "kelompok",
  shortNames: true,
  rows,
  rowKey: (row) => `${row.group}:${row.joined ? "" : row.value}`,
  columns: [
    { key: "ciri", head: "Ciri", csvOnly: true, cell: (row) => text(PROFILE_WORDS[row.group]) },
    { key: "kelompok", head: "Kelompok", cell: (row) => text(profileValue(row)) },
    { key: "n", head: "n", cell: (row) => count(row.n) },
    { key: "ikm", head: "IKM", cell: (row) => decimal(row.ikm, 2, row.ikm === null ? "n < 5" : undefined) },
  ],
});

export const neverSurveyedTable = (
  kab: string,
  rows: SurveyView["neverSurveyed"],
  filters: Filters,
): Table<SurveyView["neverSurveyed"][number]> => ({
  id: "tabel-belum-disurvei",
  caption: "Layanan yang belum disurvei pada periode ini",
  fileName: `${kab}-belum-disurvei`,
  rowHead: "layanan",
  rows,
  rowKey: ({ service }) => String(service.no),
  columns: [
    {
      key: "layanan",
      head: "Layanan",
      cell: ({ service }) => text(service.name, link(paths.layanan(kab, service), filters)),
    },
    { key: "bagian", head: "Bagian", cell: ({ bagian }) => text(bagian ? bagianName(bagian) : "") },
  ],
});
