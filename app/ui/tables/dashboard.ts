import { formatCount } from "#app/format/numbers.ts";
import { countWord } from "#app/format/words.ts";
import { COMPONENTS, type ComponentKey, component } from "#app/reader/components.ts";
import { isQuestion } from "#app/scoring/all-findings.ts";
import type {
  DashboardRegency,
  FamilyRow,
  FindingCount,
  GroupSummary,
  LevelTally,
  SubstanceSummary,
} from "#app/server/views.ts";
import { type Filters, LEVEL_NAMES } from "../filters.ts";
import { judgedOf, mostProblems, problemsOf, standOut } from "../level-counts.ts";
import { link, paths } from "../links.ts";
import { LEVEL_KEYS } from "../signs.tsx";
import { type Cell, type Column, count, SHARE, share, type Table, text } from "../table.ts";
import { fewNamed } from "../words-of.ts";

/** Levels that are a problem, as a filter. */
export const PROBLEM_LEVELS = ["0", "1"] as const;

/** Figures of a group of services that a table shows whatever the group is. */
export type Grouped = Pick<GroupSummary, "services" | "substance">;

/** Services in it, problems of what is judged, public ones, free services, unreadable. `cellsPath` opens what is behind. */
export function substanceColumns<Row extends Grouped>(
  cells: (row: Row, tingkat: readonly string[]) => string | undefined,
): Column<Row>[] {
  return [
    {
      key: "bermasalah",
      twoFigures: SHARE,
      head: "Komponen bermasalah",
      cell: (row) => {
        const { problems, judged } = row.substance.all;
        return share(problems, judged, problems > 0 ? cells(row, PROBLEM_LEVELS) : undefined);
      },
    },
    {
      key: "publik_bermasalah",
      twoFigures: SHARE,
      head: "Di antaranya publik",
      cell: ({ substance }) => share(substance.public.problems, substance.public.judged),
    },
    {
      key: "layanan_tanpa_masalah",
      twoFigures: SHARE,
      head: "Layanan tanpa masalah",
      cell: ({ substance }) =>
        share(
          substance.free,
          substance.judgedServices - substance.uncertain,
          undefined,
          substance.uncertain > 0 ? `(${formatCount(substance.uncertain)} belum pasti)` : undefined,
        ),
    },
    {
      key: "tanpa_masalah_belum_pasti",
      head: "Layanan belum pasti",
      csvOnly: true,
      cell: ({ substance }) => count(substance.uncertain),
    },
    {
      key: "tidak_terbaca",
      head: "Tidak terbaca (T)",
      cell: (row) =>
        count(row.substance.levels.T, row.substance.levels.T > 0 ? cells(row, ["T"]) : undefined),
    },
    ...LEVEL_KEYS.map(
      (key): Column<Row> => ({
        key: `tingkat_${key}`,
        head: LEVEL_NAMES[key],
        csvOnly: true,
        cell: ({ substance }) => count(substance.levels[key]),
      }),
    ),
    {
      key: "belum_dinilai",
      head: "Belum dinilai",
      csvOnly: true,
      cell: ({ substance }) => count(substance.levels.unjudged),
    },
  ];
}

/** Columns that every table of places (regencies, bagian) shares: kelengkapan, then, apart from it, substance. */
export function groupColumns<Row extends GroupSummary>(
  cellsPath: (row: Row) => string,
  filters: (row: Row) => Filters,
): Column<Row>[] {
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
    {
      key: "belum_pasti",
      head: "Lengkap 14, belum pasti",
      csvOnly: true,
      cell: (row) => count(row.uncertain),
    },
    ...substanceColumns<Row>((row, tingkat) => link(cellsPath(row), filters(row), { change: { tingkat } })),
  ];
}

/**
 * The two components with most problems: "jangka waktu (9) dan biaya (3)". Nobody is named before others with as many:
 * where more than two lead, "enam komponen, masing-masing 1".
 */
export const mostProblemsWords = ({ substance: { byComponent } }: Pick<Grouped, "substance">): string => {
  const ranked = mostProblems(byComponent);
  const most = ranked[0]?.problems ?? 0;
  const named = standOut(byComponent, 2);
  if (named.size === 0 && most > 0) {
    const leading = ranked.filter(({ problems }) => problems === most).length;
    return `${countWord(leading)} komponen, masing-masing ${formatCount(most)}`;
  }
  return fewNamed(
    ranked
      .filter(({ key }) => named.has(key))
      .map(({ key, problems }) => ({ name: component(key).short, count: problems })),
  );
};

const totalOf = (counts: readonly FindingCount[]): number => counts.reduce((sum, one) => sum + one.count, 0);

/** Findings of both kinds; those that may only be asked are named apart. */
export const findingsCell = (row: Pick<GroupSummary, "findings" | "substance">, href: string): Cell => {
  const all = [...row.findings, ...row.substance.findings];
  const asked = totalOf(all.filter(({ code }) => isQuestion(code)));
  return count(totalOf(all), href, asked > 0 ? `(${formatCount(asked)} perlu konfirmasi)` : undefined);
};

