import { isDeepStrictEqual } from "node:util";
import { sql } from "kysely";
import { insertMany } from "../bulk.ts";
import type { Db, Writer } from "../connection.ts";
import type { ComponentTable, ServiceTextTable, SpanTable } from "../schema.ts";

import { type ReadingRows, updateReading } from "./reading-rows.ts";

/** Rows say the same, in whatever order their columns come. */
const same = (a: object, b: object): boolean => isDeepStrictEqual(a, b);

/** Columns of a table that scoring and the register fill in: a correction leaves them to these. */
type Read = Omit<ServiceTextTable, "status" | keyof Scored>;
type Scored = Pick<
  ServiceTextTable,
  | "level0_n"
  | "level1_n"
  | "level2_n"
  | "level3_n"
  | "level_t_n"
  | "problems_public_n"
  | "judged_public_n"
  | "level_t_public_n"
>;

/** How a reading came to be another one: ids of tables. */
export interface ReadingChange {
  /** Tables whose content is another one, new ones among them. */
  touched: string[];
  removed: string[];
}

/**
 * Makes the rows of a reading those of `wanted`. What is the same already is left alone, with all that hangs on it.
 */
export const replaceReading = async (
  db: Db,
  trx: Writer,
  before: ReadingRows,
  wanted: ReadingRows,
): Promise<ReadingChange> => {
  const { r, id: readingId } = before.reading;
  const tables = new Map(before.service_text.map((row) => [row.id, row]));
  const kept = new Set(wanted.service_text.map(({ id }) => id));
  const removed = before.service_text.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  await replaceSpans(db, trx, before, wanted);
  if (removed.length > 0) {
    await trx.deleteFrom("finding").where("r", "=", r).where("service_text_id", "in", removed).execute();
    await trx
      .updateTable("service")
      .set({ text_id: null })
      .where("r", "=", r)
      .where("text_id", "in", removed)
      .execute();
    await trx.deleteFrom("service_text").where("r", "=", r).where("id", "in", removed).execute();
  }
  const touched: string[] = [];
  const moved = wanted.service_text.some(
    ({ id, ordinal }) => ordinal !== (tables.get(id)?.ordinal ?? ordinal),
  );
  // Two tables of a reading never share a place, not even while places change.
  if (moved)
    await trx
      .updateTable("service_text")
      .set({ ordinal: sql<number>`-1 - ordinal` })
      .where("r", "=", r)
      .where("reading_id", "=", readingId)
      .execute();
  const added = wanted.service_text.filter(({ id }) => !tables.has(id));
  await insertMany(db, trx, "service_text", added);
  touched.push(...added.map(({ id }) => id));
  for (const row of wanted.service_text) {
    const known = tables.get(row.id);
    if (!known || (!moved && same(readPart(known), readPart(row)))) continue;
    await trx
      .updateTable("service_text")
      .set(readPart(row))
      .where("r", "=", r)
      .where("id", "=", row.id)
      .execute();
    if (same(readPart(known), readPart(row))) continue;
    touched.push(row.id);
  }
  await replaceComponents(db, trx, before, wanted);
  if (!same(before.declared, wanted.declared)) {
    await trx.deleteFrom("declared").where("r", "=", r).where("reading_id", "=", readingId).execute();
    await insertMany(db, trx, "declared", wanted.declared);
  }
  await replaceFindings(db, trx, before, wanted);
  const { coverage, annex_lines, annex_unassigned, reader_version, machine_id, head } = wanted.reading;
  await updateReading(trx, before.reading, {
    coverage,
    annex_lines,
    annex_unassigned,
    reader_version,
    machine_id,
    head,
  });
  return { touched, removed };
};

