import type { Kysely } from "kysely";
import type { Engine } from "../engine.ts";
import { createIndexes, createTables, type IndexSpec, int, maybe, type TableSpec, text } from "./build.ts";

const TABLES: Record<string, TableSpec> = {
  report: {
    columns: {
      r: int,
      id: text,
      period: text,
      title: text,
      number: text,
      draft: int,
      model: text,
      standards: maybe(text),
      options: text,
      data_hash: text,
      issued_at: text,
      by: text,
    },
    primary: ["r", "id"],
  },
  report_setting: {
    columns: { r: int, settings: text, at: text, by: text },
    primary: ["r"],
  },
};

const INDEXES: readonly IndexSpec[] = [
  { name: "report_period", table: "report", columns: ["r", "period", "issued_at"] },
];

/** Reports as they were issued, and what a regency prints on every paper. */
export const up = (engine: Engine) => async (db: Kysely<unknown>) => {
  await createTables(db, engine, TABLES);
  await createIndexes(db, INDEXES);
};
