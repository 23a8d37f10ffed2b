import type { Db } from "#db/connection.ts";
import { openRegencies } from "#db/queries/regencies.ts";
import { type Scope, scopeOf } from "#db/scope.ts";
import { type Access, JOB_ROLES, reachOf } from "./access.ts";
import { grantsOf } from "./accounts/grants.server.ts";
import type { Viewer } from "./accounts/viewer.ts";

/** Actors that are no account. No username can be like them: they have a blank or are reserved. */
const OPERATOR = "operator lokal";
const SYSTEM = "sistem";
const VISITOR = "pengunjung";
export const RESERVED_NAMES: readonly string[] = [SYSTEM, VISITOR];

/** Whoever runs a command on the machine of the data: who can do that, can do everything. */
export const localOperator = (): Scope => scopeOf(OPERATOR, "all");

/** The program itself, where nobody asked: seeding, sweeping. */
export const system = (): Scope => scopeOf(SYSTEM, "all");

/** Somebody about themselves alone: no regency is in it. */
export const selfOf = (viewer: Pick<Viewer, "username"> | null): Scope =>
  scopeOf(viewer?.username ?? VISITOR, []);

/**
 * What a viewer may read, or change, at an address. Reading takes in what regencies have opened to everybody; changing
 * never does.
 */
export const scopeFor = async (
  db: Db,
  viewer: Viewer | null,
  access: Access,
  doing: "read" | "write",
): Promise<Scope> => {
  const roles = doing === "read" ? access.read : (access.write ?? []);
  if (typeof roles === "string") return selfOf(viewer);
  const opened = doing === "read" && access.open?.length ? await openRegencies(db.read, access.open) : [];
  const { regencies, only } = reachOf(viewer?.grants ?? [], roles, opened);
  return scopeOf(viewer?.username ?? VISITOR, regencies, only);
};

/** Whoever asked for a job, with the roles they have when it begins: who lost them meanwhile does nothing more. */
export const onBehalfOf = async (db: Db, actor: string): Promise<Scope> => {
  if (actor === OPERATOR || actor === SYSTEM) return scopeOf(actor, "all");
  const { regencies, only } = reachOf(await grantsOf(db, actor), JOB_ROLES);
  return scopeOf(actor, regencies, only);
};
