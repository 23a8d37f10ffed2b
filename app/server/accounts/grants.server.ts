import type { Db, Reader } from "#db/connection.ts";
import { rolesOf, userByName } from "#db/queries/accounts.ts";
import type { Grant } from "../access.ts";

export const grantsOfUser = async (db: Reader, userId: string): Promise<Grant[]> =>
  (await rolesOf(db, userId)).map(({ r, role, bagian_id }) => ({ r, role, bagianId: bagian_id }));

/** Roles by username; none where there is no such account or it is locked. */
export const grantsOf = async (db: Db, username: string): Promise<Grant[]> => {
  const user = await userByName(db.read, username);
  return user && user.locked_at === null ? grantsOfUser(db.read, user.id) : [];
};
