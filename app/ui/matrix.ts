import { COMPONENT_KEYS, COMPONENTS, type ComponentKey } from "#app/reader/components.ts";
import type {
  BagianRef,
  GroupSummary,
  MatrixService,
  MatrixView,
  ServiceFilter,
  Tally,
} from "#app/server/views.ts";
import { type FilterKey, type Filters, type Level, toServiceFilter } from "./filters.ts";
import { SIGN_OF } from "./signs.tsx";
import { bagianName } from "./words-of.ts";

/** Rows of the map on one page. */
export const MATRIX_PAGE = 80;

/** A service with the bagian it stands under: regrouping must not lose it. */
export interface MatrixRow extends MatrixService {
  bagian: BagianRef;
}

export interface MatrixSection {
  id: string;
  /** Null where services are not grouped. */
  name: string | null;
  /** Set where the section is one bagian. */
  bagian: BagianRef | null;
  /** Services of the whole section, and the cells in them that are not there or unreadable. */
  services: number;
  absent: number;
  unreadable: number;
  /** Those on this page. */
  rows: MatrixRow[];
}

export interface MatrixSelection {
  /** Of the whole selection, whatever page is shown. */
  summary: Pick<GroupSummary, "services" | "completeness" | "absentByComponent" | "unreadableByComponent">;
  /** Cells by sign. */
  cells: Record<Level, number>;
  sections: MatrixSection[];
  /** Every row of the selection, in order. */
  rows: MatrixRow[];
  page: number;
  pages: number;
  /** 1-based place of the first and last row shown; [0, 0] where there is none. */
  shown: [number, number];
}

const hasLevel = (row: MatrixRow, filters: Filters): boolean => {
  const looked = COMPONENTS.filter(
    ({ slug }) => filters.komponen.length === 0 || filters.komponen.includes(slug),
  );
  return looked.some(({ key }) => filters.tingkat.includes(SIGN_OF[row.cells[key].state]));
};

/**
 * What the use case filters for the map. Where signs are chosen, `selectMatrix` looks for them in the chosen components;
 * by itself a chosen component means "not there or unreadable".
 */
export const matrixFilter = (filters: Filters, uses: readonly FilterKey[]): ServiceFilter =>
  toServiceFilter(filters.tingkat.length > 0 ? { ...filters, komponen: [] } : filters, uses);

/** Filters by the state of cells, orders, groups and cuts a page. The view must hold every row of its own selection. */
export function selectMatrix(
  view: Pick<MatrixView, "groups" | "options">,
  filters: Filters,
  page: number | "all",
): MatrixSelection {
  const all = view.groups.flatMap(({ bagian, services }) =>
    services.map((one): MatrixRow => ({ ...one, bagian })),
  );
  const kept = filters.tingkat.length === 0 ? all : all.filter((row) => hasLevel(row, filters));
  const families = new Map(view.options.families.map((family) => [family.slug, family.name]));
  const sections = group(kept, filters, families).map((section) => ({
    ...section,
    rows: order(section.rows, filters),
  }));
  const rows = sections.flatMap((section) => section.rows);
  const pages = Math.max(1, Math.ceil(rows.length / MATRIX_PAGE));
  const at = page === "all" ? 1 : Math.min(page, pages);
  const from = page === "all" ? 0 : (at - 1) * MATRIX_PAGE;
  const to = page === "all" ? rows.length : Math.min(rows.length, from + MATRIX_PAGE);
  const onPage = new Set(rows.slice(from, to));
  const summary = summarise(rows);
  return {
    summary,
    cells: {
      "0": summary.completeness.all.absent,
      T: summary.completeness.all.unreadable,
      belum: summary.completeness.all.present,
    },
    sections: sections
      .map((section) => ({ ...section, rows: section.rows.filter((row) => onPage.has(row)) }))
      .filter((section) => section.rows.length > 0),
    rows,
    page: at,
    pages,
    shown: rows.length === 0 ? [0, 0] : [from + 1, to],
  };
}

function group(
  rows: readonly MatrixRow[],
  filters: Filters,
  families: ReadonlyMap<string, string>,
): MatrixSection[] {
  const sections = new Map<string, MatrixSection>();
  for (const row of rows) {
    const family = row.bagian.family;
    const [id, name, bagian] =
      filters.kelompok === "bagian"
        ? [row.bagian.slug, bagianName(row.bagian), row.bagian]
        : filters.kelompok === "rumpun"
          ? [family ?? "tanpa-rumpun", family ? (families.get(family) ?? family) : "Di luar rumpun", null]
          : ["semua", null, null];
    const section = sections.get(id) ?? { id, name, bagian, services: 0, absent: 0, unreadable: 0, rows: [] };
    section.services += 1;
    section.absent += row.completeness.all.absent;
    section.unreadable += row.completeness.all.unreadable;
    section.rows.push(row);
    sections.set(id, section);
  }
  return [...sections.values()];
}

/** Most missing first, then decree order; or decree order; or by name. Sorting is stable, so ties keep the decree's order. */
function order(rows: readonly MatrixRow[], { urut }: Filters): MatrixRow[] {
  const sorted = [...rows].sort(
    (a, b) =>
      (b.decree.year ?? 0) - (a.decree.year ?? 0) || compare(a.decree.slug, b.decree.slug) || a.line - b.line,
  );
  if (urut === "nama")
    sorted.sort((a, b) => compare(a.service.name.toLowerCase(), b.service.name.toLowerCase()));
  if (urut === "masalah") sorted.sort((a, b) => b.completeness.all.absent - a.completeness.all.absent);
  return sorted;
}

/** One order on every machine: by code unit, not by its locale. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const addTally = (a: Tally, b: Tally): Tally => ({
  present: a.present + b.present,
  absent: a.absent + b.absent,
  unreadable: a.unreadable + b.unreadable,
});

function summarise(rows: readonly MatrixRow[]): MatrixSelection["summary"] {
  const none: Tally = { present: 0, absent: 0, unreadable: 0 };
  const countOf = (state: "tidak_ada" | "T"): Record<ComponentKey, number> =>
    Object.fromEntries(
      COMPONENT_KEYS.map((key) => [key, rows.filter((row) => row.cells[key].state === state).length]),
    ) as Record<ComponentKey, number>;
  const tally = (part: keyof MatrixService["completeness"]): Tally =>
    rows.reduce((sum, row) => addTally(sum, row.completeness[part]), none);
  return {
    services: rows.length,
    completeness: { all: tally("all"), public: tally("public"), internal: tally("internal") },
    absentByComponent: countOf("tidak_ada"),
    unreadableByComponent: countOf("T"),
  };
}
