import {
  type ChainCheck,
  type ChainFault,
  EVENT_ACTIONS,
  type EventAction,
  verifyChain,
} from "#db/change.ts";
import type { Db } from "#db/connection.ts";
import { actorsOf, chainsOf, countEvents, type EventFilter, listEvents } from "#db/queries/events.ts";
import type { Scope } from "#db/scope.ts";
import { regencyRefs } from "./lookup.server.ts";
import type { RegencyRef } from "./views.ts";

export type { ChainFault, EventAction };

/** One chain of events and whether it is whole; `regency` is null for what belongs to none (uploads, accounts, editions). */
export interface ChainView {
  regency: RegencyRef | null;
  check: ChainCheck;
}

export interface EventView {
  regency: RegencyRef | null;
  seq: number;
  /** UTC ISO text. */
  at: string;
  actor: string;
  action: EventAction;
  subject: string;
  field: string | null;
  /** JSON, as it was written. */
  before: string | null;
  after: string | null;
  reason: string | null;
}

export interface AuditView {
  events: EventView[];
  /** Events of the filter, whatever page is shown. */
  total: number;
  /** Place of the first one shown, from 1. */
  first: number;
  page: number;
  pages: number;
  /** Null where there are too many events to check while a page waits: the command checks them. */
  chains: ChainView[] | null;
  actors: string[];
  regencies: RegencyRef[];
}

export interface AuditRequest {
  /** Slugs of regencies; none for all. */
  kab: readonly string[];
  action?: string | undefined;
  actor?: string | undefined;
  /** Days of the calendar (`YYYY-MM-DD`), both included; taken as days of UTC+7. */
  from?: string | undefined;
  to?: string | undefined;
  page: number | "all";
}

const PAGE = 100;
/** Events that are checked while somebody waits for the page. */
const CHECKED_AT_ONCE = 20_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Midnight of a day in Western Indonesia, `days` later; undefined where it is no day. */
const midnight = (day: string | undefined, days = 0): string | undefined => {
  if (!day || !DAY.test(day)) return undefined;
  const millis = Date.parse(`${day}T00:00:00+07:00`);
  return Number.isNaN(millis) ? undefined : new Date(millis + days * 86_400_000).toISOString();
};

const isAction = (text: string | undefined): text is EventAction =>
  EVENT_ACTIONS.some((action) => action === text);

/** Who changed what, newest first, with the check of every chain. */
export const getAudit = async (
  db: Db,
  scope: Scope,
  { kab, action, actor, from, to, page }: AuditRequest,
): Promise<AuditView> => {
  const regencies = await regencyRefs(db, scope);
  const asked = [...regencies.values()].filter(({ slug }) => kab.includes(slug)).map(({ r }) => r);
  const filter: EventFilter = {
    chains: kab.length > 0 && asked.length === 0 ? [-1] : asked,
    action: isAction(action) ? action : undefined,
    actor: actor || undefined,
    from: midnight(from),
    before: midnight(to, 1),
  };
  const [total, all] = await Promise.all([
    countEvents(db.read, scope, filter),
    countEvents(db.read, scope, { chains: filter.chains ?? [] }),
  ]);
  const pages = Math.max(1, Math.ceil(total / PAGE));
  const shown = page === "all" ? 1 : Math.min(page, pages);
  const rows = await listEvents(
    db.read,
    scope,
    filter,
    page === "all" ? {} : { limit: PAGE, offset: (shown - 1) * PAGE },
  );
  return {
    events: rows.map(({ r, prev_hash: _previous, hash: _hash, action: written, ...row }) => ({
      ...row,
      action: written as EventAction,
      regency: regencies.get(r) ?? null,
    })),
    total,
    first: (shown - 1) * PAGE + 1,
    page: shown,
    pages,
    chains: all > CHECKED_AT_ONCE ? null : await checkChains(db, scope, filter.chains),
    actors: await actorsOf(db.read, scope),
    regencies: [...regencies.values()],
  };
};

/** Recomputes every chain of the scope, or those of `only`. */
export const checkChains = async (
  db: Db,
  scope: Scope,
  only: readonly number[] = [],
): Promise<ChainView[]> => {
  const regencies = await regencyRefs(db, scope);
  const chains = (await chainsOf(db.read, scope)).filter((r) => only.length === 0 || only.includes(r));
  const views: ChainView[] = [];
  for (const r of chains)
    views.push({ regency: regencies.get(r) ?? null, check: await verifyChain(db.read, r) });
  return views;
};