const noteOn = ({ regency, services }: DashboardRegency): string | undefined => {
  const notes = [...(regency.sample ? ["data contoh"] : []), ...(services === 0 ? ["belum ada naskah"] : [])];
  return notes.length > 0 ? `(${notes.join("; ")})` : undefined;
};

/** Regencies by name: listed, not ranked, until every verdict is reviewed. */
export function dashboardTable(rows: readonly DashboardRegency[], filters: Filters): Table<DashboardRegency> {
  return {
    id: "tabel-kabupaten",
    caption: "Kelengkapan dan substansi standar per kabupaten, menurut nama",
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
          findingsCell(row, link(paths.temuan(), filters, { change: { kabupaten: [row.regency.slug] } })),
      },
      {
        key: "direviu",
        twoFigures: SHARE,
        head: "Putusan direviu",
        cell: ({ substance }) => share(substance.review.reviewed, substance.review.verdicts),
      },
    ],
  };
}

interface FamilyTableRow extends Grouped {
  slug: string | null;
  name: string | null;
}

export const familyName = ({ name }: Pick<FamilyRow, "name">): string => name ?? "Di luar rumpun";

/** The same services by family of bagian, so that regencies compare; in the order of the registry of families. */
export const familiesTable = (rows: readonly FamilyRow[], filters: Filters): Table<FamilyTableRow> => ({
  id: "tabel-rumpun",
  caption: "Substansi standar per rumpun bagian, semua kabupaten",
  fileName: "rumpun",
  rowHead: "rumpun",
  shortNames: true,
  rows,
  rowKey: (row) => row.slug ?? "tanpa-rumpun",
  columns: [
    {
      key: "rumpun",
      head: "Rumpun",
      cell: (row) =>
        text(
          familyName(row),
          row.slug ? link(paths.dasbor(), filters, { change: { rumpun: [row.slug] } }) : undefined,
        ),
    },
    { key: "layanan", head: "Layanan", cell: (row) => count(row.services) },
    ...substanceColumns<FamilyTableRow>((row) =>
      row.slug ? link(paths.dasbor(), filters, { change: { rumpun: [row.slug] } }) : undefined,
    ),
    {
      key: "terbanyak_bermasalah",
      head: "Terbanyak bermasalah",
      cell: (row) => text(mostProblemsWords(row) || "–"),
    },
  ],
});

export interface ComponentRow {
  key: ComponentKey;
  name: string;
  levels: LevelTally;
}

/** The 14 components in all regencies; a figure leads to the component's page. */
export const allComponentsTable = (
  substance: Pick<SubstanceSummary, "byComponent">,
  filters: Filters,
): Table<ComponentRow> =>
  componentLevelsTable(substance, filters, (komponen) => link(paths.komponen(komponen), filters));

/**
 * The 14 components in the decree's order: services by the level of each. `opens` leads to the services behind a figure;
 * a component of one regency (`kab`) is opened for that regency alone.
 */
export function componentLevelsTable(
  { byComponent }: Pick<SubstanceSummary, "byComponent">,
  filters: Filters,
  opens: (komponen: string, tingkat: readonly string[]) => string,
  kab?: string,
): Table<ComponentRow> {
  return {
    id: "tabel-komponen",
    caption: "Layanan menurut tingkat substansi, per komponen",
    fileName: "komponen",
    rowHead: "komponen",
    shortNames: true,
    rowKey: (row) => row.key,
    rows: COMPONENTS.map(({ key, number, short }) => ({
      key,
      name: `${number}. ${short}`,
      levels: byComponent[key],
    })),
    columns: [
      {
        key: "komponen",
        head: "Komponen",
        cell: (row) =>
          text(
            row.name,
            link(
              paths.komponen(component(row.key).slug),
              filters,
              kab ? { change: { kabupaten: [kab] } } : {},
            ),
          ),
      },
      ...levelColumns<ComponentRow>(
        (row) => row.levels,
        (row, tingkat) => opens(component(row.key).slug, tingkat),
      ),
    ],
  };
}

/** Services of a row by level: problems of what is judged, then each level, then T. */
export const levelColumns = <Row>(
  levelsOf: (row: Row) => LevelTally,
  opens: (row: Row, tingkat: readonly string[]) => string,
): Column<Row>[] => [
  {
    key: "bermasalah",
    twoFigures: SHARE,
    head: "Bermasalah",
    cell: (row) => {
      const k = problemsOf(levelsOf(row));
      return share(k, judgedOf(levelsOf(row)), k > 0 ? opens(row, PROBLEM_LEVELS) : undefined);
    },
  },
  ...LEVEL_KEYS.map(
    (key): Column<Row> => ({
      key: `tingkat_${key}`,
      head: LEVEL_NAMES[key],
      cell: (row) => {
        const n = levelsOf(row)[key];
        return count(n, n > 0 ? opens(row, [key]) : undefined);
      },
    }),
  ),
  {
    key: "tidak_terbaca",
    head: "Tidak terbaca (T)",
    cell: (row) => {
      const { T } = levelsOf(row);
      return count(T, T > 0 ? opens(row, ["T"]) : undefined);
    },
  },
  {
    key: "belum_dinilai",
    head: "Belum dinilai",
    csvOnly: true,
    cell: (row) => count(levelsOf(row).unjudged),
  },
];
