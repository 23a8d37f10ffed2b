import { sql } from "kysely";
import type { Reader, Writer } from "../connection.ts";
import { FIRST_ADDED_ID } from "../regencies.ts";
import { ANTEROOM, type OfficialIndex, type RegencyTable } from "../schema.ts";
import { inScope, type Scope } from "../scope.ts";

/** Regencies in scope, by name. */
export const listRegencies = (db: Reader, scope: Scope): Promise<RegencyTable[]> =>
  db
    .selectFrom("regency")
    .selectAll()
    .where(inScope(scope, "regency", "id"))
    .orderBy("sort_key")
    .execute();

export const regencyBySlug = (db: Reader, scope: Scope, slug: string): Promise<RegencyTable | undefined> =>
  db
    .selectFrom("regency")
    .selectAll()
    .where(inScope(scope, "regency", "id"))
    .where("slug", "=", slug)
    .executeTakeFirst();

/** By folded names, in scope or not: names of regencies are public, and two of one name must not arise. */
export const regenciesByKey = (db: Reader, keys: readonly string[]): Promise<RegencyTable[]> =>
  keys.length === 0
    ? Promise.resolve([])
    : db.selectFrom("regency").selectAll().where("name_key", "in", keys).execute();

export const insertRegency = async (trx: Writer, row: RegencyTable): Promise<void> => {
  await trx.insertInto("regency").values(row).execute();
};

export const setOfficialIndexOf = async (trx: Writer, r: number, index: OfficialIndex): Promise<void> => {
  await trx.updateTable("regency").set({ official_index: index }).where("id", "=", r).execute();
};

/** Ids already taken among those given. */
export const existingRegencyIds = async (db: Reader, ids: readonly number[]): Promise<Set<number>> => {
  const rows = await db.selectFrom("regency").select("id").where("id", "in", ids).execute();
  return new Set(rows.map((row) => row.id));
};

/** The next id for a regency that the shipped table does not know. */
export const nextRegencyId = async (trx: Reader): Promise<number> => {
  const { highest } = await trx
    .selectFrom("regency")
    .select(sql<number>`coalesce(max(id), 0)`.as("highest"))
    .executeTakeFirstOrThrow();
  return Math.max(Number(highest) + 1, FIRST_ADDED_ID);
};

/** What of a regency its setting opens to everybody. */
export type OpenPart = "standar" | "indeks";

/** Regencies that open all of these parts to everybody. */
export const openRegencies = async (db: Reader, parts: readonly OpenPart[]): Promise<number[]> => {
  let query = db.selectFrom("regency").select("id").where("id", ">", ANTEROOM).orderBy("id");
  if (parts.includes("standar")) query = query.where("public_standar", "=", 1);
  if (parts.includes("indeks")) query = query.where("public_indeks", "=", 1);
  return (await query.execute()).map((row) => row.id);
};

export const setOpenParts = async (
  trx: Writer,
  r: number,
  open: Pick<RegencyTable, "public_standar" | "public_indeks">,
): Promise<void> => {
  await trx.updateTable("regency").set(open).where("id", "=", r).execute();
};

/** Every regency by name: the names are public. */
export const everyRegency = (db: Reader): Promise<Pick<RegencyTable, "id" | "kind" | "name" | "slug">[]> =>
  db
    .selectFrom("regency")
    .select(["id", "kind", "name", "slug"])
    .where("id", ">", ANTEROOM)
    .orderBy("sort_key")
    .execute();
