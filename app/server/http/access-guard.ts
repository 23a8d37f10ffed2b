import { redirect, type ServerBuild } from "@remix-run/node";
import type { RequestHandler } from "express";
import { maskedDeep } from "#app/format/personal.ts";
import { formatOfPath } from "#app/reports/formats.ts";
import type { Scope } from "#db/scope.ts";
import { type Access, accessOf } from "../access.ts";
import { loginPath } from "../accounts/return-path.ts";
import type { Viewer } from "../accounts/viewer.ts";
import { forbidden, isAppError } from "../errors.ts";
import { localsOf } from "./security.ts";
import { isSecure, tokenIn } from "./session-cookie.ts";

/** Who asks, and what they may: behind it stand the accounts, or what a test puts there. */
export interface Gate {
  viewerOf(token: string): Promise<Viewer | null>;
  /** `open: []`: by roles alone. */
  scopeFor(viewer: Viewer | null, access: Access, doing: "read" | "write"): Promise<Scope>;
  /** Answer of an address without an entry of its own; left out: those of the registry. */
  accessOf?(pattern: string): Access | undefined;
}

/** Finds out once who asks; every loader and action of the request gets the same answer. */
export const recognise =
  (gate: Gate): RequestHandler =>
  async (request, response, next) => {
    try {
      const token = tokenIn(request.headers.cookie);
      const viewer = token === null ? null : await gate.viewerOf(token);
      const address = request.ip ?? request.socket.remoteAddress ?? "";
      Object.assign(localsOf(response), { token, viewer, secure: isSecure(request), address });
      next();
    } catch (error) {
      next(error);
    }
  };

type Routes = ServerBuild["routes"];
type RouteModule = Routes[string]["module"];
type Work = NonNullable<RouteModule["loader"]>;

/** Frame of all pages: shows who is logged in and nothing of a regency. */
const FRAME = "root";

/** The address of a route with names for what varies; a file has that of its page: `/kabupaten/:kab/peta`. */
export const patternOf = (routes: Routes, id: string): string => {
  const parts: string[] = [];
  for (let at: string | undefined = id; at !== undefined; at = routes[at]?.parentId) {
    const path: string | undefined = routes[at]?.path;
    if (path) parts.unshift(path);
  }
  const path = `/${parts.join("/")}`;
  const format = formatOfPath(path);
  return format ? path.slice(0, -format.length - 1) : path;
};

/**
 * Puts the registry before every loader and action, so that no page has to ask by itself: an address without entry
 * answers 403, what a visitor may not see sends to the login, and the work gets a scope and nothing else.
 */
export const withAccess = (build: ServerBuild, gate: Gate): ServerBuild => {
  const entries = Object.entries(build.routes).map(([id, route]) => {
    if (id === FRAME) return [id, route];
    const access = (gate.accessOf ?? accessOf)(patternOf(build.routes, id));
    const { loader = () => null, action } = route.module;
    const module: RouteModule = { ...route.module, loader: guarded(loader, access, gate, "read") };
    if (action) module.action = guarded(action, access, gate, "write");
    return [id, { ...route, module }];
  });
  return { ...build, routes: Object.fromEntries(entries) };
};

const guarded =
  (work: Work, access: Access | undefined, gate: Gate, doing: "read" | "write"): Work =>
  async (args) => {
    const { viewer } = args.context;
    if (!access || (doing === "write" && !access.write)) throw forbidden();
    if (viewer?.mustChange && !access.unsettled) throw redirect("/akun", 303);
    const needed = doing === "read" ? access.read : access.write;
    const refuse = () => (viewer ? forbidden() : redirect(loginPath(addressOf(args.request)), 303));
    if (needed === "account" && !viewer) throw refuse();
    const scope = await gate.scopeFor(viewer, access, doing);
    if (doing === "write" && access.whole && scope.regencies !== "all") throw refuse();
    const byRole = typeof needed === "object";
    if (byRole && isEmpty(scope) && !(doing === "read" && access.always)) throw refuse();
    const own = doing === "write" ? scope : await gate.scopeFor(viewer, { ...access, open: [] }, "read");
    const writes = doing === "write" ? scope : await gate.scopeFor(viewer, access, "write");
    try {
      const answer = await work({ ...args, context: { ...args.context, scope, own, writes } });
      return viewer ? answer : maskedAnswer(answer);
    } catch (thrown) {
      // What is not there and what a visitor may not see look alike.
      if (byRole && !viewer && isAppError(thrown) && thrown.status === 404) throw refuse();
      throw thrown;
    }
  };

/** Without an account nobody reads a person's own numbers; files cover them where they are made. */
const maskedAnswer = (answer: unknown): unknown => {
  const isWrapped =
    typeof answer === "object" &&
    answer !== null &&
    (answer as { type?: unknown }).type === "DataWithResponseInit";
  if (!isWrapped) return maskedDeep(answer);
  const wrapped = answer as { data: unknown };
  wrapped.data = maskedDeep(wrapped.data);
  return wrapped;
};

const isEmpty = ({ regencies }: Scope): boolean => regencies !== "all" && regencies.length === 0;

const addressOf = ({ url }: Request): string => {
  const { pathname, search } = new URL(url);
  return pathname + search;
};
