import { COMPONENT_KEYS, type ComponentKey } from "#app/reader/components.ts";
import type { LineRange } from "#app/reader/schema.ts";
import type {
  ComponentState,
  DecreeTable,
  DecreeTextTable,
  RegencyTable,
  ServiceTable,
  ServiceTextTable,
} from "#db/schema.ts";
import type {
  BagianRef,
  Cell,
  Cells,
  Completeness,
  DecreeRef,
  RegencyRef,
  ServiceRef,
  ServiceUser,
} from "./views.ts";

/** Rows of the database → what pages receive. Used by every use case that reads. */

/** Stands on every chart and file of an invented regency. */
export const SAMPLE_MARK = "data contoh";

export const regencyRef = (row: RegencyTable): RegencyRef => ({
  r: row.id,
  slug: row.slug,
  name: `${row.kind} ${row.name}`,
  shortName: row.name,
  zone: row.zone,
  code: row.code,
  sample: row.sample === 1,
});

export const decreeRef = (
  row: Pick<DecreeTable, "slug" | "issuer" | "number" | "year" | "signed"> &
    Pick<DecreeTextTable, "version" | "facts_only">,
): DecreeRef => ({
  slug: row.slug,
  version: row.version,
  issuer: row.issuer,
  number: row.number,
  year: row.year,
  signed: row.signed,
  factsOnly: row.facts_only === 1,
});

/** The decrees of services in force, each once, in the order of the services. */
export const decreesOf = (
  rows: readonly (Parameters<typeof decreeRef>[0] & { decree_slug: string })[],
): DecreeRef[] => [
  ...new Map(
    rows.map((row) => [`${row.decree_slug}/${row.version}`, decreeRef({ ...row, slug: row.decree_slug })]),
  ).values(),
];

/** Slug of what stands under no bagian. */
export const NO_BAGIAN = "tanpa-bagian";

export const bagianRef = (row: {
  bagian_slug: string | null;
  bagian_name: string | null;
  family: string | null;
}): BagianRef => ({ slug: row.bagian_slug ?? NO_BAGIAN, name: row.bagian_name, family: row.family });

export const serviceRef = (row: { no: number; slug: string; name: string }): ServiceRef => ({
  no: row.no,
  slug: row.slug,
  name: row.name,
});

export const userOf = (row: Pick<ServiceTable, "pengguna" | "pengguna_confirmed">): ServiceUser => ({
  pengguna: row.pengguna,
  confirmed: row.pengguna_confirmed === 1,
});

export const lineRange = (row: { line_from: number | null; line_to: number | null }): LineRange | null =>
  row.line_from === null || row.line_to === null ? null : [row.line_from, row.line_to];

/** State of a component on a page. What the scan destroyed is T, and never held against anybody. */
export const cellOf = (row: {
  state: ComponentState;
  line_from: number | null;
  line_to: number | null;
}): Cell => {
  const lines = lineRange(row);
  if (row.state === "ada") return { state: "ada", why: null, lines };
  const unreadable = row.state === "page_lost" || row.state === "ocr_damage";
  return { state: unreadable ? "T" : "tidak_ada", why: row.state, lines };
};

/** The 14 cells of one table; a component without row counts as missing. */
export const cellsOf = (
  rows: readonly {
    key: ComponentKey;
    state: ComponentState;
    line_from: number | null;
    line_to: number | null;
  }[],
): Cells => {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const absent = { state: "missing", line_from: null, line_to: null } as const;
  return Object.fromEntries(COMPONENT_KEYS.map((key) => [key, cellOf(byKey.get(key) ?? absent)])) as Cells;
};

type StateCounts = Pick<
  ServiceTextTable,
  "present_n" | "absent_n" | "unreadable_n" | "present_public_n" | "absent_public_n" | "unreadable_public_n"
>;

/** Counts of one table, or of many added up. */
export const completenessOf = (row: StateCounts): Completeness => ({
  all: { present: row.present_n, absent: row.absent_n, unreadable: row.unreadable_n },
  public: {
    present: row.present_public_n,
    absent: row.absent_public_n,
    unreadable: row.unreadable_public_n,
  },
  internal: {
    present: row.present_n - row.present_public_n,
    absent: row.absent_n - row.absent_public_n,
    unreadable: row.unreadable_n - row.unreadable_public_n,
  },
});
