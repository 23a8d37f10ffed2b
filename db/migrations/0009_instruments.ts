import type { Kysely } from "kysely";
import type { Engine } from "../engine.ts";
import {
  type AddedColumns,
  addColumns,
  createIndexes,
  createTables,
  type IndexSpec,
  int,
  maybe,
  type TableSpec,
  text,
} from "./build.ts";

const TABLES: Record<string, TableSpec> = {
  official_result: {
    columns: {
      r: int,
      id: text,
      instrument_id: text,
      year: int,
      about: text,
      score_hundredths: maybe(int),
      category: maybe(text),
      letter_number: maybe(text),
      letter_date: maybe(text),
      seen_in: text,
      at: text,
      by: text,
      withdrawn_at: maybe(text),
      withdrawn_by: maybe(text),
      withdrawn_reason: maybe(text),
    },
    primary: ["r", "id"],
  },
};

const INDEXES: IndexSpec[] = [
  { name: "official_result_instrument", table: "official_result", columns: ["instrument_id"] },
];

/** When and by whom an edition was added; null where scoring wrote it down itself. */
const ADDED: AddedColumns = { instrument: { at: maybe(text), by: maybe(text) } };

/** Editions of instruments are added by people, and official results are recorded apart from any self-check. */
export const up = (engine: Engine) => async (db: Kysely<unknown>) => {
  await createTables(db, engine, TABLES);
  await createIndexes(db, INDEXES);
  await addColumns(db, engine, ADDED);
};
