import { sql } from "kysely";
import type { Db, Writer } from "./connection.ts";
import type { Schema } from "./schema.ts";

/** Rows of one statement on PostgreSQL; SQLite takes them one by one through one prepared statement. */
const ROWS_A_STATEMENT = 2000;

/** PostgreSQL holds neither NUL nor half a surrogate pair; both engines store the same. */
const storable = (value: unknown): unknown =>
  typeof value === "string" && DOUBTFUL.test(value)
    ? value.replaceAll("\0", " ").replace(/\p{Cs}/gu, "\ufffd")
    : value;

/** A NUL, or a half of a pair whether whole or not: most texts have neither and are left alone. */
const DOUBTFUL = /[\0\ud800-\udfff]/;

/**
 * Inserts many rows inside a transaction of `db.write`: through better-sqlite3 itself, or as one JSON parameter that
 * PostgreSQL unpacks by the table's own types. All rows have the same columns; no column holds bytes.
 */
export const insertMany = async <T extends keyof Schema & string>(
  db: Db,
  trx: Writer,
  table: T,
  rows: readonly Schema[T][],
): Promise<void> => {
  const first = rows[0];
  if (!first) return;
  const columns = Object.keys(first) as (keyof Schema[T] & string)[];
  const names = columns.map((name) => `"${name}"`).join(", ");
  if (db.handle) {
    const marks = columns.map(() => "?").join(", ");
    const statement = db.handle.prepare(`insert into "${table}" (${names}) values (${marks})`);
    const values: unknown[] = columns.map(() => null);
    for (const row of rows) {
      for (let at = 0; at < columns.length; at++)
        values[at] = storable(row[columns[at] as (typeof columns)[number]]);
      statement.run(values);
    }
    return;
  }
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
    const json = JSON.stringify(rows.slice(start, start + ROWS_A_STATEMENT), (_key, value) =>
      storable(value),
    );
    await sql`insert into ${sql.table(table)} (${sql.raw(names)}) select ${sql.raw(names)}
      from json_populate_recordset(null::${sql.table(table)}, ${json}::json)`.execute(trx);
  }
};

/**
 * Sets columns of many rows inside a transaction of `db.write`, each row found by its `keys`. All rows have the same
 * columns: the keys and what is set.
 */
export const updateMany = async <T extends keyof Schema & string>(
  db: Db,
  trx: Writer,
  table: T,
  keys: readonly (keyof Schema[T] & string)[],
  rows: readonly Partial<Schema[T]>[],
): Promise<void> => {
  const first = rows[0];
  if (!first) return;
  const columns = (Object.keys(first) as (keyof Schema[T] & string)[]).filter((name) => !keys.includes(name));
  if (db.handle) {
    const sets = columns.map((name) => `"${name}" = ?`).join(", ");
    const found = keys.map((name) => `"${name}" = ?`).join(" and ");
    const statement = db.handle.prepare(`update "${table}" set ${sets} where ${found}`);
    for (const row of rows) statement.run([...columns, ...keys].map((name) => storable(row[name])));
    return;
  }
  const sets = columns.map((name) => `"${name}" = x."${name}"`).join(", ");
  const found = keys.map((name) => `t."${name}" = x."${name}"`).join(" and ");
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
    const json = JSON.stringify(rows.slice(start, start + ROWS_A_STATEMENT), (_key, value) =>
      storable(value),
    );
    await sql`update ${sql.table(table)} as t set ${sql.raw(sets)}
      from json_populate_recordset(null::${sql.table(table)}, ${json}::json) as x
      where ${sql.raw(found)}`.execute(trx);
  }
};
