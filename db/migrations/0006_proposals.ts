import type { Kysely } from "kysely";
import type { Engine } from "../engine.ts";
import { type AddedColumns, addColumns, maybe, text } from "./build.ts";

const ADDED: AddedColumns = { service_text: { pengguna: maybe(text) } };

/** Who uses a service, as each printed table proposes: where only facts are kept, nothing else could tell. */
export const up = (engine: Engine) => (db: Kysely<unknown>) => addColumns(db, engine, ADDED);
