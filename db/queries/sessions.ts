import type { Reader, Writer } from "../connection.ts";
import type { LoginThrottleTable, ResetLinkTable, SessionTable } from "../schema-accounts.ts";

/** Sessions, one-time links and counted attempts: the system tables of logging in. */

export const insertSession = async (trx: Writer, row: SessionTable): Promise<void> => {
  await trx.insertInto("session").values(row).execute();
};

export const sessionById = (db: Reader, id: string): Promise<SessionTable | undefined> =>
  db.selectFrom("session").selectAll().where("id", "=", id).executeTakeFirst();

/** Sessions of one person, the one used last first. */
export const sessionsOf = (db: Reader, userId: string): Promise<SessionTable[]> =>
  db
    .selectFrom("session")
    .selectAll()
    .where("user_id", "=", userId)
    .orderBy("seen_at", "desc")
    .orderBy("id")
    .execute();

export const touchSession = async (trx: Writer, id: string, seenAt: string): Promise<void> => {
  await trx.updateTable("session").set({ seen_at: seenAt }).where("id", "=", id).execute();
};

export const deleteSession = async (trx: Writer, id: string): Promise<void> => {
  await trx.deleteFrom("session").where("id", "=", id).execute();
};

/** Ends every session of a person, but the one that is named. Returns how many there were. */
export const deleteSessionsOf = async (trx: Writer, userId: string, except = ""): Promise<number> => {
  const { numDeletedRows } = await trx
    .deleteFrom("session")
    .where("user_id", "=", userId)
    .where("id", "<>", except)
    .executeTakeFirst();
  return Number(numDeletedRows);
};

/** Removes what nobody can use any more: begun or seen before these instants. */
export const sweepSessions = async (
  trx: Writer,
  before: { began: string; seen: string; link: string; attempt: string },
): Promise<void> => {
  await trx
    .deleteFrom("session")
    .where((eb) => eb.or([eb("at", "<", before.began), eb("seen_at", "<", before.seen)]))
    .execute();
  await trx.deleteFrom("reset_link").where("at", "<", before.link).execute();
  await trx.deleteFrom("login_throttle").where("since", "<", before.attempt).execute();
};

export const insertLink = async (trx: Writer, row: ResetLinkTable): Promise<void> => {
  await trx.insertInto("reset_link").values(row).execute();
};

export const linkById = (db: Reader, id: string): Promise<ResetLinkTable | undefined> =>
  db.selectFrom("reset_link").selectAll().where("id", "=", id).executeTakeFirst();

/** Uses a link up; false where somebody else has used it meanwhile. */
export const takeLink = async (trx: Writer, id: string): Promise<boolean> => {
  const { numDeletedRows } = await trx.deleteFrom("reset_link").where("id", "=", id).executeTakeFirst();
  return numDeletedRows > 0n;
};

export const deleteLinksOf = async (trx: Writer, userId: string): Promise<void> => {
  await trx.deleteFrom("reset_link").where("user_id", "=", userId).execute();
};

/**
 * Counts one attempt more. One that comes after the window (`since` before `windowFrom`) begins a new count.
 * @returns the count with this attempt
 */
export const countAttempt = async (
  trx: Writer,
  key: string,
  { now, windowFrom }: { now: string; windowFrom: string },
): Promise<LoginThrottleTable> => {
  await trx.deleteFrom("login_throttle").where("key", "=", key).where("since", "<=", windowFrom).execute();
  return trx
    .insertInto("login_throttle")
    .values({ key, attempts: 1, since: now })
    .onConflict((conflict) =>
      conflict.column("key").doUpdateSet((eb) => ({ attempts: eb("login_throttle.attempts", "+", 1) })),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
};

export const forgetAttempts = async (trx: Writer, key: string): Promise<void> => {
  await trx.deleteFrom("login_throttle").where("key", "=", key).execute();
};

/** Takes one attempt back: it was no failure. */
export const uncountAttempt = async (trx: Writer, key: string): Promise<void> => {
  await trx
    .updateTable("login_throttle")
    .set((eb) => ({ attempts: eb("attempts", "-", 1) }))
    .where("key", "=", key)
    .where("attempts", ">", 0)
    .execute();
};
