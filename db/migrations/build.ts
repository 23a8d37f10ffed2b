import { type CreateTableBuilder, type Kysely, type RawBuilder, sql } from "kysely";
import type { Engine } from "../engine.ts";

/** How migrations describe tables, for both engines. */

export type Column = { type: "text" | "int" | "real" | "bytes"; nullable?: boolean };

export const text: Column = { type: "text" };
export const int: Column = { type: "int" };
export const real: Column = { type: "real" };
export const bytes: Column = { type: "bytes" };
export const maybe = (column: Column): Column => ({ ...column, nullable: true });

/** PostgreSQL compares text by the "C" collation so that both engines sort alike, byte by byte. */
export const typeOf = (column: Column, engine: Engine): RawBuilder<unknown> => {
  if (column.type === "text") return engine === "postgres" ? sql`text collate "C"` : sql`text`;
  if (column.type === "int") return sql`integer`;
  if (column.type === "real") return engine === "postgres" ? sql`double precision` : sql`real`;
  return engine === "postgres" ? sql`bytea` : sql`blob`;
};

export interface TableSpec {
  columns: Record<string, Column>;
  primary: string[];
  references?: Reference[];
}

/** Always inside one regency. `part`: goes when the whole goes. */
interface Reference {
  own: string[];
  table: string;
  keys: string[];
  part: boolean;
}

export const partOf = (column: string, table: string): Reference => ({
  own: ["r", column],
  table,
  keys: ["r", "id"],
  part: true,
});
export const pointsTo = (column: string, table: string): Reference => ({
  ...partOf(column, table),
  part: false,
});

/** With `where` the index holds, and its rule binds, only the rows that meet it. */
export interface IndexSpec {
  name: string;
  table: string;
  columns: string[];
  /** No two rows may agree in these columns. */
  unique?: boolean;
  where?: RawBuilder<boolean>;
}

export const createTables = async (
  db: Kysely<unknown>,
  engine: Engine,
  tables: Record<string, TableSpec>,
): Promise<void> => {
  for (const [name, spec] of Object.entries(tables)) {
    let table: CreateTableBuilder<string, string> = db.schema.createTable(name);
    for (const [column, type] of Object.entries(spec.columns)) {
      table = table.addColumn(column, typeOf(type, engine), (c) => (type.nullable ? c : c.notNull()));
    }
    table = table.addPrimaryKeyConstraint(`${name}_pk`, spec.primary as never);
    for (const { own, table: target, keys, part } of spec.references ?? []) {
      table = table.addForeignKeyConstraint(`${name}_${own.at(-1)}_fk`, own as never, target, keys, (fk) =>
        part ? fk.onDelete("cascade") : fk,
      );
    }
    await table.execute();
  }
};

export const createIndexes = async (db: Kysely<unknown>, indexes: readonly IndexSpec[]): Promise<void> => {
  for (const index of indexes) {
    let builder = db.schema.createIndex(index.name).on(index.table).columns(index.columns);
    if (index.unique) builder = builder.unique();
    if (index.where) builder = builder.where(index.where as never);
    await builder.execute();
  }
};

/** `fallback` is what the rows that are there hold; a column without one is nullable. */
export type AddedColumn = Column & { fallback?: number | string };
/** By table, then by name. */
export type AddedColumns = Record<string, Record<string, AddedColumn>>;

/** Adds columns to tables that are there. */
export const addColumns = async (db: Kysely<unknown>, engine: Engine, added: AddedColumns): Promise<void> => {
  for (const [table, columns] of Object.entries(added)) {
    for (const [name, column] of Object.entries(columns)) {
      await db.schema
        .alterTable(table)
        .addColumn(name, typeOf(column, engine), (c) =>
          column.nullable ? c : c.notNull().defaultTo(column.fallback),
        )
        .execute();
    }
  }
};
