import type { Kysely } from "kysely";
import type { Engine } from "../engine.ts";
import { type AddedColumns, addColumns, int, maybe, text } from "./build.ts";

const ADDED: AddedColumns = {
  service: {
    pengguna: maybe(text),
    pengguna_confirmed: { ...int, fallback: 0 },
    volume: maybe(int),
    person_in_charge: maybe(text),
  },
  regency: { official_index: { ...text, fallback: "gabungan" } },
};

/** Who uses a service and how much, who answers for it, and which index above the unit is a regency's official one. */
export const up = (engine: Engine) => (db: Kysely<unknown>) => addColumns(db, engine, ADDED);
