import type { Reader, Writer } from "../connection.ts";
import type { BagianTable, ServiceAliasTable, ServiceTable } from "../schema.ts";
import { bagianInScope, type Scope, servicesInScope } from "../scope.ts";
import { BAGIAN_COLUMNS } from "./columns.ts";

/** Services of a register in the order of their numbers, each with its bagian; those without text among them. */
export const registerServices = (db: Reader, scope: Scope, r: number) =>
  db
    .selectFrom("service as s")
    .leftJoin("bagian as b", (j) => j.onRef("b.r", "=", "s.r").onRef("b.id", "=", "s.bagian_id"))
    .select([
      "s.id",
      "s.no",
      "s.name",
      "s.slug",
      "s.text_id",
      "s.bagian_id",
      "s.bagian_set_at",
      "s.stopped_at",
      "s.pengguna",
      "s.pengguna_confirmed",
      "s.volume",
      "s.person_in_charge",
      "s.person_position",
      "s.person_nip",
      "s.person_phone",
      ...BAGIAN_COLUMNS,
    ])
    .where(servicesInScope(scope, "s"))
    .where("s.r", "=", r)
    .orderBy("s.no")
    .execute();

export type RegisterService = Awaited<ReturnType<typeof registerServices>>[number];

export const registerBagian = (
  db: Reader,
  scope: Scope,
  r: number,
): Promise<Pick<BagianTable, "id" | "name" | "name_key" | "slug" | "family">[]> =>
  db
    .selectFrom("bagian as b")
    .select(["b.id", "b.name", "b.name_key", "b.slug", "b.family"])
    .where(bagianInScope(scope, "b"))
    .where("b.r", "=", r)
    .orderBy("b.sort_key")
    .execute();

/** Printed names by which a service is known, in the order of their letters. */
export const aliasesOfService = (db: Reader, r: number, serviceId: string): Promise<ServiceAliasTable[]> =>
  db
    .selectFrom("service_alias")
    .selectAll()
    .where("r", "=", r)
    .where("service_id", "=", serviceId)
    .orderBy("name_key")
    .orderBy("bagian_key")
    .orderBy("nth")
    .execute();

type AliasKey = Pick<ServiceAliasTable, "r" | "bagian_key" | "name_key" | "nth">;

/** Whose name this is already; undefined where it is nobody's. */
export const aliasOwner = (db: Reader, key: AliasKey): Promise<{ service_id: string } | undefined> =>
  db
    .selectFrom("service_alias")
    .select("service_id")
    .where("r", "=", key.r)
    .where("bagian_key", "=", key.bagian_key)
    .where("name_key", "=", key.name_key)
    .where("nth", "=", key.nth)
    .executeTakeFirst();

export const insertAlias = async (trx: Writer, row: ServiceAliasTable): Promise<void> => {
  await trx.insertInto("service_alias").values(row).execute();
};

export const deleteAlias = async (trx: Writer, key: AliasKey): Promise<void> => {
  await trx
    .deleteFrom("service_alias")
    .where("r", "=", key.r)
    .where("bagian_key", "=", key.bagian_key)
    .where("name_key", "=", key.name_key)
    .where("nth", "=", key.nth)
    .execute();
};

export const aliasesOfBagian = (db: Reader, r: number) =>
  db
    .selectFrom("bagian_alias")
    .select(["name_key", "bagian_id"])
    .where("r", "=", r)
    .orderBy("name_key")
    .execute();

export const insertBagianAlias = async (
  trx: Writer,
  row: { r: number; name_key: string; bagian_id: string; at: string; by: string },
): Promise<void> => {
  await trx.insertInto("bagian_alias").values(row).execute();
};

export const deleteBagianAlias = async (trx: Writer, r: number, nameKey: string): Promise<void> => {
  await trx.deleteFrom("bagian_alias").where("r", "=", r).where("name_key", "=", nameKey).execute();
};

export const setFamily = async (trx: Writer, r: number, id: string, family: string | null): Promise<void> => {
  await trx.updateTable("bagian").set({ family }).where("r", "=", r).where("id", "=", id).execute();
};

export const setOfRegister = async (
  trx: Writer,
  r: number,
  id: string,
  set: Partial<
    Pick<
      ServiceTable,
      | "bagian_id"
      | "bagian_set_at"
      | "stopped_at"
      | "person_in_charge"
      | "person_position"
      | "person_nip"
      | "person_phone"
    >
  >,
): Promise<void> => {
  await trx.updateTable("service").set(set).where("r", "=", r).where("id", "=", id).execute();
};
