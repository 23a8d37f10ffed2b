import type { Kysely } from "kysely";
import type { Engine } from "../engine.ts";
import { type AddedColumns, addColumns, createTables, int, maybe, type TableSpec, text } from "./build.ts";

const ADDED: AddedColumns = {
  reading: { head: maybe(text) },
  citation: { fault: maybe(text), certain: maybe(int), instead: maybe(text) },
};

const TABLES: Record<string, TableSpec> = {
  sample: { columns: { r: int, name: text, fingerprint: maybe(text) }, primary: ["r", "name"] },
};

/** What the head of a decree says, and how each citation stands on the day of signing; what was loaded of the sample. */
export const up = (engine: Engine) => async (db: Kysely<unknown>) => {
  await createTables(db, engine, TABLES);
  await addColumns(db, engine, ADDED);
  // No query asks for a criterion across services.
  await db.schema.dropIndex("verdict_criterion").execute();
  // Scores made without these are made again.
  await (db as Kysely<{ reading: { scorer_version: string | null } }>)
    .updateTable("reading")
    .set({ scorer_version: null })
    .execute();
};
