import type { LineRange, LineRole } from "#app/reader/schema.ts";
import type { Db } from "#db/connection.ts";
import { type DecreeTextRow, decreeTexts } from "#db/queries/decrees.ts";
import {
  declaredOf,
  linesOfText,
  type ReadingTable,
  searchLines,
  spansOfReading,
  type TextPlace,
  tableCodes,
  tablesOfReading,
} from "#db/queries/naskah.ts";
import type { Scope } from "#db/scope.ts";
import { countDeclared, declaredRows } from "./declared-rows.ts";
import { notFound } from "./errors.ts";
import { groupBy } from "./group-by.ts";
import { searchKey } from "./keys.ts";
import { decreeSummary, regencyRefs, versionsAt } from "./lookup.server.ts";
import { naskahPages, pageOf } from "./naskah-pages.ts";
import { decreeRef, serviceRef } from "./refs.ts";
import { CutCoverage, parseStored } from "./stored-json.ts";
import type {
  DeclaredView,
  LineOwner,
  LineSpan,
  NaskahListRow,
  NaskahSegment,
  NaskahView,
  RegencyRef,
  SearchView,
  ServiceRef,
} from "./views.ts";

/** Every stored text, the newest decree first, the newest version of each first. */
export const listNaskah = async (db: Db, scope: Scope): Promise<NaskahListRow[]> => {
  const [texts, regencies] = await Promise.all([decreeTexts(db.read, scope), regencyRefs(db, scope)]);
  return texts.map((text) => ({
    ...decreeSummary(text),
    regency: regencies.get(text.r) as RegencyRef,
    inForce: Number(text.in_force) === 1,
  }));
};

const placeOf = (text: DecreeTextRow): TextPlace => ({
  r: text.r,
  textId: text.text_id,
  readingId: text.reading_id,
});

const versionAt = (versions: readonly DecreeTextRow[], version: number): DecreeTextRow => {
  const text = versions.find((row) => row.version === version);
  if (!text) throw notFound();
  return text;
};

/** Which page of a text: by its number, or by a line that it holds; the first without either. */
export interface NaskahPlace {
  page?: number;
  line?: number;
}

/** One page of one version: its lines with the owner of each part, and the whole text as a strip. */
export const getNaskah = async (
  db: Db,
  scope: Scope,
  sk: string,
  version: number,
  { page, line }: NaskahPlace = {},
): Promise<NaskahView> => {
  const { regency, versions } = await versionsAt(db, scope, sk);
  const text = versionAt(versions, version);
  const place = placeOf(text);
  const tables = await tablesOfReading(db.read, scope, place);
  const range: LineRange = [text.line_from, text.line_to];
  const pages = naskahPages(
    range,
    tables.map((table) => table.line),
  );
  const shown =
    line === undefined ? Math.min(Math.max(1, page ?? 1), Math.max(1, pages.length)) : pageOf(pages, line);
  const lines = pages[shown - 1] ?? range;
  const [rows, spans] = await Promise.all([
    linesOfText(db.read, scope, place, lines),
    spansOfReading(db.read, scope, place, lines),
  ]);
  const owner = ownerBy(tables);
  const spansByLine = groupBy(spans, (span) => span.line);
  return {
    regency,
    decree: decreeSummary(text),
    versions: versions.map((row) => ({
      version: row.version,
      storedAt: row.at,
      factsOnly: row.facts_only === 1,
    })),
    superseded: text.status === "lama",
    page: shown,
    pages,
    lines: rows.map((row) => ({
      line: row.line,
      text: row.text,
      spans: (spansByLine.get(row.line) ?? []).map(
        (span): LineSpan => ({
          ...owner(span),
          from: span.col_from,
          to: span.col_to,
        }),
      ),
    })),
    strip: stripOf(text, tables, pages),
  };
};

const serviceOf = (table: ReadingTable): ServiceRef | null =>
  table.no === null || table.service_slug === null || table.service_name === null
    ? null
    : serviceRef({ no: table.no, slug: table.service_slug, name: table.service_name });

const ownerBy = (tables: readonly ReadingTable[]) => {
  const byOrdinal = new Map(tables.map((table) => [table.ordinal, table]));
  return (span: { role: LineRole; ordinal: number | null; component: LineOwner["component"] }): LineOwner => {
    const table = span.ordinal === null ? undefined : byOrdinal.get(span.ordinal);
    return {
      role: span.role,
      service: table ? serviceOf(table) : null,
      printedName: table?.name ?? null,
      component: span.component,
    };
  };
};

/** Services from their heading to the next one, and the lines without owner, in order of their first line. */
const stripOf = (
  text: DecreeTextRow,
  tables: readonly ReadingTable[],
  pages: readonly LineRange[],
): NaskahSegment[] => {
  const services = tables.map((table, index): NaskahSegment => {
    const next = tables[index + 1]?.line ?? text.line_to + 1;
    const lines: LineRange = [table.line, Math.max(table.line, next - 1)];
    return { kind: "layanan", lines, service: serviceOf(table), page: pageOf(pages, table.line) };
  });
  const unassigned = parseStored(CutCoverage, text.coverage).unassigned.map(
    (lines): NaskahSegment => ({
      kind: "tanpa_pemilik",
      lines,
      service: null,
      page: pageOf(pages, lines[0]),
    }),
  );
  return [...services, ...unassigned].sort((a, b) => a.lines[0] - b.lines[0]);
};

/** Most hits that one search shows. */
const HITS = 200;

/** Lines of a text that hold the words, each found by its beginning; words of a phrase follow one another. */
export const searchNaskah = async (
  db: Db,
  scope: Scope,
  sk: string,
  version: number,
  query: string,
): Promise<SearchView> => {
  const { regency, versions } = await versionsAt(db, scope, sk);
  const text = versionAt(versions, version);
  const place = placeOf(text);
  const key = searchKey(query);
  const empty = { regency, decree: decreeRef(text), query, total: 0, hits: [] };
  if (key === "") return empty;
  const { total, lines } = await searchLines(db.read, scope, place, key, HITS);
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last) return empty;
  const tables = await tablesOfReading(db.read, scope, place);
  const spans = await spansOfReading(db.read, scope, place, [first.line, last.line]);
  const owner = ownerBy(tables);
  const spansByLine = groupBy(spans, (span) => span.line);
  const pages = naskahPages(
    [text.line_from, text.line_to],
    tables.map((table) => table.line),
  );
  return {
    ...empty,
    total,
    hits: lines.map((row) => {
      const own = spansByLine.get(row.line) ?? [];
      const main = own.find((span) => span.role === "component") ?? own[0];
      return {
        line: row.line,
        text: row.text,
        page: pageOf(pages, row.line),
        owner: main ? owner(main) : null,
      };
    }),
  };
};

/** The decree's own list against the tables of its text in force. */
export const getDeclared = async (db: Db, scope: Scope, sk: string): Promise<DeclaredView> => {
  const { regency, versions } = await versionsAt(db, scope, sk);
  const text = versions[0];
  const place = placeOf(text);
  const [declared, tables, codes] = await Promise.all([
    declaredOf(db.read, scope, place),
    tablesOfReading(db.read, scope, place),
    tableCodes(db.read, scope, place),
  ]);
  const rows = declaredRows(
    declared,
    tables.map((table) => ({ ...table, service: serviceOf(table) })),
    codes,
  );
  return { regency, decree: decreeRef(text), rows, counts: countDeclared(rows) };
};