const readPart = (row: ServiceTextTable): Read => ({
  r: row.r,
  id: row.id,
  reading_id: row.reading_id,
  ordinal: row.ordinal,
  service_id: row.service_id,
  bagian: row.bagian,
  no: row.no,
  name: row.name,
  line: row.line,
  same_as: row.same_as,
  content_hash: row.content_hash,
  pengguna: row.pengguna,
  present_n: row.present_n,
  absent_n: row.absent_n,
  unreadable_n: row.unreadable_n,
  present_public_n: row.present_public_n,
  absent_public_n: row.absent_public_n,
  unreadable_public_n: row.unreadable_public_n,
});

/** Only lines whose owners changed are written. */
const replaceSpans = async (db: Db, trx: Writer, before: ReadingRows, wanted: ReadingRows): Promise<void> => {
  const { r, id } = before.reading;
  const byLine = (rows: readonly SpanTable[]) => {
    const lines = new Map<number, SpanTable[]>();
    for (const row of rows) lines.set(row.line, [...(lines.get(row.line) ?? []), row]);
    return lines;
  };
  const [old, now] = [byLine(before.span), byLine(wanted.span)];
  const form = (rows: readonly SpanTable[] = []) =>
    JSON.stringify(rows.map((row) => [row.col_from, row.col_to, row.role, row.ordinal, row.component]));
  const changed = [...new Set([...old.keys(), ...now.keys()])].filter(
    (line) => form(old.get(line)) !== form(now.get(line)),
  );
  for (let start = 0; start < changed.length; start += 5_000) {
    await trx
      .deleteFrom("span")
      .where("r", "=", r)
      .where("reading_id", "=", id)
      .where("line", "in", changed.slice(start, start + 5_000))
      .execute();
  }
  await insertMany(
    db,
    trx,
    "span",
    changed.flatMap((line) => now.get(line) ?? []),
  );
};

/** A component without its levels. */
const readOf = ({
  r,
  service_text_id,
  key,
  state,
  label,
  text,
  line_from,
  line_to,
  confidence,
  facts,
}: ComponentTable) => ({
  r,
  service_text_id,
  key,
  state,
  label,
  text,
  line_from,
  line_to,
  confidence,
  facts,
});

/** Levels of components that stay are left to scoring. */
const replaceComponents = async (
  db: Db,
  trx: Writer,
  before: ReadingRows,
  wanted: ReadingRows,
): Promise<void> => {
  const nameOf = (row: ComponentTable) => `${row.service_text_id}|${row.key}`;
  const known = new Map(before.component.map((row) => [nameOf(row), row]));
  const fresh: ComponentTable[] = [];
  for (const row of wanted.component) {
    const there = known.get(nameOf(row));
    if (!there) fresh.push(row);
    else if (!same(readOf(there), readOf(row))) {
      const { r, service_text_id, key, ...set } = readOf(row);
      await trx
        .updateTable("component")
        .set(set)
        .where("r", "=", r)
        .where("service_text_id", "=", service_text_id)
        .where("key", "=", key)
        .execute();
    }
  }
  await insertMany(db, trx, "component", fresh);
};

/** The reader's findings: one that stays keeps its id. */
const replaceFindings = async (
  db: Db,
  trx: Writer,
  before: ReadingRows,
  wanted: ReadingRows,
): Promise<void> => {
  const wantedIds = new Set(wanted.finding.map(({ id }) => id));
  const known = new Map(before.finding.map((row) => [row.id, row]));
  const gone = before.finding.filter(({ id }) => !wantedIds.has(id)).map(({ id }) => id);
  for (const row of wanted.finding) {
    const there = known.get(row.id);
    if (!there || same(there, row)) continue;
    const { r, id, ...set } = row;
    await trx.updateTable("finding").set(set).where("r", "=", r).where("id", "=", id).execute();
  }
  if (gone.length > 0)
    await trx.deleteFrom("finding").where("r", "=", before.reading.r).where("id", "in", gone).execute();
  await insertMany(
    db,
    trx,
    "finding",
    wanted.finding.filter(({ id }) => !known.has(id)),
  );
};
