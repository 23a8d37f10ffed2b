import { type Kysely, sql } from "kysely";
import type { Engine } from "../engine.ts";
import { createTables, int, maybe, partOf, type TableSpec, text } from "./build.ts";

const TABLES: Record<string, TableSpec> = {
  survey_draft_rejected: {
    columns: {
      r: int,
      draft_id: text,
      row: int,
      seq: int,
      code: text,
      column_name: maybe(text),
      value: maybe(text),
      message: text,
    },
    primary: ["r", "draft_id", "row", "seq"],
    references: [partOf("draft_id", "survey_draft")],
  },
};

/**
 * A draft keeps its rejected rows apart from its result. Drafts that were counted and wait go back to their columns, from
 * where they are counted anew; nothing of them was stored.
 */
export const up = (engine: Engine) => async (db: Kysely<unknown>) => {
  await createTables(db, engine, TABLES);
  await sql`update survey_draft set state = 'kolom', result = null
    where state in ('layanan', 'periksa', 'simpan')`.execute(db);
};
