import type { BagianRef, MatrixService, MatrixView } from "#app/server/views.ts";
import type { Filters } from "./filters.ts";
import type { SignKey } from "./signs.tsx";
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
  /** Services of the whole section, their components at level 0-1, and those that can't be read. */
  services: number;
  problems: number;
  unreadable: number;
  /** Those on this page. */
  rows: MatrixRow[];
}

export interface MatrixSelection {
  /** Of the whole selection, whatever page is shown. */
  summary: MatrixView["summary"];
  /** Cells by sign. */
  cells: Record<SignKey, number>;
  sections: MatrixSection[];
  /** Every row of the selection, in order. */
  rows: MatrixRow[];
  page: number;
  pages: number;
  /** 1-based place of the first and last row shown; [0, 0] where there is none. */
  shown: [number, number];
}

/** Orders, groups and cuts a page. The view must hold every row of its own selection. */
export function selectMatrix(
  view: Pick<MatrixView, "groups" | "options" | "summary">,
  filters: Filters,
  page: number | "all",
): MatrixSelection {
  const all = view.groups.flatMap(({ bagian, services }) =>
    services.map((one): MatrixRow => ({ ...one, bagian })),
  );
  const families = new Map(view.options.families.map((family) => [family.slug, family.name]));
  const sections = group(all, filters, families).map((section) => ({
    ...section,
    rows: order(section.rows, filters),
  }));
  const rows = sections.flatMap((section) => section.rows);
  const pages = Math.max(1, Math.ceil(rows.length / MATRIX_PAGE));
  const at = page === "all" ? 1 : Math.min(page, pages);
  const from = page === "all" ? 0 : (at - 1) * MATRIX_PAGE;
  const to = page === "all" ? rows.length : Math.min(rows.length, from + MATRIX_PAGE);
  const onPage = new Set(rows.slice(from, to));
  const { unjudged, ...levels } = view.summary.substance.levels;
  return {
    summary: view.summary,
    cells: { ...levels, belum: unjudged },
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
    const section = sections.get(id) ?? {
      id,
      name,
      bagian,
      services: 0,
      problems: 0,
      unreadable: 0,
      rows: [],
    };
    section.services += 1;
    section.problems += row.substance.all.problems;
    section.unreadable += row.substance.levels.T;
    section.rows.push(row);
    sections.set(id, section);
  }
  return [...sections.values()];
}

/** Most problems first, then decree order; or decree order; or by name. Sorting is stable, so ties keep the decree's order. */
function order(rows: readonly MatrixRow[], { urut }: Filters): MatrixRow[] {
  const sorted = [...rows].sort(
    (a, b) =>
      (b.decree.year ?? 0) - (a.decree.year ?? 0) || compare(a.decree.slug, b.decree.slug) || a.line - b.line,
  );
  if (urut === "nama")
    sorted.sort((a, b) => compare(a.service.name.toLowerCase(), b.service.name.toLowerCase()));
  if (urut === "masalah") sorted.sort((a, b) => b.substance.all.problems - a.substance.all.problems);
  return sorted;
}

/** One order on every machine: by code unit, not by its locale. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
