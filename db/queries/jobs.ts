import type { ExpressionBuilder, Updateable } from "kysely";
import type { Db, Reader, Writer } from "../connection.ts";
import type { JobTable, Schema } from "../schema.ts";
import { inScope, ownInAnteroom, type Scope } from "../scope.ts";

export const insertJob = async (trx: Writer, row: JobTable): Promise<void> => {
  await trx.insertInto("job").values(row).execute();
};

/** Does a job of this kind wait or run for this regency? */
export const openJobOf = async (db: Reader, r: number, kind: string): Promise<boolean> =>
  (await db
    .selectFrom("job")
    .select("id")
    .where("r", "=", r)
    .where("kind", "=", kind)
    .where("state", "in", ["antre", "jalan"])
    .limit(1)
    .executeTakeFirst()) !== undefined;

/** A job of the scope, or of the anteroom, where each sees what is their own. */
export const jobById = (db: Reader, scope: Scope, id: string): Promise<JobTable | undefined> =>
  db
    .selectFrom("job")
    .selectAll()
    .where("id", "=", id)
    .where((eb) => eb.or([ownInAnteroom(scope, "job"), inScope(scope, "job")]))
    .executeTakeFirst();

/** Takes the oldest job that waits, or whose worker has let its lease run out. Undefined where there is none. */
export const claimJob = async (
  db: Db,
  claim: { worker: string; now: string; leaseUntil: string },
): Promise<JobTable | undefined> => {
  const free = (eb: ExpressionBuilder<Schema, "job">) =>
    eb.or([
      eb("state", "=", "antre"),
      eb.and([eb("state", "=", "jalan"), eb("lease_until", "<", claim.now)]),
    ]);
  // Asked on the reading connection: a worker with nothing to do must not take the write lock again and again.
  const candidate = await db.read
    .selectFrom("job")
    .select(["id", "attempt"])
    .where(free)
    .orderBy("at")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
  if (!candidate) return undefined;
  return db.write.transaction().execute((trx) =>
    trx
      .updateTable("job")
      .set({
        state: "jalan",
        worker: claim.worker,
        lease_until: claim.leaseUntil,
        attempt: candidate.attempt + 1,
        updated_at: claim.now,
      })
      .where("id", "=", candidate.id)
      // Whoever took it meanwhile has counted its attempt up.
      .where("attempt", "=", candidate.attempt)
      .where(free)
      .returningAll()
      .executeTakeFirst(),
  );
};

/** Changes a job that this worker still holds. False where it has lost it. */
export const updateHeldJob = async (
  db: Db,
  held: { id: string; worker: string; attempt: number },
  set: Updateable<JobTable>,
): Promise<boolean> => {
  const { numUpdatedRows } = await db.write
    .transaction()
    .execute((trx) =>
      trx
        .updateTable("job")
        .set(set)
        .where("id", "=", held.id)
        .where("worker", "=", held.worker)
        .where("attempt", "=", held.attempt)
        .where("state", "=", "jalan")
        .executeTakeFirst(),
    );
  return numUpdatedRows > 0n;
};

/** Gives back what a worker that is gone was doing, so that nobody waits for its lease to run out. */
export const releaseJobs = async (db: Db, worker: string, now: string): Promise<void> => {
  await db.write
    .transaction()
    .execute((trx) =>
      trx
        .updateTable("job")
        .set({ state: "antre", worker: null, lease_until: null, updated_at: now })
        .where("worker", "=", worker)
        .where("state", "=", "jalan")
        .execute(),
    );
};
