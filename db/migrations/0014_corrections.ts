import type { Kysely } from "kysely";
import type { Engine } from "../engine.ts";
import {
  type AddedColumns,
  addColumns,
  createTables,
  int,
  maybe,
  partOf,
  type TableSpec,
  text,
} from "./build.ts";

const TABLES: Record<string, TableSpec> = {
  correction: {
    columns: {
      r: int,
      text_id: text,
      seq: int,
      op: text,
      anchor: text,
      args: text,
      at: text,
      by: text,
      reason: text,
      conflict: maybe(text),
      undone_at: maybe(text),
      undone_by: maybe(text),
      undone_reason: maybe(text),
    },
    primary: ["r", "text_id", "seq"],
    references: [partOf("text_id", "decree_text")],
  },
};

const ADDED: AddedColumns = {
  reading: { machine_id: maybe(text) },
  service: {
    bagian_set_at: maybe(text),
    stopped_at: maybe(text),
    person_position: maybe(text),
    person_nip: maybe(text),
    person_phone: maybe(text),
  },
};

/** Corrections of readings, and what people say of the services of the register. */
export const up = (engine: Engine) => async (db: Kysely<unknown>) => {
  await createTables(db, engine, TABLES);
  await addColumns(db, engine, ADDED);
};
