import type { Kysely } from "kysely";
import type { Engine } from "../engine.ts";
import { type AddedColumns, addColumns, int, maybe, text } from "./build.ts";

const ADDED: AddedColumns = {
  reading: { head: maybe(text) },
  citation: { fault: maybe(text), certain: maybe(int), instead: maybe(text) },
};

/** What the head of a decree says, and how each citation stands on the day of signing. */
export const up = (engine: Engine) => async (db: Kysely<unknown>) => {
  await addColumns(db, engine, ADDED);
  // No query asks for a criterion across services.
  await db.schema.dropIndex("verdict_criterion").execute();
  // Scores made without these are made again.
  await (db as Kysely<{ reading: { scorer_version: string | null } }>)
    .updateTable("reading")
    .set({ scorer_version: null })
    .execute();
};
