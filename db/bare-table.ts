import SqliteDatabase from "better-sqlite3";

/** A table of a SQLite file by itself, without the program around it: the yardstick that bulk paths are measured against. */

/** Makes a new file `to` with an empty table like the one in `from`, and its indexes. */
export const copyTable = (from: string, to: string, table: string): void => {
  const source = new SqliteDatabase(from, { readonly: true });
  const rows = source
    .prepare("select sql from sqlite_master where tbl_name = ? and sql is not null order by type desc")
    .all(table) as { sql: string }[];
  source.close();
  const target = new SqliteDatabase(to);
  target.pragma("journal_mode = WAL");
  target.pragma("synchronous = NORMAL");
  for (const { sql } of rows) target.exec(sql);
  target.close();
};

/** Fills such a table in one transaction; each row has a value for each of the `columns` columns. */
export const fillTable = (
  file: string,
  table: string,
  columns: number,
  rows: Iterable<readonly string[]>,
): void => {
  const target = new SqliteDatabase(file);
  const insert = target.prepare(`insert into "${table}" values (${Array(columns).fill("?").join(", ")})`);
  target.exec("begin");
  for (const row of rows) insert.run(...row);
  target.exec("commit");
  target.close();
};
