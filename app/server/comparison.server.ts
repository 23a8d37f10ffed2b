import { COMPONENT_KEYS, type ComponentKey } from "#app/reader/components.ts";
import type { Db } from "#db/connection.ts";
import { comparedComponents, comparedTables, sharedServices } from "#db/queries/compare.ts";
import { type DecreeTextRow, decreeTexts } from "#db/queries/decrees.ts";
import type { TextPlace } from "#db/queries/naskah.ts";
import type { Scope } from "#db/scope.ts";
import { type ComparedTable, compareTables, type SideComponent, type SideTable } from "./compare.ts";
import { notFound } from "./errors.ts";
import { groupBy } from "./group-by.ts";
import { versionsAt } from "./lookup.server.ts";
import { cellOf, decreeRef, serviceRef } from "./refs.ts";
import { parseStored, StoredFacts } from "./stored-json.ts";
import type { DecreeRef, RegencyRef, ServiceRef } from "./views.ts";

/** One printed table of one side. */
export interface ComparedSide extends SideTable<string> {
  bagian: string | null;
  line: number;
  /** Null where the register no longer shows the service. */
  service: ServiceRef | null;
}

export interface ComparisonView {
  regency: RegencyRef;
  before: DecreeRef;
  after: DecreeRef;
  rows: ComparedTable<ComparedSide>[];
  counts: Record<ComparedTable<ComparedSide>["change"], number>;
}

/** Version of each side as the address names it; left out: the newest, and of one and the same decree the one before. */
export interface ComparedVersions {
  after?: number;
  before?: number;
}

/**
 * Two texts of one regency compared: decree `sk` (the later) with `other` (the earlier), or two versions of one decree.
 * @throws AppError 404 where one is not there, where they are of two regencies, or where there is no second text
 */
export const getComparison = async (
  db: Db,
  scope: Scope,
  sk: string,
  other: string,
  asked: ComparedVersions,
): Promise<ComparisonView> => {
  const { regency, versions } = await versionsAt(db, scope, sk);
  const others = await versionsAt(db, scope, other);
  if (others.regency.r !== regency.r) throw notFound();
  const after = pick(versions, asked.after) ?? versions[0];
  const earlier = sk === other ? versions.filter((one) => one.version < after.version) : others.versions;
  const before = asked.before === undefined ? earlier[0] : pick(others.versions, asked.before);
  if (!before || before.text_id === after.text_id) throw notFound();
  const rows = compareTables(await sideOf(db, scope, before), await sideOf(db, scope, after));
  const counts = { baru: 0, tidak_ada_lagi: 0, berubah: 0, sama: 0 };
  for (const { change } of rows) counts[change] += 1;
  return { regency, before: decreeRef(before), after: decreeRef(after), rows, counts };
};

const pick = (versions: readonly DecreeTextRow[], version: number | undefined): DecreeTextRow | undefined => {
  const found = versions.find((one) => one.version === version);
  if (version !== undefined && !found) throw notFound();
  return found;
};

const placeOf = (text: DecreeTextRow): TextPlace => ({
  r: text.r,
  textId: text.text_id,
  readingId: text.reading_id,
});

const ABSENT = { state: "missing", text: null, line_from: null, line_to: null, facts: null } as const;

const sideOf = async (db: Db, scope: Scope, text: DecreeTextRow): Promise<ComparedSide[]> => {
  const place = placeOf(text);
  const [tables, components] = await Promise.all([
    comparedTables(db.read, scope, place),
    comparedComponents(db.read, scope, place),
  ]);
  const byTable = groupBy(components, (row) => row.service_text_id);
  return tables.map((table): ComparedSide => {
    const own = new Map((byTable.get(table.id) ?? []).map((row) => [row.key, row]));
    const component = (key: ComponentKey): SideComponent => {
      const row = own.get(key) ?? ABSENT;
      return {
        cell: cellOf(row),
        text: row.text,
        facts: row.facts === null ? {} : parseStored(StoredFacts, row.facts),
      };
    };
    const { no, service_slug: slug, service_name: name, in_force } = table;
    const shown = no !== null && slug !== null && name !== null && in_force !== null;
    return {
      // A table that the register does not know has no partner.
      key: table.service_id ?? table.id,
      name: table.name,
      bagian: table.bagian,
      line: table.line,
      service: shown ? serviceRef({ no, slug, name }) : null,
      components: Object.fromEntries(COMPONENT_KEYS.map((key) => [key, component(key)])) as Record<
        ComponentKey,
        SideComponent
      >,
    };
  });
};

/** A text that another can be compared with. */
export interface Comparable {
  /** The later and the earlier text of the pair. */
  after: DecreeRef;
  before: DecreeRef;
  /** Services that both print; null for two versions of one decree. */
  shared: number | null;
}

/**
 * What a text can be compared with: the other versions of its decree, and the decrees of the same regency that print
 * services it prints too, its predecessor among them.
 */
export const comparableWith = async (
  db: Db,
  scope: Scope,
  sk: string,
  version: number,
): Promise<Comparable[]> => {
  const { regency, versions } = await versionsAt(db, scope, sk);
  const text = pick(versions, version);
  if (!text) return [];
  const [texts, shared] = await Promise.all([
    decreeTexts(db.read, scope, { r: [regency.r] }),
    sharedServices(db.read, scope, placeOf(text)),
  ]);
  const counts = new Map(shared.map((row) => [row.reading_id, Number(row.shared)]));
  const order = (row: DecreeTextRow) => `${row.year ?? "0000"}|${row.signed ?? ""}|${row.at}`;
  const pair = (other: DecreeTextRow, laterIsOther: boolean, count: number | null): Comparable => ({
    after: decreeRef(laterIsOther ? other : text),
    before: decreeRef(laterIsOther ? text : other),
    shared: count,
  });
  const ofDecree = versions
    .filter((one) => one.version !== version)
    .map((one) => pair(one, one.version > version, null));
  const ofOthers = texts
    .filter((one) => one.slug !== sk && one.status === "berlaku" && counts.has(one.reading_id))
    .map((one) => pair(one, order(one) > order(text), counts.get(one.reading_id) ?? 0));
  return [...ofDecree, ...ofOthers];
};
