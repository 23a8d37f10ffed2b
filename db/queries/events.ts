import { sql } from "kysely";
import type { EventAction } from "../change.ts";
import type { Reader } from "../connection.ts";
import { ANTEROOM, type EventTable } from "../schema.ts";
import { inScope, inWholeScope, type Scope } from "../scope.ts";

/** How many changes a regency has seen: while the number stays, nothing of the regency has changed. */
export const changesOf = async (db: Reader, r: number): Promise<number> =>
  (await db.selectFrom("event_head").select("seq").where("r", "=", r).executeTakeFirst())?.seq ?? 0;

/** The newest event of a kind on one thing; undefined where nothing of the kind has happened to it. */
export const lastEventOf = (
  db: Reader,
  scope: Scope,
  { r, action, subject }: { r: number; action: EventAction; subject: string },
): Promise<Pick<EventTable, "actor" | "at"> | undefined> =>
  db
    .selectFrom("event")
    .select(["actor", "at"])
    .where(inScope(scope, "event"))
    .where("r", "=", r)
    .where("action", "=", action)
    .where("subject", "=", subject)
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();

export interface EventFilter {
  /** Chains looked at; none for all of the scope. */
  chains?: readonly number[];
  action?: EventAction | undefined;
  actor?: string | undefined;
  /** Instants (UTC ISO text), `before` excluded. */
  from?: string | undefined;
  before?: string | undefined;
}

/**
 * The anteroom's chain holds what belongs to no regency (uploads, accounts, editions): only who sees everything sees it.
 * Of a regency the chain is seen by those who see the regency whole.
 */
const seesAnteroom = (scope: Scope): boolean => scope.regencies === "all" && scope.only.size === 0;

const eventsIn = (db: Reader, scope: Scope, { chains = [], action, actor, from, before }: EventFilter) => {
  let query = db.selectFrom("event");
  query = query.where((where) =>
    where.or([
      inWholeScope(scope, "event"),
      ...(seesAnteroom(scope) ? [where("event.r", "=", ANTEROOM)] : []),
    ]),
  );
  if (chains.length > 0) query = query.where("event.r", "in", chains);
  if (action) query = query.where("action", "=", action);
  if (actor) query = query.where("actor", "=", actor);
  if (from) query = query.where("at", ">=", from);
  if (before) query = query.where("at", "<", before);
  return query;
};

/** Events of the filter, newest first. */
export const listEvents = (
  db: Reader,
  scope: Scope,
  filter: EventFilter,
  { limit, offset }: { limit?: number; offset?: number } = {},
): Promise<EventTable[]> => {
  let query = eventsIn(db, scope, filter)
    .selectAll("event")
    .orderBy("at", "desc")
    .orderBy("r")
    .orderBy("seq", "desc");
  if (limit !== undefined) query = query.limit(limit).offset(offset ?? 0);
  return query.execute();
};

export const countEvents = async (db: Reader, scope: Scope, filter: EventFilter): Promise<number> => {
  const { n } = await eventsIn(db, scope, filter)
    .select(sql<number>`count(*)`.as("n"))
    .executeTakeFirstOrThrow();
  return Number(n);
};

/** Names under which anything was changed in the scope, in order. */
export const actorsOf = async (db: Reader, scope: Scope): Promise<string[]> =>
  (await eventsIn(db, scope, {}).select("actor").distinct().orderBy("actor").execute()).map(
    ({ actor }) => actor,
  );

/** Chains that have begun, of the scope. */
export const chainsOf = async (db: Reader, scope: Scope): Promise<number[]> =>
  (await eventsIn(db, scope, {}).select("event.r").distinct().orderBy("event.r").execute()).map(({ r }) => r);
