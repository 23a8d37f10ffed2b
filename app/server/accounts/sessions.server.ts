import { change } from "#db/change.ts";
import type { Db, Writer } from "#db/connection.ts";
import { userById } from "#db/queries/accounts.ts";
import {
  deleteSession,
  deleteSessionsOf,
  insertSession,
  sessionById,
  sessionsOf,
  sweepSessions,
  touchSession,
} from "#db/queries/sessions.ts";
import { ANTEROOM } from "#db/schema.ts";
import type { SessionTable } from "#db/schema-accounts.ts";
import { notFound } from "../errors.ts";
import { selfOf } from "../scope.server.ts";
import { grantsOfUser } from "./grants.server.ts";
import { LINK_MS } from "./links.ts";
import { WINDOW_MS } from "./throttle.ts";
import { newToken, tokenHash } from "./tokens.ts";
import type { Viewer } from "./viewer.ts";

const HOUR_MS = 3_600_000;
/** A session ends this long after its last request … */
export const IDLE_MS = 2 * HOUR_MS;
/** … and this long after its login, whatever happens in it. */
export const ABSOLUTE_MS = 12 * HOUR_MS;
/** The last request is written down as of so long ago: most requests write nothing. */
const SEEN_MS = 60_000;

const earlier = (db: Pick<Db, "now">, ms: number): string =>
  new Date(Date.parse(db.now()) - ms).toISOString();

const isAlive = (db: Pick<Db, "now">, { at, seen_at }: SessionTable): boolean =>
  at > earlier(db, ABSOLUTE_MS) && seen_at > earlier(db, IDLE_MS);

/** Begins a session inside the change that lets somebody in. Returns its token; only its hash is kept. */
export const openSession = async (
  db: Db,
  trx: Writer,
  { userId, agent, began = db.now() }: { userId: string; agent: string; began?: string },
): Promise<string> => {
  await sweepSessions(trx, {
    began: earlier(db, ABSOLUTE_MS),
    seen: earlier(db, IDLE_MS),
    link: earlier(db, LINK_MS),
    attempt: earlier(db, WINDOW_MS),
  });
  const token = newToken();
  const browser = agent.replace(/\p{C}/gu, "").slice(0, 200);
  await insertSession(trx, {
    id: tokenHash(token),
    user_id: userId,
    at: began,
    seen_at: db.now(),
    agent: browser,
  });
  return token;
};

/** Ends the session of a token, where there is one: what a browser brought to its login is never used on. */
export const dropToken = async (trx: Writer, token: string | null): Promise<void> => {
  if (token !== null) await deleteSession(trx, tokenHash(token));
};

/** Who holds this token, with the roles of this very moment; null where the session has ended or the account is locked. */
export const viewerOf = async (db: Db, token: string): Promise<Viewer | null> => {
  const session = await sessionById(db.read, tokenHash(token));
  if (!session || !isAlive(db, session)) return null;
  const user = await userById(db.read, session.user_id);
  if (!user || user.locked_at !== null) return null;
  if (session.seen_at < earlier(db, SEEN_MS)) {
    // A request that only reads must not fail because another writes.
    await db.write
      .transaction()
      .execute((trx) => touchSession(trx, session.id, db.now()))
      .catch(() => undefined);
  }
  const { id, username, name } = user;
  const grants = await grantsOfUser(db.read, id);
  return { id, username, name, grants, mustChange: user.must_change === 1, sessionId: session.id };
};

export interface SessionView {
  id: string;
  /** Instants: of the login, of the last request. */
  at: string;
  seenAt: string;
  agent: string;
  /** The one that asks. */
  own: boolean;
}

/** Sessions of the viewer that are alive, the one used last first. */
export const listSessions = async (db: Db, viewer: Viewer): Promise<SessionView[]> =>
  (await sessionsOf(db.read, viewer.id))
    .filter((session) => isAlive(db, session))
    .map(({ id, at, seen_at, agent }) => ({ id, at, seenAt: seen_at, agent, own: id === viewer.sessionId }));

const leaving = (viewer: Viewer, reason: string) =>
  ({ r: ANTEROOM, action: "akun.keluar", subject: viewer.username, reason }) as const;

/** Ends this session. */
export const logOut = (db: Db, viewer: Viewer): Promise<void> =>
  change(db, selfOf(viewer), leaving(viewer, "sesi ini"), (trx) => deleteSession(trx, viewer.sessionId));

/** Ends every session of the viewer; with `except` the one that asks stays. */
export const logOutEverywhere = async (
  db: Db,
  viewer: Viewer,
  { except = false }: { except?: boolean } = {},
): Promise<void> => {
  const event = leaving(viewer, except ? "semua sesi lain" : "semua sesi");
  await change(db, selfOf(viewer), event, async (trx, { amend }) => {
    amend({ after: { sesi: await deleteSessionsOf(trx, viewer.id, except ? viewer.sessionId : "") } });
  });
};

/** Ends one of the viewer's own sessions. @throws AppError (404) where it is nobody's or somebody else's */
export const endSession = (db: Db, viewer: Viewer, id: string): Promise<void> =>
  change(db, selfOf(viewer), leaving(viewer, "satu sesi"), async (trx) => {
    const session = await sessionById(trx, id);
    if (session?.user_id !== viewer.id) throw notFound();
    await deleteSession(trx, id);
  });
