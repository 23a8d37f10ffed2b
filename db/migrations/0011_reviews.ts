import type { Kysely } from "kysely";
import type { Engine } from "../engine.ts";
import { createTables, int, partOf, type TableSpec, text } from "./build.ts";

const TABLES: Record<string, TableSpec> = {
  review: {
    columns: { r: int, service_text_id: text, component: text, at: text, by: text },
    primary: ["r", "service_text_id", "component"],
    references: [partOf("service_text_id", "service_text")],
  },
};

/** Verdicts that a person has reviewed: what "x dari y putusan telah direviu" counts. */
export const up = (engine: Engine) => (db: Kysely<unknown>) => createTables(db, engine, TABLES);
