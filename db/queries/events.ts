import type { EventAction } from "../change.ts";
import type { Reader } from "../connection.ts";
import type { EventTable } from "../schema.ts";
import { inScope, type Scope } from "../scope.ts";

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
