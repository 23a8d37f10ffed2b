import type { ComponentKey } from "#app/reader/components.ts";
import { type AnyFindingCode, APART_CODES, isQuestion } from "#app/scoring/all-findings.ts";
import { outdatedReason } from "#app/scoring/legal/findings.ts";
import type { Db } from "#db/connection.ts";
import { openAssignments } from "#db/queries/assignments.ts";
import {
  countFindings,
  type FindingCounts,
  type FindingListRow,
  listFindings,
} from "#db/queries/findings.ts";
import { reviewCounts } from "#db/queries/reviews.ts";
import type { FindingOrigin } from "#db/schema.ts";
import type { Scope } from "#db/scope.ts";
import { findingKey, keyOf } from "./assignments/found.ts";
import { addCounts } from "./counts.ts";
import { getCountedPlaces } from "./places.server.ts";
import { bagianRef, decreeRef, lineRange, serviceRef } from "./refs.ts";
import { selectionOf } from "./selection.ts";
import { todayIn } from "./today.ts";
import type { FindingRow, FindingsView, RegencyRef, ServiceFilter } from "./views.ts";

/** Findings on one page. */
export const FINDINGS_PAGE = 200;

export interface FindingsRequest {
  /** Slugs of regencies; none for all. */
  kab?: readonly string[];
  filter: ServiceFilter;
  /** 1-based; default 1. */
  page?: number | "all";
  /** With what was sent to a bagian; never on a page that is open to everybody. */
  withSent?: boolean;
}

/**
 * Findings of the texts in force, with their counts over the whole selection. What stands beside the findings (`apart`) is
 * among them only where its kind is asked for, and is else told by its number alone.
 */
export const getFindings = async (
  db: Db,
  scope: Scope,
  { kab = [], filter, page = 1, withSent = false }: FindingsRequest,
): Promise<FindingsView> => {
  const { regencies, counted: own, places, options } = await getCountedPlaces(db, scope, kab);
  const selection = selectionOf(db, filter, own);
  const services = selectionOf(db, { ...filter, temuan: [], komponen: [], tingkat: [] }, own);
  const [counts, review, ...apart] = await Promise.all([
    countFindings(db.read, scope, selection),
    reviewCounts(db.read, scope, services),
    ...APART_CODES.map((code) =>
      countFindings(db.read, scope, selectionOf(db, { ...filter, temuan: [code] }, own)),
    ),
  ]);
  const total = sumOf(counts);
  const pages = Math.max(1, Math.ceil(total / FINDINGS_PAGE));
  const shown = page === "all" ? 1 : Math.min(Math.max(1, page), pages);
  const range = page === "all" ? undefined : { limit: FINDINGS_PAGE, offset: (shown - 1) * FINDINGS_PAGE };
  const rows = await listFindings(db.read, scope, selection, range);
  const sent = await sentFindings(db, scope, withSent ? [...new Set(rows.map(({ r }) => r))] : []);
  return {
    rows: rows.map((row) => ({
      ...findingRow(db, row, regencies.get(row.r) as RegencyRef),
      ...sentOf(sent, row),
    })),
    total,
    page: shown,
    pages: page === "all" ? 1 : pages,
    byCode: addCounts(counts),
    byKind: { kelengkapan: countOf(counts, "pembaca"), substansi: countOf(counts, "penilai") },
    byPair: pairsOf(counts),
    byRegency: [...regencies.values()]
      .map((regency) => ({ regency, count: sumOf(counts.filter((row) => row.r === regency.r)) }))
      .filter(({ count }) => count > 0),
    apart: APART_CODES.map((code, at) => ({ code, count: sumOf(apart[at] ?? []) })),
    review,
    places,
    options,
  };
};

/** What was sent to a bagian and is not closed, by regency and finding. */
const sentFindings = async (db: Db, scope: Scope, regencies: readonly number[]) => {
  const open = await Promise.all(regencies.map((r) => openAssignments(db.read, scope, r)));
  return new Map(
    open.flatMap((rows, at) =>
      rows.map(({ id, no, due, subject, component, code }) => [
        `${regencies[at]} ${keyOf(subject, component, code)}`,
        { id, no, due },
      ]),
    ),
  );
};

const sentOf = (
  sent: Awaited<ReturnType<typeof sentFindings>>,
  row: FindingListRow,
): Pick<FindingRow, "sent"> => {
  const found = sent.get(`${row.r} ${findingKey(row)}`);
  return found ? { sent: found } : {};
};

const sumOf = (counts: readonly FindingCounts[]): number =>
  counts.reduce((sum, row) => sum + Number(row.count), 0);

const countOf = (counts: readonly FindingCounts[], origin: FindingOrigin): number =>
  sumOf(counts.filter((row) => row.origin === origin));

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
export const findingRow = (db: Pick<Db, "now">, row: FindingListRow, regency: RegencyRef): FindingRow => ({
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
  ...outdatedDetail(row, todayIn(db, regency)),
});

/** Of a citation that is out of date, what the register says of it today. */
const outdatedDetail = (
  { code, regulation_type: type, regulation_number: number, regulation_year: year }: FindingListRow,
  today: string,
): Partial<Pick<FindingRow, "reason" | "question">> => {
  if (code !== "outdated_basis" || type === null || number === null || year === null) return {};
  const said = outdatedReason({ type, number, year }, today);
  return said ? { reason: said.reason, question: !said.certain } : {};
};

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
    | "code"
  >,
): Pick<FindingRow, "kind" | "question" | "unit" | "criterion" | "reason" | "quote" | "source"> => {
  const { source_line: line, source_no: no, source_slug: slug, source_name: name } = row;
  const known = line !== null && no !== null && slug !== null && name !== null;
  return {
    kind: row.origin === "penilai" ? "substansi" : "kelengkapan",
    question: isQuestion(row.code),
    unit: row.unit,
    criterion: row.criterion,
    reason: row.reason,
    quote: row.quote,
    source: known ? { service: serviceRef({ no, slug, name }), line } : null,
  };
};
