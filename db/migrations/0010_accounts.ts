import type { Kysely } from "kysely";
import type { Engine } from "../engine.ts";
import { SEED_REGENCIES } from "../regencies.ts";
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

const OF_USER = { own: ["user_id"], table: "user", keys: ["id"], part: true };

const TABLES: Record<string, TableSpec> = {
  user: {
    columns: {
      id: text,
      username: text,
      name: text,
      password_hash: text,
      must_change: int,
      locked_at: maybe(text),
      totp_secret: maybe(text),
      totp_step: maybe(int),
      at: text,
      by: text,
    },
    primary: ["id"],
  },
  role: {
    columns: { r: int, user_id: text, role: text, bagian_id: text, at: text, by: text },
    primary: ["r", "user_id", "role", "bagian_id"],
    references: [OF_USER],
  },
  session: {
    columns: { id: text, user_id: text, at: text, seen_at: text, agent: text },
    primary: ["id"],
    references: [OF_USER],
  },
  reset_link: {
    columns: { id: text, user_id: text, at: text, by: text },
    primary: ["id"],
    references: [OF_USER],
  },
  login_throttle: {
    columns: { key: text, attempts: int, since: text },
    primary: ["key"],
  },
};

const INDEXES: readonly IndexSpec[] = [
  { name: "user_username", table: "user", columns: ["username"], unique: true },
  { name: "role_user", table: "role", columns: ["user_id"] },
  { name: "session_user", table: "session", columns: ["user_id"] },
  { name: "reset_link_user", table: "reset_link", columns: ["user_id"] },
];

const ADDED: AddedColumns = {
  regency: { public_standar: { ...int, fallback: 0 }, public_indeks: { ...int, fallback: 0 } },
};

/** Accounts, their roles and sessions, and what of a regency is open to everybody. */
export const up = (engine: Engine) => async (db: Kysely<unknown>) => {
  await createTables(db, engine, TABLES);
  await createIndexes(db, INDEXES);
  await addColumns(db, engine, ADDED);
  // The shipped regencies hold published decrees and invented answers: what they show was open before there were accounts.
  await (db as Kysely<{ regency: { id: number; public_standar: number; public_indeks: number } }>)
    .updateTable("regency")
    .set({ public_standar: 1, public_indeks: 1 })
    .where(
      "id",
      "in",
      SEED_REGENCIES.map((seed) => seed.id),
    )
    .execute();
};
