import type { Updateable } from "kysely";
import type { Reader, Writer } from "../connection.ts";
import type { RoleTable, UserTable } from "../schema-accounts.ts";

/**
 * People and their roles. System tables, without scope: only the use cases of app/server/accounts ask them, and those
 * show of them what the regencies of an admin allow.
 */

export const anyUser = async (db: Reader): Promise<boolean> =>
  (await db.selectFrom("user").select("id").limit(1).executeTakeFirst()) !== undefined;

export const userByName = (db: Reader, username: string): Promise<UserTable | undefined> =>
  db.selectFrom("user").selectAll().where("username", "=", username).executeTakeFirst();

export const userById = (db: Reader, id: string): Promise<UserTable | undefined> =>
  db.selectFrom("user").selectAll().where("id", "=", id).executeTakeFirst();

/** Everybody, by name in the audit. */
export const listUsers = (db: Reader): Promise<UserTable[]> =>
  db.selectFrom("user").selectAll().orderBy("username").execute();

export const insertUser = async (trx: Writer, row: UserTable): Promise<void> => {
  await trx.insertInto("user").values(row).execute();
};

export const updateUser = async (trx: Writer, id: string, set: Updateable<UserTable>): Promise<void> => {
  await trx.updateTable("user").set(set).where("id", "=", id).execute();
};

/** Takes a time step for a second factor; false where its code, or a later one, was taken before. */
export const takeTotpStep = async (trx: Writer, id: string, step: number): Promise<boolean> => {
  const { numUpdatedRows } = await trx
    .updateTable("user")
    .set({ totp_step: step })
    .where("id", "=", id)
    .where((eb) => eb.or([eb("totp_step", "is", null), eb("totp_step", "<", step)]))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

/** Roles of these people; left out: of everybody. */
export const rolesOf = (db: Reader, userId?: string): Promise<RoleTable[]> => {
  let query = db.selectFrom("role").selectAll().orderBy("user_id").orderBy("r").orderBy("role");
  if (userId !== undefined) query = query.where("user_id", "=", userId);
  return query.orderBy("bagian_id").execute();
};

export const insertRoles = async (trx: Writer, rows: readonly RoleTable[]): Promise<void> => {
  if (rows.length > 0) await trx.insertInto("role").values(rows).execute();
};

type RoleKey = Pick<RoleTable, "r" | "user_id" | "role" | "bagian_id">;

export const deleteRole = async (trx: Writer, { r, user_id, role, bagian_id }: RoleKey): Promise<void> => {
  await trx
    .deleteFrom("role")
    .where("r", "=", r)
    .where("user_id", "=", user_id)
    .where("role", "=", role)
    .where("bagian_id", "=", bagian_id)
    .execute();
};

/** How many can still log in and do everything, besides this one. */
export const otherInstallationAdmins = async (db: Reader, userId: string): Promise<number> => {
  const { n } = await db
    .selectFrom("role as p")
    .innerJoin("user as u", "u.id", "p.user_id")
    .select((eb) => eb.fn.countAll<number>().as("n"))
    .where("p.r", "=", 0)
    .where("p.role", "=", "admin")
    .where("p.user_id", "<>", userId)
    .where("u.locked_at", "is", null)
    .executeTakeFirstOrThrow();
  return Number(n);
};
