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

/** Values of one statement on SQLite: fewer statements are faster, up to some hundred values. */
const VALUES_A_STATEMENT = 560;

/** Rows on their way into a table, as lists of values of some rows each: nothing is made for a row by itself. */
export class FlatRows<T extends keyof Schema & string> {
  readonly columns: readonly (keyof Schema[T] & string)[];
  /** All but the last hold as many rows as one statement takes. */
  readonly parts: unknown[][] = [];
  /** Where texts stand that are not of the program's own making: only these may be unstorable. */
  readonly foreign: readonly number[];
  readonly #full: number;
  #last: unknown[] = [];

  constructor(
    columns: readonly (keyof Schema[T] & string)[],
    foreign: readonly (keyof Schema[T] & string)[] = columns,
  ) {
    this.columns = columns;
    this.foreign = foreign.map((name) => columns.indexOf(name));
    this.#full = Math.max(1, Math.floor(VALUES_A_STATEMENT / columns.length)) * columns.length;
  }

  /** The list to which the values of the next row are to be added, one for each column. */
  next(): unknown[] {
    if (this.parts.length === 0 || this.#last.length === this.#full) {
      this.#last = [];
      this.parts.push(this.#last);
    }
    return this.#last;
  }
}

/**
 * Inserts many rows inside a transaction of `db.write`: through better-sqlite3 itself, or as one JSON parameter that
 * PostgreSQL unpacks by the table's own types. No column holds bytes.
 */
export const insertFlat = async <T extends keyof Schema & string>(
  db: Db,
  trx: Writer,
  table: T,
  { columns, parts, foreign }: FlatRows<T>,
): Promise<void> => {
  const width = columns.length;
  for (const values of parts)
    for (const column of foreign)
      for (let at = column; at < values.length; at += width) values[at] = storable(values[at]);
  const names = columns.map((name) => `"${name}"`).join(", ");
  if (db.handle) {
    const { handle } = db;
    const row = `(${columns.map(() => "?").join(", ")})`;
    const statementOf = (rows: number) =>
      handle.prepare(`insert into "${table}" (${names}) values ${Array(rows).fill(row).join(", ")}`);
    // One text for all whole parts, one for single rows: a statement once prepared is kept for good.
    const whole = parts.length > 1 ? (parts[0]?.length ?? 0) : 0;
    const many = whole > 0 ? statementOf(whole / width) : undefined;
    const single = statementOf(1);
    for (const values of parts) {
      if (many && values.length === whole) many.run(values);
      else for (let at = 0; at < values.length; at += width) single.run(values.slice(at, at + width));
    }
    return;
  }
  const rows = parts.flatMap((values) =>
    Array.from({ length: values.length / width }, (_, row) =>
      Object.fromEntries(columns.map((name, column) => [name, values[row * width + column]])),
    ),
  );
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
    const json = JSON.stringify(rows.slice(start, start + ROWS_A_STATEMENT));
    await sql`insert into ${sql.table(table)} (${sql.raw(names)}) select ${sql.raw(names)}
      from json_populate_recordset(null::${sql.table(table)}, ${json}::json)`.execute(trx);
  }
};

/** Inserts many rows inside a transaction of `db.write`. All rows have the same columns; no column holds bytes. */
export const insertMany = async <T extends keyof Schema & string>(
  db: Db,
  trx: Writer,
  table: T,
  rows: readonly Schema[T][],
): Promise<void> => {
  const first = rows[0];
  if (!first) return;
  const flat = new FlatRows<T>(Object.keys(first) as (keyof Schema[T] & string)[]);
  for (const row of rows) {
    const values = flat.next();
    for (const name of flat.columns) values.push(row[name]);
  }
  await insertFlat(db, trx, table, flat);
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
