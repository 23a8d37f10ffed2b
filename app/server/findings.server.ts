import type { ComponentKey } from "#app/reader/components.ts";
import type { AnyFindingCode } from "#app/scoring/all-findings.ts";
import type { Db } from "#db/connection.ts";
import {
  countFindings,
  type FindingCounts,
  type FindingListRow,
  listFindings,
} from "#db/queries/findings.ts";
import { bagianInForce, filterValues } from "#db/queries/groups.ts";
import type { FindingOrigin } from "#db/schema.ts";
import type { Scope } from "#db/scope.ts";
import { addCounts } from "./counts.ts";
import { regencyRefs } from "./lookup.server.ts";
import { bagianRef, decreeRef, lineRange, serviceRef } from "./refs.ts";
import { optionsOf, selectionOf } from "./selection.ts";
import type { BagianRef, FindingRow, FindingsView, RegencyRef, ServiceFilter } from "./views.ts";

/** Findings on one page. */
export const FINDINGS_PAGE = 200;

export interface FindingsRequest {
  /** Slugs of regencies; none for all. */
  kab?: readonly string[];
  filter: ServiceFilter;
  /** 1-based; default 1. */
  page?: number | "all";
}

/** Findings of the texts in force, with their counts over the whole selection. */
export const getFindings = async (
  db: Db,
  scope: Scope,
  { kab = [], filter, page = 1 }: FindingsRequest,
): Promise<FindingsView> => {
  const regencies = await regencyRefs(db, scope);
  const asked = [...regencies.values()].filter(({ slug }) => kab.includes(slug)).map(({ r }) => r);
  // A name that nobody has filters everything out: -1 is no regency.
  const selection = selectionOf(filter, kab.length > 0 && asked.length === 0 ? [-1] : asked);
  const [counts, bagian, values] = await Promise.all([
    countFindings(db.read, scope, selection),
    bagianInForce(db.read, scope),
    filterValues(db.read, scope),
  ]);
  const total = counts.reduce((sum, row) => sum + Number(row.count), 0);
  const pages = Math.max(1, Math.ceil(total / FINDINGS_PAGE));
  const shown = page === "all" ? 1 : Math.min(Math.max(1, page), pages);
  const range = page === "all" ? undefined : { limit: FINDINGS_PAGE, offset: (shown - 1) * FINDINGS_PAGE };
  const rows = await listFindings(db.read, scope, selection, range);
  const withNaskah = new Set(bagian.map((row) => row.r));
  return {
    rows: rows.map((row) => findingRow(row, regencies.get(row.r) as RegencyRef)),
    total,
    page: shown,
    pages: page === "all" ? 1 : pages,
    byCode: addCounts(counts),
    byKind: { kelengkapan: countOf(counts, "pembaca"), substansi: countOf(counts, "penilai") },
    byPair: pairsOf(counts),
    byRegency: [...regencies.values()]
      .map((regency) => ({
        regency,
        count: counts.filter((row) => row.r === regency.r).reduce((sum, row) => sum + Number(row.count), 0),
      }))
      .filter(({ count }) => count > 0),
    places: {
      regencies: [...regencies.values()].filter(({ r }) => withNaskah.has(r)),
      bagian: uniqueBagian(bagian.map(bagianRef)),
    },
    options: optionsOf(values),
  };
};

const countOf = (counts: readonly FindingCounts[], origin: FindingOrigin): number =>
  counts.filter((row) => row.origin === origin).reduce((sum, row) => sum + Number(row.count), 0);

const uniqueBagian = (bagian: readonly BagianRef[]): BagianRef[] => {
  const bySlug = new Map<string, BagianRef>();
  for (const one of bagian) if (!bySlug.has(one.slug)) bySlug.set(one.slug, one);
  return [...bySlug.values()].sort((a, b) => (a.slug < b.slug ? -1 : 1));
};

const pairsOf = (
  counts: readonly { component: ComponentKey | null; code: AnyFindingCode; count: number }[],
): FindingsView["byPair"] => {
  const pairs = new Map<string, FindingsView["byPair"][number]>();
  for (const { component, code, count } of counts) {
    const key = `${component ?? ""}|${code}`;
    const pair = pairs.get(key) ?? { component, code, count: 0 };
    pair.count += Number(count);
    pairs.set(key, pair);
  }
  return [...pairs].sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1)).map(([, pair]) => pair);
};

/** One finding as a page shows it. */
export const findingRow = (row: FindingListRow, regency: RegencyRef): FindingRow => ({
  id: row.id,
  code: row.code,
  severity: row.severity,
  component: row.component,
  message: row.message,
  lines: lineRange(row),
  regency,
  bagian: row.service_id === null ? null : bagianRef(row),
  service:
    row.no === null || row.service_slug === null || row.service_name === null
      ? null
      : serviceRef({ no: row.no, slug: row.service_slug, name: row.service_name }),
  decree: decreeRef(row),
  ...findingDetail(row),
});

/** What the scorer says of a finding beyond the reader's. */
export const findingDetail = (
  row: Pick<
    FindingListRow,
    | "origin"
    | "unit"
    | "criterion"
    | "reason"
    | "quote"
    | "source_line"
    | "source_no"
    | "source_slug"
    | "source_name"
  >,
): Pick<FindingRow, "kind" | "unit" | "criterion" | "reason" | "quote" | "source"> => {
  const { source_line: line, source_no: no, source_slug: slug, source_name: name } = row;
  const known = line !== null && no !== null && slug !== null && name !== null;
  return {
    kind: row.origin === "penilai" ? "substansi" : "kelengkapan",
    unit: row.unit,
    criterion: row.criterion,
    reason: row.reason,
    quote: row.quote,
    source: known ? { service: serviceRef({ no, slug, name }), line } : null,
  };
};
